// What an accountant does in the other system with money and with bills.
import type { HandRow } from '../../sandbox/by-hand.ts'
import { listDocuments } from './documents.ts'
import { ourRow } from './money-rows.ts'
import { companyId, type Office } from './office.ts'

export const moneyWorks = [
  ...(['pay whole', 'pay a part', 'pay too much', 'pay several at once', 'take a payment back'] as const),
  ...(['set a credit note off', 'pay a credit note back', 'another customer names our number'] as const),
  ...(['bill the project', 'bill the project', 'bill another project', 'bill outside the filter'] as const),
  ...(['bill in the series of invoices', 'a bill is reversed', 'a bill is deleted'] as const),
  ...(['a bill gets another amount', 'a bill gets another project'] as const),
] as const
export type MoneyWork = (typeof moneyWorks)[number]

/** As the import's settings in beginning.ts say: costs up to 2010 come in. */
const [costs, outside, suppliers] = ['2010', '2020', '5700'] as const
const unknownProject = '29999'
const anotherCustomer = '88001'

type Kind = 'invoice' | 'credit-note'

/** False when there was nothing to do it with. */
export async function workWithMoney(office: Office, what: MoneyWork): Promise<boolean> {
  const { chance } = office
  switch (what) {
    case 'pay whole':
      return payOne(office, 'invoice', (open) => open)
    case 'pay a part':
      return payOne(office, 'invoice', (open) => 1 + chance.int(open))
    case 'pay too much':
      return payOne(office, 'invoice', (open) => open + 1 + chance.int(50_000))
    case 'pay a credit note back':
      return payOne(office, 'credit-note', (open) => open)
    case 'pay several at once':
      return paySeveral(office)
    case 'take a payment back':
      return takeBack(office)
    case 'set a credit note off':
      return setOff(office)
    case 'another customer names our number':
      return payAsAnother(office)
    case 'bill the project':
      return bill(office, costs, projectOf(office), 'Finans')
    case 'bill another project':
      return bill(office, costs, unknownProject, 'Finans')
    case 'bill outside the filter':
      return bill(office, outside, projectOf(office), chance.pick(['Finans', 'Koeb']))
    case 'bill in the series of invoices':
      return bill(office, costs, projectOf(office), 'AkkordInv')
    case 'a bill is reversed':
      return undo(office, (journal) => office.sandbox.reverseByHand(companyId, journal))
    case 'a bill is deleted':
      return undo(office, (journal) => office.sandbox.unbookByHand(companyId, journal))
    case 'a bill gets another amount':
      return changeAmount(office)
    case 'a bill gets another project':
      return changeProject(office)
  }
}

async function payOne(office: Office, kind: Kind, amountOf: (open: number) => number): Promise<boolean> {
  const [item] = await openDocuments(office, kind)
  if (!item) return false
  const Amount = amountOf(Math.round(Number(item.RemainingCur) * 100)) / 100
  office.sandbox.payByHand(companyId, { InvoiceNumber: Number(item.Invoice), Amount })
  return true
}

async function paySeveral(office: Office): Promise<boolean> {
  const [first, second] = await openDocuments(office, 'invoice')
  if (!first || !second) return false
  office.sandbox.payByHand(companyId, { InvoiceNumbers: [Number(first.Invoice), Number(second.Invoice)] })
  return true
}

function takeBack({ sandbox, chance }: Office): boolean {
  const paid = sandbox.rows(companyId, 'DebtorTransClient').filter(({ PostType }) => PostType === 'Payment')
  if (paid.length === 0) return false
  sandbox.unbookByHand(companyId, Number(chance.pick(paid).JournalPostedId))
  return true
}

async function setOff(office: Office): Promise<boolean> {
  const [invoice] = await openDocuments(office, 'invoice')
  const [note] = await openDocuments(office, 'credit-note')
  if (!invoice || !note) return false
  const [InvoiceNumber, CreditNumber] = [Number(invoice.Invoice), Number(note.Invoice)]
  office.sandbox.setOffByHand(companyId, { InvoiceNumber, CreditNumber })
  return true
}

async function payAsAnother(office: Office): Promise<boolean> {
  const { sandbox } = office
  const [invoice] = await openDocuments(office, 'invoice')
  if (!invoice) return false
  sandbox.put(companyId, 'DebtorClient', { Account: anotherCustomer, Name: 'Another', Group: 'Indland' })
  const given = { InvoiceNumber: Number(invoice.Invoice), Amount: Number(invoice.Amount) }
  sandbox.payByHand(companyId, { ...given, Account: anotherCustomer })
  return true
}

/** Open postings of documents from here, in the order of chance. */
async function openDocuments(office: Office, kind: Kind): Promise<HandRow[]> {
  const documents = (await listDocuments(office)).filter((one) => one.kind === kind)
  const journals = new Set(documents.map((one) => ourRow(office, one)?.JournalPostedId))
  const open = office.sandbox
    .rows(companyId, 'DebtorTransOpenClient')
    .filter(({ JournalPostedId }) => journals.has(JournalPostedId))
  const at = office.chance.int(Math.max(1, open.length))
  return [...open.slice(at), ...open.slice(0, at)]
}

const projectOf = ({ sandbox }: Office) => String(sandbox.rows(companyId, 'ProjectClient')[0]?.Number)

function bill({ sandbox, chance }: Office, Account: string, Project: string, Serie: string): true {
  const isCredit = chance.is(0.15)
  const Lines = Array.from({ length: 1 + chance.int(2) }, () => {
    const cents = 1 + chance.int(500_000)
    return { Account, Amount: (isCredit ? -cents : cents) / 100, Project, PrCategory: '20' }
  })
  sandbox.billByHand(companyId, { Creditor: '7001', Serie, Lines })
  return true
}

function undo(office: Office, act: (journalId: number) => unknown): boolean {
  const row = aBill(office)
  if (row) act(Number(row.JournalPostedId))
  return row !== undefined
}

/** A row with the cost of a bill. */
function aBill({ sandbox, chance }: Office): HandRow | undefined {
  const rows = sandbox
    .rows(companyId, 'GLTransClient')
    .filter(({ Account, Project }) => Project && (Account === costs || Account === outside))
  return rows.length > 0 ? chance.pick(rows) : undefined
}

/** The supplier's row takes the difference over. */
function changeAmount(office: Office): boolean {
  const row = aBill(office)
  const other = office.sandbox
    .rows(companyId, 'GLTransClient')
    .find((one) => one.JournalPostedId === row?.JournalPostedId && one.Account === suppliers)
  if (!row || !other) return false
  const more = 1 + office.chance.int(10_000)
  const by = (amount: unknown, cents: number) => (Math.round(Number(amount) * 100) + cents) / 100
  office.sandbox.put(companyId, 'GLTransClient', { RowId: row.RowId, Amount: by(row.Amount, more) })
  office.sandbox.put(companyId, 'GLTransClient', { RowId: other.RowId, Amount: by(other.Amount, -more) })
  return true
}

function changeProject(office: Office): boolean {
  const row = aBill(office)
  if (!row) return false
  const Project = row.Project === unknownProject ? projectOf(office) : unknownProject
  office.sandbox.put(companyId, 'GLTransClient', { RowId: row.RowId, Project })
  return true
}
