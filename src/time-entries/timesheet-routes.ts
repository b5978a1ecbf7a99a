import { z } from 'zod'
import { findTimeZone } from '../company/company-store.ts'
import type { Db } from '../lib/database/database.ts'
import { Day, dayIn, daysFrom } from '../lib/dates.ts'
import { type Api, endpoint, invalid } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import type { Clock } from '../lib/ids.ts'
import { copyWeek } from './copy-week.ts'
import { findActivityChoices } from './find-activity-choices.ts'
import { mayChange, mustChange, mustSee, personOf } from './hours-access.ts'
import { saveCell } from './save-cell.ts'
import { showTimesheet } from './show-timesheet.ts'
import { UserId } from './time-entry.ts'
import { timeEntryTexts } from './time-entry-texts.ts'
import {
  ActivityChoice,
  CellAnswer,
  CellInput,
  CopyWeekAnswer,
  CopyWeekInput,
  Timesheet,
  timesheetDays,
} from './timesheet.ts'

const say = sayFrom(timeEntryTexts)
const tag = 'Timesheet'

export function mountTimesheetRoutes(api: Api, db: Db, now: Clock): void {
  const { phrase } = api
  endpoint(
    api,
    {
      method: 'get',
      path: '/timesheet',
      permission: 'register own hours',
      tag,
      summary: 'A day, week or month of one person: days, and a row per activity with its cells',
      query: z.strictObject({ user: UserId.optional(), from: Day, to: Day }),
      answer: Timesheet,
    },
    async ({ query, actor, language }) => {
      const { from, to } = query
      mustBeRange(from, to, timesheetDays)
      const userId = personOf(actor, query.user, 'user')
      mustSee(api, actor, userId)
      const reader = { phrase, language }
      return showTimesheet(db, { userId, from, to, mayChange: mayChange(api, actor, userId), now: now(), reader })
    },
  )
  endpoint(
    api,
    {
      method: 'get',
      path: '/timesheet/activities',
      permission: 'register own hours',
      tag,
      summary: 'Activities that take hours, for a new row; the ones that the person used last come first',
      query: z.strictObject({ search: z.string().trim().max(200).optional(), user: UserId.optional() }),
      answer: z.object({ items: z.array(ActivityChoice) }),
    },
    async ({ query, actor }) => {
      const userId = query.user ?? actor.id
      mustSee(api, actor, userId)
      return { items: await findActivityChoices(db, userId, query.search, dayIn(await findTimeZone(db), now())) }
    },
  )
  endpoint(
    api,
    {
      method: 'put',
      path: '/timesheet/cell',
      permission: 'register own hours',
      tag,
      summary: 'Sets the hours of one person on one activity and day; the same again changes nothing',
      body: CellInput,
      answer: CellAnswer,
    },
    async ({ body, actor }) => {
      const userId = personOf(actor, body.userId)
      mustChange(api, actor, userId)
      return saveCell(db, { actor, userId, input: body, now: now() })
    },
  )
  endpoint(
    api,
    {
      method: 'post',
      path: '/timesheet/copy-week',
      permission: 'register own hours',
      tag,
      summary: 'Copies the rows of a week to another, with minutes where the other has none; tells what was not copied',
      body: CopyWeekInput,
      answer: CopyWeekAnswer,
    },
    async ({ body, actor, language }) => {
      const userId = personOf(actor, body.userId)
      mustChange(api, actor, userId)
      return copyWeek(db, { actor, userId, input: body, now: now(), reader: { phrase, language } })
    },
  )
}

/** @throws invalid */
export function mustBeRange(from: string, to: string, longest: number): void {
  if (to < from) throw invalid([{ path: 'to', sentence: say('hours.endsBeforeStart') }])
  if (daysFrom(from, to) >= longest)
    throw invalid([{ path: 'to', sentence: say('hours.rangeTooLong', { days: longest }) }])
}
