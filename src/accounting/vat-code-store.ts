import { asc, count, eq, inArray } from 'drizzle-orm'
import { storedFields } from '../lib/columns.ts'
import type { Db, Tx } from '../lib/database/database.ts'
import { plain } from '../lib/money.ts'
import { notFound } from '../lib/stale.ts'
import { bookkeepingAccount, vatCode, vatRate } from './accounting-table.ts'
import type { VatCode, VatCodeInput, VatRate } from './vat-code.ts'

export type VatCodeRow = typeof vatCode.$inferSelect

export async function listVatCodes(db: Db | Tx): Promise<VatCode[]> {
  return complete(db, await db.select().from(vatCode).orderBy(asc(vatCode.code)))
}

/** @throws not-found */
export async function getVatCode(db: Db | Tx, id: string): Promise<VatCode> {
  const [found] = await complete(db, await db.select().from(vatCode).where(eq(vatCode.id, id)))
  if (!found) throw notFound('VAT code', id)
  return found
}

/** With its rates, which change under the same lock. @throws not-found */
export async function lockVatCode(tx: Tx, id: string): Promise<{ row: VatCodeRow; input: VatCodeInput }> {
  const [row] = await tx.select().from(vatCode).where(eq(vatCode.id, id)).for('update')
  if (!row) throw notFound('VAT code', id)
  const rates = (await findRates(tx, [id])).get(id) ?? []
  const { code, name, category, active } = row
  return { row, input: { code, name, category, active, rates } }
}

/** The accounts that have the code, in the order of their numbers. */
export async function findAccountsWithVat(tx: Tx, vatCodeId: string): Promise<{ number: string; name: string }[]> {
  return tx
    .select({ number: bookkeepingAccount.number, name: bookkeepingAccount.name })
    .from(bookkeepingAccount)
    .where(eq(bookkeepingAccount.vatCodeId, vatCodeId))
    .orderBy(asc(bookkeepingAccount.numberSort))
}

export async function countVatCodes(db: Db | Tx): Promise<number> {
  const [row] = await db.select({ count: count() }).from(vatCode)
  return row?.count ?? 0
}

async function complete(db: Db | Tx, rows: readonly VatCodeRow[]): Promise<VatCode[]> {
  const ids = rows.map(({ id }) => id)
  const rates = await findRates(db, ids)
  const accounts = await countAccountsWithVat(db, ids)
  return rows.map((row) => {
    const { code, name, category, active } = row
    return {
      ...storedFields(row),
      ...{ code, name, category, active },
      rates: rates.get(row.id) ?? [],
      accounts: accounts.get(row.id) ?? 0,
    }
  })
}

async function findRates(db: Db | Tx, ids: readonly string[]): Promise<Map<string, VatRate[]>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select()
    .from(vatRate)
    .where(inArray(vatRate.vatCodeId, [...ids]))
    .orderBy(asc(vatRate.validFrom))
  const byCode = new Map<string, VatRate[]>()
  for (const { vatCodeId, validFrom, percent } of rows)
    byCode.set(vatCodeId, [...(byCode.get(vatCodeId) ?? []), { validFrom, percent: plain(percent) }])
  return byCode
}

async function countAccountsWithVat(db: Db | Tx, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: bookkeepingAccount.vatCodeId, count: count() })
    .from(bookkeepingAccount)
    .where(inArray(bookkeepingAccount.vatCodeId, [...ids]))
    .groupBy(bookkeepingAccount.vatCodeId)
  return new Map(rows.flatMap((row) => (row.id ? [[row.id, row.count] as const] : [])))
}
