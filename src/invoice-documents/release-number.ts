import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { recordChange } from '../audit/record-change.ts'
import { invoiceStanding } from '../invoices/invoice-table.ts'
import { findNumberWaits } from '../invoices/posting-gate.ts'
import { lockStanding } from '../invoices/standing-store.ts'
import { type Db, inTransaction } from '../lib/database/database.ts'
import { requiredText } from '../lib/fields.ts'
import type { Actor } from '../lib/http.ts'
import { notFound } from '../lib/stale.ts'
import { mail } from '../notifications/notification-table.ts'
import { mailKind } from '../notifications/queue-mail.ts'
import { enqueueMany } from '../sync/enqueue.ts'

/** Why a number goes out that the books do not have yet. */
export const ReleaseInput = z.strictObject({ reason: requiredText(500) })

type Release = { actor: Actor; id: string; reason: string; now: Date }

/**
 * A person lets a document go before it is booked: its PDF may be fetched, and mails that wait go. Should the books never take the
 * number, it is known who gave it out. One whose number waits for nothing is left as it is.
 */
export async function releaseNumber(db: Db, { actor, id, reason, now }: Release): Promise<void> {
  await inTransaction(db, async (tx) => {
    if (!(await lockStanding(tx, id))) throw notFound('invoice', id)
    if (!(await findNumberWaits(tx, id))) return
    await tx
      .update(invoiceStanding)
      .set({ releasedAt: now, releasedBy: actor.name, releaseReason: reason })
      .where(eq(invoiceStanding.invoiceId, id))
    await recordChange(tx, actor, { kind: 'invoice', subject: id, before: {}, after: { releaseReason: reason } }, now)
    const waiting = await tx
      .select({ subject: mail.id, to: mail.to, subjectLine: mail.subject })
      .from(mail)
      .where(and(eq(mail.aboutKind, 'invoice'), eq(mail.aboutId, id), isNull(mail.sentAt), isNull(mail.refusedAt)))
    await enqueueMany(
      tx,
      waiting.map(({ subject, to, subjectLine }) => ({ kind: mailKind, subject, label: `${to}: ${subjectLine}` })),
      now,
    )
  })
}
