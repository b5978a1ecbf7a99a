import { expect, test } from 'vitest'
import { type IdentifierKind, isValidIdentifier, registrationKindOf, vatKindOf } from './identifiers.ts'

/** Published by python-stdnum, Peppol BIS 3.0, GS1 and the registers, or computed by hand from their rules. */
const vectors: Record<IdentifierKind, { valid: string[]; invalid: string[] }> = {
  cvr: {
    valid: ['13585628', '12345674', '15413700', '16356700', '88146328', '10000009', '10000017', '99999993'],
    invalid: ['12345678', '13585627', '36045666', '03585628', '1358562', '135856280', 'DK13585628', ''],
  },
  'dk-vat': { valid: ['DK13585628', 'dk 13 58 56 28'], invalid: ['13585628', 'DK13585627', 'NO13585628'] },
  'no-orgnr': {
    valid: ['923609016', '974760673', '988077917', '123456785', '910000004', '999999948'],
    invalid: ['123456789', '988077918', '98807791', '9880779170'],
  },
  'no-vat': {
    valid: ['NO923609016MVA', 'NO 995 525 828 MVA'],
    invalid: ['NO995525829MVA', 'NO923609016', '923609016MVA'],
  },
  'se-orgnr': {
    valid: ['5560160680', '2021005489', '1234567897', '556016-0680', '5599999991', '5569999997'],
    invalid: ['5590528233', '1234567891', '556016068'],
  },
  'se-vat': {
    valid: ['SE556016068001', 'SE123456789701'],
    invalid: ['SE5560160680', 'SE556016068101', '556016068001', 'SE5560160680010'],
  },
  'fi-y-tunnus': {
    valid: ['2077474-0', '1572860-0', '1234567-1', '20774740'],
    invalid: ['2077474-1', '1927140-0', '207747-0'],
  },
  'fi-vat': { valid: ['FI20774740'], invalid: ['FI20774741', '20774740', 'FI2077474'] },
  'is-kennitala': {
    valid: ['4504013150', '1201743399', '5402696029', '540269-6029'],
    invalid: ['5302696339', '5305750299', '450401315', '4513013150'],
  },
  'is-vsk': { valid: ['00621', 'IS00621', '123456'], invalid: ['0062199', '0062', 'A0621'] },
  gln: {
    valid: ['5798000399518', '5798009883735', '5790000435975', '5790000000005', '5799999999901', '5799999999994'],
    invalid: ['7070000000005', '5798000399519', '579800039951'],
  },
}

const rows = Object.entries(vectors).flatMap(([kind, { valid, invalid }]) => [
  ...valid.map((number) => ({ kind: kind as IdentifierKind, number, expected: true })),
  ...invalid.map((number) => ({ kind: kind as IdentifierKind, number, expected: false })),
])

test.each(rows)('$number as $kind is valid: $expected', ({ kind, number, expected }) => {
  expect(isValidIdentifier(kind, number)).toEqual(expected)
})

test('the Nordic countries have their own kinds, and nothing is claimed of others', () => {
  expect(['DK', 'NO', 'SE', 'FI', 'IS', 'DE'].map(registrationKindOf)).toEqual([
    'cvr',
    'no-orgnr',
    'se-orgnr',
    'fi-y-tunnus',
    'is-kennitala',
    undefined,
  ])
  expect(['DK', 'NO', 'SE', 'FI', 'IS', 'DE'].map(vatKindOf)).toEqual([
    'dk-vat',
    'no-vat',
    'se-vat',
    'fi-vat',
    'is-vsk',
    undefined,
  ])
})
