import { expect, test } from 'vitest'
import { writeDay, writeDecimal, writeMinutes, writeMoney, writePeriod } from './written.ts'

test.each([
  ['1030687.5', 'da', 2, '1.030.687,50'],
  ['-1030687.5', 'nb', 2, '-1\u00a0030\u00a0687,50'],
  ['1030687.5', 'en', 2, '1,030,687.50'],
  ['999', 'da', 2, '999,00'],
  ['0.333333', 'da', 2, '0,333333'],
  ['7.50', 'en', 0, '7.5'],
  ['9999999999.99', 'da', 2, '9.999.999.999,99'],
  ['-0.05', 'en', 2, '-0.05'],
  ['12', 'nb', 0, '12'],
] as const)('%s in %s is %#', (text, language, decimals, expected) => {
  expect(writeDecimal(text, language, decimals)).toEqual(expected)
})

test('money has the digits of its currency', () => {
  expect(writeMoney(-123_450n, 'DKK', 'da')).toEqual('-1.234,50')
  expect(writeMoney(123_450n, 'JPY', 'en')).toEqual('123,450')
})

test('days and periods are written as each language writes them', () => {
  expect(writeDay('2026-03-05', 'da')).toEqual('05.03.2026')
  expect(writeDay('2026-03-05', 'en')).toEqual('5 Mar 2026')
  expect(writePeriod('2026-10-01', '2026-10-31', 'nb')).toEqual('01.10.2026 – 31.10.2026')
  expect(writePeriod('2026-10-01', '2026-10-01', 'en')).toEqual('1 Oct 2026')
})

test('minutes are hours and minutes', () => {
  expect([5, 60, 450, 6_005].map(writeMinutes)).toEqual(['0:05', '1:00', '7:30', '100:05'])
})
