// Money and bills between the steps of a history. They have a chance of their own, so that the history beside them stays what it was.
import { type Chance, createChance } from './chance.ts'
import { moneyWorks } from './money-by-hand.ts'
import type { Step } from './step.ts'

const second = 1_000
const apart = 7_919
const reads = ['/Query/Get/DebtorTransOpen', '/Query/Get/DebtorTransClient', '/Query/Get/GLTrans', '/Query/Get/']

/** Each history begins with another work, so that a few dozen of them have met all. */
export function weaveMoney(seed: number, steps: readonly Step[]): Step[] {
  const chance = createChance(seed * apart)
  const woven: Step[] = [
    { do: 'switch', switches: { paymentOfSeveral: chance.pick(['names-none', 'names-first']) } },
    ...(chance.is(0.3) ? [{ do: 'settings', settings: { expenseSeries: 'AkkordInv' } } satisfies Step] : []),
  ]
  let works = 0
  for (const step of steps) {
    woven.push(step)
    if (step.do !== 'run' || !chance.is(0.4)) continue
    const first = works === 0 ? moneyWorks[seed % moneyWorks.length] : undefined
    woven.push(...makeScene(chance, first))
    works += 1
  }
  return woven
}

function makeScene(chance: Chance, first = chance.pick(moneyWorks)): Step[] {
  const works = [first, ...(chance.is(0.6) ? [chance.pick(moneyWorks)] : [])]
  const what = chance.pick(['payments', 'payments', 'expenses', 'expenses', 'review'] as const)
  return [
    ...works.map((work): Step => ({ do: 'money', what: work })),
    { do: 'fetch', what },
    ...(chance.is(0.35) ? [aFault(chance)] : []),
    ...makeRun(chance, what === 'payments' ? '/Query/Get/DebtorTrans' : '/Query/Get/GL'),
  ]
}

function aFault(chance: Chance): Step {
  const match = { path: chance.pick(reads) }
  const after = chance.int(3)
  const kind = chance.pick([
    ...(['empty-read', 'empty-read', 'stale-read', 'drop-before', 'drop-after', 'status-before', 'html'] as const),
    ...(['wrong-shape', 'cut-json', 'half-close', 'revoke-token', 'hang-before'] as const),
  ])
  if (kind === 'stale-read') return { do: 'fault', fault: { kind, match: { ...match, oldSessions: true }, times: 4 } }
  return { do: 'fault', fault: { kind, match, after, times: 1 + chance.int(2) } }
}

/** Stopped in the middle of it, or not. */
function makeRun(chance: Chance, once: string): Step[] {
  if (chance.is(0.6)) return [{ do: 'run', process: 0 }]
  return [
    { do: 'run', process: 0, stop: { once, after: chance.int(14), how: chance.is(0.5) ? 'kill' : 'pause' } },
    { do: 'pass', ms: 4 * second },
    { do: 'run', process: chance.is(0.5) ? 0 : 1 },
    ...(chance.is(0.5) ? [{ do: 'run', process: 0 } satisfies Step] : []),
  ]
}
