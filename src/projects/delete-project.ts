import { recordChange } from '../audit/record-change.ts'
import { type Db, inTransaction, type Tx } from '../lib/database/database.ts'
import { AppError } from '../lib/errors.ts'
import type { Actor } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { mustBeCurrent, notFound } from '../lib/stale.ts'
import { isTransferred } from '../sync/link-store.ts'
import { getTagIds, replaceTags } from '../tags/record-tags.ts'
import { inputOf, lockProject, markProjectDeleted } from './project-store.ts'
import { projectTexts } from './project-texts.ts'
import { projectView } from './project-view.ts'

const say = sayFrom(projectTexts)

/** What has to be kept and names the project. Documents older than the bookkeeping law asks to keep are left out. */
export type FindUses = (
  tx: Tx,
  projectId: string,
  now: Date,
) => Promise<{ hours: number; expenses: number; documents: number }>

/** Hides the project for good; its number may be given again. @throws conflict when it was transferred, or has hours, expenses or invoices. */
export async function deleteProject(
  db: Db,
  { actor, id, version, now }: { actor: Actor; id: string; version: number; now: Date },
  findUses: FindUses,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const row = await lockProject(tx, id)
    if (!row) throw notFound('project', id)
    const before = inputOf(row, await getTagIds(tx, id))
    mustBeCurrent('project', { version }, { ...before, version: row.version })
    if (await isTransferred(tx, 'project', id))
      throw new AppError('conflict', say('project.transferredStays', { number: row.number, name: row.name }))
    const uses = await findUses(tx, id, now)
    if (uses.hours + uses.expenses + uses.documents > 0)
      throw new AppError('conflict', say('project.inUse', { number: row.number, name: row.name, ...uses }))
    const view = await projectView(tx, before)
    await markProjectDeleted(tx, id, row.version + 1, now)
    await replaceTags(tx, 'project', id, [])
    await recordChange(tx, actor, { kind: 'project', subject: id, before: view, after: null }, now)
  })
}
