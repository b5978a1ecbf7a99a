// Import expenses: ledger rows there become project expenses here, a page a turn. The place moves in the transaction that stores
// the page, so that whatever dies is read again, and a row that is read again is known by its key.
import { sql } from 'drizzle-orm'
import { getCompany } from '../company/company-store.ts'
import type { Tx } from '../lib/database/database.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { SyncFailure } from '../sync/failure.ts'
import type { Handler, Outcome, TaskContext } from '../sync/handler.ts'
import { insertLog, type OnLogged } from '../sync/log-store.ts'
import { removeSchedule, type Schedule, setSchedule } from '../sync/schedule.ts'
import { applyRows, judgeAgain, removeRows } from './apply-rows.ts'
import { type ImportRules, rulesOf } from './import-rules.ts'
import {
  advanceRun,
  beginRun,
  type Counts,
  countKnownFrom,
  findOpenRun,
  findPlace,
  type ImportRun,
  knownOfJournals,
  type LedgerRecord,
  listReady,
  listTurnedOurs,
  lookBackFrom,
  noCounts,
  openPlace,
  tailWith,
  updatePlace,
} from './import-store.ts'
import { importTexts } from './import-texts.ts'
import { keyText } from './ledger-facts.ts'
import { enrich, findFirstJournal, journalOf, type Reading, readPage, toReads } from './read-ledger.ts'
import type { Calls, Row } from './session.ts'
import { type UnicontaSettings, unicontaType } from './settings.ts'
import type { WithConnection } from './with-connection.ts'

const say = sayFrom(importTexts)

export const importKind = 'expense.import'
export const reviewKind = 'expense.review'
export const importTask = { kind: importKind, subject: unicontaType, label: 'Import expenses' }
export const reviewTask = { kind: reviewKind, subject: unicontaType, label: 'Review of imported expenses' }

const reviewDays = 90

/** When the import of these settings runs, by the company's clock; the review by night. */
export async function scheduleImport(
  tx: Tx,
  settings: UnicontaSettings | undefined,
  timeZone: string,
  now: Date,
): Promise<void> {
  if (!settings || !rulesOf(settings)) {
    await removeSchedule(tx, importKind)
    await removeSchedule(tx, reviewKind)
    return
  }
  const plan = (task: typeof importTask, cron: string): Schedule => ({ name: task.kind, cron, timeZone, ...task })
  await setSchedule(tx, plan(importTask, cronOf(settings)), now)
  await setSchedule(tx, plan(reviewTask, '41 3 * * *'), now)
}

function cronOf({ expenseEveryMinutes: every, expenseFromHour: from, expenseToHour: to }: UnicontaSettings): string {
  const minutes = every === 60 ? '0' : `*/${every}`
  // A company of the night: from 22 to 5 is two parts of the day.
  return `${minutes} ${from <= to ? `${from}-${to}` : `${from}-23,0-${to}`} * * *`
}

export function expenseImportHandler(withConnection: WithConnection, systemName: string, onLogged: OnLogged): Handler {
  const suppliers = new Map<string, string>()
  return {
    kind: importKind,
    direction: 'in',
    logsSuccess: true,
    run: (context) =>
      withConnection(context, async (connection, calls) => {
        const rules = rulesOf(connection.settings)
        if (!rules) return { outcome: 'off', sentence: say('import.off') }
        const reading = await readingOf(context, rules)
        const tell = teller(context, systemName, onLogged)
        const run = await openRun(context, calls, reading)
        if (!run) return finishEmpty(context, reading)
        return step(context, calls, reading, run, suppliers, tell)
      }),
  }
}

async function readingOf(context: TaskContext, rules: ImportRules): Promise<Reading> {
  const { currency, timeZone } = await getCompany(context.db)
  return { rules, companyCurrency: currency, timeZone, now: context.now }
}

type Tell = (tx: Tx, counts: Counts) => Promise<void>

/** Flagged rows need a person, so they are news of their own. */
function teller(context: TaskContext, system: string, onLogged: OnLogged): Tell {
  return async (tx, { flagged }) => {
    if (flagged === 0) return
    const sentence = say('import.flagged', { count: flagged })
    const { subject, label } = importTask
    const line = {
      at: context.now(),
      level: 'warning',
      system,
      direction: 'in',
      kind: importKind,
      subject,
      label,
    } as const
    await insertLog(tx, { ...line, sentence })
    await onLogged(tx, { ...line, sentence })
  }
}

/** The run under way, or a new one from the place; undefined when nothing was posted after the floor yet. */
async function openRun(context: TaskContext, calls: Calls, reading: Reading): Promise<ImportRun | undefined> {
  const { rules } = reading
  const open = await findOpenRun(context.db, 'import', rules)
  if (open) return open
  const place = await context.inLane((tx) => openPlace(tx, rules))
  const first =
    place.firstJournal ?? (await findFirstJournal(calls, { floor: rules.floor, timeZone: reading.timeZone }))
  if (first === undefined) return undefined
  const next = Math.max(first, lookBackFrom(place.tail, place.cursor))
  return context.inLane(async (tx) => {
    await updatePlace(tx, rules.companyId, { firstJournal: first, accountFilter: rules.accountFilter })
    const run = await beginRun(tx, 'import', rules, next, context.now())
    const applying = { ...reading, now: context.now() }
    const again = [
      ...(await listReady(tx, rules, place.accountFilter !== rules.accountFilter)),
      ...(await listTurnedOurs(tx, rules.companyId)),
    ]
    const counts = await judgeAgain(tx, applying, again)
    await advanceRun(tx, run.id, { ...counts, rows: 0, calls: context.exchange.length }, {})
    return (await findOpenRun(tx, 'import', rules)) as ImportRun
  })
}

async function step(
  context: TaskContext,
  calls: Calls,
  reading: Reading,
  run: ImportRun,
  suppliers: Map<string, string>,
  tell: Tell,
): Promise<Outcome> {
  const { rules } = reading
  const before = context.exchange.length
  const place = await findPlace(context.db, rules.companyId)
  const known = place?.cursor ?? 0
  let page = await readPage(calls, rules.series, { from: run.next, known })
  if (page.rows.length === 0 && (await countKnownFrom(context.db, rules, run.next)) > 0) {
    // Rows known to stand there did not come: an old session shows old lists, so the same is asked in a new one.
    calls.renew()
    page = await readPage(calls, rules.series, { from: run.next, known })
  }
  const read = toReads(page.rows, reading.companyCurrency)
  await enrichNew(context, calls, rules, page.rows, read, suppliers)
  const now = context.now()
  const more = { rows: page.rows.length, calls: context.exchange.length - before }
  const done = await context.inLane(async (tx) => {
    const counts = await applyRows(tx, { ...reading, now }, read.reads)
    await tell(tx, counts)
    const cursor = Math.max(known, page.last)
    const tail = tailWith(place?.tail ?? [], page.rows.map(journalOf))
    await updatePlace(tx, rules.companyId, { cursor, tail, ...(page.next ? {} : { movedAt: run.startedAt }) })
    await advanceRun(tx, run.id, { ...counts, ...more }, page.next ? { next: page.next } : { finishedAt: now })
    const total = Object.entries(counts).map(([name, count]) => [name, count + run[name as keyof Counts]])
    return Object.fromEntries(total) as Counts
  })
  if (page.next !== undefined) return { outcome: 'again', at: now }
  return outcomeOf(done)
}

function outcomeOf(counts: Counts): Outcome {
  const { imported, changed, removed, skipped, flagged } = counts
  return imported + changed + removed + skipped + flagged === 0
    ? { outcome: 'unchanged', sentence: say('import.nothing') }
    : { outcome: 'done', sentence: say('import.done', { imported, changed, removed, skipped, flagged }) }
}

/** Rows that are stored already keep what was read beside them. */
async function enrichNew(
  context: TaskContext,
  calls: Calls,
  rules: ImportRules,
  rows: readonly Row[],
  read: ReturnType<typeof toReads>,
  suppliers: Map<string, string>,
): Promise<void> {
  const withProject = read.reads.filter(({ raw }) => raw.project !== '')
  const journals = [...new Set(withProject.map(({ key }) => key.journalId))]
  const known = await knownOfJournals(context.db, rules.companyId, journals)
  const reads = withProject.filter(({ key }) => !known.has(keyText(key)))
  await enrich(calls, { reads, raws: read.raws }, rows, suppliers)
}

async function finishEmpty(context: TaskContext, { rules }: Reading): Promise<Outcome> {
  const now = context.now()
  await context.inLane(async (tx) => {
    const run = await beginRun(tx, 'import', rules, 0, now)
    const more = { ...noCounts(), rows: 0, calls: context.exchange.length }
    await advanceRun(tx, run.id, more, { finishedAt: now })
    await updatePlace(tx, rules.companyId, { movedAt: now })
  })
  return { outcome: 'unchanged', sentence: say('import.nothing') }
}

/** By night: what was posted in the last 90 days is read whole, and what is gone, moved or altered is found. */
export function expenseReviewHandler(withConnection: WithConnection, systemName: string, onLogged: OnLogged): Handler {
  return {
    kind: reviewKind,
    direction: 'in',
    logsSuccess: true,
    run: (context) =>
      withConnection(context, async (connection, calls) => {
        const rules = rulesOf(connection.settings)
        const place = rules && (await findPlace(context.db, rules.companyId))
        if (!rules || place?.scope !== rules.scope || place.firstJournal === null)
          return { outcome: 'off', sentence: say('import.off') }
        if (!calls.isFresh()) calls.renew()
        const reading = await readingOf(context, rules)
        const first = Math.max(place.firstJournal, (await firstOfReview(calls, reading)) ?? Number.POSITIVE_INFINITY)
        if (!Number.isFinite(first)) return { outcome: 'unchanged', sentence: say('import.nothing') }
        const tell = teller(context, systemName, onLogged)
        return review(context, calls, reading, { first, last: place.cursor, tell })
      }),
  }
}

function firstOfReview(calls: Calls, { timeZone, now }: Reading): Promise<number | undefined> {
  const floor = new Date(now().getTime() - reviewDays * 24 * 60 * 60_000).toISOString().slice(0, 10)
  return findFirstJournal(calls, { floor, timeZone })
}

async function review(
  context: TaskContext,
  calls: Calls,
  reading: Reading,
  { first, last, tell }: { first: number; last: number; tell: Tell },
): Promise<Outcome> {
  const { rules } = reading
  const seen = new Set<string>()
  const sum = noCounts()
  let rows = 0
  const run = await context.inLane((tx) => beginRun(tx, 'review', rules, first, context.now()))
  const add = (counts: Counts) => {
    for (const name of Object.keys(sum) as (keyof Counts)[]) sum[name] += counts[name]
  }
  for (let from: number | undefined = first, known = 0; from !== undefined; ) {
    const page = await readPage(calls, rules.series, { from, known })
    const { reads } = toReads(page.rows, reading.companyCurrency)
    // What is behind the place is the import's, which reads the supplier beside it.
    const ours = reads.filter(({ key }) => key.journalId <= last)
    for (const { key } of ours) seen.add(keyText(key))
    rows += page.rows.length
    add(await context.inLane((tx) => applyRows(tx, { ...reading, now: context.now() }, ours)))
    known = page.last
    from = page.next !== undefined && page.next <= last ? page.next : undefined
  }
  const missing = (await listKnown(context, rules, first, last)).filter((row) => !seen.has(keyText(row)))
  // No row at all proves nothing, however fresh the session.
  if (seen.size === 0 && missing.length > 0)
    throw new SyncFailure('rejected', say('import.emptyLedger', { series: rules.series, count: missing.length }))
  await context.inLane(async (tx) => {
    add(await removeRows(tx, { ...reading, now: context.now() }, missing))
    await tell(tx, sum)
    await advanceRun(tx, run.id, { ...sum, rows, calls: context.exchange.length }, { finishedAt: context.now() })
  })
  const { imported, changed, removed, skipped, flagged } = sum
  return { outcome: 'done', sentence: say('import.reviewed', { rows, imported, changed, removed, skipped, flagged }) }
}

async function listKnown(
  context: TaskContext,
  rules: ImportRules,
  first: number,
  last: number,
): Promise<LedgerRecord[]> {
  const { rows } = await context.db.execute<LedgerRecord>(sql`
    select company_id as "companyId", journal_id as "journalId", voucher, line, account, series, state, reason, facts, written,
           expense_id as "expenseId", gone_at as "goneAt"
      from uniconta_ledger_row
     where company_id = ${rules.companyId} and series = ${rules.series} and journal_id between ${first} and ${last}
       and state <> 'ours' and gone_at is null and facts ->> 'project' <> ''`)
  return rows
}
