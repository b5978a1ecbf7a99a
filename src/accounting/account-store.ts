import { asc, count, eq, inArray } from 'drizzle-orm'
import { storedFields } from '../lib/columns.ts'
import type { Db, Tx } from '../lib/database/database.ts'
import { notFound } from '../lib/stale.ts'
import type { Account, AccountInput } from './account.ts'
import { bookkeepingAccount, vatCode } from './accounting-table.ts'

export type AccountRow = typeof bookkeepingAccount.$inferSelect

export async function listAccounts(db: Db | Tx): Promise<Account[]> {
  const rows = await withVatCode(db).orderBy(asc(bookkeepingAccount.numberSort), asc(bookkeepingAccount.id))
  return rows.map(toAccount)
}

/** @throws not-found */
export async function getAccount(db: Db | Tx, id: string): Promise<Account> {
  const [row] = await withVatCode(db).where(eq(bookkeepingAccount.id, id))
  if (!row) throw notFound('account', id)
  return toAccount(row)
}

/** By id; those that do not exist are absent. */
export async function findAccounts(db: Db | Tx, ids: readonly string[]): Promise<Map<string, AccountRow>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select()
    .from(bookkeepingAccount)
    .where(inArray(bookkeepingAccount.id, [...new Set(ids)]))
  return new Map(rows.map((row) => [row.id, row]))
}

/** @throws not-found */
export async function lockAccount(tx: Tx, id: string): Promise<AccountRow> {
  const [row] = await tx.select().from(bookkeepingAccount).where(eq(bookkeepingAccount.id, id)).for('update')
  if (!row) throw notFound('account', id)
  return row
}

export async function countAccounts(db: Db | Tx): Promise<number> {
  const [row] = await db.select({ count: count() }).from(bookkeepingAccount)
  return row?.count ?? 0
}

export function accountInput({ number, name, vatCodeId, active }: AccountRow): AccountInput {
  return { number, name, vatCodeId, active }
}

function withVatCode(db: Db | Tx) {
  return db
    .select({ account: bookkeepingAccount, vatCode: vatCode.code })
    .from(bookkeepingAccount)
    .leftJoin(vatCode, eq(vatCode.id, bookkeepingAccount.vatCodeId))
    .$dynamic()
}

function toAccount(row: { account: AccountRow; vatCode: string | null }): Account {
  return { ...storedFields(row.account), ...accountInput(row.account), vatCode: row.vatCode }
}
