import { expect, test } from 'vitest'
import { addMonths, weekNumberOf, weeksOfMonth } from './weeks.ts'

test.each([
  ['2026-11-25', 48],
  ['2027-01-01', 53],
  ['2027-01-04', 1],
  ['2024-12-30', 1],
  ['2023-01-01', 52],
])('%s lies in week %i', (day, week) => {
  expect(weekNumberOf(day)).toEqual(week)
})

test('a month is shown in whole weeks', () => {
  const weeks = weeksOfMonth('2026-11-25')
  expect(weeks.map(([monday]) => monday)).toEqual([
    '2026-10-26',
    '2026-11-02',
    '2026-11-09',
    '2026-11-16',
    '2026-11-23',
    '2026-11-30',
  ])
  expect(weeksOfMonth('2027-02-10').length).toEqual(4)
})

test('a month later is the same day, or the last one', () => {
  expect(addMonths('2026-01-31', 1)).toEqual('2026-02-28')
  expect(addMonths('2026-01-15', -1)).toEqual('2025-12-15')
  expect(addMonths('2024-02-29', 12)).toEqual('2025-02-28')
})
