// Plays histories on the code with a planted bug, in this very process, until one breaks a rule.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createCounts } from './counts.ts'
import { makeHistory } from './make-history.ts'
import type { Beginning } from './office.ts'
import { type Plant, sow } from './plants.ts'

export type FoundPlant = { isFound: boolean; said: string }

export async function findPlant(beginning: Beginning, plant: Plant, { seed = 1, runs = 12 } = {}): Promise<FoundPlant> {
  const { folder, remove } = sow(plant)
  try {
    const planted: typeof import('./run-history.ts') = await import(
      pathToFileURL(join(folder, 'test/simulator/run-history.ts')).href
    )
    for (let run = 0; run < runs; run += 1) {
      const story = plant.stories[run % plant.stories.length]
      const found = await planted.runHistory(beginning, makeHistory(seed + run, story), createCounts())
      const said = found.map(({ rule, text }) => `${rule}: ${text}`).join('\n')
      if (found.length > 0) return { isFound: true, said: `Seed ${seed + run}, ${story}: ${said}` }
    }
    return { isFound: false, said: `Seeds ${seed} to ${seed + runs - 1} of ${plant.stories.join(', ')} break no rule.` }
  } finally {
    remove()
  }
}
