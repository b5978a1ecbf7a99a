import { describe, expect, test } from 'vitest'
import { type CellPart, changeOfCell, clock } from './cell.ts'

function part(id: string, minutes: number, fields: Partial<CellPart> = {}): CellPart {
  return { id, minutes, billableMinutes: minutes, note: null, internalNote: null, kept: false, ...fields }
}
const typed = (minutes: number, fields: object = {}) => ({ minutes, ...fields })
const entry = (minutes: number, billableMinutes: number, note: string | null = null) => ({
  ...{ minutes, billableMinutes, note, internalNote: null },
})

describe('a figure typed into a cell', () => {
  test('becomes an entry, billable as the activity is', () => {
    expect(changeOfCell([], typed(450), true)).toEqual({ change: 'add', entry: entry(450, 450) })
    expect(changeOfCell([], typed(450), false)).toEqual({ change: 'add', entry: entry(450, 0) })
    expect(changeOfCell([], typed(450, { billableMinutes: 300 }), false)).toEqual({
      change: 'add',
      entry: entry(450, 300),
    })
  })

  test('changes the entry that is there and keeps its note', () => {
    expect(changeOfCell([part('a', 60, { note: 'x' })], typed(90), true)).toEqual({
      change: 'update',
      id: 'a',
      entry: entry(90, 90, 'x'),
    })
    expect(changeOfCell([part('a', 60, { note: 'x' })], typed(60, { note: null }), true)).toEqual({
      change: 'update',
      id: 'a',
      entry: entry(60, 60),
    })
  })

  test('typed again changes nothing', () => {
    expect(changeOfCell([part('a', 60, { note: 'x' })], typed(60), true)).toEqual({ change: 'none' })
    expect(changeOfCell([], typed(0), true)).toEqual({ change: 'none' })
  })

  test('billable minutes that somebody has set stay, as long as so many are worked', () => {
    const set = [part('a', 480, { billableMinutes: 300 })]
    expect(changeOfCell(set, typed(420), true)).toMatchObject({ entry: { billableMinutes: 300 } })
    expect(changeOfCell(set, typed(240), true)).toMatchObject({ entry: { billableMinutes: 240 } })
    expect(changeOfCell([part('a', 480, { billableMinutes: 0 })], typed(500), true)).toMatchObject({
      entry: { billableMinutes: 0 },
    })
  })

  test('nothing empties the cell, and all its open entries with it', () => {
    expect(changeOfCell([part('a', 60), part('b', 30)], typed(0), true)).toEqual({ change: 'remove', ids: ['a', 'b'] })
    expect(changeOfCell([], typed(0, { billableMinutes: 60 }), true)).toMatchObject({
      change: 'refused',
      path: 'billableMinutes',
    })
  })

  test('above what is approved or billed is a further entry, or changes the one that is open', () => {
    const approved = part('a', 300, { kept: true, note: 'approved' })
    expect(changeOfCell([approved], typed(420), true)).toEqual({ change: 'add', entry: entry(120, 120) })
    expect(changeOfCell([approved, part('b', 60)], typed(420), true)).toEqual({
      change: 'update',
      id: 'b',
      entry: entry(120, 120),
    })
    expect(changeOfCell([approved, part('b', 60)], typed(300), true)).toEqual({ change: 'remove', ids: ['b'] })
    expect(changeOfCell([approved], typed(300), true)).toEqual({ change: 'none' })
  })

  test('below what is approved or billed is refused, and so is a note on it', () => {
    const approved = part('a', 300, { kept: true })
    expect(changeOfCell([approved], typed(299), true)).toMatchObject({
      change: 'refused',
      path: 'minutes',
      because: { key: 'hours.belowKept', values: { typed: '4:59', kept: '5:00' } },
    })
    expect(changeOfCell([approved], typed(300, { note: 'new' }), true)).toMatchObject({
      change: 'refused',
      path: 'note',
    })
    expect(changeOfCell([approved], typed(360, { billableMinutes: 299 }), true)).toMatchObject({
      change: 'refused',
      path: 'billableMinutes',
      because: { values: { kept: '5:00' } },
    })
  })

  test('of several entries the newest takes the difference; more than it holds is not taken from the others', () => {
    const two = [part('a', 60, { note: 'first' }), part('b', 30, { note: 'second' })]
    expect(changeOfCell(two, typed(120), true)).toEqual({ change: 'update', id: 'b', entry: entry(60, 60, 'second') })
    expect(changeOfCell(two, typed(61), true)).toMatchObject({ change: 'update', id: 'b', entry: { minutes: 1 } })
    expect(changeOfCell(two, typed(60), true)).toMatchObject({
      change: 'refused',
      because: { key: 'hours.severalEntries', values: { count: 2 } },
    })
  })
})

test('minutes are written as people write them', () => {
  expect([0, 5, 60, 450, 1440].map(clock)).toEqual(['0:00', '0:05', '1:00', '7:30', '24:00'])
})
