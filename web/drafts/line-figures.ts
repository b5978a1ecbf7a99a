// What is typed in the cells of a line, and what it would come to.
import type { InvoiceLine } from '../../src/invoices/invoice.ts'
import type { Language } from '../../src/lib/i18n/sentence.ts'
import { lineNet, magnitude, toMinor, writeAmount } from '../../src/lib/money.ts'
import { readDecimal } from '../ui/decimal.ts'
import type { LineFields } from './use-draft.tsx'

export const figureFields = ['quantity', 'unitPrice', 'discountPercent'] as const
export type FigureField = (typeof figureFields)[number]
/** Undefined: as it is saved. */
export type Typed = { text?: string; reason?: string } & Partial<Record<FigureField, string>>

export const onlyChanged = (line: InvoiceLine, fields: Partial<LineFields>): Partial<LineFields> =>
  Object.fromEntries(Object.entries(fields).filter(([name, value]) => value !== line[name as keyof InvoiceLine]))

/** Whether the line bills something else than what its sources are worth. */
export function differs(line: InvoiceLine, after: LineFields, currency: string): boolean {
  return line.registeredNet !== null && lineNet(after, currency) !== toMinor(line.registeredNet, currency)
}

/** Net as it would be with what is typed; as it is while that is no figure. */
export function netNow(line: InvoiceLine, typed: Typed, language: Language, currency: string): string {
  const now = (name: FigureField) => {
    const text = typed[name]
    return text === undefined ? line[name] : readDecimal(text, language)
  }
  const [quantity, unitPrice, discountPercent] = [now('quantity'), now('unitPrice'), now('discountPercent')]
  if (figureFields.every((name) => typed[name] === undefined)) return line.net
  if (quantity === undefined || unitPrice === undefined || discountPercent === undefined) return line.net
  return writeAmount(lineNet({ quantity, unitPrice, discountPercent }, currency), currency)
}

export function difference(
  from: string,
  to: string,
  currency: string,
  words: { more: (amount: string) => string; less: (amount: string) => string },
  write: (amount: string, currency: string) => string,
): string {
  const minor = toMinor(to, currency) - toMinor(from, currency)
  const size = write(writeAmount(magnitude(minor), currency), currency)
  return minor < 0n ? words.less(size) : words.more(size)
}
