// What a draft keeps for ever from the moment in which it becomes a document.
import type { Tx } from '../lib/database/database.ts'
import type { Day } from '../lib/dates.ts'
import { writeAmount } from '../lib/money.ts'
import { searchText } from '../lib/search-text.ts'
import type { Drawn } from './draw-up.ts'
import type { InvoiceRecord, LineRecord } from './invoice-store.ts'
import type { Printed } from './printed.ts'
import { reopenSources } from './settle-sources.ts'
import { type FinalDocument, moveStanding } from './standing-store.ts'

type Final = {
  row: InvoiceRecord
  drawn: Pick<Drawn<LineRecord>, 'vatRounding' | 'companyCurrency' | 'exchangeRate' | 'companyNet' | 'companyVat'>
  printed: Omit<Printed, 'paymentIdShown'>
  number: string
  invoicedOn: Day
  dueOn: Day
  totals: { net: bigint; vat: bigint; gross: bigint }
  payment: { id: string; shown: string | null }
}

export function finalColumns({ row, drawn, printed, number, invoicedOn, dueOn, totals, payment }: Final) {
  const { vatRounding, companyCurrency, exchangeRate, companyNet, companyVat } = drawn
  const { id: paymentId, shown } = payment
  const { buyer, project, orderReference, yourReference } = printed
  return {
    version: row.version + 1,
    invoicedOn,
    dueOn,
    vatRounding,
    net: totals.net,
    vat: totals.vat,
    gross: totals.gross,
    companyCurrency,
    exchangeRate,
    companyNet,
    companyVat,
    paymentId,
    printed: { ...printed, paymentIdShown: shown },
    searchText: searchText(
      number,
      paymentId === number ? null : paymentId,
      buyer.number,
      buyer.name,
      project.number,
      project.name,
      row.description,
      orderReference,
      yourReference,
    ),
  }
}

type Settled = { row: InvoiceRecord; lines: readonly LineRecord[]; original: FinalDocument; gross: bigint; now: Date }

/** What a credit note takes off its invoice, and the hours that are to be billed again. */
export async function settleOriginal(tx: Tx, { row, lines, original, gross, now }: Settled): Promise<void> {
  await moveStanding(tx, original, { credited: gross })
  if (row.creditedHours === 'reopen') await reopenSources(tx, lines, original.id, now)
}

/** As the history shows it. */
export function changeOf(
  row: InvoiceRecord,
  final: { number: string; invoicedOn: string; dueOn: string; net: bigint; vat: bigint; gross: bigint },
) {
  const { number, invoicedOn, dueOn } = final
  const written = (minor: bigint) => `${writeAmount(minor, row.currency)} ${row.currency}`
  const amounts = { net: written(final.net), vat: written(final.vat), gross: written(final.gross) }
  return {
    before: { state: row.state, invoicedOn: row.invoicedOn },
    after: { state: 'finalized', number, invoicedOn, dueOn, ...amounts },
  }
}
