// From hours to a finalized document, over HTTP.
import type pg from 'pg'
import type { Client } from './client.ts'
import { writeHours } from './load-hours.ts'
import { percentile } from './measure.ts'

const people = 50
const allEntries = 200_000
const openEntries = 50_000
const openProjects = 100
const bigDraft = 5_000
const finalized = 100
const atOnce = 20
const until = '2026-10-31'

export type BillingSet = {
  customerId: string
  userIds: string[]
  /** One project of one activity: the big draft, the old hours, and many that are open. */
  big: { projectId: string; activityId: string }
  old: { projectId: string; activityId: string }
  open: { projectId: string; activityId: string }[]
}

/** Accounts, people and projects, by the actions that people use. */
export async function setUpBilling(client: Client, tagIds: readonly string[]): Promise<BillingSet> {
  await client('POST', '/accounting/standard-set', { country: 'DK' })
  const customer = { countryCode: 'DK', currency: 'DKK', name: 'Billed A/S', tagIds }
  const { id: customerId } = await client('POST', '/customers', customer)
  const userIds: string[] = []
  for (let n = 0; n < people; n++) {
    const person = {
      email: `p${n}@bench.test`,
      name: `Person ${n}`,
      role: 'employee',
      password: 'a password of the bench',
    }
    userIds.push((await client('POST', '/users', person)).id)
  }
  const makeProject = async (name: string) => {
    const { id: projectId } = await client('POST', '/projects', { name, customerId })
    const { id: activityId } = await client('POST', '/activities', { projectId, name: 'Design' })
    await client('POST', '/price-models', { projectId, name: 'Hourly', hourlyBase: 'common', commonRate: '1095' })
    return { projectId, activityId }
  }
  const big = await makeProject('Big draft')
  const old = await makeProject('Old hours')
  const open: BillingSet['open'] = []
  for (let n = 0; n < openProjects; n++) open.push(await makeProject(`Open project ${n}`))
  return { customerId, userIds, big, old, open }
}

/** With Akkord stopped: 200,000 entries, of which 50,000 and the 5,000 of the big draft are not billed. */
export async function loadHours(pool: pg.Pool, set: BillingSet): Promise<void> {
  const { userIds } = set
  const perProject = openEntries / openProjects
  await writeHours(pool, { ...set.big, userIds, count: bigDraft, until, billing: 'open' })
  for (const project of set.open)
    await writeHours(pool, { ...project, userIds, count: perProject, until, billing: 'open' })
  const rest = allEntries - openEntries - bigDraft
  await writeHours(pool, { ...set.old, userIds, count: rest, until, billing: 'written-off' })
  await pool.query('vacuum analyze')
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

/** Milliseconds of a week of the timesheet, of each person once. */
async function measureWeeks(client: Client, set: BillingSet): Promise<number[]> {
  const took: number[] = []
  for (const user of set.userIds)
    took.push(await timed(() => client('GET', `/timesheet?user=${user}&from=2026-10-19&to=2026-10-25`)))
  return took.slice(2)
}

async function measureToBeInvoiced(client: Client, rounds: number): Promise<number[]> {
  const took: number[] = []
  for (let round = 0; round < rounds + 1; round++)
    took.push(
      await timed(async () => {
        const { items } = await client('GET', `/to-be-invoiced?until=${until}&size=200`)
        if (items.length < openProjects) throw new Error(`Only ${items.length} projects were to be invoiced.`)
      }),
    )
  return took.slice(1)
}

async function measureBigDraft(client: Client, set: BillingSet): Promise<number> {
  let draft: { id: string; version: number; lines: { sources: number }[] } | undefined
  const took = await timed(async () => {
    draft = await client('POST', '/drafts', { projectId: set.big.projectId, until })
  })
  const sources = draft?.lines.reduce((all, line) => all + line.sources, 0)
  if (sources !== bigDraft) throw new Error(`The draft took ${sources} of ${bigDraft} entries.`)
  return took
}

/** A draft of ten lines by hand. */
async function makeDraft(client: Client, set: BillingSet): Promise<{ id: string; version: number }> {
  let draft = await client('POST', '/drafts', { projectId: set.old.projectId })
  for (let line = 1; line <= 10; line++) {
    const input = { text: `Part ${line} of the design`, quantity: '7.5', unitPrice: '1095.50' }
    draft = await client('POST', `/drafts/${draft.id}/lines`, { ...input, version: draft.version })
  }
  return draft
}

const finalize = (client: Client, { id, version }: { id: string; version: number }) =>
  client('POST', `/invoices/${id}/finalize`, { version })

/** One after the other. */
async function measureFinalize(client: Client, set: BillingSet): Promise<number[]> {
  const took: number[] = []
  for (let n = 0; n < finalized + 2; n++) {
    const draft = await makeDraft(client, set)
    took.push(await timed(() => finalize(client, draft)))
  }
  return took.slice(2)
}

/** All at once; how long until the last has its number. @throws when a number is missing or there twice. */
async function measureFinalizeAtOnce(client: Client, set: BillingSet): Promise<number> {
  const drafts: { id: string; version: number }[] = []
  for (let n = 0; n < atOnce; n++) drafts.push(await makeDraft(client, set))
  let documents: { number: string }[] = []
  const took = await timed(async () => {
    documents = await Promise.all(drafts.map((draft) => finalize(client, draft)))
  })
  const numbers = documents.map(({ number }) => Number(number)).toSorted((a, b) => a - b)
  const first = numbers[0] as number
  if (numbers.some((number, index) => number !== first + index))
    throw new Error(`20 at once got the numbers ${numbers.join(', ')}.`)
  return took
}

/** The preview of a draft of ten lines, rendered anew each time; over HTTP. */
async function measurePdf(url: string, client: Client, set: BillingSet): Promise<number[]> {
  const draft = await makeDraft(client, set)
  const took: number[] = []
  for (let n = 0; n < 42; n++)
    took.push(
      await timed(async () => {
        const answer = await fetch(`${url}/api/v1/drafts/${draft.id}/pdf`, {
          headers: { cookie: client.cookie },
        })
        const bytes = await answer.arrayBuffer()
        if (!answer.ok || bytes.byteLength < 10_000) throw new Error(`The PDF was answered with ${answer.status}.`)
      }),
    )
  return took.slice(2)
}

/** What README calls each figure, and its aim. */
export async function measureBilling(
  client: Client,
  set: BillingSet,
  url: string,
): Promise<{ what: string; ms: number; aim: string }[]> {
  const p95 = (figures: number[]) => percentile(figures, 0.95)
  return [
    {
      what: 'a week of the timesheet over 200,000 entries, p95',
      ms: p95(await measureWeeks(client, set)),
      aim: '<= 150 ms',
    },
    {
      what: 'to be invoiced, over 50,000 open entries, p95',
      ms: p95(await measureToBeInvoiced(client, 10)),
      aim: '<= 500 ms',
    },
    { what: 'draft of 5,000 hours', ms: await measureBigDraft(client, set), aim: '<= 1,000 ms' },
    { what: 'finalize, p95 of 100', ms: p95(await measureFinalize(client, set)), aim: '<= 100 ms' },
    { what: '20 finalize at once: no gap, no duplicate', ms: await measureFinalizeAtOnce(client, set), aim: '' },
    {
      what: 'PDF of ten lines, p50',
      ms: percentile(await measurePdf(url, client, set), 0.5),
      aim: '<= 50 ms',
    },
  ]
}
