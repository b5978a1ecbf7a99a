// The main job in front of the reader: everything goes over, a change, an outage, a lost answer. Times are measured.
import { setTimeout as wait } from 'node:timers/promises'
import type { Client } from './akkord.ts'
import { type BookRow, type Books, companyId, serverUser } from './books.ts'

export type Stage = { client: Client; books: Books; say(line: string): void }

const stepLimitMs = 60_000
const outageMs = 2_500
export const system = '/integrations/uniconta'

/** Saves the integration as a person would in the dialog; nothing when it is there already. */
export async function connect({ client, say }: Stage): Promise<void> {
  const stored = await client.get(system).catch((error: Error & { status?: number }) => {
    if (error.status === 404) return undefined
    throw error
  })
  if (stored) return
  const begunAt = performance.now()
  const [customerGroup] = (await client.get('/tag-groups?objectKind=customer')).items
  await client.post(system, {
    ...serverUser,
    companyId,
    departmentDimension: 1,
    exportCustomers: true,
    customerGroupTagGroupId: customerGroup.id,
    exportProjects: true,
    projectDepartment: 'project-department',
    notifyUserIds: [(await client.get('/me')).id],
    notifyEmails: ['accountant@office.example'],
  })
  say(`The integration with Uniconta is saved: sign-in, company and rights were proved in ${msSince(begunAt)}.`)
}

/** "Send existing records", for customers and for projects: all that was made before the integration. */
export async function sendExisting({ client, books, say }: Stage): Promise<void> {
  if ((await client.get(`${system}/backfill`)).items.length > 0) return
  const callsBefore = await books.callsToday()
  const begunAt = performance.now()
  for (const kind of ['customers', 'projects']) await client.post(`${system}/backfill`, { kind, linkSame: false })
  await until('every record was sent', async () => {
    const { items } = await client.get(`${system}/backfill`)
    return items.every((run: { state: string }) => run.state === 'done')
  })
  const took = secondsSince(begunAt)
  const [debtors, projects] = [await books.rows('DebtorClient'), await books.rows('ProjectClient')]
  const calls = (await books.callsToday()) - callsBefore
  say(`${debtors.length} customers and ${projects.length} projects went over in ${took}, with ${calls} calls.`)
}

/** A name changed here is changed there. */
export async function showChange({ client, books, say }: Stage): Promise<void> {
  const customer = await customerOf(client, 0)
  const name = nextName(customer.name)
  const begunAt = performance.now()
  await client.put(`/customers/${customer.id}`, { ...inputOf(customer), name })
  const saved = msSince(begunAt)
  await until('the new name stands in the books', async () => (await rowOf(books, customer.number))?.Name === name)
  say(`A change: customer ${customer.number} is called "${name}". Saved in ${saved}, there after ${msSince(begunAt)}.`)
}

/** Nobody answers for some seconds: saving works, the change waits and goes by itself. */
export async function showOutage({ client, books, say }: Stage): Promise<void> {
  const customer = await customerOf(client, 1)
  const street2 = nextName(customer.street2 ?? 'Opgang')
  await books.order({ down: true })
  const begunAt = performance.now()
  await client.put(`/customers/${customer.id}`, { ...inputOf(customer), street2 })
  say(`An outage: Uniconta answers nobody. Customer ${customer.number} is saved all the same, in ${msSince(begunAt)}.`)
  await until('the outage is noticed', async () => (await laneOf(client)).state === 'trouble')
  say(`  Akkord says: ${(await laneOf(client)).text}`)
  await wait(outageMs)
  if ((await rowOf(books, customer.number))?.Address2 === street2)
    throw new Error(`Customer ${customer.number} reached the books although nobody answered.`)
  await books.order({ down: false })
  const backAt = performance.now()
  await until('the change arrives', async () => (await rowOf(books, customer.number))?.Address2 === street2)
  say(`  Uniconta is back, and ${secondsSince(backAt)} later the change stands there, by itself.`)
}

/** A new customer arrives and the answer is lost: Akkord does not know, looks, and does not send it twice. */
export async function showLostAnswer({ client, books, say }: Stage): Promise<void> {
  const [group] = (await client.get('/tag-groups?objectKind=customer')).items
  const domestic = group.tags.find((tag: { code: string }) => tag.code === 'Indland')
  await books.order({ kind: 'drop-after', match: { path: '/insert/' }, times: 1 })
  const callsBefore = await books.callsToday()
  const customer = await client.post('/customers', {
    ...{ name: 'Pakhusets Lysværksted', countryCode: 'DK', currency: 'DKK', city: 'Aarhus C', postalCode: '8000' },
    email: 'post@lysvaerksted.example',
    tagIds: [domestic.id],
  })
  const badge = async () => (await client.get(`/customers/${customer.id}`)).sync
  await until('the lost answer is noticed', async () => (await badge()).state === 'uncertain')
  say(`A lost answer: customer ${customer.number} was sent, and the line was cut before the answer came.`)
  say(`  Akkord says: uncertain. ${(await badge()).text}`)
  await until('the doubt is settled', async () => (await badge()).state === 'transferred')
  const debtors = await books.rows('DebtorClient')
  const found = debtors.filter((row) => row.Account === customer.number).length
  const calls = (await books.callsToday()) - callsBefore
  if (found !== 1)
    throw new Error(`Debtor ${customer.number} stands ${found} times in Uniconta, and once would be right.`)
  say(
    `  It looked: debtor ${customer.number} stands there exactly once. It was not sent again (${calls} calls in all).`,
  )
}

/** Until nothing waits. @throws what Akkord says of a record that is stuck. */
export async function untilIdle(client: Client): Promise<void> {
  await until('nothing waits any more', async () => (await laneOf(client)).waiting === 0)
  for (const kind of ['customers', 'projects'])
    for (const { number, name, sync } of (await client.get(`/${kind}?syncState=failed`)).items)
      throw new Error(`${number} ${name} could not be sent. ${sync.text}`)
}

export async function laneOf(client: Client): Promise<{ state: string; text: string; waiting: number }> {
  const { lanes } = await client.get('/sync/status')
  return lanes.find((lane: { lane: string }) => lane.lane === 'uniconta')
}

// biome-ignore lint/suspicious/noExplicitAny: the shape is that of /api/openapi.json.
async function customerOf(client: Client, place: number): Promise<any> {
  const { items } = await client.get(`/customers?relation=customer&sort=number&size=${place + 1}`)
  return client.get(`/customers/${items[place].id}`)
}

/** What a form sends back: the fields of the record without those that Akkord adds. */
function inputOf(customer: Record<string, unknown>): Record<string, unknown> {
  const { id: _, createdAt: _c, updatedAt: _u, sync: _s, warnings: _w, ...input } = customer
  return input
}

/** Another one at each run: "Name", "Name (2)", "Name (3)". */
function nextName(name: string): string {
  const [, stem = name, count = '1'] = /^(.*) \((\d+)\)$/.exec(name) ?? []
  return `${stem} (${Number(count) + 1})`
}

async function rowOf(books: Books, account: string): Promise<BookRow | undefined> {
  return (await books.rows('DebtorClient')).find((row) => row.Account === account)
}

export async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + stepLimitMs
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`The demo waited a minute in vain until ${what}.`)
    await wait(10)
  }
}

export const msSince = (begunAt: number) => `${Math.round(performance.now() - begunAt)} ms`
export const secondsSince = (begunAt: number) => `${((performance.now() - begunAt) / 1000).toFixed(1)} s`
