import { expect, test } from 'vitest'
import type { Value } from './books.ts'
import { amount, bool, date, type Field, label, text } from './entities/field.ts'
import { parseFilter } from './filter.ts'
import { worstCase } from './switches.ts'
import { aSandbox } from './test-sandbox.ts'

function matching(filter: string, field: Field, values: readonly (Value | undefined)[], switches = worstCase) {
  return values.filter(parseFilter(filter, field, 'english', switches))
}

const names = ['Anna', 'anna', 'Bo', 'Carla', undefined]

test.for([
  ['anna', ['Anna', 'anna']],
  ['anna;bo', ['Anna', 'anna', 'Bo']],
  ['*a', ['Anna', 'anna', 'Carla']],
  ['*AR*', ['Carla']],
  ['b..c', ['Bo']],
  ['b..', ['Bo', 'Carla']],
  ['..anna', ['Anna', 'anna', undefined]],
  ['!bo', ['Anna', 'anna', 'Carla', undefined]],
  ['!bo;!carla', ['Anna', 'anna', undefined]],
  ['*a;!carla', ['Anna', 'anna']],
  ['>bo', ['Carla']],
  ['<=bo', ['Anna', 'anna', 'Bo', undefined]],
] as const)('the text filter %s finds its rows', ([filter, found]) => {
  expect(matching(filter, text(20), names)).toEqual(found)
})

test('a number filter compares numbers, and takes a decimal comma', () => {
  const numbers = [2, 10, 9.5, undefined]
  expect(matching('9..10', amount(), numbers)).toEqual([10, 9.5])
  expect(matching('9,5', amount(), numbers)).toEqual([9.5])
  expect(matching('<5', amount(), numbers)).toEqual([2, undefined])
  expect(matching('ten', amount(), numbers)).toEqual([])
})

test('a date filter is day-month-year; the ISO form matches nothing unless a switch says so', () => {
  const days = ['2025-01-31', '2025-02-01', '2025-06-01']
  expect(matching('01-02-2025..31-05-2025', date(), days)).toEqual(['2025-02-01'])
  expect(matching('31-1-2025', date(), days)).toEqual(['2025-01-31'])
  expect(matching('2025-02-01', date(), days)).toEqual([])
  expect(matching('2025-02-01', date(), days, { ...worstCase, filterDates: 'also-iso' })).toEqual(['2025-02-01'])
})

test('labels and truth are compared as they are shown', () => {
  expect(matching('in progress', label('Phase'), [undefined, 3])).toEqual([3])
  expect(matching('Created', label('Phase'), [undefined, 3])).toEqual([undefined])
  expect(matching('true', bool(), [true, undefined])).toEqual([true])
})

test('signs of regular expressions are only signs', () => {
  expect(matching('a.c*', text(20), ['a.c1', 'abc1'])).toEqual(['a.c1'])
})

test('more than forty values are refused', async () => {
  const { signInAs } = await aSandbox()
  const { send } = await signInAs()
  const filter = (count: number) => [
    { PropertyName: 'Account', FilterValue: Array.from({ length: count }, (_, at) => `A${at}`).join(';') },
  ]
  expect(await send('POST', '/Query/Get/DebtorClient', filter(40))).toEqual({ status: 200, body: [] })
  expect((await send('POST', '/Query/Get/DebtorClient', filter(41))).status).toEqual(400)
})
