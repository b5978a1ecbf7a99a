// What invoices from here carry and the other side has to know: accounts, VAT codes, days of payment, currencies.
import { sql } from 'drizzle-orm'
import { rateOn } from '../accounting/vat-code.ts'
import { listVatCodes } from '../accounting/vat-code-store.ts'
import { invoicePost } from '../invoices/invoice-tasks.ts'
import type { Db } from '../lib/database/database.ts'
import type { Day } from '../lib/dates.ts'

/** Drafts that will be posted, and documents that wait for it. */
const toPost = sql`((i.state <> 'finalized' and i.transfer) or exists (
  select 1 from sync_task t where t.kind = ${invoicePost} and t.subject = i.id::text and t.state <> 'done'))`

/** What is chosen for lines, by company, customer or project, and what lines carry. */
const accountIds = sql`
  select unnest(array[hours_account_domestic, hours_account_foreign, expenses_account_domestic, expenses_account_foreign,
                      products_account_domestic, products_account_foreign]) as id from invoice_setting
  union select l.account_id from invoice_line l join invoice i on i.id = l.invoice_id where ${toPost}`

export async function accountsInUse(db: Db): Promise<string[]> {
  const { rows } = await db.execute<{ number: string }>(
    sql`select a.number from bookkeeping_account a join (${accountIds}) u on u.id = a.id order by a.number_sort`,
  )
  return rows.map((row) => row.number)
}

/** With the rate of the day; undefined where none holds yet. */
export async function vatCodesInUse(db: Db, today: Day): Promise<{ code: string; percent: string | undefined }[]> {
  const { rows } = await db.execute<{ id: string }>(sql`
    select a.vat_code_id as id from bookkeeping_account a join (${accountIds}) u on u.id = a.id where a.vat_code_id is not null
    union select l.vat_code_id from invoice_line l join invoice i on i.id = l.invoice_id
           where l.vat_code_id is not null and ${toPost}`)
  const ids = new Set(rows.map((row) => row.id))
  const codes = await listVatCodes(db)
  return codes
    .filter((row) => ids.has(row.id))
    .map(({ code, rates }) => ({ code, percent: rateOn(rates, today)?.percent }))
}

/** Always with 0, which every credit note has (UC-55). */
export async function paymentDaysInUse(db: Db): Promise<number[]> {
  const { rows } = await db.execute<{ days: number }>(sql`
    select 0 as days
    union select payment_days from invoice_setting where payment_days is not null
    union select payment_days from customer where payment_days is not null and deleted_at is null and relation <> 'participant'
    union select coalesce((i.printed ->> 'paymentDays')::int, i.payment_days) from invoice i
           where i.kind = 'invoice' and coalesce(i.printed ->> 'paymentDays', i.payment_days::text) is not null and ${toPost}
    order by 1`)
  return rows.map((row) => row.days)
}

export async function currenciesInUse(db: Db): Promise<string[]> {
  const { rows } = await db.execute<{ currency: string }>(sql`
    select currency from customer where deleted_at is null and relation <> 'participant'
    union select currency from project where deleted_at is null and currency is not null
    union select i.currency from invoice i where ${toPost}
    order by 1`)
  return rows.map((row) => row.currency)
}
