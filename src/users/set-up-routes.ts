import { z } from 'zod'
import { CompanyInput } from '../company/company.ts'
import { type Db, inTransaction } from '../lib/database/database.ts'
import { requiredText } from '../lib/fields.ts'
import { type Api, endpoint } from '../lib/http.ts'
import type { Clock } from '../lib/ids.ts'
import { setUpInstance } from './set-up.ts'
import { Password } from './user.ts'
import { hasAdministrator } from './user-store.ts'

const tag = 'Set-up'

const SetUp = z.strictObject({
  companyName: CompanyInput.shape.name,
  countryCode: CompanyInput.shape.countryCode,
  currency: CompanyInput.shape.currency,
  timeZone: CompanyInput.shape.timeZone,
  name: requiredText(100),
  email: z.email().max(200),
  password: Password,
  /** Whether to fill the new company with demo data; only where it is offered. */
  demo: z.boolean().default(false),
})

/** Fills a new instance with demo data. Absent: none is offered. */
export type FillWithDemo = ((db: Db, now: Date) => Promise<void>) | undefined

export function mountSetUpRoutes(api: Api, db: Db, now: Clock, fillWithDemo: FillWithDemo): void {
  endpoint(
    api,
    {
      method: 'get',
      path: '/set-up',
      permission: 'public',
      tag,
      summary: 'Whether this instance still has to be set up',
      answer: z.object({ needed: z.boolean(), demoOffered: z.boolean() }),
    },
    async () => ({ needed: !(await hasAdministrator(db)), demoOffered: fillWithDemo !== undefined }),
  )
  endpoint(
    api,
    {
      method: 'post',
      path: '/set-up',
      permission: 'public',
      tag,
      summary: 'Makes the company and its first administrator, once',
      body: SetUp,
      answer: z.object({}),
      status: 201,
    },
    async ({ body }) => {
      const { companyName, countryCode, currency, timeZone, name, email, password } = body
      const company = { name: companyName, countryCode, currency, timeZone }
      // All of it or nothing: an instance that is half filled could not be set up again.
      await inTransaction(db, async (tx) => {
        await setUpInstance(tx, { company, administrator: { name, email, password } }, now())
        if (body.demo) await fillWithDemo?.(tx, now())
      })
      return {}
    },
  )
}
