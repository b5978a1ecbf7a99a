// Documents that wait for export ring the bell of whoever looks after the books, until none waits any more.
import { sql } from 'drizzle-orm'
import type { Tx } from '../lib/database/database.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { notifyUsers, settleNotices } from '../notifications/notification-store.ts'
import type { Handler } from '../sync/handler.ts'
import { listUsersWho } from '../users/user-store.ts'
import { finalizeTexts } from './finalize-texts.ts'
import { invoicePost } from './invoice-tasks.ts'

const say = sayFrom(finalizeTexts)
const topic = 'invoice.toExport'
const minuteMs = 60_000
/** What goes by itself has gone by then. */
const patienceMs = 15 * minuteMs
const lookAgainMs = 60 * minuteMs

const kind = 'notice.exports'

/** The look that is asked for with each document that is to be exported. */
export const exportLook = (now: Date) => ({
  ...{ kind, subject: 'invoices', label: invoicePost },
  runAt: new Date(now.getTime() + patienceMs),
})

export function exportNoticeHandler(): Handler {
  return {
    kind,
    direction: 'none',
    logsSuccess: false,
    async run(context) {
      const now = context.now()
      const waiting = await context.inLane((tx) => tellOfWaiting(tx, now))
      return waiting > 0
        ? { outcome: 'again', at: new Date(now.getTime() + lookAgainMs) }
        : { outcome: 'unchanged', sentence: say('export.noneWaits') }
    },
  }
}

async function tellOfWaiting(tx: Tx, now: Date): Promise<number> {
  const before = new Date(now.getTime() - patienceMs).toISOString()
  const { rows } = await tx.execute<{ waiting: number; number: string | null }>(sql`
    select count(*)::int as waiting, (array_agg(i.number order by i.serial))[1] as number
      from sync_task t join invoice i on t.subject = i.id::text
     where t.kind = ${invoicePost} and t.state <> 'done' and i.finalized_at <= ${before}`)
  const { waiting, number } = rows[0] ?? { waiting: 0, number: null }
  if (waiting === 0) await settleNotices(tx, topic, now)
  else {
    const sentence = say('export.waits', { count: waiting, number: number ?? '' })
    const notice = { kind: 'invoices-to-export', level: 'warning', once: true, link: '/export-invoices' } as const
    await notifyUsers(tx, { ...notice, userIds: await listUsersWho(tx, 'view the log'), sentence, topic }, now)
  }
  return waiting
}
