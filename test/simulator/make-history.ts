// A history out of chance: what an office, its accountant and its network do in a bad week.
import { type FaultKind, type FaultOrder, faultKinds } from '../../sandbox/faults.ts'
import type { Switches } from '../../sandbox/switches.ts'
import { type Chance, createChance } from './chance.ts'
import type { HandWork, History, Settings, Step } from './step.ts'
import { type Story, stories, storyNames } from './stories.ts'
import { weaveApart } from './weave-apart.ts'
import { weaveMoney } from './weave-money.ts'

const second = 1_000
const minute = 60 * second

const post = { path: '/Invoice/GenerateDebtorInvoice' }
const insert = { path: '/Crud/InsertMasterAndDetails' }
const remove = { path: '/Crud/Delete' }
const writes = [post, post, post, insert, remove]
const looks = [{ path: '/Query/Get/DebtorInvoiceClient' }, { path: '/Query/Get/DebtorOrder' }, { path: '/Query/' }]

/** Kinds that end a call at once, whatever it is. */
const plainKinds: readonly FaultKind[] = [
  ...(['refuse', 'drop-before', 'drop-after', 'hang-before', 'hang-after', 'html', 'text', 'error-string'] as const),
  ...(['redirect', 'wrong-shape', 'no-content', 'pdf', 'cut-json', 'cut-line', 'half-close'] as const),
]

export const hands: readonly HandWork[] = [
  ...(['invoice of theirs', 'journal of theirs', 'post our order', 'change our order', 'delete our order'] as const),
  ...(['credit ours', 'credit ours, not posted', 'pay ours', 'block the debtor', 'close the period'] as const),
  ...(['move the series', 'block the series', 'block the project', 'rename the category', 'mend', 'mend'] as const),
]

/** Of so many histories one has a story after its beginning, another one each time. */
const everyStory = 3

/** With a story: that one alone, after a document that is settled. */
export function makeHistory(seed: number, story?: Story): History {
  const chance = createChance(seed)
  const switches = makeSwitches(chance)
  if (story)
    return { seed, switches, story, steps: [aFinalize(chance), { do: 'run', process: 0 }, ...stories[story](chance)] }
  const steps: Step[] = makeOpening(seed, chance)
  const length = steps.length + 4 + chance.int(14)
  const told = seed % everyStory === 0 ? storyNames[(seed / everyStory) % storyNames.length] : undefined
  if (told) steps.push(...stories[told](chance))
  while (steps.length < length) steps.push(...makeScene(chance))
  return { seed, switches, story: told, steps: weaveMoney(seed, weaveApart(seed, steps)) }
}

/** Each history begins with another kind of trouble and another work by hand, so that a few dozen of them have met all. */
function makeOpening(seed: number, chance: Chance): Step[] {
  const kind = faultKinds[seed % faultKinds.length] as FaultKind
  const isLate = kind === 'apply-late' || kind === 'hang-late'
  const match =
    kind === 'empty-read' || kind === 'stale-read'
      ? { path: '/Query/', oldSessions: kind === 'stale-read' }
      : kind === 'null-company'
        ? {}
        : kind === 'half-written' || chance.is(0.4)
          ? insert
          : post
  const how = kind === 'stale-read' ? { times: 3 } : isLate ? { ms: lateMs(chance) } : {}
  return [
    aFinalize(chance),
    { do: 'run', process: 0 },
    ...(kind === 'null-company' ? ([{ do: 'pass', ms: 61 * minute }] as const) : []),
    { do: 'fault', fault: { kind, match, ...how } },
    aFinalize(chance),
    ...makeRun(chance),
    { do: 'pass', ms: makePause(chance) },
    { do: 'by hand', what: hands[seed % hands.length] as HandWork },
    ...makeRun(chance),
    ...maybe(chance, 0.5, () => ({ do: 'by hand', what: 'mend' })),
    ...maybe(chance, 0.5, () => ({ do: 'person' })),
    { do: 'pass', ms: 40 * minute },
    ...makeRun(chance),
  ]
}

function makeSwitches(chance: Chance): Partial<Switches> {
  return {
    orderAfterPosting: chance.pick(['stays', 'stays-empty', 'as-it-says', 'as-it-says']),
    ownOrderNumber: chance.pick(['is-kept', 'is-kept', 'is-kept', 'is-replaced']),
    vatRounding: chance.pick(['per-line', 'per-code']),
    simulate: chance.pick(['with-amounts', 'with-amounts', 'errors-only', 'is-refused']),
    ourRef: chance.pick(['is-not-filterable', 'is-filterable']),
    deleteAnswer: chance.pick(['nothing', 'entity', 'code-name', 'code-number']),
    refusalText: chance.pick(['label', 'name']),
    unsortedRows: chance.pick(['any-order', 'by-row-id']),
    secondLogin: chance.pick(['ends-first', 'ends-first', 'both-live']),
    settlementNotOpen: chance.pick(['is-refused', 'is-ignored']),
    usedNumber: chance.pick(['is-given-again', 'is-refused']),
    postingAnswer: chance.pick(['object', 'object', 'object', 'pdf', 'number-as-text']),
  }
}

/** A few steps that belong together. Trouble is of use only while something is sent. */
function makeScene(chance: Chance): Step[] {
  const at = chance.next()
  if (at < 0.12) return [aFinalize(chance), ...maybe(chance, 0.5, () => aFinalize(chance)), ...makeRun(chance)]
  if (at < 0.2) return [{ do: 'credit', which: chance.int(4), isHalf: chance.is(0.4) }, ...makeRun(chance)]
  if (at < 0.3) return makeRun(chance)
  if (at < 0.38) return [{ do: 'pass', ms: makePause(chance) }, ...makeRun(chance)]
  if (at < 0.64) return makeTrouble(chance)
  if (at < 0.7) return stories[chance.pick(storyNames)](chance)
  if (at < 0.74) return [aFinalize(chance), { do: 'down', ms: minute * (1 + chance.int(60)) }, ...makeRun(chance)]
  if (at < 0.87) return makeHandWork(chance)
  if (at < 0.9) return [{ do: 'person' }, ...makeRun(chance)]
  if (at < 0.92) return [{ do: 'sign in elsewhere' }, ...makeRun(chance)]
  if (at < 0.94) return [{ do: 'settings', settings: makeSettings(chance) }, ...makeRun(chance)]
  return [
    ...maybe(chance, 0.7, () => aFinalize(chance)),
    { do: 'backup' },
    ...makeTrouble(chance),
    { do: 'restore' },
    { do: 'pass', ms: makePause(chance) },
    ...makeRun(chance),
  ]
}

function makeTrouble(chance: Chance): Step[] {
  const faults: Step[] = [{ do: 'fault', fault: makeFault(chance) }]
  if (chance.is(0.35)) faults.push({ do: 'fault', fault: makeFault(chance) })
  return [
    ...maybe(chance, 0.8, () => aFinalize(chance)),
    ...faults,
    ...makeRun(chance),
    ...maybe(chance, 0.6, () => ({ do: 'pass', ms: makePause(chance) })),
    ...makeRun(chance),
  ]
}

function makeHandWork(chance: Chance): Step[] {
  const work: Step = { do: 'by hand', what: chance.pick(hands) }
  // While an order of ours stands there: the process is stopped in the middle, or its post got lost.
  if (chance.is(0.5))
    return [aFinalize(chance), aStoppedRun(chance), work, { do: 'pass', ms: 4 * second }, ...makeRun(chance)]
  return [
    ...maybe(chance, 0.5, () => aFinalize(chance)),
    work,
    ...makeRun(chance),
    ...maybe(chance, 0.5, () => ({ do: 'by hand', what: 'mend' })),
    ...maybe(chance, 0.5, () => ({ do: 'person' })),
    ...makeRun(chance),
  ]
}

const maybe = (chance: Chance, probability: number, make: () => Step): Step[] =>
  chance.is(probability) ? [make()] : []

function aFinalize(chance: Chance): Step {
  const net = 100 + chance.int(2_000_000)
  if (chance.is(0.75)) return { do: 'finalize', net }
  // Small and odd ones, on which VAT by line and VAT of the whole part.
  const parts = Array.from({ length: 1 + chance.int(4) }, () => 1 + chance.int(Math.min(997, Math.floor(net / 5))))
  return { do: 'finalize', net, parts }
}

const makeSettings = (chance: Chance): Settings =>
  chance.is(0.6) ? { exportInvoices: chance.is(0.5) } : { postingWaitMinutes: chance.pick([30, 45, 90]) }

const aStoppedRun = (chance: Chance): Step => ({
  do: 'run',
  process: chance.is(0.7) ? 0 : 1,
  stop: { after: chance.int(chance.is(0.5) ? 70 : 140), how: chance.is(0.5) ? 'kill' : 'pause' },
})

/** Works the lane; or is stopped in it, and mostly another process comes once the lease is over, and then perhaps the first one again. */
function makeRun(chance: Chance): Step[] {
  if (chance.is(0.65)) return [{ do: 'run', process: chance.is(0.8) ? 0 : 1 }]
  const stopped = aStoppedRun(chance)
  const others: Step[] = [
    { do: 'pass', ms: chance.is(0.7) ? 4 * second : makePause(chance) },
    { do: 'run', process: chance.is(0.5) ? 0 : 1 },
  ]
  return [stopped, ...(chance.is(0.7) ? others : []), ...(chance.is(0.3) ? others : [])]
}

function makePause(chance: Chance): number {
  const limit = chance.pick([5 * second, 5 * minute, 40 * minute, 120 * minute])
  return Math.max(second, chance.int(limit))
}

function makeFault(chance: Chance): FaultOrder {
  const after = chance.is(0.7) ? {} : { after: chance.int(3) }
  const times = chance.is(0.8) ? {} : { times: 2 + chance.int(3) }
  const match = chance.is(0.65) ? chance.pick(writes) : chance.is(0.7) ? chance.pick(looks) : {}
  const at = chance.next()
  if (at < 0.12) return { kind: 'empty-read', match: aLook(chance), ...times, ...after }
  if (at < 0.17)
    return { kind: 'empty-read', match: { path: '/Query/Get/DebtorInvoiceClient' }, times: null, forMs: 180 * minute }
  if (at < 0.23)
    return { kind: 'stale-read', match: { ...aLook(chance), oldSessions: true }, times: null, forMs: 180 * minute }
  // Even a fresh session sees old books, for no longer than the wait covers.
  if (at < 0.25)
    return { kind: 'stale-read', match: aLook(chance), times: null, forMs: second + chance.int(25 * minute) }
  if (at < 0.3)
    return { kind: chance.pick(['apply-late', 'hang-late']), match: chance.pick(writes), ms: lateMs(chance), ...after }
  if (at < 0.45)
    return {
      kind: chance.pick(['status-before', 'status-after']),
      status: chance.pick([503, 500, 502, 429]),
      match,
      ...times,
      ...after,
    }
  if (at < 0.5) return { kind: 'revoke-token', match, ...times, ...after }
  if (at < 0.53) return { kind: 'half-written', match: insert, rows: chance.int(2) }
  if (at < 0.56) return { kind: 'delay', match, ms: second * (1 + chance.int(30)), ...after }
  if (at < 0.57) return { kind: 'null-company' }
  if (at < 0.58) return { kind: 'applied-twice', match: chance.pick([insert, remove]) }
  return { kind: chance.pick(plainKinds), match, ...times, ...after }
}

const aLook = (chance: Chance) => chance.pick(looks)

/** Up to before the wait's end: half an hour after the call's session. */
const lateMs = (chance: Chance) => minute * (1 + chance.int(29))
