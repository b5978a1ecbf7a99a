import { z } from 'zod'
import { recordChange } from '../audit/record-change.ts'
import { type Db, inTransaction } from '../lib/database/database.ts'
import { type Api, endpoint } from '../lib/http.ts'
import type { Clock } from '../lib/ids.ts'
import { mustBeCurrent } from '../lib/stale.ts'
import { moveSchedules } from '../sync/schedule.ts'
import { Company, CompanyChange, NumberSeries, NumberSeriesChange, seriesKinds } from './company.ts'
import { getCompany, listSeries, lockCompany, updateCompany } from './company-store.ts'
import { changeSeries, type SeriesNeighbours } from './save-series.ts'

const tag = 'Company'

export function mountCompanyRoutes(api: Api, db: Db, now: Clock, neighbours: SeriesNeighbours): void {
  endpoint(
    api,
    { method: 'get', path: '/company', permission: 'view settings', tag, summary: 'The company', answer: Company },
    () => getCompany(db),
  )

  endpoint(
    api,
    {
      method: 'put',
      path: '/company',
      permission: 'change settings',
      tag,
      summary: 'Changes the company',
      body: CompanyChange,
      answer: Company,
    },
    async ({ body, actor }) =>
      inTransaction(db, async (tx) => {
        const before = await lockCompany(tx)
        mustBeCurrent('company', body, before)
        const after = { ...body, version: before.version + 1 }
        await updateCompany(tx, after)
        await moveSchedules(tx, after.timeZone, now())
        const change = { kind: 'company', subject: 'company', before: shown(before), after: shown(after) } as const
        await recordChange(tx, actor, change, now())
        return after
      }),
  )

  endpoint(
    api,
    {
      method: 'get',
      path: '/number-series',
      permission: 'view settings',
      tag,
      summary: 'The number series',
      answer: z.object({ items: z.array(NumberSeries) }),
    },
    async () => ({ items: await listSeries(db) }),
  )

  endpoint(
    api,
    {
      method: 'put',
      path: '/number-series/{kind}',
      permission: 'change settings',
      tag,
      summary: 'Changes a number series; numbers already given stay',
      params: z.object({ kind: z.enum(seriesKinds) }),
      body: NumberSeriesChange,
      answer: NumberSeries,
    },
    ({ params: { kind }, body, actor }) => changeSeries(db, actor, { ...body, kind }, neighbours, now()),
  )
}

const shown = ({ version: _, ...fields }: { version: number; [field: string]: unknown }) => fields
