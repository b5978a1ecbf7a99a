// Import expenses: a ledger of 100,000 rows of which a tenth names a project here, beside a loop that only reads the same pages.
import { setTimeout as wait } from 'node:timers/promises'
import { type Client, fetchJson } from './client.ts'
import { callsOf, clearCalls, companyId } from './measure.ts'

const journals = 1_000
const linesOfJournal = 100
const oursOfJournal = 10
const pageRows = 1_000
const json = { 'content-type': 'application/json' }

type Figure = { what: string; figure: string; aim: string }

export async function setUpImport(client: Client, sandboxUrl: string): Promise<void> {
  const post = (path: string, body: object, method = 'POST') =>
    fetchJson(`${sandboxUrl}/sandbox/control/${path}`, { method, headers: json, body: JSON.stringify(body) })
  await post('switches', { callsBeforeSlowDown: 0 }, 'PUT')
  const customer = await client('POST', '/customers', { name: 'Kunde A/S', countryCode: 'DK', currency: 'DKK' })
  const numbers = Array.from({ length: oursOfJournal }, (_, index) => String(70_001 + index))
  for (const number of numbers) {
    await client('POST', '/projects', { name: `Project ${number}`, customerId: customer.id, number })
    await post(`rows/${companyId}/ProjectClient`, { Number: number, Name: number, Group: 'Standard' }, 'PUT')
  }
  for (let n = 0; n < journals; n++)
    await post(`by-hand/book/${companyId}`, {
      Text: `Bill ${n}`,
      Lines: [
        ...numbers.map((Project) => ({ Account: '2010', Amount: 100, Project })),
        ...Array.from({ length: linesOfJournal - oursOfJournal - 1 }, () => ({ Account: '2020', Amount: 10 })),
        { Account: '5700', Amount: -100 * oursOfJournal - 10 * (linesOfJournal - oursOfJournal - 1) },
      ],
    })
  await client('POST', '/integrations/uniconta', {
    userName: 'akkord-server',
    password: 'sandbox-password',
    companyId,
    importExpenses: true,
    expenseActivity: 'Expenses',
    expensesBillable: true,
    expensesFrom: '2020-01-01',
    expenseSeries: 'Finans',
  })
}

export async function measureImport(client: Client, sandboxUrl: string): Promise<Figure[]> {
  const first = await runOnce(client, sandboxUrl)
  const { total } = await client('GET', '/expenses?size=1')
  const again = await runOnce(client, sandboxUrl)
  const bare = await readBare(sandboxUrl)
  const inAll = (journals * linesOfJournal).toLocaleString('en')
  const expected = (journals * oursOfJournal).toLocaleString('en')
  return [
    { what: `import of ${inAll} ledger rows, ${expected} of them ours`, figure: show(first), aim: '' },
    { what: 'reading the same rows in a bare loop', figure: show(bare), aim: '' },
    { what: 'expenses that came in', figure: Number(total).toLocaleString('en'), aim: expected },
    { what: 'calls of a run that finds nothing', figure: String(again.calls), aim: '1' },
  ]
}

const show = ({ seconds, calls }: { seconds: number; calls: number }) => `${seconds.toFixed(1)} s, ${calls} calls`

async function runOnce(client: Client, sandboxUrl: string) {
  await clearCalls(sandboxUrl)
  const startedAt = performance.now()
  await client('POST', '/expense-import/run')
  for (;;) {
    const { isRunning, trouble } = await client('GET', '/expense-import')
    if (trouble) throw new Error(trouble)
    if (!isRunning) break
    await wait(50)
  }
  const seconds = (performance.now() - startedAt) / 1_000
  return { seconds, calls: (await callsOf(sandboxUrl)).filter(({ path }) => path.startsWith('/Query')).length }
}

async function readBare(sandboxUrl: string) {
  const startedAt = performance.now()
  const call = (path: string, body: unknown, token?: string) =>
    fetchJson(`${sandboxUrl}${path}`, {
      method: 'POST',
      headers: { ...json, ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify(body),
    })
  const { token } = await call('/login', { Username: `00${companyId}/akkord-server`, Password: 'sandbox-password' })
  let calls = 0
  for (let skip = 0; ; calls++) {
    const rows = await call(
      '/Query/Get/GLTransClient',
      [
        { PropertyName: 'JournalPostedId', OrderBy: true },
        { Skip: skip, Take: pageRows },
      ],
      token,
    )
    if (rows.length === 0) return { seconds: (performance.now() - startedAt) / 1_000, calls: calls + 1 }
    skip += rows.length
  }
}
