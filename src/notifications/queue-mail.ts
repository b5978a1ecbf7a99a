import type { Tx } from '../lib/database/database.ts'
import { newId } from '../lib/ids.ts'
import { enqueue } from '../sync/enqueue.ts'
import { mail } from './notification-table.ts'

export const mailKind = 'mail.send'

export type NewMail = { to: string; subject: string; text: string }

/** A mail and its task, in the transaction that asks for it. */
export async function queueMail(tx: Tx, { to, subject, text }: NewMail, now: Date): Promise<void> {
  const id = newId(now)
  await tx.insert(mail).values({ id, to, subject, text, createdAt: now })
  await enqueue(tx, { kind: mailKind, subject: id, label: `${to}: ${subject}` }, now)
}
