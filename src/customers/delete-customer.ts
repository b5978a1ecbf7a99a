import { recordChange } from '../audit/record-change.ts'
import { type Db, inTransaction, type Tx } from '../lib/database/database.ts'
import { AppError } from '../lib/errors.ts'
import type { Actor } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { mustBeCurrent, notFound } from '../lib/stale.ts'
import { isTransferred } from '../sync/link-store.ts'
import { getTagIds, replaceTags } from '../tags/record-tags.ts'
import { inputOf, lockCustomer, markCustomerDeleted } from './customer-store.ts'
import { customerTexts } from './customer-texts.ts'
import { customerView } from './save-customer.ts'

const say = sayFrom(customerTexts)

/** How many projects each customer has; counted by the projects, which this folder does not know. */
export type CountProjects = (db: Db | Tx, customerIds: readonly string[]) => Promise<Map<string, number>>
/** How many drafts and documents name the customer; documents older than the bookkeeping law asks to keep are left out. */
export type CountDocuments = (tx: Tx, id: string, now: Date) => Promise<number>

/** Hides the customer for good; its number may be given again. @throws conflict when it was transferred, or has projects or invoices (UC-19). */
export async function deleteCustomer(
  db: Db,
  { actor, id, version, now }: { actor: Actor; id: string; version: number; now: Date },
  { countProjects, countDocuments }: { countProjects: CountProjects; countDocuments: CountDocuments },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const row = await lockCustomer(tx, id)
    if (!row) throw notFound('customer', id)
    const { number, name } = row
    const before = inputOf(row, await getTagIds(tx, id))
    mustBeCurrent('customer', { version }, { ...before, version: row.version })
    if (await isTransferred(tx, 'customer', id))
      throw new AppError('conflict', say('customer.transferredStays', { number, name }))
    const count = (await countProjects(tx, [id])).get(id) ?? 0
    if (count > 0) throw new AppError('conflict', say('customer.hasProjects', { number, name, count }))
    const documents = await countDocuments(tx, id, now)
    if (documents > 0) throw new AppError('conflict', say('customer.hasDocuments', { number, name, count: documents }))
    const view = await customerView(tx, before)
    await markCustomerDeleted(tx, id, row.version + 1, now)
    await replaceTags(tx, 'customer', id, [])
    await recordChange(tx, actor, { kind: 'customer', subject: id, before: view, after: null }, now)
  })
}
