import { Cron } from 'croner'
import { sql } from 'drizzle-orm'
import { type Db, inTransaction, type Tx } from '../lib/database/database.ts'
import { enqueue } from './enqueue.ts'

export type Schedule = { name: string; cron: string; timeZone: string; kind: string; subject: string; label: string }

/** The first time after `after` that the pattern names, by the wall clock of its time zone. */
export function nextTime(cron: string, timeZone: string, after: Date): Date {
  const next = new Cron(cron, { timezone: timeZone }).nextRun(after)
  if (!next) throw new Error(`The schedule ${cron} has no next time.`)
  return next
}

/** Stores a schedule; its next time is counted anew only when the pattern or the zone changed. */
export async function setSchedule(tx: Tx, schedule: Schedule, now: Date): Promise<void> {
  const next = nextTime(schedule.cron, schedule.timeZone, now).toISOString()
  await tx.execute(sql`
    insert into sync_schedule as s (name, cron, time_zone, kind, subject, next_at)
    values (${schedule.name}, ${schedule.cron}, ${schedule.timeZone}, ${schedule.kind}, ${schedule.subject}, ${next})
    on conflict (name) do update set cron = excluded.cron, time_zone = excluded.time_zone, kind = excluded.kind, subject = excluded.subject,
      next_at = case when s.cron = excluded.cron and s.time_zone = excluded.time_zone then s.next_at else excluded.next_at end`)
}

/** When the company's clock is another one. What is due already stays due. */
export async function moveSchedules(tx: Tx, timeZone: string, now: Date): Promise<void> {
  const { rows } = await tx.execute<{ name: string; cron: string }>(
    sql`select name, cron from sync_schedule where time_zone <> ${timeZone} order by name for update`,
  )
  for (const { name, cron } of rows) {
    const next = nextTime(cron, timeZone, now).toISOString()
    await tx.execute(sql`
      update sync_schedule set time_zone = ${timeZone},
        next_at = case when next_at <= ${now.toISOString()} then next_at else ${next}::timestamptz end
       where name = ${name}`)
  }
}

export async function removeSchedule(tx: Tx, name: string): Promise<void> {
  await tx.execute(sql`delete from sync_schedule where name = ${name}`)
}

/** Makes the tasks whose time has come. A time that passed while nobody ran is made up for once, not once for each miss. */
export async function runDueSchedules(db: Db, now: Date): Promise<number> {
  return inTransaction(db, async (tx) => {
    const { rows } = await tx.execute<{
      name: string
      cron: string
      time_zone: string
      kind: string
      subject: string
    }>(sql`
      select name, cron, time_zone, kind, subject from sync_schedule where next_at <= ${now.toISOString()} for update skip locked`)
    for (const row of rows) {
      await enqueue(tx, { kind: row.kind, subject: row.subject, label: row.name, runAt: now }, now)
      const next = nextTime(row.cron, row.time_zone, now).toISOString()
      await tx.execute(sql`update sync_schedule set next_at = ${next} where name = ${row.name}`)
    }
    return rows.length
  })
}
