// The lines of a document and their sums, written out.
import type { LineUnit } from '../invoices/invoice.ts'
import { compareDecimals, sum } from '../lib/money.ts'
import type { Row, Section, Sheet, SheetLine, SheetSource } from './sheet.ts'
import type { SheetTexts } from './sheet-texts.ts'
import { writeDecimal, writeMoney, writePercent, writePeriod } from './written.ts'

/** Discount and VAT have a column only where lines differ: an empty one makes a reader look for what is missing. */
export function columnsOf({ lines }: SheetSource, words: SheetTexts): Sheet['columns'] {
  const { columns } = words
  const percents = new Set(lines.flatMap((line) => (line.productType === null ? [] : [line.vatPercent])))
  const hasDiscount = lines.some((line) => compareDecimals(line.discountPercent, '0') !== 0)
  return [
    { key: 'text', caption: columns.text, align: 'left' },
    { key: 'quantity', caption: columns.quantity, align: 'right' },
    { key: 'unit', caption: columns.unit, align: 'left' },
    { key: 'price', caption: columns.price, align: 'right' },
    ...(hasDiscount ? ([{ key: 'discount', caption: columns.discount, align: 'right' }] as const) : []),
    ...(percents.size > 1 ? ([{ key: 'vat', caption: columns.vat, align: 'right' }] as const) : []),
    { key: 'amount', caption: columns.amount, align: 'right' },
  ]
}

/** MB § 58, 3: lines without VAT stand apart, with their own subtotal. A line of text stays with the line that it introduces. */
export function sectionsOf(source: SheetSource, words: SheetTexts): Section[] {
  const parts: { taxable: SheetLine[]; free: SheetLine[] } = { taxable: [], free: [] }
  let texts: SheetLine[] = []
  let last = parts.taxable
  for (const line of source.lines) {
    if (line.productType === null) {
      texts.push(line)
      continue
    }
    last = bearsVat(line) ? parts.taxable : parts.free
    last.push(...texts, line)
    texts = []
  }
  last.push(...texts)
  const isMixed = parts.taxable.some((line) => line.productType) && parts.free.some((line) => line.productType)
  const hasPeriods = periodsDiffer(source.lines)
  const section = ([heading, subtotal]: readonly [string, string], lines: readonly SheetLine[]): Section => ({
    heading: isMixed ? heading : null,
    rows: lines.map((line) => rowOf(line, source, words, hasPeriods)),
    subtotal: isMixed ? { label: subtotal, amount: written(sum(lines.map(({ net }) => net)), source) } : null,
  })
  return [
    ...(parts.taxable.length > 0 ? [section(words.taxable, parts.taxable)] : []),
    ...(parts.free.length > 0 ? [section(words.taxFree, parts.free)] : []),
  ]
}

function rowOf(line: SheetLine, source: SheetSource, words: SheetTexts, hasPeriod: boolean): Row {
  const { language } = source.printed
  if (line.productType === null) return { ...emptyRow, isText: true, text: line.text }
  const isOne = line.quantity === '1' || line.quantity === '-1'
  const [one, many] = words.units[line.unit as LineUnit] ?? [line.unit, line.unit]
  const from = line.periodFrom ?? line.periodTo
  const to = line.periodTo ?? line.periodFrom
  const hasDiscount = compareDecimals(line.discountPercent, '0') !== 0
  return {
    isText: false,
    text: line.text,
    period: hasPeriod && from && to ? writePeriod(from, to, language) : '',
    quantity: writeDecimal(line.quantity, language, line.unit === 'hour' ? 2 : 0),
    unit: isOne ? one : many,
    price: writeDecimal(line.unitPrice, language, 2),
    discount: hasDiscount ? writePercent(line.discountPercent, language) : '',
    vat: bearsVat(line) ? writePercent(line.vatPercent ?? '0', language) : '',
    amount: written(line.net, source),
  }
}

const emptyRow: Row = {
  isText: false,
  text: '',
  period: '',
  quantity: '',
  unit: '',
  price: '',
  discount: '',
  vat: '',
  amount: '',
}

/** Whether lines have periods that differ. If not, the one above the lines says it for all. */
function periodsDiffer(lines: readonly SheetLine[]): boolean {
  const periods = lines.flatMap((line) => (line.productType === null ? [] : [`${line.periodFrom} ${line.periodTo}`]))
  return new Set(periods).size > 1
}

export function sumsOf(source: SheetSource, words: SheetTexts): Sheet['sums'] {
  const { language } = source.printed
  const rows = taxedOf(source).map((vat) => ({
    label: words.vatOf({ percent: writePercent(vat.percent, language), net: written(vat.net, source) }),
    amount: written(vat.vat, source),
    isTotal: false,
  }))
  return [
    ...(rows.length > 0 ? [{ label: words.net, amount: written(source.net, source), isTotal: false }] : []),
    ...rows,
    { label: words.total[source.kind](source.currency), amount: written(source.gross, source), isTotal: true },
  ]
}

/** Sums of lines that bear VAT; the others have neither a rate nor an amount of it (MB § 59). */
export const taxedOf = ({ vats }: SheetSource) => vats.filter(({ percent }) => compareDecimals(percent, '0') > 0)

const bearsVat = ({ vatPercent }: SheetLine) => vatPercent !== null && compareDecimals(vatPercent, '0') > 0

const written = (minor: bigint, { currency, printed }: SheetSource): string =>
  writeMoney(minor, currency, printed.language)
