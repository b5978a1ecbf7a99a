import type pg from 'pg'
import { insertIntegration } from '../../src/integrations/integration-store.ts'
import { inTransaction } from '../../src/lib/database/database.ts'
import { newId } from '../../src/lib/ids.ts'
import { PaymentSettings, paymentsType } from '../../src/uniconta/payment-settings.ts'
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

const imports = {
  importExpenses: true,
  expenseActivity: 'Expenses',
  expensesBillable: true,
  expensesFrom: '2026-11-01',
  expenseSeries: 'Finans',
  expenseAccounts: '1000..2010',
} as const

const copied = ['DebtorClient', 'ProjectClient', 'PaymentTermClient']

export async function makeBeginning(): Promise<Beginning> {
  const t = await startPosting(imports, { timeoutMs: 20_000 })
  await inTransaction(t.db, (tx) =>
    insertIntegration(tx, {
      ...{
        id: newId(t.now()),
        type: paymentsType,
        settings: PaymentSettings.parse({ paymentsFrom: imports.expensesFrom }),
      },
      ...{ secrets: '', facts: {}, version: 1, createdAt: t.now(), updatedAt: t.now() },
    }),
  )
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
