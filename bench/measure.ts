// The measurements themselves. Everything goes over HTTP, to Akkord and to the sandbox.
import { setTimeout as wait } from 'node:timers/promises'
import { type Client, fetchJson } from './client.ts'

export const companyId = 12_345
export const listCallRows = 200
const pageRows = 500
const idleMs = 150

type Call = { number: number; at: string; path: string; method: string }
const control = (sandboxUrl: string, path: string) => `${sandboxUrl}/sandbox/control/${path}`
const json = { 'content-type': 'application/json' }

export const callsOf = (sandboxUrl: string): Promise<Call[]> => fetchJson(control(sandboxUrl, 'calls'))
/** The number of the last call: calls are counted by it, since the list itself is cut when it grows long. */
export const lastCall = async (sandboxUrl: string): Promise<number> => (await callsOf(sandboxUrl)).at(-1)?.number ?? 0

export const clearCalls = (sandboxUrl: string) =>
  fetchJson(control(sandboxUrl, 'calls'), { method: 'DELETE', headers: json })

/** The n-th part of sorted figures, e.g. 0.95 for p95. */
export function percentile(figures: readonly number[], part: number): number {
  const sorted = figures.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] as number
}

export async function untilShown(client: Client, id: string, state: string): Promise<void> {
  for (let look = 0; look < 400; look++) {
    const { sync } = await client('GET', `/customers/${id}`)
    if (sync.state === state) return
    if (sync.state === 'failed') throw new Error(`The customer failed: ${sync.text}`)
    await wait(25)
  }
  throw new Error(`The customer was not ${state} within ten seconds.`)
}

/** Changes a customer; the answer is its new version. */
async function save(client: Client, id: string, change: object): Promise<number> {
  const {
    id: _i,
    sync: _s,
    warnings: _w,
    createdAt: _c,
    updatedAt: _u,
    ...input
  } = await client('GET', `/customers/${id}`)
  return (await client('PUT', `/customers/${id}`, { ...input, ...change })).version
}

/** From sending a save until its first call arrives there, in ms, while nothing else is going on. */
export async function measureSaveToWire(client: Client, sandboxUrl: string, id: string, saves: number) {
  await save(client, id, { phone: '+45 10 00 00 00' })
  await untilShown(client, id, 'transferred')
  await clearCalls(sandboxUrl)
  const sent: number[] = []
  const current = await client('GET', `/customers/${id}`)
  const { id: _i, sync: _s, warnings: _w, createdAt: _c, updatedAt: _u, ...input } = current
  let version: number = input.version
  for (let n = 0; n < saves; n++) {
    await wait(idleMs)
    sent.push(Date.now())
    version = (await client('PUT', `/customers/${id}`, { ...input, version, phone: `+45 20 00 00 ${10 + (n % 90)}` }))
      .version
  }
  await wait(1_000)
  const arrivals = (await callsOf(sandboxUrl)).map((call) => Date.parse(call.at))
  return sent.flatMap((at, n) => {
    const arrived = arrivals.find((time) => time >= at && time < (sent[n + 1] ?? Number.POSITIVE_INFINITY))
    return arrived === undefined ? [] : [arrived - at]
  })
}

/** Calls for one customer that is new, changed, and saved without a change. The session is there already. */
export async function measureCalls(client: Client, sandboxUrl: string, customer: object) {
  const { id } = await client('POST', '/customers', customer)
  await untilShown(client, id, 'transferred')
  const count = async (work: () => Promise<unknown>) => {
    await clearCalls(sandboxUrl)
    await work()
    await wait(500)
    return (await callsOf(sandboxUrl)).length
  }
  const made = await count(() =>
    client('POST', '/customers', { ...customer, name: 'Second A/S', registrationNumber: '30000014' }),
  )
  const changed = await count(() => save(client, id, { name: 'First A/S, renamed' }))
  const unchanged = await count(() => save(client, id, {}))
  return { made, changed, unchanged }
}

/** Sends every customer through the integration's own run; seconds, and what became of them. */
export async function measureBackfill(client: Client): Promise<{ seconds: number; created: number; calls: number }> {
  const path = '/integrations/uniconta/backfill'
  const startedAt = performance.now()
  await client('POST', path, { kind: 'customers' })
  for (;;) {
    await wait(100)
    const [run] = (await client('GET', path)).items
    if (run.state === 'done')
      return { seconds: (performance.now() - startedAt) / 1_000, created: run.created, calls: run.calls }
    if (run.state !== 'running') throw new Error(`The backfill is ${run.state}: ${run.text}`)
  }
}

/** The same list calls in a bare loop: read all, insert in lists, read all again in a new session. */
export async function measureBareLoop(
  sandboxUrl: string,
  rows: readonly object[],
): Promise<{ seconds: number; calls: number }> {
  const startedAt = performance.now()
  let calls = 0
  const call = async (method: string, path: string, token: string | undefined, body?: unknown) => {
    calls++
    return fetchJson(`${sandboxUrl}${path}`, {
      method,
      headers: { ...json, ...(token ? { authorization: `Bearer ${token}` } : {}) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  }
  const readAll = async () => {
    const account = { Username: `00${companyId}/akkord-server`, Password: 'sandbox-password' }
    const { token } = await call('POST', '/login', undefined, account)
    await call('GET', `/Company/ChangeCompany/${companyId}`, token)
    for (let skip = 0; ; ) {
      const filter = [
        { PropertyName: 'Account', OrderBy: true },
        { Skip: skip, Take: pageRows },
      ]
      const page = (await call('POST', '/Query/Get/DebtorClient', token, filter)) ?? []
      if (page.length === 0) return token
      skip += page.length
    }
  }
  const token = await readAll()
  for (let at = 0; at < rows.length; at += listCallRows)
    await call('POST', '/Crud/InsertList/DebtorClient', token, rows.slice(at, at + listCallRows))
  await readAll()
  return { seconds: (performance.now() - startedAt) / 1_000, calls }
}

/** The fields of a debtor that are ours to send. */
export async function debtorsThere(sandboxUrl: string): Promise<object[]> {
  const rows: Record<string, unknown>[] = await fetchJson(control(sandboxUrl, `rows/${companyId}/DebtorClient`))
  const ours = [
    'Account',
    'Name',
    'Address1',
    'ZipCode',
    'City',
    'Country',
    'Currency',
    'CompanyRegNo',
    'ContactEmail',
    'Phone',
    'Group',
  ]
  return rows.map((row) =>
    Object.fromEntries(ours.filter((name) => row[name] != null).map((name) => [name, row[name]])),
  )
}

/** Milliseconds of each kind of list page. */
export async function measureLists(client: Client, tagId: string, rounds: number): Promise<Record<string, number[]>> {
  const pages: Record<string, string> = {
    'first page': '?size=50',
    'by number, descending': '?sort=-number',
    'last changed first': '?sort=-updatedAt',
    'page 1,500 of 2,000': '?page=1500',
    'search, many found': '?search=nordlys',
    'search, one found': '?search=54321',
    'search for nothing': '?search=no-such-customer',
    'with a tag': `?tag=${tagId}`,
    'with a tag and a search': `?tag=${tagId}&search=byg`,
    'failed only': '?syncState=failed',
    'active in Denmark': '?status=active&country=DK',
  }
  const figures: Record<string, number[]> = {}
  for (const [name, query] of Object.entries(pages)) {
    const took: number[] = []
    for (let round = 0; round < rounds + 2; round++) {
      const startedAt = performance.now()
      await client('GET', `/customers${query}`)
      took.push(performance.now() - startedAt)
    }
    // The first two fill caches.
    figures[name] = took.slice(2)
  }
  return figures
}
