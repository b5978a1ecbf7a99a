import { expect, test } from 'vitest'
import { untilChoices } from './until.ts'

test.each([
  ['2026-11-25', '2026-10-31', '2026-11-30'],
  ['2027-01-01', '2026-12-31', '2027-01-31'],
  ['2028-03-31', '2028-02-29', '2028-03-31'],
])('on %s the last month ended on %s and this one ends on %s', (today, last, current) => {
  expect(untilChoices(today)).toEqual({ endOfLastMonth: last, today, endOfThisMonth: current })
})
