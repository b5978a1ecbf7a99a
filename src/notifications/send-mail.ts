import { eq } from 'drizzle-orm'
import { createTransport, type Transporter } from 'nodemailer'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { SyncFailure } from '../sync/failure.ts'
import type { Handler, Outcome } from '../sync/handler.ts'
import type { Exchange } from '../sync/log-entry.ts'
import { toHtml } from './mail-html.ts'
import { mail } from './notification-table.ts'
import { notificationTexts } from './notification-texts.ts'
import { mailKind } from './queue-mail.ts'

const say = sayFrom(notificationTexts)

const minuteMs = 60_000
/** A server that puts one mail off (greylisting, a full mailbox) is asked again for a day. */
const patienceMs = 24 * 60 * minuteMs
const putOffMs = 10 * minuteMs
const answerLimitMs = 30_000

export type MailSettings = { smtpUrl: string; from: string }

/**
 * Sends one stored mail. It bears the id of its row as Message-ID, so a mail whose answer was lost and that goes twice is
 * recognised as one by mail programs.
 */
export function mailHandler(settings: MailSettings | undefined): Handler {
  const transport = settings && connectTo(settings.smtpUrl)
  return {
    kind: mailKind,
    direction: 'none',
    logsSuccess: false,
    async run({ db, subject, now, exchange, inLane, mustHoldLane }): Promise<Outcome> {
      const [row] = await db.select().from(mail).where(eq(mail.id, subject))
      if (!row) return { outcome: 'off', sentence: say('mail.gone') }
      const { to } = row
      if (row.sentAt) return { outcome: 'unchanged', sentence: say('mail.wasSent', { to }) }
      if (!transport || !settings) return { outcome: 'off', sentence: say('mail.off', { to }) }
      await mustHoldLane()
      const startedAt = now()
      const verdict = await tryToSend(transport, settings.from, row)
      const at = now()
      exchange.push(callOf(row, verdict, startedAt, at))
      if (verdict.verdict === 'put-off' && at.getTime() - row.createdAt.getTime() < patienceMs) {
        await inLane(async (tx) => {
          await tx.update(mail).set({ answer: verdict.answer }).where(eq(mail.id, row.id))
        })
        return { outcome: 'again', at: new Date(at.getTime() + putOffMs) }
      }
      if (verdict.verdict === 'sent') {
        await inLane(async (tx) => {
          await tx.update(mail).set({ sentAt: at, answer: verdict.answer }).where(eq(mail.id, row.id))
        })
        return { outcome: 'done', sentence: say('mail.sent', { to }) }
      }
      if (verdict.verdict === 'server-away') throw verdict.failure
      await inLane(async (tx) => {
        await tx.update(mail).set({ refusedAt: at, answer: verdict.answer }).where(eq(mail.id, row.id))
      })
      throw new SyncFailure('rejected', say('mail.refused', { to, answer: verdict.answer }))
    },
  }
}

type Verdict =
  | { verdict: 'sent' | 'put-off' | 'refused'; answer: string }
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

async function tryToSend(transport: Transporter, from: string, row: typeof mail.$inferSelect): Promise<Verdict> {
  try {
    const { to, subject, text } = row
    const sent = await transport.sendMail({
      from,
      to,
      subject,
      text,
      html: toHtml(text),
      messageId: `<${row.id}@akkord>`,
    })
    return { verdict: 'sent', answer: oneLine(String(sent.response ?? '')) }
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
