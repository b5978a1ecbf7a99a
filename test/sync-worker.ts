// A process that works the lane of test/engine.ts until it is killed: node --import tsx test/sync-worker.ts DATABASE_URL THERE_URL.
// Each task reads the newest value of its thing and puts it there. Used by src/sync/takeover.test.ts.
import { sql } from 'drizzle-orm'
import { openDatabase } from '../src/lib/database/database.ts'
import { startWorker } from '../src/sync/worker.ts'
import { aCall, done, planOf, registerPlan } from './engine.ts'

const [url = '', there = ''] = process.argv.slice(2)
const database = await openDatabase({ dataDir: '', url })
const plan = planOf({
  'thing.push': async ({ db, subject, exchange, mustHoldLane }) => {
    const { rows } = await db.execute<{ value: number }>(sql`select value from thing where id = ${subject}`)
    exchange.push(aCall())
    await mustHoldLane()
    const body = JSON.stringify({ value: rows[0]?.value, pid: process.pid })
    await fetch(`${there}/${subject}`, { method: 'PUT', body })
    return done()
  },
})
await registerPlan(database.db, plan)
const log = { info() {}, warn() {}, error: (facts: object) => process.stderr.write(`${JSON.stringify(facts)}\n`) }
startWorker(database, { now: () => new Date(), random: Math.random, log, onLogged: async () => {} }, [plan])
process.stdout.write('works\n')
