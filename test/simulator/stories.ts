// Short sequences of events, each of which one rule of the posting alone keeps from harm. They come about by chance too seldom to
// rely on: some histories have one in the middle, and a planted bug is looked for in histories made of its own.
import type { FaultKind, FaultOrder } from '../../sandbox/faults.ts'
import type { Chance } from './chance.ts'
import { moneyStories } from './money-stories.ts'
import type { Step } from './step.ts'

const second = 1_000
const minute = 60 * second
/** The rest of the token's hour and half an hour: by then nothing of an attempt is under way any more. */
const wait: Step = { do: 'pass', ms: 95 * minute }
const next: Step = { do: 'pass', ms: 5 * second }
const run: Step = { do: 'run', process: 0 }
const other: Step = { do: 'run', process: 1 }

const post = { path: '/Invoice/GenerateDebtorInvoice' }
const insert = { path: '/Crud/InsertMasterAndDetails' }
const remove = { path: '/Crud/Delete' }
const invoices = { path: '/Query/Get/DebtorInvoiceClient' }
const series = { path: '/Query/Get/NumberSerieClient' }
const lines = '/Query/Get/DebtorOrderLineClient'

const finalize = (chance: Chance): Step => ({ do: 'finalize', net: 100 + chance.int(2_000_000) })
const struck = (kind: FaultKind, match: { path: string }): Step => ({ do: 'fault', fault: { kind, match } })
const struckFor = (fault: FaultOrder, forMs: number): Step => ({ do: 'fault', fault: { ...fault, forMs } })
const stays: Step = { do: 'switch', switches: { orderAfterPosting: 'stays' } }

export const stories = {
  /** The database forgets the post and all that led to it. Nobody says so, and no other document of ours is missing. */
  'a restore forgets a post': (chance) => [
    finalize(chance),
    { do: 'backup' },
    run,
    { do: 'restore', isNoticed: false },
    { do: 'pass', ms: minute * (1 + chance.int(60)) },
    run,
    { do: 'person' },
    next,
    run,
  ],
  /** Nobody says that a backup was restored, and a post of before is still out: only its order stands there. */
  'a restore overtakes a post': (chance) => [
    finalize(chance),
    { do: 'backup' },
    { do: 'fault', fault: { kind: chance.pick(['hang-late', 'apply-late']), match: post, ms: 29 * minute } },
    run,
    { do: 'restore', isNoticed: false },
    run,
    { do: 'pass', ms: 30 * minute },
    run,
    wait,
    { do: 'person' },
    next,
    run,
  ],
  /** Somebody signs in as the same user again and again, until a person says that it may go on. */
  'the user is fought over': (chance) => [
    { do: 'switch', switches: { secondLogin: 'ends-first' } },
    finalize(chance),
    { do: 'fault', fault: { kind: 'revoke-token', match: invoices, times: 3 } },
    run,
    { do: 'pass', ms: minute * (1 + chance.int(10)) },
    run,
    { do: 'person' },
    next,
    run,
  ],
  'Uniconta has too much to do': (chance) => [
    finalize(chance),
    { do: 'fault', fault: { kind: 'err', match: post } },
    run,
    { do: 'pass', ms: minute * (1 + chance.int(10)) },
    run,
  ],
  /** Posted, and the order, which could be posted again, still stands there. */
  'the answer to a post is lost': (chance) => [
    stays,
    finalize(chance),
    struck(chance.pick(['drop-after', 'hang-after', 'cut-line', 'pdf']), post),
    run,
    { do: 'pass', ms: minute * (1 + chance.int(30)) },
    run,
    wait,
    run,
  ],
  /** An invoice of theirs has our number. */
  'somebody takes our number': (chance) => [
    { do: 'by hand', what: 'invoice of theirs' },
    finalize(chance),
    run,
    { do: 'pass', ms: minute * (1 + chance.int(30)) },
    run,
  ],
  /**
   * Posted under another number, as a person allowed, so the series does not tell; the answer is lost, and longer than the wait
   * no invoice is shown.
   */
  'no invoice is shown for hours': (chance) => [
    stays,
    { do: 'by hand', what: 'invoice of theirs' },
    finalize(chance),
    run,
    { do: 'person' },
    struck('drop-after', post),
    struckFor({ kind: 'empty-read', match: invoices, after: 1 + chance.int(2), times: null }, 180 * minute),
    next,
    run,
    wait,
    run,
    { do: 'pass', ms: 10 * minute },
    run,
  ],
  /** The holder stops when it has seen that the order is as it was sent, the next one posts it, and the first one goes on. */
  'an old holder wakes up': (chance) => [
    { do: 'switch', switches: { secondLogin: chance.pick(['both-live', 'ends-first']) } },
    stays,
    finalize(chance),
    { do: 'run', process: 0, stop: { once: lines, after: chance.int(5), how: 'pause' } },
    next,
    other,
    next,
    run,
    wait,
    other,
    run,
  ],
  /** The post never arrived; its order is deleted, and the answer to that is lost, or the process dies over it. */
  'a deletion breaks off': (chance) => [
    finalize(chance),
    struck(chance.pick(['drop-before', 'hang-before']), post),
    run,
    wait,
    ...(chance.is(0.5)
      ? [struck(chance.pick(['drop-after', 'hang-after', 'cut-line']), remove), run]
      : [{ do: 'run', process: 0, stop: { once: remove.path, after: 0, how: 'kill' } } satisfies Step]),
    { do: 'pass', ms: minute * (1 + chance.int(10)) },
    run,
  ],
  /** An insert without an answer that arrives when its document may have gone under another order; a person then posts what stands there. */
  'an order arrives late': (chance) => [
    { do: 'switch', switches: { orderAfterPosting: 'as-it-says' } },
    finalize(chance),
    { do: 'fault', fault: { kind: chance.pick(['hang-late', 'apply-late']), match: insert, ms: 25 * minute } },
    run,
    { do: 'pass', ms: 20 * minute },
    run,
    { do: 'pass', ms: 6 * minute },
    { do: 'by hand', what: 'post our order' },
    { do: 'pass', ms: 10 * minute },
    run,
  ],
  /** Posted, the answer lost, and for a while even fresh sessions see the books as they were before: no more than the wait covers. */
  'fresh sessions see old books': (chance) => [
    stays,
    finalize(chance),
    ...[invoices, series].map((match) => struckFor({ kind: 'stale-read', match, times: null }, 25 * minute)),
    ...(chance.is(0.7) ? [struck('drop-after', post)] : []),
    run,
    { do: 'pass', ms: minute * (1 + chance.int(8)) },
    run,
    { do: 'pass', ms: minute * (1 + chance.int(8)) },
    run,
    wait,
    run,
  ],
  /**
   * Somebody deletes the order whose post got no answer. Whether the post arrived, nobody can tell from here: a person looks there and
   * says so. Or it arrived and took the order along, and for hours no invoice is shown.
   */
  'an order vanishes': (chance) => {
    const wasPosted = chance.is(0.5)
    return [
      { do: 'switch', switches: { orderAfterPosting: 'as-it-says' } },
      finalize(chance),
      struck(wasPosted ? 'drop-after' : chance.pick(['drop-before', 'hang-before']), post),
      ...(wasPosted
        ? [struckFor({ kind: 'empty-read', match: invoices, after: 1 + chance.int(2), times: null }, 180 * minute)]
        : []),
      run,
      ...(wasPosted ? [] : [{ do: 'by hand', what: 'delete our order' } satisfies Step]),
      wait,
      run,
      { do: 'person' },
      next,
      run,
      { do: 'pass', ms: 90 * minute },
      run,
      { do: 'person' },
      next,
      run,
    ]
  },
  /** Between the last look at the order and its post somebody changes a price. */
  'an order changes at the last moment': (chance) => [
    finalize(chance),
    { do: 'run', process: 0, stop: { once: lines, after: 0, how: 'pause' } },
    { do: 'by hand', what: 'change our order' },
    run,
    { do: 'person' },
    next,
    run,
  ],
  /** Something between us and them carries out a post twice; a person says which of the two is ours. */
  'a post is repeated on its way': (chance) => [
    stays,
    finalize(chance),
    struck('applied-twice', post),
    run,
    { do: 'pass', ms: minute * (1 + chance.int(10)) },
    run,
    { do: 'person' },
    next,
    run,
    { do: 'person' },
    next,
    run,
  ],
  /** Nothing gets through for a while, and in the middle of it more is finalized. */
  'an outage': (chance) => [
    finalize(chance),
    { do: 'down', ms: minute * (1 + chance.int(60)) },
    run,
    { do: 'pass', ms: minute * (1 + chance.int(20)) },
    finalize(chance),
    run,
    { do: 'pass', ms: 60 * minute },
    run,
  ],
  /** The database forgets one document that was sent whole and knows another in the middle of its way; both sides are compared. */
  'both sides are compared': (chance) => [
    finalize(chance),
    { do: 'run', process: 0, stop: { after: 20 + chance.int(40), how: 'kill' } },
    { do: 'backup' },
    { do: 'pass', ms: 10 * second },
    run,
    { do: 'pass', ms: minute * (1 + chance.int(30)) },
    run,
    finalize(chance),
    run,
    { do: 'restore', isNoticed: true },
    wait,
    { do: 'person' },
    next,
    run,
    { do: 'person' },
    next,
    run,
  ],
  /** The order stands there under a number of theirs, and the answer that would tell it is lost. */
  'an order gets another number': (chance) => [
    { do: 'switch', switches: { ownOrderNumber: 'is-replaced' } },
    finalize(chance),
    struck(chance.pick(['drop-after', 'hang-after', 'cut-line', 'no-content']), insert),
    run,
    { do: 'pass', ms: minute * (1 + chance.int(10)) },
    run,
    finalize(chance),
    ...(chance.is(0.5) ? [struck(chance.pick(['drop-before', 'drop-after']), post)] : []),
    run,
    wait,
    run,
  ],
  /** Sending is switched off while a document is under way, and on again later. */
  'sending is switched off meanwhile': (chance) => [
    finalize(chance),
    finalize(chance),
    { do: 'run', process: 0, stop: { after: chance.int(60), how: chance.pick(['kill', 'pause']) } },
    { do: 'settings', settings: { exportInvoices: false } },
    next,
    other,
    { do: 'settings', settings: { postingWaitMinutes: chance.pick([30, 45, 90]) } },
    run,
    wait,
    other,
    { do: 'settings', settings: { exportInvoices: true } },
    next,
    run,
  ],
  /** VAT by line and VAT of the whole differ by an øre or two; whoever sends it is told before, where they simulate, or after. */
  'the VAT of lines adds up to another sum': (chance) => [
    { do: 'switch', switches: { vatRounding: 'per-line', simulate: chance.pick(['with-amounts', 'errors-only']) } },
    // 25 % of 1.02, 2.02 and 3.02 is half an øre too much each.
    { do: 'finalize', net: 606, parts: [202, 302] },
    run,
    { do: 'person' },
    next,
    run,
  ],
  ...moneyStories,
} satisfies Record<string, (chance: Chance) => Step[]>

export type Story = keyof typeof stories

export const storyNames = Object.keys(stories) as Story[]
