// After a restore an administrator compares both sides, says what each document there is, and finishes.
import { sql } from 'drizzle-orm'
import { AppError } from '../../src/lib/errors.ts'
import { findRestore } from '../../src/sync/restored.ts'
import { kindsToDecide } from '../../src/uniconta/books.ts'
import { askToFinish, askToLook, decide } from '../../src/uniconta/books-choices.ts'
import { booksComparisonOf } from '../../src/uniconta/books-handler.ts'
import { findComparison } from '../../src/uniconta/books-store.ts'
import { tester } from '../usual.ts'
import type { Office } from './office.ts'

export const isRestored = async ({ tools }: Office): Promise<boolean> => (await findRestore(tools.db)) !== undefined

/** False when no restore is open. */
export async function walkComparison(office: Office): Promise<boolean> {
  const { tools, counts, chance } = office
  const restore = await findRestore(tools.db)
  if (!restore) return false
  const stored = await findComparison(tools.db, restore.id)
  try {
    if (stored?.step !== 'listed' || !stored.found) {
      const sooner = chance.is(0.3)
      await askToLook(tools, tester, { sooner, seriesIsEmpty: await isAskedWhetherEmpty(office) })
      counts.note(`compare: look${sooner ? ' sooner' : ''}`)
    } else if (!stored.finishing) {
      for (const { key, kind } of stored.found.rows) {
        counts.note(`compare: ${kind}`)
        if (kindsToDecide.includes(kind)) await decide(tools, tester, { choice: 'none', key, reason: null })
      }
      if (stored.found.orders.length > 0) counts.note('compare: an order')
      await askToFinish(tools, tester, { givenOut: null, givenOutLocal: null, givenOutCreditNotes: null })
      counts.note('compare: finish')
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    counts.note(`compare refused: ${error.sentence?.key ?? error.message}`)
  }
  return true
}

async function isAskedWhetherEmpty({ tools }: Office): Promise<boolean> {
  const { rows } = await tools.db.execute(sql`
    select from sync_task where kind = ${booksComparisonOf.kind} and sentence ->> 'key' = 'books.seriesUnread'`)
  return rows.length > 0
}
