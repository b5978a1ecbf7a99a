import { sql } from 'drizzle-orm'
import type { VatCategory } from '../accounting/accounting.ts'
import type { Tx } from '../lib/database/database.ts'
import type { Day } from '../lib/dates.ts'
import type { Deduction } from './built-line.ts'

type Row = {
  id: string
  number: string
  invoiced_on: Day
  account_id: string | null
  account_number: string | null
  vat_code_id: string | null
  vat_code: string
  vat_category: VatCategory
  vat_percent: string
  net: string
}

/**
 * What the finalized on-account invoices of a price model have billed and no other document has deducted or credited, per invoice,
 * account, VAT code and percentage: each part is deducted with the VAT that it was billed with. Expenses on them were not on account.
 */
export async function findDeductions(tx: Tx, priceModelId: string, invoiceId: string): Promise<Deduction[]> {
  const { rows } = await tx.execute<Row>(sql`
    with part as (
      select id, number, invoiced_on from invoice
       where price_model_id = ${priceModelId} and state = 'finalized' and kind = 'invoice' and on_account),
    moved as (
      -- The lines of the invoice, and of the credit notes that name it.
      select p.id as part_id, l.* from part p
        join invoice i on i.id = p.id or (i.credited_invoice_id = p.id and i.state = 'finalized')
        join invoice_line l on l.invoice_id = i.id
        left join invoice_line o on o.id = l.credited_line_id
       where coalesce(o.origin, l.origin) <> 'expenses'
      union all
      -- What other settlements deduct, drafts too, and what was credited of that.
      select p.id, l.* from part p
        join invoice_line d on d.deducts_invoice_id = p.id and d.origin = 'deduction'
        join invoice_line l on l.id = d.id or l.credited_line_id = d.id
        join invoice i on i.id = l.invoice_id and i.id <> ${invoiceId}
       where l.id = d.id or i.state = 'finalized')
    select p.id, p.number, p.invoiced_on::text as invoiced_on, (array_agg(m.account_id))[1] as account_id, m.account_number,
           (array_agg(m.vat_code_id))[1] as vat_code_id, m.vat_code, (array_agg(m.vat_category))[1] as vat_category,
           trim_scale(m.vat_percent)::text as vat_percent, sum(m.net)::text as net
      from part p join moved m on m.part_id = p.id
     where m.vat_code is not null
     group by p.id, p.number, p.invoiced_on, m.account_number, m.vat_code, trim_scale(m.vat_percent)
    having sum(m.net) <> 0
     order by p.invoiced_on, p.number, m.account_number, m.vat_code`)
  return rows.map((row) => ({
    invoiceId: row.id,
    number: row.number,
    invoicedOn: row.invoiced_on,
    net: BigInt(row.net),
    vat: {
      accountId: row.account_id,
      accountNumber: row.account_number,
      vatCodeId: row.vat_code_id,
      vatCode: row.vat_code,
      vatCategory: row.vat_category,
      vatPercent: row.vat_percent,
    },
  }))
}
