// Two real processes of Akkord on one database of a server, and the sandbox as the accounting system that both post to.
import { onTestFinished } from 'vitest'
import { createSandbox } from '../sandbox/sandbox.ts'
import { startSandboxServer } from '../sandbox/server.ts'
import { type Client, signIn } from '../scripts/demo/akkord.ts'
import { openDatabase } from '../src/lib/database/database.ts'
import { aCustomer, aProject, aTag, aTagGroup } from './builders.ts'
import { companyId } from './connector.ts'
import { type AkkordProcess, launchAkkord } from './process.ts'
import { newDatabaseOn } from './server.ts'
import type { Chance } from './simulator/chance.ts'
import { throwAwayFolder } from './throw-away.ts'

/** The company's wait at its shortest. */
const postingWaitMinutes = 5
/** A token lives an hour; after it and the wait nothing that was sent can arrive any more. */
const untilNothingArrivesMs = (60 + postingWaitMinutes + 1) * 60_000

const administrator = { email: 'anna@office.example', password: 'correct horse battery' }
const key = 'a key for tests that is long enough'

export type TwoProcesses = Awaited<ReturnType<typeof startTwoProcesses>>

export async function startTwoProcesses(server: string, chance: Chance) {
  let aheadMs = 0
  const now = () => new Date(Date.now() + aheadMs)
  const { url, drop } = await newDatabaseOn(server)
  onTestFinished(drop)
  const database = await openDatabase({ dataDir: '', url })
  onTestFinished(() => database.close())
  const sandbox = createSandbox({ empty: true, now, random: chance.next })
  const books = await startSandboxServer(sandbox)
  onTestFinished(async () => {
    await books.close()
    sandbox.close()
  })
  const said: string[] = []
  const places = await Promise.all([newPlace(), newPlace()])
  const [first, second] = places

  async function newPlace() {
    const settings = {
      DATA_DIR: throwAwayFolder(),
      DATABASE_URL: url,
      AKKORD_SECRET_KEY: key,
      UNICONTA_URL: books.url,
      AKKORD_ADMIN_EMAIL: administrator.email,
      AKKORD_ADMIN_PASSWORD: administrator.password,
    }
    return { settings, akkord: undefined as AkkordProcess | undefined, client: undefined as Client | undefined }
  }

  async function start(place: Place): Promise<void> {
    const akkord = await launchAkkord(place.settings, { aheadMs })
    place.akkord = akkord
    await akkord.ready()
    place.client = await signIn(akkord.url, administrator.email, administrator.password)
  }

  async function kill(place: Place): Promise<void> {
    const { akkord } = place
    place.client = undefined
    akkord?.kill('SIGKILL')
    await akkord?.ended
    said.push(akkord?.said() ?? '')
  }

  return {
    database,
    sandbox,
    now,
    first: first as Place,
    second: second as Place,
    start,
    kill,
    /** A client of a process that works; undefined while there is none. */
    client(): Client | undefined {
      const clients = places.flatMap(({ client }) => client ?? [])
      return clients.length > 0 ? chance.pick(clients) : undefined
    },
    /** Both end, and begin again when nothing that was sent before can arrive any more. */
    async letTheWaitPass(): Promise<void> {
      await Promise.all(places.map(kill))
      aheadMs += untilNothingArrivesMs
      await Promise.all(places.map(start))
    },
    /** What the processes complained of on our side. */
    faults: (): string[] =>
      [...said, ...places.map(({ akkord }) => akkord?.said() ?? '')]
        .flatMap((text) => text.split('\n'))
        .filter((line) => line.includes('"level":50')),
  }
}

export type Place = {
  readonly settings: Record<string, string>
  akkord: AkkordProcess | undefined
  client: Client | undefined
}

/** The integration with Export invoices, and a project to bill. */
export async function setUpPosting({ sandbox }: TwoProcesses, client: Client): Promise<{ projectId: string }> {
  await client.post('/accounting/standard-set', { country: 'DK' })
  sandbox.put(companyId, 'PaymentTermClient', { Payment: 'Netto0', Name: '0', PaymentMethod: 'Net days', Days: 0 })
  sandbox.setSwitches({ callsBeforeSlowDown: 0 })
  const aGroup = async (objectKind: 'customer' | 'project', code: string) => {
    const group = await client.post('/tag-groups', aTagGroup({ name: code, objectKind, rule: 'exactly-one' }))
    const tag = await client.post('/tags', aTag({ groupId: group.id, name: code, code }))
    return { groupId: group.id as string, tagId: tag.id as string }
  }
  const debtors = await aGroup('customer', 'Indland')
  const categories = await aGroup('project', '90')
  await client.post('/integrations/uniconta', {
    ...{ userName: 'akkord-server', password: 'sandbox-password', companyId, postingWaitMinutes },
    ...{ exportCustomers: true, customerGroupTagGroupId: debtors.groupId, exportProjects: true },
    ...{ exportInvoices: true, firstDocument: 'go', projectCategoryTagGroupId: categories.groupId },
  })
  const customer = await client.post('/customers', aCustomer({ tagIds: [debtors.tagId] }))
  const project = aProject({ customerId: customer.id, tagIds: [categories.tagId], state: 'in-progress' })
  return { projectId: (await client.post('/projects', project)).id }
}
