// Bills of suppliers by hand, each with the scan of its voucher if wished, and the reversal of a journal.
import type { Row } from './books.ts'
import { type HandRow, putByHand } from './by-hand.ts'
import { dayOf } from './hand-bookings.ts'
import { bookByHand, type Journal, type JournalLine } from './hand-journals.ts'
import { plainPdf } from './plain-pdf.ts'
import { fromCents, sum, toCents } from './posting/cents.ts'
import { insertNumbered, rowOf } from './posting/write-journal.ts'
import type { World } from './world.ts'

export type Bill = {
  /** The supplier; made with this name unless it is there. */
  readonly Creditor: string
  readonly Name?: string | undefined
  /** Of one line; below zero is the supplier's credit note. */
  readonly Amount?: number | undefined
  readonly Project?: string | undefined
  readonly PrCategory?: string | undefined
  /** The account of the cost. */
  readonly Account?: string | undefined
  /** Several lines, which all name what they cost; the supplier's own line is added. */
  readonly Lines?: readonly JournalLine[] | undefined
  readonly Serie?: string | undefined
  readonly Date?: string | undefined
  readonly Text?: string | undefined
  /** True for a page that says what was billed, or a PDF or picture as base64. */
  readonly Scan?: boolean | string | undefined
}

const [costs, suppliers] = ['2010', '5700']
const creditor = 2

/** Returns the row of the posted journal. */
export function billByHand(world: World, company: number, given: Bill): HandRow {
  const { Creditor, Project, PrCategory, Account = costs, Amount = 100, Text = `Regning ${Creditor}` } = given
  const on = dayOf(world, { Date: given.Date })
  if (world.books.find(company, 'CreditorClient', Creditor) === undefined) addSupplier(world, company, given)
  const lines = given.Lines ?? [{ Account, Amount, Project, PrCategory, Text }]
  const total = fromCents(sum(lines.map((line) => toCents(line.Amount))))
  const DocumentRef = given.Scan ? addVoucher(world, company, { ...given, Text, Date: on }, total) : undefined
  return bookByHand(world, company, {
    ...{ Serie: given.Serie, Date: on, Text },
    Lines: [
      ...lines.map((line) => ({ ...line, Creditor: undefined, DocumentRef, Supplier: Creditor })),
      { Account: suppliers, Amount: -total, Creditor, Text, DocumentRef },
    ],
  })
}

function addSupplier(world: World, company: number, { Creditor, Name = `Leverandør ${Creditor}` }: Bill): void {
  putByHand(world, company, 'CreditorClient', { Account: Creditor, Name, Group: 'Indland' })
}

/** Answers the number that ledger and project rows refer to it by. */
function addVoucher(world: World, company: number, bill: Bill, total: number): number {
  const { Creditor, Text = '', Date: day = '', Scan } = bill
  const scan =
    typeof Scan === 'string' ? Scan : plainPdf([Text, `Supplier ${Creditor}`, day, total.toFixed(2)]).toString('base64')
  const values = {
    Content: Text,
    Text,
    Amount: total,
    DocumentDate: day,
    CreditorAccount: Creditor,
  }
  return insertNumbered(world, company, 'VouchersClient', 'PrimaryKeyId', { ...values, scan }).id
}

/** Books a journal once more with the opposite sign. Returns the row of the new journal. */
export function reverseByHand(world: World, company: number, journalId: number): HandRow {
  const of = (entity: string) =>
    world.books.all(company, entity).flatMap(({ values }) => (values.JournalPostedId === journalId ? [values] : []))
  const [first, ...others] = of('GLTransClient')
  if (first === undefined) throw new Error(`There is no journal ${journalId} with rows`)
  if (of('DebtorTransClient').length > 0) throw new Error(`Journal ${journalId} is a customer's`)
  const categories = new Map(of('ProjectTransClient').map((row) => [rowKey(row, row.CostAmount), row.PrCategory]))
  const Text = `Tilbageført: ${first.Text ?? ''}`.slice(0, 60)
  const Lines = [first, ...others].map((row): JournalLine => {
    const { Account, Amount, Project, DCType, DCAccount, DocumentRef } = row
    return rowOf({
      ...{
        Account,
        Amount: -Number(Amount),
        Project,
        DocumentRef,
        Creditor: DCType === creditor ? DCAccount : undefined,
        Text,
      },
      ...{ PrCategory: categories.get(rowKey(row, Amount)) },
    }) as unknown as JournalLine
  })
  return bookByHand(world, company, { Serie: String(first.NumberSerie), Text, Lines } satisfies Journal)
}

const rowKey = ({ Project, Text }: Row, amount: unknown) => `${Project}/${Text}/${amount}`
