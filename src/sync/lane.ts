// A lane is held by a lease. Holding is renewed while the process lives, so one process keeps the lane and its session;
// a killed holder is replaced when the lease has run out.
import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Db, Tx } from '../lib/database/database.ts'
import { LaneLost } from './failure.ts'

/** A dead holder is replaced within lease + one poll: under five seconds. */
export const leaseMs = 3_500
export const renewMs = 1_000

export type Hold = { readonly lane: string; readonly token: string }

/** Takes the lane when nobody holds it. What the last holder had in hand is looked at before anything else. */
export async function takeLane(db: Db, lane: string, now: Date): Promise<Hold | undefined> {
  const token = randomUUID()
  const until = new Date(now.getTime() + leaseMs).toISOString()
  const { rows } = await db.execute(sql`
    insert into sync_lane as l (name, token, lease_until) values (${lane}, ${token}, ${until})
    on conflict (name) do update set token = excluded.token, lease_until = excluded.lease_until
      where l.lease_until < ${now.toISOString()}
    returning name`)
  return rows.length > 0 ? { lane, token } : undefined
}

/** False when another process has it now. */
export async function renewLane(db: Db, hold: Hold, now: Date): Promise<boolean> {
  const until = new Date(now.getTime() + leaseMs).toISOString()
  const { rowCount } = await db.execute(
    sql`update sync_lane set lease_until = ${until} where name = ${hold.lane} and token = ${hold.token}`,
  )
  return rowCount === 1
}

/** Lets the next process in at once; used when stopping. */
export async function leaveLane(db: Db, hold: Hold, now: Date): Promise<void> {
  await db.execute(
    sql`update sync_lane set lease_until = ${now.toISOString()} where name = ${hold.lane} and token = ${hold.token}`,
  )
}

/** Whoever works the lane stores nothing more; the next one begins anew. */
export async function takeLaneAway(tx: Tx, lane: string, now: Date): Promise<void> {
  await tx.execute(
    sql`update sync_lane set token = ${randomUUID()}, lease_until = ${now.toISOString()} where name = ${lane}`,
  )
}

/**
 * Made right before each write to the other side. A lease that ran out while the process was held up, and that nobody has taken,
 * is renewed: then nobody else can have written.
 */
export async function mustHoldLane(db: Db, hold: Hold, now: Date): Promise<void> {
  const { rows } = await db.execute<{ lasts: boolean }>(sql`
    select lease_until > ${now.toISOString()} as lasts from sync_lane
     where name = ${hold.lane} and token = ${hold.token} and paused_for is null`)
  if (rows[0]?.lasts || (rows[0] && (await renewLane(db, hold, now)))) return
  throw new LaneLost(`The lane ${hold.lane} is held by another process now.`)
}

/** Inside the transaction that stores a result: an old holder's result is not stored. */
export async function lockLane(tx: Tx, hold: Hold): Promise<void> {
  const { rows } = await tx.execute(
    sql`select 1 from sync_lane where name = ${hold.lane} and token = ${hold.token} for update`,
  )
  if (rows.length === 0) throw new LaneLost(`The lane ${hold.lane} is held by another process now.`)
}
