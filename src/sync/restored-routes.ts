// What a person sees of a restore, and its end where no other system has to be compared.
import { z } from 'zod'
import { type Db, inTransaction } from '../lib/database/database.ts'
import { AppError } from '../lib/errors.ts'
import { type Api, endpoint } from '../lib/http.ts'
import { type Language, type Phrasebook, sayFrom } from '../lib/i18n/sentence.ts'
import type { LanePlan } from './handler.ts'
import { RestoreStatus } from './log-entry.ts'
import { endRestore, findRestore, type RestoreTools } from './restored.ts'
import { syncTexts } from './sync-texts.ts'

const say = sayFrom(syncTexts)

export type RestoreParts = RestoreTools & { plans: readonly LanePlan[] }

export function mountRestoredRoutes(api: Api, db: Db, parts: RestoreParts): void {
  endpoint(
    api,
    {
      method: 'post',
      path: '/sync/restored/acknowledge',
      permission: 'change integrations',
      tag: 'Log',
      summary: 'Says that it was read that a backup was restored; not where a system has to be compared',
      answer: z.object({ restored: RestoreStatus.nullable() }),
    },
    async ({ actor, language }) => {
      await inTransaction(db, async (tx) => {
        const restore = await findRestore(tx)
        if (!restore) return
        const plan = await findPlanToCompare(tx, parts.plans)
        if (plan) throw new AppError('conflict', say('sync.restoreNeedsComparison', { system: plan.system }))
        const sentence = say('sync.restoreRead', { by: actor.name })
        await endRestore(tx, parts, restore.id, { by: actor.name, system: undefined, sentence })
      })
      return { restored: await showRestore(db, parts.plans, api.phrase, language) }
    },
  )
}

async function findPlanToCompare(db: Parameters<typeof findRestore>[0], plans: readonly LanePlan[]) {
  for (const plan of plans) if (await plan.comparison?.isNeeded(db)) return plan
}

/** Null while no restore is open. */
export async function showRestore(
  db: Db,
  plans: readonly LanePlan[],
  phrase: Phrasebook,
  language: Language,
): Promise<RestoreStatus | null> {
  const restore = await findRestore(db)
  if (!restore) return null
  const plan = await findPlanToCompare(db, plans)
  const means = plan ? say('sync.restoredMeans', { system: plan.system }) : say('sync.restoredAlone')
  return {
    id: restore.id,
    noticedAt: restore.noticedAt.toISOString(),
    text: `${phrase(restore.sentence, language)} ${phrase(means, language)}`,
    page: plan?.comparison?.page ?? null,
  }
}
