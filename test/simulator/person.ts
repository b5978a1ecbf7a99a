// A person in front of Akkord who reads the sentence of a document and takes the way out that it offers.
import { sql } from 'drizzle-orm'
import { invoicePost } from '../../src/invoices/invoice-tasks.ts'
import { inTransaction } from '../../src/lib/database/database.ts'
import { AppError } from '../../src/lib/errors.ts'
import { enqueue } from '../../src/sync/enqueue.ts'
import { resumeLane } from '../../src/sync/lane-trouble.ts'
import type { PostingChoice } from '../../src/uniconta/posting.ts'
import { choose } from '../../src/uniconta/posting-choices.ts'
import { tester } from '../usual.ts'
import { mendThere, nextThere, serie } from './by-hand.ts'
import { walkComparison } from './compare.ts'
import { creditNoteSerie } from './credit-notes.ts'
import { type DocumentSays, listDocuments } from './documents.ts'
import { bookedByReference } from './invariants.ts'
import { companyId, type Office } from './office.ts'

const lane = 'uniconta'
const reason = 'Looked there.'

export async function takeWaysOut(office: Office): Promise<void> {
  const { counts } = office
  await letLaneGoOn(office)
  if (await walkComparison(office)) return
  for (const document of await listDocuments(office)) {
    if (document.step === 'settled' || !document.sentence) continue
    if (document.state !== 'parked' && !document.actions.includes('choose')) continue
    const choice = wayOut(office, document)
    try {
      if (choice) await choose(office.tools, tester, document.id, choice)
      else await sendAgain(office, document)
      counts.note(`way out of ${document.sentence}: ${choice?.choice ?? 'mended and sent again'}`)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      counts.note(`choice refused: ${choice?.choice} of ${document.sentence}: ${error.sentence?.key ?? error.message}`)
    }
    // Those behind it wait for it; what they say is old by now.
    return
  }
}

async function letLaneGoOn({ tools, counts }: Office): Promise<void> {
  const { db } = tools
  const { rows } = await db.execute(sql`select 1 from sync_lane where name = ${lane} and paused_for is not null`)
  if (rows.length === 0) return
  counts.note('way out of a paused lane')
  await inTransaction(db, (tx) => resumeLane(tx, lane))
}

/** What the person does there first, and what is then chosen here; undefined: it is mended there and sent again. */
function wayOut(office: Office, document: DocumentSays): PostingChoice | undefined {
  const booked = bookedByReference(office).get(document.reference) ?? []
  switch (document.sentence) {
    case 'post.otherNext':
    case 'post.creditsApart':
      if (!isFree(office, document.serial, serieOf(document))) return { choice: 'booked-under-another-number', reason }
      office.sandbox.put(companyId, 'NumberSerieClient', { Serie: serieOf(document), Next: document.serial })
      return { choice: 'series-corrected', reason: null }
    case 'post.takenByOurs':
      setBeyond(office, serieOf(document))
      return { choice: 'booked-under-another-number', reason }
    case 'post.nextIsTaken':
      setBeyond(office, serieOf(document))
      return { choice: 'series-corrected', reason: null }
    case 'post.foreignUse':
      if (office.chance.is(0.5)) return { choice: 'booked-under-another-number', reason }
      return mark(Number(typeIn(office, document).InvoiceNumber))
    case 'post.vanished':
      // Somebody careless says so of a document that stands there: then Akkord has to see it.
      return booked.length > 0 && office.chance.is(0.5)
        ? { choice: 'wait', reason: null }
        : { choice: 'send-again', reason }
    case 'post.otherNumber':
      return { choice: 'booked-under-another-number', reason }
    case 'post.amountDiffers':
    case 'post.wouldDiffer':
      return { choice: 'accept-difference', reason }
    case 'post.seriesUnread':
      return { choice: 'confirm-empty-series', reason: null }
    case 'post.twice':
    case 'post.lookAlike':
      return takeTheFirst(office, document)
    case 'post.periodClosed':
      if (office.chance.is(0.5)) return { choice: 'posting-date', day: '2026-12-01', beforeItsDay: false, reason }
      mendThere(office)
      return undefined
    default:
      mendThere(office)
      return undefined
  }
}

const mark = (number: number): PostingChoice => ({
  choice: 'mark-as-transferred',
  number,
  acceptDifferences: true,
  reason,
})

const serieOf = ({ series }: DocumentSays) => (series === 'invoice' ? serie : creditNoteSerie)

/** The series there goes on with a number that nothing has. */
function setBeyond({ sandbox }: Office, of: string): void {
  const taken = sandbox.rows(companyId, 'DebtorInvoiceClient').map((row) => Number(row.InvoiceNumber))
  sandbox.put(companyId, 'NumberSerieClient', { Serie: of, Next: Math.max(...taken) + 1 })
}

const isFree = ({ sandbox }: Office, number: number, of: string): boolean =>
  !sandbox.rows(companyId, 'DebtorInvoiceClient').some((row) => row.InvoiceNumber === number && row.NumberSerie === of)

/** Of two of ours the first one stands, the others are credited, and the order that still stands there goes. A copy of a person's own is told from ours. */
function takeTheFirst(office: Office, document: DocumentSays): PostingChoice {
  const { sandbox, byHand } = office
  const [first, ...others] = bookedByReference(office).get(document.reference) ?? []
  for (const { OurRef, OrderNumber, RowId } of sandbox.rows(companyId, 'DebtorOrderClient'))
    if (OurRef === document.reference && !byHand.orders.has(RowId))
      sandbox.remove(companyId, 'DebtorOrderClient', String(OrderNumber))
  for (const { InvoiceNumber, RowId } of others) {
    // The choice may have been refused since, and is made again.
    if (office.creditedDoubles.has(RowId)) continue
    // Whatever is blocked or closed is in the way of a credit note as well.
    mendThere(office)
    byHand.invoices.add(sandbox.creditByHand(companyId, { InvoiceNumber }).RowId)
    office.creditedDoubles.add(RowId)
  }
  return mark(Number((first ?? typeIn(office, document)).InvoiceNumber))
}

function typeIn(office: Office, { net }: DocumentSays) {
  const { sandbox, byHand } = office
  mendThere(office)
  const isApart = net < 0n && sandbox.switches().creditNoteNumbers === 'own-series'
  const of = isApart ? creditNoteSerie : serie
  if (!isFree(office, nextThere(office, of), of)) setBeyond(office, of)
  const debtor = String(sandbox.rows(companyId, 'DebtorClient')[0]?.Account)
  const project = String(sandbox.rows(companyId, 'ProjectClient')[0]?.Number)
  const row = sandbox.postByHand(companyId, { Account: debtor, Project: project, Amount: Number(net) / 100 })
  byHand.invoices.add(row.RowId)
  return row
}

async function sendAgain({ tools, clock }: Office, { id, serial }: DocumentSays): Promise<void> {
  await inTransaction(tools.db, async (tx) => {
    await tx.execute(sql`update sync_lane set retry_at = null where name = ${lane}`)
    await enqueue(tx, { kind: invoicePost, subject: id, label: `${serial} Hansen & Søn A/S` }, clock.now())
  })
}
