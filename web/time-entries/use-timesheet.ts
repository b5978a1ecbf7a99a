// One timesheet: what the server has, what was typed and is on its way, and what could not be read.
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Day } from '../../src/lib/dates.ts'
import { type ActivityChoice, CellAnswer, Timesheet } from '../../src/time-entries/timesheet.ts'
import { ApiProblem, get, put, queryOf } from '../api.ts'
import { parseHours } from '../ui/hours.ts'
import { type CellSaver, createCellSaver } from './cell-saver.ts'
import { type CellChange, partsOf, type ShownCell, type ShownRow, showTimesheet, withCell } from './timesheet-view.ts'

export type WrongText = { text: string; fault: 'unread' | 'negative' | 'too-many'; label: string }
type Saver = CellSaver<CellChange>

/** A lost connection, a sign-in that ended and a server that is being restarted pass; a refusal does not. */
const mayPass = (error: unknown) =>
  error instanceof ApiProblem && (error.status === 0 || error.status === 401 || error.status >= 500)

export function useTimesheet(userId: string, from: Day, to: Day) {
  const queries = useQueryClient()
  const query = useQuery({
    queryKey: ['/timesheet', userId, from, to],
    queryFn: () => get(`/timesheet${queryOf({ user: userId, from, to })}`, Timesheet),
    placeholderData: keepPreviousData,
  })
  // What stood there before stays in sight while another week comes, but nobody writes into it.
  const timesheet = query.data
  const isThere = timesheet?.userId === userId && timesheet.from === from && timesheet.to === to

  const [activities] = useState(() => new Map<string, ActivityChoice>())
  const [saver] = useState<Saver>(() =>
    createCellSaver<CellChange, CellAnswer>({
      send: (key, change) => put('/timesheet/cell', { ...partsOf(key), ...change }, CellAnswer),
      onSaved(key, answer) {
        const { userId, activityId } = partsOf(key)
        const activity = activities.get(activityId)
        // An answer that was asked for before this cell was saved would take it back.
        void queries.cancelQueries({ queryKey: ['/timesheet', userId] })
        queries.setQueriesData<Timesheet>({ queryKey: ['/timesheet', userId] }, (known) =>
          known && activity ? withCell(known, activity, answer) : known,
        )
        void queries.invalidateQueries({ queryKey: ['/timesheet', userId], refetchType: 'none' })
      },
      mayPass,
    }),
  )
  const unsaved = useSyncExternalStore(saver.subscribe, saver.cells)
  useEffect(() => {
    window.addEventListener('online', saver.wake)
    return () => window.removeEventListener('online', saver.wake)
  }, [saver])

  const [added, setAdded] = useState<Readonly<Record<string, readonly ActivityChoice[]>>>({})
  const [wrong, setWrong] = useState<ReadonlyMap<string, WrongText>>(new Map())
  const [labels] = useState(() => new Map<string, string>())
  const week = `${userId} ${from}`

  const setWrongText = (key: string, text: WrongText | undefined) =>
    setWrong((before) => {
      const next = new Map(before)
      if (text) next.set(key, text)
      else next.delete(key)
      return next
    })

  const save = (row: ActivityChoice, cell: ShownCell, label: string, change: CellChange) => {
    activities.set(row.activityId, row)
    labels.set(cell.key, label)
    setWrongText(cell.key, undefined)
    saver.save(cell.key, change)
  }

  return {
    query,
    timesheet,
    isThere,
    shown: timesheet ? showTimesheet(timesheet, added[week] ?? [], unsaved) : undefined,
    unsaved,
    wrong,
    labels,
    saver,
    save,
    /** Takes what was typed. What cannot be read stays in the cell and is not sent. */
    type(row: ShownRow, cell: ShownCell, label: string, text: string): void {
      const read = parseHours(text)
      labels.set(cell.key, label)
      if ('fault' in read) setWrongText(cell.key, { text, fault: read.fault, label })
      else if (read.minutes !== cell.minutes || cell.unsaved?.state === 'failed')
        save(row, cell, label, { minutes: read.minutes })
      else setWrongText(cell.key, undefined)
    },
    takeBack(key: string): void {
      setWrongText(key, undefined)
      saver.takeBack(key)
    },
    add: (choices: readonly ActivityChoice[]) =>
      setAdded((before) => ({ ...before, [week]: [...(before[week] ?? []), ...choices] })),
    remove: (activityId: string) =>
      setAdded((before) => ({
        ...before,
        [week]: (before[week] ?? []).filter((choice) => choice.activityId !== activityId),
      })),
    refresh: () => queries.invalidateQueries({ queryKey: ['/timesheet', userId] }),
  }
}

export type OpenTimesheet = ReturnType<typeof useTimesheet>
