// An invoice bills what was used and uses nothing itself: where its category or item makes costs there, they would come back as expenses.
import { isZero, plain } from '../lib/money.ts'
import { equals } from './filter.ts'
import type { Calls, Row } from './session.ts'
import { Refused } from './wire.ts'

const most = 500

/** Whether posting made rows of costs on the project; undefined while its row of income is not shown, or the rows may not be read. */
export async function hasCostRows(calls: Calls, there: Row): Promise<boolean | undefined> {
  const { JournalPostedId: journal, Voucher: voucher } = there
  if (typeof journal !== 'number' || journal <= 0) return undefined
  const filter = equals('JournalPostedId', String(journal))
  const rows = await calls.query('ProjectTransClient', [filter, { Take: most }]).catch((error: unknown) => {
    if (error instanceof Refused) return []
    throw error
  })
  const ofInvoice = rows.filter((row) => row.JournalPostedId === journal && row.Voucher === voucher)
  if (ofInvoice.some((row) => isAmount(row.CostAmount))) return true
  // The control row of this look.
  return ofInvoice.some((row) => isAmount(row.SalesAmount)) ? false : undefined
}

const isAmount = (value: unknown) => typeof value === 'number' && !isZero(plain(String(value)))
