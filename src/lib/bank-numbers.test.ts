import { expect, test } from 'vitest'
import { isBic, isValidIban, looksLikeAccount } from './bank-numbers.ts'

test.each(['DK5000400440116243', 'NO9386011117947', 'SE4550000000058398257466'])('%s is an IBAN', (iban) => {
  expect(isValidIban(iban)).toEqual(true)
})

test.each(['DK5000400440116244', 'DK500040044011624', 'dk5000400440116243', '5000400440116243', ''])(
  '"%s" is no IBAN',
  (iban) => {
    expect(isValidIban(iban)).toEqual(false)
  },
)

test('every wrong digit of an IBAN is found', () => {
  const iban = 'DK5000400440116243'
  for (let place = 2; place < iban.length; place += 1)
    for (let digit = 0; digit <= 9; digit += 1) {
      const other = iban.slice(0, place) + String(digit) + iban.slice(place + 1)
      expect(isValidIban(other)).toEqual(other === iban)
    }
})

test('a BIC has eight or eleven signs, the country in the middle', () => {
  expect(['DABADKKK', 'DNBANOKKXXX'].map(isBic)).toEqual([true, true])
  expect(['DABADK', 'DABA12KK', 'DABADKKKX'].map(isBic)).toEqual([false, false, false])
})

test('account numbers are doubted by the form of their country only', () => {
  expect(looksLikeAccount('DK', '0040', '0440116243')).toEqual(true)
  expect(looksLikeAccount('DK', '40', '0440116243')).toEqual(false)
  expect(looksLikeAccount('DK', null, '12345678901')).toEqual(false)
  expect(looksLikeAccount('NO', null, '1234 56 78903')).toEqual(true)
  expect(looksLikeAccount('NO', null, '86011117947')).toEqual(true)
  expect(looksLikeAccount('NO', null, '86011117948')).toEqual(false)
  expect(looksLikeAccount('DE', null, 'anything')).toEqual(true)
})
