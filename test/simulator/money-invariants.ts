// What must hold of money when the trouble is over: what is open here is open there, and each cost there is one expense here.
import type { HandRow } from '../../sandbox/by-hand.ts'
import { passesFilter, readAccountFilter } from '../../src/uniconta/ledger-facts.ts'
import { type DocumentSays, listDocuments } from './documents.ts'
import type { Violation } from './invariants.ts'
import { ourRow } from './money-rows.ts'
import { companyId, type Office } from './office.ts'

export async function checkMoney(office: Office): Promise<Violation[]> {
  const documents = await listDocuments(office)
  const rows = new Map(documents.flatMap((one) => ourRow(office, one) ?? []).map((row) => [row.RowId, row]))
  const own = new Set([...rows.values()].map(({ JournalPostedId }) => Number(JournalPostedId)))
  await noteReached(office)
  return [
    ...(await paidAsThere(office, documents)),
    ...(await sumsAgree(office)),
    ...(await expensesAsThere(office, own)),
    ...(await nothingFailed(office)),
  ]
}

const toOre = (amount: unknown): bigint => BigInt(Math.round(Number(amount ?? 0) * 100))
const sumOf = (amounts: readonly bigint[]) => amounts.reduce((sum, amount) => sum + amount, 0n)

/** An invoice and its credit notes are one. Where a person let another amount stand there, just that is the difference. */
async function paidAsThere(office: Office, documents: readonly DocumentSays[]): Promise<Violation[]> {
  const { rows: standings } = await office.beginning.pool.query<{ id: string; open: string }>(
    'select invoice_id as id, open::text from invoice_standing',
  )
  const open = new Map(standings.map((row) => [row.id, BigInt(row.open)]))
  return documents.flatMap((head) => {
    if (head.kind !== 'invoice') return []
    const group = [head, ...documents.filter(({ creditedId }) => creditedId === head.id)]
    const items = group.map((document) => itemOf(office, document, documents))
    if (items.some((item) => item === undefined)) return [] // Its violation is that it is not booked.
    const there = sumOf(items.map((item) => (item ? item.remaining - item.over : 0n)))
    const difference = sumOf(items.map((item, at) => (group[at]?.gross ?? 0n) - (item?.gross ?? 0n)))
    const here = (open.get(head.id) ?? 0n) - difference
    if (difference !== 0n) office.counts.note('money of another amount there')
    return here === there
      ? []
      : [{ rule: 'paid as there', text: `${here} øre are open of ${head.serial} here, and ${there} there` }]
  })
}

/** What is open of a document there, and of payments of its customer that name it. */
function itemOf(office: Office, document: DocumentSays, documents: readonly DocumentSays[]) {
  const row = ourRow(office, document)
  const all = office.sandbox.rows(companyId, 'DebtorTransClient')
  const item = row && all.find(({ JournalPostedId }) => JournalPostedId === row.JournalPostedId)
  if (!item) return undefined
  // An invoice and a credit note may have the same number: what came in names the invoice.
  const hasTwin = documents.some((other) => {
    const its = other.id === document.id ? undefined : ourRow(office, other)
    return its !== undefined && its.InvoiceNumber === item.Invoice && its.Account === item.Account
  })
  const isPayment = (one: HandRow) =>
    one.PostType === 'Payment' &&
    one.Invoice === item.Invoice &&
    one.Account === item.Account &&
    (!hasTwin || Number(one.AmountCur) < 0 !== Number(item.AmountCur) < 0)
  return {
    gross: toOre(item.AmountCur),
    remaining: toOre(item.RemainingCur),
    over: -sumOf(all.filter(isPayment).map(({ RemainingCur }) => toOre(RemainingCur))),
  }
}

async function sumsAgree({ beginning }: Office): Promise<Violation[]> {
  const { rows } = await beginning.pool.query<{ serial: number }>(`
    select i.serial from invoice i join invoice_standing s on s.invoice_id = i.id
      left join payment p on p.invoice_id = i.id group by i.serial, s.paid having s.paid <> coalesce(sum(p.amount), 0)`)
  return rows.map(({ serial }) => ({ rule: 'nothing twice', text: `What is paid of ${serial} is not its payments` }))
}

type ExpenseHere = { key: string | null; series: string; journal: number; text: string }

/** By the rows of the ledger, and never by what the import says of them. */
async function expensesAsThere(office: Office, own: ReadonlySet<number>): Promise<Violation[]> {
  const { rows: here } = await office.beginning.pool.query<ExpenseHere>(`
    select r.journal_id || '/' || r.line || '/' || r.account as key, r.series, r.journal_id as journal,
           e.company_amount || ' on ' || p.number as text
      from project_expense e join project p on p.id = e.project_id
      left join uniconta_ledger_row r on r.expense_id = e.id where e.source = 'import'`)
  const { series, there } = await costsThere(office, own)
  const left = new Map(here.flatMap((one) => (one.key !== null && one.series === series ? [[one.key, one.text]] : [])))
  return [
    ...here.flatMap(({ key, journal, text }) =>
      key === null
        ? [{ rule: 'one expense for a row', text: `An expense of ${text} has no row in the ledger` }]
        : own.has(journal)
          ? [{ rule: 'no expense of our own', text: `Row ${key} is of a document from here, and an expense` }]
          : [],
    ),
    ...[...there].flatMap(([key, text]) =>
      left.get(key) === text
        ? []
        : [{ rule: 'each row is an expense', text: `Row ${key} is ${text}, here ${left.get(key) ?? 'nothing'}` }],
    ),
    ...[...left].flatMap(([key, text]) =>
      there.has(key) || own.has(Number(key.split('/')[0])) || there.size === 0
        ? []
        : [{ rule: 'each expense is a row', text: `Row ${key} of ${text} is not there` }],
    ),
  ]
}

/** The rows that have to be here, by the settings of now: what came in by others stays, and is not followed any more. */
async function costsThere({ beginning, sandbox }: Office, own: ReadonlySet<number>) {
  const { rows: settings } = await beginning.pool.query<{ series: string; accounts: string }>(`
    select settings ->> 'expenseSeries' as series, settings ->> 'expenseAccounts' as accounts
      from integration where type = 'uniconta'`)
  const { series = '', accounts = '' } = settings[0] ?? {}
  const { rows: projects } = await beginning.pool.query<{ number: string }>('select number from project')
  const known = new Set(projects.map(({ number }) => number))
  const ranges = readAccountFilter(accounts) ?? []
  const rows = sandbox
    .rows(companyId, 'GLTransClient')
    .filter(
      ({ JournalPostedId, Account, Project, NumberSerie, Amount }) =>
        known.has(String(Project)) &&
        NumberSerie === series &&
        passesFilter(String(Account), ranges) &&
        !own.has(Number(JournalPostedId)) &&
        toOre(Amount) !== 0n,
    )
  const there = rows.map(
    ({ JournalPostedId, VoucherLine, Account, Project, Amount }) =>
      [`${JournalPostedId}/${VoucherLine}/${Account}`, `${toOre(Amount)} on ${Project}`] as const,
  )
  return { series, there: new Map<string, string>(there) }
}

/** A ledger that is shown without any row proves nothing: that its last cost was deleted is told, and left to a person. */
async function nothingFailed({ beginning }: Office): Promise<Violation[]> {
  const { rows } = await beginning.pool.query<{ kind: string; state: string; sentence: string }>(`
    select kind, state, sentence ->> 'key' as sentence from sync_task
     where kind in ('payment.import', 'expense.import', 'expense.review') and state <> 'done'
       and coalesce(sentence ->> 'key', '') <> 'import.emptyLedger'`)
  return rows.map(({ kind, state, sentence }) => ({
    rule: 'the lane drains',
    text: `${kind} is ${state}: ${sentence}`,
  }))
}

async function noteReached({ beginning, sandbox, counts, wasRestored }: Office): Promise<void> {
  const { rows } = await beginning.pool.query<{ kind: string; name: string }>(`
    select distinct case a.kind when 'payment.import' then 'payments' else 'expenses' end as kind, v.key as name from sync_attempt a cross join lateral jsonb_each_text(a.sentence -> 'values') v
     where a.kind in ('payment.import', 'expense.import', 'expense.review') and v.value ~ '^[1-9]'
       and v.key in ('imported', 'changed', 'removed', 'skipped')`)
  for (const { kind, name } of rows) counts.note(`money ${kind}: ${name}`)
  const { rows: ours } = await beginning.pool.query(`select from uniconta_ledger_row where state = 'ours' limit 1`)
  if (ours.length > 0) counts.note('money a row of our own')
  if (wasRestored && rows.some(({ name }) => name === 'imported')) counts.note('money after a restore')
  for (const { path, fault } of sandbox.calls())
    if (fault && /DebtorTrans|GLTrans|ProjectTrans|PostedClient/.test(path)) counts.note(`money read with ${fault}`)
}
