import { sql } from 'drizzle-orm'
import type { Db } from '../lib/database/database.ts'
import { AppError } from '../lib/errors.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { writeAmount } from '../lib/money.ts'
import type { LineSource } from './draft.ts'
import { draftTexts } from './draft-texts.ts'
import type { SourceKind } from './invoice.ts'
import { getInvoiceRecord, listLines } from './invoice-store.ts'

const say = sayFrom(draftTexts)

type Row = Omit<LineSource, 'amount' | 'kind'> & { kind: SourceKind; amount: string; total: number }

/** What a line bills, by day, with the price at which each went in; of drafts and of finalized documents. @throws not-found */
export async function listLineSources(
  db: Db,
  { invoiceId, lineId, page, size }: { invoiceId: string; lineId: string; page: number; size: number },
): Promise<{ items: LineSource[]; total: number }> {
  const { currency } = await getInvoiceRecord(db, invoiceId)
  const lines = await listLines(db, invoiceId)
  if (!lines.some((line) => line.id === lineId)) throw new AppError('not-found', say('draft.unknownLine'))
  const { rows } = await db.execute<Row>(sql`
    select s.kind, s.source_id as id, coalesce(t.worked_on, e.spent_on, p.due_on)::text as "on", coalesce(u.name, e.supplier_name) as who,
           a.number || ' ' || a.name as activity, coalesce(t.note, e.title, p.text) as text, s.minutes,
           trim_scale(s.rate)::text as rate, s.amount::text as amount, count(*) over ()::int as total
      from invoice_line_source s
      left join time_entry t on s.kind = 'time-entry' and t.id = s.source_id
      left join project_expense e on s.kind = 'expense' and e.id = s.source_id
      left join price_plan_item p on s.kind = 'plan-item' and p.id = s.source_id
      left join activity a on a.id = coalesce(t.activity_id, e.activity_id)
      left join app_user u on u.id = t.user_id
     where s.line_id = ${lineId}
     order by "on", who, s.source_id limit ${size} offset ${(page - 1) * size}`)
  const items = rows.map(({ total: _, ...row }) => ({ ...row, amount: writeAmount(BigInt(row.amount), currency) }))
  return { items, total: rows[0]?.total ?? 0 }
}
