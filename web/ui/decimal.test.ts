import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languages } from '../../src/lib/i18n/sentence.ts'
import { plain } from '../../src/lib/money.ts'
import { readDecimal, writeDecimal } from './decimal.ts'

describe('a number in a field', () => {
  test.each([
    ['1.195,50', '1195.5'],
    ['1,195.50', '1195.5'],
    ['1195,50', '1195.5'],
    ['1195.50', '1195.5'],
    ['1 195,5', '1195.5'],
    ['1\u00a0195,5', '1195.5'],
    ["1'195.50", '1195.5'],
    ['1.234.567', '1234567'],
    ['1,234,567.8', '1234567.8'],
    ['-12,5', '-12.5'],
    ['\u221212,5', '-12.5'],
    ['0,00', '0'],
    ['-0', '0'],
    ['007', '7'],
    [',5', '0.5'],
    ['0.125', '0.125'],
    ['1195.', '1195'],
    ['12345678901234567890,123456', '12345678901234567890.123456'],
  ])('"%s" is read as %s in every language', (text, value) => {
    for (const language of languages) expect(readDecimal(text, language)).toEqual(value)
  })

  test('one sign before three digits is read as the reader writes it', () => {
    expect([readDecimal('1.195', 'da'), readDecimal('1.195', 'nb'), readDecimal('1.195', 'en')]).toEqual([
      '1195',
      '1195',
      '1.195',
    ])
    expect([readDecimal('1,195', 'da'), readDecimal('1,195', 'en')]).toEqual(['1.195', '1195'])
  })

  test.each([
    '',
    ' ',
    '-',
    '.',
    ',',
    'much',
    '12 kr',
    '1.2.3',
    '1,2,3',
    '1.19,5.0',
    '12.34,567.8',
    '--1',
    '1e3',
    '1-2',
  ])('"%s" is no number', (text) => {
    for (const language of languages) expect(readDecimal(text, language)).toBeUndefined()
  })

  test('it is written as the reader writes it, with a real minus', () => {
    expect(writeDecimal('1195.5', 'da', 2)).toEqual('1.195,50')
    expect(writeDecimal('-1195.5', 'en', 2)).toEqual('\u22121,195.50')
    expect(writeDecimal('10306', 'nb')).toEqual('10\u00a0306')
    expect(writeDecimal('0.333333', 'da', 2)).toEqual('0,333333')
    expect(writeDecimal('much', 'da')).toEqual('much')
  })

  test('what is written is read back as it was, whatever the language', () => {
    const decimal = fc
      .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.stringMatching(/^[0-9]{0,6}$/))
      .map(([isNegative, whole, decimals]) => `${isNegative ? '-' : ''}${whole}${decimals ? `.${decimals}` : ''}`)
    fc.assert(
      fc.property(
        decimal,
        fc.constantFrom(...languages),
        fc.integer({ min: 0, max: 4 }),
        (value, language, atLeast) => {
          const withoutSignOfNothing = value.replace(/^-(?=[0.]*$)/, '')
          expect(readDecimal(writeDecimal(value, language, atLeast), language)).toEqual(plain(withoutSignOfNothing))
        },
      ),
    )
  })
})
