// The nightly look: reads debtors and projects there in pages and says of each linked record whether it is still there,
// still has its number, and still shows what we would send.
import { sql } from 'drizzle-orm'
import type { Tx } from '../lib/database/database.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { enqueueMany } from '../sync/enqueue.ts'
import { SyncFailure } from '../sync/failure.ts'
import type { Handler, TaskContext } from '../sync/handler.ts'
import { type Link, listLinks, markInDoubt, saveLinks } from '../sync/link-store.ts'
import { insertLog, type LogLine, type OnLogged } from '../sync/log-store.ts'
import { type Finding, showFindings } from '../sync/show-state.ts'
import type { Difference } from '../sync/sync-table.ts'
import { lookAtPeriods } from './closed-periods.ts'
import { type Connection, learn } from './connection.ts'
import { learnCountries } from './countries.ts'
import { differing, snapshotOf } from './fields.ts'
import { ForgottenHere, type Restoring, restored } from './forgotten.ts'
import { withFacts } from './learn-facts.ts'
import { readAll } from './read-all.ts'
import type { Calls, Row } from './session.ts'
import { unicontaType } from './settings.ts'
import { debtorEntity } from './to-debtor.ts'
import { unicontaTexts } from './uniconta-texts.ts'
import { type Prepared, prepareRecords, type RecordKind } from './wanted.ts'
import { watchDocuments } from './watch-documents.ts'
import type { WithConnection } from './with-connection.ts'

const say = sayFrom(unicontaTexts)

const chunkOfLinks = 500
const nounOf = { customer: 'debtors', project: 'projects' } as const

export const compareKind = 'uniconta.compare'
/** Every night, when nobody's budget of calls is needed for anything else. */
export const compareSchedule = {
  name: 'uniconta.compare',
  cron: '17 3 * * *',
  kind: compareKind,
  subject: unicontaType,
  label: 'Comparison',
}

export function compareHandler(withConnection: WithConnection, systemName: string, onLogged: OnLogged): Handler {
  return {
    kind: compareKind,
    direction: 'in',
    logsSuccess: true,
    run: (context) =>
      withConnection(context, async (saved, calls) => {
        if (!calls.isFresh()) calls.renew()
        const connection = await withFacts(context.db, saved, calls)
        const debtors = await readAll(calls, debtorEntity(connection), 'Account')
        const countries = learnCountries([...debtors.values()], connection.facts.countries)
        await learn(context.db, connection, { countries })
        const informed = { ...connection, facts: { ...connection.facts, countries } }
        const tell = async (tx: Tx, news: News) => {
          const line = { ...news, system: systemName, at: context.now() }
          await insertLog(tx, line)
          await onLogged(tx, line)
        }
        const customers = await compareKindOf(context, informed, 'customer', debtors, tell)
        const theirs = await readAll(calls, 'ProjectClient', 'Number')
        const projects = await compareKindOf(context, informed, 'project', theirs, tell)
        if (connection.settings.exportInvoices) {
          await lookAtPeriods(context, calls, connection)
          await watch({ context, calls, connection }, { onLogged, system: systemName })
        }
        const differing = customers.differing + projects.differing
        return {
          outcome: 'done',
          sentence: say('uniconta.compared', { customers: customers.seen, projects: projects.seen, differing }),
        }
      }),
  }
}

type Watching = { context: TaskContext; calls: Calls; connection: Connection }

async function watch({ context, calls, connection }: Watching, restoring: Restoring): Promise<void> {
  try {
    await watchDocuments(context, calls, connection)
  } catch (error) {
    if (error instanceof ForgottenHere) await restored(context, restoring, error)
    throw error
  }
}

type News = Omit<LogLine, 'system' | 'at'>
type Tell = (tx: Tx, news: News) => Promise<void>
type Compared = { seen: number; differing: number }

async function compareKindOf(
  context: TaskContext,
  connection: Connection,
  kind: RecordKind,
  rows: Map<string, Row>,
  tell: Tell,
): Promise<Compared> {
  const links = (await listLinks(context.db, unicontaType, kind)).filter((link) => link.confirmedAt)
  // The control of this look: where records of ours stand, an empty answer is none.
  if (links.length > 0 && rows.size === 0)
    throw new SyncFailure('rejected', say('uniconta.emptyTable', { what: nounOf[kind], count: links.length }))
  const states = await statesOf(context, kind)
  const sum: Compared = { seen: 0, differing: 0 }
  for (let from = 0; from < links.length; from += chunkOfLinks) {
    const chunk = new Map(links.slice(from, from + chunkOfLinks).map((link) => [link.subject, link]))
    const records = await prepareRecords(context.db, connection, kind, [...chunk.keys()])
    const sorted = sort(records, chunk, rows, states)
    await store(context, kind, sorted, tell)
    sum.seen += records.filter(({ wanted }) => wanted).length
    sum.differing += sorted.changed.length + sorted.alone.length
  }
  return sum
}

type Change = { subject: string; label: string; differences: Difference[]; link: Link; isNews: boolean }
type Sorted = {
  changed: Change[]
  /** Not found: the push looks properly, with a control row, and says whether it is gone or was given another number. */
  alone: { subject: string; label: string }[]
  /** Has something to send, or is right again after it was not. */
  again: { subject: string; label: string }[]
}

/** Decides, without any call, what is to be said of each record whose own task has nothing to do. */
function sort(
  records: readonly Prepared[],
  links: ReadonlyMap<string, Link>,
  rows: ReadonlyMap<string, Row>,
  states: ReadonlyMap<string, State>,
): Sorted {
  const sorted: Sorted = { changed: [], alone: [], again: [] }
  for (const { subject, label, wanted } of records) {
    const link = links.get(subject)
    const { state, shown } = states.get(subject) ?? { state: 'done', shown: 'transferred' }
    if (!wanted || !link) continue
    const row = rows.get(link.externalKey)
    const differences = row ? differing(wanted.fields, row) : []
    if (row && differences.length === 0) {
      if (shown === 'changed-there' || shown === 'link-broken') sorted.again.push({ subject, label })
    } else if (state !== 'done') {
      // It waits, runs or needs a person, and says so.
    } else if (!row) {
      sorted.alone.push({ subject, label })
    } else if (
      shown !== 'changed-there' &&
      differences.every(({ field, there }) => (link.snapshot?.[field] ?? there) === there)
    ) {
      // Nothing changed there since we looked, so we have something that it lacks: a country whose number was learned.
      sorted.again.push({ subject, label })
    } else {
      const snapshot = snapshotOf(wanted.fields, row)
      sorted.changed.push({
        subject,
        label,
        differences,
        link: { ...link, snapshot },
        isNews: shown !== 'changed-there',
      })
    }
  }
  return sorted
}

async function store(
  context: TaskContext,
  kind: RecordKind,
  { changed, alone, again }: Sorted,
  tell: Tell,
): Promise<void> {
  const push = `${kind}.push`
  const findings: Finding[] = changed.map(({ subject, label, differences }) => ({
    subject,
    label,
    differences,
    shown: 'changed-there',
    sentence: changedSentence(differences),
  }))
  await context.inLane(async (tx) => {
    await showFindings(tx, push, findings, context.now())
    // What stands there now is the snapshot: the next save, of whatever field, sees that it differs and puts ours back.
    await saveLinks(
      tx,
      changed.map(({ link }) => link),
    )
    await markInDoubt(
      tx,
      unicontaType,
      kind,
      alone.map(({ subject }) => subject),
    )
    for (const { isNews, subject, label, differences } of changed) {
      const sentence = changedSentence(differences)
      if (isNews) await tell(tx, { level: 'warning', direction: 'in', kind, subject, label, sentence })
    }
    await enqueueMany(
      tx,
      [...alone, ...again].map(({ subject, label }) => ({ kind: push, subject, label })),
      context.now(),
    )
  })
}

function changedSentence(differences: readonly Difference[]) {
  const [first] = differences
  return say('uniconta.changedThere', { ...(first as Difference), more: differences.length - 1 })
}

type State = { state: string; shown: string }

async function statesOf(context: TaskContext, kind: RecordKind): Promise<Map<string, State>> {
  const { rows } = await context.db.execute<State & { subject: string }>(
    sql`select subject, state, shown from sync_task where kind = ${`${kind}.push`}`,
  )
  return new Map(rows.map(({ subject, ...state }) => [subject, state]))
}
