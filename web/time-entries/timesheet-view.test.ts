import { describe, expect, test } from 'vitest'
import type { ActivityChoice, Timesheet } from '../../src/time-entries/timesheet.ts'
import type { Cells } from './cell-saver.ts'
import { type CellChange, keyOf, partsOf, showTimesheet, withCell } from './timesheet-view.ts'

const sketches: ActivityChoice = {
  activityId: 'sketches',
  activityNumber: '1',
  activityName: 'Sketches',
  activityState: 'in-progress',
  projectId: 'bath',
  projectNumber: '1001',
  projectName: 'Harbour bath',
  customerName: 'Havnefronten A/S',
  billable: true,
}
const monday = '2026-11-23'
const key = keyOf('ebbe', 'sketches', monday)

type Entry = Timesheet['rows'][number]['cells'][number]['entries'][number]
const anEntry = (wish: Partial<Entry> = {}): Entry => ({
  id: 'entry',
  version: 1,
  minutes: 450,
  billableMinutes: 450,
  note: null,
  internalNote: null,
  approval: 'registered',
  rejectedBecause: null,
  billing: 'open',
  keptBecause: null,
  ...wish,
})

const sumOf = (entries: readonly Entry[], name: 'minutes' | 'billableMinutes') =>
  entries.reduce((sum, entry) => sum + entry[name], 0)

/** Monday and Tuesday of Ebbe, with these entries on Monday's sketches. */
function aTimesheet(entries: Entry[], keptMinutes = 0): Timesheet {
  const sums = { minutes: sumOf(entries, 'minutes'), billableMinutes: sumOf(entries, 'billableMinutes') }
  return {
    userId: 'ebbe',
    userName: 'Ebbe',
    from: monday,
    to: '2026-11-24',
    today: monday,
    notesRequired: false,
    mayChange: true,
    days: [monday, '2026-11-24'].map((day) => ({ day, normMinutes: 444, minutes: 0, billableMinutes: 0, lock: null })),
    rows: [
      {
        ...sketches,
        hoursRefusal: null,
        ...sums,
        cells: entries.length > 0 ? [{ day: monday, ...sums, keptMinutes, entries }] : [],
      },
    ],
    totals: { ...sums, normMinutes: 888 },
  }
}

const typed = (change: CellChange): Cells<CellChange> => new Map([[key, { change, status: { state: 'saving' } }]])
const mondayOf = (shown: ReturnType<typeof showTimesheet>) => shown.rows[0]?.cells[0]

describe('a timesheet on the screen', () => {
  test('a cell that is being saved counts in the totals of its row, its day and the week', () => {
    const shown = showTimesheet(aTimesheet([]), [], typed({ minutes: 450 }))
    expect(shown.rows[0]?.minutes).toEqual(450)
    expect(shown.days.map(({ minutes }) => minutes)).toEqual([450, 0])
    expect(shown.totals).toEqual({ minutes: 450, billableMinutes: 450, normMinutes: 888 })
  })

  test.each([
    ['nothing stood there', [], 300, 300],
    ['all was billable', [anEntry()], 300, 300],
    ['somebody chose fewer', [anEntry({ billableMinutes: 120 })], 300, 120],
    ['more was chosen than is worked now', [anEntry({ billableMinutes: 400 })], 300, 300],
    ['none was billable', [anEntry({ billableMinutes: 0 })], 300, 0],
  ])('billable hours are foreseen as the server will have them: %s', (_when, entries, minutes, billableMinutes) => {
    expect(mondayOf(showTimesheet(aTimesheet(entries), [], typed({ minutes })))).toMatchObject({
      minutes,
      billableMinutes,
    })
  })

  test.each([
    [[], 'none'],
    [[anEntry()], 'registered'],
    [[anEntry({ approval: 'approved' })], 'approved'],
    [[anEntry({ approval: 'approved', billing: 'billed' })], 'billed'],
    [[anEntry({ approval: 'approved' }), anEntry()], 'partly'],
    [[anEntry({ approval: 'approved' }), anEntry({ approval: 'rejected', rejectedBecause: 'Why?' })], 'rejected'],
  ] as const)('the entries %j stand as %s', (entries, standing) => {
    expect(mondayOf(showTimesheet(aTimesheet([...entries]), [], new Map()))?.standing).toEqual(standing)
  })

  test('an activity that was taken into the week is a row once, and can be taken out until it has hours', () => {
    const meetings = { ...sketches, activityId: 'meetings', activityName: 'Meetings' }
    const shown = showTimesheet(aTimesheet([]), [sketches, meetings], new Map())
    expect(shown.rows.map(({ activityName, isRemovable }) => [activityName, isRemovable])).toEqual([
      ['Sketches', false],
      ['Meetings', true],
    ])
  })

  test('the answer of the server replaces its cell and nothing else', () => {
    const day = { day: '2026-11-24', normMinutes: 444, minutes: 60, billableMinutes: 60, lock: null }
    const entries = [anEntry({ id: 'second', minutes: 60, billableMinutes: 60 })]
    const cell = { day: day.day, minutes: 60, billableMinutes: 60, keptMinutes: 0, entries }
    const next = withCell(aTimesheet([anEntry()]), sketches, { cell, day })
    const shown = showTimesheet(next, [], new Map())
    expect(shown.rows[0]?.cells.map(({ minutes }) => minutes)).toEqual([450, 60])
    const emptied = withCell(next, sketches, { cell: { ...cell, minutes: 0, billableMinutes: 0, entries: [] }, day })
    expect(showTimesheet(emptied, [], new Map()).totals.minutes).toEqual(450)
  })

  test('a cell of another week changes nothing here', () => {
    const timesheet = aTimesheet([anEntry()])
    const day = { day: '2026-12-01', normMinutes: 444, minutes: 60, billableMinutes: 60, lock: null }
    const cell = { day: day.day, minutes: 60, billableMinutes: 60, keptMinutes: 0, entries: [] }
    expect(withCell(timesheet, sketches, { cell, day })).toEqual(timesheet)
  })

  test('a key names person, activity and day', () => {
    expect(partsOf(key)).toEqual({ userId: 'ebbe', activityId: 'sketches', day: monday })
  })
})
