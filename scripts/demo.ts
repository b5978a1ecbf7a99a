// npm run demo [-- --exit]: a demo company whose books are kept in a local Uniconta, and the main job shown on it. Stays up
// until Ctrl-C, or ends after the show with --exit. What it makes is kept in DATA_DIR (./data/demo) for the next run.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Akkord, type Client, clientOf, signIn, startAkkord } from './demo/akkord.ts'
import { type Books, startBooks } from './demo/books.ts'
import { type Comparison, compareCustomers, compareProjects } from './demo/compare.ts'
import { compareDocuments, type DocumentComparison, type Sum, writeØre } from './demo/compare-documents.ts'
import { type Mailbox, startMailbox } from './demo/mailbox.ts'
import { connect, secondsSince, sendExisting, showChange, showLostAnswer, showOutage, untilIdle } from './demo/show.ts'
import { compareMoney, showExpense } from './demo/show-expense.ts'
import { exportInvoices, showInvoice } from './demo/show-invoices.ts'
import { freePortFrom, isFree } from './free-port.ts'

/** For the demo company only, which is on this machine and holds nothing of anybody. */
const administrator = { email: 'demo@office.example', password: 'akkord-demo' }

const { values: options } = parseArgs({ options: { exit: { type: 'boolean', default: false } } })
const dataDir = resolve(process.env.DATA_DIR || './data/demo')
const booksDir = join(dataDir, 'sandbox')
const say = (line: string) => console.log(line)
let akkord: Akkord | undefined
let books: Books | undefined
let mailbox: Mailbox | undefined
let stopping: Promise<void> | undefined

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop().then(() => process.exit(0)))
try {
  const client = await start()
  const isRight = await show(client)
  if (options.exit) await stop()
  if (options.exit || !isRight) process.exitCode = isRight ? 0 : 1
  if (!options.exit) await stayUp()
} catch (error) {
  if (!stopping) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
  await stop()
}

async function start(): Promise<Client> {
  mustBeOurs()
  const begunAt = performance.now()
  const isNew = !existsSync(booksDir)
  const port = await portOfAkkord()
  books = await startBooks({ port: await freePortFrom(port + 1), dataDir: booksDir })
  mailbox = await startMailbox({ port: await freePortFrom(port + 2), dataDir: join(dataDir, 'mailbox') })
  akkord = await startAkkord({ port, dataDir, systemUrl: books.url, smtpUrl: mailbox.smtpUrl })
  say(
    `Akkord and a local Uniconta are up, after ${secondsSince(begunAt)}${isNew ? '' : ', with the data of the last run'}.`,
  )
  await makeCompany(akkord.url)
  const client = await signIn(akkord.url, administrator.email, administrator.password)
  if (client) return client
  throw new Error(`The demo's sign-in was changed. Remove ${dataDir} to begin anew, or run npm start with it.`)
}

/** A folder that was not made by the demo may hold a real company: its records must not go into a sandbox. */
function mustBeOurs(): void {
  if (existsSync(booksDir) || !existsSync(join(dataDir, 'postgres'))) return
  throw new Error(`${dataDir} holds the data of another Akkord. Set DATA_DIR to a folder of its own for the demo.`)
}

async function portOfAkkord(): Promise<number> {
  if (!process.env.PORT) return freePortFrom(3000)
  const port = Number(process.env.PORT)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error('PORT has to be a number from 1 to 65535.')
  if (!(await isFree(port))) throw new Error(`Port ${port} is taken by another program; set PORT to another one.`)
  return port
}

async function makeCompany(url: string): Promise<void> {
  const client = clientOf(url)
  if (!(await client.get('/set-up')).needed) return
  const begunAt = performance.now()
  await client.post('/set-up', {
    companyName: 'Nordlys Arkitekter & Rådgivere ApS',
    countryCode: 'DK',
    currency: 'DKK',
    timeZone: 'Europe/Copenhagen',
    name: 'Astrid Demo',
    ...administrator,
    demo: true,
  })
  say(`The demo company was made in ${secondsSince(begunAt)}.`)
}

/** @returns whether both sides are the same at the end. */
async function show(client: Client): Promise<boolean> {
  if (!books || !akkord) throw new Error('The show begins when both are up.')
  const stage = { client, books, say }
  const play = async () => {
    await connect(stage)
    await sendExisting(stage)
    await untilIdle(client)
    await showChange(stage)
    await showOutage(stage)
    await showLostAnswer(stage)
    await exportInvoices(stage)
    await showInvoice(stage)
    await showExpense(stage)
    await untilIdle(client)
  }
  await Promise.race([play(), akkord.ended])
  const customers = await compareCustomers(client, books)
  const projects = await compareProjects(client, books)
  const documents = await compareDocuments(client, books)
  return printTable(customers, projects, documents, await compareMoney(client, books))
}

function printTable(
  customers: Comparison,
  projects: Comparison,
  documents: DocumentComparison,
  money: readonly Sum[],
): boolean {
  const differences = [
    ...[customers, projects, documents].flatMap((compared) => compared.differences),
    ...money.flatMap(({ kind, here, there }) => (here === there ? [] : [`${kind}: ${here} here, ${there} there`])),
  ]
  const row = (what: string, ...cells: (string | number)[]) =>
    say(`  ${what.padEnd(18)}${cells.map((cell) => String(cell).padStart(14)).join('')}`)
  say('')
  row('', 'here', 'in Uniconta', 'difference')
  row('customers', customers.here, customers.there, customers.here - customers.there)
  row('projects', projects.here, projects.there, projects.here - projects.there)
  row('documents', documents.here, documents.there, documents.here - documents.there)
  for (const { kind, here, there } of [...documents.sums, ...money])
    row(kind, ...[here, there, here - there].map(writeØre))
  const fields = customers.fields + projects.fields + documents.fields
  row('fields compared', fields, fields, differences.length)
  say('')
  const [first, ...more] = differences
  if (first === undefined) return true
  console.error(`Akkord and its books differ: ${first}${more.length > 0 ? `, and ${more.length} more` : ''}.`)
  return false
}

async function stayUp(): Promise<void> {
  say(`Akkord           ${akkord?.url}   sign in as ${administrator.email} with ${administrator.password}`)
  say(`Local Uniconta   ${books?.url}   its books, its calls, and trouble to order`)
  say(`Mailbox          ${mailbox?.url}   ${mailbox?.mails().length} mails that Akkord sent; none leaves this machine`)
  say(`Kept in ${dataDir}; the next run goes on from there. Ctrl-C ends both.`)
  await akkord?.ended
}

function stop(): Promise<void> {
  stopping ??= Promise.allSettled([akkord?.stop()]).then(async () => {
    await books?.stop()
    await mailbox?.close()
  })
  return stopping
}
