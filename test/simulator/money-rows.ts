// Which rows of the other side's books are those of a document from here.
import type { HandRow } from '../../sandbox/by-hand.ts'
import type { DocumentSays } from './documents.ts'
import { bookedByReference, type Judged } from './invariants.ts'
import { companyId } from './office.ts'

/** The invoice or credit note that the document stands as; undefined while it is not settled there. */
export function ourRow(office: Judged, document: DocumentSays): HandRow | undefined {
  const { step, how, theirNumber, reference, gross } = document
  if (step !== 'settled') return undefined
  const rows =
    how === 'marked'
      ? office.sandbox.rows(companyId, 'DebtorInvoiceClient')
      : (bookedByReference(office).get(reference) ?? [])
  return rows.find((row) => row.InvoiceNumber === theirNumber && Number(row.TotalAmount) < 0 === gross < 0n)
}
