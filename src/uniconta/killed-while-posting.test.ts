// Real processes on PostgreSQL that post documents and are killed meanwhile. KILLS=40 SEED=7 npx vitest run src/uniconta/killed: as
// often as wanted. The seed decides who is killed, how much later, and which calls fail; when it is killed the machine decides too.
import { setTimeout as wait } from 'node:timers/promises'
import { expect } from 'vitest'
import { testOnlyIf } from '../../test/only-if.ts'
import { serverForTests } from '../../test/server.ts'
import { type Chance, createChance } from '../../test/simulator/chance.ts'
import { createCounts } from '../../test/simulator/counts.ts'
import { listDocuments } from '../../test/simulator/documents.ts'
import { checkAlways, checkAtTheEnd, type Judged } from '../../test/simulator/invariants.ts'
import { type Place, setUpPosting, startTwoProcesses, type TwoProcesses } from '../../test/two-processes.ts'
import { leaseMs } from '../sync/lane.ts'

const kills = Number(process.env.KILLS ?? 3)
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1_000_000))
const documentsAtLeast = 24
/** So many documents wait for the lane at most while others are made. */
const mostWaiting = 6
const server = await serverForTests()

testOnlyIf(server)(
  'UC-45 UC-50: two processes are killed while they post: each document is booked once, in order, to the øre, and nothing else is',
  async () => {
    const chance = createChance(seed)
    const two = await startTwoProcesses(server as string, chance)
    await Promise.all([two.start(two.first), two.start(two.second)])
    const { projectId } = await setUpPosting(two, clientOf(two.first))
    const acknowledged = new Set([await postTheFirst(two, projectId)])
    disturb(two)

    const judged = judgedOf(two)
    const load = startLoad(two, projectId, chance, acknowledged)
    const tookOver: number[] = []
    let victims: Place[] = []
    let waits = 0
    for (let kill = 0; kill < kills; kill++) {
      waits += await untilItWorks(two)
      await wait(chance.int(700))
      victims = victimsOf(two, kill, victims, chance)
      const dead = await killAll(two, victims)
      if (victims.length === 1) tookOver.push(...(await takeover(two, dead)))
      expect(await checkAlways(judged), `after kill ${kill + 1} of seed ${seed}`).toEqual([])
      await Promise.all(victims.map(two.start))
    }
    load.enough()
    // With as many waiting as may, none is made before the first of them goes.
    waits += await until(two, async () => load.isOver())
    await load.ended
    waits += await untilSettled(two)

    two.sandbox.clearFaults()
    judged.faults.push(...two.faults())
    expect([...(await checkAlways(judged)), ...(await checkAtTheEnd(judged))], `seed ${seed}`).toEqual([])
    const documents = await listDocuments(judged)
    const serials = documents.map(({ serial }) => serial)
    expect(serials, `numbers without a gap, seed ${seed}`).toEqual(serials.map((_, n) => (serials[0] ?? 0) + n))
    expect(new Set(documents.map(({ id }) => id)), `what was acknowledged, seed ${seed}`).toEqual(acknowledged)
    expect(documents.length).toBeGreaterThanOrEqual(documentsAtLeast)
    expect(documents.some(({ kind }) => kind === 'credit-note')).toEqual(true)
    const { rows } = await two.database.pool.query('select 1 from sync_attempt where finished_at is null')
    expect(rows, `attempts that were never closed, seed ${seed}`).toEqual([])
    expect(tookOver.length, `a holder was killed, seed ${seed}`).toBeGreaterThan(0)
    process.stdout.write(
      `seed ${seed}: ${kills} kills, ${documents.length} documents, each booked once; lanes taken over after ${tookOver.join(', ')} ms, ${waits} waits passed\n`,
    )
  },
  // A minute on a machine of its own; on one that is busy many times that.
  300_000 + kills * 60_000,
)

function clientOf({ client }: Place) {
  if (!client) throw new Error('The process is not there.')
  return client
}

function judgedOf({ sandbox, database }: TwoProcesses): Judged {
  return {
    ...{ sandbox, beginning: database, counts: createCounts(), faults: [], wasRestored: false },
    ...{ byHand: { invoices: new Set(), orders: new Set() }, postedByHand: new Set(), mayBeTwice: new Set() },
  }
}

/** Calls take their time; some writes are refused at the door, some lose their answer, some answer late. */
function disturb({ sandbox }: TwoProcesses): void {
  sandbox.order({ kind: 'delay', ms: 5, times: null })
  for (const match of [{ path: '/Invoice/GenerateDebtorInvoice' }, { path: '/Crud/InsertMasterAndDetails' }]) {
    sandbox.order({ kind: 'delay', ms: 1_500, chance: 0.03, times: null, match })
    sandbox.order({ kind: 'status-before', status: 503, chance: 0.06, times: null, match })
    sandbox.order({ kind: 'drop-after', chance: 0.06, times: null, match })
  }
}

/** A person says of the series that it is empty. */
async function postTheFirst(two: TwoProcesses, projectId: string): Promise<string> {
  const client = clientOf(two.first)
  const draft = await makeDraft(client, projectId, '1000')
  await client.post(`/invoices/${draft.id}/finalize`, { version: draft.version })
  await expect.poll(async () => (await client.get(`/postings/${draft.id}`)).sync.state, slow).toEqual('failed')
  await client.post(`/postings/${draft.id}/choose`, { choice: 'confirm-empty-series' })
  await expect.poll(() => openDocuments(two), slow).toEqual(0)
  return draft.id
}

const slow = { timeout: 30_000, interval: 50 }

type Client = ReturnType<typeof clientOf>
type Draft = { id: string; version: number }

async function makeDraft(client: Client, projectId: string, unitPrice: string): Promise<Draft> {
  const draft = await client.post('/drafts', { projectId })
  const line = { text: 'Advice', quantity: '1.25', unitPrice, version: draft.version }
  return client.post(`/drafts/${draft.id}/lines`, line)
}

/** Finalizes through both doors, of every three documents one takes an earlier one back; goes on while processes are killed. */
function startLoad(two: TwoProcesses, projectId: string, chance: Chance, acknowledged: Set<string>) {
  let isEnough = false
  let isOver = false
  const invoices: string[] = []
  const next = async (client: Client): Promise<Draft> => {
    const credited = acknowledged.size % 3 === 2 ? invoices.shift() : undefined
    if (!credited) return makeDraft(client, projectId, `${1_000 + chance.int(1_000)}.50`)
    const { creditNoteId } = await client.post(`/invoices/${credited}/credit`, { hours: 'keep', reason: 'Agreed' })
    return client.get(`/invoices/${creditNoteId}`)
  }
  const work = async () => {
    while (!isEnough || acknowledged.size < documentsAtLeast) {
      const client = two.client()
      if (!client || (await openDocuments(two)) >= mostWaiting) await wait(20)
      else {
        const draft = await next(client).catch(unlessKilled)
        if (!draft) continue
        const document = await finalize(two, draft)
        acknowledged.add(document.id)
        if (document.kind === 'invoice') invoices.push(document.id)
      }
    }
  }
  return {
    ended: work().finally(() => {
      isOver = true
    }),
    isOver: () => isOver,
    enough() {
      isEnough = true
    },
  }
}

/** Whoever lost the answer asks what became of it, and asks again where nothing did. */
async function finalize(two: TwoProcesses, { id, version }: Draft): Promise<{ id: string; kind: string }> {
  for (;;) {
    const client = two.client()
    if (!client) await wait(20)
    else {
      const shown = await client.get(`/invoices/${id}`).catch(unlessKilled)
      if (shown?.state === 'finalized') return shown
      if (shown) await client.post(`/invoices/${id}/finalize`, { version }).catch(unlessKilled)
    }
  }
}

/** An answer is a fault of this test; none is what a killed process gives. */
function unlessKilled(error: Error & { status?: number }): undefined {
  if (error.status !== undefined) throw error
}

async function openDocuments({ database }: TwoProcesses): Promise<number> {
  const { rows } = await database.pool.query<{ open: number }>(
    `select count(*)::int as open from sync_task where kind = 'invoice.post' and state <> 'done'`,
  )
  return rows[0]?.open ?? 0
}

async function settledDocuments({ database }: TwoProcesses): Promise<number> {
  const { rows } = await database.pool.query<{ settled: number }>(
    `select count(*)::int as settled from uniconta_posting where step = 'settled'`,
  )
  return rows[0]?.settled ?? 0
}

/** Until one more document is settled: then there is a load to be killed under. Answers how often the wait was let pass for it. */
async function untilItWorks(two: TwoProcesses): Promise<number> {
  const before = await settledDocuments(two)
  return until(two, async () => (await settledDocuments(two)) > before)
}

const untilSettled = (two: TwoProcesses) => until(two, async () => (await openDocuments(two)) === 0)

async function until(two: TwoProcesses, isSo: () => Promise<boolean>): Promise<number> {
  let waits = 0
  while (!(await isSo())) {
    await wait(50)
    if (!(await mustWait(two))) continue
    await two.letTheWaitPass()
    waits++
  }
  return waits
}

/** The document whose turn it is was looked at, and neither its order nor its invoice can be relied on before the wait is over. */
async function mustWait({ database }: TwoProcesses): Promise<boolean> {
  const { rows } = await database.pool.query(
    `select 1 from sync_task where kind = 'invoice.post' and state = 'waiting'
        and sentence ->> 'key' in ('post.uncertain', 'post.uncertainOrder')`,
  )
  return rows.length > 0
}

/** One of them, then the one that survived it and so holds the lane, then both at once, and from the beginning again. */
function victimsOf({ first, second }: TwoProcesses, kill: number, last: readonly Place[], chance: Chance): Place[] {
  if (kill % 3 === 2) return [first, second]
  if (kill % 3 === 1) return last.includes(first) ? [second] : [first]
  return [chance.is(0.5) ? first : second]
}

type Lane = { token: string; leaseUntil: Date }

async function laneOf({ database }: TwoProcesses): Promise<Lane> {
  const { rows } = await database.pool.query<Lane>(
    `select token, lease_until as "leaseUntil" from sync_lane where name = 'uniconta'`,
  )
  return rows[0] as Lane
}

/** What the dead left: the lane, and the moment from which on only the living can have touched it. */
async function killAll(two: TwoProcesses, victims: readonly Place[]): Promise<Lane & { at: Date }> {
  await Promise.all(victims.map(two.kill))
  return { at: two.now(), ...(await laneOf(two)) }
}

/** Who holds the lane renews it, so it shows whether the dead one held it; then it is waited for who takes it: ms after the death. */
async function takeover(two: TwoProcesses, dead: Lane & { at: Date }): Promise<number[]> {
  for (;;) {
    await wait(20)
    const { token, leaseUntil } = await laneOf(two)
    // Nobody asks for more than a lease from now on, so a longer one was asked for by the living.
    if (token === dead.token && leaseUntil.getTime() > dead.at.getTime() + leaseMs) return []
    if (token !== dead.token) return [leaseUntil.getTime() - leaseMs - dead.at.getTime()]
  }
}
