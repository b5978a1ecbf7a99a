// What may happen in a history. A step is plain data, so that a history can be printed, shortened and played again.
import type { FaultOrder } from '../../sandbox/faults.ts'
import type { Switches } from '../../sandbox/switches.ts'
import type { MoneyWork } from './money-by-hand.ts'
import type { Stop } from './office-process.ts'

export type HandWork =
  | 'invoice of theirs'
  | 'journal of theirs'
  | 'post our order'
  | 'change our order'
  | 'delete our order'
  | 'credit ours'
  | 'credit ours, not posted'
  | 'pay ours'
  | 'block the debtor'
  | 'close the period'
  | 'move the series'
  | 'block the series'
  | 'block the project'
  | 'rename the category'
  | 'mend'

/** The company's wait is never shorter than what a late call may take: how long that is, nobody can know but the company. */
export type Settings = {
  exportInvoices?: boolean
  postingWaitMinutes?: 30 | 45 | 90
  /** Where the import of expenses reads; in the series of invoices our own documents stand as well. */
  expenseSeries?: 'Finans' | 'AkkordInv'
}

export type Step =
  /** Øre without VAT, of one line or of several. */
  | { do: 'finalize'; net: number; parts?: readonly number[] }
  /** Credits the n-th invoice that has something left, whole or in half. */
  | { do: 'credit'; which: number; isHalf: boolean }
  | { do: 'run'; process: 0 | 1; stop?: Stop }
  | { do: 'pass'; ms: number }
  | { do: 'fault'; fault: FaultOrder }
  | { do: 'down'; ms: number }
  | { do: 'by hand'; what: HandWork }
  | { do: 'money'; what: MoneyWork }
  /** Asks for a run of it; a process does it. */
  | { do: 'fetch'; what: 'payments' | 'expenses' | 'review' }
  | { do: 'switch'; switches: Partial<Switches> }
  | { do: 'settings'; settings: Settings }
  | { do: 'person' }
  /** A person lets credit notes share the series of invoices, or gives them their own. */
  | { do: 'credit notes'; series: 'invoice' | 'credit-note' }
  | { do: 'credit notes begin there'; next: number }
  | { do: 'sign in elsewhere' }
  | { do: 'backup' }
  /** Whether somebody says so; left to chance unless given. */
  | { do: 'restore'; isNoticed?: boolean }

export type History = { seed: number; switches: Partial<Switches>; story?: string | undefined; steps: readonly Step[] }

export function describeStep(step: Step): string {
  const { do: what, ...rest } = step
  const facts = Object.keys(rest).length === 0 ? '' : ` ${JSON.stringify(rest)}`
  return `${what}${facts}`
}
