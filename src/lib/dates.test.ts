import { expect, test } from 'vitest'
import { startOfDay } from './dates.ts'

test('a day begins at midnight of its time zone, also on the days when the clock is changed', () => {
  const start = (day: string, zone = 'Europe/Copenhagen') => startOfDay(day, zone).toISOString()
  expect(start('2026-11-23')).toEqual('2026-11-22T23:00:00.000Z')
  expect(start('2026-07-01')).toEqual('2026-06-30T22:00:00.000Z')
  expect(start('2026-03-29')).toEqual('2026-03-28T23:00:00.000Z')
  expect(start('2026-03-30')).toEqual('2026-03-29T22:00:00.000Z')
  expect(start('2026-10-25')).toEqual('2026-10-24T22:00:00.000Z')
  expect(start('2026-11-23', 'America/New_York')).toEqual('2026-11-23T05:00:00.000Z')
})
