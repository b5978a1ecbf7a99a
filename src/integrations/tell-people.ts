// UC-90..92: what an integration logs reaches the people it names: users by bell and mail, others by mail. The first failure of
// a kind goes at once, repeats within a quarter of an hour come in one mail. That it works again is told when what had waited
// has gone, since how much went is what people want to know.
import { eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { getCompany } from '../company/company-store.ts'
import type { Tx } from '../lib/database/database.ts'
import { clockIn } from '../lib/dates.ts'
import { type Phrasebook, sayFrom } from '../lib/i18n/sentence.ts'
import { newId } from '../lib/ids.ts'
import { notifyUsers } from '../notifications/notification-store.ts'
import { enqueue } from '../sync/enqueue.ts'
import type { Handler } from '../sync/handler.ts'
import { workedOffSince } from '../sync/lane-status.ts'
import type { LogLevel } from '../sync/log-entry.ts'
import { insertLog, type LogLine, type OnLogged } from '../sync/log-store.ts'
import { digestMails } from './digest-mails.ts'
import { genericSettings, type NotifyLevel } from './integration.ts'
import { findIntegration } from './integration-store.ts'
import { integrationTexts } from './integration-texts.ts'
import { gatheredNotice, noticeTopic } from './notice-table.ts'

const say = sayFrom(integrationTexts)
const Generic = z.object(genericSettings)
export type Generic = z.infer<typeof Generic>

export const digestKind = 'notice.digest'
const gatherMs = 15 * 60_000
/** How often it is looked whether what had waited for an outage has gone. */
const lookMs = 15_000
const recoveryTopic = 'sync.worksAgain'

export type TellOptions = {
  /** The integration that speaks under the name of a system in the log. */
  typeOf: (system: string) => string | undefined
  phrase: Phrasebook
  /** Address of the application, for links in mails; undefined when nobody told it. */
  publicUrl: string | undefined
  /** Whether a mail server is set. Without one only the bell tells. */
  mailsGo: boolean
}

const levelsTold: Record<NotifyLevel, readonly LogLevel[]> = {
  errors: ['error'],
  'errors-and-warnings': ['error', 'warning'],
  everything: ['error', 'warning', 'info'],
}

export type Gathered = typeof gatheredNotice.$inferSelect

/** Runs in the transaction that writes the line: a notice is never lost, and none tells what was rolled back. */
export function tellPeople(options: TellOptions): OnLogged {
  return async (tx, line) => {
    const generic = await findGeneric(tx, options, line.system)
    if (!generic) return
    // That it works again is for whoever was told that it did not.
    const isRecovery = line.sentence.key === recoveryTopic
    if (!isRecovery && !levelsTold[generic.notifyLevel].includes(line.level)) return
    const notice = { ...line, id: newId(line.at), topic: topicOf(line), link: linkOf(line) }
    if (!isRecovery) await ringBell(tx, generic, notice)
    if (!options.mailsGo) await sayOnceThatNothingIsMailed(tx, generic, line)
    if (!isRecovery && !options.mailsGo) return
    const { id, system, topic, at, level, label, sentence, link } = notice
    await tx.insert(gatheredNotice).values({ id, system, topic, at, level, label, sentence, link })
    const runAt = dueAt(notice, await readLastMails(tx, system))
    await enqueue(tx, { kind: digestKind, subject: system, label: system, runAt }, at)
  }
}

/** One mail to each reader with all whose time has come; what has to wait on is looked at again. */
export function digestHandler(options: TellOptions): Handler {
  return {
    kind: digestKind,
    direction: 'none',
    logsSuccess: false,
    async run(context) {
      const now = context.now()
      const { mails, nextAt } = await context.inLane((tx) => tellGathered(tx, options, context.subject, now))
      return nextAt
        ? { outcome: 'again', at: nextAt }
        : { outcome: 'unchanged', sentence: say('integration.told', { mails }) }
    },
  }
}

async function tellGathered(
  tx: Tx,
  options: TellOptions,
  system: string,
  now: Date,
): Promise<{ mails: number; nextAt?: Date }> {
  const gathered = await tx
    .select()
    .from(gatheredNotice)
    .where(eq(gatheredNotice.system, system))
    .orderBy(gatheredNotice.at, gatheredNotice.id)
    .for('update')
  const { told, waiting, nextAt } = await choose(tx, system, gathered, now)
  const generic = await findGeneric(tx, options, system)
  let mails = 0
  if (generic && told.length > 0) {
    const company = await getCompany(tx)
    const lines: Gathered[] = []
    for (const line of told) lines.push(isOfRecovery(line) ? await withWhatWent(tx, line, company.timeZone, now) : line)
    for (const line of lines) if (isOfRecovery(line)) await ringBell(tx, generic, line)
    if (options.mailsGo) mails = await digestMails(tx, { ...options, generic, system, company, lines, now })
  }
  const ids = told.map((line) => line.id)
  if (ids.length > 0) await tx.delete(gatheredNotice).where(inArray(gatheredNotice.id, ids))
  if (options.mailsGo) {
    await noteMails(tx, system, [...new Set(told.map((line) => line.topic))], now)
    await tx.delete(noticeTopic).where(eq(noticeTopic.topic, mailOffTopic))
  }
  return waiting.length > 0 && nextAt ? { mails, nextAt } : { mails }
}

/** A recovery takes along whatever was gathered before it, so that it is never read before the failure that it ends. */
async function choose(tx: Tx, system: string, gathered: readonly Gathered[], now: Date) {
  const lastMails = await readLastMails(tx, system)
  const isDue = (line: Gathered) => dueAt(line, lastMails) <= now
  const recovery = gathered.findLast(isOfRecovery)
  const hasGone = recovery ? await isWorkedOff(tx, recovery, now) : false
  const told =
    recovery && hasGone && gathered.some(isDue)
      ? gathered
      : gathered.filter((line) => isDue(line) && !isOfRecovery(line))
  const waiting = gathered.filter((line) => !told.includes(line))
  const next = waiting.map((line) => Math.max(dueAt(line, lastMails).getTime(), now.getTime() + lookMs))
  return { told, waiting, ...(next.length > 0 ? { nextAt: new Date(Math.min(...next)) } : {}) }
}

/** Nobody waits longer for the good news than for any other. */
async function isWorkedOff(tx: Tx, recovery: Gathered, now: Date): Promise<boolean> {
  if (now.getTime() >= recovery.at.getTime() + gatherMs) return true
  return !(await workedOffSince(tx, recovery.system, recovery.at, now)).isMoreReady
}

async function withWhatWent(tx: Tx, line: Gathered, timeZone: string, now: Date): Promise<Gathered> {
  const { went, documents } = await workedOffSince(tx, line.system, line.at, now)
  const since = clockIn(timeZone, line.at, now)
  return { ...line, sentence: say('integration.recovered', { system: line.system, since, went, documents }) }
}

const isOfRecovery = (line: Pick<Gathered, 'topic'>) => line.topic === recoveryTopic

async function findGeneric(tx: Tx, options: TellOptions, system: string): Promise<Generic | undefined> {
  const type = options.typeOf(system)
  const stored = type === undefined ? undefined : await findIntegration(tx, type)
  return stored && Generic.parse(stored.settings)
}

async function ringBell(
  tx: Tx,
  { notifyUserIds: userIds }: Generic,
  { system, level, label: of, sentence, link, topic, at }: Omit<Gathered, 'id'>,
): Promise<void> {
  const label = of === system || isOfRecovery({ topic }) ? null : of
  const notice = { userIds, kind: 'integration', level, label, sentence, link } as const
  await notifyUsers(tx, { ...notice, topic: `${system} ${topic}` }, at)
}

const mailOffTopic = 'mail.off'

/** Once until a mail server is set, not once for each mail that does not go. */
async function sayOnceThatNothingIsMailed(tx: Tx, generic: Generic, { system, at }: LogLine): Promise<void> {
  if (generic.notifyUserIds.length + generic.notifyEmails.length === 0) return
  const { rowCount } = await tx
    .insert(noticeTopic)
    .values({ system, topic: mailOffTopic, mailedAt: at })
    .onConflictDoNothing()
  if (!rowCount) return
  const sentence = say('integration.mailOff', { system })
  await insertLog(tx, { at, level: 'warning', system, direction: 'none', kind: 'mail', label: system, sentence })
}

/** Failures of one kind are one topic; a record's own fault is the record's. */
function topicOf(line: LogLine): string {
  return line.level === 'info' && line.sentence.key !== recoveryTopic ? `${line.kind} info` : line.sentence.key
}

const pathOf: Record<string, string> = {
  customer: '/customers',
  project: '/projects',
  invoice: '/invoices',
}

function linkOf(line: LogLine): string {
  const path = pathOf[line.kind]
  return path && line.subject ? `${path}/${line.subject}` : '/logs'
}

type LastMails = ReadonlyMap<string, Date>

async function readLastMails(tx: Tx, system: string): Promise<LastMails> {
  const rows = await tx.select().from(noticeTopic).where(eq(noticeTopic.system, system))
  return new Map(rows.map((row) => [row.topic, row.mailedAt]))
}

/** The first of a topic at once, the next ones when a quarter of an hour has passed since its last mail. */
function dueAt({ topic, at }: { topic: string; at: Date }, lastMails: LastMails): Date {
  const last = lastMails.get(topic)
  return last ? new Date(Math.max(last.getTime() + gatherMs, at.getTime())) : at
}

async function noteMails(tx: Tx, system: string, topics: readonly string[], now: Date): Promise<void> {
  const set = { mailedAt: now }
  for (const topic of topics)
    await tx
      .insert(noticeTopic)
      .values({ system, topic, ...set })
      .onConflictDoUpdate({ target: [noticeTopic.system, noticeTopic.topic], set })
}
