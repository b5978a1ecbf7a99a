// UC-90..92: what an integration logs reaches the people it names: users by bell and mail, others by mail. The first failure of
// a kind goes at once, repeats within a quarter of an hour come in one mail, and so does the news that it works again.
import { and, asc, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { findCompany } from '../company/company-store.ts'
import type { Tx } from '../lib/database/database.ts'
import { type Language, type Phrasebook, sayFrom } from '../lib/i18n/sentence.ts'
import { newId } from '../lib/ids.ts'
import { notifyUsers } from '../notifications/notification-store.ts'
import { queueMail } from '../notifications/queue-mail.ts'
import { enqueue } from '../sync/enqueue.ts'
import type { Handler } from '../sync/handler.ts'
import type { LogLevel } from '../sync/log-entry.ts'
import type { LogLine, OnLogged } from '../sync/log-store.ts'
import { appUser } from '../users/user-table.ts'
import { genericSettings, type NotifyLevel } from './integration.ts'
import { findIntegration } from './integration-store.ts'
import { integrationTexts } from './integration-texts.ts'
import { gatheredNotice, noticeTopic } from './notice-table.ts'

const say = sayFrom(integrationTexts)
const Generic = z.object(genericSettings)

export const digestKind = 'notice.digest'
const gatherMs = 15 * 60_000
/** Lines of one mail; the rest is counted. */
const mailLines = 20
const recoveryTopic = 'sync.worksAgain'

export type TellOptions = {
  /** The integration that speaks under the name of a system in the log. */
  typeOf: (system: string) => string | undefined
  phrase: Phrasebook
  /** Address of the application, for links in mails. */
  publicUrl: string
}

const levelsTold: Record<NotifyLevel, readonly LogLevel[]> = {
  errors: ['error'],
  'errors-and-warnings': ['error', 'warning'],
  everything: ['error', 'warning', 'info'],
}

type Reader = { email: string; language: Language }

/** Runs in the transaction that writes the line: a notice is never lost, and none tells what was rolled back. */
export function tellPeople(options: TellOptions): OnLogged {
  return async (tx, line) => {
    const generic = await findGeneric(tx, options, line.system)
    if (!generic) return
    // That it works again is for whoever was told that it did not.
    const isRecovery = line.sentence.key === recoveryTopic
    if (!isRecovery && !levelsTold[generic.notifyLevel].includes(line.level)) return
    const link = linkOf(line)
    const topic = topicOf(line)
    await notifyUsers(
      tx,
      {
        userIds: generic.notifyUserIds,
        level: line.level,
        sentence: line.sentence,
        link,
        topic: `${line.system} ${topic}`,
      },
      line.at,
    )
    const row = {
      id: newId(line.at),
      system: line.system,
      topic,
      at: line.at,
      level: line.level,
      label: line.label,
      sentence: line.sentence,
      link,
    }
    await tx.insert(gatheredNotice).values(row)
    const lastMail = await findLastMail(tx, line.system, topic)
    const dueAt =
      isRecovery || !lastMail ? line.at : new Date(Math.max(lastMail.getTime() + gatherMs, line.at.getTime()))
    await enqueue(tx, { kind: digestKind, subject: line.system, label: line.system, runAt: dueAt }, line.at)
  }
}

/** One mail to each reader with all that was gathered. */
export function digestHandler(options: TellOptions): Handler {
  return {
    kind: digestKind,
    direction: 'none',
    logsSuccess: false,
    run: async (context) => {
      await context.inLane(async (tx) => {
        const system = context.subject
        const lines = await tx
          .select()
          .from(gatheredNotice)
          .where(eq(gatheredNotice.system, system))
          .orderBy(asc(gatheredNotice.at))
          .for('update')
        const generic = await findGeneric(tx, options, system)
        if (lines.length > 0 && generic) {
          const company = (await findCompany(tx))?.name ?? ''
          for (const reader of await readersOf(tx, generic))
            await mailTo(tx, options, reader, { system, company, lines, now: context.now() })
        }
        await noteMails(
          tx,
          system,
          lines.map((line) => line.topic),
          context.now(),
        )
        if (lines.length > 0)
          await tx.delete(gatheredNotice).where(
            inArray(
              gatheredNotice.id,
              lines.map((line) => line.id),
            ),
          )
      })
      return { outcome: 'unchanged', sentence: say('integration.off') }
    },
  }
}

async function findGeneric(tx: Tx, options: TellOptions, system: string) {
  const type = options.typeOf(system)
  const stored = type === undefined ? undefined : await findIntegration(tx, type)
  return stored && Generic.parse(stored.settings)
}

async function readersOf(tx: Tx, generic: z.infer<typeof Generic>): Promise<Reader[]> {
  const users =
    generic.notifyUserIds.length === 0
      ? []
      : await tx
          .select({ email: appUser.email, language: appUser.language })
          .from(appUser)
          .where(and(inArray(appUser.id, generic.notifyUserIds), eq(appUser.active, true)))
  const known = new Set(users.map((user) => user.email))
  const others = generic.notifyEmails.map((email) => email.toLowerCase()).filter((email) => !known.has(email))
  return [...users, ...[...new Set(others)].map((email) => ({ email, language: 'en' as const }))]
}

type Digest = { system: string; company: string; lines: (typeof gatheredNotice.$inferSelect)[]; now: Date }

async function mailTo(
  tx: Tx,
  options: TellOptions,
  reader: Reader,
  { system, company, lines, now }: Digest,
): Promise<void> {
  const { phrase, publicUrl } = options
  const written = lines.slice(0, mailLines).map((line) => {
    const text = phrase(line.sentence, reader.language)
    return [
      phrase(say('integration.mailLine', { label: line.label, text }), reader.language),
      ...(line.link ? [`${publicUrl}${line.link}`] : []),
    ].join('\n')
  })
  const more =
    lines.length > mailLines
      ? [phrase(say('integration.mailMore', { count: lines.length - mailLines }), reader.language)]
      : []
  const footer = phrase(say('integration.mailFooter', { system, company }), reader.language)
  const [first] = lines
  const subject =
    lines.length === 1 && first
      ? say('integration.mailSubject', { system, label: first.label })
      : say('integration.mailDigestSubject', { system, count: lines.length })
  await queueMail(
    tx,
    {
      to: reader.email,
      subject: phrase(subject, reader.language),
      text: [...written, ...more, `-- \n${footer}`].join('\n\n'),
    },
    now,
  )
}

/** Failures of one kind are one topic; a record's own fault is the record's. */
function topicOf(line: LogLine): string {
  if (line.sentence.key === recoveryTopic) return recoveryTopic
  return line.level === 'info' ? `${line.kind} info` : line.sentence.key
}

const pathOf: Record<string, string> = { customer: '/customers', project: '/projects' }

function linkOf(line: LogLine): string {
  const path = pathOf[line.kind]
  return path && line.subject ? `${path}/${line.subject}` : '/company/logs'
}

async function findLastMail(tx: Tx, system: string, topic: string): Promise<Date | undefined> {
  const [row] = await tx
    .select()
    .from(noticeTopic)
    .where(and(eq(noticeTopic.system, system), eq(noticeTopic.topic, topic)))
  return row?.mailedAt
}

/** After the news that it works again, the next failure is a first one. */
async function noteMails(tx: Tx, system: string, topics: readonly string[], now: Date): Promise<void> {
  if (topics.includes(recoveryTopic)) await tx.delete(noticeTopic).where(eq(noticeTopic.system, system))
  for (const topic of new Set(topics)) {
    if (topic === recoveryTopic) continue
    const set = { mailedAt: now }
    await tx
      .insert(noticeTopic)
      .values({ system, topic, ...set })
      .onConflictDoUpdate({ target: [noticeTopic.system, noticeTopic.topic], set })
  }
}
