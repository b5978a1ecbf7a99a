// UC-42, UC-52: a document as an order with lines. What the other side would add or guess is set, so that nothing is.
import type { LineRecord } from '../invoices/invoice-store.ts'
import { lineNet, plain, toMinor, writeAmount } from '../lib/money.ts'
import { toDate } from './fields.ts'
import type { Document } from './posting-document.ts'
import type { Row } from './session.ts'

/** What a document needs to know of the other side. */
export type OrderPlace = {
  account: string
  project: string
  category: string
  payment: string
  /** Number and value of the department dimension; null leaves it out. */
  dimension: { number: number; value: string } | null
  /** The original of a credit note as the other side numbers it, when it stands there. */
  settles: number | null
}

const longestRemark = 300
const longestRequisition = 50

export function toOrder(document: Document, place: OrderPlace, orderNumber: number): { order: Row; lines: Row[] } {
  const { reference, currency, description, paymentId, invoicedOn, dueOn, project } = document
  return {
    order: {
      OrderNumber: orderNumber,
      Account: place.account,
      InvoiceAccount: place.account,
      OurRef: reference,
      Requisition: paymentId.slice(0, longestRequisition),
      Remark: (description ?? project.name).slice(0, longestRemark).toWellFormed(),
      Project: place.project,
      PrCategory: place.category,
      Currency: currency,
      Payment: place.payment,
      InvoiceDate: toDate(invoicedOn),
      DueDate: toDate(dueOn),
      PricesInclVat: false,
      EndDiscountPct: 0,
      DeleteOrder: true,
      DeleteLines: true,
      ...(place.settles === null ? {} : { Settlements: String(place.settles) }),
      ...dimensionOf(place),
    },
    lines: document.lines.map((line, index) => toOrderLine(line, document, place, index + 1)),
  }
}

function toOrderLine(line: LineRecord, { currency }: Document, place: OrderPlace, position: number): Row {
  const { text, quantity, price } = sentAs(line, currency)
  return {
    LineNumber: position,
    Text: text,
    Qty: onTheWire(quantity),
    Price: onTheWire(price),
    DiscountPct: 0,
    ...(line.accountNumber === null ? {} : { PostingAccount: line.accountNumber, Vat: line.vatCode ?? '' }),
    Project: place.project,
    PrCategory: place.category,
    DoInvoice: true,
    ...dimensionOf(place),
  }
}

/**
 * The total is what counts: it goes as quantity and price where their product is the total to the øre with two decimals, else as
 * one piece, and how it came about stands in the text. A discount is in the total.
 */
function sentAs(line: LineRecord, currency: string): { text: string; quantity: string; price: string } {
  if (line.productType === null) return { text: line.text, quantity: '0', price: '0' }
  const total = writeAmount(line.net, currency)
  const price = writeAmount(toMinor(line.unitPrice, currency), currency)
  const isExact =
    plain(price) === plain(line.unitPrice) &&
    lineNet({ quantity: line.quantity, unitPrice: price }, currency) === line.net
  if (isExact && isShort(line.quantity)) return { text: line.text, quantity: line.quantity, price }
  const parts = `${plain(line.quantity)} x ${plain(line.unitPrice)}`
  const discount = plain(line.discountPercent) === '0' ? '' : ` - ${plain(line.discountPercent)} %`
  return {
    text: `${line.text.slice(0, longestLineText - 60).toWellFormed()} (${parts}${discount})`,
    quantity: line.net < 0n ? '-1' : '1',
    price: line.net < 0n ? total.slice(1) : total,
  }
}

const longestLineText = 1_000
/** More decimals than the other side shows might be rounded there. */
const isShort = (quantity: string) => (plain(quantity).split('.')[1] ?? '').length <= 2

const dimensionOf = ({ dimension }: OrderPlace): Row =>
  dimension ? { [`Dimension${dimension.number}`]: dimension.value } : {}

/** The wire has JSON numbers only. A decimal of at most fifteen digits survives it unchanged. */
export const onTheWire = (decimal: string): number => Number(decimal)

/** An amount that came as a JSON number, or as text, in whole minor units; undefined when it is none. */
export function fromTheWire(value: unknown, currency: string): bigint | undefined {
  const text = typeof value === 'number' ? value.toFixed(4) : typeof value === 'string' ? value : ''
  return /^-?\d{1,12}(\.\d+)?$/.test(text) ? toMinor(text, currency) : undefined
}
