// How much of each line of an invoice is credited: what a person typed, and what is left of the line. Amounts and quantities are
// typed without a sign, as the server takes them.
import type { Invoice, InvoiceLine } from '../../src/invoices/invoice.ts'
import { compareDecimals, lineNet, magnitude, sum, toMinor, writeAmount } from '../../src/lib/money.ts'

/** A line with the net that no credit note, draft or not, has taken back; with the sign of the line. */
export type Creditable = { line: InvoiceLine; rest: string }

/** all: what is left. Else so many of its hours or pieces, or an amount without VAT. */
export type Part = { by: 'all' } | { by: 'quantity' | 'net'; value: string | null }

export function creditable(invoice: Invoice, notes: readonly Invoice[]): Creditable[] {
  const { currency } = invoice
  const credited = notes.flatMap((note) => note.lines)
  return invoice.lines
    .filter(({ productType }) => productType !== null)
    .map((line) => {
      const taken = credited.filter(({ creditedLineId }) => creditedLineId === line.id)
      const rest = toMinor(line.net, currency) + sum(taken.map(({ net }) => toMinor(net, currency)))
      return { line, rest: writeAmount(rest, currency) }
    })
}

/** What the part takes back, with the sign of the line, in minor units; undefined while it is no figure or more than is left. */
export function partNet({ line, rest }: Creditable, part: Part, currency: string): bigint | undefined {
  const left = toMinor(rest, currency)
  if (part.by === 'all') return left
  const { value } = part
  if (value === null || !/^\d{1,12}(\.\d{1,6})?$/.test(value) || compareDecimals(value, '0') <= 0) return undefined
  const isNegative = left < 0n
  const size = part.by === 'net' ? toMinor(value, currency) : magnitude(lineNet({ ...line, quantity: value }, currency))
  if (size > magnitude(left)) return undefined
  return isNegative ? -size : size
}

/** As the server takes it. */
export function partInput(lineId: string, part: Part): { lineId: string; quantity?: string; net?: string } {
  if (part.by === 'all' || part.value === null) return { lineId }
  return { lineId, [part.by]: part.value }
}
