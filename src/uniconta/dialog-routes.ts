// The dialog under Setup > Settings > Integrations: save, remove, check. What it fetches meanwhile: fetch-routes.ts.
import { z } from 'zod'
import { recordChange } from '../audit/record-change.ts'
import { deleteIntegration, findIntegration } from '../integrations/integration-store.ts'
import { type Db, inTransaction } from '../lib/database/database.ts'
import { AppError } from '../lib/errors.ts'
import { type Api, endpoint } from '../lib/http.ts'
import { type Language, sayFrom } from '../lib/i18n/sentence.ts'
import type { Clock } from '../lib/ids.ts'
import { problemOf } from '../lib/problem.ts'
import { resumeLane } from '../sync/lane-trouble.ts'
import { removeSchedule } from '../sync/schedule.ts'
import { applySettings } from './apply-settings.ts'
import { askingThere } from './ask-there.ts'
import { checkSetUp } from './check-set-up.ts'
import { checkTexts } from './check-texts.ts'
import { keepPeriods } from './closed-periods.ts'
import { compareSchedule } from './compare.ts'
import { type Connection, type Facts, findConnection, learn, toConnection } from './connection.ts'
import { scheduleImport } from './import-expenses.ts'
import { schedulePayments } from './import-payments.ts'
import { noteFailureInLog, noteInLog } from './note-in-log.ts'
import { countSent, saveIntegration } from './save-integration.ts'
import { SetUpReport, UnicontaChange, UnicontaInput, UnicontaIntegration, unicontaType } from './settings.ts'
import type { Uniconta } from './uniconta.ts'
import type { OnStep } from './verify.ts'

const say = sayFrom(checkTexts)
const path = '/integrations/uniconta'
const tag = 'Integrations'

export function mountDialogRoutes(api: Api, db: Db, uniconta: Uniconta, now: Clock): void {
  const tools = { ...uniconta, db, now }

  async function mustHaveConnection(): Promise<Connection> {
    const connection = await findConnection(db, uniconta.box)
    if (!connection) throw new AppError('not-found', say('dialog.noIntegration'))
    return connection
  }

  const ask = askingThere(db, uniconta, now)

  endpoint(
    api,
    {
      method: 'get',
      path,
      permission: 'view integrations',
      tag,
      summary: 'The saved integration, without its secrets',
      answer: UnicontaIntegration,
    },
    async () => {
      const { settings, id, version } = await mustHaveConnection()
      return { ...settings, id, version, sentRecords: await countSent(db) }
    },
  )

  const saved = z.union([UnicontaIntegration, z.unknown()])
  const save = async (
    body: UnicontaInput,
    version: number | undefined,
    input: { actor: Parameters<typeof saveIntegration>[1]; language: Language; wantsSteps: boolean },
  ) => {
    if (!input.wantsSteps) return saveIntegration(tools, input.actor, body, version, async () => {})
    return streamed(api, input.language, (onStep) => saveIntegration(tools, input.actor, body, version, onStep))
  }
  const wantsSteps = (accept: string | undefined) => accept?.includes('application/x-ndjson') ?? false

  endpoint(
    api,
    {
      method: 'post',
      path,
      permission: 'change integrations',
      tag,
      summary: 'Saves a new integration after proving it',
      body: UnicontaInput,
      answer: saved,
      status: 201,
    },
    ({ body, actor, language, context }) =>
      save(body, undefined, { actor, language, wantsSteps: wantsSteps(context.req.header('accept')) }),
  )
  endpoint(
    api,
    {
      method: 'put',
      path,
      permission: 'change integrations',
      tag,
      summary: 'Changes the integration after proving it',
      body: UnicontaChange,
      answer: saved,
    },
    ({ body, actor, language, context }) => {
      const { version, ...input } = body
      return save(input, version, { actor, language, wantsSteps: wantsSteps(context.req.header('accept')) })
    },
  )

  endpoint(
    api,
    {
      method: 'delete',
      path,
      permission: 'change integrations',
      tag,
      summary: 'Removes the integration; links and log stay',
      answer: null,
    },
    async ({ actor }) => {
      await inTransaction(db, async (tx) => {
        const stored = await findIntegration(tx, unicontaType)
        if (!stored) throw new AppError('not-found', say('dialog.noIntegration'))
        const before = toConnection(stored, uniconta.box).settings
        await applySettings(tx, { before, settings: undefined, now: now() })
        await removeSchedule(tx, compareSchedule.name)
        await scheduleImport(tx, undefined, '', now())
        await noteInLog(tx, tools, {
          level: 'info',
          subject: stored.id,
          sentence: say('dialog.removed', { company: before.companyName }),
        })
        await deleteIntegration(tx, stored.id)
        await schedulePayments(tx, now())
        await recordChange(tx, actor, { kind: 'integration', subject: stored.id, before, after: null }, now())
      })
      await uniconta.keeper.signOut()
    },
  )

  const phraseReport = (report: NonNullable<Facts['report']>, language: Language) => ({
    checkedAt: report.checkedAt,
    checks: report.findings.map((found) => ({
      ...found,
      title: api.phrase(found.title, language),
      text: api.phrase(found.text, language),
      where: found.where && api.phrase(found.where, language),
    })),
  })

  endpoint(
    api,
    {
      method: 'post',
      path: `${path}/check`,
      permission: 'view integrations',
      tag,
      summary: 'Check set-up: looks at both sides now',
      answer: SetUpReport,
    },
    async ({ language }) => {
      const connection = await mustHaveConnection()
      const { userName, companyId } = connection.settings
      const { findings, facts, years } = await ask({ userName, password: '', companyId }, (calls) =>
        checkSetUp(db, calls, connection, now),
      ).catch(async (error: unknown) => {
        await noteFailureInLog(db, tools, error, connection.id)
        throw error
      })
      const report = { checkedAt: now().toISOString(), findings }
      await inTransaction(db, async (tx) => {
        await learn(tx, connection, { ...learnedIn(connection.facts, facts), report })
        await keepPeriods(tx, connection, years, now())
        const count = (state: string) => findings.filter((found) => found.state === state).length
        const sentence = say('check.done', { errors: count('error'), warnings: count('warning') })
        await noteInLog(tx, tools, { level: 'info', subject: connection.id, sentence })
      })
      return phraseReport(report, language)
    },
  )
  endpoint(
    api,
    {
      method: 'get',
      path: `${path}/check`,
      permission: 'view integrations',
      tag,
      summary: 'What Check set-up found last',
      answer: SetUpReport.nullable(),
    },
    async ({ language }) => {
      const { report } = (await mustHaveConnection()).facts
      return report && phraseReport(report, language)
    },
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
    async () => {
      await inTransaction(db, (tx) => resumeLane(tx, uniconta.lane.name))
    },
  )
}

/** One JSON object a line: each step as it happens, then the integration or the problem. */
/** What a check has learned; what it only carried along may have been learned anew by others meanwhile. */
const learnedIn = (before: Facts, after: Facts): Partial<Facts> =>
  Object.fromEntries(Object.entries(after).filter(([name, value]) => before[name as keyof Facts] !== value))

function streamed(api: Api, language: Language, work: (onStep: OnStep) => Promise<UnicontaIntegration>): Response {
  const stepTexts = {
    signIn: 'verify.signIn',
    read: 'verify.read',
    write: 'verify.write',
    save: 'verify.save',
  } as const
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const line = (value: object) => controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`))
      try {
        const integration = await work(async (step, state, note) =>
          line({ step, state, text: api.phrase(note ?? say(stepTexts[step]), language) }),
        )
        line({ integration })
      } catch (error) {
        line({ problem: problemOf(api, error, language, { path }) })
      }
      controller.close()
    },
  })
  return new Response(body, { headers: { 'content-type': 'application/x-ndjson' } })
}
