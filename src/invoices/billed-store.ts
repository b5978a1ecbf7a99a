// What the documents of price models have billed. A draft counts as if it were finalized, so that nothing is billed twice meanwhile;
// a draft that credits does not yet.
import { sql } from 'drizzle-orm'
import type { Billed } from '../billing/value-work.ts'
import type { Db, Tx } from '../lib/database/database.ts'

export async function findBilled(
  db: Db | Tx,
  priceModelIds: readonly string[],
  exceptInvoiceId: string | null = null,
): Promise<Map<string, Billed>> {
  if (priceModelIds.length === 0) return new Map()
  // A credited line is of the kind of the line that it credits, and on account when its invoice was.
  const { rows } = await db.execute<{ id: string; on_account: string; agreed: string; hours: string }>(sql`
    select i.price_model_id as id,
           coalesce(sum(l.net) filter (where
             (coalesce(c.on_account, i.on_account) and i.state = 'finalized' and coalesce(o.origin, l.origin) <> 'expenses')
             or coalesce(o.origin, l.origin) = 'deduction'), 0)::text as on_account,
           coalesce(sum(l.net) filter (where coalesce(o.origin, l.origin) in ('agreed-price', 'plan', 'deduction')
             or (coalesce(c.on_account, i.on_account) and coalesce(o.origin, l.origin) <> 'expenses')), 0)::text as agreed,
           coalesce(sum(l.net) filter (where coalesce(o.origin, l.origin) in ('hours', 'cap')), 0)::text as hours
      from invoice i
      join invoice_line l on l.invoice_id = i.id
      left join invoice_line o on o.id = l.credited_line_id
      left join invoice c on c.id = i.credited_invoice_id
     where i.price_model_id = any(${sql.param(priceModelIds)}::uuid[])
       and i.id is distinct from ${exceptInvoiceId}::uuid
       and (i.state = 'finalized' or i.credited_invoice_id is null)
     group by i.price_model_id`)
  return new Map(
    rows.map((row) => [
      row.id,
      { onAccountOpen: BigInt(row.on_account), agreed: BigInt(row.agreed), hours: BigInt(row.hours) },
    ]),
  )
}

/** The price of one unit of each currency in the company's, as an invoice or an expense used it last. */
export async function findLastRates(db: Db | Tx, currencies: readonly string[]): Promise<Map<string, string>> {
  if (currencies.length === 0) return new Map()
  const { rows } = await db.execute<{ currency: string; rate: string }>(sql`
    select distinct on (currency) currency, trim_scale(exchange_rate)::text as rate
      from (select currency, exchange_rate, invoiced_on as used_on from invoice where state = 'finalized'
            union all
            select currency, exchange_rate, spent_on from project_expense) used
     where currency = any(${sql.param(currencies)}::text[]) and exchange_rate > 0
     order by currency, used_on desc`)
  return new Map(rows.map((row) => [row.currency, row.rate]))
}
