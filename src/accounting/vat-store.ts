import { and, asc, desc, eq, inArray, lte } from 'drizzle-orm'
import type { Db, Tx } from '../lib/database/database.ts'
import type { Day } from '../lib/dates.ts'
import { plain } from '../lib/money.ts'
import type { VatCategory } from './accounting.ts'
import { bookkeepingAccount, vatCode, vatRate } from './accounting-table.ts'

/** A VAT code with the percentage that holds on a day, a decimal string such as "25". */
export type VatOnDay = { vatCodeId: string; code: string; category: VatCategory; percent: string }

/** An account as a line uses it on a day. `vat` is null without a VAT code, and where its code has no rate on that day. */
export type AccountOnDay = {
  id: string
  number: string
  name: string
  active: boolean
  vatCodeId: string | null
  /** The account's VAT code, with or without a rate on the day. */
  vatCode: string | null
  /** False: the code is no longer used for new documents. */
  vatCodeActive: boolean | null
  vat: VatOnDay | null
}

/** The VAT codes as they are on a day, by id. A code is absent when no rate holds on that day yet. */
export async function findVats(db: Db | Tx, vatCodeIds: readonly string[], day: Day): Promise<Map<string, VatOnDay>> {
  if (vatCodeIds.length === 0) return new Map()
  const rows = await db
    .selectDistinctOn([vatCode.id], {
      vatCodeId: vatCode.id,
      code: vatCode.code,
      category: vatCode.category,
      percent: vatRate.percent,
    })
    .from(vatCode)
    .innerJoin(vatRate, and(eq(vatRate.vatCodeId, vatCode.id), lte(vatRate.validFrom, day)))
    .where(inArray(vatCode.id, [...new Set(vatCodeIds)]))
    .orderBy(asc(vatCode.id), desc(vatRate.validFrom))
  return new Map(rows.map((row) => [row.vatCodeId, { ...row, percent: plain(row.percent) }]))
}

/** Undefined: there is no such code, or none of its rates holds on that day yet. */
export async function findVat(db: Db | Tx, vatCodeId: string, day: Day): Promise<VatOnDay | undefined> {
  return (await findVats(db, [vatCodeId], day)).get(vatCodeId)
}

/** Accounts with their VAT on a day, by id, in two queries. Inactive ones too: old settings name them. */
export async function findAccountsOn(
  db: Db | Tx,
  accountIds: readonly string[],
  day: Day,
): Promise<Map<string, AccountOnDay>> {
  if (accountIds.length === 0) return new Map()
  const rows = await db
    .select({
      id: bookkeepingAccount.id,
      number: bookkeepingAccount.number,
      name: bookkeepingAccount.name,
      active: bookkeepingAccount.active,
      vatCodeId: bookkeepingAccount.vatCodeId,
      vatCode: vatCode.code,
      vatCodeActive: vatCode.active,
    })
    .from(bookkeepingAccount)
    .leftJoin(vatCode, eq(vatCode.id, bookkeepingAccount.vatCodeId))
    .where(inArray(bookkeepingAccount.id, [...new Set(accountIds)]))
  const vats = await findVats(
    db,
    rows.flatMap(({ vatCodeId }) => vatCodeId ?? []),
    day,
  )
  return new Map(rows.map((row) => [row.id, { ...row, vat: (row.vatCodeId && vats.get(row.vatCodeId)) || null }]))
}
