// What the posting of an invoice writes: the document and its lines, the journal, customer and project rows.
import type { Row, StoredRow, Value } from '../books.ts'
import type { World } from '../world.ts'
import { fromCents, percentOf, sum, tenThousandths } from './cents.ts'
import { dueDay } from './due-day.ts'
import type { Exchange } from './exchange.ts'
import type { HowToPost } from './post-order.ts'
import { getVatCode, type Priced, type PricedLine } from './price-order.ts'
import type { Numbers } from './series.ts'
import { takeOff } from './settle.ts'
import { type LedgerLine, rowOf, writeCustomerTrans, writeJournal } from './write-journal.ts'
import { writeProjectTrans } from './write-project-trans.ts'

export type Document = {
  readonly header: Row
  readonly buyer: Row
  readonly payer: Row
  readonly group: Row
  readonly priced: Priced
  readonly term: Row
  readonly exchange: Exchange
  readonly settles: StoredRow | undefined
  readonly numbers: Numbers
  readonly how: HowToPost
}

const invoiceType = 4
const creditNoteType = 5
const debtor = 1
const fromInvoice = 1

export function writeInvoice(world: World, company: number, document: Document): StoredRow {
  const { header, payer, priced, numbers, how, exchange } = document
  const isCreditNote = priced.total < 0n
  const text = String(header.PostingText ?? `${isCreditNote ? 'Kreditnota' : 'Faktura'} ${numbers.invoice}`)
  const ledger = ledgerLines(document)
  const journalId = writeJournal(
    world,
    company,
    {
      ...{ Date: how.date, Voucher: numbers.voucher, VoucherX: numbers.voucherX, NumberSerie: numbers.serie },
      ...{ InvoiceNumber: numbers.invoice, OrderNumber: header.OrderNumber, PostedBy: how.postedBy },
      ...{ Origin: fromInvoice, Text: text },
    },
    ledger,
  )
  const local = sum(ledger.slice(1).map(({ Amount }) => BigInt(Math.round(-100 * Amount))))
  const place = {
    ...{ JournalPostedId: journalId, Date: how.date, Voucher: numbers.voucher, NumberSerie: numbers.serie },
  }
  const due = dueOf(world, document)
  const invoice = world.books.insert(company, 'DebtorInvoiceClient', {
    ...invoiceHead(world, document),
    ...rowOf({ ...place, VoucherX: numbers.voucherX, DueDate: due, AmountLocalCur: fromCents(local) }),
  })
  for (const [at, line] of priced.lines.entries()) {
    world.books.insert(company, 'DebtorInvoiceLines', {
      ...invoiceLine(world, company, document, line, at + 1),
      ...rowOf({ JournalPostedId: journalId, invoice: invoice.id }),
    })
  }
  const item = writeCustomerTrans(
    world,
    company,
    {
      ...place,
      ...{ Account: payer.Account, DeliveryAccount: header.Account, DueDate: due, VoucherX: numbers.voucherX },
      ...{ Invoice: numbers.invoice, PostType: isCreditNote ? creditNoteType : invoiceType, Text: text },
      ...{ Currency: exchange.currency, Project: header.Project },
    },
    priced.total,
    local,
  )
  if (document.settles !== undefined) settle(world, company, document.settles, item, priced.total, local, how.date)
  writeProjectTrans(world, company, document, journalId)
  noteOnMasters(world, company, payer, how.date)
  return invoice
}

/** The customer's row comes first and takes what the others come to, so that rounding of an exchange never unbalances. */
function ledgerLines({ priced, group, payer, header, exchange }: Document): readonly LedgerLine[] {
  const currency = { Currency: exchange.currency, DCType: debtor, DCAccount: payer.Account }
  const lines: LedgerLine[] = []
  for (const { account, net, vat, vatCode, row, project } of priced.lines) {
    lines.push({
      ...currency,
      ...{ Account: account, Amount: fromCents(-exchange.toLocal(net)), AmountCur: fromCents(-net) },
      ...{ Vat: vatCode, VatOperation: vatCode && priced.vatOperation, Project: project, Text: row.Text },
      ...{ AmountVat: fromCents(-exchange.toLocal(vat)), Qty: -Number(row.Qty ?? 0) },
      ...dimensionsOf(row),
    })
  }
  for (const { code, account, base, vat } of priced.vats) {
    lines.push({
      ...currency,
      ...{ Account: account, Amount: fromCents(-exchange.toLocal(vat)), AmountCur: fromCents(-vat) },
      ...{ Vat: code, VatOperation: priced.vatOperation, AmountBase: fromCents(-exchange.toLocal(base)) },
    })
  }
  const local = sum(lines.map(({ Amount }) => BigInt(Math.round(-100 * Amount))))
  const control: LedgerLine = {
    ...currency,
    ...{ Account: String(group.SummeryAccount), Amount: fromCents(local), AmountCur: fromCents(priced.total) },
    ...dimensionsOf(header),
  }
  return [control, ...lines]
}

function dueOf({ switches }: World, { header, how, term }: Document): string {
  if (switches.orderDueDate === 'is-used' && header.DueDate !== undefined) return String(header.DueDate)
  return dueDay(how.date, term)
}

const copied = [
  ...['OrderNumber', 'YourRef', 'Requisition', 'ReferenceNumber', 'Remark', 'Project', 'PrCategory', 'Employee'],
  ...['EndDiscountPct', 'PricesInclVat', 'Vat'],
]

function invoiceHead(world: World, { header, buyer, payer, priced, numbers, term, exchange, how }: Document): Row {
  const now = world.now().toISOString()
  const isForeign = exchange.currency !== exchange.companyCurrency
  return rowOf({
    ...Object.fromEntries(copied.map((name) => [name, header[name]])),
    ...(world.switches.ourRef !== 'is-not-kept' && { OurRef: header.OurRef }),
    ...dimensionsOf(header),
    ...{ Account: payer.Account, Name: payer.Name, DeliveryAccount: payer === buyer ? undefined : buyer.Account },
    ...{ InvoiceNumber: numbers.invoice, Currency: exchange.currency, ExchangeRate: isForeign ? exchange.rate : 0 },
    ...{ NetAmount: fromCents(priced.net), VatAmount: fromCents(priced.vat), TotalAmount: fromCents(priced.total) },
    ...{ LineAmount: fromCents(priced.net), SalesValue: fromCents(priced.net), OrderCreated: header.Created },
    ...{ Payment: term.Payment, PaymentText: term.Name },
    ...{ SendTime: how.sendEmail && now, SendTimeOIO: how.sendXml && now },
  })
}

function invoiceLine(world: World, company: number, document: Document, line: PricedLine, number: number): Row {
  const { header, payer, numbers, how, exchange } = document
  const { row, net, vatCode } = line
  const rate = vatCode === undefined ? 0n : tenThousandths(getVatCode(world, company, vatCode).Rate)
  const quantity = Number(row.Qty ?? 0)
  const local = fromCents(exchange.toLocal(net))
  return rowOf({
    ...{ LineNumber: number, Date: how.date, Item: row.Item, DCAccount: payer.Account, Text: row.Text },
    ...{ Qty: -quantity, InvoiceQty: quantity, InvoicePrice: row.Price, InvoiceTotal: fromCents(net) },
    ...{ NetAmount: local, Total: local, TotalCur: fromCents(net), SalesPrice: row.Price, SalesPriceCur: row.Price },
    ...{ AmountInclVat: fromCents(net + percentOf(net, rate)), Currency: exchange.currency },
    ...{ DiscountPct: row.DiscountPct, Vat: vatCode, Unit: row.Unit, PostingAccount: line.account },
    ...{ OrderNumber: header.OrderNumber, InvoiceNumber: numbers.invoice, Project: line.project },
    ...{ PrCategory: line.category, ReferenceNumber: row.ReferenceNumber, ownAccount: row.PostingAccount },
    ...dimensionsOf(row),
  })
}

export function dimensionsOf(row: Row): Record<string, Value | undefined> {
  return Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`Dimension${n}`, row[`Dimension${n}`]]))
}

function settle(
  world: World,
  company: number,
  original: StoredRow,
  credit: StoredRow,
  total: bigint,
  local: bigint,
  day: string,
): void {
  takeOff(world, company, original, total, local)
  takeOff(world, company, credit, -total, -local)
  const invoice = world.books
    .all(company, 'DebtorInvoiceClient')
    .find(({ values }) => values.JournalPostedId === original.values.JournalPostedId)
  if (invoice === undefined) return
  world.books.replace(company, 'DebtorInvoiceClient', invoice.id, { ...invoice.values, CreditnoteDate: day })
}

function noteOnMasters({ books }: World, company: number, payer: Row, day: string): void {
  const customer = books.find(company, 'DebtorClient', payer.Account ?? '')
  if (customer !== undefined) {
    books.replace(company, 'DebtorClient', customer.id, { ...customer.values, LastInvoice: day })
  }
  const row = books.findById(company, 'CompanyClient', company)
  if (row === undefined) return
  const Invoices = Number(row.values.Invoices ?? 0) + 1
  books.replace(company, 'CompanyClient', company, { ...row.values, Invoices, LastInvoice: day, LastPosting: day })
}
