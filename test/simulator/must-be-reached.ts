// What the histories of `npm test` have to come by: a fault, a work or a way that none of them meets proves nothing.
import { faultKinds } from '../../sandbox/faults.ts'
import { hands } from './make-history.ts'
import { moneyWorks } from './money-by-hand.ts'
import { storyNames } from './stories.ts'

const money: readonly string[] = [
  ...moneyWorks.map((what) => `step money: ${what}`),
  ...['payments', 'expenses', 'review'].map((what) => `step fetch: ${what}`),
  ...['payment.import', 'expense.import', 'expense.review', 'invoice.post'].map((kind) => `stopped in ${kind}`),
  ...['imported', 'changed', 'removed', 'skipped'].map((what) => `money expenses: ${what}`),
  ...['imported', 'removed'].map((what) => `money payments: ${what}`),
  ...['a row of our own', 'after a restore', 'of another amount there'].map((what) => `money ${what}`),
  ...['empty-read', 'stale-read', 'drop-before', 'cut-json', 'revoke-token'].map((kind) => `money read with ${kind}`),
]

const points = ['query', 'send', 'answer']

export const mustBeReached: readonly string[] = [
  // A delay is no fault of its own in the log of calls.
  ...faultKinds.filter((kind) => kind !== 'delay').map((kind) => `fault ${kind}`),
  'fault down',
  ...points.flatMap((point) => [`kill at ${point}`, `pause at ${point}`]),
  ...['killed', 'paused', 'resumed, idle', 'resumed, lost'].map((end) => `run ${end}`),
  ...hands.map((what) => `step by hand: ${what}`),
  ...['finalize', 'credit', 'run', 'pass', 'fault', 'down', 'settings', 'person', 'backup', 'restore'].map(
    (what) => `step ${what}`,
  ),
  ...[
    'waiting: sync.waiting',
    'off: sync.notWanted',
    'held: sync.heldBy',
    'failed: post.accountBlocked',
    'failed: post.orderRefused',
    'failed: post.periodClosed',
    'failed: post.projectBlocked',
    'failed: post.refused',
    'failed: post.seriesBlocked',
    'failed: post.twice',
    'number-mismatch: post.foreignUse',
    'number-mismatch: post.otherNext',
    'number-mismatch: post.otherNumber',
    'number-mismatch: post.takenByOurs',
    'off: uniconta.offInvoices',
    'transferred: post.settled',
    'transferred: post.cameIn',
    'transferred: post.marked',
    'uncertain: post.noAnswer',
    'uncertain: post.lookUnproved',
    'uncertain: sync.takenOver',
    'waiting: post.busy',
    'waiting: uniconta.sessionFought',
    'waiting: uniconta.unreachable',
    'uncertain: post.uncertain',
    'uncertain: post.uncertainOrder',
    'uncertain: post.vanished',
    'amount-differs: post.wouldDiffer',
    'amount-differs: post.amountDiffers',
  ].map((state) => `state ${state}`),
  ...[
    'post.otherNext: series-corrected',
    'post.foreignUse: booked-under-another-number',
    'post.foreignUse: mark-as-transferred',
    'post.otherNumber: booked-under-another-number',
    'post.takenByOurs: booked-under-another-number',
    'post.accountBlocked: mended and sent again',
    'post.projectBlocked: mended and sent again',
    'post.orderRefused: mended and sent again',
    'post.periodClosed: posting-date',
    'post.refused: mended and sent again',
    'post.seriesBlocked: mended and sent again',
    'post.vanished: send-again',
    'post.wouldDiffer: accept-difference',
    'post.amountDiffers: accept-difference',
    'post.twice: mark-as-transferred',
  ].map((way) => `way out of ${way}`),
  ...money,
  ...['get their own series', 'share again', 'documentsWait'].map((what) => `credit notes: ${what}`),
  'in its own series: a credit note',
  'state number-mismatch: post.creditsApart',
  'way out of post.creditsApart: series-corrected',
  'way out of a paused lane',
  'run while nothing may be sent',
  ...storyNames.map((name) => `story ${name}`),
  ...['look', 'uncertain', 'comes-in', 'finish'].map((what) => `compare: ${what}`),
]
