// The comparison as a person sees it: both sides, what is known, what has to be said, and why it has not come further.
import { sql } from 'drizzle-orm'
import { writeNumber } from '../company/company.ts'
import { getSeries } from '../company/take-number.ts'
import type { Db } from '../lib/database/database.ts'
import type { Language, Phrasebook, Sentence } from '../lib/i18n/sentence.ts'
import { writeAmount } from '../lib/money.ts'
import type { LanePlan } from '../sync/handler.ts'
import type { RecordState } from '../sync/record-state.ts'
import { findRestore } from '../sync/restored.ts'
import { showRestore } from '../sync/restored-routes.ts'
import type { BooksComparison, FoundRow } from './books.ts'
import { booksCompareKind, booksWaitEndsAt } from './books-handler.ts'
import { countToDecide } from './books-sort.ts'
import { findComparison, findLastResult, type StoredComparison } from './books-store.ts'
import { findConnection } from './connection.ts'
import { listSeriesInUse } from './coupled.ts'
import type { Uniconta } from './uniconta.ts'

type Reader = { phrase: Phrasebook; language: Language; now: Date }

const mostDrafts = 500

export async function showComparison(
  db: Db,
  { box, lane }: Pick<Uniconta, 'box' | 'lane'>,
  reader: Reader,
): Promise<BooksComparison> {
  const restore = await findRestore(db)
  const write = (sentence: Sentence) => reader.phrase(sentence, reader.language)
  const stored = restore && (await findComparison(db, restore.id))
  const connection = await findConnection(db, box)
  const endsAt = restore && connection ? booksWaitEndsAt(restore, connection) : null
  const task = restore ? await findTask(db, restore.id) : undefined
  const found = stored?.found ?? null
  const plans: LanePlan[] = [lane]
  return {
    restored: await showRestore(db, plans, reader.phrase, reader.language),
    step: stepOf(stored, task),
    waitEndsAt: endsAt?.toISOString() ?? null,
    isWaitOver: endsAt === null || endsAt <= reader.now,
    hurriedBy: stored?.hurriedBy ?? null,
    lookedAt: stored?.lookedAt?.toISOString() ?? null,
    task: task ? { text: write(task.sentence), isTrouble: task.isTrouble, nextTryAt: task.nextTryAt } : null,
    mayBeEmpty: task?.sentence.key === 'books.seriesUnread',
    matched: found?.matched ?? 0,
    unsettled: found?.unsettled ?? 0,
    rows: (found?.rows ?? []).map((row) => showRow(row, stored, write)),
    orders: (found?.orders ?? []).map(({ orderNumber, account, invoiceId }) => ({
      ...{ orderNumber, account, isOfDocument: invoiceId !== null },
    })),
    series: {
      here: writeNumber(await getSeries(db, 'invoice')),
      hereLocal: writeNumber(await getSeries(db, 'invoice-local')),
      creditNotes: (await listSeriesInUse(db)).includes('credit-note')
        ? {
            here: writeNumber(await getSeries(db, 'credit-note')),
            highestThere: found?.creditNotes?.highest || null,
            nextThere: found?.creditNotes?.next ?? null,
          }
        : null,
      highestThere: found?.highest || null,
      nextThere: found?.next ?? null,
    },
    drafts: restore ? await listDrafts(db) : [],
    toDecide: found ? countToDecide(found.rows, stored?.decisions ?? {}) : 0,
    result: ((await findLastResult(db)) ?? []).map(write),
  }
}

type Task = { sentence: Sentence; isTrouble: boolean; nextTryAt: string | null; state: string }

/** What keeps the whole lane waiting is what keeps this waiting too. */
async function findTask(db: Db, restoreId: string): Promise<Task | undefined> {
  const { rows } = await db.execute<{
    sentence: Sentence
    shown: RecordState
    state: string
    run_at: string
    trouble: Sentence | null
    retry_at: string | null
  }>(sql`
    select t.sentence, t.shown, t.state, t.run_at, l.trouble, l.retry_at from sync_task t
      join sync_kind k on k.kind = t.kind left join sync_lane l on l.name = k.lane
     where t.kind = ${booksCompareKind} and t.subject = ${restoreId}`)
  const [row] = rows
  if (!row) return undefined
  const waits = row.state === 'waiting'
  const trouble = waits ? row.trouble : null
  const next = row.retry_at ?? row.run_at
  return {
    sentence: trouble ?? row.sentence,
    isTrouble: trouble !== null || row.shown === 'failed' || row.shown === 'uncertain',
    nextTryAt: waits ? new Date(next).toISOString() : null,
    state: row.state,
  }
}

function stepOf(stored: StoredComparison | undefined, task: Task | undefined): BooksComparison['step'] {
  if (stored?.finishing) return 'finishing'
  if (stored?.step === 'listed' && task?.state === 'waiting') return 'reading'
  if (stored && stored.step !== 'waiting') return stored.step
  return stored?.hurriedBy ? 'reading' : 'waiting'
}

function showRow(
  { series: _series, customerId: _customer, projectId: _project, ...row }: FoundRow,
  stored: StoredComparison | undefined,
  write: (sentence: Sentence) => string,
): BooksComparison['rows'][number] {
  return { ...row, why: row.why && write(row.why), decision: stored?.decisions[row.key] ?? null }
}

async function listDrafts(db: Db): Promise<BooksComparison['drafts']> {
  const { rows } = await db.execute<{ id: string; label: string; currency: string; gross: string }>(sql`
    select i.id, c.name || ' · ' || p.number || ' ' || p.name as label, i.currency, i.gross::text as gross
      from invoice i join customer c on c.id = i.customer_id join project p on p.id = i.project_id
     where i.state <> 'finalized' order by i.updated_at desc limit ${mostDrafts}`)
  return rows.map((row) => ({ ...row, gross: writeAmount(BigInt(row.gross), row.currency) }))
}
