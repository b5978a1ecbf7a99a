// The entry of its own under Setup > Settings > Integrations that fetches payments: its settings, how it stands, and Run now.
import { sql } from 'drizzle-orm'
import { recordChange } from '../audit/record-change.ts'
import {
  deleteIntegration,
  findIntegration,
  insertIntegration,
  type StoredIntegration,
  updateIntegration,
} from '../integrations/integration-store.ts'
import { type Db, inTransaction, type Tx } from '../lib/database/database.ts'
import { AppError } from '../lib/errors.ts'
import { type Actor, type Api, endpoint } from '../lib/http.ts'
import { type Language, type Sentence, sayFrom } from '../lib/i18n/sentence.ts'
import { type Clock, newId } from '../lib/ids.ts'
import { mustBeCurrent } from '../lib/stale.ts'
import { enqueue } from '../sync/enqueue.ts'
import { resumeLane } from '../sync/lane-trouble.ts'
import { findPaymentSettings, paymentImportKind, paymentImportTask, schedulePayments } from './import-payments.ts'
import { noteInLog } from './note-in-log.ts'
import { paymentImportTexts } from './payment-import-texts.ts'
import {
  PaymentImportStanding,
  PaymentSettings,
  PaymentsChange,
  PaymentsInput,
  PaymentsIntegration,
  paymentsType,
} from './payment-settings.ts'
import { UnicontaSettings, unicontaType } from './settings.ts'
import type { Uniconta } from './uniconta.ts'

const say = sayFrom(paymentImportTexts)
const path = '/integrations/uniconta-payments'
const tag = 'Integrations'

export function mountPaymentImportRoutes(api: Api, db: Db, uniconta: Uniconta, now: Clock): void {
  const tools = { ...uniconta, now }

  endpoint(
    api,
    {
      method: 'get',
      path,
      permission: 'view integrations',
      tag,
      summary: 'The saved entry for payments',
      answer: PaymentsIntegration,
    },
    async () => show(await mustBeThere(db)),
  )
  endpoint(
    api,
    {
      method: 'post',
      path,
      permission: 'change integrations',
      tag,
      summary: 'Sets up payments; the main integration has to be on',
      body: PaymentsInput,
      answer: PaymentsIntegration,
      status: 201,
    },
    ({ body, actor }) => save(body, undefined, actor),
  )
  endpoint(
    api,
    {
      method: 'put',
      path,
      permission: 'change integrations',
      tag,
      summary: 'Changes the entry for payments',
      body: PaymentsChange,
      answer: PaymentsIntegration,
    },
    ({ body: { version, ...input }, actor }) => save(input, version, actor),
  )

  async function save(input: PaymentsInput, version: number | undefined, actor: Actor): Promise<PaymentsIntegration> {
    return inTransaction(db, async (tx) => {
      const stored = version === undefined ? undefined : await mustBeThere(tx)
      if (!stored && !(await isMainOn(tx))) throw new AppError('conflict', say('payments.needsMain'))
      const row: StoredIntegration = {
        ...{ id: stored?.id ?? newId(now()), type: paymentsType, settings: PaymentSettings.parse(input) },
        // It has none: it signs in as the main integration does.
        secrets: '',
        ...{ facts: stored?.facts ?? {}, version: (version ?? 0) + 1 },
        ...{ createdAt: stored?.createdAt ?? now(), updatedAt: now() },
      }
      if (stored && version !== undefined) {
        if (stored.version !== version || !(await updateIntegration(tx, row, version)))
          mustBeCurrent('integration', { version }, show(await mustBeThere(tx)))
      } else if (!(await insertIntegration(tx, row))) throw new AppError('conflict', say('payments.oneOnly'))
      await schedulePayments(tx, now())
      const before = stored ? stored.settings : null
      await recordChange(tx, actor, { kind: 'integration', subject: row.id, before, after: row.settings }, now())
      await noteInLog(tx, tools, { level: 'info', subject: row.id, sentence: say('payments.saved') })
      return show(row)
    })
  }

  endpoint(
    api,
    {
      method: 'delete',
      path,
      permission: 'change integrations',
      tag,
      summary: 'Removes the entry; payments that came in stay',
      answer: null,
    },
    ({ actor }) =>
      inTransaction(db, async (tx) => {
        const { id, settings } = await mustBeThere(tx)
        await deleteIntegration(tx, id)
        await schedulePayments(tx, now())
        await recordChange(tx, actor, { kind: 'integration', subject: id, before: settings, after: null }, now())
        await noteInLog(tx, tools, { level: 'info', subject: id, sentence: say('payments.removed') })
      }),
  )

  endpoint(
    api,
    {
      method: 'post',
      path: `${path}/resume`,
      permission: 'change integrations',
      tag,
      summary: 'Lets a paused or waiting connection try at once',
      answer: null,
    },
    () => inTransaction(db, (tx) => resumeLane(tx, uniconta.lane.name)),
  )

  const standing = (language: Language) => readStanding(db, (sentence) => api.phrase(sentence, language))
  endpoint(
    api,
    {
      method: 'get',
      path: '/payment-import',
      permission: 'view payments',
      tag: 'Payments',
      summary: 'How the fetching of payments stands: last and next run',
      answer: PaymentImportStanding,
    },
    ({ language }) => standing(language),
  )
  endpoint(
    api,
    {
      method: 'post',
      path: '/payment-import/run',
      permission: 'send records again',
      tag: 'Payments',
      summary: 'Run now: looks for payments at once',
      answer: PaymentImportStanding,
    },
    async ({ language }) => {
      if (!(await isOn(db))) throw new AppError('conflict', say('payments.off'))
      await inTransaction(db, (tx) => enqueue(tx, paymentImportTask, now()))
      return standing(language)
    },
  )
}

const show = ({ id, version, settings }: StoredIntegration): PaymentsIntegration => ({
  ...PaymentSettings.parse(settings),
  id,
  version,
})

/** @throws not-found */
async function mustBeThere(db: Db | Tx): Promise<StoredIntegration> {
  const stored = await findIntegration(db, paymentsType)
  if (!stored) throw new AppError('not-found', say('payments.none'))
  return stored
}

async function isMainOn(db: Db | Tx): Promise<boolean> {
  const main = await findIntegration(db, unicontaType)
  return main !== undefined && UnicontaSettings.parse(main.settings).enabled
}

const isOn = async (db: Db) => (await findPaymentSettings(db))?.enabled === true && (await isMainOn(db))

async function readStanding(db: Db, phrase: (sentence: Sentence) => string): Promise<PaymentImportStanding> {
  const { rows: tasks } = await db.execute<{
    state: string
    failures: number
    sentence: Sentence
    at: string | null
  }>(sql`
    select t.state, t.failures, t.sentence, (select max(a.finished_at) from sync_attempt a where a.kind = t.kind and a.subject = t.subject) as at
      from sync_task t where t.kind = ${paymentImportKind}`)
  const { rows: next } = await db.execute<{ at: string }>(
    sql`select next_at as at from sync_schedule where name = ${paymentImportKind}`,
  )
  const [task] = tasks
  return {
    isOn: await isOn(db),
    isRunning: task?.state === 'waiting' || task?.state === 'running',
    nextAt: next[0] ? new Date(next[0].at).toISOString() : null,
    lastAt: task?.at ? new Date(task.at).toISOString() : null,
    last: task ? phrase(task.sentence) : null,
    isTroubled: task !== undefined && (task.state === 'parked' || task.failures > 0),
  }
}
