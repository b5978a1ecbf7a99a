// A document there as it comes in here: its days, its amounts, and its lines with the account and VAT that were booked.
import { Decimal } from 'decimal.js'
import type { VatCode } from '../accounting/vat-code.ts'
import { rateOn } from '../accounting/vat-code.ts'
import type { Booked, LineBooked } from '../invoices/record-as-booked.ts'
import type { Day } from '../lib/dates.ts'
import { addDays } from '../lib/dates.ts'
import { plain, sum, vatOf, writeAmount } from '../lib/money.ts'
import type { FoundRow } from './books.ts'
import { dayOf } from './books-sort.ts'
import { numberOf } from './post-look.ts'
import { toTheirs } from './post-read-back.ts'
import type { Row } from './session.ts'
import { fromTheWire } from './to-order.ts'

/** @throws when the row shows no amounts or no day: the comparison has kept those out. */
export function toBooked(
  row: Row,
  { series, currency }: Pick<FoundRow, 'series' | 'currency'>,
  written: (serial: number) => string,
): Booked {
  const theirs = toTheirs(row, currency)
  const invoicedOn = dayOf(row.Date)
  const { theirNet: net, theirVat: vat, theirGross: gross } = theirs
  if (net === null || vat === null || gross === null || invoicedOn === null)
    throw new Error(`Document ${numberOf(row)} there shows no amounts or no day.`)
  return {
    series,
    serial: numberOf(row),
    number: written(numberOf(row)),
    invoicedOn,
    dueOn: theirs.theirDueOn ?? addDays(invoicedOn, 0),
    net,
    // The sum of the document there is its total; VAT is what is left of it.
    vat: gross - net,
    gross,
    paymentId: typeof row.Requisition === 'string' && row.Requisition !== '' ? row.Requisition : null,
  }
}

/** The lines there. Where they are not shown, or come to another net, one line stands for the whole. */
export function toLines(
  row: Row,
  lines: readonly Row[],
  booked: Booked,
  currency: string,
  codes: readonly VatCode[],
): LineBooked[] {
  const read = lines.map((line) => toLine(line, currency))
  const isWhole = read.length > 0 && sum(read.map(({ net }) => net)) === booked.net
  const whole = { text: textOf(row.Remark) || booked.number, vatCode: textOf(row.Vat) || null, accountNumber: null }
  const kept = isWhole
    ? read
    : [{ ...whole, quantity: '1', unitPrice: writeAmount(booked.net, currency), net: booked.net }]
  const isOneCode = new Set(kept.map(({ vatCode }) => vatCode)).size === 1
  return kept.map((line) => withVat(line, booked, codes, isOneCode))
}

type LineThere = Pick<LineBooked, 'text' | 'quantity' | 'unitPrice' | 'net'> & {
  vatCode: string | null
  accountNumber: string | null
}

function toLine(line: Row, currency: string): LineThere {
  const net = [line.InvoiceTotal, line.TotalCur, line.Total, line.NetAmount]
    .map((value) => fromTheWire(value, currency))
    .find((value) => value !== undefined)
  const quantity = decimal(line.InvoiceQty) ?? '1'
  return {
    text: textOf(line.Text),
    quantity,
    unitPrice: decimal(line.InvoicePrice) ?? writeAmount(net ?? 0n, currency),
    net: net ?? 0n,
    vatCode: textOf(line.Vat) || null,
    accountNumber: textOf(line.PostingAccount) || null,
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const decimal = (value: unknown): string | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? new Decimal(value).toFixed() : undefined

/** A code that is not known here keeps its name; its rate is then the one that the document as a whole shows. */
function withVat(
  line: LineThere,
  { net, vat, invoicedOn }: Booked,
  codes: readonly VatCode[],
  isOneCode: boolean,
): LineBooked {
  const known = codes.find(({ code }) => code === line.vatCode)
  const percent = rateOf(known, invoicedOn) ?? (isOneCode && net !== 0n ? percentShown(net, vat) : undefined)
  const category = known?.category ?? (percent && percent !== '0' ? 'standard' : undefined)
  if (line.vatCode === null || percent === undefined || category === undefined)
    return { ...line, vatCode: null, vat: 0n }
  return {
    ...line,
    vatCodeId: known?.id ?? null,
    vatCategory: category,
    vatPercent: percent,
    vat: vatOf(line.net, percent),
  }
}

const rateOf = (code: VatCode | undefined, day: Day): string | undefined => code && rateOn(code.rates, day)?.percent

const percentShown = (net: bigint, vat: bigint): string =>
  plain(new Decimal(vat.toString()).mul(100).div(net.toString()).toDecimalPlaces(1).toFixed())
