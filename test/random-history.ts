// What random histories of what comes in have in common: seeds within a time, steps out of chance, and trouble in the middle of it.
import { faultKinds } from '../sandbox/faults.ts'
import { inTransaction } from '../src/lib/database/database.ts'
import { takeLaneAway } from '../src/sync/lane.ts'
import type { DialogTest } from './dialog.ts'
import type { Chance } from './simulator/chance.ts'

/** HISTORY_SEED repeats one history. */
export const firstSeed = Number(process.env.HISTORY_SEED ?? Date.now() % 1_000_000)

/** HISTORY_MS runs longer. */
export const budgetOf = (usualMs: number) => Number(process.env.HISTORY_MS ?? usualMs)

/** One history after the other until the time is over. */
export async function liveHistories(
  budgetMs: number,
  live: (seed: number) => Promise<void>,
  between = async () => {},
): Promise<void> {
  const end = Date.now() + budgetMs
  for (let seed = firstSeed; ; seed++) {
    await live(seed)
    if (Date.now() >= end || process.env.HISTORY_SEED) return
    await between()
  }
}

/** What may happen: its name, and what does it and perhaps says how. */
export type Happening = readonly [name: string, act: () => unknown]

/** Lets so many things happen; answers the story, to be told when a rule is broken. */
export async function letHappen(happenings: readonly Happening[], chance: Chance, times: number): Promise<string> {
  const story: string[] = []
  for (let step = 0; step < times; step++) {
    const [name, act] = chance.pick(happenings)
    const detail = await act()
    story.push(typeof detail === 'string' ? `${name}: ${detail}` : name)
  }
  return story.join('\n  ')
}

/** Trouble and time, as every history has them. `reads`: the queries before which a process dies. */
export function usualTrouble(t: DialogTest, chance: Chance, reads: readonly string[]): Happening[] {
  function fault(): string {
    const kind = chance.pick(faultKinds.filter((one) => !one.startsWith('hang') && one !== 'delay'))
    const after = chance.int(6)
    t.sandbox.order({ kind, after, ms: 3, times: 1 + chance.int(2) })
    return `${kind} after ${after}`
  }

  function die(): string {
    const path = `/Query/Get/${chance.pick(reads)}`
    let isAlive = true
    t.onceBefore(path, async () => {
      if (isAlive) await inTransaction(t.db, (tx) => takeLaneAway(tx, 'uniconta', t.now()))
      isAlive = false
    })
    return `before ${path}`
  }

  function pass(): string {
    const minutes = chance.pick([1, 30, 24 * 60])
    t.pass(minutes * 60_000)
    return `${minutes} min`
  }

  return [
    ['fault', fault],
    ['a process dies', die],
    ['time', pass],
  ]
}
