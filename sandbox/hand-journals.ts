// Journals by hand: what takes numbers of a series without being an invoice, costs on projects, and the undoing.
import type { StoredRow, Value } from './books.ts'
import { type HandRow, show } from './by-hand.ts'
import { dayOf } from './hand-bookings.ts'
import { fromCents, toCents } from './posting/cents.ts'
import { periodMustBeOpen } from './posting/check-order.ts'
import { nextOf } from './posting/series.ts'
import { giveBack } from './posting/settle.ts'
import { insertNumbered, type LedgerLine, rowOf, writeCustomerTrans, writeJournal } from './posting/write-journal.ts'
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
  /** Who it was bought from, on the row of the project only. */
  readonly Supplier?: string | undefined
  /** The voucher behind it. */
  readonly DocumentRef?: number | undefined
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

export const dailyJournal = 2
const reminder = 3
const [debtor, creditor] = [1, 2]
const collectionLetter = 9
const usualSerie = 'Finans'
const [reminderFees, suppliers, costs] = ['1980', '5700', '2010']

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
        const { Account, Amount, Project, PrCategory, Supplier, Creditor = Supplier, Vat: _, ...others } = line
        if (Project === undefined || PrCategory === undefined) continue
        const category = world.books.find(company, 'PrCategoryClient', PrCategory)?.values
        insertNumbered(world, company, 'ProjectTransClient', 'LineNumber', {
          ...{ ...place, ...others, JournalPostedId: journalId, Project, PrCategory, CatType: category?.CatType },
          ...{ CostAmount: Amount, CostPrice: Amount / (line.Qty ?? 1), Qty: line.Qty ?? 1, CreditorAccount: Creditor },
          ...{ Invoiceable: true, Text: line.Text ?? given.Text },
        })
      }
    },
    Lines.map(({ Creditor, PrCategory: _, Supplier: __, ...line }) => ({
      ...line,
      ...(Creditor !== undefined && { DCType: creditor, DCAccount: Creditor }),
    })),
  )
}

/** A reminder with a fee. Its number comes from the series it is given, also from one of invoices. */
export function remindByHand(world: World, company: number, given: Reminder): HandRow {
  const { Account, Amount = 100 } = given
  const text = `Rykker ${Account}`
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
      { Account: controlAccount(world, company, Account), Amount, DCType: debtor, DCAccount: Account },
      { Account: reminderFees, Amount: -Amount },
    ],
  )
}

/** Deletes a posted journal that is no invoice: its rows are gone, what it settled is open again, its own row says so. */
export function unbookByHand(world: World, company: number, journalId: number): HandRow {
  const journal = world.books.find(company, 'GLDailyJournalPostedClient', journalId)
  if (journal === undefined) throw new Error(`There is no journal ${journalId}`)
  if (journal.values.InvoiceNumber !== undefined) throw new Error(`Journal ${journalId} is an invoice`)
  return world.books.together(true, () => {
    for (const row of world.books.all(company, 'DebtorTransClient')) {
      if (row.values.JournalPostedId === journalId) takeOffBalance(world, company, row)
    }
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

function takeOffBalance(world: World, company: number, { values }: StoredRow): void {
  giveBack(world, company, values)
  const customer = world.books.find(company, 'DebtorClient', values.Account ?? '')
  if (customer === undefined) return
  const CurBalance = fromCents(toCents(customer.values.CurBalance) - toCents(values.Amount))
  world.books.replace(company, 'DebtorClient', customer.id, rowOf({ ...customer.values, CurBalance }))
}

/** The ledger account that sums up the group of a customer. */
export function controlAccount({ books }: World, company: number, account: Value): string {
  const group = books.find(company, 'DebtorClient', account)?.values.Group ?? ''
  return String(books.find(company, 'DebtorGroupClient', group)?.values.SummeryAccount ?? '')
}

type Place = {
  readonly Date: string
  readonly Voucher: number
  readonly VoucherX: string
  readonly NumberSerie: string
}

export function book(
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
