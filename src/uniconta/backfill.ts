// Existing records in bulk, by list calls: everything there is read once, what is missing is inserted in lists, what differs is
// corrected in lists, and a second reading in a fresh session tells what stands there. A record that raises a question is
// left to its own push, which knows how to ask it.
import type { Tx } from '../lib/database/database.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { enqueueMany } from '../sync/enqueue.ts'
import type { Handler, Outcome, TaskContext } from '../sync/handler.ts'
import { type Link, markInDoubt, saveLinks } from '../sync/link-store.ts'
import { type Finding, readAsked, showFindings } from '../sync/show-state.ts'
import { type Batch, type Item, recordKindOf, sortBatch, type There } from './backfill-batch.ts'
import { advance, type BackfillRow, backfillKind, findBackfill, findRunning, updateBackfill } from './backfill-store.ts'
import type { Connection } from './connection.ts'
import { comparable, differing, filled, rowIdOf, snapshotOf } from './fields.ts'
import { withFacts } from './learn-facts.ts'
import { readAll } from './read-all.ts'
import { listRecordIds } from './records.ts'
import type { Calls, Row } from './session.ts'
import { unicontaType } from './settings.ts'
import { debtorEntity } from './to-debtor.ts'
import { unicontaTexts } from './uniconta-texts.ts'
import { Refused } from './wire.ts'
import type { WithConnection } from './with-connection.ts'

const say = sayFrom(unicontaTexts)

/** Rows of one list call. A refused list is sent again one by one, so it is not made longer. */
const batchRows = 200

export function backfillHandler(withConnection: WithConnection): Handler {
  let there: There | undefined
  return {
    kind: backfillKind,
    direction: 'out',
    logsSuccess: true,
    run: (context) =>
      withConnection(context, async (saved, calls) => {
        const run = await findBackfill(context.db, context.subject)
        if (run?.state !== 'running') return paused(run)
        const parents = run.kind === 'projects' && (await findRunning(context.db, 'customers'))
        if (parents) return { outcome: 'after', kind: backfillKind, subject: parents.id, label: parents.kind }
        const connection = await withFacts(context.db, saved, calls)
        const known = there?.runId === run.id && there.phase === run.phase ? there : undefined
        // Whatever fails below leaves doubt about what stands there: the next try reads it anew.
        there = undefined
        const rows = known ?? (await readThere(context, connection, calls, run))
        const outcome = await step(context, connection, calls, run, rows)
        if (outcome.outcome === 'again') there = rows
        return outcome
      }),
  }
}

function paused(run: BackfillRow | undefined): Outcome {
  const { kind: what = '', done = 0, total = 0 } = run ?? {}
  return { outcome: 'off', sentence: say('uniconta.backfillPaused', { what, done, total }) }
}

async function readThere(context: TaskContext, connection: Connection, calls: Calls, run: BackfillRow): Promise<There> {
  // An old session may show an old list; the reading that proves what was written is made in a fresh one.
  if (!calls.isFresh()) calls.renew()
  const { entity, keyField } = tableOf(run, connection)
  const rows = await readAll(calls, entity, keyField)
  const byRegistration = new Map<string, string[]>()
  for (const [key, row] of rows) {
    const registration = comparable('CompanyRegNo', row.CompanyRegNo)
    if (registration) byRegistration.set(registration, [...(byRegistration.get(registration) ?? []), key])
  }
  await context.inLane((tx) => advance(tx, run.id, run.cursor, { calls: context.exchange.length }))
  return { runId: run.id, phase: run.phase, rows, byRegistration }
}

const tableOf = (run: BackfillRow, connection: Connection) =>
  run.kind === 'customers'
    ? { entity: debtorEntity(connection), keyField: 'Account' }
    : { entity: 'ProjectClient', keyField: 'Number' }

/** One batch. Each is one turn of the lane, so that what people save meanwhile goes in between. */
async function step(
  context: TaskContext,
  connection: Connection,
  calls: Calls,
  run: BackfillRow,
  there: There,
): Promise<Outcome> {
  const ids = await listRecordIds(context.db, recordKindOf(run), run.cursor, batchRows)
  if (ids.length === 0) return run.phase === 'sending' ? turnToChecking(context, run) : finish(context, run)
  const asked = await readAsked(context.db, `${recordKindOf(run)}.push`, ids)
  const batch = await sortBatch(context, connection, run, there, ids)
  const before = context.exchange.length
  if (run.phase === 'sending') await send(context, connection, calls, run, there, batch)
  await context.inLane(async (tx) => {
    await saveLinks(
      tx,
      [...new Set([...batch.right, ...batch.same])].map((item) => confirmedLink(context, item)),
    )
    await showFindings(
      tx,
      `${recordKindOf(run)}.push`,
      [...batch.right.map(toFinding), ...batch.off],
      context.now(),
      asked,
    )
    const alone = [...batch.questions, ...(run.phase === 'checking' ? [...batch.missing, ...batch.different] : [])]
    await doubt(tx, run, [...alone, ...batch.different])
    await enqueueMany(
      tx,
      alone.map((item) => ({ kind: `${recordKindOf(run)}.push`, subject: item.subject, label: item.label })),
      context.now(),
    )
    const calls = context.exchange.length - before
    const cursor = ids.at(-1) ?? null
    if (run.phase === 'checking')
      await advance(tx, run.id, cursor, { calls, failed: alone.length - batch.questions.length })
    else
      await advance(tx, run.id, cursor, {
        calls,
        done: ids.length,
        created: batch.missing.length,
        updated: batch.different.length,
        unchanged: batch.right.length,
        failed: batch.questions.length,
      })
  })
  return { outcome: 'again', at: context.now() }
}

async function turnToChecking(context: TaskContext, run: BackfillRow): Promise<Outcome> {
  await context.inLane((tx) => updateBackfill(tx, run.id, { phase: 'checking', cursor: null }))
  return { outcome: 'again', at: context.now() }
}

async function finish(context: TaskContext, run: BackfillRow): Promise<Outcome> {
  await context.inLane((tx) => updateBackfill(tx, run.id, { state: 'done', finishedAt: context.now() }))
  const { created, updated, unchanged, failed } = run
  return {
    outcome: 'done',
    sentence: say('uniconta.backfilled', { what: run.kind, created, updated, unchanged, failed }),
  }
}

/** The intents are on disk before the list leaves. What became of it is seen when everything is read again. */
async function send(
  context: TaskContext,
  connection: Connection,
  calls: Calls,
  run: BackfillRow,
  there: There,
  batch: Batch,
): Promise<void> {
  const { entity, keyField } = tableOf(run, connection)
  if (batch.missing.length > 0) {
    await context.inLane((tx) =>
      saveLinks(
        tx,
        batch.missing.map((item) => intentLink(context, item)),
      ),
    )
    const rows = batch.missing.map((item) => ({ ...filled(item.wanted.fields), [keyField]: item.key }))
    if (!(await taken(() => calls.insertList(entity, rows)))) batch.questions.push(...batch.missing.splice(0))
    await context.inLane((tx) =>
      saveLinks(
        tx,
        batch.missing.map((item) => {
          const link = intentLink(context, item)
          return { ...link, snapshot: link.intent }
        }),
      ),
    )
    for (const item of batch.missing) there.rows.set(item.key, { ...filled(item.wanted.fields), [keyField]: item.key })
  }
  if (batch.different.length > 0) {
    await context.inLane((tx) => doubt(tx, run, batch.different))
    const changes = batch.different.map((item) => ({ original: item.row as Row, modified: changedRow(item) }))
    if (!(await taken(() => calls.updateList(entity, changes)))) batch.questions.push(...batch.different.splice(0))
  }
}

const doubt = (tx: Tx, run: BackfillRow, items: readonly { subject: string }[]) =>
  markInDoubt(
    tx,
    unicontaType,
    recordKindOf(run),
    items.map((item) => item.subject),
  )

/** False when the list was refused: then each of its records asks for itself. */
async function taken(write: () => Promise<void>): Promise<boolean> {
  try {
    await write()
    return true
  } catch (error) {
    if (error instanceof Refused) return false
    throw error
  }
}

function changedRow(item: Item): Row {
  const row = item.row as Row
  const fields = differing(item.wanted.fields, row).map(({ field }) => [field, item.wanted.fields[field]])
  return { ...row, ...Object.fromEntries(fields) }
}

function intentLink(context: TaskContext, item: Item): Link {
  const { kind, subject, fields } = item.wanted
  return {
    system: unicontaType,
    kind,
    subject,
    externalKey: item.key,
    rowId: null,
    intent: filled(fields),
    snapshot: null,
    sentAt: context.now(),
    confirmedAt: null,
  }
}

function confirmedLink(context: TaskContext, item: Item): Link {
  const { kind, subject, fields } = item.wanted
  const row = item.row as Row
  return {
    system: unicontaType,
    kind,
    subject,
    externalKey: item.key,
    rowId: rowIdOf(row),
    intent: null,
    snapshot: snapshotOf(fields, row),
    sentAt: item.link?.sentAt ?? context.now(),
    confirmedAt: context.now(),
  }
}

const toFinding = (item: Item): Finding => ({
  subject: item.subject,
  label: item.label,
  shown: 'transferred',
  sentence: item.wanted.done(item.key),
  differences: [],
})
