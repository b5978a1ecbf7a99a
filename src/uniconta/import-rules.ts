// What the saved dialog asks of the import, complete or not at all.
import type { Day } from '../lib/dates.ts'
import type { Actor } from '../lib/http.ts'
import { type AccountRange, readAccountFilter } from './ledger-facts.ts'
import { type UnicontaSettings, unicontaType } from './settings.ts'

export type ImportRules = {
  companyId: number
  series: string
  floor: Day
  accountFilter: string
  accounts: readonly AccountRange[]
  activity: string
  billable: boolean
  isApproved: boolean
  /** Series and floor: another one reads again from its floor. */
  scope: string
}

/** Undefined while the import is off. */
export function rulesOf(settings: UnicontaSettings): ImportRules | undefined {
  const { companyId, expenseActivity, expensesBillable, expensesFrom, expenseSeries, expenseAccounts } = settings
  const accounts = readAccountFilter(expenseAccounts)
  if (!settings.enabled || !settings.importExpenses) return undefined
  if (!expenseActivity || expensesBillable === null || !expensesFrom || !expenseSeries || !accounts) return undefined
  return {
    companyId,
    series: expenseSeries,
    floor: expensesFrom,
    accountFilter: expenseAccounts,
    accounts,
    activity: expenseActivity,
    billable: expensesBillable,
    isApproved: settings.expensesApproved,
    scope: `${expenseSeries} ${expensesFrom}`,
  }
}

/** Who the history names for what comes in by itself. */
export const importer: Actor = { kind: 'system', id: unicontaType, name: 'Uniconta', role: 'none' }
