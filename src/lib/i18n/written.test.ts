import { expect, test } from 'vitest'
import { createPhrasebook, sayFrom } from './sentence.ts'
import { amountIn, danishClock } from './written.ts'

test('an amount stands in a sentence as its readers write it', () => {
  const written = ['-14375.00 DKK', '999.5', '1234567 JPY', 'nothing'].map((amount) =>
    (['en', 'da', 'nb'] as const).map((language) => amountIn(language)(amount)),
  )
  expect(written).toEqual([
    ['-14,375.00 DKK', '-14.375,00 DKK', '-14\u00a0375,00 DKK'],
    ['999.5', '999,5', '999,5'],
    ['1,234,567 JPY', '1.234.567 JPY', '1\u00a0234\u00a0567 JPY'],
    ['nothing', 'nothing', 'nothing'],
  ])
})

test('Danes write a time of day with a full stop', () => {
  expect(['19:46', '2026-11-26 07:05'].map(danishClock)).toEqual(['19.46', '2026-11-26 07.05'])
})

test('a day stands in a Danish or Norwegian sentence as it is written there, and a name that only begins like one stays', () => {
  const text = { 'it.is': (v: { at: string; name: string }) => `${v.at} ${v.name}` }
  const phrase = createPhrasebook({ en: [text], da: [text], nb: [text] })
  const say = sayFrom(text)
  const sentences = [
    say('it.is', { at: '2026-11-26', name: '2026-11-26 Hansen' }),
    say('it.is', { at: '2026-11-26 07:05', name: '' }),
  ]
  expect(
    sentences.map((sentence) => (['en', 'da', 'nb'] as const).map((language) => phrase(sentence, language))),
  ).toEqual([
    ['2026-11-26 2026-11-26 Hansen', '26.11.2026 2026-11-26 Hansen', '26.11.2026 2026-11-26 Hansen'],
    ['2026-11-26 07:05 ', '26.11.2026 07:05 ', '26.11.2026 07:05 '],
  ])
})
