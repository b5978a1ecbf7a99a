// Plays histories on the code with a planted bug, in this very process, until one breaks a rule. The code as it is has to keep all
// of them in that same history: else it was not the bug that was found.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type Plugin } from 'vite'
import { packageRoot } from '../../src/lib/database/package-root.ts'
import { keptClusters } from '../database.ts'
import type { Beginning } from './beginning.ts'
import { createCounts } from './counts.ts'
import type { Violation } from './invariants.ts'
import { makeHistory } from './make-history.ts'
import type { Change, Plant } from './plants.ts'
import { runHistory } from './run-history.ts'

export type FoundPlant = { isFound: boolean; said: string }

export async function findPlant(beginning: Beginning, plant: Plant, { seed = 1, runs = 12 } = {}): Promise<FoundPlant> {
  const planted = await sow(plant)
  for (let run = 0; run < runs; run += 1) {
    const story = plant.stories[run % plant.stories.length]
    const history = makeHistory(seed + run, story)
    const said = textOf(await planted.runHistory(beginning, history, createCounts()))
    if (!said) continue
    const saidWithout = textOf(await runHistory(beginning, history, createCounts()))
    return { isFound: !saidWithout, said: `Seed ${seed + run}, ${story}: ${saidWithout || said}` }
  }
  return { isFound: false, said: `Seeds ${seed} to ${seed + runs - 1} of ${plant.stories.join(', ')} break no rule.` }
}

const textOf = (found: readonly Violation[]) => found.map(({ rule, text }) => `${rule}: ${text}`).join('\n')

/** The code with this bug in it, as one file: reading it anew file by file takes ten times as long. @throws when the code has changed so that it does not fit. */
async function sow({ name, changes }: Plant): Promise<typeof import('./run-history.ts')> {
  mkdirSync(keptClusters, { recursive: true })
  const folder = mkdtempSync(join(keptClusters, 'planted-'))
  const unused = new Set(changes)
  try {
    await build({
      root: packageRoot,
      configFile: false,
      logLevel: 'warn',
      plugins: [planter(changes, unused)],
      build: {
        ssr: join(packageRoot, 'test/simulator/run-history.ts'),
        outDir: folder,
        target: 'node20',
        rolldownOptions: { output: { entryFileNames: 'planted.mjs' } },
      },
    })
    for (const { file, find } of unused) throw new Error(`The bug "${name}" no longer fits ${file}: ${find}`)
    return await import(pathToFileURL(join(folder, 'planted.mjs')).href)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Takes from `unused` what it has changed. */
function planter(changes: readonly Change[], unused: Set<Change>): Plugin {
  return {
    name: 'planter',
    enforce: 'pre',
    transform(text, id) {
      let planted = text
      for (const change of changes) {
        if (id !== join(packageRoot, change.file)) continue
        const parts = planted.split(change.find)
        if (parts.length !== 2) continue
        planted = parts.join(change.put)
        unused.delete(change)
      }
      return planted
    },
  }
}
