// The connector on the test database, against a sandbox over real HTTP, one run at a time. For tests of what goes over the wire.
import { createSandbox, type Sandbox } from '../sandbox/sandbox.ts'
import { startSandboxServer } from '../sandbox/server.ts'
import { insertCompany } from '../src/company/company-store.ts'
import type { CustomerInput } from '../src/customers/customer.ts'
import { CustomerInput as CustomerShape } from '../src/customers/customer.ts'
import { type Db, inTransaction } from '../src/lib/database/database.ts'
import { createPhrasebook } from '../src/lib/i18n/sentence.ts'
import { createSecretBox } from '../src/lib/secrets.ts'
import { findBadge } from '../src/sync/badge-store.ts'
import { registerKind } from '../src/sync/enqueue.ts'
import { LaneLost } from '../src/sync/failure.ts'
import { takeLane } from '../src/sync/lane.ts'
import type { LogLine } from '../src/sync/log-store.ts'
import { type Engine, runNextTask, takeOver } from '../src/sync/run-task.ts'
import { createTag } from '../src/tags/save-tag.ts'
import { createTagGroup } from '../src/tags/save-tag-group.ts'
import { englishTexts } from '../src/texts.ts'
import { saveIntegration } from '../src/uniconta/save-integration.ts'
import { UnicontaInput } from '../src/uniconta/settings.ts'
import { createUniconta } from '../src/uniconta/uniconta.ts'
import { emptyTables, testDatabase } from './database.ts'
import { companyId, tester } from './usual.ts'

export { companyId, tester }
export const phrase = createPhrasebook({ en: englishTexts })

export type ConnectorTest = Awaited<ReturnType<typeof startConnector>>

/** A saved integration that exports customers and projects, unless told otherwise. */
export async function startConnector(
  options: { settings?: Partial<UnicontaInput>; empty?: boolean; isSaved?: boolean; timeoutMs?: number } = {},
) {
  const database = await testDatabase()
  const { db } = database
  await emptyTables(db)
  let shiftMs = 0
  const now = () => new Date(Date.now() + shiftMs)
  const sandbox = createSandbox({ now, empty: options.empty ?? true })
  const server = await startSandboxServer(sandbox)
  const lines: LogLine[] = []
  /** As one process has it: each call is another process of the same instance. */
  const aProcess = () =>
    createUniconta({
      db,
      baseUrl: server.url,
      fetch: (request) => fetch(request),
      now,
      ...(options.timeoutMs && { timeoutMs: options.timeoutMs }),
      box: createSecretBox('a key for tests that is long enough'),
      onLogged: async (_tx, line) => {
        lines.push(line)
      },
    })
  const uniconta = aProcess()
  const errors: unknown[] = []
  const log = { info() {}, warn() {}, error: (facts: object) => void errors.push(facts) }
  const engine: Engine = { db, now, random: () => 0.5, log, onLogged: async (_tx, line) => void lines.push(line) }
  for (const handler of uniconta.lane.handlers)
    await registerKind(db, {
      kind: handler.kind,
      lane: uniconta.lane.name,
      system: uniconta.lane.system,
      wanted: !/\.(push|post)$/.test(handler.kind),
      waitsForComparison: handler.kind !== uniconta.lane.comparison?.kind,
    })
  await inTransaction(db, (tx) =>
    insertCompany(tx, {
      name: 'Prøve Rådgivning ApS',
      registrationNumber: null,
      countryCode: 'DK',
      currency: 'DKK',
      timeZone: 'Europe/Copenhagen',
      street: null,
      postalCode: null,
      city: null,
      phone: null,
      email: null,
    }),
  )
  const group = await createTagGroup(
    db,
    tester,
    { name: 'Customer group', objectKind: 'customer', rule: 'exactly-one' },
    now(),
  )
  const domestic = await createTag(
    db,
    tester,
    { groupId: group.id, name: 'Indland', code: groupCode(sandbox), colour: 'blue', active: true },
    now(),
  )
  const save = (settings: Partial<UnicontaInput> = {}, version?: number) =>
    saveIntegration(
      { ...uniconta, db, now },
      tester,
      UnicontaInput.parse({
        userName: 'akkord-server',
        password: 'sandbox-password',
        companyId,
        exportCustomers: true,
        customerGroupTagGroupId: group.id,
        exportProjects: true,
        firstDocument: 'go',
        ...settings,
      }),
      version,
      async () => {},
    )
  if (options.isSaved !== false) await save(options.settings)
  sandbox.clearCalls()

  return {
    database,
    db,
    sandbox,
    server,
    uniconta,
    aProcess,
    engine,
    now,
    lines,
    errors,
    group,
    domestic,
    save,
    /** Lets the lane work until nothing may run now. */
    async run(): Promise<void> {
      await withLane(db, engine, async (hold) => {
        while (await runNextTask(engine, uniconta.lane, hold));
      })
    },
    /** Moves the clock on: leases, tokens and waits end. */
    pass(ms: number): void {
      shiftMs += ms
    },
    badge: (kind: 'customer' | 'project', id: string) => findBadge(db, kind, id, phrase, 'en'),
    /** The calls that may have changed something there. */
    writes: () => sandbox.calls().filter((call) => /^\/crud\//i.test(call.path)),
    debtors: () => sandbox.rows(companyId, 'DebtorClient'),
    projects: () => sandbox.rows(companyId, 'ProjectClient'),
    async close(): Promise<void> {
      await server.close()
      sandbox.close()
    },
    async withLane(work: (hold: { lane: string; token: string }) => Promise<void>): Promise<void> {
      await withLane(db, engine, work)
    },
  }

  async function withLane(db: Db, engine: Engine, work: (hold: { lane: string; token: string }) => Promise<void>) {
    const hold = (await takeLane(db, uniconta.lane.name, now())) ?? (await retake())
    await takeOver(engine, uniconta.lane, hold)
    try {
      await work(hold)
    } catch (error) {
      if (!(error instanceof LaneLost)) throw error
    }
    shiftMs += 10
  }

  /** The lease of an earlier run in the same test is let run out. */
  async function retake() {
    shiftMs += 4_000
    const hold = await takeLane(db, uniconta.lane.name, now())
    if (!hold) throw new Error('The lane is held by another test.')
    return hold
  }
}

function groupCode(sandbox: Sandbox): string {
  return String(sandbox.rows(companyId, 'DebtorGroupClient')[0]?.Group)
}

/** A complete customer; only what matters is written in the test. */
export function aCustomerInput(tagIds: readonly string[], change: Partial<CustomerInput> = {}): CustomerInput {
  return CustomerShape.parse({
    name: 'Hansen & Søn A/S',
    countryCode: 'DK',
    currency: 'DKK',
    street1: 'Nygade 1',
    postalCode: '8000',
    city: 'Aarhus C',
    registrationNumber: '10000009',
    email: 'post@hansen.example',
    phone: '+45 12 34 56 78',
    website: 'https://hansen.example',
    tagIds: [...tagIds],
    ...change,
  })
}
