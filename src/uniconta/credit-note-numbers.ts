// Whether credit notes share our series of invoices or have one of their own, which then marches in step with theirs. A person decides
// it, with a reason: what one credit note showed may be a mistake there.
import { sql } from 'drizzle-orm'
import { faultsOfSeries } from '../accounting/check-payment-ids.ts'
import { getInvoicing, lockInvoicing, updateInvoicing } from '../accounting/invoicing-store.ts'
import { recordChange } from '../audit/record-change.ts'
import { type CoupledSeries, type NumberSeries, writeNumber } from '../company/company.ts'
import { changeSeriesIn } from '../company/save-series.ts'
import { getSeries } from '../company/take-number.ts'
import { findHighestSerial } from '../invoices/accounts-in-use.ts'
import { inTransaction, type Tx } from '../lib/database/database.ts'
import { AppError } from '../lib/errors.ts'
import { type Actor, invalid } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { mustBeCurrent } from '../lib/stale.ts'
import { takeLaneAway } from '../sync/lane.ts'
import { type Connection, type Facts, findConnection, learn } from './connection.ts'
import { creditNoteTexts } from './credit-note-texts.ts'
import { isPlain } from './filter.ts'
import { ask, type Tools } from './look-for-person.ts'
import { createMemory } from './memory.ts'
import { noteInLog } from './note-in-log.ts'
import { findSeries, readSerieRow } from './post-place.ts'
import type { ChangeCreditNoteNumbers, CreditNoteNumbers } from './posting.ts'
import { mustHaveConnection, mustNotBeRestored } from './posting-choices.ts'
import { countUnsettled } from './posting-document.ts'
import { unicontaType } from './settings.ts'

const say = sayFrom(creditNoteTexts)

/** `serie`: the one there that is asked about; else the one that is known. */
export async function showCreditNoteNumbers(tools: Tools, serie?: string): Promise<CreditNoteNumbers> {
  const { db } = tools
  const connection = await mustHaveConnection(tools)
  const { facts } = connection
  const ours = await getSeries(db, 'credit-note')
  const asked = serie ?? facts.creditNoteSerie?.serie ?? null
  const next = asked === null ? null : await readNext(tools, connection, asked)
  return {
    series: (await getInvoicing(db)).creditNoteSeries,
    shares: facts.known['credit-notes-share-series'] ?? null,
    serie: asked,
    next,
    number: next === null ? null : writeNumber({ ...ours, next, digits: 1 }),
    prefix: ours.prefix,
    waiting: await countUnsettled(db, connection),
    version: ours.version,
  }
}

async function readNext(tools: Tools, connection: Connection, serie: string): Promise<number | null> {
  if (!isPlain(serie)) return null
  const row = await ask(tools, connection, (calls) => readSerieRow(calls, serie))
  return typeof row?.Next === 'number' && row.Next > 0 ? row.Next : null
}

/** @throws conflict while documents wait, or when the series there has moved on; invalid when it is none that credit notes could have. */
export async function changeCreditNoteNumbers(
  tools: Tools,
  actor: Actor,
  change: ChangeCreditNoteNumbers,
): Promise<void> {
  const { db, now } = tools
  const connection = await mustHaveConnection(tools)
  if (change.series === 'credit-note') await mustFitThere(tools, connection, change)
  await inTransaction(db, async (tx) => {
    // Who works the lane knows the series as it was.
    await takeLaneAway(tx, unicontaType, now())
    await mustNotBeRestored(tx)
    // Whoever finalizes has its series from here.
    const { creditNoteSeries: before } = await lockInvoicing(tx)
    const current = await findConnection(tx, tools.box)
    if (current?.version !== connection.version) throw new AppError('conflict', say('creditNotes.changedMeanwhile'))
    const ours = await getSeries(tx, 'credit-note')
    mustBeCurrent('number series', change, ours)
    const isOnlyName = change.series === 'credit-note' && before === 'credit-note'
    if (isOnlyName) await mustNotBeUnderWay(tx)
    const waiting = await countUnsettled(tx, current)
    if (waiting > 0 && !isOnlyName) throw new AppError('conflict', say('creditNotes.documentsWait', { count: waiting }))
    if (change.series === 'credit-note') {
      const series = waiting > 0 ? ours : await moveSeries(tx, tools, actor, ours, change)
      await learnSerie(tx, actor, current, change, series, now())
    }
    await updateInvoicing(tx, { creditNoteSeries: change.series })
    await recordSetting(tx, actor, before, change, now())
    const values = { by: actor.name, reason: change.reason }
    const sentence =
      change.series === 'credit-note'
        ? say('creditNotes.haveTheirOwn', { ...values, serie: change.serie })
        : say('creditNotes.shareAgain', values)
    await noteInLog(tx, tools, { level: 'info', sentence })
  })
}

type ToOwn = Extract<ChangeCreditNoteNumbers, { series: 'credit-note' }>

/** Calls on the wire come before the transaction. */
async function mustFitThere(tools: Tools, connection: Connection, { serie, next }: ToOwn): Promise<void> {
  const asking = { connection, memory: createMemory(tools.now) }
  const ofInvoices = await ask(tools, connection, (calls) => findSeries({ ...asking, calls }, 'invoice'))
  if (serie === ofInvoices?.serie)
    throw invalid([{ path: 'serie', sentence: say('creditNotes.isOfInvoices', { serie }) }])
  const theirs = await readNext(tools, connection, serie)
  if (theirs === null) throw invalid([{ path: 'serie', sentence: say('creditNotes.noSerie', { serie }) }])
  if (theirs !== next)
    throw invalid([{ path: 'next', sentence: say('creditNotes.nextMoved', { serie, next: theirs }) }])
}

/** A look at the series would be one at another, and what was posted would not be found. */
async function mustNotBeUnderWay(tx: Tx): Promise<void> {
  const { rows } = await tx.execute<{ number: string }>(sql`
    select i.number from uniconta_posting p join invoice i on i.id = p.invoice_id
     where p.series = 'credit-note' and p.step not in ('waiting', 'settled') order by p.serial limit 1`)
  const [first] = rows
  if (first) throw new AppError('conflict', say('creditNotes.underWay', { number: first.number }))
}

async function moveSeries(
  tx: Tx,
  { now }: Tools,
  actor: Actor,
  ours: NumberSeries,
  { next, prefix, reason }: ToOwn,
): Promise<NumberSeries> {
  const change = { ...ours, next, prefix, digits: 1 }
  return changeSeriesIn(tx, actor, change, { findHighestSerial, faultsOfSeries }, now(), reason)
}

/** Before its first document the series begins to be covered with its next number. */
async function learnSerie(
  tx: Tx,
  actor: Actor,
  connection: Connection,
  { serie, reason }: ToOwn,
  series: NumberSeries,
  now: Date,
): Promise<void> {
  const { facts } = connection
  const before = facts.creditNoteSerie
  const isNew = (await findHighestSerial(tx, 'credit-note')) === undefined
  const learned: Partial<Facts> = {
    ...(before?.serie === serie
      ? {}
      : { creditNoteSerie: { serie, isShown: false }, creditNotesThere: null, creditNoteControl: null }),
    ...(isNew && facts.coversFrom ? { creditNotesFrom: { serial: series.next, number: writeNumber(series) } } : {}),
  }
  await learn(tx, connection, learned)
  if (before?.serie === serie) return
  const named = { before: { creditNoteSerie: before?.serie ?? null }, after: { creditNoteSerie: serie, reason } }
  await recordChange(tx, actor, { kind: 'integration', subject: connection.id, ...named }, now)
}

async function recordSetting(
  tx: Tx,
  actor: Actor,
  before: CoupledSeries,
  { series, reason }: ChangeCreditNoteNumbers,
  now: Date,
): Promise<void> {
  if (before === series) return
  const changed = { before: { creditNoteSeries: before }, after: { creditNoteSeries: series, reason } }
  await recordChange(tx, actor, { kind: 'invoicing', subject: 'company', ...changed }, now)
}
