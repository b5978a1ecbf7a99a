// What a person says while both sides are compared: look now, what a document there is, and that the list is right.
import type { InvoiceSeriesKind } from '../company/company.ts'
import { getSeries } from '../company/take-number.ts'
import { findInvoice } from '../invoices/invoice-store.ts'
import { inTransaction, type Tx } from '../lib/database/database.ts'
import { AppError } from '../lib/errors.ts'
import { type Actor, invalid } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { toMinor } from '../lib/money.ts'
import { enqueue } from '../sync/enqueue.ts'
import { resumeLane } from '../sync/lane-trouble.ts'
import { findRestore, type Restore } from '../sync/restored.ts'
import { type BookDecision, type FinishComparison, kindsToDecide } from './books.ts'
import { booksComparisonOf } from './books-handler.ts'
import { serialIn } from './books-series.ts'
import { countToDecide, isSameSign } from './books-sort.ts'
import { changeComparison, lockComparison, type StoredComparison } from './books-store.ts'
import { booksTexts } from './books-texts.ts'
import type { Tools } from './look-for-person.ts'
import { noteInLog } from './note-in-log.ts'
import { unicontaType } from './settings.ts'

const say = sayFrom(booksTexts)

export async function askToLook(
  { db, now }: Tools,
  actor: Actor,
  { sooner, seriesIsEmpty }: { sooner: boolean; seriesIsEmpty: boolean },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { restore, stored } = await lockOpen(tx)
    await changeComparison(tx, restore.id, {
      finishing: null,
      hurriedBy: stored.hurriedBy ?? (sooner ? actor.name : null),
      seriesIsEmpty: stored.seriesIsEmpty || seriesIsEmpty,
    })
    await wake(tx, restore, now())
  })
}

/** Whoever asks does not want to wait until the lane tries again by itself. */
async function wake(tx: Tx, { id }: Restore, now: Date): Promise<void> {
  await resumeLane(tx, unicontaType)
  await enqueue(tx, { kind: booksComparisonOf.kind, subject: id, label: booksComparisonOf.label }, now)
}

async function lockOpen(tx: Tx): Promise<{ restore: Restore; stored: StoredComparison }> {
  const restore = await findRestore(tx)
  if (!restore) throw new AppError('conflict', say('books.notOpen'))
  return { restore, stored: await lockComparison(tx, restore.id) }
}

/** Of one document there. @throws conflict when the list has moved on, or the draft is none that it could be */
export async function decide({ db, now }: Tools, actor: Actor, decision: BookDecision): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { restore, stored } = await lockOpen(tx)
    if (stored.step !== 'listed' || stored.finishing || !stored.found)
      throw new AppError('conflict', say('books.notListed'))
    const row = stored.found.rows.find(({ key }) => key === decision.key)
    if (!row) throw new AppError('conflict', say('books.rowGone'))
    const { number } = row
    if (!kindsToDecide.includes(row.kind)) throw new AppError('conflict', say('books.nothingToDecide', { number }))
    const { [decision.key]: _before, ...others } = stored.decisions
    if (decision.choice === 'draft') {
      const draft = await findInvoice(tx, decision.draftId)
      if (!draft || draft.state === 'finalized') throw new AppError('conflict', say('books.noDraft'))
      const [taken] = Object.entries(others).find(([, one]) => one.draftId === draft.id) ?? []
      const other = stored.found.rows.find(({ key, here }) => key === taken || here?.id === draft.id)
      if (other && other.key !== row.key)
        throw new AppError('conflict', say('books.draftTaken', { number: other.number }))
      const gross = row.gross === null ? null : toMinor(row.gross, row.currency)
      const isAnother = draft.currency !== row.currency || draft.customerId !== row.customerId
      if (isAnother || gross === null || !isSameSign(gross, draft))
        throw new AppError('conflict', say('books.otherDraft', { number }))
    }
    const draftId = decision.choice === 'draft' ? decision.draftId : null
    const said = { draftId, reason: decision.reason, by: actor.name, at: now().toISOString() }
    const decisions =
      decision.choice === 'undecided' ? others : { ...others, [decision.key]: { choice: decision.choice, ...said } }
    await changeComparison(tx, restore.id, { decisions })
  })
}

/** The lane does what was decided, and then sending and finalizing go on. */
export async function askToFinish(tools: Tools, actor: Actor, said: FinishComparison): Promise<void> {
  const { db, now } = tools
  await inTransaction(db, async (tx) => {
    const { restore, stored } = await lockOpen(tx)
    if (stored.finishing) return
    if (stored.step !== 'listed' || !stored.found) throw new AppError('conflict', say('books.notListed'))
    const count = countToDecide(stored.found.rows, stored.decisions)
    if (count > 0) throw new AppError('conflict', say('books.stillToDecide', { count }))
    const givenOut = await serialOf(tx, 'invoice', 'givenOut', said.givenOut)
    const givenOutLocal = await serialOf(tx, 'invoice-local', 'givenOutLocal', said.givenOutLocal)
    const givenOutCreditNotes = await serialOf(tx, 'credit-note', 'givenOutCreditNotes', said.givenOutCreditNotes)
    await changeComparison(tx, restore.id, { finishing: { actor, givenOut, givenOutLocal, givenOutCreditNotes } })
    await noteInLog(tx, tools, { level: 'info', sentence: say('books.finishing', { by: actor.name }) })
    await wake(tx, restore, now())
  })
}

async function serialOf(tx: Tx, kind: InvoiceSeriesKind, path: string, text: string | null): Promise<number | null> {
  if (text === null || text === '') return null
  const serial = serialIn(await getSeries(tx, kind), text)
  if (serial === undefined) throw invalid([{ path, sentence: say('books.badNumber', { text }) }])
  return serial
}
