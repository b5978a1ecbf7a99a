// What the dialog fetches while somebody fills it in: companies, dimensions, number series, and tags of groups and categories there.
import { z } from 'zod'
import type { Db } from '../lib/database/database.ts'
import { type Api, endpoint } from '../lib/http.ts'
import type { Clock } from '../lib/ids.ts'
import { askingThere } from './ask-there.ts'
import { dimensionsOf } from './check-connection.ts'
import { customerGroups, fetchGroups, projectCategories } from './fetch-groups.ts'
import { readAll } from './read-all.ts'
import type { Row } from './session.ts'
import { CompanyDimensions, Credentials, UnicontaCompany } from './settings.ts'
import type { Uniconta } from './uniconta.ts'

const path = '/integrations/uniconta'
const tag = 'Integrations'

export function mountFetchRoutes(api: Api, db: Db, uniconta: Uniconta, now: Clock): void {
  const ask = askingThere(db, uniconta, now)

  endpoint(
    api,
    {
      method: 'post',
      path: `${path}/companies`,
      permission: 'change integrations',
      tag,
      summary: 'The companies that the user may open',
      body: Credentials,
      answer: z.object({ items: z.array(UnicontaCompany) }),
    },
    async ({ body }) => ({ items: await fetchCompanies(body) }),
  )

  async function fetchCompanies(credentials: z.infer<typeof Credentials>) {
    return ask(credentials, async (calls) => {
      // A session shows its first list for ever, and an empty one for a user who has companies was seen.
      let companies: Row[] = []
      for (let tries = 0; companies.length === 0 && tries < 2; tries++) {
        calls.renew()
        companies = await calls.query('CompanyClient', [{}])
      }
      return companies.flatMap(toCompany).sort((a, b) => a.name.localeCompare(b.name, 'da'))
    })
  }

  endpoint(
    api,
    {
      method: 'post',
      path: `${path}/dimensions`,
      permission: 'change integrations',
      tag,
      summary: 'The dimensions of a company',
      body: Credentials.extend({ companyId: z.number().int().min(1) }),
      answer: CompanyDimensions,
    },
    async ({ body }) =>
      ask(body, async (calls) => {
        const rows = await calls.query('CompanyClient', [
          { PropertyName: 'PrimaryKeyId', FilterValue: String(body.companyId) },
          { Take: 50 },
        ])
        const company = rows.find((row) => row.PrimaryKeyId === body.companyId)
        return {
          dimensions: Object.entries(company ? dimensionsOf(company) : {}).map(([number, name]) => ({
            number: Number(number),
            name,
          })),
        }
      }),
  )

  endpoint(
    api,
    {
      method: 'post',
      path: `${path}/series`,
      permission: 'change integrations',
      tag,
      summary: 'The number series of the company, to choose the one of expenses from',
      body: Credentials,
      answer: z.object({ items: z.array(z.object({ series: z.string(), name: z.string(), blocked: z.boolean() })) }),
    },
    async ({ body }) =>
      ask(body, async (calls) => {
        const rows = [...(await readAll(calls, 'NumberSerieClient', 'Serie')).values()]
        return {
          items: rows.map((row) => ({
            series: String(row.Serie),
            name: String(row.Name ?? ''),
            blocked: row.Blocked === true,
          })),
        }
      }),
  )

  const fetched = z.object({ tagGroupId: z.uuid(), created: z.number().int(), existing: z.number().int() })
  for (const [name, wish, summary] of [
    ['fetch-groups', customerGroups, 'Makes a tag for each customer group there'],
    ['fetch-categories', projectCategories, 'Makes a tag for each project category there that an invoice may carry'],
  ] as const)
    endpoint(
      api,
      {
        method: 'post',
        path: `${path}/${name}`,
        permission: 'change integrations',
        tag,
        summary,
        body: Credentials.extend({ tagGroupId: z.uuid().nullable() }),
        answer: fetched,
      },
      async ({ body, actor }) =>
        ask(body, (calls) => fetchGroups(db, calls, actor, { wish, tagGroupId: body.tagGroupId, now: now() })),
    )
}

function toCompany(row: Row): z.infer<typeof UnicontaCompany>[] {
  const { PrimaryKeyId: id, CompanyName, Currency, Deactive } = row
  if (typeof id !== 'number') return []
  const currency = typeof Currency === 'string' ? Currency : null
  return [{ id, name: String(CompanyName ?? id), currency, deactivated: Deactive === true }]
}
