import { eq } from 'drizzle-orm'
import { recordChange } from '../audit/record-change.ts'
import { findStanding, getInvoiceRecord, type InvoiceRecord } from '../invoices/invoice-store.ts'
import { invoiceStanding } from '../invoices/invoice-table.ts'
import { invoicePdf, invoicePost } from '../invoices/invoice-tasks.ts'
import { findNumberWaits } from '../invoices/posting-gate.ts'
import { lockStanding } from '../invoices/standing-store.ts'
import { type Db, inTransaction } from '../lib/database/database.ts'
import { AppError } from '../lib/errors.ts'
import { type Actor, invalid } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { newId } from '../lib/ids.ts'
import { magnitude } from '../lib/money.ts'
import { queueMail } from '../notifications/queue-mail.ts'
import type { Mailed } from '../notifications/send-mail.ts'
import { enqueue } from '../sync/enqueue.ts'
import { invoiceDocumentTexts } from './invoice-document-texts.ts'
import type { InvoiceMail, InvoiceMailDraft, InvoiceMailInput } from './invoice-mail.ts'
import { findInvoiceAddresses, isMailThere, listMailsOf, listReceipts } from './invoice-mail-store.ts'
import { mailTexts } from './mail-texts.ts'
import { writeDay, writeMoney } from './written.ts'

const say = sayFrom(invoiceDocumentTexts)

/** Many mail servers take no more than 20 to 25 MB, and a file grows by a third on its way. */
const receiptsLimitBytes = 12 * 1_048_576

/** To whom and with which words a document would be mailed. @throws conflict for a draft */
export async function draftMail(
  db: Db,
  invoiceId: string,
  { mailsGo, now }: { mailsGo: boolean; now: Date },
): Promise<InvoiceMailDraft> {
  const { row, number, printed } = mustBeFinal(await getInvoiceRecord(db, invoiceId))
  const { language, seller } = printed
  const words = mailTexts[language][row.kind]
  const amount = writeMoney(magnitude(row.gross), row.currency, language)
  const values = {
    number,
    seller: seller.name,
    amount: `${row.currency} ${amount}`,
    project: `${printed.project.number} ${printed.project.name}`,
    dueOn: writeDay(row.dueOn ?? '', language),
    credited: printed.credited?.number ?? null,
  }
  return {
    key: newId(now),
    to: await findInvoiceAddresses(db, row.customerId),
    cc: [],
    subject: words.subject(values),
    text: words.text(values),
    attachReceipts: printed.attachReceipts,
    receipts: await listReceipts(db, invoiceId),
    mailsGo,
    earlier: await listMailsOf(db, invoiceId),
  }
}

/**
 * Stores the mail and the task that sends it. The same key is the same mail; another one is refused once the document was mailed,
 * unless its sender says that it goes again. @throws conflict
 */
export async function mailInvoice(
  db: Db,
  { actor, invoiceId, wish, now }: { actor: Actor; invoiceId: string; wish: InvoiceMailInput; now: Date },
): Promise<InvoiceMail> {
  return inTransaction(db, async (tx) => {
    // Two clicks come one after the other: the second one finds the mail of the first.
    await lockStanding(tx, invoiceId)
    const { row, number, printed } = mustBeFinal(await getInvoiceRecord(tx, invoiceId))
    const earlier = await listMailsOf(tx, invoiceId)
    const known = earlier.find(({ id }) => id === wish.key)
    if (known) return known
    if (await isMailThere(tx, wish.key)) throw invalid([{ path: 'key', sentence: say('invoiceMail.keyTaken') }])
    const last = earlier.find(({ state }) => state !== 'refused')
    if (last && !wish.again) {
      const key = last.state === 'sent' ? 'invoiceMail.wasSent' : 'invoiceMail.isWaiting'
      throw new AppError('conflict', say(key, { number, to: last.to }))
    }
    const receipts = wish.attachReceipts ? await listReceipts(tx, invoiceId) : []
    if (receipts.reduce((all, { size }) => all + size, 0) > receiptsLimitBytes)
      throw invalid([
        { path: 'attachReceipts', sentence: say('invoiceMail.receiptsTooLarge', { count: receipts.length }) },
      ])
    await queueMail(
      tx,
      {
        id: wish.key,
        to: wish.to.join(', '),
        cc: wish.cc.join(', ') || null,
        replyTo: printed.seller.email,
        subject: wish.subject,
        text: wish.text,
        about: { kind: 'invoice', id: row.id },
        fileIds: receipts.map(({ id }) => id),
      },
      now,
    )
    const after = { mailedTo: [...wish.to, ...wish.cc].join(', '), mailSubject: wish.subject }
    await recordChange(tx, actor, { kind: 'invoice', subject: row.id, before: {}, after }, now)
    const [queued] = (await listMailsOf(tx, invoiceId)).filter(({ id }) => id === wish.key)
    return queued as InvoiceMail
  })
}

/** The PDF goes with the mail; until it is stored, and the document is booked, the mail waits. */
export const mailedInvoice: Mailed = {
  async filesOf({ db, inLane, now }, id) {
    const waits = await findNumberWaits(db, id)
    if (waits) return { outcome: 'after', kind: invoicePost, subject: id, label: waits.number }
    const standing = await findStanding(db, id)
    if (standing?.pdfFileId) return [standing.pdfFileId]
    const { number } = await getInvoiceRecord(db, id)
    const task = { kind: invoicePdf, subject: id, label: number ?? id }
    await inLane((tx) => enqueue(tx, task, now()))
    return { outcome: 'after', ...task }
  },
  async wasSent(tx, id, { to, at }) {
    await tx.update(invoiceStanding).set({ mailedAt: at, mailedTo: to }).where(eq(invoiceStanding.invoiceId, id))
  },
}

function mustBeFinal(row: InvoiceRecord) {
  const { number, printed } = row
  if (number === null || !printed) throw new AppError('conflict', say('invoiceMail.isDraft'))
  return { row, number, printed }
}
