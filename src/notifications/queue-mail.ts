import type { Tx } from '../lib/database/database.ts'
import { newId } from '../lib/ids.ts'
import { enqueue } from '../sync/enqueue.ts'
import type { MailedKind } from './notification.ts'
import { mail, mailAttachment } from './notification-table.ts'

export const mailKind = 'mail.send'

/** The task that gathers into a mail what a user chose to get by mail. */
export const noticeMailKind = 'notice.mail'

export type MailWish = {
  /** Becomes the Message-ID: whoever asks twice under one id is answered by the first mail. Left out: a new one. */
  id?: string
  /** One address, or several with a comma between. */
  to: string
  cc?: string | null
  replyTo?: string | null
  subject: string
  text: string
  about?: { kind: MailedKind; id: string }
  /** Stored files that go with it, in this order. */
  fileIds?: readonly string[]
}

/** Stores a mail and the task that sends it, in the caller's transaction: nothing is mailed about what was rolled back. */
export async function queueMail(tx: Tx, wish: MailWish, now: Date): Promise<string> {
  const { about, fileIds = [], ...texts } = wish
  const id = wish.id ?? newId(now)
  await tx
    .insert(mail)
    .values({ ...texts, id, aboutKind: about?.kind ?? null, aboutId: about?.id ?? null, createdAt: now })
  if (fileIds.length > 0)
    await tx.insert(mailAttachment).values(fileIds.map((fileId, position) => ({ mailId: id, position, fileId })))
  await enqueue(tx, { kind: mailKind, subject: id, label: `${wish.to}: ${wish.subject}` }, now)
  return id
}
