import type { Tx } from '../lib/database/database.ts'
import { newId } from '../lib/ids.ts'
import { enqueue } from '../sync/enqueue.ts'
import { mail } from './notification-table.ts'

export const mailKind = 'mail.send'

export type MailWish = { to: string; subject: string; text: string }

/** Stores a mail and the task that sends it, in the caller's transaction: nothing is mailed about what was rolled back. */
export async function queueMail(tx: Tx, wish: MailWish, now: Date): Promise<string> {
  const id = newId(now)
  await tx.insert(mail).values({ ...wish, id, createdAt: now })
  await enqueue(tx, { kind: mailKind, subject: id, label: `${wish.to}: ${wish.subject}` }, now)
  return id
}
