// KILLS=100 npx vitest run src/lib/database/kill: as many times as wanted.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { putEmptyCluster } from '../../../test/database.ts'
import type { Findings } from '../../../test/kill-writer.ts'
import { throwAwayFolder, throwAwayMigrations } from '../../../test/throw-away.ts'

const kills = Number(process.env.KILLS ?? 5)
const writer = fileURLToPath(new URL('../../../test/kill-writer.ts', import.meta.url))
const migrationsFolder = throwAwayMigrations(
  'create table parent (id int primary key, children int); create table child (parent int references parent, text text); create index on child (parent)',
)

/** Lets a process store rows for a while, kills it, and tells what it found at its start and the last row it acknowledged. */
function storeUntilKilled(dataDir: string, forMs: number): Promise<{ found: Findings; stored: number }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', writer, dataDir, migrationsFolder], {
      stdio: ['ignore', 'pipe', 'pipe'],
      // What a killed process leaves in the temporary folder goes away with it.
      env: { ...process.env, TMPDIR: dataDir },
    })
    let found: Findings | undefined
    let stored = 0
    let complaint = ''
    child.stderr.on('data', (data) => {
      complaint += data
    })
    createInterface(child.stdout).on('line', (line) => {
      const said = JSON.parse(line) as { found?: Findings; stored?: number }
      if (said.found) setTimeout(() => child.kill('SIGKILL'), forMs)
      found ??= said.found
      stored = said.stored ?? stored
    })
    child.on('close', () =>
      found ? resolve({ found, stored }) : reject(new Error(`The writer did not start: ${complaint}`)),
    )
  })
}

test(
  `nothing acknowledged is lost and nothing half stored, however often the process is killed`,
  async () => {
    const dataDir = throwAwayFolder()
    await putEmptyCluster(dataDir)
    let acknowledged = 0
    let slowestOpenMs = 0
    for (let kill = 0; kill <= kills; kill += 1) {
      const { found, stored } = await storeUntilKilled(dataDir, 100 + Math.random() * 900)
      // The last one may be stored without having been acknowledged, never the other way round.
      expect(found.highest, `rows after ${kill} kills`).toBeGreaterThanOrEqual(acknowledged)
      const { highest } = found
      expect(found).toMatchObject({ parents: highest, children: highest * 3, byIndex: highest * 3, torn: 0 })
      acknowledged = Math.max(stored, highest)
      slowestOpenMs = Math.max(slowestOpenMs, found.openedInMs)
    }
    expect(acknowledged).toBeGreaterThan(kills)
    if (process.env.KILLS)
      console.info(`${kills} kills, ${acknowledged} transactions, 0 lost, 0 torn, slowest opening ${slowestOpenMs} ms`)
  },
  60_000 + kills * 10_000,
)
