// npm run bench: what Akkord does against the sandbox, measured on this machine. --write puts the table into README.md.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgresForTests } from '../scripts/postgres-for-tests.ts'
import { openDatabase } from '../src/lib/database/database.ts'
import { packageRoot } from '../src/lib/database/package-root.ts'
import { administrator, type Client, signIn } from './client.ts'
import { copyBadges, copyCustomers } from './load-customers.ts'
import {
  companyId,
  debtorsThere,
  measureBackfill,
  measureBareLoop,
  measureCalls,
  measureLists,
  measureSaveToWire,
  percentile,
  untilShown,
} from './measure.ts'
import { loadHours, measureBilling, setUpBilling } from './measure-billing.ts'
import { measureImport, setUpImport } from './measure-import.ts'
import { measurePosting, setUpPosting } from './measure-posting.ts'
import { type Running, startAkkord, startSandbox } from './processes.ts'

const backfilled = 10_000
const listed = 100_000
const saves = 100
const listRounds = 20
/** Any number by --posted=1000; the usual one keeps the bench short. */
const posted = Number(process.argv.find((argument) => argument.startsWith('--posted='))?.split('=')[1] ?? 200)
/** --only=billing,posting measures these parts alone. */
const parts = (
  process.argv.find((argument) => argument.startsWith('--only='))?.split('=')[1] ?? 'records,billing,posting,expenses'
).split(',')

type Row = { what: string; on: string; figure: string; aim: string }
const rows: Row[] = []
function note(on: string, what: string, figure: string, aim = ''): void {
  rows.push({ what, on, figure, aim })
  console.log(`${on}: ${what}: ${figure}${aim && ` (aim ${aim})`}`)
}
const ms = (value: number) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`
const inThousands = (value: number) => value.toLocaleString('en')

type Instance = { dataDir: string; url?: string }

const settingsOf = (where: Instance, sandboxUrl: string) => ({
  DATA_DIR: where.dataDir,
  ...(where.url ? { DATABASE_URL: where.url } : {}),
  UNICONTA_URL: sandboxUrl,
  AKKORD_SECRET_KEY: 'a secret key of the bench, 32 signs or more',
  AKKORD_ADMIN_EMAIL: administrator.email,
  AKKORD_ADMIN_PASSWORD: administrator.password,
})

async function benchOn(name: string, where: Instance): Promise<void> {
  const sandbox = await startSandbox()
  let akkord: Running | undefined
  const restart = async () => {
    await akkord?.stop()
    akkord = await startAkkord(settingsOf(where, sandbox.url))
    return { akkord, client: await signIn(akkord.url) }
  }
  /** With Akkord stopped: the embedded database is for one process. */
  const inDatabase = async (work: (database: Awaited<ReturnType<typeof openDatabase>>) => Promise<void>) => {
    await akkord?.stop()
    akkord = undefined
    const database = await openDatabase(where)
    await work(database).finally(() => database.close())
  }
  try {
    const benchRecords = async (set: Awaited<ReturnType<typeof setUp>>) => {
      await inDatabase(({ pool }) =>
        copyCustomers(pool, set.template, { from: 100_001, to: 100_000 + backfilled - 1 }, set.branches),
      )
      const second = await restart()
      const backfill = await measureBackfill(second.client)
      const bareSandbox = await startSandbox()
      const bare = await measureBareLoop(bareSandbox.url, await debtorsThere(sandbox.url)).finally(bareSandbox.stop)
      note(
        name,
        `backfill of ${inThousands(backfilled)} customers`,
        `${backfill.seconds.toFixed(1)} s, ${backfill.calls} calls`,
      )
      note(name, 'the same list calls in a bare loop', `${bare.seconds.toFixed(1)} s, ${bare.calls} calls`)
      note(name, 'backfill : bare loop', (backfill.seconds / bare.seconds).toFixed(1))

      const others = { from: 100_000 + backfilled, to: 100_000 + listed - 1 }
      await inDatabase(async ({ pool }) => {
        await copyCustomers(pool, set.template, others, set.branches)
        await copyBadges(pool, set.template.id, others)
      })
      const third = await restart()
      note(name, `start with ${inThousands(listed)} customers`, ms(third.akkord.startedInMs))
      const wire = await measureSaveToWire(third.client, sandbox.url, set.template.id, saves)
      if (wire.length < saves) throw new Error(`Only ${wire.length} of ${saves} saves were seen on the wire.`)
      note(name, 'save -> request on the wire, p50', ms(percentile(wire, 0.5)), '<= 20 ms')
      note(name, 'save -> request on the wire, p99', ms(percentile(wire, 0.99)), '<= 150 ms')
      const calls = await measureCalls(third.client, sandbox.url, {
        ...set.customer,
        name: 'First A/S',
        registrationNumber: '30000006',
      })
      note(
        name,
        'calls for a new / changed / unchanged customer',
        `${calls.made} / ${calls.changed} / ${calls.unchanged}`,
        '<= 3 / <= 3 / 0',
      )
      const lists = await measureLists(third.client, set.branches[3] as string, listRounds)
      for (const [page, took] of Object.entries(lists))
        note(name, `list of ${inThousands(listed)}: ${page}, p95`, ms(percentile(took, 0.95)), '<= 150 ms')
      note(name, 'list pages of every kind, p95', ms(percentile(Object.values(lists).flat(), 0.95)), '<= 150 ms')
    }
    const first = await restart()
    note(name, 'start on an empty folder', ms(first.akkord.startedInMs))
    const set = await setUp(first.client)

    if (parts.includes('records')) await benchRecords(set)
    if (!parts.includes('billing')) return
    const { client } = await restart()
    const billing = await setUpBilling(client, [set.domesticId])
    await inDatabase(({ pool }) => loadHours(pool, billing))
    const fourth = await restart()
    for (const { what, ms: took, aim } of await measureBilling(fourth.client, billing, fourth.akkord.url))
      note(name, what, ms(took), aim)
    const memory = fourth.akkord.memory()
    if (memory) note(name, 'memory of the process: now, highest', `${memory.now}, ${memory.peak} MB`)
  } finally {
    await akkord?.stop()
    await sandbox.stop()
  }
}

/** Documents on their way into the books, on an instance of their own whose series march in step from the first number on. */
async function benchPosting(name: string, where: Instance): Promise<void> {
  const sandbox = await startSandbox()
  const akkord = await startAkkord(settingsOf(where, sandbox.url))
  try {
    const client = await signIn(akkord.url)
    const set = await setUpPosting(client, sandbox.url)
    for (const { what, figure, aim } of await measurePosting(client, sandbox.url, set, posted))
      note(name, what, figure, aim)
  } finally {
    await akkord.stop()
    await sandbox.stop()
  }
}

/** A ledger full of rows, on an instance of its own. */
async function benchImport(name: string, where: Instance): Promise<void> {
  const sandbox = await startSandbox()
  const akkord = await startAkkord(settingsOf(where, sandbox.url))
  try {
    const client = await signIn(akkord.url)
    await setUpImport(client, sandbox.url)
    for (const { what, figure, aim } of await measureImport(client, sandbox.url)) note(name, what, figure, aim)
    const memory = akkord.memory()
    if (memory) note(name, 'memory of the process during the import: now, highest', `${memory.now}, ${memory.peak} MB`)
  } finally {
    await akkord.stop()
    await sandbox.stop()
  }
}

/** A tag group for the debtor group, one to filter by, the integration, and a first customer that has arrived there. */
async function setUp(client: Client) {
  const groups = await client('POST', '/tag-groups', {
    name: 'Debtor group',
    objectKind: 'customer',
    rule: 'exactly-one',
  })
  const domestic = await client('POST', '/tags', { groupId: groups.id, name: 'Domestic', code: 'Indland' })
  const branch = await client('POST', '/tag-groups', { name: 'Branch', objectKind: 'customer' })
  const branches: string[] = []
  for (let n = 1; n <= 10; n++)
    branches.push((await client('POST', '/tags', { groupId: branch.id, name: `Branch ${n}` })).id)
  await client('POST', '/integrations/uniconta', {
    userName: 'akkord-server',
    password: 'sandbox-password',
    companyId,
    exportCustomers: true,
    customerGroupTagGroupId: groups.id,
  })
  const customer = {
    countryCode: 'DK',
    currency: 'DKK',
    street1: 'Havnegade 4',
    postalCode: '8000',
    city: 'Aarhus C',
    email: 'post@example.test',
    phone: '+45 12 34 56 78',
    tagIds: [domestic.id],
  }
  const template = await client('POST', '/customers', {
    ...customer,
    name: 'Template A/S',
    registrationNumber: '10000009',
  })
  await untilShown(client, template.id, 'transferred')
  return { customer, template, branches, domesticId: domestic.id as string }
}

function table(): string {
  const databases = [...new Set(rows.map((row) => row.on))]
  const figureOf = (what: string, on: string) => rows.find((row) => row.what === what && row.on === on)?.figure ?? ''
  const lines = [...new Map(rows.map((row) => [row.what, row.aim]))].map(
    ([what, aim]) => `| ${what} | ${databases.map((on) => figureOf(what, on)).join(' | ')} | ${aim} |`,
  )
  return [`| | ${databases.join(' | ')} | aim |`, `|---|${databases.map(() => '---:|').join('')}---|`, ...lines].join(
    '\n',
  )
}

function writeToReadme(text: string): void {
  const file = join(packageRoot, 'README.md')
  const marks = /(<!-- bench:start -->)[\s\S]*(<!-- bench:end -->)/
  let readme = ''
  try {
    readme = readFileSync(file, 'utf8')
  } catch {}
  if (!marks.test(readme)) {
    console.error(
      'README.md has no lines <!-- bench:start --> and <!-- bench:end -->, so the table was not written there.',
    )
    process.exitCode = 1
    return
  }
  writeFileSync(
    file,
    readme.replace(marks, (_all, start, end) => `${start}\n${text}\n${end}`),
  )
}

const startedAt = performance.now()
const folder = mkdtempSync(join(tmpdir(), 'akkord-bench-'))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))

const measuresOffice = parts.some((part) => part === 'records' || part === 'billing')
if (measuresOffice) await benchOn('embedded', { dataDir: join(folder, 'embedded') })
if (parts.includes('posting')) await benchPosting('embedded', { dataDir: join(folder, 'posting') })
const postgres = measuresOffice ? await startPostgresForTests() : undefined
if (postgres) await benchOn('PostgreSQL', { dataDir: join(folder, 'server'), url: postgres.url }).finally(postgres.stop)
if (parts.includes('expenses')) await benchImport('embedded', { dataDir: join(folder, 'expenses') })
const second = parts.includes('posting') ? await startPostgresForTests() : undefined
if (second) await benchPosting('PostgreSQL', { dataDir: join(folder, 'second'), url: second.url }).finally(second.stop)
const third = parts.includes('expenses') ? await startPostgresForTests() : undefined
if (third) await benchImport('PostgreSQL', { dataDir: join(folder, 'third'), url: third.url }).finally(third.stop)
const without = (postgres ?? second) ? '' : '\n\nPostgreSQL is not installed here and was left out.'
const machine = `${availableParallelism()} cores, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`
const text = `${table()}\n\nMeasured against the sandbox on ${machine}, in ${Math.round((performance.now() - startedAt) / 1_000)} s.${without}`
console.log(`\n${text}`)
if (process.argv.includes('--write')) writeToReadme(text)
