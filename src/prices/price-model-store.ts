import { eq } from 'drizzle-orm'
import type { Db, Tx } from '../lib/database/database.ts'
import { priceModel } from './price-table.ts'

export type PriceModelRecord = typeof priceModel.$inferSelect

export async function findPriceModel(db: Db | Tx, id: string): Promise<PriceModelRecord | undefined> {
  const [row] = await db.select().from(priceModel).where(eq(priceModel.id, id))
  return row
}
