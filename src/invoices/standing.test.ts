import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { paymentStateOf } from './payment-state.ts'
import { openOf, paymentStateSql } from './standing.ts'

test('lists and single documents call the same standing by the same name', async () => {
  const { db } = await testDatabase()
  const amount = fc.constantFrom(-200n, -125n, -100n, -1n, 0n, 1n, 100n, 125n, 200n)
  const standing = fc
    .record({ gross: amount, paid: amount, credited: amount, dueOn: fc.constantFrom('2026-11-22', '2026-11-23') })
    .map((it) => ({ ...it, open: openOf(it) }))
  await fc.assert(
    fc.asyncProperty(standing, async (it) => {
      const column = (value: bigint | string, type: string) => sql`${String(value)}::${sql.raw(type)}` as never
      const columns = {
        gross: column(it.gross, 'bigint'),
        paid: column(it.paid, 'bigint'),
        credited: column(it.credited, 'bigint'),
        open: column(it.open, 'bigint'),
        dueOn: column(it.dueOn, 'date'),
      }
      const { rows } = await db.execute<{ state: string }>(
        sql`select ${paymentStateSql(columns, '2026-11-23')} as state`,
      )
      expect(rows[0]?.state).toEqual(paymentStateOf(it, '2026-11-23'))
    }),
    { numRuns: Number(process.env.FC_RUNS ?? 200) },
  )
})
