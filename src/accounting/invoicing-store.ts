import { eq } from 'drizzle-orm'
import type { Db, Tx } from '../lib/database/database.ts'
import { invoicing } from './accounting-table.ts'

export type InvoicingRow = Omit<typeof invoicing.$inferSelect, 'id'>

/** What holds for every invoice of the company. The row comes with the migrations. */
export async function getInvoicing(db: Db | Tx): Promise<InvoicingRow> {
  const [row] = await db.select().from(invoicing)
  return withoutId(row)
}

/** Whoever changes it holds the row. */
export async function lockInvoicing(tx: Tx): Promise<InvoicingRow> {
  const [row] = await tx.select().from(invoicing).for('update')
  return withoutId(row)
}

export async function updateInvoicing(tx: Tx, changed: Partial<InvoicingRow>): Promise<void> {
  await tx.update(invoicing).set(changed).where(eq(invoicing.id, 1))
}

function withoutId(row: typeof invoicing.$inferSelect | undefined): InvoicingRow {
  if (!row) throw new Error('The row of the invoicing settings is missing; the migrations make it.')
  const { id: _, ...shown } = row
  return shown
}
