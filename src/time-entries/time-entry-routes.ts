import { z } from 'zod'
import { csvFile, csvForm } from '../lib/csv.ts'
import type { Db } from '../lib/database/database.ts'
import { IdParams, VersionQuery } from '../lib/fields.ts'
import { type Api, endpoint, listQuery, pageOf } from '../lib/http.ts'
import type { Clock } from '../lib/ids.ts'
import { groupHours, groupSorts } from './group-hours.ts'
import { mustChange, mustSee, onlyOwn, personOf } from './hours-access.ts'
import { hoursLines } from './hours-csv.ts'
import { hoursQuery, hoursWhere } from './hours-filter.ts'
import { hoursSorts, listTimeEntries, sumHours } from './list-time-entries.ts'
import { moveHours } from './move-hours.ts'
import { changeTimeEntry, createTimeEntry, deleteTimeEntry } from './save-time-entry.ts'
import {
  BulkOutcome,
  groupings,
  HoursGroup,
  HoursTotals,
  MoveInput,
  TimeEntry,
  TimeEntryChange,
  TimeEntryInput,
} from './time-entry.ts'
import { getTimeEntry } from './time-entry-store.ts'

const tag = 'Hours'

export function mountTimeEntryRoutes(api: Api, db: Db, now: Clock): void {
  const { phrase } = api
  endpoint(
    api,
    {
      method: 'get',
      path: '/time-entries',
      permission: 'register own hours',
      tag,
      summary:
        'Hours page by page, with the sums of all that the filter finds; whoever may not see others sees his own',
      query: z.strictObject({
        ...hoursQuery,
        page: listQuery.page,
        size: listQuery.size,
        sort: z.enum(hoursSorts).default('-day'),
      }),
      answer: pageOf(TimeEntry).extend({ totals: HoursTotals }),
    },
    async ({ query, actor }) => {
      const found = await listTimeEntries(db, hoursWhere(query, onlyOwn(api, actor)), query)
      return { ...found, total: found.totals.entries, page: query.page, size: query.size }
    },
  )
  endpoint(
    api,
    {
      method: 'get',
      path: '/time-entries/groups',
      permission: 'register own hours',
      tag,
      summary: 'Hours per person, project, customer, activity, department, week or month, with the same filter',
      query: z.strictObject({
        ...hoursQuery,
        by: z.enum(groupings),
        page: listQuery.page,
        size: z.coerce.number().int().min(1).max(1_000).default(200),
        sort: z.enum(groupSorts).default('name'),
      }),
      answer: pageOf(HoursGroup).extend({ totals: HoursTotals }),
    },
    async ({ query, actor }) => {
      const where = hoursWhere(query, onlyOwn(api, actor))
      const found = await groupHours(db, where, query)
      return { ...found, totals: await sumHours(db, where), page: query.page, size: query.size }
    },
  )
  endpoint(
    api,
    {
      method: 'get',
      path: '/time-entries.csv',
      permission: 'register own hours',
      tag,
      summary: 'All hours that the filter finds as a file for a spreadsheet, in the language of whoever asks',
      query: z.strictObject(hoursQuery),
      answer: null,
    },
    async ({ query, actor, language }) => {
      const name = ['hours', query.from, query.to].filter(Boolean).join('-')
      const lines = hoursLines(db, hoursWhere(query, onlyOwn(api, actor)), { phrase, language })
      return csvFile(`${name}.csv`, csvForm(language), lines)
    },
  )
  endpoint(
    api,
    {
      method: 'post',
      path: '/time-entries',
      permission: 'register own hours',
      tag,
      summary: 'Adds hours; others of the same day and activity stay beside them',
      body: TimeEntryInput,
      answer: TimeEntry,
      status: 201,
    },
    async ({ body, actor }) => {
      const userId = personOf(actor, body.userId)
      mustChange(api, actor, userId)
      return getTimeEntry(db, await createTimeEntry(db, { actor, userId, input: body, now: now() }))
    },
  )
  endpoint(
    api,
    {
      method: 'get',
      path: '/time-entries/{id}',
      permission: 'register own hours',
      tag,
      summary: 'An entry',
      params: IdParams,
      answer: TimeEntry,
    },
    async ({ params, actor }) => {
      const entry = await getTimeEntry(db, params.id)
      mustSee(api, actor, entry.userId)
      return entry
    },
  )
  endpoint(
    api,
    {
      method: 'put',
      path: '/time-entries/{id}',
      permission: 'register own hours',
      tag,
      summary: 'Changes an entry that is not approved, billed or locked; a rejected one waits for approval again',
      params: IdParams,
      body: TimeEntryChange,
      answer: TimeEntry,
    },
    async ({ params, body, actor }) => {
      const may = (userId: string) => mustChange(api, actor, userId)
      await changeTimeEntry(db, { actor, id: params.id, now: now(), mayChange: may }, body)
      return getTimeEntry(db, params.id)
    },
  )
  endpoint(
    api,
    {
      method: 'delete',
      path: '/time-entries/{id}',
      permission: 'register own hours',
      tag,
      summary: 'Deletes an entry that is not approved, billed or locked',
      params: IdParams,
      query: VersionQuery,
      answer: null,
      status: 204,
    },
    ({ params, query, actor }) => {
      const may = (userId: string) => mustChange(api, actor, userId)
      return deleteTimeEntry(db, { actor, id: params.id, now: now(), mayChange: may }, query.version)
    },
  )
  endpoint(
    api,
    {
      method: 'post',
      path: '/time-entries/move',
      permission: "change everybody's hours",
      tag,
      summary: 'Moves hours to another activity; what is approved, billed or locked stays and is named',
      body: MoveInput,
      answer: BulkOutcome,
    },
    ({ body, actor, language }) => moveHours(db, { actor, input: body, now: now(), reader: { phrase, language } }),
  )
}
