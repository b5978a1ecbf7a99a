import { and, asc, type SQL, sql } from 'drizzle-orm'
import { type CsvCell, pagesOf } from '../lib/csv.ts'
import type { Db } from '../lib/database/database.ts'
import { type Sentence, sayFrom } from '../lib/i18n/sentence.ts'
import type { Reader } from './show-timesheet.ts'
import { type ShownEntry, selectEntries } from './time-entry-store.ts'
import { timeEntry } from './time-entry-table.ts'
import { timeEntryTexts } from './time-entry-texts.ts'

const say = sayFrom(timeEntryTexts)

/** All entries that `where` finds, by day, as lines of a file with a heading. */
export async function* hoursLines(
  db: Db,
  where: SQL | undefined,
  { phrase, language }: Reader,
): AsyncGenerator<CsvCell[][], void, void> {
  const write = (sentence: Sentence) => phrase(sentence, language)
  yield [heading.map((key) => write(say(key)))]
  const pages = pagesOf<ShownEntry>(async (last, limit) => {
    const rest = last && sql`(${timeEntry.workedOn}, ${timeEntry.id}) > (${last.entry.workedOn}, ${last.entry.id})`
    return selectEntries(db).where(and(where, rest)).orderBy(asc(timeEntry.workedOn), asc(timeEntry.id)).limit(limit)
  })
  for await (const rows of pages) yield rows.map((row) => lineOf(row, write))
}

const heading = [
  'hours.csv.day',
  'hours.csv.person',
  'hours.csv.customer',
  'hours.csv.projectNumber',
  'hours.csv.project',
  'hours.csv.activityNumber',
  'hours.csv.activity',
  'hours.csv.hours',
  'hours.csv.billableHours',
  'hours.csv.minutes',
  'hours.csv.billableMinutes',
  'hours.csv.note',
  'hours.csv.internalNote',
  'hours.csv.approval',
  'hours.csv.approvedBy',
  'hours.csv.billing',
] as const

function lineOf({ entry, ...names }: ShownEntry, write: (sentence: Sentence) => string): CsvCell[] {
  return [
    entry.workedOn,
    names.userName,
    names.customerName,
    names.projectNumber,
    names.projectName,
    names.activityNumber,
    names.activityName,
    entry.minutes / 60,
    entry.billableMinutes / 60,
    // Hours are rounded to two decimals; minutes add up.
    entry.minutes,
    entry.billableMinutes,
    entry.note,
    entry.internalNote,
    write(say(`hours.csv.${entry.approval}`)),
    entry.approvedBy,
    write(say(`hours.csv.${entry.billing}`)),
  ]
}
