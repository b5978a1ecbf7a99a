// The nightly look: reads debtors and projects there in pages and says of each linked record whether it is still there,
// still has its number, and still shows what was sent.
import { sql } from 'drizzle-orm'
import { inTransaction } from '../lib/database/database.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { enqueueMany } from '../sync/enqueue.ts'
import type { Handler, TaskContext } from '../sync/handler.ts'
import { type Link, listLinks, saveLinks } from '../sync/link-store.ts'
import { insertLog, type OnLogged } from '../sync/log-store.ts'
import { type Finding, showFindings } from '../sync/show-state.ts'
import type { Difference } from '../sync/sync-table.ts'
import { learn } from './connection.ts'
import { learnCountries } from './countries.ts'
import { comparable } from './fields.ts'
import { readAll } from './read-all.ts'
import type { Row } from './session.ts'
import { unicontaType } from './settings.ts'
import { debtorEntity } from './to-debtor.ts'
import { unicontaTexts } from './uniconta-texts.ts'
import type { RecordKind } from './wanted.ts'
import type { WithConnection } from './with-connection.ts'

const say = sayFrom(unicontaTexts)

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
      withConnection(context, async (connection, calls) => {
        if (!calls.isFresh()) calls.renew()
        const tell = (finding: Finding, kind: RecordKind) => noteInLog(context, systemName, onLogged, finding, kind)
        const debtors = await readAll(calls, debtorEntity(connection), 'Account')
        await learn(context.db, connection, {
          countries: { ...learnCountries([...debtors.values()], connection.facts.countries) },
        })
        const customers = await compareKindOf(
          context,
          'customer',
          debtors,
          (account) => say('uniconta.customerIn', { account }),
          tell,
        )
        const projectRows = await readAll(calls, 'ProjectClient', 'Number')
        const projects = await compareKindOf(
          context,
          'project',
          projectRows,
          (number) => say('uniconta.projectIn', { number }),
          tell,
        )
        const differing = customers.differing + projects.differing
        return {
          outcome: 'done',
          sentence: say('uniconta.compared', { customers: customers.seen, projects: projects.seen, differing }),
        }
      }),
  }
}

async function compareKindOf(
  context: TaskContext,
  kind: RecordKind,
  rows: Map<string, Row>,
  inOrder: (key: string) => Finding['sentence'],
  tell: (finding: Finding, kind: RecordKind) => Promise<void>,
): Promise<{ seen: number; differing: number }> {
  const links = (await listLinks(context.db, unicontaType, kind)).filter((link) => link.confirmedAt)
  const labels = await labelsOf(context, kind)
  const alone: Link[] = []
  const changed: Finding[] = []
  const right: Finding[] = []
  for (const link of links) {
    const row = rows.get(link.externalKey)
    const label = labels.get(link.subject) ?? link.externalKey
    const differences = row && differencesOf(link, row)
    const finding = { subject: link.subject, label, differences: differences ?? [] }
    if (!differences) alone.push(link)
    else if (differences.length > 0)
      changed.push({ ...finding, shown: 'changed-there', sentence: changedSentence(differences) })
    else right.push({ ...finding, shown: 'transferred', sentence: inOrder(link.externalKey) })
  }
  const known = await shownAlready(context, kind)
  await context.inLane(async (tx) => {
    await showFindings(tx, `${kind}.push`, changed, context.now())
    await showFindings(
      tx,
      `${kind}.push`,
      right.filter(({ subject }) => known.has(subject)),
      context.now(),
    )
    // Not found here: its own push looks properly, with a control row, and says whether it is gone or was given another number.
    await saveLinks(
      tx,
      alone.map((link) => ({ ...link, snapshot: null })),
    )
    await enqueueMany(
      tx,
      alone.map(({ subject, externalKey }) => ({
        kind: `${kind}.push`,
        subject,
        label: labels.get(subject) ?? externalKey,
      })),
      context.now(),
    )
  })
  for (const finding of changed) if (!known.has(finding.subject)) await tell(finding, kind)
  return { seen: links.length, differing: changed.length + alone.length }
}

function differencesOf(link: Link, row: Row): Difference[] {
  return Object.entries(link.snapshot ?? {})
    .map(([field, value]) => ({ field, here: String(value ?? ''), there: comparable(field, row[field]) }))
    .filter(({ here, there }) => here !== there)
}

function changedSentence(differences: readonly Difference[]) {
  const [first] = differences
  return say('uniconta.changedThere', { ...(first as Difference), more: differences.length - 1 })
}

async function labelsOf(context: TaskContext, kind: RecordKind): Promise<Map<string, string>> {
  const { rows } = await context.db.execute<{ subject: string; label: string }>(
    sql`select subject, label from sync_task where kind = ${`${kind}.push`}`,
  )
  return new Map(rows.map(({ subject, label }) => [subject, label]))
}

/** Records that said so before: no second line in the log, and put right when they are right again. */
async function shownAlready(context: TaskContext, kind: RecordKind): Promise<Set<string>> {
  const { rows } = await context.db.execute<{ subject: string }>(
    sql`select subject from sync_task where kind = ${`${kind}.push`} and shown = 'changed-there'`,
  )
  return new Set(rows.map(({ subject }) => subject))
}

async function noteInLog(
  context: TaskContext,
  system: string,
  onLogged: OnLogged,
  finding: Finding,
  kind: RecordKind,
): Promise<void> {
  const { subject, label, sentence } = finding
  const line = {
    at: context.now(),
    level: 'warning' as const,
    system,
    direction: 'in' as const,
    kind,
    subject,
    label,
    sentence,
  }
  await inTransaction(context.db, async (tx) => {
    await insertLog(tx, line)
    await onLogged(tx, line)
  })
}
