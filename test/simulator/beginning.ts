import type pg from 'pg'
import { companyId, startPosting } from '../posting.ts'
import { takeSnapshot } from './snapshot.ts'

/** What every history begins with; made once, also for histories on other code. */
export type Beginning = {
  pool: pg.Pool
  customerId: string
  projectId: string
  rows: readonly { entity: string; row: Record<string, unknown> }[]
  restore: () => Promise<void>
}

const copied = ['DebtorClient', 'ProjectClient', 'PaymentTermClient']

export async function makeBeginning(): Promise<Beginning> {
  const t = await startPosting({}, { timeoutMs: 20_000 })
  // Customer and project stand there, or every history waits for them: on a busy machine a call may have failed at first.
  await t.settle()
  const { rows: left } = await t.db.execute(`select kind from sync_task where state <> 'done'`)
  if (left.length > 0) throw new Error(`Not done before the first history: ${JSON.stringify(left)}`)
  const rows = copied.flatMap((entity) => t.sandbox.rows(companyId, entity).map((row) => ({ entity, row })))
  await t.close()
  const { customerId, projectId } = t
  const { pool } = t.database
  await pool.query(`update sync_lane set lease_until = '2026-01-01'`)
  await pool.query('delete from uniconta_sign_in')
  return { pool, customerId, projectId, rows, restore: await takeSnapshot(pool) }
}
