// Plays histories on the code with a planted bug, in a process of its own, until one breaks a rule.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { type Plant, sow } from './plants.ts'

export type FoundPlant = { isFound: boolean; said: string }

export async function findPlant(plant: Plant, { seed = 1, runs = 150 } = {}): Promise<FoundPlant> {
  const { folder, remove } = sow(plant)
  try {
    const args = ['--import', 'tsx', join(folder, 'test/simulator/main.ts')]
    const child = spawn(process.execPath, [...args, '--seed', String(seed), '--runs', String(runs), '--as-it-is'], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (part: string) => {
        said += part
      })
    await new Promise((resolve) => child.once('close', resolve))
    const [lines = ''] = said.split('\nSeeds ')
    return { isFound: /breaks a rule/.test(said), said: lines.trim() }
  } finally {
    remove()
  }
}
