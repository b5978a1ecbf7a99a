// Looks for a person who decides: made in a fresh session before any transaction, since what was remembered is what is in doubt.
import type { CoupledSeries } from '../company/company.ts'
import type { Db } from '../lib/database/database.ts'
import { AppError } from '../lib/errors.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import type { Clock } from '../lib/ids.ts'
import { writeAmount } from '../lib/money.ts'
import { findLink } from '../sync/link-store.ts'
import { choiceTexts } from './choice-texts.ts'
import type { Connection } from './connection.ts'
import { isOfSeries } from './coupled.ts'
import { equals } from './filter.ts'
import { createMemory } from './memory.ts'
import { lookAtOrders, lookAtSeries, numberOf, referenceOf } from './post-look.ts'
import { findSeries } from './post-place.ts'
import { amountsThatDiffer, toTheirs } from './post-read-back.ts'
import type { FoundThere, SeriesStanding } from './posting.ts'
import type { Document } from './posting-document.ts'
import { findByReference, type PostingOrder } from './posting-store.ts'
import type { Calls, Row } from './session.ts'
import { unicontaType } from './settings.ts'
import { showTheirs } from './show-posting.ts'
import { fromTheWire } from './to-order.ts'
import type { Uniconta } from './uniconta.ts'
import { asAnswer } from './verify.ts'
import { counted } from './with-connection.ts'

const say = sayFrom(choiceTexts)

export type Tools = Pick<Uniconta, 'keeper' | 'box' | 'onLogged'> & { db: Db; now: Clock }

/** Trouble becomes the answer to the person who asked. */
export async function ask<T>(tools: Tools, connection: Connection, work: (calls: Calls) => Promise<T>): Promise<T> {
  try {
    const calls = tools.keeper.callsFor(connection.account, [], async () => {})
    calls.renew()
    return await counted(tools, connection.account.userName, () => work(calls))
  } catch (error) {
    throw asAnswer(error)
  }
}

export type Found = { theirs: ReturnType<typeof toTheirs>; shown: FoundThere }

/** The document there under this number, compared with ours. @throws AppError when there is none, or it is another one's. */
export async function findThere(
  { db, ...tools }: Tools,
  connection: Connection,
  document: Document,
  number: number,
): Promise<Found> {
  const rows = await ask({ ...tools, db }, connection, (calls) =>
    calls.query('DebtorInvoiceClient', [equals('InvoiceNumber', String(number)), { Take: 20 }]),
  )
  const numbered = rows.filter((row) => numberOf(row) === number)
  const row =
    numbered.find((one) => one.OurRef === document.reference) ??
    numbered.find((one) => isOfSeries(one, connection, document.series)) ??
    numbered[0]
  if (!row) throw new AppError('invalid', say('choice.notThere', { there: number }))
  const [other] = [...(await findByReference(db, [String(row.OurRef ?? '')])).values()]
  if (other && other.id !== document.id && other.theirNumber === number)
    throw new AppError('conflict', say('choice.isAnothers', { there: number, other: other.number ?? '' }))
  const { currency, net } = document
  const theirNet = fromTheWire(row.NetAmount, currency)
  if (theirNet !== undefined && theirNet < 0n !== net < 0n)
    throw new AppError('invalid', say('choice.otherSign', { there: number, number: document.number }))
  const theirs = toTheirs(row, currency)
  const account = await accountOf(db, document)
  const differences = [
    ...differing('account', account, row.Account),
    ...differing('currency', currency, row.Currency),
    ...amountsThatDiffer(document, theirs).map(({ by: _, ...difference }) => difference),
  ]
  return { theirs, shown: { there: showTheirs(theirs, currency), account: String(row.Account ?? ''), differences } }
}

function differing(field: string, here: string, there: unknown): FoundThere['differences'] {
  return there === undefined || there === null || there === '' || there === here
    ? []
    : [{ field, here, there: String(there) }]
}

async function accountOf(db: Db, { customer }: Document): Promise<string> {
  return (await findLink(db, unicontaType, 'customer', customer.id))?.externalKey ?? customer.number
}

/** Before a person's word that it is not there is taken: what would show, shows. @throws conflict with what is there. */
export async function mustNotStandThere(
  tools: Tools,
  connection: Connection,
  document: Document,
  orders: readonly PostingOrder[],
): Promise<void> {
  const { number } = document
  await ask(tools, connection, async (calls) => {
    await mustHaveNoOrder(calls, orders, number)
    const look = await lookAtSeries({ context: tools, calls, connection, document }, orders, { isDoubtful: true })
    const [there] = look.ours
    if (there) throw new AppError('conflict', say('choice.invoiceStands', { number, there: numberOf(there) }))
    if (!look.isProved) throw new AppError('conflict', say('choice.unproved', { number }))
  })
}

/** @throws conflict when an order of the document stands there: somebody could post it. */
export async function mustHaveNoOrder(calls: Calls, orders: readonly PostingOrder[], number: string): Promise<void> {
  const [order] = await lookAtOrders(calls, orders)
  if (order) throw new AppError('conflict', say('choice.orderStands', { number, order: String(order.OrderNumber) }))
}

/** No document carries this reference. */
const nobodys = ' '

/** The next number there, the highest one, and what stands there from our next number on that is none of ours. */
export async function readSeriesThere(
  { db, now, ...tools }: Tools,
  connection: Connection,
  series: CoupledSeries,
  expected: number,
): Promise<{
  series: { serie: string; next: number } | undefined
  highest: number
  foreign: SeriesStanding['foreign']
}> {
  return ask({ ...tools, db, now }, connection, async (calls) => {
    const found = await findSeries({ calls, connection, memory: createMemory(now) }, series)
    const document = { reference: nobodys, series, serial: expected, net: 0n, currency: 'DKK' }
    const look = await lookAtSeries({ context: { db }, calls, connection, document }, [])
    const seen = [...look.foreign, ...look.others.map(({ row }) => row)]
    const known = await findByReference(db, seen.map(referenceOf))
    // Of another number than ours, it is none of the number that is looked for, and ours all the same.
    const isOurs = (row: Row) => known.get(referenceOf(row))?.theirNumber === numberOf(row)
    const foreign = look.foreign
      .filter((row) => !isOurs(row))
      .map((row) => showForeign(row, known.get(referenceOf(row))?.number ?? null))
    const highest = Math.max(expected - 1, look.highest, ...seen.map(numberOf))
    return { series: found, highest, foreign }
  })
}

function showForeign(row: Row, copyOf: string | null): SeriesStanding['foreign'][number] {
  const currency = typeof row.Currency === 'string' && row.Currency ? row.Currency : 'DKK'
  const gross = fromTheWire(row.TotalAmount, currency)
  return {
    number: numberOf(row),
    account: String(row.Account ?? ''),
    name: String(row.Name ?? row.AccountName ?? ''),
    day: typeof row.Date === 'string' ? row.Date.slice(0, 10) : null,
    gross: gross === undefined ? null : writeAmount(gross, currency),
    copyOf,
  }
}
