// Journals by hand: what takes numbers of a series without being an invoice, costs on projects, payments, and the undoing.
import { type HandRow, show } from './by-hand.ts'
import { dayOf, getInvoice } from './hand-bookings.ts'
import { fromCents, toCents } from './posting/cents.ts'
import { periodMustBeOpen } from './posting/check-order.ts'
import { nextOf } from './posting/series.ts'
import { findOpen, takeOff } from './posting/settle.ts'
import { insertNumbered, type LedgerLine, writeCustomerTrans, writeJournal } from './posting/write-journal.ts'
import type { World } from './world.ts'

export type Journal = {
  /** Takes the next number of it: `Finans` unless given. */
  readonly Serie?: string | undefined
  readonly Date?: string | undefined
  readonly Text?: string | undefined
  /** Debits are above zero. Together they must come to nothing. */
  readonly Lines?: readonly JournalLine[] | undefined
}

export type JournalLine = {
  readonly Account: string
  readonly Amount: number
  readonly Project?: string | undefined
  /** With a project: a row on it, too. */
  readonly PrCategory?: string | undefined
  readonly Creditor?: string | undefined
  readonly Text?: string | undefined
  readonly Vat?: string | undefined
  readonly Qty?: number | undefined
  readonly Dimension1?: string | undefined
  readonly Dimension2?: string | undefined
}

export type Reminder = {
  Account: string
  Amount?: number | undefined
  Serie?: string | undefined
  Date?: string | undefined
}
export type Payment = { InvoiceNumber: number; Amount?: number | undefined; Date?: string | undefined }

const [dailyJournal, reminder] = [2, 3]
const [debtor, creditor] = [1, 2]
const [payment, collectionLetter] = [1, 9]
const usualSerie = 'Finans'
const [bank, reminderFees, suppliers, costs] = ['5820', '1980', '5700', '2010']

/** A journal; without lines it books a cost of 100 against suppliers. Returns the row of the posted journal. */
export function bookByHand(world: World, company: number, given: Journal): HandRow {
  const {
    Lines = [
      { Account: costs, Amount: 100 },
      { Account: suppliers, Amount: -100 },
    ],
  } = given
  return book(
    world,
    company,
    given,
    dailyJournal,
    (journalId, place) => {
      for (const line of Lines) {
        const { Account, Amount, Project, PrCategory, Creditor, Vat: _, ...others } = line
        if (Project === undefined || PrCategory === undefined) continue
        const category = world.books.find(company, 'PrCategoryClient', PrCategory)?.values
        insertNumbered(world, company, 'ProjectTransClient', 'LineNumber', {
          ...{ ...place, ...others, JournalPostedId: journalId, Project, PrCategory, CatType: category?.CatType },
          ...{ CostAmount: Amount, CostPrice: Amount / (line.Qty ?? 1), Qty: line.Qty ?? 1, CreditorAccount: Creditor },
          ...{ Invoiceable: true, Text: line.Text ?? given.Text },
        })
      }
    },
    Lines.map(({ Creditor, PrCategory: _, ...line }) => ({
      ...line,
      ...(Creditor !== undefined && { DCType: creditor, DCAccount: Creditor }),
    })),
  )
}

/** A reminder with a fee. Its number comes from the series it is given, also from one of invoices. */
export function remindByHand(world: World, company: number, given: Reminder): HandRow {
  const { Account, Amount = 100 } = given
  const text = `Rykker ${Account}`
  const group = world.books.find(company, 'DebtorClient', Account)?.values.Group ?? ''
  const control = String(world.books.find(company, 'DebtorGroupClient', group)?.values.SummeryAccount ?? '')
  return book(
    world,
    company,
    { ...given, Text: text },
    reminder,
    (journalId, place) => {
      const item = { ...place, Account, JournalPostedId: journalId, PostType: collectionLetter, Text: text }
      writeCustomerTrans(world, company, { ...item, Invoice: place.Voucher }, toCents(Amount), toCents(Amount))
    },
    [
      { Account: control, Amount, DCType: debtor, DCAccount: Account },
      { Account: reminderFees, Amount: -Amount },
    ],
  )
}

/** A payment on an open invoice: all that is left of it unless an amount is given, in the currency of the invoice. */
export function payByHand(world: World, company: number, given: Payment): HandRow {
  const invoice = getInvoice(world, company, given)
  const { Account = '', Currency } = invoice.values
  const open = findOpen(world, company, Account, given.InvoiceNumber)
  if (open === undefined) throw new Error(`Nothing is open of invoice ${given.InvoiceNumber}`)
  const left = toCents(open.values.RemainingCur)
  const cur = given.Amount === undefined ? left : toCents(given.Amount)
  const local = cur === left ? toCents(open.values.Remaining) : (toCents(open.values.Remaining) * cur) / left
  const group = world.books.find(company, 'DebtorClient', Account)?.values.Group ?? ''
  const control = String(world.books.find(company, 'DebtorGroupClient', group)?.values.SummeryAccount ?? '')
  const text = `Indbetaling faktura ${given.InvoiceNumber}`
  return book(
    world,
    company,
    { Date: given.Date, Text: text },
    dailyJournal,
    (journalId, place) => {
      const item = { ...place, Account, JournalPostedId: journalId, PostType: payment, Text: text, Currency }
      const paid = writeCustomerTrans(world, company, { ...item, Invoice: given.InvoiceNumber }, -cur, -local)
      takeOff(world, company, open, -cur, -local)
      takeOff(world, company, paid, cur, local)
    },
    [
      { Account: bank, Amount: fromCents(local) },
      { Account: control, Amount: fromCents(-local), DCType: debtor, DCAccount: String(Account) },
    ],
  )
}

/** Deletes a posted journal that is no invoice: its ledger and project rows are gone, its own row says so. */
export function unbookByHand(world: World, company: number, journalId: number): HandRow {
  const journal = world.books.find(company, 'GLDailyJournalPostedClient', journalId)
  if (journal === undefined) throw new Error(`There is no journal ${journalId}`)
  if (journal.values.InvoiceNumber !== undefined) throw new Error(`Journal ${journalId} is an invoice`)
  return world.books.together(true, () => {
    for (const entity of ['GLTransClient', 'ProjectTransClient', 'DebtorTransClient', 'DebtorTransOpenClient']) {
      for (const row of world.books.all(company, entity)) {
        if (row.values.JournalPostedId === journalId) world.books.remove(company, entity, row.id)
      }
    }
    const values = { ...journal.values, Deleted: world.now().toISOString(), DeletedBy: 'By hand' }
    const row = world.books.replace(company, 'GLDailyJournalPostedClient', journal.id, values)
    return show(world, company, 'GLDailyJournalPostedClient', row)
  })
}

type Place = {
  readonly Date: string
  readonly Voucher: number
  readonly VoucherX: string
  readonly NumberSerie: string
}

function book(
  world: World,
  company: number,
  { Serie = usualSerie, Date: day, Text = 'Kassekladde' }: Omit<Journal, 'Lines'>,
  origin: number,
  also: (journalId: number, place: Place) => void,
  lines: readonly LedgerLine[],
): HandRow {
  return world.books.together(true, () => {
    const date = dayOf(world, { Date: day })
    periodMustBeOpen(world, company, date)
    const number = nextOf(world, company, Serie)
    const place = { Date: date, Voucher: number.number, VoucherX: number.shown, NumberSerie: Serie }
    const id = writeJournal(world, company, { ...place, Text, Origin: origin, PostedBy: 'By hand' }, lines)
    also(id, place)
    number.take()
    const row = world.books.findById(company, 'GLDailyJournalPostedClient', id)
    if (row === undefined) throw new Error(`Journal ${id} is missing`)
    return show(world, company, 'GLDailyJournalPostedClient', row)
  })
}
