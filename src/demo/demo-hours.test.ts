import { expect, test } from 'vitest'
import { addDays, type DemoActivity, demoHours, isHoliday } from './demo-hours.ts'

const activities: DemoActivity[] = ['a', 'b', 'c', 'd', 'office'].map((id, index) => ({
  id,
  projectId: `project ${id}`,
  department: index % 2 === 0 ? '10' : '20',
  startOn: index === 3 ? '2026-06-01' : '2025-01-01',
  endOn: index === 2 ? '2026-03-31' : null,
  weight: 1 + index,
  notes: ['Byggemøde'],
  internal: id === 'office',
}))
const people = [
  { id: 'Karla', department: '10' },
  { id: 'Villy', department: '20' },
]
const entries = demoHours(people, activities, '2025-11-24', '2026-11-22')

test('the demo company works on working days, some seven to eight and a half hours a day, in quarters', () => {
  const perDay = new Map<string, number>()
  for (const entry of entries) {
    expect(entry.minutes % 15).toEqual(0)
    expect(isHoliday(entry.workedOn)).toEqual(false)
    const key = `${entry.userId} ${entry.workedOn}`
    perDay.set(key, (perDay.get(key) ?? 0) + entry.minutes)
  }
  expect([...perDay.values()].every((minutes) => minutes >= 400 && minutes <= 540)).toEqual(true)
  expect(perDay.size).toBeGreaterThan(400)
})

test('nobody writes hours on a project before its first or after its last day', () => {
  for (const { activityId, workedOn } of entries) {
    const activity = activities.find(({ id }) => id === activityId)
    expect(workedOn >= (activity?.startOn ?? '') && workedOn <= (activity?.endOn ?? '9999')).toEqual(true)
  }
})

test('the same days give the same hours', () => {
  expect(demoHours(people, activities, '2025-11-24', '2026-11-22')).toEqual(entries)
})

test('Easter and the days that hang on it are holidays, store bededag is none any more', () => {
  expect(['2026-04-02', '2026-04-03', '2026-04-06', '2026-05-14', '2026-05-25'].map(isHoliday)).toEqual(
    Array(5).fill(true),
  )
  expect(isHoliday('2026-05-01')).toEqual(false)
  expect(addDays('2026-02-28', 1)).toEqual('2026-03-01')
})
