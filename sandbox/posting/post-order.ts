// From an order to a posted invoice: everything is checked, then written together, or nothing is.
import type { Row, StoredRow } from '../books.ts'
import { Refusal } from '../error-codes.ts'
import type { World } from '../world.ts'
import { checkLine, getAccount, getCustomer, getTerm, periodMustBeOpen } from './check-order.ts'
import { rateOf } from './exchange.ts'
import { type Priced, priceOrder } from './price-order.ts'
import { nextNumbers } from './series.ts'
import { originalToSettle } from './settle.ts'
import { writeInvoice } from './write-invoice.ts'

export type OrderToPost = { readonly header: Row; readonly lines: readonly Row[] }

export type HowToPost = {
  readonly date: string
  readonly postedBy: string
  readonly simulate?: boolean
  readonly sendEmail?: boolean
  readonly sendXml?: boolean
}

/** Throws a Refusal when it is not posted. */
export function postOrder(
  world: World,
  company: number,
  order: OrderToPost,
  how: HowToPost,
): { priced: Priced; invoice: StoredRow | undefined } {
  const { header } = order
  periodMustBeOpen(world, company, how.date)
  const buyer = getCustomer(world, company, 'Account', header.Account)
  const payerAccount = header.InvoiceAccount ?? buyer.InvoiceAccount
  const payer = payerAccount === undefined ? buyer : getCustomer(world, company, 'InvoiceAccount', payerAccount)
  const group = world.books.find(company, 'DebtorGroupClient', payer.Group ?? '')?.values
  if (group === undefined) throw new Refusal('IdDoesNotExist', 'Group', String(payer.Group ?? ''))
  const lines = chosen(order.lines)
  if (lines.length === 0) throw new Refusal('NoLinesToUpdate', 'OrderNumber', String(header.OrderNumber ?? ''))
  if (group.MandatoryItem === true && lines.some(({ Item }) => Item === undefined)) {
    throw new Refusal('FieldCannotBeBlank', 'Item')
  }
  const priced = priceOrder(world, company, header, lines, { payer, group })
  for (const line of priced.lines) checkLine(world, company, line)
  getAccount(world, company, 'SummeryAccount', String(group.SummeryAccount ?? ''))
  const term = getTerm(world, company, header, payer)
  const exchange = rateOf(world, company, Number(header.Currency ?? 0), how.date)
  if (priced.total === 0n && world.switches.zeroTotal === 'is-refused') {
    throw new Refusal('NoLinesToUpdate', 'TotalAmount', '0')
  }
  const isCreditNote = priced.total < 0n
  const settles = isCreditNote ? originalToSettle(world, company, header, payer, priced.total) : undefined
  const numbers = nextNumbers(world, company, group, isCreditNote)
  if (how.simulate) return { priced, invoice: undefined }
  const invoice = writeInvoice(world, company, {
    ...{ header, buyer, payer, group, priced, term, exchange, settles, numbers, how },
  })
  numbers.take()
  return { priced, invoice }
}

/** Lines are chosen by DoInvoice; where none is, all are. */
function chosen(lines: readonly Row[]): readonly Row[] {
  const marked = lines.filter(({ DoInvoice }) => DoInvoice === true)
  return marked.length > 0 ? marked : lines
}
