import { asc, desc, eq, inArray } from 'drizzle-orm'
import type { VatCategory } from '../accounting/accounting.ts'
import { bookkeepingAccount, vatCode, vatRate } from '../accounting/accounting-table.ts'
import type { Db, Tx } from '../lib/database/database.ts'
import type { Day } from '../lib/dates.ts'
import { plain } from '../lib/money.ts'

/** An account with its VAT code and all its rates, newest first: the lines of one document are of many days. */
export type BookAccount = {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly active: boolean
  readonly vat: {
    readonly id: string
    readonly code: string
    readonly category: VatCategory
    readonly active: boolean
    readonly rates: readonly { readonly validFrom: Day; readonly percent: string }[]
  } | null
}

export type AccountBook = ReadonlyMap<string, BookAccount>

/** The accounts by id, in two queries. */
export async function loadAccountBook(
  db: Db | Tx,
  accountIds: readonly (string | null | undefined)[],
): Promise<AccountBook> {
  const ids = [...new Set(accountIds.flatMap((id) => id ?? []))]
  if (ids.length === 0) return new Map()
  const accounts = await db
    .select({ account: bookkeepingAccount, code: vatCode })
    .from(bookkeepingAccount)
    .leftJoin(vatCode, eq(vatCode.id, bookkeepingAccount.vatCodeId))
    .where(inArray(bookkeepingAccount.id, ids))
    .orderBy(asc(bookkeepingAccount.id))
  const codeIds = accounts.flatMap(({ code }) => code?.id ?? [])
  const rates =
    codeIds.length === 0
      ? []
      : await db.select().from(vatRate).where(inArray(vatRate.vatCodeId, codeIds)).orderBy(desc(vatRate.validFrom))
  return new Map(
    accounts.map(({ account: { id, number, name, active }, code }) => {
      const vat = code && {
        id: code.id,
        code: code.code,
        category: code.category,
        active: code.active,
        rates: rates
          .filter((rate) => rate.vatCodeId === code.id)
          .map(({ validFrom, percent }) => ({ validFrom, percent: plain(percent) })),
      }
      return [id, { id, number, name, active, vat: vat ?? null }]
    }),
  )
}

/** The percentage that holds on a day; undefined where the account has no VAT code or none of its rates has begun. */
export function percentOn(account: BookAccount | undefined, day: Day): string | undefined {
  return account?.vat?.rates.find((rate) => rate.validFrom <= day)?.percent
}

/** The day on which the percentage changes inside a period, if it does: such a period cannot be one line. */
export function changesWithin(account: BookAccount | undefined, from: Day, to: Day): Day | undefined {
  return account?.vat?.rates.find((rate) => rate.validFrom > from && rate.validFrom <= to)?.validFrom
}
