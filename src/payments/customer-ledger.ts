import { sql } from 'drizzle-orm'
import type { Db } from '../lib/database/database.ts'
import { writeAmount } from '../lib/money.ts'
import type { LedgerBalance, LedgerEntry } from './ledger.ts'

export type LedgerFilter = {
  page: number
  size: number
  customer: string
  currency?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

type EntryRow = {
  day: string
  kind: LedgerEntry['kind']
  invoice_id: string
  payment_id: string | null
  number: string
  text: string | null
  due_on: string | null
  currency: string
  amount: string
  balance: string
  open: string | null
  rows: string
}

/** Every document and payment of a customer, oldest first, each with the balance after it in its currency. */
export async function listLedger(
  db: Db,
  filter: LedgerFilter,
  today: string,
): Promise<{ items: LedgerEntry[]; total: number; balances: LedgerBalance[] }> {
  const { from = null, to = null, currency = null, page, size } = filter
  // The balance is summed over all lines before the days of the filter cut some off.
  const { rows } = await db.execute<EntryRow>(sql`
    select *, count(*) over () as rows from (${entriesOf(filter.customer)}) e
     where (${from}::date is null or day >= ${from}::date) and (${to}::date is null or day <= ${to}::date)
       and (${currency}::text is null or currency = ${currency})
     order by day, rank, at, key limit ${size} offset ${(page - 1) * size}`)
  const items = rows.map((row) => ({
    day: row.day,
    kind: row.kind,
    invoiceId: row.invoice_id,
    paymentId: row.payment_id,
    number: row.number,
    text: row.text,
    dueOn: row.due_on,
    currency: row.currency,
    amount: writeAmount(BigInt(row.amount), row.currency),
    balance: writeAmount(BigInt(row.balance), row.currency),
    open: row.open === null ? null : writeAmount(BigInt(row.open), row.currency),
  }))
  return { items, total: Number(rows[0]?.rows ?? 0), balances: await balancesOf(db, filter, today) }
}

async function balancesOf(db: Db, filter: LedgerFilter, today: string): Promise<LedgerBalance[]> {
  const { from = null, to = null, currency = null } = filter
  const { rows } = await db.execute<{ currency: string; opening: string; closing: string; overdue: string }>(sql`
    select currency,
           coalesce(sum(amount) filter (where day < ${from}::date), 0) as opening,
           coalesce(sum(amount) filter (where ${to}::date is null or day <= ${to}::date), 0) as closing,
           coalesce(sum(open) filter (where open > 0 and due_on < ${today}::date), 0) as overdue
      from (${entriesOf(filter.customer)}) e
     where ${currency}::text is null or currency = ${currency}
     group by currency order by currency`)
  return rows.map((row) => ({
    currency: row.currency,
    opening: writeAmount(BigInt(row.opening), row.currency),
    closing: writeAmount(BigInt(row.closing), row.currency),
    overdue: writeAmount(BigInt(row.overdue), row.currency),
  }))
}

/** On one day documents come before the payments. */
function entriesOf(customerId: string) {
  return sql`
    select u.*, sum(amount) over (partition by currency order by day, rank, at, key) as balance from (
      select i.currency, i.invoiced_on as day, 0 as rank, i.finalized_at as at, i.id as key, i.kind, i.id as invoice_id,
             null::uuid as payment_id, i.number, i.description as text, s.due_on, i.gross as amount, s.open
        from invoice i join invoice_standing s on s.invoice_id = i.id
       where i.customer_id = ${customerId}
      union all
      select i.currency, p.paid_on, 1, p.created_at, p.id, case p.source when 'write-off' then 'write-off' else 'payment' end, i.id,
             p.id, i.number, p.description, null, -p.amount, null
        from payment p join invoice i on i.id = p.invoice_id
       where i.customer_id = ${customerId}) u`
}
