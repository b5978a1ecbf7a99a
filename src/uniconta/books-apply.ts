// What was decided, carried out in one transaction of the lane: afterwards both sides know the same, or nothing has happened.
import { listVatCodes } from '../accounting/vat-code-store.ts'
import { writeNumber } from '../company/company.ts'
import { getCompany } from '../company/company-store.ts'
import { getSeries } from '../company/take-number.ts'
import { getInvoiceRecord } from '../invoices/invoice-store.ts'
import { bringInAsBooked, recordAsBooked } from '../invoices/record-as-booked.ts'
import type { Tx } from '../lib/database/database.ts'
import { dayIn } from '../lib/dates.ts'
import { AppError } from '../lib/errors.ts'
import type { Actor } from '../lib/http.ts'
import { type Sentence, sayFrom } from '../lib/i18n/sentence.ts'
import type { Clock } from '../lib/ids.ts'
import { rateBetween } from '../lib/money.ts'
import type { OnLogged } from '../sync/log-store.ts'
import { endRestore, type Restore } from '../sync/restored.ts'
import type { Decision, FoundBooks, FoundRow } from './books.ts'
import { toBooked, toLines } from './books-document.ts'
import { doubtUnsettled, settleAsBooked } from './books-postings.ts'
import { moveSeries } from './books-series.ts'
import { isSameSign } from './books-sort.ts'
import { changeComparison, type StoredComparison } from './books-store.ts'
import { booksApart } from './books-table.ts'
import { booksTexts } from './books-texts.ts'
import { booksTextsDa } from './books-texts-da.ts'
import { booksTextsNb } from './books-texts-nb.ts'
import type { Connection } from './connection.ts'
import { noteInLog } from './note-in-log.ts'
import { toTheirs } from './post-read-back.ts'
import type { Row } from './session.ts'
import { fromTheWire } from './to-order.ts'
import { systemName } from './uniconta.ts'

const say = sayFrom(booksTexts)

export type Applying = {
  restore: Restore
  stored: StoredComparison
  connection: Connection
  found: FoundBooks
  /** By their keys, as the last look showed them. */
  rows: ReadonlyMap<string, Row>
  lines: ReadonlyMap<string, readonly Row[]>
  ordersDeleted: number
  now: Clock
  onLogged: OnLogged
}

type Told = { sentence: Sentence; subject?: string; label?: string }

/** @throws AppError when a draft that was matched has changed since: then nothing is stored. */
export async function applyComparison(tx: Tx, applying: Applying): Promise<void> {
  const { restore, stored, found, now } = applying
  const { finishing } = stored
  if (!finishing) throw new Error('Nobody has asked to finish the comparison.')
  const actor: Actor = { ...finishing.actor }
  const told: Told[] = []
  for (const row of found.rows) told.push(...(await applyRow(tx, applying, actor, row)))
  if (applying.ordersDeleted > 0) told.push({ sentence: say('books.ordersDeleted', { count: applying.ordersDeleted }) })
  const uncertain = await doubtUnsettled(tx, applying)
  if (uncertain > 0) told.push({ sentence: say('books.uncertain', { count: uncertain }) })
  for (const sentence of await moveSeries(tx, applying, actor, finishing)) told.push({ sentence })
  const forgotten = found.rows.filter((row) => row.kind === 'comes-in' || isMatched(row, stored)).length
  if (forgotten > 0) told.push({ sentence: say('books.hoursUnknown', { count: forgotten }) })
  if (told.length === 0) told.push({ sentence: say('books.nothingFound') })
  for (const { sentence, ...of } of told)
    await noteInLog(tx, applying, { level: 'info', sentence, ...(of.subject ? { kind: 'invoice', ...of } : {}) })
  const at = { step: 'finished', finishing: null, result: told.map(({ sentence }) => sentence) } as const
  await changeComparison(tx, restore.id, at)
  const sentence = say('books.finished', { by: actor.name })
  await endRestore(tx, { now, onLogged: applying.onLogged }, restore.id, {
    by: actor.name,
    system: systemName,
    sentence,
  })
}

const decisionOf = ({ key }: FoundRow, { decisions }: StoredComparison): Decision | undefined => decisions[key]
const isMatched = (row: FoundRow, stored: StoredComparison) => decisionOf(row, stored)?.choice === 'draft'

async function applyRow(tx: Tx, applying: Applying, actor: Actor, row: FoundRow): Promise<Told[]> {
  switch (row.kind) {
    case 'uncertain':
      return []
    case 'draft':
      return becomeRecord(tx, applying, actor, row)
    case 'comes-in':
      return comeIn(tx, applying, actor, row)
    case 'open':
    case 'foreign': {
      const decision = decisionOf(row, applying.stored)
      if (!decision) throw new AppError('conflict', say('books.stillToDecide', { count: 1 }))
      return decision.choice === 'draft' && decision.draftId
        ? matchDraft(tx, applying, actor, row, { ...decision, draftId: decision.draftId })
        : leaveApart(tx, row, decision)
    }
  }
}

function rowThere({ rows }: Applying, { key }: FoundRow): Row {
  const row = rows.get(key)
  if (!row) throw new Error(`The row ${key} was not shown by the last look.`)
  return row
}

async function bookedOf(tx: Tx, applying: Applying, found: FoundRow) {
  const series = await getSeries(tx, found.series)
  return toBooked(rowThere(applying, found), found, (next) => writeNumber({ ...series, next }))
}

/** The number of our order behind a document there, whichever side gave it. */
function orderOf(row: Row): number | null {
  const orderNumber = Number(row.OrderNumber)
  return Number.isSafeInteger(orderNumber) && orderNumber > 0 && orderNumber < 2_147_483_648 ? orderNumber : null
}

const recordingOf = ({ now }: Applying, actor: Actor) => ({ actor, now: now(), reason: systemName })

async function becomeRecord(tx: Tx, applying: Applying, actor: Actor, found: FoundRow): Promise<Told[]> {
  if (!found.here) throw new Error('A draft that becomes a document is known.')
  const booked = await bookedOf(tx, applying, found)
  const { id } = found.here
  await recordAsBooked(tx, id, booked, recordingOf(applying, actor))
  await settleAsBooked(tx, applying, {
    id,
    booked,
    orderNumber: orderOf(rowThere(applying, found)),
    theirs: toTheirs(rowThere(applying, found), found.currency),
    how: 'posted',
  })
  const of = { subject: id, label: `${booked.number} ${found.customerName}` }
  const told: Told[] = [
    { ...of, sentence: say('books.becameRecord', { number: booked.number, customer: found.customerName }) },
  ]
  for (const difference of found.differences)
    told.push({ ...of, sentence: say('books.differs', { number: booked.number, ...difference }) })
  return told
}

async function comeIn(tx: Tx, applying: Applying, actor: Actor, found: FoundRow): Promise<Told[]> {
  const { customerId, projectId, currency, reference } = found
  if (!customerId || !projectId) throw new Error('A document comes in only with its customer and project.')
  const row = rowThere(applying, found)
  const booked = await bookedOf(tx, applying, found)
  const company = await getCompany(tx)
  const day = dayIn(company.timeZone, applying.now())
  const footer = {
    en: booksTexts['books.copyMade']({ day }),
    da: booksTextsDa['books.copyMade']({ day }),
    nb: booksTextsNb['books.copyMade']({ day }),
  }
  const lines = toLines(row, applying.lines.get(found.key) ?? [], booked, currency, await listVatCodes(tx))
  const exchangeRate = currency === company.currency ? null : rateOf(row, currency, booked.gross, company.currency)
  const description = typeof row.Remark === 'string' && row.Remark !== '' ? row.Remark : null
  const document = { ...booked, reference, customerId, projectId, currency, exchangeRate, description, lines }
  const id = await bringInAsBooked(tx, document, { ...recordingOf(applying, actor), footer })
  await settleAsBooked(tx, applying, {
    id,
    booked,
    orderNumber: orderOf(row),
    theirs: toTheirs(row, currency),
    how: 'posted',
  })
  return [
    {
      subject: id,
      label: `${booked.number} ${found.customerName}`,
      sentence: say('books.cameIn', { number: booked.number, customer: found.customerName }),
    },
  ]
}

/** Units of the company's currency for one of the document's, from the two totals there. */
function rateOf(row: Row, currency: string, gross: bigint, companyCurrency: string): string | null {
  const local = fromTheWire(row.AmountLocalCur, companyCurrency)
  if (local === undefined || gross === 0n) return null
  return rateBetween({ minor: gross, currency }, { minor: local, currency: companyCurrency })
}

type Matched = Decision & { draftId: string }

async function matchDraft(
  tx: Tx,
  applying: Applying,
  actor: Actor,
  found: FoundRow,
  decision: Matched,
): Promise<Told[]> {
  const draft = await getInvoiceRecord(tx, decision.draftId)
  const booked = await bookedOf(tx, applying, found)
  if (draft.currency !== found.currency || draft.customerId !== found.customerId || !isSameSign(booked.gross, draft))
    throw new AppError('conflict', say('books.otherDraft', { number: found.number }))
  await recordAsBooked(tx, draft.id, booked, recordingOf(applying, actor))
  const said = { saidBy: decision.by, reason: decision.reason }
  const theirs = toTheirs(rowThere(applying, found), found.currency)
  await settleAsBooked(tx, applying, { id: draft.id, booked, orderNumber: null, theirs, how: 'marked', ...said })
  const values = { by: decision.by, there: found.number, number: booked.number, reason: decision.reason ?? '' }
  return [
    { subject: draft.id, label: `${booked.number} ${found.customerName}`, sentence: say('books.matched', values) },
  ]
}

async function leaveApart(tx: Tx, { key, number, reference }: FoundRow, { by, at, reason }: Decision): Promise<Told[]> {
  await tx
    .insert(booksApart)
    .values({ key, number, reference, saidBy: by, saidAt: new Date(at), reason })
    .onConflictDoNothing()
  return [{ sentence: say('books.apart', { by, there: number, reason: reason ?? '' }) }]
}
