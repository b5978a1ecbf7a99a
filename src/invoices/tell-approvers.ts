// Whoever approves drafts hears that some wait, and that none does any more.
import { and, eq, ne } from 'drizzle-orm'
import type { Tx } from '../lib/database/database.ts'
import type { Actor } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { notifyUsers, settleNotices } from '../notifications/notification-store.ts'
import { listUsersWho } from '../users/user-store.ts'
import { waitsForApproval } from './draft-obstacles.ts'
import { draftTexts } from './draft-texts.ts'
import type { Drawn } from './draw-up.ts'
import { findObstacles } from './find-obstacles.ts'
import type { InvoiceRecord, LineRecord } from './invoice-store.ts'
import { invoice } from './invoice-table.ts'

const say = sayFrom(draftTexts)
const topic = 'draft.toApprove'

/** After a change of a draft: everybody who may approve it, but for whoever changed it. One notice, however many drafts come. */
export async function tellApprovers(
  tx: Tx,
  { actor, row, drawn, now }: { actor: Actor; row: InvoiceRecord; drawn: Drawn<LineRecord>; now: Date },
): Promise<void> {
  if (!drawn.invoicing.useDraftApproval) return
  if (!waitsForApproval(await findObstacles(tx, row, drawn))) return
  const userIds = (await listUsersWho(tx, 'approve drafts')).filter((id) => id !== actor.id)
  const { customer } = drawn.settings
  const sentence = say('draft.toApprove', { customer: customer ? `${customer.number} ${customer.name}` : '' })
  const notice = { userIds, kind: 'drafts-to-approve', level: 'info', once: true } as const
  await notifyUsers(tx, { ...notice, sentence, link: `/drafts/${row.id}`, topic }, now)
}

/** After a draft was approved or deleted. */
export async function settleIfNoneWaits(tx: Tx, id: string, now: Date): Promise<void> {
  const others = await tx
    .select({ id: invoice.id })
    .from(invoice)
    .where(and(eq(invoice.state, 'draft'), ne(invoice.id, id)))
    .limit(1)
  if (others.length === 0) await settleNotices(tx, topic, now)
}
