// The first invoice and the first credit note show what only writing can show. Where the company wants to see it, each of their
// writing steps is shown to a person before it is made, and what came of it is kept with the company.
import { isDeepStrictEqual } from 'node:util'
import { sql } from 'drizzle-orm'
import type { InvoiceKind } from '../invoices/invoice.ts'
import type { Db, Tx } from '../lib/database/database.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { writeAmount } from '../lib/money.ts'
import { SyncFailure } from '../sync/failure.ts'
import { type Connection, learn } from './connection.ts'
import { hasCostRows } from './cost-rows.ts'
import { isCovered, serieIn, serieOf } from './coupled.ts'
import { equals } from './filter.ts'
import { firstDocumentTexts } from './first-document-texts.ts'
import { numberOf, type Work } from './post-look.ts'
import { findSeries } from './post-place.ts'
import type { Known, KnownFact, ShownStep } from './posting.ts'
import { listOrders, lowestOrderNumber, moveOn, type Posting } from './posting-store.ts'
import type { Row } from './session.ts'

const say = sayFrom(firstDocumentTexts)

/** Until one of its kind was posted by us in this company. */
export async function isFirstOfKind(db: Db | Tx, connection: Connection, kind: InvoiceKind): Promise<boolean> {
  const { rows } = await db.execute(sql`
    select 1 from uniconta_posting p join invoice i on i.id = p.invoice_id
     where p.step = 'settled' and p.how in ('posted', 'other-number') and i.kind = ${kind}
       and ${isCovered(connection)} limit 1`)
  return rows.length === 0
}

/** What is written next, as it goes over the wire. */
export type Next = { header: Row; lines: readonly Row[] }

/**
 * Before a writing step of the first document: stops until a person has seen just this and let it go.
 * @throws SyncFailure 'rejected' with what will be sent on the row
 */
export async function showBefore(
  work: Work,
  row: Posting,
  before: ShownStep['before'],
  { header, lines }: Next,
): Promise<void> {
  const { context, connection, document } = work
  if (connection.settings.firstDocument !== 'show') return
  if (!(await isFirstOfKind(context.db, connection, document.kind))) return
  const shown: ShownStep = { before, isLetGo: false, header: written(header), lines: lines.map(written) }
  const last = row.shownStep
  const isSame = last?.before === before && isDeepStrictEqual({ ...last, isLetGo: false }, shown)
  if (isSame && last?.isLetGo) return
  if (!isSame) await moveOn(context, row, row.step, { shownStep: shown })
  const { number, currency, gross } = document
  const values = {
    number,
    kind: document.kind,
    lines: lines.length,
    gross: `${writeAmount(gross, currency)} ${currency}`,
  }
  const order = String(row.orderNumber ?? '')
  throw new SyncFailure(
    'rejected',
    before === 'order' ? say('first.beforeOrder', values) : say('first.beforePost', { ...values, order }),
    { shown: 'held', actions: ['choose'], causes: ['integration'] },
  )
}

/** The order number is a new one each time, and says nothing to whoever reads it. */
const written = (row: Row): ShownStep['header'] =>
  Object.entries(row)
    .filter(([field]) => field !== 'OrderNumber')
    .map(([field, value]) => ({ field, value: String(value ?? '') }))

/**
 * Learned: credit notes take no number of the series of invoices there. While they share that series here, the pair of numbers is kept
 * and nobody is asked each time.
 */
export const isNumberedApart = ({ connection, document }: Pick<Work, 'connection' | 'document'>): boolean =>
  document.kind === 'credit-note' &&
  document.series === 'invoice' &&
  connection.facts.known['credit-notes-share-series']?.value === false

/** It was, just as it was expected to be. Never where the series of the row is not shown. */
export const wasNumberedApart = async (work: Work, there: Row): Promise<boolean> =>
  isNumberedApart(work) && (await isOfInvoices(work, there)) === false

/** Whether a row is of the series of invoices. Undefined where it names no series and its number does not tell either. */
async function isOfInvoices(work: Work, there: Row): Promise<boolean | undefined> {
  const { document, connection } = work
  if (document.series === 'invoice' && numberOf(there) === document.serial) return true
  const serie = serieOf(connection, 'invoice') ?? (await findSeries(work, 'invoice'))?.serie
  const named = serieIn(there)
  return serie === undefined || named === undefined ? undefined : named === serie
}

/** What a document that was just posted showed of the company. What is known already is not asked again. The answer is what is new. */
export async function learnFrom(work: Work, row: Posting, there: Row): Promise<Partial<Record<KnownFact, boolean>>> {
  const { context, connection, document } = work
  const { known } = connection.facts
  const learned: Partial<Record<KnownFact, boolean>> = {}
  const note = (fact: KnownFact, value: boolean) => {
    if (known[fact] === undefined) learned[fact] = value
  }
  const { orderNumber } = row
  if (orderNumber !== null && Number(there.OrderNumber) === orderNumber) {
    note('posts-by-order-number', true)
    note('order-with-lines-in-one-call', true)
    note('own-order-number', orderNumber >= lowestOrderNumber)
  }
  note('reference-is-kept', there.OurRef === document.reference)
  // Seen anew with each: what is set otherwise there from one day on is known from the next credit note on.
  const isInSeries = document.kind === 'credit-note' ? await isOfInvoices(work, there) : undefined
  if (isInSeries !== undefined && known['credit-notes-share-series']?.value !== isInSeries)
    learned['credit-notes-share-series'] = isInSeries
  if (connection.settings.firstDocument === 'show' && known['reference-filters'] === undefined) {
    const filters = await findsByReference(work)
    if (filters !== undefined) note('reference-filters', filters)
  }
  // Until one came without: what was mended there shows with the next document.
  if (known['no-costs']?.value !== true) {
    const costs = await hasCostRows(work.calls, there)
    if (costs !== undefined) learned['no-costs'] = !costs
  }
  const stands = (await listOrders(context.db, document.id)).some((order) => !order.isGone)
  if (!stands && connection.facts.orderGoes !== undefined) note('order-goes', connection.facts.orderGoes)
  if (isInSeries === false) await learnCreditNoteSerie(work, there)
  if (Object.keys(learned).length === 0) return learned
  const seen = { at: context.now().toISOString(), by: document.number }
  const more = Object.fromEntries(Object.entries(learned).map(([fact, value]) => [fact, { value, ...seen }]))
  await learn(context.db, connection, { known: { ...known, ...more } as Known })
  return learned
}

/** While credit notes share the series here, the one there is what the last one showed; else it is a person's word, which a row confirms. */
async function learnCreditNoteSerie({ context, connection, document }: Work, there: Row): Promise<void> {
  const serie = serieIn(there)
  const before = connection.facts.creditNoteSerie
  if (serie === undefined || (before?.serie === serie && before.isShown)) return
  const creditNoteSerie = { serie, isShown: true }
  if (before?.serie === serie) await learn(context.db, connection, { creditNoteSerie })
  else if (document.series === 'invoice')
    await learn(context.db, connection, { creditNoteSerie, creditNotesThere: null, creditNoteControl: null })
}

/** Where a filter is not honoured all rows come, which may be just ours: so a reference that nothing carries is asked for too. */
async function findsByReference({ calls, document: { reference } }: Work): Promise<boolean | undefined> {
  const carrying = (wanted: string) => calls.query('DebtorInvoiceClient', [equals('OurRef', wanted), { Take: 10 }])
  const rows = await carrying(reference)
  if (rows.length === 0) return undefined
  return rows.every((one) => one.OurRef === reference) && (await carrying(`${reference.slice(0, -1)}-`)).length === 0
}
