// What was gathered, as one mail for each reader in his language. The text is stored; its HTML is made when it is sent.
import { and, eq, inArray } from 'drizzle-orm'
import type { Company } from '../company/company.ts'
import type { Tx } from '../lib/database/database.ts'
import { clockIn } from '../lib/dates.ts'
import { type Language, type Phrasebook, type Sentence, sayFrom } from '../lib/i18n/sentence.ts'
import { mailLines, mailSubject, mailText } from '../notifications/mail-text.ts'
import { findChoices } from '../notifications/notice-choice-store.ts'
import { queueMail } from '../notifications/queue-mail.ts'
import { appUser } from '../users/user-table.ts'
import { integrationTexts } from './integration-texts.ts'
import type { Gathered, Generic } from './tell-people.ts'

const say = sayFrom(integrationTexts)

type Digest = {
  generic: Generic
  system: string
  company: Company
  lines: readonly Gathered[]
  phrase: Phrasebook
  publicUrl: string | undefined
  now: Date
}
type Reader = { email: string; language: Language }

/** Stores the mails and their tasks. Returns how many. */
export async function digestMails(tx: Tx, digest: Digest): Promise<number> {
  const readers = await readersOf(tx, digest.generic)
  for (const reader of readers) {
    const write = (sentence: Sentence) => digest.phrase(sentence, reader.language)
    await queueMail(
      tx,
      { to: reader.email, subject: subjectOf(digest, write), text: textOf(digest, write) },
      digest.now,
    )
  }
  return readers.length
}

async function readersOf(tx: Tx, { notifyUserIds, notifyEmails }: Generic): Promise<Reader[]> {
  const users =
    notifyUserIds.length === 0
      ? []
      : await tx
          .select({ id: appUser.id, email: appUser.email, language: appUser.language })
          .from(appUser)
          .where(and(inArray(appUser.id, notifyUserIds), eq(appUser.active, true)))
  const choices = await findChoices(tx, notifyUserIds, 'integration')
  const byMail = users.filter(({ id }) => choices.get(id)?.mail)
  const known = new Set(byMail.map((user) => user.email.toLowerCase()))
  const others = new Set(notifyEmails.map((email) => email.toLowerCase()).filter((email) => !known.has(email)))
  return [...byMail, ...[...others].map((email) => ({ email, language: 'en' as const }))]
}

type Write = (sentence: Sentence) => string

function subjectOf({ system, lines }: Digest, write: Write): string {
  const [first] = lines
  const isAlone = lines.length === 1
  // Of the system itself: its name twice would tell nothing.
  if (isAlone && first?.label === system) return mailSubject(write(first.sentence))
  const subject =
    isAlone && first
      ? say('integration.mailSubject', { system, label: first.label })
      : say('integration.mailDigestSubject', { system, count: lines.length })
  return mailSubject(write(subject))
}

function textOf({ system, company, lines, publicUrl, now }: Digest, write: Write): string {
  const written = lines.slice(0, mailLines).map(({ at, label, sentence, link }) => ({
    text: write(say('integration.mailLine', { at: clockIn(company.timeZone, at, now), label, text: write(sentence) })),
    where: publicUrl ? `${publicUrl}${link ?? '/logs'}` : write(whereIs(link, label)),
  }))
  const left = lines.length - mailLines
  return mailText(written, {
    more: left > 0 ? write(say('integration.mailMore', { count: left })) : undefined,
    footer: write(say('integration.mailFooter', { system, company: company.name })),
  })
}

/** Without the address of the application a mail names the place in words. */
function whereIs(link: string | null, label: string): Sentence {
  if (link?.startsWith('/customers/')) return say('integration.underCustomers', { label })
  if (link?.startsWith('/projects/')) return say('integration.underProjects', { label })
  if (link?.startsWith('/invoices/')) return say('integration.underInvoices', { label })
  return say('integration.underLogs')
}
