// The whole application and a sandbox over real HTTP, with lanes that work when the test says so.
import { createSandbox, type SandboxOptions } from '../sandbox/sandbox.ts'
import { startSandboxServer } from '../sandbox/server.ts'
import { LaneLost } from '../src/sync/failure.ts'
import { leaveLane, takeLane } from '../src/sync/lane.ts'
import { type Engine, runNextTask, takeOver } from '../src/sync/run-task.ts'
import { startTestApp, type TestAppOptions, testNow } from './app.ts'
import { aTag, aTagGroup } from './builders.ts'

export const companyId = 12_345

export type DialogTest = Awaited<ReturnType<typeof startDialog>>

/** Nothing is saved yet; the sandbox has codes and no customers, and lets a plain user name in. */
export async function startDialog(options: TestAppOptions & { sandbox?: SandboxOptions } = {}) {
  let shiftMs = 0
  const now = () => new Date(testNow.getTime() + shiftMs)
  const sandbox = createSandbox({
    now,
    empty: true,
    ...options.sandbox,
    switches: { apiKey: 'not-read', companyList: 'all-reachable', ...options.sandbox?.switches },
  })
  const server = await startSandboxServer(sandbox)
  let before: { part: string; act: () => Promise<unknown> } | undefined
  const parts = {
    unicontaUrl: server.url,
    ...options,
    async fetch(request: Request) {
      if (before && request.url.includes(before.part)) {
        const { act } = before
        before = undefined
        await act()
      }
      return (options.fetch ?? fetch)(request)
    },
  }
  const app = await startTestApp(parts)
  let plans = app.plans
  const admin = await app.as('administrator')
  const engine: Engine = {
    db: app.db,
    now,
    random: () => 0.5,
    log: { info() {}, warn() {}, error: (facts) => void faults.push(facts) },
    onLogged: app.onLogged,
  }
  const faults: object[] = []

  function pass(ms: number): void {
    shiftMs += ms
    app.setNow(now())
  }

  /** A tag group of customers that asks for exactly one tag, with the code of a group of the sandbox. */
  async function aCustomerGroup(code: string | null = 'Indland', rule = 'exactly-one') {
    const group = (await admin.post('/tag-groups', aTagGroup({ name: 'Customer group', rule: rule as 'none' }))).body
    const tag = (await admin.post('/tags', aTag({ groupId: group.id, name: 'Danish', code }))).body
    return { groupId: group.id as string, tagId: tag.id as string }
  }

  return {
    ...app,
    sandbox,
    server,
    admin,
    engine,
    faults,
    now,
    pass,
    aCustomerGroup,
    /** Lets every lane work until nothing may run now, or for a number of tasks. */
    async run(most = Number.POSITIVE_INFINITY): Promise<void> {
      pass(1)
      for (let isDone = false, left = most; !isDone && left > 0; ) {
        isDone = true
        for (const plan of plans) {
          const hold = await takeLane(app.db, plan.name, now())
          if (!hold) throw new Error(`The lane ${plan.name} is held by another test.`)
          try {
            await takeOver(engine, plan, hold)
            while (left > 0 && (await runNextTask(engine, plan, hold))) {
              isDone = false
              left -= 1
            }
          } catch (error) {
            if (!(error instanceof LaneLost)) throw error
            // Every lease ended at this very moment.
            pass(1)
          }
          await leaveLane(app.db, hold, now())
        }
        pass(1)
      }
    },
    /** `act` happens once, when a call whose address has this part is about to leave. */
    onceBefore(part: string, act: () => Promise<unknown>): void {
      before = { part, act }
    },
    /** As after the death of the process: what it kept in memory is gone, and its lanes are taken over. */
    async restart(): Promise<void> {
      plans = (await app.another()).plans
    },
    /** Saves the dialog; what is not named is what a first administrator types. */
    save: (change: object = {}) =>
      admin.post('/integrations/uniconta', {
        ...credentials,
        companyId,
        exportCustomers: false,
        firstDocument: 'go',
        ...change,
      }),
    async close() {
      await server.close()
      sandbox.close()
      await app.close()
    },
  }
}

export const credentials = { userName: 'akkord-server', password: 'sandbox-password' }
