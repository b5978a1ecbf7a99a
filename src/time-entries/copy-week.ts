import { and, asc, between, eq } from 'drizzle-orm'
import { type Db, inTransaction } from '../lib/database/database.ts'
import { addDays, type Day, daysOf, mondayOf } from '../lib/dates.ts'
import { type Actor, invalid } from '../lib/http.ts'
import type { Sentence } from '../lib/i18n/sentence.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { clock } from './cell.ts'
import {
  holdPersonHours,
  hoursRefusal,
  insertHours,
  lockRefusal,
  mustBeNear,
  type PersonHours,
  type Placed,
} from './hours-change.ts'
import { tellOfHours } from './hours-notices.ts'
import { type Reader, toChoice } from './show-timesheet.ts'
import { minutesOfADay } from './time-entry.ts'
import { type ActivityFacts, type EntryRow, lockActivities, lockEntriesOf } from './time-entry-store.ts'
import { timeEntry } from './time-entry-table.ts'
import { timeEntryTexts } from './time-entry-texts.ts'
import type { CopyWeekAnswer, CopyWeekInput } from './timesheet.ts'

const say = sayFrom(timeEntryTexts)

type Copy = { actor: Actor; userId: string; input: CopyWeekInput; now: Date; reader: Reader }
type Left = { facts: ActivityFacts; day: Day | null; because: Sentence }

/**
 * Rows of a week for another week, and with `withMinutes` its hours on days that have none on the activity. Notes stay behind:
 * they tell of the work of their week. Copied twice, the second time copies nothing.
 */
export async function copyWeek(db: Db, { actor, userId, input, now, reader }: Copy): Promise<CopyWeekAnswer> {
  const [from, to] = [mondayOf(input.fromWeek), mondayOf(input.toWeek)]
  if (from === to) throw invalid([{ path: 'toWeek', sentence: say('hours.sameWeek') }])
  return inTransaction(db, async (tx) => {
    const hours = await holdPersonHours(tx, userId, now)
    mustBeNear(hours, to, 'toWeek')
    const source = await tx
      .select()
      .from(timeEntry)
      .where(and(eq(timeEntry.userId, userId), between(timeEntry.workedOn, from, addDays(from, 6))))
      .orderBy(asc(timeEntry.workedOn), asc(timeEntry.createdAt), asc(timeEntry.id))
    const activities = await lockActivities(tx, idsOf(source))
    const target = await lockEntriesOf(tx, userId, daysOf(to, addDays(to, 6)))
    const open = [...activities.values()].filter((facts) => hoursRefusal(facts) === undefined)
    const closed = [...activities.values()].flatMap((facts): Left[] => {
      const because = hoursRefusal(facts)
      return because ? [{ facts, day: null, because }] : []
    })
    const wished = input.withMinutes ? wishesOf(source, from, to, open) : []
    const { placed, left } = whatFits(hours, wished, target)
    await insertHours(tx, actor, hours, placed, now)
    if (placed.length > 0) await tellOfHours(tx, hours, [...new Set(placed.map(({ facts }) => facts))], now)
    return {
      rows: open.map(toChoice),
      entries: placed.length,
      minutes: placed.reduce((sum, { minutes }) => sum + minutes, 0),
      notCopied: [...closed, ...left].map(({ facts, day, because }) => ({
        activityId: facts.id,
        activity: `${facts.number} ${facts.name}`,
        day,
        reason: reader.phrase(because, reader.language),
      })),
    }
  })
}

/** One entry per activity and day, however many the day had. */
function wishesOf(source: readonly EntryRow[], from: Day, to: Day, open: readonly ActivityFacts[]): Placed[] {
  return open.flatMap((facts) =>
    daysOf(from, addDays(from, 6)).flatMap((day, index) => {
      const entries = source.filter((entry) => entry.activityId === facts.id && entry.workedOn === day)
      if (entries.length === 0) return []
      const minutes = entries.reduce((sum, entry) => sum + entry.minutes, 0)
      const billable = entries.reduce((sum, entry) => sum + entry.billableMinutes, 0)
      const billableMinutes = facts.billable ? Math.min(billable, minutesOfADay) : 0
      return [{ minutes, billableMinutes, note: null, internalNote: null, day: addDays(to, index), facts }]
    }),
  )
}

function whatFits(hours: PersonHours, wished: readonly Placed[], target: readonly EntryRow[]) {
  const placed: Placed[] = []
  const left: Left[] = []
  for (const wish of wished) {
    const because = refusalOf(hours, wish, target, placed)
    if (because) left.push({ facts: wish.facts, day: wish.day, because })
    else placed.push(wish)
  }
  return { placed, left }
}

function refusalOf(
  hours: PersonHours,
  { day, facts, minutes }: Placed,
  target: readonly EntryRow[],
  placed: readonly Placed[],
): Sentence | undefined {
  const locked = lockRefusal(hours, day)
  if (locked) return locked
  const ofDay = target.filter((entry) => entry.workedOn === day)
  if (ofDay.some((entry) => entry.activityId === facts.id)) return say('hours.hasHoursAlready')
  if (hours.setting.notesRequired) return say('hours.noteRequired')
  const others = [...ofDay, ...placed.filter((entry) => entry.day === day)].reduce((sum, one) => sum + one.minutes, 0)
  if (others + minutes <= minutesOfADay) return undefined
  return say('hours.tooManyInDay', { name: hours.name, day, others: clock(others), typed: clock(minutes) })
}

const idsOf = (entries: readonly EntryRow[]) => [...new Set(entries.map((entry) => entry.activityId))]
