import { expect, test } from 'vitest'
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
