// Everything between an open database and a running instance, put together: the app, the connector, the lanes. Built by main.ts
// and by the tests, so that what is tested is what runs.
import { type App, createApp } from './app.ts'
import { findTimeZone, getCompany } from './company/company-store.ts'
import { mountIntegrationRoutes } from './integrations/integration-routes.ts'
import { digestHandler, tellPeople } from './integrations/tell-people.ts'
import { mountInvoiceDocumentRoutes } from './invoice-documents/invoice-document-routes.ts'
import { mailedInvoice } from './invoice-documents/mail-invoice.ts'
import { invoicePdfHandler } from './invoice-documents/store-pdf.ts'
import { exportNoticeHandler } from './invoices/export-notices.ts'
import type { Database, Db, Tx } from './lib/database/database.ts'
import type { Probe } from './lib/health.ts'
import { createPhrasebook, type Phrasebook } from './lib/i18n/sentence.ts'
import type { Clock } from './lib/ids.ts'
import type { Log } from './lib/log.ts'
import { createSecretBox } from './lib/secrets.ts'
import { noticeMailHandler } from './notifications/mail-notices.ts'
import { type MailSettings, mailHandler } from './notifications/send-mail.ts'
import { registerKind } from './sync/enqueue.ts'
import { LaneLost } from './sync/failure.ts'
import type { LanePlan } from './sync/handler.ts'
import { listLaneStatus } from './sync/lane-status.ts'
import type { OnLogged } from './sync/log-store.ts'
import { noticeLoad } from './sync/restored.ts'
import { mountSyncRoutes } from './sync/sync-routes.ts'
import { mustRemember, type Witness } from './sync/witness.ts'
import { startWorker, type Worker } from './sync/worker.ts'
import { danishTexts, englishTexts, norwegianTexts } from './texts.ts'
import { lanesOfDatabase } from './tidy-lane.ts'
import { mountBackfillRoutes } from './uniconta/backfill-routes.ts'
import { mountBooksRoutes } from './uniconta/books-routes.ts'
import { unicontaConnector, unicontaPaymentsConnector, whyUnicontaNeedsGroup } from './uniconta/connector.ts'
import { mountDialogRoutes } from './uniconta/dialog-routes.ts'
import { mountFetchRoutes } from './uniconta/fetch-routes.ts'
import { mountImportRoutes } from './uniconta/import-routes.ts'
import { mountPaymentImportRoutes } from './uniconta/payment-import-routes.ts'
import { mountPostingRoutes } from './uniconta/posting-routes.ts'
import { mountRecordRoutes } from './uniconta/record-routes.ts'
import { unicontaType } from './uniconta/settings.ts'
import { createUniconta, systemName, type Uniconta } from './uniconta/uniconta.ts'
import type { Fetch } from './uniconta/wire.ts'
import type { FillWithDemo } from './users/set-up-routes.ts'
import { findUser } from './users/user-store.ts'

export type InstanceParts = {
  database: Database
  now: Clock
  random: () => number
  log: Log
  secretKey: string
  unicontaUrl: string
  fetch: Fetch
  mail: MailSettings | undefined
  /** Where links in mails lead. */
  publicUrl?: string | undefined
  trustedProxies?: number
  metricsToken?: string | undefined
  webFolder?: string
  checkAnswers?: boolean
  fillWithDemo?: FillWithDemo
  /** What this process knows outside the database of what it sent last. */
  witness?: Witness
}

export type Instance = {
  app: App
  phrase: Phrasebook
  uniconta: Uniconta
  plans: readonly LanePlan[]
  onLogged: OnLogged
  /** Works the lanes until it is stopped. */
  startWorker(): Worker
}

export async function createInstance(parts: InstanceParts): Promise<Instance> {
  const { database, now, log } = parts
  const { db } = database
  const phrase = createPhrasebook({ en: englishTexts, da: danishTexts, nb: norwegianTexts })
  const box = createSecretBox(parts.secretKey)
  const telling = {
    typeOf: (system: string) => (system === systemName ? unicontaType : undefined),
    phrase,
    publicUrl: parts.publicUrl?.replace(/\/+$/, ''),
    mailsGo: parts.mail !== undefined,
  }
  const onLogged = tellPeople(telling)
  const uniconta = createUniconta({ db, baseUrl: parts.unicontaUrl, fetch: parts.fetch, now, box, onLogged })
  const toPeople = {
    ...telling,
    getCompany,
    async findReader(tx: Tx, userId: string) {
      const user = await findUser(tx, userId)
      return user?.active ? user : undefined
    },
  }
  // Lanes of their own: the bell rings also while the mail server is away.
  const noticeLane = {
    name: 'notices',
    system: 'notices',
    handlers: [digestHandler(telling), noticeMailHandler(toPeople), exportNoticeHandler()],
  }
  const mailLane = { name: 'mail', system: 'mail', handlers: [mailHandler(parts.mail, { invoice: mailedInvoice })] }
  const documentLane = { name: 'documents', system: 'documents', handlers: [invoicePdfHandler()] }
  const plans: LanePlan[] = [
    uniconta.lane,
    noticeLane,
    mailLane,
    documentLane,
    ...(await lanesOfDatabase(database, now())),
  ]
  await registerKinds(db, plans)
  await noticeLoad(db, { now, onLogged }, plans)
  for (const plan of plans) await remembers({ db, now, onLogged, witness: parts.witness }, plan)

  let worker: Worker | undefined
  const app = createApp({
    ...parts,
    phrase,
    mailsGo: parts.mail !== undefined,
    mounts: [
      (api, db, now) => mountSyncRoutes(api, db, now, { findTimeZone, plans, onLogged, now }),
      (api, db, now) => mountIntegrationRoutes(api, db, now, [unicontaConnector(now), unicontaPaymentsConnector(now)]),
      (api, db, now) => mountDialogRoutes(api, db, uniconta, now),
      (api, db, now) => mountFetchRoutes(api, db, uniconta, now),
      (api, db, now) => mountBackfillRoutes(api, db, uniconta, now),
      (api, db, now) => mountRecordRoutes(api, db, uniconta, now),
      // Before the documents by their ids.
      (api, db, now) => mountBooksRoutes(api, db, uniconta, now),
      (api, db, now) => mountPostingRoutes(api, db, uniconta, now),
      (api, db, now) => mountImportRoutes(api, db, uniconta, now),
      (api, db, now) => mountPaymentImportRoutes(api, db, uniconta, now),
      (api, db, now) => mountInvoiceDocumentRoutes(api, db, now, { mailsGo: parts.mail !== undefined }),
    ],
    whyGroupStays: [whyUnicontaNeedsGroup],
    probes: [workerProbe(() => worker), lanesProbe(db, phrase, now)],
  })
  return {
    app,
    phrase,
    uniconta,
    plans,
    onLogged,
    startWorker() {
      worker = startWorker(database, { now, random: parts.random, log, onLogged, witness: parts.witness }, plans)
      return worker
    },
  }
}

/** What is pushed and posted waits for an integration that wants it; everything else is wanted at once. */
async function registerKinds(db: Db, plans: readonly LanePlan[]): Promise<void> {
  for (const { name: lane, system, handlers, comparison } of plans)
    for (const { kind } of handlers) {
      const waitsForComparison = comparison !== undefined && comparison.kind !== kind
      await registerKind(db, { kind, lane, system, wanted: !/\.(push|post)$/.test(kind), waitsForComparison })
    }
}

/** A process that holds no lane yet says it as well. */
async function remembers(process: Parameters<typeof mustRemember>[0], plan: LanePlan): Promise<void> {
  await mustRemember(process, plan).catch((error: unknown) => {
    if (!(error instanceof LaneLost)) throw error
  })
}

function workerProbe(findWorker: () => Worker | undefined): Probe {
  return {
    name: 'worker',
    async look() {
      const worker = findWorker()
      if (!worker) return { state: 'ok', text: 'This process works no lanes.' }
      return worker.isAlive()
        ? { state: 'ok', text: 'The worker turns.' }
        : { state: 'degraded', text: 'The worker has not turned for half a minute: changes are saved and wait.' }
    },
  }
}

/** A system that does not answer degrades us, no more: saving never waits for it. */
function lanesProbe(db: Db, phrase: Phrasebook, now: Clock): Probe {
  return {
    name: 'connections',
    async look() {
      const lanes = await listLaneStatus(db, {
        phrase,
        language: 'en',
        timeZone: await findTimeZone(db),
        now: now(),
      })
      const troubled = lanes.filter((lane) => ['trouble', 'paused', 'restored'].includes(lane.state))
      if (troubled.length === 0) return { state: 'ok', text: 'Every connection works or is not used.' }
      return { state: 'degraded', text: troubled.map((lane) => `${lane.system}: ${lane.text}`).join(' ') }
    },
  }
}
