// What becomes of ledger rows, in one transaction: new ones become expenses, altered ones are followed, and where a person has
// billed or edited the expense nothing is changed but the row is flagged, so that a person chooses.
import {
  ensureActivity,
  type ImportedFields,
  type ImportedRecord,
  insertImported,
  lockImported,
  type NewImported,
  removeImported,
  updateImported,
} from '../expenses/imported-expense.ts'
import type { Tx } from '../lib/database/database.ts'
import { newId } from '../lib/ids.ts'
import { isZero, rateBetween } from '../lib/money.ts'
import { type ImportRules, importer } from './import-rules.ts'
import { type Counts, knownOfJournals, type LedgerRecord, noCounts, ownJournals, sameRow } from './import-store.ts'
import { ledgerRow } from './import-table.ts'
import {
  alteredFields,
  keyText,
  type LedgerFacts,
  type LedgerKey,
  passesFilter,
  projectKeyOf,
  type SkipReason,
  type WrittenExpense,
} from './ledger-facts.ts'
import { projectsByKey } from './project-alias.ts'

/** A row as read there; `facts` undefined when it was not understood, `raw` then says what stood there. */
export type ReadRow = { key: LedgerKey; facts: LedgerFacts | undefined; raw: LedgerFacts }
export type Applying = { rules: ImportRules; companyCurrency: string; now: Date }

type Look = Applying & {
  tx: Tx
  counts: Counts
  projects: ReadonlyMap<string, string>
  own: ReadonlySet<number>
  expenses: ReadonlyMap<string, ImportedRecord>
  activities: Map<string, string | undefined>
  inserts: (typeof ledgerRow.$inferInsert)[]
  newExpenses: NewImported[]
}
type Verdict = { goes: true; projectId: string } | { goes: false; state: 'ours' } | { goes: false; reason: SkipReason }

/** Rows of whole journals, in any order. A row without a project counts only where it had one before. */
export async function applyRows(tx: Tx, applying: Applying, reads: readonly ReadRow[]): Promise<Counts> {
  const { rules } = applying
  const journals = [...new Set(reads.map(({ key }) => key.journalId))]
  const known = await knownOfJournals(tx, rules.companyId, journals)
  const concerned = reads.filter(({ key, raw }) => raw.project !== '' || known.has(keyText(key)))
  const look = await openLook(tx, applying, journals, [...known.values()], concerned)
  for (const read of concerned) {
    const before = known.get(keyText(read.key))
    if (before) await followRow(look, before, read)
    else await takeRow(look, read)
  }
  await closeLook(look)
  return look.counts
}

/** Stored rows judged once more: their project appeared, the filter changed, or they turned out to be ours. */
export async function judgeAgain(tx: Tx, applying: Applying, rows: readonly LedgerRecord[]): Promise<Counts> {
  const reads = rows.map((row) => ({ key: row, facts: row.facts, raw: row.facts }))
  const look = await openLook(tx, applying, [...new Set(rows.map(({ journalId }) => journalId))], rows, reads)
  for (const [index, row] of rows.entries()) await followRow(look, row, reads[index] as ReadRow)
  await closeLook(look)
  return look.counts
}

/** Rows that stand there no more. */
export async function removeRows(tx: Tx, applying: Applying, rows: readonly LedgerRecord[]): Promise<Counts> {
  const look = await openLook(tx, applying, [], rows, [])
  for (const row of rows) await takeAway(look, row, row.facts, { state: 'gone', reason: null, goneAt: applying.now })
  return look.counts
}

async function openLook(
  tx: Tx,
  applying: Applying,
  journals: readonly number[],
  known: readonly LedgerRecord[],
  reads: readonly ReadRow[],
): Promise<Look> {
  const numbers = [...new Set(reads.map(({ raw }) => projectKeyOf(raw.project)))]
  return {
    ...applying,
    tx,
    counts: noCounts(),
    projects: await projectsByKey(tx, applying.rules.companyId, numbers),
    own: await ownJournals(tx, journals),
    expenses: await lockImported(
      tx,
      known.flatMap(({ expenseId }) => expenseId ?? []),
    ),
    activities: new Map(),
    inserts: [],
    newExpenses: [],
  }
}

/** PostgreSQL takes 65,535 values in a statement; a row has fifteen. */
const rowsAtOnce = 2_000

async function closeLook({ tx, inserts, newExpenses, now }: Look): Promise<void> {
  await insertImported(tx, importer, newExpenses, now)
  for (let from = 0; from < inserts.length; from += rowsAtOnce)
    await tx.insert(ledgerRow).values(inserts.slice(from, from + rowsAtOnce))
}

function judge(look: Look, { key, facts }: ReadRow): Verdict {
  if (look.own.has(key.journalId)) return { goes: false, state: 'ours' }
  if (!facts) return { goes: false, reason: 'unreadable' }
  const projectId = look.projects.get(projectKeyOf(facts.project))
  if (!passesFilter(key.account, look.rules.accounts)) return { goes: false, reason: 'account' }
  if (projectId === undefined) return { goes: false, reason: 'project' }
  return facts.companyAmount === '0' ? { goes: false, reason: 'zero' } : { goes: true, projectId }
}

/** Of a row that is seen for the first time. */
async function takeRow(look: Look, read: ReadRow): Promise<void> {
  const { journalId, voucher, line, account } = read.key
  const expense = await madeExpense(look, read)
  look.inserts.push({
    ...{ companyId: look.rules.companyId, journalId, voucher, line, account },
    ...{ series: look.rules.series, projectKey: projectKeyOf(read.raw.project), facts: read.raw, seenAt: look.now },
    ...stateOf(look, judge(look, read)),
    ...expense,
  })
}

function stateOf(look: Look, verdict: Verdict): Pick<LedgerRecord, 'state' | 'reason'> {
  if (verdict.goes) return { state: 'imported', reason: null }
  if ('state' in verdict) return { state: verdict.state, reason: null }
  look.counts.skipped += 1
  return { state: 'skipped', reason: verdict.reason }
}

async function madeExpense(look: Look, read: ReadRow): Promise<Partial<Pick<LedgerRecord, 'expenseId' | 'written'>>> {
  const verdict = judge(look, read)
  if (!verdict.goes) return {}
  const written = await toWritten(look, read.key, read.raw, verdict.projectId)
  const id = newId(look.now)
  const { billable, isApproved } = look.rules
  look.newExpenses.push({ id, fields: toFields(written, look.companyCurrency), billable, isApproved })
  look.counts.imported += 1
  return { expenseId: id, written }
}

async function followRow(look: Look, before: LedgerRecord, read: ReadRow): Promise<void> {
  const verdict = judge(look, read)
  const isAltered = alteredFields(before.facts, read.raw).length > 0
  const facts = { ...read.raw, more: isKnown(read.raw) ? read.raw.more : before.facts.more }
  const isWaiting = before.state === 'skipped' || before.state === 'gone'
  if (isWaiting) return takeStored(look, before, { ...read, raw: facts }, verdict, isAltered)
  if (before.state === 'ours' || (before.state === 'flagged' && before.goneAt === null && !isAltered)) return
  if (before.state === 'imported' && !verdict.goes && 'state' in verdict)
    return takeAway(look, before, facts, { state: 'ours', reason: null, goneAt: null })
  if (!isAltered && before.goneAt === null) {
    // Scanned or attached afterwards.
    if (facts.documentRef !== before.facts.documentRef) await store(look, before, facts, {})
    return
  }
  // A filter that was narrowed afterwards takes nothing back.
  const projectId = verdict.goes ? verdict.projectId : look.projects.get(projectKeyOf(facts.project))
  if (!read.facts || projectId === undefined || facts.companyAmount === '0') {
    const isBlank = facts.project === ''
    const reason = verdict.goes || 'state' in verdict ? null : verdict.reason
    return takeAway(look, before, facts, {
      state: isBlank ? 'gone' : 'skipped',
      reason: isBlank ? null : (reason ?? 'project'),
      goneAt: isBlank ? look.now : null,
    })
  }
  await changeExpense(look, before, facts, projectId)
}

/** Whether rows beside it were read for it this time. */
const isKnown = ({ more }: LedgerFacts) =>
  more.supplierNumber !== null || more.description !== null || !isZero(more.quantity)

async function takeStored(
  look: Look,
  before: LedgerRecord,
  read: ReadRow,
  verdict: Verdict,
  isAltered: boolean,
): Promise<void> {
  const isSameReason = !verdict.goes && 'reason' in verdict && verdict.reason === before.reason
  if (read.raw.project === '' || (isSameReason && !isAltered)) return
  // What a person deleted here while it stood there stays away.
  const expense = verdict.goes ? await madeExpense(look, read) : {}
  const counts = { ...look.counts }
  const state = stateOf(look, verdict)
  if (before.state === 'skipped') look.counts.skipped = counts.skipped
  await store(look, before, read.raw, { ...state, ...expense, goneAt: null })
}

async function changeExpense(look: Look, before: LedgerRecord, facts: LedgerFacts, projectId: string): Promise<void> {
  const expense = before.expenseId ? look.expenses.get(before.expenseId) : undefined
  // Deleted here by a person: nothing comes back.
  if (!expense) return store(look, before, facts, { goneAt: null })
  const written = await toWritten(look, before, facts, projectId)
  if (isAsWritten(expense, written)) return store(look, before, facts, { state: 'imported', written, goneAt: null })
  if (!mayFollow(expense, before.written)) return flag(look, before, facts, null)
  const fields = toFields(written, look.companyCurrency)
  await updateImported(look.tx, importer, expense, { fields, isApproved: look.rules.isApproved }, look.now)
  look.counts.changed += 1
  await store(look, before, facts, { state: 'imported', written, goneAt: null })
}

type NewState = Pick<LedgerRecord, 'state' | 'reason' | 'goneAt'>

async function takeAway(look: Look, before: LedgerRecord, facts: LedgerFacts, to: NewState): Promise<void> {
  const expense = before.expenseId ? look.expenses.get(before.expenseId) : undefined
  if (expense && !mayFollow(expense, before.written)) return flag(look, before, facts, look.now)
  if (expense) {
    await removeImported(look.tx, importer, expense, look.now)
    look.counts.removed += 1
  }
  await store(look, before, facts, { ...to, expenseId: null, written: null })
}

async function flag(look: Look, before: LedgerRecord, facts: LedgerFacts, goneAt: Date | null): Promise<void> {
  const isNews = before.state !== 'flagged' || (before.goneAt === null) !== (goneAt === null)
  if (isNews || alteredFields(before.facts, facts).length > 0) look.counts.flagged += 1
  await store(look, before, facts, { state: 'flagged', goneAt })
}

async function store(
  { tx, now }: Look,
  before: LedgerRecord,
  facts: LedgerFacts,
  change: Partial<LedgerRecord>,
): Promise<void> {
  await tx
    .update(ledgerRow)
    .set({ facts, projectKey: projectKeyOf(facts.project), seenAt: now, ...change })
    .where(sameRow(before))
}

/** Neither billed nor edited since the import wrote it. */
function mayFollow(expense: ImportedRecord, written: WrittenExpense | null): boolean {
  return expense.billing === 'open' && written !== null && isAsWritten(expense, written)
}

const compared = [
  ...['projectId', 'activityId', 'title', 'description', 'spentOn', 'quantity', 'amount', 'currency'],
  ...['supplierName', 'supplierNumber', 'voucherNumber'],
] as readonly (keyof WrittenExpense)[]

const isAsWritten = (expense: ImportedRecord, written: WrittenExpense) =>
  compared.every((name) => String(expense[name] ?? '') === String(written[name] ?? ''))

async function toWritten(
  look: Look,
  { account, voucher }: Pick<LedgerKey, 'account' | 'voucher'>,
  facts: LedgerFacts,
  projectId: string,
): Promise<WrittenExpense> {
  const activityId = await activityIn(look, projectId)
  const { supplierName, supplierNumber, description, quantity } = facts.more
  const usedQuantity = isZero(quantity) ? facts.quantity : quantity
  return {
    ...{ projectId, activityId, supplierName, supplierNumber, description },
    title: (facts.text || `${account} / ${voucher}`).slice(0, 100),
    spentOn: facts.date,
    quantity: isZero(usedQuantity) ? '1' : usedQuantity,
    ...{ amount: facts.amount, currency: facts.currency, companyAmount: facts.companyAmount },
    voucherNumber: String(voucher),
  }
}

async function activityIn(look: Look, projectId: string): Promise<string> {
  if (!look.activities.has(projectId)) {
    const { activity: name, billable } = look.rules
    look.activities.set(projectId, await ensureActivity(look.tx, importer, { projectId, name, billable }, look.now))
  }
  const id = look.activities.get(projectId)
  if (id === undefined) throw new Error(`Project ${projectId} was deleted while its expenses came in.`)
  return id
}

function toFields(written: WrittenExpense, companyCurrency: string): ImportedFields {
  const { amount, companyAmount, currency } = written
  const [minor, there] = [BigInt(amount), BigInt(companyAmount)]
  return {
    ...written,
    amount: minor,
    companyAmount: there,
    exchangeRate:
      currency === companyCurrency
        ? '1'
        : rateBetween({ minor, currency }, { minor: there, currency: companyCurrency }),
  }
}

/** A person takes what stands there over what stands here. The expense is not billed. */
export async function takeThere(tx: Tx, applying: Applying, row: LedgerRecord): Promise<void> {
  const look = await openLook(tx, applying, [], [row], [{ key: row, facts: row.facts, raw: row.facts }])
  const expense = row.expenseId ? look.expenses.get(row.expenseId) : undefined
  const projectId = look.projects.get(projectKeyOf(row.facts.project))
  if (!expense || row.goneAt || projectId === undefined || row.facts.companyAmount === '0') {
    if (expense) await removeImported(tx, importer, expense, applying.now)
    const reason = row.goneAt || row.facts.project === '' ? null : projectId === undefined ? 'project' : 'zero'
    return store(look, row, row.facts, {
      ...{ state: reason ? 'skipped' : 'gone', reason, expenseId: null, written: null },
    })
  }
  const written = await toWritten(look, row, row.facts, projectId)
  const fields = toFields(written, look.companyCurrency)
  await updateImported(tx, importer, expense, { fields, isApproved: look.rules.isApproved }, applying.now)
  await store(look, row, row.facts, { state: 'imported', written })
}
