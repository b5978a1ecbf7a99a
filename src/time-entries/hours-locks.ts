import { eq, inArray, sql } from 'drizzle-orm'
import { auditEntry } from '../audit/audit-table.ts'
import type { Db, Tx } from '../lib/database/database.ts'
import type { Day } from '../lib/dates.ts'
import { hoursSetting, timesheetSetting } from './time-entry-table.ts'
import type { DayLock } from './timesheet.ts'

export type HoursSetting = typeof hoursSetting.$inferSelect

export type PersonSetting = { lockedUntil: Day | null; approverId: string | null }
const noSetting: PersonSetting = { lockedUntil: null, approverId: null }

export async function getHoursSetting(db: Db | Tx): Promise<HoursSetting> {
  const [row] = await db.select().from(hoursSetting)
  return row ?? missing()
}

/** Held until the transaction ends: nobody locks a day while hours are being put on it. */
export async function holdHoursSetting(tx: Tx): Promise<HoursSetting> {
  const [row] = await tx.select().from(hoursSetting).for('share')
  return row ?? missing()
}

export async function lockHoursSetting(tx: Tx): Promise<HoursSetting> {
  const [row] = await tx.select().from(hoursSetting).for('update')
  return row ?? missing()
}

export async function findPersonSetting(db: Db | Tx, userId: string): Promise<PersonSetting> {
  const [row] = await db.select().from(timesheetSetting).where(eq(timesheetSetting.userId, userId))
  return row ?? noSetting
}

export type Locks = { company: Day | null; person: Day | null }

/** The lock that holds longest; the company's when both end on one day. */
export function strongerLock({ company, person }: Locks): Pick<DayLock, 'until' | 'by'> | null {
  if (company && (!person || company >= person)) return { until: company, by: 'company' }
  return person ? { until: person, by: 'person' } : null
}

export function lockOn(locks: Locks, day: Day): Pick<DayLock, 'until' | 'by'> | null {
  const lock = strongerLock(locks)
  return lock && day <= lock.until ? lock : null
}

export const companySubject = 'company'

/** Who has set each lock last, as the history tells; by the subject of the history, 'company' or a person. */
export async function findLockSetters(db: Db | Tx, subjects: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .selectDistinctOn([auditEntry.subject], { subject: auditEntry.subject, actor: auditEntry.actor })
    .from(auditEntry)
    .where(
      sql`${auditEntry.kind} = 'hours-setting' and ${inArray(auditEntry.subject, [...subjects])}
        and ${auditEntry.changes} @> '[{"field": "lockedUntil"}]'::jsonb`,
    )
    .orderBy(auditEntry.subject, sql`${auditEntry.at} desc`, sql`${auditEntry.id} desc`)
  return new Map(rows.map((row) => [row.subject, row.actor]))
}

function missing(): never {
  throw new Error('The row of hours_setting comes with the migrations and is never deleted.')
}
