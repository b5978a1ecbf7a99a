// The demo company without filling it in again: that takes 20 s of a processor, and a copy of it 0.1 s. For tests of what is done
// with it; that it is filled in is tested elsewhere, by setting Akkord up.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprintOf } from '../scripts/build.mjs'
import { fillWithDemo } from '../src/demo/fill-with-demo.ts'
import { inTransaction } from '../src/lib/database/database.ts'
import { type FirstAdministrator, type FirstCompany, setUpInstance } from '../src/users/set-up.ts'
import { keptClusters, putFilledCluster, putMigratedCluster } from './database.ts'

export type DemoCompany = { company: FirstCompany; administrator: FirstAdministrator }

const anHourMs = 3_600_000

/** Puts its cluster into a data folder. It is of today and of the sources as they are, else it is made anew. */
export async function putDemoCompany(dataDir: string, wish: DemoCompany): Promise<void> {
  const now = new Date()
  const facts = [
    fingerprintOf(['src', 'db', 'package-lock.json']),
    now.toISOString().slice(0, 10),
    JSON.stringify(wish),
  ]
  const name = `demo-${createHash('sha256').update(facts.join()).digest('hex').slice(0, 16)}`
  removeOldOnes(name)
  await putFilledCluster(dataDir, name, putMigratedCluster, (db) =>
    inTransaction(db, async (tx) => {
      await setUpInstance(tx, wish, now)
      await fillWithDemo(tx, now)
    }),
  )
}

/** A younger one may be of a run beside this one. */
function removeOldOnes(name: string): void {
  const others = existsSync(keptClusters) ? readdirSync(keptClusters) : []
  for (const other of others) {
    const folder = join(keptClusters, other)
    const isOld = () => (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0) < Date.now() - anHourMs
    if (/^postgres-demo-[0-9a-f]{16}$/.test(other) && other !== `postgres-${name}` && isOld())
      rmSync(folder, { recursive: true, force: true })
  }
}
