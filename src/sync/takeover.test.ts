// Real processes on PostgreSQL, killed under load. KILLS=20 npx vitest run src/sync/takeover: as often as wanted.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { testOnlyIf } from '../../test/only-if.ts'
import { newDatabaseOn, serverForTests } from '../../test/server.ts'
import { inTransaction, openDatabase } from '../lib/database/database.ts'
import { enqueue } from './enqueue.ts'

const kills = Number(process.env.KILLS ?? 2)
const things = 20
const worker = fileURLToPath(new URL('../../test/sync-worker.ts', import.meta.url))
const server = await serverForTests()

/** The other side: holds the value that was put last, and notes every arrival. */
async function startThere() {
  const values = new Map<string, number>()
  const arrivals: { pid: number; at: number }[] = []
  const faults: string[] = []
  const inHand = new Set<number>()
  const http = createServer(async (request, answer) => {
    const { value, pid } = JSON.parse(await text(request)) as { value: number; pid: number }
    const thing = (request.url ?? '').slice(1)
    inHand.add(pid)
    if (inHand.size > 1) faults.push(`${[...inHand].join(' and ')} wrote at once.`)
    if (value < (values.get(thing) ?? 0)) faults.push(`${thing} went back from ${values.get(thing)} to ${value}.`)
    values.set(thing, value)
    arrivals.push({ pid, at: performance.now() })
    answer.once('close', () => inHand.delete(pid))
    setTimeout(() => answer.end(), 3)
  })
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  return { url, values, arrivals, faults, close: () => http.close() }
}

async function startProcess(url: string, there: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', worker, url, there], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout as NodeJS.ReadableStream, 'data')
  return child
}

testOnlyIf(server)(
  'killed under load, a process is replaced: nothing is lost, nothing goes back, and two never write at once',
  async () => {
    const { url, drop } = await newDatabaseOn(server as string)
    const database = await openDatabase({ dataDir: '', url })
    const { db, pool } = database
    const there = await startThere()
    const processes: ChildProcess[] = []
    let isLoading = true
    let saves = 0
    const save = (id: string) =>
      inTransaction(db, async (tx) => {
        await tx.execute(sql`update thing set value = value + 1 where id = ${id}`)
        await enqueue(tx, { kind: 'thing.push', subject: id, label: `Thing ${id}` })
        saves++
      })
    try {
      await pool.query('create table thing (id text primary key, value int not null)')
      await pool.query(`insert into thing select n::text, 0 from generate_series(1, ${things}) n`)
      processes.push(...(await Promise.all([startProcess(url, there.url), startProcess(url, there.url)])))
      const load = (async () => {
        for (let n = 0; isLoading; n++) {
          await save(String((n % things) + 1))
          await wait(2)
        }
      })()
      const tookOverMs: number[] = []
      for (let kill = 0; kill < kills; kill++) {
        await wait(500 + Math.random() * 500)
        const holder = there.arrivals.at(-1)?.pid
        const killed = processes.find(({ pid }) => pid === holder)
        if (!killed) throw new Error('No process works.')
        const killedAt = performance.now()
        killed.kill('SIGKILL')
        const next = () => there.arrivals.find(({ pid, at }) => pid !== holder && at > killedAt)
        while (!next()) await wait(10)
        tookOverMs.push(Math.round((next()?.at as number) - killedAt))
        processes.push(await startProcess(url, there.url))
      }
      isLoading = false
      await load
      const isOpen = async () => (await pool.query(`select 1 from sync_task where state <> 'done'`)).rowCount !== 0
      while (await isOpen()) await wait(20)

      const { rows } = await pool.query<{ id: string; value: number }>('select id, value from thing')
      expect(there.faults).toEqual([])
      expect([...there.values]).toEqual(expect.arrayContaining(rows.map(({ id, value }) => [id, value])))
      const open = await pool.query('select 1 from sync_attempt where finished_at is null')
      expect(open.rowCount, 'attempts that were never closed').toEqual(0)
      process.stdout.write(
        `${kills} kills under load: ${saves} saves, ${there.arrivals.length} writes, 0 lost; taken over after ${tookOverMs.join(', ')} ms\n`,
      )
    } finally {
      isLoading = false
      for (const child of processes) child.kill('SIGKILL')
      there.close()
      await database.close()
      await drop()
    }
  },
  60_000 + kills * 15_000,
)
