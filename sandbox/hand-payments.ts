// Payments by hand: a line of a journal that settles one or several of the customer's invoices, and what is over stays open on it.
import type { StoredRow } from './books.ts'
import { type HandRow, show } from './by-hand.ts'
import { getInvoice } from './hand-bookings.ts'
import { book, controlAccount, dailyJournal } from './hand-journals.ts'
import { divide, fromCents, sum, tenThousandths, toCents, whole } from './posting/cents.ts'
import { findOpen, type Taken, takeOff } from './posting/settle.ts'
import { writeCustomerTrans } from './posting/write-journal.ts'
import type { World } from './world.ts'

export type Payment = {
  /** Of one invoice; `InvoiceNumbers` settles several with one line. */
  readonly InvoiceNumber?: number | undefined
  readonly InvoiceNumbers?: readonly number[] | undefined
  /** In the currency of the invoices; what is open of them unless given. More than that stays open on the payment. */
  readonly Amount?: number | undefined
  /** Who paid, when that is not the customer of the first invoice. */
  readonly Account?: string | undefined
  readonly Date?: string | undefined
  /** What one unit of the invoice's currency came to on the day it was paid; the rate of the invoice unless given. */
  readonly Rate?: number | undefined
  readonly Text?: string | undefined
}

export type SetOff = { readonly InvoiceNumber: number; readonly CreditNumber: number }

const debtor = 1
const [payment, exchangeDifference] = [1, 13]
const [bank, exchangeResult] = ['5820', '1985']

/**
 * Settles the invoices in the order they are named. Money for an invoice that is paid already is taken where an amount is given: it
 * stays open on the row of the payment. Negative amounts are money that went back, of a credit note.
 */
export function payByHand(world: World, company: number, given: Payment): HandRow {
  const numbers = given.InvoiceNumbers ?? (given.InvoiceNumber === undefined ? [] : [given.InvoiceNumber])
  const [first] = numbers
  if (first === undefined) throw new Error('A payment names an invoice')
  const invoice = getInvoice(world, company, { InvoiceNumber: first })
  const { Currency } = invoice.values
  const Account = given.Account ?? String(invoice.values.Account ?? '')
  const open = numbers.flatMap((number) => openItem(world, company, Account, number) ?? [])
  if (open.length === 0 && given.Amount === undefined) throw new Error(`Nothing is open of invoice ${first}`)
  const left = sum(open.map(({ values }) => toCents(values.RemainingCur)))
  const cur = given.Amount === undefined ? left : toCents(given.Amount)
  const parts = partsOf(open, cur)
  const settledLocal = sum(parts.map(({ local }) => local))
  const over = cur - sum(parts.map((part) => part.cur))
  const rate = given.Rate ?? rateOfInvoice(invoice)
  const local = given.Rate === undefined ? settledLocal + atRate(over, rate) : atRate(cur, rate)
  const difference = local - settledLocal - atRate(over, rate)
  const Text = given.Text ?? `Indbetaling faktura ${numbers.join(', ')}`
  return book(
    world,
    company,
    { Date: given.Date, Text },
    dailyJournal,
    (journalId, place) => {
      const item = {
        ...place,
        Account,
        JournalPostedId: journalId,
        Text,
        Currency,
        Invoice: shownNumber(world, numbers),
      }
      const paid = writeCustomerTrans(world, company, { ...item, PostType: payment }, -cur, -local)
      const taken: Taken = parts.map((part) => [
        part.item.id,
        String(-part.cur),
        String(takeOff(world, company, part.item, -part.cur, -part.local)),
      ])
      takeOff(world, company, paid, cur - over, local - atRate(over, rate))
      keep(world, company, paid, taken)
      if (difference !== 0n)
        writeCustomerTrans(world, company, { ...item, PostType: exchangeDifference }, 0n, difference)
    },
    [
      { Account: bank, Amount: fromCents(local) },
      { Account: exchangeResult, Amount: fromCents(-difference) },
      {
        ...{ Account: controlAccount(world, company, Account), Amount: fromCents(difference - local) },
        ...{ DCType: debtor, DCAccount: Account },
      },
    ],
  )
}

/** Settles an invoice with a credit note as far as both are open: no journal, only what is open of the two moves. */
export function setOffByHand(world: World, company: number, given: SetOff): HandRow {
  const { Account = '' } = getInvoice(world, company, given).values
  const invoice = openItem(world, company, String(Account), given.InvoiceNumber)
  const note = openItem(world, company, String(Account), given.CreditNumber)
  const left = toCents(invoice?.values.RemainingCur)
  const credit = -toCents(note?.values.RemainingCur)
  if (invoice === undefined || note === undefined || left <= 0n || credit <= 0n)
    throw new Error(`Invoice ${given.InvoiceNumber} and credit note ${given.CreditNumber} are not both open`)
  const cur = min(left, credit)
  const local = (toCents(note.values.Remaining) * cur) / credit
  return world.books.together(true, () => {
    takeOff(world, company, note, cur, -local)
    takeOff(world, company, invoice, -cur, local)
    const row = world.books.findById(company, 'DebtorTransClient', invoice.id) ?? invoice
    return show(world, company, 'DebtorTransClient', row)
  })
}

type Part = { readonly item: StoredRow; readonly cur: bigint; readonly local: bigint }

function partsOf(open: readonly StoredRow[], cur: bigint): readonly Part[] {
  let left = cur
  return open.flatMap((item) => {
    const remaining = toCents(item.values.RemainingCur)
    const part = remaining < 0n ? max(left, remaining) : min(left, remaining)
    if (part === 0n || part < 0n !== remaining < 0n) return []
    left -= part
    const local =
      part === remaining ? toCents(item.values.Remaining) : (toCents(item.values.Remaining) * part) / remaining
    return [{ item, cur: part, local }]
  })
}

const min = (a: bigint, b: bigint) => (a < b ? a : b)
const max = (a: bigint, b: bigint) => (a > b ? a : b)
const atRate = (cur: bigint, rate: number) => divide(cur * tenThousandths(rate), whole)
const rateOfInvoice = ({ values }: StoredRow) => Number(values.ExchangeRate ?? 1)

/** A credit note too, whose amount is below zero. */
function openItem(world: World, company: number, account: string, number: number): StoredRow | undefined {
  return (
    findOpen(world, company, account, number) ??
    world.books
      .all(company, 'DebtorTransOpenClient')
      .find(({ values }) => values.Account === account && values.Invoice === number && values.PostType !== payment)
  )
}

function shownNumber({ switches }: World, numbers: readonly number[]): number | undefined {
  return numbers.length > 1 && switches.paymentOfSeveral === 'names-none' ? undefined : numbers[0]
}

function keep(world: World, company: number, paid: StoredRow, taken: Taken): void {
  for (const entity of ['DebtorTransClient', 'DebtorTransOpenClient']) {
    const row = world.books.findById(company, entity, paid.id)
    if (row !== undefined)
      world.books.replace(company, entity, paid.id, { ...row.values, settled: JSON.stringify(taken) })
  }
}
