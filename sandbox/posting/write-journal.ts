// A posted journal: its row, its ledger rows, which balance, and the customer rows that hang on it.
import type { Row, StoredRow, Value } from '../books.ts'
import type { World } from '../world.ts'
import { fromCents, sum, toCents } from './cents.ts'

export type Given = Readonly<Record<string, Value | undefined>>

/** Blank, zero and false are absent. */
export function rowOf(given: Given): Row {
  return Object.fromEntries(Object.entries(given).filter((entry): entry is [string, Value] => Boolean(entry[1])))
}

/** Inserts a row that shows its own number in `field`. */
export function insertNumbered(world: World, company: number, entity: string, field: string, given: Given): StoredRow {
  const { id } = world.books.insert(company, entity, rowOf(given))
  return world.books.replace(company, entity, id, rowOf({ ...given, [field]: id }))
}

export type LedgerLine = Given & { readonly Account: string; readonly Amount: number }

/** Throws when the lines do not balance. */
export function writeJournal(
  world: World,
  company: number,
  journal: Given & { readonly Date: string; readonly Voucher: number; readonly NumberSerie: string },
  lines: readonly LedgerLine[],
): number {
  const { Date: day, Origin, Text, ...others } = journal
  if (sum(lines.map(({ Amount }) => toCents(Amount))) !== 0n) throw new Error('The journal does not balance')
  const written = lines.filter(({ Amount }) => Amount !== 0)
  const { id } = insertNumbered(world, company, 'GLDailyJournalPostedClient', 'JournalPostedId', {
    ...others,
    Posted: world.now().toISOString(),
    Lines: written.length,
    DateMin: day,
    DateMax: day,
    Comment: Text,
  })
  for (const [at, line] of written.entries()) {
    world.books.insert(
      company,
      'GLTransClient',
      rowOf({
        ...{ Date: day, DocumentDate: day, Text, Origin },
        ...{ Voucher: journal.Voucher, NumberSerie: journal.NumberSerie, Invoice: journal.InvoiceNumber },
        ...{ VoucherLine: at + 1, JournalPostedId: id },
        ...line,
      }),
    )
  }
  return id
}

/** A customer row; what is open of it stands also among the open ones, under the same number. */
export function writeCustomerTrans(world: World, company: number, given: Given, cur: bigint, local: bigint): StoredRow {
  const amounts = { Amount: fromCents(local), AmountCur: fromCents(cur) }
  const open = cur === 0n ? {} : { Open: true, Remaining: fromCents(local), RemainingCur: fromCents(cur) }
  const row = world.books.insert(company, 'DebtorTransClient', rowOf({ ...given, ...amounts, ...open }))
  if (cur !== 0n) world.books.insert(company, 'DebtorTransOpenClient', row.values, row.id)
  const customer = world.books.find(company, 'DebtorClient', given.Account ?? '')
  if (customer !== undefined) {
    const balance = fromCents(toCents(customer.values.CurBalance) + local)
    world.books.replace(company, 'DebtorClient', customer.id, rowOf({ ...customer.values, CurBalance: balance }))
  }
  return row
}
