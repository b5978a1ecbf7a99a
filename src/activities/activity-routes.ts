import { z } from 'zod'
import { findTimeZone } from '../company/company-store.ts'
import type { Db } from '../lib/database/database.ts'
import { dayIn } from '../lib/dates.ts'
import { IdParams, oneOrMore, VersionQuery } from '../lib/fields.ts'
import { type Api, endpoint, listQuery, pageOf } from '../lib/http.ts'
import type { Clock } from '../lib/ids.ts'
import { MissingRateShown } from '../prices/price.ts'
import { Activity, ActivityChange, ActivityCopy, ActivityInput, activityStates } from './activity.ts'
import { getActivity } from './activity-store.ts'
import { activitySorts, listActivities } from './list-activities.ts'
import { missingRates, type UnbilledWork } from './missing-rates.ts'
import { changeActivity, copyActivities, createActivity, deleteActivity, type UsesOfActivity } from './save-activity.ts'

const tag = 'Activities'

export type ActivityNeighbours = { usesOf: UsesOfActivity; unbilledWork: UnbilledWork }

export function mountActivityRoutes(api: Api, db: Db, now: Clock, neighbours: ActivityNeighbours): void {
  const { usesOf, unbilledWork } = neighbours
  const { phrase } = api
  endpoint(
    api,
    {
      method: 'get',
      path: '/activities',
      permission: 'view activities',
      tag,
      summary: 'Activities of a project or of all, page by page',
      query: z.strictObject({
        ...listQuery,
        sort: z.enum(activitySorts).default('number'),
        project: oneOrMore(z.uuid()),
        customer: oneOrMore(z.uuid()),
        owner: oneOrMore(z.string().max(64)),
        state: oneOrMore(z.enum(activityStates)),
        takesHours: z
          .enum(['true', 'false'])
          .transform((text) => text === 'true')
          .optional(),
      }),
      answer: pageOf(Activity),
    },
    async ({ query, language }) => {
      const found = await listActivities(db, query, { phrase, language })
      return { ...found, page: query.page, size: query.size }
    },
  )
  endpoint(
    api,
    {
      method: 'post',
      path: '/activities',
      permission: 'change activities',
      tag,
      summary: 'Makes an activity of a project',
      body: ActivityInput,
      answer: Activity,
      status: 201,
    },
    async ({ body, actor, language }) =>
      getActivity(db, await createActivity(db, actor, body, now()), { phrase, language }),
  )
  endpoint(
    api,
    {
      method: 'get',
      path: '/activities/{id}',
      permission: 'view activities',
      tag,
      summary: 'An activity',
      params: IdParams,
      answer: Activity,
    },
    ({ params, language }) => getActivity(db, params.id, { phrase, language }),
  )
  endpoint(
    api,
    {
      method: 'put',
      path: '/activities/{id}',
      permission: 'change activities',
      tag,
      summary: 'Changes an activity',
      params: IdParams,
      body: ActivityChange,
      answer: Activity,
    },
    async ({ params, body, actor, language }) => {
      await changeActivity(db, { actor, id: params.id, change: body, now: now() })
      return getActivity(db, params.id, { phrase, language })
    },
  )
  endpoint(
    api,
    {
      method: 'delete',
      path: '/activities/{id}',
      permission: 'change activities',
      tag,
      summary: 'Deletes an activity that nothing uses',
      params: IdParams,
      query: VersionQuery,
      answer: null,
      status: 204,
    },
    ({ params, query, actor }) =>
      deleteActivity(db, { actor, id: params.id, version: query.version, now: now() }, usesOf),
  )
  endpoint(
    api,
    {
      method: 'post',
      path: '/projects/{id}/copy-activities',
      permission: 'change activities',
      tag,
      summary: 'Copies the activities of another project into this one',
      params: IdParams,
      body: ActivityCopy,
      answer: z.object({ copied: z.number().int() }),
      status: 201,
    },
    async ({ params, body, actor }) => ({
      copied: await copyActivities(db, {
        actor,
        projectId: params.id,
        fromProjectId: body.fromProjectId,
        now: now(),
      }),
    }),
  )
  endpoint(
    api,
    {
      method: 'get',
      path: '/projects/{id}/missing-rates',
      permission: 'view prices',
      tag,
      summary: 'Members and unbilled work of a project without a price, each with the page that mends it',
      params: IdParams,
      answer: z.object({ items: z.array(MissingRateShown) }),
    },
    async ({ params, language }) => {
      const today = dayIn(await findTimeZone(db), now())
      const whose = { projectId: params.id, today }
      return { items: await missingRates(db, whose, unbilledWork, { phrase, language }) }
    },
  )
}
