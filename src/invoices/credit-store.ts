import { sql } from 'drizzle-orm'
import type { Db, Tx } from '../lib/database/database.ts'
import type { CreditedBefore } from './credit-lines.ts'

/**
 * What credit notes have taken back of each line of an invoice. Of quantities only those count that are priced as the line is.
 * @param which 'all': drafts too, so that nothing is credited twice meanwhile; 'finalized': what is settled.
 */
export async function findCredited(
  db: Db | Tx,
  invoiceId: string,
  which: 'all' | 'finalized',
  exceptNoteId: string | null = null,
): Promise<Map<string, CreditedBefore>> {
  const { rows } = await db.execute<{ id: string; net: string; quantity: string }>(sql`
    select o.id, sum(c.net)::text as net,
           coalesce(sum(c.quantity) filter (where c.unit_price = o.unit_price and c.unit = o.unit
                                              and c.discount_percent = o.discount_percent), 0)::text as quantity
      from invoice_line o
      join invoice_line c on c.credited_line_id = o.id
      join invoice n on n.id = c.invoice_id
     where o.invoice_id = ${invoiceId} and n.id is distinct from ${exceptNoteId}::uuid
       and (${which === 'all'} or n.state = 'finalized')
     group by o.id`)
  return new Map(rows.map((row) => [row.id, { net: BigInt(row.net), quantity: row.quantity }]))
}

/** What finalized credit notes take off an invoice in all, written lines without a counterpart included. Negative or 0. */
export async function sumCredited(
  db: Db | Tx,
  invoiceId: string,
): Promise<{ net: bigint; vat: bigint; gross: bigint }> {
  const { rows } = await db.execute<{ net: string; vat: string; gross: string }>(sql`
    select coalesce(sum(net), 0)::text as net, coalesce(sum(vat), 0)::text as vat, coalesce(sum(gross), 0)::text as gross
      from invoice where credited_invoice_id = ${invoiceId} and state = 'finalized'`)
  const [row] = rows
  return { net: BigInt(row?.net ?? 0), vat: BigInt(row?.vat ?? 0), gross: BigInt(row?.gross ?? 0) }
}

/** The finalized settlements that deduct an on-account invoice and are not credited themselves. */
export async function findDeducting(db: Db | Tx, invoiceId: string): Promise<string[]> {
  const { rows } = await db.execute<{ number: string }>(sql`
    select distinct i.number from invoice_line d join invoice i on i.id = d.invoice_id
     where d.deducts_invoice_id = ${invoiceId} and d.origin = 'deduction' and i.state = 'finalized'
       and d.net + coalesce((select sum(c.net) from invoice_line c join invoice n on n.id = c.invoice_id
                              where c.credited_line_id = d.id and n.state = 'finalized'), 0) <> 0
     order by i.number`)
  return rows.map((row) => row.number)
}

/** Sources of a draft that are billed on finalized invoices: how many on which. */
export async function findBilledElsewhere(
  db: Db | Tx,
  draftId: string,
): Promise<{ id: string; number: string; count: number }[]> {
  const { rows } = await db.execute<{ id: string; number: string; count: number }>(sql`
    select h.id, h.number, count(distinct s.source_id)::int as count
      from invoice_line l
      join invoice_line_source s on s.line_id = l.id
      left join time_entry t on s.kind = 'time-entry' and t.id = s.source_id
      left join project_expense e on s.kind = 'expense' and e.id = s.source_id
      left join price_plan_item p on s.kind = 'plan-item' and p.id = s.source_id
      join invoice h on h.id = coalesce(t.invoice_id, e.invoice_id, p.invoice_id) and h.state = 'finalized'
     where l.invoice_id = ${draftId}
     group by h.id, h.number order by h.number`)
  return rows
}

/** Lines of an invoice behind which hours, expenses or plan rows stand. */
export async function findLinesWithSources(db: Db | Tx, invoiceId: string): Promise<Set<string>> {
  const { rows } = await db.execute<{ id: string }>(sql`
    select distinct l.id from invoice_line l join invoice_line_source s on s.line_id = l.id where l.invoice_id = ${invoiceId}`)
  return new Set(rows.map((row) => row.id))
}
