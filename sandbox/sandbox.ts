import { createBooks, type Value } from './books.ts'
import { type HandRow, putByHand, rekeyByHand, removeByHand, rowsByHand } from './by-hand.ts'
import { type Call, createCallLog } from './call-log.ts'
import { answerControl } from './control/control-routes.ts'
import { createFaults, type Fault, type FaultOrder } from './faults.ts'
import { type Bill, billByHand, reverseByHand } from './hand-bills.ts'
import { creditByHand, postByHand, setPeriod } from './hand-bookings.ts'
import { bookByHand, type Journal, type Reminder, remindByHand, unbookByHand } from './hand-journals.ts'
import { type Payment, payByHand, type SetOff, setOffByHand } from './hand-payments.ts'
import { handleCall } from './handle-call.ts'
import { memoryJournal, openJournal } from './journal.ts'
import { answerPage } from './page/page.ts'
import { seedBooks, seedEmptyCompany } from './seed.ts'
import { createSessions } from './sessions.ts'
import { type Switches, worstCase } from './switches.ts'
import { seedUsers } from './users.ts'
import type { World } from './world.ts'

export type SandboxOptions = {
  readonly now?: () => Date
  /** 0 up to 1, as Math.random. */
  readonly random?: () => number
  readonly sleep?: (ms: number) => Promise<void>
  /** Where the books are kept; null (the default) keeps them in memory. */
  readonly dataDir?: string | null
  readonly switches?: Partial<Switches>
  /** Begin with companies, accounts and codes but without customers and projects. */
  readonly empty?: boolean
}

export type Sandbox = {
  /** Answers like fetch: rejects when the line fails. */
  handle(request: Request): Promise<Response>
  order(fault: FaultOrder): Fault
  faults(): readonly Fault[]
  clearFaults(id?: number): void
  /** While down every connection is refused. */
  setDown(isDown: boolean): void
  isDown(): boolean
  switches(): Readonly<Switches>
  setSwitches(changes: Partial<Switches>): void
  calls(): readonly Call[]
  clearCalls(): void
  callsByDay(): readonly { user: string; day: string; calls: number }[]
  companies(): readonly number[]
  /** Rows as they are stored, English labels, with `RowId`. */
  rows(companyId: number, entity: string): readonly HandRow[]
  count(companyId: number, entity: string): number
  /** By hand in Uniconta: inserts, or changes the given fields of the row with this key; null blanks a field. */
  put(companyId: number, entity: string, row: Record<string, unknown>): HandRow
  remove(companyId: number, entity: string, key: Value): boolean
  /** By hand: another number for a record; what refers to it follows. */
  rekey(companyId: number, entity: string, oldKey: Value, newKey: string): HandRow
  /** A field of the company's own, seen on the entity whose name ends in `User`. */
  defineUserField(companyId: number, entity: string, name: string, length?: number): void
  /** Somebody else signs in as this user: its tokens end now. */
  signInElsewhere(loginId: string): void
  /** An accountant posts an invoice: a stored order by `OrderNumber`, or `Account` with `Amount` or `Lines`. The posted row. */
  postByHand(companyId: number, order: Record<string, unknown>): HandRow
  /** An accountant credits the invoice of `InvoiceNumber`; `OurRef` is copied. `Post: false` leaves the order. */
  creditByHand(companyId: number, credit: Record<string, unknown>): HandRow
  /** A journal takes a number of `Serie`. Returns the posted journal, as the next two do. */
  bookByHand(companyId: number, journal?: Journal): HandRow
  /** A supplier's bill, with the scan of its voucher if wished. */
  billByHand(companyId: number, bill: Bill): HandRow
  /** The journal once more with the opposite sign. */
  reverseByHand(companyId: number, journalPostedId: number): HandRow
  remindByHand(companyId: number, reminder: Reminder): HandRow
  payByHand(companyId: number, payment: Payment): HandRow
  /** Settles an invoice with a credit note. The row of what the customer owes for the invoice. */
  setOffByHand(companyId: number, documents: SetOff): HandRow
  /** Deletes a posted journal that is no invoice; what it settled is open again. */
  unbookByHand(companyId: number, journalPostedId: number): HandRow
  /** Closes the month of `Date`, or its year with `Year: true`; opens it with `Open: true`. */
  setPeriod(companyId: number, period: { Date: string; Year?: boolean; Open?: boolean }): HandRow
  /** Books, sessions, faults and calls as on the first day; switches stay. */
  reset(): void
  close(): void
}

export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const { now = () => new Date(), random = Math.random, sleep = sleepForReal, dataDir = null } = options
  const journal = dataDir === null ? memoryJournal : openJournal(dataDir)
  const sessions = createSessions(now, random)
  const world: World = {
    now,
    random,
    sleep,
    books: createBooks(journal),
    sessions,
    users: seedUsers,
    switches: { ...worstCase, ...options.switches },
    faults: createFaults(now, random, sessions.lastId),
    calls: createCallLog(now),
    lastErrors: new Map(),
  }
  const open = new Set<Request>()
  const seed = () => (options.empty ? seedEmptyCompany(world) : seedBooks(world))
  if (world.books.companies().length === 0) seed()

  const sandbox: Sandbox = {
    async handle(request) {
      const url = new URL(request.url)
      if (url.pathname.startsWith('/sandbox/control/')) return answerControl(sandbox, request, url)
      if (isOwnPath(url.pathname)) return answerPage(sandbox, url) ?? new Response(null, { status: 404 })
      return untilGivenUp(request, handleCall(world, request, url), open)
    },
    order: (order) => world.faults.order(order, order.kind === 'stale-read' ? snapshotOf(world) : () => []),
    faults: () => world.faults.list(),
    clearFaults: (id) => world.faults.clear(id),
    setDown(isDown) {
      world.faults.down = isDown
    },
    isDown: () => world.faults.down,
    switches: () => world.switches,
    setSwitches: (changes) => void Object.assign(world.switches, changes),
    calls: () => world.calls.list(),
    clearCalls: () => world.calls.clear(),
    callsByDay: () => world.calls.countsByDay(),
    companies: () => world.books.companies(),
    rows: (companyId, entity) => rowsByHand(world, companyId, entity),
    count: (companyId, entity) => world.books.all(companyId, entity).length,
    put: (companyId, entity, row) => putByHand(world, companyId, entity, row),
    remove: (companyId, entity, key) => removeByHand(world, companyId, entity, key),
    rekey: (companyId, entity, oldKey, newKey) => rekeyByHand(world, companyId, entity, oldKey, newKey),
    defineUserField(companyId, entity, name, length = 20) {
      putByHand(world, companyId, 'TableFieldsClient', {
        entity,
        Name: name,
        Prompt: name,
        Type: 'String',
        Length: length,
      })
    },
    signInElsewhere: (loginId) => world.sessions.endAll(loginId),
    postByHand: (companyId, order) => postByHand(world, companyId, order),
    creditByHand: (companyId, credit) => creditByHand(world, companyId, credit),
    bookByHand: (companyId, journal = {}) => bookByHand(world, companyId, journal),
    billByHand: (companyId, bill) => billByHand(world, companyId, bill),
    reverseByHand: (companyId, id) => reverseByHand(world, companyId, id),
    remindByHand: (companyId, reminder) => remindByHand(world, companyId, reminder),
    payByHand: (companyId, payment) => payByHand(world, companyId, payment),
    setOffByHand: (companyId, documents) => setOffByHand(world, companyId, documents),
    unbookByHand: (companyId, id) => unbookByHand(world, companyId, id),
    setPeriod: (companyId, period) => setPeriod(world, companyId, period),
    reset() {
      world.books.clear()
      world.sessions.clear()
      world.faults.clear()
      world.calls.clear()
      world.lastErrors.clear()
      seed()
    },
    close: () => journal.close(),
  }
  return sandbox
}

/** Paths that are the sandbox's own and none of Uniconta's: its page and its control. */
export function isOwnPath(path: string): boolean {
  return path === '/' || path.startsWith('/sandbox')
}

/** Fails as soon as the caller gives up; what was begun goes on, as on a real server. */
function untilGivenUp(request: Request, work: Promise<Response>, open: Set<Request>): Promise<Response> {
  open.add(request) // its signal would otherwise be collected while a call hangs
  const givenUp = new Promise<never>((_, reject) => {
    const giveUp = () => reject(request.signal.reason)
    if (request.signal.aborted) giveUp()
    else request.signal.addEventListener('abort', giveUp, { once: true })
  })
  return Promise.race([work, givenUp]).finally(() => open.delete(request))
}

function snapshotOf(world: World) {
  const rows = new Map(
    world.books.names().map(({ company, entity }) => [`${company}/${entity}`, world.books.all(company, entity)]),
  )
  return (company: number, entity: string) => rows.get(`${company}/${entity}`) ?? []
}

function sleepForReal(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
