// Company > Import expenses: how the import stands, Run now, what was skipped or flagged, and whether everything came in.
import { z } from 'zod'
import { getExpense } from '../expenses/expense-store.ts'
import { StoredFile } from '../files/stored-file.ts'
import { type Db, inTransaction } from '../lib/database/database.ts'
import { AppError } from '../lib/errors.ts'
import { IdParams } from '../lib/fields.ts'
import { type Api, endpoint, listQuery, pageOf } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import type { Clock } from '../lib/ids.ts'
import { enqueue } from '../sync/enqueue.ts'
import { chooseRow } from './choose-row.ts'
import { readCompleteness } from './completeness.ts'
import { type Connection, findConnection } from './connection.ts'
import {
  Completeness,
  CompletenessQuery,
  ImportStanding,
  LedgerRowShown,
  ProjectLink,
  RowChoice,
} from './expense-import.ts'
import { importTask, reviewTask } from './import-expenses.ts'
import { type ImportRules, rulesOf } from './import-rules.ts'
import { findPlace } from './import-store.ts'
import { importTexts } from './import-texts.ts'
import { setAlias } from './project-alias.ts'
import { listLedgerRows, showImport } from './show-import.ts'
import type { Uniconta } from './uniconta.ts'
import { asAnswer } from './verify.ts'
import { fetchScan, findDocumentRef } from './voucher-scan.ts'
import { counted } from './with-connection.ts'

const say = sayFrom(importTexts)
const path = '/expense-import'
const tag = 'Import expenses'

export function mountImportRoutes(api: Api, db: Db, uniconta: Uniconta, now: Clock): void {
  const tools = { ...uniconta, db, now }

  async function mustBeOn(): Promise<{ connection: Connection; rules: ImportRules }> {
    const connection = await findConnection(db, uniconta.box)
    const rules = connection && rulesOf(connection.settings)
    if (!connection || !rules) throw new AppError('conflict', say('import.off'))
    return { connection, rules }
  }

  const standing = async (language: Parameters<Api['phrase']>[1]) => {
    const connection = await findConnection(db, uniconta.box)
    return showImport(db, connection?.settings, { phrase: api.phrase, language: language ?? 'en' })
  }

  endpoint(
    api,
    {
      method: 'get',
      path,
      permission: 'view the log',
      tag,
      summary: 'How the import of expenses stands: last and next run, what was skipped or flagged',
      answer: ImportStanding,
    },
    ({ language }) => standing(language),
  )

  for (const [name, task, summary] of [
    ['run', importTask, 'Run now: looks for new ledger rows at once'],
    ['review', reviewTask, 'Reads the last 90 days again now, as every night'],
  ] as const)
    endpoint(
      api,
      {
        method: 'post',
        path: `${path}/${name}`,
        permission: 'send records again',
        tag,
        summary,
        answer: ImportStanding,
      },
      async ({ language }) => {
        await mustBeOn()
        await inTransaction(db, (tx) => enqueue(tx, task, now()))
        return standing(language)
      },
    )

  endpoint(
    api,
    {
      method: 'get',
      path: `${path}/rows`,
      permission: 'view the log',
      tag,
      summary: 'Ledger rows that did not come in, with the reason, or that a person has to choose about',
      query: z.strictObject({
        page: listQuery.page,
        size: listQuery.size,
        state: z.enum(['skipped', 'flagged']).default('skipped'),
      }),
      answer: pageOf(LedgerRowShown),
    },
    async ({ query, language }) => {
      const connection = await findConnection(db, uniconta.box)
      const companyId = connection?.settings.companyId ?? 0
      const found = await listLedgerRows(db, { ...query, companyId }, { phrase: api.phrase, language })
      return { ...found, page: query.page, size: query.size }
    },
  )

  endpoint(
    api,
    {
      method: 'post',
      path: `${path}/rows/choose`,
      permission: 'send records again',
      tag,
      summary: 'Keeps the expense as it is here, or takes what stands in the ledger now',
      body: RowChoice,
      answer: null,
    },
    async ({ body }) => {
      const { rules } = await mustBeOn()
      await chooseRow(db, rules, body, now())
    },
  )

  endpoint(
    api,
    {
      method: 'put',
      path: `${path}/links`,
      permission: 'send records again',
      tag,
      summary: 'Gives the ledger rows of a project there a project here; those that were skipped come in at once',
      body: ProjectLink,
      answer: ImportStanding,
    },
    async ({ body, actor, language }) => {
      const { rules } = await mustBeOn()
      await inTransaction(db, async (tx) => {
        await setAlias(tx, { companyId: rules.companyId, ...body }, actor, now())
        if (body.projectId) await enqueue(tx, importTask, now())
      })
      return standing(language)
    },
  )

  const scanOf = { path: `${path}/scans/{id}`, permission: 'view files', tag, params: IdParams } as const
  endpoint(
    api,
    {
      ...scanOf,
      method: 'get',
      summary: 'Whether a scan of the voucher of an expense stands in the accounting system',
      answer: z.object({ hasScan: z.boolean() }),
    },
    async ({ params, actor }) => {
      const { id } = await getExpense(db, params.id, actor)
      return { hasScan: (await findDocumentRef(db, id)) !== undefined }
    },
  )
  endpoint(
    api,
    {
      ...scanOf,
      method: 'post',
      summary: 'Fetches the scan of the voucher of an expense, which becomes its receipt',
      answer: StoredFile,
    },
    async ({ params }) => {
      const { connection } = await mustBeOn()
      const calls = uniconta.keeper.callsFor(connection.account, [], async () => {})
      try {
        return await counted(tools, connection.account.userName, () => fetchScan(db, calls, params.id, now))
      } catch (error) {
        throw asAnswer(error)
      }
    },
  )

  endpoint(
    api,
    {
      method: 'get',
      path: `${path}/completeness`,
      permission: 'view the log',
      tag,
      summary:
        'The ledger, read now, beside the expenses here: sums by account and day, and each difference by its row',
      query: CompletenessQuery,
      answer: Completeness,
    },
    async ({ query, language }) => {
      const { connection, rules } = await mustBeOn()
      const place = await findPlace(db, rules.companyId)
      const firstJournal = place?.scope === rules.scope ? (place.firstJournal ?? 0) : 0
      const calls = uniconta.keeper.callsFor(connection.account, [], async () => {})
      // A session shows its first lists for ever.
      calls.renew()
      const wish = { rules, period: query, firstJournal, now: now() }
      try {
        return await counted(tools, connection.account.userName, () =>
          readCompleteness(db, calls, wish, { phrase: api.phrase, language }),
        )
      } catch (error) {
        throw asAnswer(error)
      }
    },
  )
}
