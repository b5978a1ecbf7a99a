// The sandbox as somebody sees it who looks into its books and orders trouble: over its control routes.
import { createSandbox } from '../../sandbox/sandbox.ts'
import { startSandboxServer } from '../../sandbox/server.ts'

export const companyId = 12345
/** The sandbox's server user; its password opens nothing else. */
export const serverUser = { userName: 'akkord-server', password: 'sandbox-password' }

export type BookRow = Readonly<Record<string, unknown>>

type ShownEntity = 'DebtorClient' | 'ProjectClient' | 'DebtorInvoiceClient' | 'DebtorTransClient' | 'GLTransClient'

export type Books = {
  readonly url: string
  rows(entity: ShownEntity): Promise<readonly BookRow[]>
  /** What an accountant does there: changes a row, or books an invoice. */
  put(entity: string, row: BookRow): Promise<void>
  postByHand(invoice: BookRow): Promise<void>
  /** A supplier's bill, with its scan. */
  billByHand(bill: BookRow): Promise<void>
  payByHand(payment: BookRow): Promise<void>
  setSwitches(switches: Readonly<Record<string, string>>): Promise<void>
  callsToday(): Promise<number>
  order(trouble: { down: boolean } | { kind: string; match?: object; times?: number }): Promise<void>
  stop(): Promise<void>
}

/** A sandbox on a port, with the books of the last run in the folder. */
export async function startBooks(options: { port: number; dataDir: string }): Promise<Books> {
  const sandbox = createSandbox({ dataDir: options.dataDir, empty: true })
  const server = await startSandboxServer(sandbox, { port: options.port })
  const control = `${server.url}/sandbox/control`
  const ask = async (path: string, init: RequestInit = {}) => {
    const answer = await fetch(`${control}/${path}`, init)
    if (!answer.ok) throw new Error(`The sandbox answered ${answer.status} to ${path}: ${await answer.text()}`)
    return answer
  }
  const send = async (method: string, path: string, body: object) => {
    await ask(path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  }
  return {
    url: server.url,
    rows: async (entity) => (await ask(`rows/${companyId}/${entity}`)).json() as Promise<BookRow[]>,
    async callsToday() {
      const counts = (await (await ask('counts')).json()) as { calls: number }[]
      return counts.reduce((sum, { calls }) => sum + calls, 0)
    },
    put: (entity, row) => send('PUT', `rows/${companyId}/${entity}`, row),
    postByHand: (invoice) => send('POST', `by-hand/post/${companyId}`, invoice),
    billByHand: (bill) => send('POST', `by-hand/bill/${companyId}`, bill),
    payByHand: (payment) => send('POST', `by-hand/pay/${companyId}`, payment),
    setSwitches: (switches) => send('PUT', 'switches', switches),
    order: (trouble) => send('POST', 'faults', trouble),
    async stop() {
      await server.close()
      sandbox.close()
    },
  }
}
