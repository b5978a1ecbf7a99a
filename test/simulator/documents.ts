// What Akkord says of its documents, for the comparison with the books of the other side.
import type { CoupledSeries } from '../../src/company/company.ts'
import type { Judged } from './invariants.ts'

export type DocumentSays = {
  id: string
  series: CoupledSeries
  serial: number
  kind: 'invoice' | 'credit-note'
  reference: string
  net: bigint
  gross: bigint
  creditedId: string | null
  step: string | null
  how: string | null
  theirNumber: number | null
  /** Of the order that it is posted with now. */
  orderNumber: number | null
  word: string | null
  /** Of its task. */
  state: string | null
  shown: string | null
  sentence: string | null
  actions: readonly string[]
}

export async function listDocuments({ beginning }: Pick<Judged, 'beginning'>): Promise<DocumentSays[]> {
  const { rows } = await beginning.pool.query<DocumentSays & { net: string; gross: string }>(`
    select i.id, i.series, i.serial, i.kind, i.reference, i.net::text as net, i.gross::text as gross, i.credited_invoice_id as "creditedId",
           p.step, p.how, p.their_number as "theirNumber", p.order_number as "orderNumber", p.word, t.state, t.shown, t.sentence ->> 'key' as sentence,
           coalesce(t.actions, '[]'::jsonb) as actions
      from invoice i left join uniconta_posting p on p.invoice_id = i.id
      left join sync_task t on t.kind = 'invoice.post' and t.subject = i.id::text
     where i.series <> 'invoice-local' order by i.series desc, i.serial`)
  return rows.map((row) => ({ ...row, net: BigInt(row.net), gross: BigInt(row.gross) }))
}
