import { z } from 'zod'
import { findTimeZone } from '../company/company-store.ts'
import type { Db } from '../lib/database/database.ts'
import { Day, dayIn } from '../lib/dates.ts'
import { oneOrMore } from '../lib/fields.ts'
import { type Api, endpoint, listQuery, pageOf } from '../lib/http.ts'
import type { Clock } from '../lib/ids.ts'
import { type BillingNeighbours, listToBeInvoiced, toBeInvoicedSorts } from './list-to-be-invoiced.ts'
import { listUnbilledSources } from './list-unbilled-sources.ts'
import { ToBeInvoicedRow, ToBeInvoicedSum, UnbilledSource } from './to-be-invoiced.ts'

const tag = 'To be invoiced'
const permission = 'view invoices'

export function mountBillingRoutes(api: Api, db: Db, now: Clock, neighbours: BillingNeighbours): void {
  /** Left out: today in the company. */
  const untilOr = async (until: Day | undefined) => until ?? dayIn(await findTimeZone(db), now())

  endpoint(
    api,
    {
      method: 'get',
      path: '/to-be-invoiced',
      permission,
      tag,
      summary: 'What is unbilled up to a day, per project and price model, and what stands in the way',
      query: z.strictObject({
        ...listQuery,
        until: Day.optional(),
        sort: z.enum(toBeInvoicedSorts).default('project'),
        customer: oneOrMore(z.uuid()),
        project: oneOrMore(z.uuid()),
        owner: oneOrMore(z.string().max(64)),
        department: oneOrMore(z.uuid()),
      }),
      answer: pageOf(ToBeInvoicedRow).extend({ until: z.string(), sums: z.array(ToBeInvoicedSum) }),
    },
    async ({ query, language }) => {
      const until = await untilOr(query.until)
      const found = await listToBeInvoiced(db, { ...query, until }, neighbours, { phrase: api.phrase, language })
      return { ...found, until, page: query.page, size: query.size }
    },
  )
  endpoint(
    api,
    {
      method: 'get',
      path: '/to-be-invoiced/sources',
      permission,
      tag,
      summary: 'The hours, expenses and plan rows behind a row of To be invoiced',
      query: z.strictObject({
        page: listQuery.page,
        size: listQuery.size,
        project: z.uuid(),
        priceModel: z.uuid().optional(),
        until: Day.optional(),
      }),
      answer: pageOf(UnbilledSource).extend({ until: z.string(), currency: z.string() }),
    },
    async ({ query: { priceModel, ...query } }) => {
      const until = await untilOr(query.until)
      const wanted = { ...query, until, priceModel: priceModel ?? null }
      const found = await listUnbilledSources(db, wanted, neighbours)
      return { ...found, until, page: query.page, size: query.size }
    },
  )
}
