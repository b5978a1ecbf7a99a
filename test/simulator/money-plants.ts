// As plants.ts, of what comes in.
import type { Plant } from './plants.ts'

export const moneyPlants: readonly Plant[] = [
  {
    name: 'takes a payment by its number alone',
    stories: ['another customer names our number'],
    changes: [
      {
        file: 'src/uniconta/payment-groups.ts',
        find: 'item.isPayment && item.number === theirNumber && item.account === account && item.currency === currency',
        put: 'item.isPayment && item.number === theirNumber && account !== currency',
      },
    ],
  },
  {
    name: 'leaves out a payment that names no invoice',
    stories: ['one payment of two invoices'],
    changes: [
      {
        file: 'src/uniconta/import-payments.ts',
        find: 'if (rest === 0n) return []',
        put: 'if (rest !== null) return []',
      },
    ],
  },
  {
    name: 'takes rows of our own documents for costs',
    stories: ['our invoices stand among the costs'],
    changes: [
      {
        file: 'src/uniconta/apply-rows.ts',
        find: "if (look.own.has(key.journalId)) return { goes: false, state: 'ours' }",
        put: "if (key.journalId < 0) return { goes: false, state: 'ours' }",
      },
    ],
  },
  {
    name: 'keeps a cost that turned out to be our document',
    stories: ['a cost turns out to be our invoice'],
    changes: [
      {
        file: 'src/uniconta/apply-rows.ts',
        find: "if (before.state === 'imported' && !verdict.goes && 'state' in verdict)",
        put: "if (before.state === 'skipped' && !verdict.goes && 'state' in verdict)",
      },
    ],
  },
]
