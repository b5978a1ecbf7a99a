import { asc, eq, inArray } from 'drizzle-orm'
import { createTransport, type Transporter } from 'nodemailer'
import { storedFile } from '../files/stored-file-table.ts'
import type { Db, Tx } from '../lib/database/database.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { SyncFailure } from '../sync/failure.ts'
import type { Handler, Outcome, TaskContext } from '../sync/handler.ts'
import type { Exchange } from '../sync/log-entry.ts'
import { toHtml } from './mail-html.ts'
import type { MailedKind } from './notification.ts'
import { mail, mailAttachment } from './notification-table.ts'
import { notificationTexts } from './notification-texts.ts'
import { mailKind } from './queue-mail.ts'

const say = sayFrom(notificationTexts)

const minuteMs = 60_000
/** A server that puts one mail off (greylisting, a full mailbox) is asked again for a day. */
const patienceMs = 24 * 60 * minuteMs
const putOffMs = 10 * minuteMs
const answerLimitMs = 30_000

export type MailSettings = { smtpUrl: string; from: string }

/** What the folder of a record that is mailed adds to its mails. */
export type Mailed = {
  /** Files that go before those of the mail, or the task that has to make them first. */
  filesOf(context: Pick<TaskContext, 'db' | 'inLane' | 'now'>, id: string): Promise<string[] | After>
  /** In the transaction that notes that it was sent. `to`: who took it, without those whom the server refused. */
  wasSent(tx: Tx, id: string, sent: { to: string; at: Date }): Promise<void>
}
type After = Extract<Outcome, { outcome: 'after' }>

/**
 * Sends one stored mail. It bears the id of its row as Message-ID, so a mail whose answer was lost and that goes twice is
 * recognised as one by mail programs.
 */
export function mailHandler(
  settings: MailSettings | undefined,
  mailed: Partial<Record<MailedKind, Mailed>> = {},
): Handler {
  const transport = settings && connectTo(settings.smtpUrl)
  return {
    kind: mailKind,
    direction: 'none',
    logsSuccess: false,
    async run(context): Promise<Outcome> {
      const { db, subject, now, exchange, inLane, mustHoldLane } = context
      const [row] = await db.select().from(mail).where(eq(mail.id, subject))
      if (!row) return { outcome: 'off', sentence: say('mail.gone') }
      const { to } = row
      if (row.sentAt) return { outcome: 'unchanged', sentence: say('mail.wasSent', { to }) }
      if (!transport || !settings) return { outcome: 'off', sentence: say('mail.off', { to }) }
      const about = row.aboutKind && row.aboutId ? { of: mailed[row.aboutKind], id: row.aboutId } : undefined
      const first = (await about?.of?.filesOf(context, about.id)) ?? []
      if (!Array.isArray(first)) return first
      const attachments = await attachmentsOf(db, row.id, first)
      await mustHoldLane()
      const startedAt = now()
      const verdict = await tryToSend(transport, settings.from, row, attachments)
      const at = now()
      exchange.push(callOf(row, verdict, startedAt, at))
      // One that waited for days before its first try is new to the server.
      const isPatient = row.answer === null || at.getTime() - row.createdAt.getTime() < patienceMs
      if (verdict.verdict === 'put-off' && isPatient) {
        await inLane(async (tx) => {
          await tx.update(mail).set({ answer: verdict.answer }).where(eq(mail.id, row.id))
        })
        return { outcome: 'again', at: new Date(at.getTime() + putOffMs) }
      }
      if (verdict.verdict === 'sent') {
        await inLane(async (tx) => {
          await tx.update(mail).set({ sentAt: at, answer: verdict.answer }).where(eq(mail.id, row.id))
          if (about?.of) await about.of.wasSent(tx, about.id, { to: verdict.takenBy, at })
        })
        if (verdict.refused === '') return { outcome: 'done', sentence: say('mail.sent', { to }) }
        throw new SyncFailure('rejected', say('mail.partlyRefused', { to: verdict.takenBy, refused: verdict.refused }))
      }
      if (verdict.verdict === 'server-away') throw verdict.failure
      await inLane(async (tx) => {
        await tx.update(mail).set({ refusedAt: at, answer: verdict.answer }).where(eq(mail.id, row.id))
      })
      const key = about ? 'mail.documentRefused' : 'mail.refused'
      throw new SyncFailure('rejected', say(key, { to, answer: verdict.answer }))
    },
  }
}

type Verdict =
  /** Of several addresses the server may refuse some. */
  | { verdict: 'sent'; answer: string; takenBy: string; refused: string }
  | { verdict: 'put-off' | 'refused'; answer: string }
  /** Nothing is wrong with this mail: all mails wait. */
  | { verdict: 'server-away'; failure: SyncFailure }

/** What nodemailer tells of a fault: its own code for the stage, and the server's code and words if it spoke. */
type SmtpFault = Error & { code?: string; responseCode?: number; response?: string }

/** How the mail stands behind its attempt in the log; that a server answered also ends what kept all mails waiting. */
function callOf(row: typeof mail.$inferSelect, verdict: Verdict, startedAt: Date, endedAt: Date): Exchange {
  const isAway = verdict.verdict === 'server-away'
  return {
    at: startedAt.toISOString(),
    method: 'SMTP',
    path: row.to,
    request: row.subject,
    status: null,
    answer: isAway ? null : verdict.answer,
    fault: isAway ? verdict.failure.message : null,
    ms: endedAt.getTime() - startedAt.getTime(),
  }
}

type Attachment = { filename: string; contentType: string; content: Buffer }

async function attachmentsOf(db: Db, mailId: string, first: readonly string[]): Promise<Attachment[]> {
  const own = await db
    .select({ id: mailAttachment.fileId })
    .from(mailAttachment)
    .where(eq(mailAttachment.mailId, mailId))
    .orderBy(asc(mailAttachment.position))
  const ids = [...first, ...own.map(({ id }) => id)]
  if (ids.length === 0) return []
  const files = await db.select().from(storedFile).where(inArray(storedFile.id, ids))
  return ids.map((id) => {
    const file = files.find((candidate) => candidate.id === id)
    if (!file) throw new Error(`The file ${id} of the mail ${mailId} is gone.`)
    return { filename: file.name, contentType: file.mimeType, content: file.content }
  })
}

async function tryToSend(
  transport: Transporter,
  from: string,
  row: typeof mail.$inferSelect,
  attachments: Attachment[],
): Promise<Verdict> {
  try {
    const { to, cc, replyTo, subject, text } = row
    const sent = await transport.sendMail({
      from,
      to,
      ...(cc ? { cc } : {}),
      ...(replyTo ? { replyTo } : {}),
      subject,
      text,
      html: toHtml(text),
      messageId: `<${row.id}@akkord>`,
      attachments,
    })
    const listed = (addresses: unknown) => (Array.isArray(addresses) ? addresses : []).map(String).join(', ')
    return {
      verdict: 'sent',
      answer: oneLine(String(sent.response ?? '')),
      takenBy: listed(sent.accepted) || to,
      refused: listed(sent.rejected),
    }
  } catch (error) {
    return judge(error as SmtpFault)
  }
}

/** By the code alone: 5xx is final and 4xx may pass (RFC 5321 § 4.2.1); before a mail was named it concerns all of them. */
export function judge(fault: SmtpFault): Verdict {
  const answer = oneLine(fault.response ?? fault.message)
  if (fault.code === 'EAUTH' || fault.code === 'ENOAUTH' || fault.code === 'EOAUTH2')
    return {
      verdict: 'server-away',
      failure: new SyncFailure('signed-out', say('mail.signedOut', { answer }), { cause: fault }),
    }
  const isOfThisMail = fault.code === 'EENVELOPE' || fault.code === 'EMESSAGE'
  const { responseCode } = fault
  // 421: the server closes the connection, whatever was being said.
  if (isOfThisMail && responseCode !== undefined && responseCode !== 421)
    return { verdict: responseCode >= 500 ? 'refused' : 'put-off', answer }
  // An address that nodemailer itself cannot write into the envelope.
  if (isOfThisMail && responseCode === undefined) return { verdict: 'refused', answer }
  const sentence = say('mail.unreachable', { reason: answer })
  const kind = responseCode === undefined ? 'unreachable' : 'busy'
  return { verdict: 'server-away', failure: new SyncFailure(kind, sentence, { cause: fault }) }
}

function connectTo(smtpUrl: string): Transporter {
  const limits = { connectionTimeout: answerLimitMs, greetingTimeout: answerLimitMs, socketTimeout: answerLimitMs }
  const url = new URL(smtpUrl)
  return createTransport({
    ...limits,
    host: url.hostname,
    port: Number(url.port) || (url.protocol === 'smtps:' ? 465 : 587),
    secure: url.protocol === 'smtps:',
    ...(url.username
      ? { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }
      : {}),
    // Mails are text made by us; nothing may be read from disk or fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, 500)
