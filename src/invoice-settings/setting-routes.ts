import { z } from 'zod'
import type { Db } from '../lib/database/database.ts'
import { IdParams } from '../lib/fields.ts'
import { type Api, endpoint } from '../lib/http.ts'
import type { Clock } from '../lib/ids.ts'
import { CompanySettingChange, InvoiceSettings, SettingChange } from './invoice-setting.ts'
import {
  changeCompanySettings,
  changeCustomerSettings,
  changeProjectSettings,
  showCompanySettings,
  showCustomerSettings,
  showProjectSettings,
} from './save-settings.ts'
import { standardCountries } from './standard-set.ts'
import { startWithStandardSet } from './start-with-standard-set.ts'

const tag = 'Invoice settings'

export function mountInvoiceSettingRoutes(api: Api, db: Db, now: Clock): void {
  const answer = InvoiceSettings
  endpoint(
    api,
    {
      method: 'get',
      path: '/invoice-settings',
      permission: 'view accounting',
      tag,
      summary: 'What invoices say unless customer, project or draft say otherwise',
      answer,
    },
    () => showCompanySettings(db),
  )
  endpoint(
    api,
    {
      method: 'put',
      path: '/invoice-settings',
      permission: 'change accounting',
      tag,
      summary: 'Changes what invoices say unless something nearer says otherwise',
      body: CompanySettingChange,
      answer,
    },
    async ({ body, actor }) => {
      await changeCompanySettings(db, actor, body, now())
      return showCompanySettings(db)
    },
  )
  endpoint(
    api,
    {
      method: 'get',
      path: '/customers/{id}/invoice-settings',
      permission: 'view accounting',
      tag,
      summary: 'What a customer’s invoices say: its own settings, and what it inherits',
      params: IdParams,
      answer,
    },
    ({ params }) => showCustomerSettings(db, params.id),
  )
  endpoint(
    api,
    {
      method: 'put',
      path: '/customers/{id}/invoice-settings',
      permission: 'change customers',
      tag,
      summary: 'Changes a customer’s invoice settings; null inherits. Accounts need: change accounting',
      params: IdParams,
      body: SettingChange,
      answer,
    },
    async ({ params, body, actor }) => {
      const mayChooseAccounts = api.mayDo(actor, 'change accounting')
      await changeCustomerSettings(db, { actor, id: params.id, change: body, mayChooseAccounts, now: now() })
      return showCustomerSettings(db, params.id)
    },
  )
  endpoint(
    api,
    {
      method: 'get',
      path: '/projects/{id}/invoice-settings',
      permission: 'view accounting',
      tag,
      summary: 'What a project’s invoices say: its own settings, and what it inherits',
      params: IdParams,
      answer,
    },
    ({ params }) => showProjectSettings(db, params.id),
  )
  endpoint(
    api,
    {
      method: 'put',
      path: '/projects/{id}/invoice-settings',
      permission: 'change projects',
      tag,
      summary: 'Changes a project’s invoice settings; null inherits. Accounts need: change accounting',
      params: IdParams,
      body: SettingChange,
      answer,
    },
    async ({ params, body, actor }) => {
      const mayChooseAccounts = api.mayDo(actor, 'change accounting')
      await changeProjectSettings(db, { actor, id: params.id, change: body, mayChooseAccounts, now: now() })
      return showProjectSettings(db, params.id)
    },
  )
  endpoint(
    api,
    {
      method: 'post',
      path: '/accounting/standard-set',
      permission: 'change accounting',
      tag,
      summary: 'Makes the accounts, VAT codes and terms that firms of a country begin with, where there are none yet',
      body: z.strictObject({ country: z.enum(standardCountries) }),
      answer: z.object({ accounts: z.number().int(), vatCodes: z.number().int(), paymentTerms: z.number().int() }),
      status: 201,
    },
    ({ body, actor }) => startWithStandardSet(db, actor, body.country, now()),
  )
}
