// The documents here beside those in the books, to the øre. Those booked by hand, without our reference, are the books of before.
import type { Client } from './akkord.ts'
import type { BookRow, Books } from './books.ts'

export type Sum = { kind: string; here: bigint; there: bigint }
export type DocumentComparison = {
  here: number
  there: number
  fields: number
  sums: readonly Sum[]
  differences: string[]
}

const kinds = [
  ['invoice', 'invoices, DKK'],
  ['credit-note', 'credit notes, DKK'],
] as const

export async function compareDocuments(client: Client, books: Books): Promise<DocumentComparison> {
  const rows = await books.rows('DebtorInvoiceClient')
  const byHand = rows.filter((row) => !row.OurRef).map(({ InvoiceNumber }) => Number(InvoiceNumber))
  const last = Math.max(0, ...byHand)
  const there = rows.filter((row) => Number(row.InvoiceNumber) > last)
  const here = (await client.all('/invoices?series=invoice&state=finalized')).filter(({ number }) => +number > last)
  const differences: string[] = []
  let fields = 0
  for (const document of here) {
    const [row, second] = there.filter(({ InvoiceNumber }) => String(InvoiceNumber) === document.number)
    if (!row) differences.push(`${document.number} is missing there`)
    if (second) differences.push(`${document.number} stands there twice`)
    for (const [field, value] of fieldsOf(document)) {
      fields += 1
      const found = row && (typeof value === 'bigint' ? øreOf(row[field]) : String(row[field] ?? ''))
      if (row && found !== value) differences.push(`${document.number} ${field}: ${value} here, ${found} there`)
    }
  }
  for (const { InvoiceNumber } of there)
    if (!here.some(({ number }) => number === String(InvoiceNumber)))
      differences.push(`${InvoiceNumber} stands there and not here`)
  return { here: here.length, there: there.length, fields, sums: sumsOf(here, there), differences }
}

function fieldsOf(document: Record<string, string>): [string, string | bigint][] {
  return [
    ['Account', document.customerNumber ?? ''],
    ['Project', document.projectNumber ?? ''],
    ['NetAmount', øreOf(document.net)],
    ['VatAmount', øreOf(document.vat)],
    ['TotalAmount', øreOf(document.gross)],
  ]
}

function sumsOf(here: readonly Record<string, string>[], there: readonly BookRow[]): Sum[] {
  const total = (amounts: readonly unknown[]) => amounts.reduce<bigint>((sum, amount) => sum + øreOf(amount), 0n)
  return kinds.map(([kind, name]) => ({
    kind: name,
    here: total(here.filter((document) => document.kind === kind).map(({ gross }) => gross)),
    there: total(
      there.map(({ TotalAmount }) => TotalAmount).filter((amount) => Number(amount) < 0 === (kind === 'credit-note')),
    ),
  }))
}

/** "1195.00" and the number 1195 are both 119500. */
export const øreOf = (amount: unknown) =>
  BigInt(
    Number(amount ?? 0)
      .toFixed(2)
      .replace('.', ''),
  )

/** 119500 as "1195.00". */
export function writeØre(øre: bigint): string {
  const digits = String(øre < 0n ? -øre : øre).padStart(3, '0')
  return `${øre < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
