// What in a project would be billed, or is to be, without a price: for the warning beside its price models.
import { eq } from 'drizzle-orm'
import type { Db, Tx } from '../lib/database/database.ts'
import type { MissingRateShown } from '../prices/price.ts'
import { priceModel, projectMember } from '../prices/price-table.ts'
import { modelOf, type PriceBook, type PricedWork, rateOf } from '../prices/rate-of.ts'
import type { Reader } from './activity-store.ts'
import { loadPriceBook } from './load-price-book.ts'

/** Work of a project that is not billed yet, each person, activity and day once; told by the time entries. */
export type UnbilledWork = (
  db: Db | Tx,
  projectId: string,
) => Promise<{ userId: string; activityId: string; workedOn: string }[]>

/** For every member by every active price model from today on, and for all work that waits to be billed. A cause is said once. */
export async function missingRates(
  db: Db | Tx,
  { projectId, today }: { projectId: string; today: string },
  unbilledWork: UnbilledWork,
  { phrase, language }: Reader,
): Promise<MissingRateShown[]> {
  const book = withEveryModel(await loadPriceBook(db, [projectId]), await activeModels(db, projectId), projectId)
  const members = await db
    .select({ userId: projectMember.userId })
    .from(projectMember)
    .where(eq(projectMember.projectId, projectId))
  const planned = [...book.activities.keys()].flatMap((activityId) =>
    members.map(({ userId }): PricedWork => ({ userId, activityId, workedOn: today })),
  )
  const found = new Map<string, MissingRateShown>()
  for (const work of [...planned, ...(await unbilledWork(db, projectId))]) {
    const answer = rateOf(book, work)
    if (!('missing' in answer)) continue
    const message = phrase(answer.missing.sentence, language)
    const { priceModelId } = answer
    const userId = modelOf(book, work.activityId) ? work.userId : null
    found.set(`${priceModelId} ${message}`, { priceModelId, userId, message, link: answer.missing.link })
  }
  return [...found.values()]
}

async function activeModels(db: Db | Tx, projectId: string): Promise<string[]> {
  const rows = await db.select().from(priceModel).where(eq(priceModel.projectId, projectId))
  return rows.filter((row) => row.active).map((row) => row.id)
}

/** A model that no activity uses yet is asked by an activity that is not there. */
function withEveryModel(book: PriceBook, modelIds: readonly string[], projectId: string): PriceBook {
  const used = new Set([...book.activities.keys()].map((id) => modelOf(book, id)?.id))
  const unused = modelIds.filter((id) => !used.has(id))
  return {
    ...book,
    activities: new Map([...book.activities, ...unused.map((id) => [id, { projectId, priceModelId: id }] as const)]),
  }
}
