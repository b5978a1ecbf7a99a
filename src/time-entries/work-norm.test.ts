import { expect, test } from 'vitest'
import { daysOf } from '../lib/dates.ts'
import { completeUntil } from './timesheet-status.ts'
import { normMinutes } from './work-norm.ts'

const fullTime = { validFrom: '1970-01-01', minutes: [444, 444, 444, 444, 444, 0, 0] }
const partTime = { validFrom: '2026-11-25', minutes: [444, 444, 444, 0, 0, 0, 0] }
const longer = { validFrom: '2026-12-01', minutes: [480, 480, 480, 480, 480, 0, 0] }

test('the schedule that is valid on the day counts, the person’s before the company’s', () => {
  const schedules = { own: [longer, partTime], company: [fullTime] }
  const norms = daysOf('2026-11-23', '2026-12-02').map((day) => normMinutes(schedules, day))
  expect(norms).toEqual([444, 444, 444, 0, 0, 0, 0, 444, 480, 480])
})

test('without any schedule nothing is expected', () => {
  expect(normMinutes({ own: [], company: [] }, '2026-11-23')).toEqual(0)
  expect(normMinutes({ own: [], company: [longer] }, '2026-11-23')).toEqual(0)
})

test('weeks in which the clock changes have seven days like all others', () => {
  const schedules = { own: [], company: [fullTime] }
  for (const [monday, sunday] of [
    ['2026-03-23', '2026-03-29'],
    ['2026-10-19', '2026-10-25'],
  ] as const)
    expect(daysOf(monday, sunday).map((day) => normMinutes(schedules, day))).toEqual(fullTime.minutes)
})

test('a person is complete up to the day before the first that lacks minutes; locked days are not looked at', () => {
  const look = (minutes: Record<string, number>, lockedUntil: string | null = null) =>
    completeUntil({
      from: '2026-11-16',
      today: '2026-11-24',
      lockedUntil,
      schedules: { own: [], company: [fullTime] },
      minutesOn: new Map(Object.entries(minutes)),
    })
  const lastWeek = Object.fromEntries(daysOf('2026-11-16', '2026-11-20').map((day) => [day, 444]))
  expect(look({})).toEqual(null)
  expect(look({ ...lastWeek, '2026-11-18': 443 })).toEqual('2026-11-17')
  expect(look(lastWeek)).toEqual('2026-11-22')
  expect(look({ ...lastWeek, '2026-11-23': 500, '2026-11-24': 444 })).toEqual('2026-11-24')
  expect(look({}, '2026-11-19')).toEqual('2026-11-19')
  expect(look({}, '2026-11-24')).toEqual('2026-11-24')
  expect(look({}, '2026-12-31')).toEqual('2026-12-31')
  expect(look({}, '2026-10-31')).toEqual(null)
})
