// What must hold. The books of the sandbox are the truth; what Akkord says is compared with them, never believed.
import type { HandRow } from '../../sandbox/by-hand.ts'
import { creditNoteSerie } from './credit-notes.ts'
import { type DocumentSays, listDocuments } from './documents.ts'
import { companyId, type Office } from './office.ts'

/** What is judged: a simulated office, or real processes (src/uniconta/killed-while-posting.test.ts). */
export type Judged = Pick<
  Office,
  'sandbox' | 'counts' | 'faults' | 'byHand' | 'postedByHand' | 'mayBeTwice' | 'wasRestored'
> & {
  beginning: Pick<Office['beginning'], 'pool'>
}

export type Violation = { rule: string; text: string }

/** After every step. */
export async function checkAlways(office: Judged): Promise<Violation[]> {
  const documents = await listDocuments(office)
  const booked = bookedByReference(office)
  for (const document of documents) office.counts.note(`state ${document.shown ?? 'none'}: ${document.sentence ?? ''}`)
  return [
    ...office.faults.map((text) => ({ rule: 'no fault on our side', text })),
    ...documents.flatMap((document) => [
      ...bookedAtMostOnce(office, document, booked.get(document.reference) ?? []),
      ...saidIsBooked(office, document, booked.get(document.reference) ?? []),
      ...saidIsTrue(office, document, booked.get(document.reference) ?? []),
      ...saidIsGoneByItself(office, document),
    ]),
    ...postedOncePerOrder(office),
  ]
}

/** When the trouble is over and people took the ways out that were offered. */
export async function checkAtTheEnd(office: Judged): Promise<Violation[]> {
  const documents = await listDocuments(office)
  const booked = bookedByReference(office)
  return [
    ...documents.flatMap((document) => bookedOnce(document, booked.get(document.reference) ?? [])),
    ...inOrder(office, documents),
    ...noOrphans(office, documents),
    ...balances(office),
  ]
}

export function bookedByReference({ sandbox, byHand }: Judged): Map<string, HandRow[]> {
  const found = new Map<string, HandRow[]>()
  for (const row of sandbox.rows(companyId, 'DebtorInvoiceClient')) {
    if (typeof row.OurRef !== 'string' || byHand.invoices.has(row.RowId)) continue
    found.set(row.OurRef, [...(found.get(row.OurRef) ?? []), row])
  }
  return found
}

function bookedAtMostOnce(office: Judged, { serial, reference }: DocumentSays, rows: readonly HandRow[]): Violation[] {
  if (rows.length < 2 || office.mayBeTwice.has(reference) || wasPostedTwiceThere(office, rows)) return []
  const numbers = rows.map((row) => row.InvoiceNumber).join(', ')
  return [{ rule: 'booked once', text: `${serial} is booked ${rows.length} times: ${numbers}` }]
}

/** One call to post, which something between us and them carried out a second time. */
function wasPostedTwiceThere({ sandbox }: Judged, rows: readonly HandRow[]): boolean {
  const twice = sandbox.calls().filter(({ fault, request }) => fault === 'applied-twice' && request)
  return rows.every(({ OrderNumber }) =>
    twice.some(({ request }) => request?.includes(`"OrderNumber":${OrderNumber},`)),
  )
}

function saidIsBooked(office: Judged, document: DocumentSays, rows: readonly HandRow[]): Violation[] {
  const { serial, step, shown, how, theirNumber } = document
  if (step !== 'settled' && shown !== 'transferred') return []
  const among = how === 'marked' ? office.sandbox.rows(companyId, 'DebtorInvoiceClient') : rows
  const isThere = among.some((row) => theirNumber === null || row.InvoiceNumber === theirNumber)
  return isThere
    ? []
    : [{ rule: 'said is booked', text: `${serial} is said to be posted as ${theirNumber}, and is not in the books` }]
}

/** These sentences say that nothing was posted. */
const nothingPosted =
  /^post\.(refused|orderRefused|orderWrong|accountBlocked|no[A-Z].*|blocked|debtorStopped|projectBlocked|periodClosed|seriesBlocked|dimensionMissing|otherNext|takenByOurs|nextIsTaken)$/

function saidIsTrue(
  office: Judged,
  { serial, sentence, state, reference }: DocumentSays,
  rows: readonly HandRow[],
): Violation[] {
  if (state !== 'parked' || !sentence || !nothingPosted.test(sentence) || rows.length === 0) return []
  if (office.postedByHand.has(reference)) return []
  return [{ rule: 'said is true', text: `${serial} says ${sentence}, and is booked as ${rows[0]?.InvoiceNumber}` }]
}

/** A person is asked about an order that is gone only where it was not Akkord that deleted it. What a backup forgot may be asked. */
function saidIsGoneByItself(office: Judged, { serial, sentence, orderNumber }: DocumentSays): Violation[] {
  if (sentence !== 'post.vanished' || orderNumber === null || office.wasRestored) return []
  const isOurs = office.sandbox
    .calls()
    .some(
      ({ path, applied, request }) =>
        path === '/Crud/Delete/DebtorOrderClient' && applied && request?.includes(`"OrderNumber":${orderNumber}`),
    )
  return isOurs
    ? [{ rule: 'said is true', text: `${serial} says that order ${orderNumber} vanished, and Akkord deleted it` }]
    : []
}

/** A call that was turned away at the door for its token was none, and one that asks what would be is none. */
function postedOncePerOrder({ sandbox }: Judged): Violation[] {
  const seen = new Set<string>()
  const twice: Violation[] = []
  for (const { path, request, status, fault } of sandbox.calls()) {
    if (path !== '/Invoice/GenerateDebtorInvoice' || status === 401 || fault === 'applied late') continue
    if (request?.includes('"Simulate":true')) continue
    const order = String(/"OrderNumber":(\d+)/.exec(request ?? '')?.[1])
    if (seen.has(order))
      twice.push({ rule: 'an order is posted once', text: `order ${order} was sent to be posted again` })
    seen.add(order)
  }
  return twice
}

function bookedOnce(document: DocumentSays, rows: readonly HandRow[]): Violation[] {
  const { series, serial, net, gross, step, how, theirNumber, word, sentence, state } = document
  if (how === 'marked') return []
  const [row] = rows
  if (!row) return [{ rule: 'nothing is lost', text: `${serial} is not booked; ${state} at ${step}: ${sentence}` }]
  const found: Violation[] = []
  if (step !== 'settled')
    found.push({
      rule: 'the lane drains',
      text: `${serial} is booked and not settled; ${state} at ${step}: ${sentence}`,
    })
  if (row.InvoiceNumber !== serial && word !== 'accept-number' && how !== 'other-number')
    found.push({ rule: 'numbers agree', text: `${serial} is booked as ${row.InvoiceNumber}` })
  if (how === 'posted' && series === 'credit-note' && row.NumberSerie !== creditNoteSerie)
    found.push({ rule: 'numbers agree', text: `credit note ${serial} is booked in ${row.NumberSerie}` })
  if (step === 'settled' && theirNumber !== row.InvoiceNumber && rows.length === 1)
    found.push({ rule: 'said is booked', text: `${serial} is said to be ${theirNumber} and is ${row.InvoiceNumber}` })
  const isNamed = word === 'accept-difference' || sentence === 'post.amountDiffers'
  const [theirNet, theirGross] = [toOre(row.NetAmount), toOre(row.TotalAmount)]
  if ((theirNet !== net || theirGross !== gross) && !isNamed)
    found.push({
      rule: 'to the øre',
      text: `${serial} is ${net} and ${gross}, in the books ${theirNet} and ${theirGross}`,
    })
  return found
}

const toOre = (amount: unknown): bigint => BigInt(Math.round(Number(amount ?? 0) * 100))

/** Of the documents of a series that Akkord posted, the lower number is in the books first; and an invoice before what takes it back. */
function inOrder(office: Judged, documents: readonly DocumentSays[]): Violation[] {
  const booked = bookedByReference(office)
  const rowOf = ({ reference }: DocumentSays) =>
    office.postedByHand.has(reference) ? undefined : booked.get(reference)?.[0]
  const last = { invoice: 0, 'credit-note': 0 }
  return documents.flatMap((document) => {
    const { series, serial, creditedId } = document
    const row = rowOf(document)
    if (!row) return []
    const original = documents.find(({ id }) => id === creditedId)
    const originalRow = original && rowOf(original)
    const isLater = row.RowId > last[series] && (originalRow === undefined || row.RowId > originalRow.RowId)
    last[series] = Math.max(last[series], row.RowId)
    if (series === 'credit-note') office.counts.note('in its own series: a credit note')
    return isLater ? [] : [{ rule: 'in order', text: `${series} ${serial} was booked after a later document` }]
  })
}

function noOrphans(office: Judged, documents: readonly DocumentSays[]): Violation[] {
  const references = new Set(documents.map(({ reference }) => reference))
  return office.sandbox
    .rows(companyId, 'DebtorOrderClient')
    .filter((row) => references.has(String(row.OurRef)) && !office.byHand.orders.has(row.RowId))
    .map((row) => ({ rule: 'no order is left', text: `order ${row.OrderNumber} of ${row.OurRef} still stands there` }))
}

function balances({ sandbox }: Judged): Violation[] {
  const sums = new Map<unknown, bigint>()
  for (const { JournalPostedId: id, Amount } of sandbox.rows(companyId, 'GLTransClient'))
    sums.set(id, (sums.get(id) ?? 0n) + toOre(Amount))
  return [...sums].flatMap(([id, sum]) =>
    sum === 0n ? [] : [{ rule: 'the ledger balances', text: `journal ${id} is ${sum} øre off` }],
  )
}
