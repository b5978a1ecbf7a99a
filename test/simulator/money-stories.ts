// As stories.ts, of what comes in: payments and expenses.
import type { Chance } from './chance.ts'
import type { Step } from './step.ts'

const minute = 60_000
const run: Step = { do: 'run', process: 0 }
const payments: Step = { do: 'fetch', what: 'payments' }
const expenses: Step = { do: 'fetch', what: 'expenses' }
const invoices = { path: '/Query/Get/DebtorInvoiceClient' }
const finalize = (chance: Chance): Step => ({ do: 'finalize', net: 100 + chance.int(2_000_000) })

export const moneyStories = {
  /** Somebody else's money names the number of our invoice, before or after the customer's own. */
  'another customer names our number': (chance) => [
    finalize(chance),
    run,
    ...(chance.is(0.5) ? [{ do: 'money', what: 'pay a part' } satisfies Step] : []),
    { do: 'money', what: 'another customer names our number' },
    payments,
    run,
  ],
  /** One line of a journal settles two invoices, and names the first of them or none. */
  'one payment of two invoices': (chance) => [
    { do: 'switch', switches: { paymentOfSeveral: chance.pick(['names-first', 'names-none']) } },
    finalize(chance),
    finalize(chance),
    run,
    { do: 'money', what: 'pay several at once' },
    payments,
    run,
  ],
  /** Bills are altered, deleted and reversed after they came in. */
  'bills change afterwards': (chance) => [
    { do: 'money', what: 'bill the project' },
    { do: 'money', what: 'bill the project' },
    expenses,
    run,
    { do: 'money', what: 'a bill gets another amount' },
    { do: 'fetch', what: chance.pick(['review', 'expenses']) },
    run,
    { do: 'money', what: chance.pick(['a bill gets another project', 'a bill is deleted', 'a bill is reversed']) },
    { do: 'fetch', what: chance.pick(['review', 'expenses']) },
    run,
  ],
  /** Costs are read in the series of invoices, where what we bill stands on the project, too. */
  'our invoices stand among the costs': (chance) => [
    { do: 'settings', settings: { expenseSeries: 'AkkordInv' } },
    finalize(chance),
    run,
    expenses,
    run,
  ],
  /** The same, and the ledger is read while it is not known yet whether the invoice is booked. */
  'a cost turns out to be our invoice': (chance) => [
    { do: 'settings', settings: { expenseSeries: 'AkkordInv' } },
    finalize(chance),
    { do: 'fault', fault: { kind: 'drop-after', match: { path: '/Invoice/GenerateDebtorInvoice' } } },
    { do: 'fault', fault: { kind: 'empty-read', match: invoices, after: 1, times: null, forMs: 30 * minute } },
    run,
    expenses,
    { do: 'pass', ms: 10 * minute },
    run,
    { do: 'pass', ms: 95 * minute },
    run,
  ],
  /** Credit notes of invoices that are paid stay open: one is set off against another invoice, of the other the money goes back. */
  'paid invoices are credited': (chance) => [
    finalize(chance),
    run,
    { do: 'money', what: 'pay several at once' },
    { do: 'credit', which: 0, isHalf: chance.is(0.5) },
    { do: 'credit', which: 1, isHalf: chance.is(0.5) },
    finalize(chance),
    run,
    ...(chance.is(0.5) ? [payments, run] : []),
    { do: 'money', what: 'set a credit note off' },
    { do: 'money', what: 'pay a credit note back' },
    payments,
    run,
  ],
  /** Payments and costs that came in after the backup are forgotten and come in once more. */
  'a restore forgets what came in': (chance) => [
    finalize(chance),
    run,
    { do: 'money', what: 'pay a part' },
    payments,
    run,
    { do: 'backup' },
    { do: 'money', what: 'pay a part' },
    { do: 'money', what: 'bill the project' },
    payments,
    expenses,
    run,
    { do: 'restore', isNoticed: true },
    payments,
    { do: 'pass', ms: 95 * minute },
    run,
    { do: 'person' },
    { do: 'pass', ms: minute },
    run,
  ],
} satisfies Record<string, (chance: Chance) => Step[]>
