// Runs over existing records: start, look, pause, go on.
import { z } from 'zod'
import { type Db, inTransaction } from '../lib/database/database.ts'
import { AppError } from '../lib/errors.ts'
import { type Api, endpoint } from '../lib/http.ts'
import { type Language, sayFrom } from '../lib/i18n/sentence.ts'
import type { Clock } from '../lib/ids.ts'
import { Backfill } from '../sync/log-entry.ts'
import {
  continueBackfill,
  findBackfill,
  isUnderWay,
  listBackfills,
  startBackfill,
  toBackfill,
  updateBackfill,
} from './backfill-store.ts'
import { checkTexts } from './check-texts.ts'
import { findConnection } from './connection.ts'
import type { Uniconta } from './uniconta.ts'
import { unicontaTexts } from './uniconta-texts.ts'

const say = sayFrom(checkTexts)
const sayOfUniconta = sayFrom(unicontaTexts)
const path = '/integrations/uniconta/backfill'
const tag = 'Integrations'
const One = z.strictObject({ id: z.uuid() })

export function mountBackfillRoutes(api: Api, db: Db, { box }: Uniconta, now: Clock): void {
  endpoint(
    api,
    {
      method: 'get',
      path,
      permission: 'view integrations',
      tag,
      summary: 'Runs over existing records, newest first',
      answer: z.object({ items: z.array(Backfill) }),
    },
    async ({ language }) => ({
      items: (await listBackfills(db, 20)).map((row) => toBackfill(row, api.phrase, language)),
    }),
  )

  endpoint(
    api,
    {
      method: 'post',
      path,
      permission: 'change integrations',
      tag,
      summary: 'Sends all existing records by list calls',
      body: z.strictObject({
        kind: z.enum(['customers', 'projects']),
        /** Takes records with the same number and the same name or registration number for the same. */
        linkSame: z.boolean().default(false),
      }),
      answer: Backfill,
      status: 201,
    },
    async ({ body, language }) => {
      await mustBeSent(body.kind)
      const id = await inTransaction(db, async (tx) => {
        if (await isUnderWay(tx, body.kind)) throw new AppError('conflict', say('dialog.running'))
        return startBackfill(tx, body.kind, body.linkSame, now())
      })
      return shown(id, language)
    },
  )

  async function mustBeSent(kind: 'customers' | 'projects'): Promise<void> {
    const connection = await findConnection(db, box)
    if (!connection) throw new AppError('not-found', say('dialog.noIntegration'))
    const { enabled, exportCustomers, exportProjects } = connection.settings
    if (!enabled) throw new AppError('conflict', sayOfUniconta('uniconta.off'))
    if (kind === 'customers' && !exportCustomers) throw new AppError('conflict', sayOfUniconta('uniconta.offCustomers'))
    if (kind === 'projects' && !exportProjects) throw new AppError('conflict', sayOfUniconta('uniconta.offProjects'))
  }

  endpoint(
    api,
    {
      method: 'post',
      path: `${path}/{id}/pause`,
      permission: 'change integrations',
      tag,
      summary: 'Lets a run pause after the batch in hand',
      params: One,
      answer: Backfill,
    },
    async ({ params, language }) => {
      await inTransaction(db, async (tx) => {
        if ((await findBackfill(tx, params.id))?.state === 'running')
          await updateBackfill(tx, params.id, { state: 'paused' })
      })
      return shown(params.id, language)
    },
  )

  endpoint(
    api,
    {
      method: 'post',
      path: `${path}/{id}/resume`,
      permission: 'change integrations',
      tag,
      summary: 'Lets a paused or stuck run go on where it was',
      params: One,
      answer: Backfill,
    },
    async ({ params, language }) => {
      const run = await findBackfill(db, params.id)
      if (run) await mustBeSent(run.kind)
      await inTransaction(db, async (tx) => {
        const row = await findBackfill(tx, params.id)
        if (row && row.finishedAt === null) await continueBackfill(tx, row, now())
      })
      return shown(params.id, language)
    },
  )

  async function shown(id: string, language: Language) {
    const row = await findBackfill(db, id)
    if (!row) throw new AppError('not-found', { key: 'record.notFound', values: { what: 'run', id } })
    return toBackfill(row, api.phrase, language)
  }
}
