// A person in front of Akkord who reads the sentence of a document and takes the way out that it offers.
import { sql } from 'drizzle-orm'
import { invoicePost } from '../../src/invoices/invoice-tasks.ts'
import { inTransaction, type Tx } from '../../src/lib/database/database.ts'
import { enqueue } from '../../src/sync/enqueue.ts'
import { takeLaneAway } from '../../src/sync/lane.ts'
import { resumeLane } from '../../src/sync/lane-trouble.ts'
import { mendThere, serie } from './by-hand.ts'
import { type DocumentSays, listDocuments } from './documents.ts'
import { bookedByReference } from './invariants.ts'
import { companyId, type Office } from './office.ts'

const lane = 'uniconta'

/** Answers whether there was something to do. */
export async function takeWaysOut(office: Office): Promise<boolean> {
  const { db } = office.beginning.database
  let isDone = await letLaneGoOn(office)
  for (const document of await listDocuments(office)) {
    if (document.step === 'settled' || !document.sentence) continue
    const isStuck = document.state === 'parked' || document.actions.includes('choose')
    if (!isStuck) continue
    office.counts.note(`way out of ${document.sentence}`)
    await wayOut(office, document)
    await inTransaction(db, (tx) => sendAgain(office, tx, document))
    isDone = true
    // The documents behind it wait for it; what they say is old by now.
    break
  }
  return isDone
}

async function letLaneGoOn({ beginning, counts }: Office): Promise<boolean> {
  const { db } = beginning.database
  const { rows } = await db.execute(sql`select 1 from sync_lane where name = ${lane} and paused_for is not null`)
  if (rows.length === 0) return false
  counts.note('way out of a paused lane')
  await inTransaction(db, (tx) => resumeLane(tx, lane))
  return true
}

async function wayOut(office: Office, document: DocumentSays): Promise<void> {
  const { sentence, serial } = document
  switch (sentence) {
    case 'post.otherNext':
      return isFree(office, serial) ? correctSeries(office, serial) : markAsTransferred(office, document)
    case 'post.foreignUse':
      return markAsTransferred(office, document)
    case 'post.vanished':
      return sayNotBooked(office, document)
    case 'post.otherNumber':
      return say(office, document, 'accept-number')
    case 'post.amountDiffers':
      return say(office, document, 'accept-difference')
    case 'post.seriesUnread':
      return confirmEmptySeries(office)
    case 'post.twice':
    case 'post.lookAlike':
      return markAsTransferred(office, document)
    default:
      return mendThere(office)
  }
}

const isFree = ({ sandbox }: Office, number: number): boolean =>
  !sandbox.rows(companyId, 'DebtorInvoiceClient').some((row) => row.InvoiceNumber === number)

function correctSeries({ sandbox }: Office, serial: number): void {
  sandbox.put(companyId, 'NumberSerieClient', { Serie: serie, Next: serial })
}

async function confirmEmptySeries({ beginning }: Office): Promise<void> {
  await beginning.database.db.execute(
    sql`update integration set facts = facts || '{"control": {"number": null}}'::jsonb`,
  )
}

/** Only after the wait and once our order is gone; then the truth is in the books. */
async function sayNotBooked(office: Office, document: DocumentSays): Promise<void> {
  if ((bookedByReference(office).get(document.reference) ?? []).length > 0) return
  await say(office, document, 'send-again')
}

async function say(office: Office, { id }: DocumentSays, word: string): Promise<void> {
  await inTransaction(office.beginning.database.db, async (tx) => {
    await takeLaneAway(tx, lane, office.clock.now())
    await tx.execute(sql`
      update uniconta_posting set word = ${word}, reason = 'Looked there.', said_by = 'Tester' where invoice_id = ${id}::uuid`)
  })
}

/** Names the document there that is ours; where there is none, it is typed there first. Copies are credited. */
async function markAsTransferred(office: Office, document: DocumentSays): Promise<void> {
  const { sandbox } = office
  const [first, ...others] = bookedByReference(office).get(document.reference) ?? []
  for (const { InvoiceNumber } of others)
    office.byHand.invoices.add(sandbox.creditByHand(companyId, { InvoiceNumber }).RowId)
  const row = first ?? typeIn(office, document)
  await inTransaction(office.beginning.database.db, async (tx) => {
    await takeLaneAway(tx, lane, office.clock.now())
    await tx.execute(sql`
      insert into uniconta_posting (invoice_id, serial, step) values (${document.id}::uuid, ${document.serial}, 'waiting')
      on conflict do nothing`)
    await tx.execute(sql`
      update uniconta_posting set step = 'settled', how = 'marked', their_number = ${Number(row.InvoiceNumber)}, their_row_id = ${String(row.RowId)},
             reason = 'Looked there.', said_by = 'Tester', settled_at = ${office.clock.now().toISOString()} where invoice_id = ${document.id}::uuid`)
  })
}

function typeIn({ sandbox, byHand }: Office, { net }: DocumentSays) {
  const debtor = String(sandbox.rows(companyId, 'DebtorClient')[0]?.Account)
  const project = String(sandbox.rows(companyId, 'ProjectClient')[0]?.Number)
  const row = sandbox.postByHand(companyId, { Account: debtor, Project: project, Amount: Number(net) / 100 })
  byHand.invoices.add(row.RowId)
  return row
}

async function sendAgain({ clock }: Office, tx: Tx, { id, serial }: DocumentSays): Promise<void> {
  await tx.execute(sql`update sync_lane set retry_at = null where name = ${lane}`)
  await enqueue(tx, { kind: invoicePost, subject: id, label: `${serial} Hansen & Søn A/S` }, clock.now())
}
