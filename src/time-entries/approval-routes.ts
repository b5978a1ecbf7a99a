import { z } from 'zod'
import type { Db } from '../lib/database/database.ts'
import { Day } from '../lib/dates.ts'
import { oneOrMore } from '../lib/fields.ts'
import { type Api, endpoint } from '../lib/http.ts'
import type { Clock } from '../lib/ids.ts'
import { approveHours, rejectHours, reopenHours } from './approve-hours.ts'
import { listHoursToApprove } from './hours-to-approve.ts'
import { ApproveInput, BulkOutcome, HoursToApprove, RejectInput, ReopenInput, UserId } from './time-entry.ts'

const tag = 'Hours approval'

export function mountApprovalRoutes(api: Api, db: Db, now: Clock): void {
  const { phrase } = api
  endpoint(
    api,
    {
      method: 'get',
      path: '/hours-to-approve',
      permission: 'approve hours',
      tag,
      summary: 'Hours that wait for whoever asks, by person and week or by project',
      query: z.strictObject({
        by: z.enum(['person-week', 'project']).default('person-week'),
        from: Day.optional(),
        to: Day.optional(),
        user: oneOrMore(UserId),
        project: oneOrMore(z.uuid()),
      }),
      answer: HoursToApprove,
    },
    ({ query, actor }) => listHoursToApprove(db, actor, query, now()),
  )
  endpoint(
    api,
    {
      method: 'post',
      path: '/time-entries/approve',
      permission: 'approve hours',
      tag,
      summary: 'Approves hours, named or found; tells what was not approved and why',
      body: ApproveInput,
      answer: BulkOutcome,
    },
    ({ body, actor, language }) => approveHours(db, { actor, input: body, now: now(), reader: { phrase, language } }),
  )
  endpoint(
    api,
    {
      method: 'post',
      path: '/time-entries/reject',
      permission: 'approve hours',
      tag,
      summary: 'Hands hours back with a comment',
      body: RejectInput,
      answer: BulkOutcome,
    },
    ({ body, actor, language }) => rejectHours(db, { actor, input: body, now: now(), reader: { phrase, language } }),
  )
  endpoint(
    api,
    {
      method: 'post',
      path: '/time-entries/reopen',
      permission: 'approve hours',
      tag,
      summary: 'Takes an approval back, unless the hours are on a draft or billed',
      body: ReopenInput,
      answer: BulkOutcome,
    },
    ({ body, actor, language }) => reopenHours(db, { actor, input: body, now: now(), reader: { phrase, language } }),
  )
}
