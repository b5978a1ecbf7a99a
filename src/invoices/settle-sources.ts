// What becomes of hours, expenses and plan rows when their document is finalized, or credited.
import { sql } from 'drizzle-orm'
import type { Tx } from '../lib/database/database.ts'

/** Locks what a draft holds, so that nobody changes an hour between its check and its billing. */
export async function lockSources(tx: Tx, invoiceId: string): Promise<void> {
  await tx.execute(sql`select from time_entry where invoice_id = ${invoiceId} order by id for update`)
  await tx.execute(sql`select from project_expense where invoice_id = ${invoiceId} order by id for update`)
  await tx.execute(sql`select from price_plan_item where invoice_id = ${invoiceId} order by id for update`)
}

/** Marks what the lines bill as billed. The answer is how many of it somebody else holds: none, unless the caller has to refuse. */
export async function billSources(tx: Tx, invoiceId: string, now: Date): Promise<number> {
  const mine = sql`invoice_id = ${invoiceId} and billing = 'drafted' and id in (${sourceIds(invoiceId)})`
  const billed = sql`set billing = 'billed', version = version + 1, updated_at = ${now.toISOString()} where ${mine}`
  const hours = await tx.execute(sql`update time_entry ${billed}`)
  const expenses = await tx.execute(sql`update project_expense ${billed}`)
  const { rows } = await tx.execute<{ all: string; plan: string }>(sql`
    select (select count(*) from (${sourceIds(invoiceId)}) s)::text as all,
           (select count(*) from price_plan_item where invoice_id = ${invoiceId} and id in (${sourceIds(invoiceId)}))::text as plan`)
  return Number(rows[0]?.all) - Number(rows[0]?.plan) - (hours.rowCount ?? 0) - (expenses.rowCount ?? 0)
}

const sourceIds = (invoiceId: string) => sql`
  select distinct s.source_id from invoice_line_source s join invoice_line l on l.id = s.line_id where l.invoice_id = ${invoiceId}`

/**
 * Opens what the lines billed that a credit note takes back whole: hours are approved and unbilled again. Lines of which a part is
 * left stay billed. What stands on a draft for another customer goes there.
 */
export async function reopenSources(tx: Tx, noteId: string, originalId: string, now: Date): Promise<void> {
  const reopened = (table: string, set: ReturnType<typeof sql>) => sql`
    with taken_back as (
      select o.id from invoice_line o join invoice_line c on c.credited_line_id = o.id and c.invoice_id = ${noteId}
       where o.invoice_id = ${originalId}
         and o.net + (select sum(p.net) from invoice_line p join invoice n on n.id = p.invoice_id
                       where p.credited_line_id = o.id and (n.id = ${noteId} or n.state = 'finalized')) = 0),
    freed as (
      select s.source_id as id, (
        select l.invoice_id from invoice_line_source d join invoice_line l on l.id = d.line_id join invoice i on i.id = l.invoice_id
         where d.source_id = s.source_id and i.state <> 'finalized' and i.kind = 'invoice' limit 1) as draft_id
        from invoice_line_source s join taken_back t on t.id = s.line_id)
    update ${sql.raw(table)} t set ${set} from freed f where f.id = t.id and t.invoice_id = ${originalId}`
  const opened = sql`billing = case when f.draft_id is null then 'open' else 'drafted' end, invoice_id = f.draft_id,
    version = t.version + 1, updated_at = ${now.toISOString()}`
  await tx.execute(reopened('time_entry', opened))
  await tx.execute(reopened('project_expense', opened))
  await tx.execute(reopened('price_plan_item', sql`invoice_id = f.draft_id`))
}
