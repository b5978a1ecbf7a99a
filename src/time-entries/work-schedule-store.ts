import { asc, inArray } from 'drizzle-orm'
import type { Db, Tx } from '../lib/database/database.ts'
import { companySubject } from './hours-locks.ts'
import { workSchedule } from './time-entry-table.ts'
import type { WorkSchedule } from './timesheet.ts'
import type { Schedules } from './work-norm.ts'

/** Schedules of these people and of the company; of everybody when nobody is named. */
export async function findSchedules(
  db: Db | Tx,
  userIds?: readonly string[],
): Promise<Map<string, readonly WorkSchedule[]>> {
  const rows = await db
    .select()
    .from(workSchedule)
    .where(userIds && inArray(workSchedule.userId, [companySubject, ...userIds]))
    .orderBy(asc(workSchedule.userId), asc(workSchedule.validFrom))
  const found = new Map<string, WorkSchedule[]>()
  for (const { userId, ...schedule } of rows) {
    const known = found.get(userId)
    if (known) known.push(schedule)
    else found.set(userId, [schedule])
  }
  return found
}

export function schedulesOf(all: ReadonlyMap<string, readonly WorkSchedule[]>, userId: string): Schedules {
  return { own: all.get(userId) ?? [], company: all.get(companySubject) ?? [] }
}
