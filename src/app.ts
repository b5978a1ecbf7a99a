// The HTTP app: who asks, what may be asked, and one answer for every fault. Folders bring their own routes.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { mountAccountingRoutes } from './accounting/accounting-routes.ts'
import { faultsOfSeries } from './accounting/check-payment-ids.ts'
import { ActivityInput } from './activities/activity.ts'
import { mountActivityRoutes } from './activities/activity-routes.ts'
import { activitiesById, countActivitiesByModel } from './activities/activity-store.ts'
import { addActivity } from './activities/save-activity.ts'
import { mountAuditRoutes } from './audit/audit-routes.ts'
import { mountBillingRoutes } from './billing/billing-routes.ts'
import { mountCompanyRoutes } from './company/company-routes.ts'
import { mountContactRoutes } from './contacts/contact-routes.ts'
import { mountCustomerRoutes } from './customers/customer-routes.ts'
import { customerPushesByTag } from './customers/customer-store.ts'
import { mountDepartmentRoutes } from './departments/department-routes.ts'
import { countExpensesOfActivity, countExpensesOfProject } from './expenses/count-expenses.ts'
import { mountExpenseRoutes } from './expenses/expense-routes.ts'
import { mountFileRoutes } from './files/file-routes.ts'
import { mountInvoiceSettingRoutes } from './invoice-settings/setting-routes.ts'
import { whyAccountStaysInSettings } from './invoice-settings/setting-store.ts'
import { countInvoiceLinesWithVat, findHighestSerial, whyAccountStaysOnLines } from './invoices/accounts-in-use.ts'
import { findBilled, findLastRates } from './invoices/billed-store.ts'
import {
  countInvoiceLinesOfActivity,
  countInvoicesByModel,
  countInvoicesOfDepartment,
  countKeptOfCustomer,
  countKeptOfProject,
} from './invoices/count-invoices.ts'
import { mountDraftRoutes } from './invoices/draft-routes.ts'
import { mountInvoiceRoutes } from './invoices/invoice-routes.ts'
import { clientAddress } from './lib/client-address.ts'
import type { Database, Db } from './lib/database/database.ts'
import { databaseProbe, mountHealth, type Probe } from './lib/health.ts'
import { type Api, createApi } from './lib/http.ts'
import type { Phrasebook } from './lib/i18n/sentence.ts'
import type { Clock } from './lib/ids.ts'
import type { Log } from './lib/log.ts'
import { createMetrics, type Metrics } from './lib/metrics.ts'
import { sameOriginWrites } from './lib/same-origin.ts'
import { securityHeaders } from './lib/security-headers.ts'
import { webFiles } from './lib/web-files.ts'
import { mountNotificationRoutes } from './notifications/notification-routes.ts'
import { mountOpenApi } from './open-api.ts'
import { mountPaymentRoutes } from './payments/payment-routes.ts'
import { mountPriceModelRoutes } from './prices/price-model-routes.ts'
import { mountProjectRoleRoutes } from './prices/project-role-routes.ts'
import { mountProjectRoutes } from './projects/project-routes.ts'
import {
  countProjectsByCustomer,
  countProjectsByDepartment,
  projectPushesByCustomer,
  projectPushesByDepartment,
  projectPushesByTag,
} from './projects/project-store.ts'
import { mountSearchRoutes } from './search/search-routes.ts'
import type { WhyGroupStays } from './tags/save-tag-group.ts'
import { mountTagRoutes } from './tags/tag-routes.ts'
import { mountActivityHoursRoutes } from './time-entries/activity-hours-routes.ts'
import { mountApprovalRoutes } from './time-entries/approval-routes.ts'
import { countTimeEntriesOfActivity, countTimeEntriesOfProject, unbilledWork } from './time-entries/count-hours.ts'
import { mountHoursSettingsRoutes } from './time-entries/hours-settings-routes.ts'
import { mountTimeEntryRoutes } from './time-entries/time-entry-routes.ts'
import { mountTimesheetRoutes } from './time-entries/timesheet-routes.ts'
import { mountApiKeyRoutes } from './users/api-key-routes.ts'
import { identify } from './users/identify.ts'
import { mountMeRoutes } from './users/me-routes.ts'
import { roleMay } from './users/permissions.ts'
import { createSessions } from './users/sessions.ts'
import { type FillWithDemo, mountSetUpRoutes } from './users/set-up-routes.ts'
import { mountSignInRoutes } from './users/sign-in-routes.ts'
import { mountUserRoutes } from './users/user-routes.ts'
import { findUser } from './users/user-store.ts'

/** Adds a folder's routes; `main.ts` binds whatever else it needs. */
export type MountRoutes = (api: Api, db: Db, now: Clock) => void

export type AppParts = {
  database: Database
  now: Clock
  log: Log
  phrase: Phrasebook
  secretKey: string
  /** Where browsers find this instance, if it is known. With https its cookies never go over http. */
  publicUrl?: string | undefined
  /** How many proxies in front of us write X-Forwarded-For. */
  trustedProxies?: number
  metricsToken?: string | undefined
  /** Whether a mail server is set. */
  mailsGo?: boolean
  /** The built web application; nothing is served when the folder is not there. */
  webFolder?: string
  /** In tests every answer is checked against its schema. */
  checkAnswers?: boolean
  fillWithDemo?: FillWithDemo
  /** Routes of the folders that the nouns do not know. */
  mounts?: readonly MountRoutes[]
  whyGroupStays?: readonly WhyGroupStays[]
  probes?: readonly Probe[]
}

export type App = { api: Api; metrics: Metrics; fetch: Api['hono']['fetch']; request: Api['hono']['request'] }

export function createApp(parts: AppParts): App {
  const { database, now, log, phrase, publicUrl } = parts
  const { db } = database
  const isHttps = publicUrl?.startsWith('https:') ?? false
  const sessions = createSessions({ db, secretKey: parts.secretKey, secure: isHttps, now, log })
  const metrics = createMetrics(parts.metricsToken)
  const api = createApi({
    phrase,
    log,
    mayDo: (actor, permission) => roleMay(actor.role, permission),
    checkAnswers: parts.checkAnswers ?? false,
  })
  const { hono } = api

  hono.use(securityHeaders(isHttps), metrics.measure, clientAddress(parts.trustedProxies ?? 0))
  hono.use('/api/*', identify(db, sessions, now), sameOriginWrites(publicUrl))
  mountHealth(hono, [databaseProbe(db), ...(parts.probes ?? [])])
  hono.get('/metrics', metrics.show)

  mountSignInRoutes(api, sessions)
  mountSetUpRoutes(api, db, now, parts.fillWithDemo)
  mountMeRoutes(api, db, now)
  mountUserRoutes(api, db, now)
  mountApiKeyRoutes(api, db, now)
  mountCompanyRoutes(api, db, now, { findHighestSerial, faultsOfSeries })
  mountCustomerRoutes(api, db, now, {
    countProjects: countProjectsByCustomer,
    countDocuments: countKeptOfCustomer,
    pushesByCustomer: projectPushesByCustomer,
  })
  mountContactRoutes(api, db, now)
  mountProjectRoutes(api, db, now, {
    addActivity: (tx, actor, wish, at) => addActivity(tx, actor, ActivityInput.parse(wish), at),
    findUses: async (tx, projectId, at) => ({
      hours: await countTimeEntriesOfProject(tx, projectId),
      expenses: await countExpensesOfProject(tx, projectId),
      documents: await countKeptOfProject(tx, projectId, at),
    }),
  })
  mountProjectRoleRoutes(api, db, now)
  mountPriceModelRoutes(api, db, now, {
    usesOf: async (tx, ids) => ({
      activities: await countActivitiesByModel(tx, ids),
      invoices: await countInvoicesByModel(tx, ids),
    }),
    activitiesById,
  })
  mountActivityRoutes(api, db, now, {
    usesOf: async (tx, id) => ({
      timeEntries: await countTimeEntriesOfActivity(tx, id),
      expenses: await countExpensesOfActivity(tx, id),
      invoiceLines: await countInvoiceLinesOfActivity(tx, id),
    }),
    unbilledWork,
  })
  mountActivityHoursRoutes(api, db)
  mountTimesheetRoutes(api, db, now)
  mountTimeEntryRoutes(api, db, now)
  mountApprovalRoutes(api, db, now)
  mountHoursSettingsRoutes(api, db, now)
  mountTagRoutes(api, db, now, {
    pushesByTag: { customer: customerPushesByTag, project: projectPushesByTag },
    whyGroupStays: parts.whyGroupStays ?? [],
  })
  mountDepartmentRoutes(api, db, now, {
    countProjects: countProjectsByDepartment,
    countDocuments: countInvoicesOfDepartment,
    pushesByDepartment: projectPushesByDepartment,
  })
  mountAccountingRoutes(api, db, now, {
    whyAccountStays: [whyAccountStaysOnLines, whyAccountStaysInSettings],
    countLinesWithVat: countInvoiceLinesWithVat,
  })
  mountInvoiceSettingRoutes(api, db, now)
  mountFileRoutes(api, db, now)
  mountBillingRoutes(api, db, now, { findBilled, findLastRates })
  mountDraftRoutes(api, db, now)
  mountInvoiceRoutes(api, db, now)
  mountExpenseRoutes(api, db, now)
  mountPaymentRoutes(api, db, now)
  mountAuditRoutes(api, db)
  mountNotificationRoutes(api, db, now, {
    mailsGo: parts.mailsGo ?? false,
    findEmail: async (db, userId) => (await findUser(db, userId))?.email,
  })
  mountSearchRoutes(api, db)
  for (const mount of parts.mounts ?? []) mount(api, db, now)

  mountOpenApi(hono)
  const { webFolder } = parts
  if (webFolder && existsSync(join(webFolder, 'index.html'))) {
    const files = webFiles(webFolder)
    hono.use('*', (c, next) => (/^\/(api|health|metrics)(\/|$)/.test(c.req.path) ? next() : files(c, next)))
  }
  return { api, metrics, fetch: hono.fetch, request: hono.request }
}
