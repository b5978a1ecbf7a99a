// The periods that are closed there, kept for those who finalize here: no call is made while a number is given.
import { sql } from 'drizzle-orm'
import { type Period, replaceClosedPeriods } from '../accounting/closed-period-store.ts'
import type { Tx } from '../lib/database/database.ts'
import { addDays, type Day, isDay } from '../lib/dates.ts'
import type { TaskContext } from '../sync/handler.ts'
import type { Connection } from './connection.ts'
import { labelReader } from './label-reader.ts'
import type { Calls, Row } from './session.ts'
import { Refused } from './wire.ts'

export const yearState = labelReader({ open: ['Open', 'Åben'], closed: ['Closed', 'Lukket'] })

export const readYears = (calls: Calls): Promise<Row[]> => calls.query('CompanyFinanceYearClient', [{ Take: 500 }])

/** Its year is closed there, or its month: one letter for each; that C is a closed one is not published (docs/uniconta.md#periods). */
export function closedPeriodsOf(years: readonly Row[]): Period[] {
  const periods = years.flatMap((year): Period[] => {
    const [first, last] = [dayOf(year.FromDate), dayOf(year.ToDate)]
    if (!isDay(first) || !isDay(last)) return []
    if (yearState(year.PeriodState) === 'closed') return [{ fromOn: first, untilOn: last }]
    const letters = typeof year.PeriodStateMonth === 'string' ? year.PeriodStateMonth : ''
    return [...letters].flatMap((letter, index) => {
      const [begins, ends] = [monthAfter(first, index), addDays(monthAfter(first, index + 1), -1)]
      const [fromOn, untilOn] = [[begins, first].sort()[1] ?? first, [ends, last].sort()[0] ?? last]
      return letter === 'C' && fromOn <= untilOn ? [{ fromOn, untilOn }] : []
    })
  })
  // Two rows for one year, or years that overlap.
  return [...new Map(periods.map((period) => [period.fromOn, period])).values()]
}

export const dayOf = (value: unknown): Day => String(value ?? '').slice(0, 10)

/** The first day of the month so many months later. */
function monthAfter(day: Day, months: number): Day {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}-01`
}

type Known = Pick<Connection, 'id' | 'version'>

/** An answer without any year is none. What was read under settings that were changed meanwhile may be another company's. */
export async function keepPeriods(tx: Tx, { id, version }: Known, years: readonly Row[], now: Date): Promise<void> {
  if (years.length === 0) return
  await keep(tx, { id, version }, closedPeriodsOf(years), now)
}

async function keep(tx: Tx, { id, version }: Known, closed: readonly Period[], now: Date): Promise<void> {
  const { rows } = await tx.execute(sql`select 1 from integration where id = ${id} and version = ${version} for share`)
  if (rows.length > 0) await replaceClosedPeriods(tx, closed, now)
}

/** At night. A user who may not read them is told so by Check set-up. */
export async function lookAtPeriods(context: TaskContext, calls: Calls, connection: Known): Promise<void> {
  const years = await readYears(calls).catch(nothing)
  await context.inLane((tx) => keepPeriods(tx, connection, years, context.now()))
}

/** After a post was refused: that day is closed, also where the years do not say so. */
export async function lookAtRefusedDay(context: TaskContext, calls: Calls, connection: Known, day: Day): Promise<void> {
  // A session shows its first list for ever.
  calls.renew()
  const closed = closedPeriodsOf(await readYears(calls).catch(nothing))
  const isSaid = closed.some(({ fromOn, untilOn }) => fromOn <= day && day <= untilOn)
  const all = isSaid ? closed : [...closed.filter(({ fromOn }) => fromOn !== day), { fromOn: day, untilOn: day }]
  await context.inLane((tx) => keep(tx, connection, all, context.now()))
}

function nothing(error: unknown): Row[] {
  if (error instanceof Refused) return []
  throw error
}
