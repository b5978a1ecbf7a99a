// One session for one user and one company: signed in, the company read back, the token kept its full hour.
import { sayFrom } from '../lib/i18n/sentence.ts'
import { SyncFailure } from '../sync/failure.ts'
import type { Exchange } from '../sync/log-entry.ts'
import type { QueryFilter } from './filter.ts'
import { loginRefused } from './login-refused.ts'
import type { SignIns } from './sign-in-table.ts'
import { unicontaTexts } from './uniconta-texts.ts'
import { type Answer, type Call, call, Refused, reasonIn, TokenRefused, type Wire } from './wire.ts'

const say = sayFrom(unicontaTexts)

export type Account = { userName: string; password: string; apiKey: string | null; companyId: number | null }

/** A row as it came: property names and types are the other side's. */
export type Row = Readonly<Record<string, unknown>>

export const tokenLifeMs = 60 * 60_000
/** A database that took longer has answered about a lease that may be over by now. */
const leaseAnswerLivesMs = 1_000
const posting = '/Invoice/GenerateDebtorInvoice'
/** Posting may take so many times as long as another call: a minute where those have twenty seconds. */
const postingTakes = 3
const fightWindowMs = 60 * 60_000
const fightsUntilPause = 3

/** What a session may do. Writes call `beforeWrite` and check the token's end right before they leave. */
export type Calls = {
  query(entity: string, filters: readonly QueryFilter[]): Promise<Row[]>
  /** The scan of a voucher; undefined where there is none that can be read. */
  document(rowId: number): Promise<Uint8Array | undefined>
  insert(entity: string, row: Row): Promise<void>
  insertList(entity: string, rows: readonly Row[]): Promise<void>
  update(entity: string, original: Row, modified: Row): Promise<void>
  updateList(entity: string, changes: readonly { original: Row; modified: Row }[]): Promise<void>
  /** When the token of the session ends, which then lasts long enough for a write. Its end goes on disk before that write. */
  sessionEndsAt(): Promise<Date>
  /** These three leave only while the session still is the one that ends at `endsAt`. @throws NeverSent otherwise. */
  insertOrder(order: Row, lines: readonly Row[], endsAt: Date): Promise<void>
  remove(entity: string, row: Row, endsAt: Date): Promise<void>
  postInvoice(parameters: Row, endsAt: Date): Promise<Row>
  /** Posts nothing: what posting would say. */
  simulateInvoice(parameters: Row): Promise<Row>
  /** Names of a table's properties, the company's own ones included, when the other side tells them. */
  propertiesOf(entity: string): Promise<string[]>
  /** The text of an error code in the language of the user, to know a refusal by; '' when it is not told. */
  labelOfCode(code: number): Promise<string>
  /** True until a call of this session was answered from before its sign-in: made in this run, nothing cached. */
  isFresh(): boolean
  /** The next call signs in anew. */
  renew(): void
}

/** A write that was meant for a session that is over: it did not leave, or was turned away at the door. */
export class NeverSent extends Error {
  override readonly name = 'NeverSent'
}

export type SessionKeeper = {
  /** Calls for one run. `beforeWrite` is the check of the lease. */
  callsFor(account: Account, exchange: Exchange[], beforeWrite: () => Promise<void>): Calls
  /** Ends the session there, as far as the other side listens. */
  signOut(): Promise<void>
  /** Counts since the last time it was asked. */
  takeCallCount(): number
  /** How often somebody else ended the session since the last time it was asked. */
  takeEvictionCount(): number
}

type Session = {
  account: Account
  token: string
  refreshToken: string | null
  startedAt: number
  endsAt: number
  company: Row | null
}

/** Lives as long as the process: keeps the token between runs, so that a sign-in is needed once an hour. */
export function createSessionKeeper(wire: Wire, signIns: SignIns): SessionKeeper {
  let session: Session | undefined
  let calls = 0
  let evictions: number[] = []
  let untoldEvictions = 0
  let lastTurn: Promise<unknown> = Promise.resolve()

  /**
   * One call at a time, sign-in included: a second sign-in would end the session under a write that is out, or move it to
   * another company (the dialog may try one for the same user).
   */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = lastTurn.then(work)
    lastTurn = turn.catch(() => {})
    return turn
  }

  const send = (request: Call, exchange: Exchange[]): Promise<Answer> => {
    calls++
    return call(wire, request, exchange)
  }

  async function signIn(account: Account, exchange: Exchange[]): Promise<Session> {
    if (account.password === '')
      throw new SyncFailure('signed-out', say('uniconta.passwordLost', { user: account.userName }))
    const username = account.companyId === null ? account.userName : `00${account.companyId}/${account.userName}`
    const body = {
      Username: username,
      Password: account.password,
      ...(account.apiKey ? { apiKey: account.apiKey } : {}),
    }
    const startedAt = wire.now().getTime()
    await signIns.note(account.userName, wire.now())
    const secrets = [account.password, account.apiKey ?? '']
    const login: Call = { method: 'POST', path: '/login', body, writes: false, secrets }
    const answer = await send(login, exchange).catch((error: unknown) => {
      throw error instanceof Refused || error instanceof TokenRefused ? loginRefused(account, error) : error
    })
    const granted = answer.value
    if (typeof granted === 'string' || typeof granted === 'number')
      throw loginRefused(account, new Refused(reasonIn(login, granted, '')))
    // What is no header value would be told, token and all, by the error of the call that carries it.
    if (!isRow(granted) || typeof granted.token !== 'string' || !/^[!-~]+$/.test(granted.token)) throw notData()
    const fresh: Session = {
      account,
      token: granted.token,
      refreshToken: typeof granted.refreshToken === 'string' ? granted.refreshToken : null,
      startedAt,
      endsAt: startedAt + tokenLifeMs,
      company: null,
    }
    if (account.companyId !== null) fresh.company = await openCompany(fresh, account.companyId, exchange)
    return fresh
  }

  /** The company is read back after every sign-in: a session is a state of the server, and writing to other books is the worst that can happen. */
  async function openCompany(fresh: Session, companyId: number, exchange: Exchange[]): Promise<Row> {
    for (const isLast of [false, true]) {
      const answer = await send(
        {
          method: 'GET',
          path: `/Company/ChangeCompany/${companyId}`,
          token: fresh.token,
          writes: false,
        },
        exchange,
      ).catch((error: unknown) => {
        if (error instanceof Refused || error instanceof TokenRefused)
          throw new SyncFailure('signed-out', say('uniconta.companyGone', { company: String(companyId) }), {
            cause: error,
          })
        throw error
      })
      const company = answer.value
      if (isRow(company)) {
        const got = company.PrimaryKeyId ?? company.CompanyId ?? company.RowId
        if (got === undefined) throw notData()
        if (Number(got) !== companyId)
          throw new SyncFailure(
            'signed-out',
            say('uniconta.wrongCompany', { asked: String(companyId), got: String(got) }),
          )
        return company
      }
      // An empty answer for a company that exists was seen in the vendor's own library, and right again 300 ms later.
      if (!isLast) await new Promise((done) => setTimeout(done, 300))
    }
    throw new SyncFailure('signed-out', say('uniconta.companyGone', { company: String(companyId) }))
  }

  /** A token refused before its end: somebody else signed in. Three times within an hour is a fight that nobody wins. */
  async function evicted({ account, startedAt }: Session): Promise<void> {
    if (await signIns.isAnotherOfOurs(account.userName, new Date(startedAt))) return
    const now = wire.now().getTime()
    untoldEvictions++
    evictions = [...evictions.filter((at) => at > now - fightWindowMs), now]
    if (evictions.length < fightsUntilPause) return
    evictions = []
    throw new SyncFailure('signed-out', say('uniconta.sessionFought', { user: account.userName }), { pausesLane: true })
  }

  return {
    takeCallCount() {
      const counted = calls
      calls = 0
      return counted
    },
    takeEvictionCount() {
      const untold = untoldEvictions
      untoldEvictions = 0
      return untold
    },
    async signOut() {
      const ended = session
      session = undefined
      if (!ended?.refreshToken) return
      const spelt = encodeURIComponent(ended.refreshToken)
      const path = `/Logout?refreshToken=${spelt}`
      const { token } = ended
      await send({ method: 'POST', path, token, writes: false, timeoutMs: 3_000, secrets: [spelt] }, []).catch(() => {})
    },
    callsFor(account, exchange, beforeWrite) {
      let fresh = false

      const isGood = (kept: Session | undefined, forMs: number): kept is Session =>
        kept !== undefined && sameAccount(kept.account, account) && kept.endsAt - forMs > wire.now().getTime()

      /** A token that ends while its call is under way would leave a write whose end nobody knows. */
      async function current(forMs = 2 * wire.timeoutMs): Promise<Session> {
        if (isGood(session, forMs)) return session
        session = undefined
        session = await signIn(account, exchange)
        fresh = true
        return session
      }

      /** The session for a write: lease and token are checked when nothing lies between the check and the send any more. */
      async function currentForWrite(endsAt: Date | undefined): Promise<Session> {
        for (;;) {
          const used = await current(endsAt ? wire.timeoutMs : undefined)
          if (endsAt && used.endsAt !== endsAt.getTime()) throw new NeverSent('The session is another one by now.')
          const askedAt = wire.now().getTime()
          await beforeWrite()
          const isRecent = wire.now().getTime() - askedAt < leaseAnswerLivesMs
          if (isRecent && isGood(used, wire.timeoutMs)) return used
        }
      }

      async function sendOnce(request: Omit<Call, 'token'>, endsAt?: Date): Promise<Answer> {
        const used = request.writes ? await currentForWrite(endsAt) : await current()
        try {
          return await send({ ...request, token: used.token }, exchange)
        } catch (error) {
          // After a timeout or a cut line nobody knows what the session there still does.
          if (error instanceof TokenRefused || (error instanceof SyncFailure && error.kind !== 'busy'))
            session = undefined
          if (error instanceof TokenRefused) await evicted(used)
          throw error
        }
      }

      async function withToken(request: Omit<Call, 'token'>): Promise<Answer> {
        try {
          return await inTurn(() => sendOnce(request))
        } catch (error) {
          if (!(error instanceof TokenRefused)) throw error
        }
        try {
          return await inTurn(() => sendOnce(request))
        } catch (error) {
          if (!(error instanceof TokenRefused)) throw error
          const sentence = say('uniconta.sessionTaken', { user: account.userName })
          throw new SyncFailure('signed-out', sentence, { cause: error })
        }
      }

      /** Not tried again under another token, whose end nobody has noted. */
      async function withinSession(request: Omit<Call, 'token'>, endsAt: Date): Promise<Answer> {
        return inTurn(() => sendOnce(request, endsAt)).catch((error: unknown) => {
          throw error instanceof TokenRefused ? new NeverSent('The session was ended.', { cause: error }) : error
        })
      }

      const asRow = (value: unknown): Row => {
        if (isRow(value)) return value
        throw new SyncFailure('unclear', say('uniconta.uncertain'))
      }

      return {
        async sessionEndsAt() {
          return new Date((await inTurn(() => current(2 * postingTakes * wire.timeoutMs))).endsAt)
        },
        async insertOrder(order, lines, endsAt) {
          const path = '/Crud/InsertMasterAndDetails/DebtorOrderClient/DebtorOrderLineClient'
          await withinSession({ method: 'POST', path, body: { Master: order, Details: lines }, writes: true }, endsAt)
        },
        async remove(entity, row, endsAt) {
          await withinSession({ method: 'DELETE', path: `/Crud/Delete/${entity}`, body: row, writes: true }, endsAt)
        },
        async postInvoice(parameters, endsAt) {
          const timeoutMs = postingTakes * wire.timeoutMs
          const request = {
            method: 'POST',
            path: posting,
            body: parameters,
            writes: true,
            givesNumber: true,
            timeoutMs,
          } as const
          return asRow((await withinSession(request, endsAt)).value)
        },
        async simulateInvoice(parameters) {
          const body = { ...parameters, Simulate: true }
          return asRow((await withToken({ method: 'POST', path: posting, body, writes: false })).value)
        },
        async query(entity, filters) {
          const body = filters.length > 0 ? filters : [{}]
          const { value } = await withToken({ method: 'POST', path: `/Query/Get/${entity}`, body, writes: false })
          if (Array.isArray(value) && value.every(isRow)) return value
          // No row is `[]`. An empty body or null is what the vendor's library gives when it could not ask.
          session = undefined
          throw notData()
        },
        async document(rowId) {
          const path = `/Query/GetDocumentFromRowId/${rowId}`
          const { value } = await withToken({ method: 'GET', path, writes: false, isDocument: true })
          if (value instanceof Uint8Array) return value
          // How it comes is not told: as bytes, as their text, or as a property of the voucher.
          const text = isRow(value) ? value.VoucherAttachment : value
          return typeof text === 'string' && text !== '' ? Buffer.from(text, 'base64') : undefined
        },
        async insert(entity, row) {
          await withToken({ method: 'POST', path: `/Crud/Insert/${entity}`, body: row, writes: true })
        },
        async insertList(entity, rows) {
          await withToken({ method: 'POST', path: `/Crud/InsertList/${entity}`, body: rows, writes: true })
        },
        async update(entity, original, modified) {
          const body = { Original: original, Modified: modified }
          await withToken({ method: 'PUT', path: `/Crud/UpdateFieldsModified/${entity}`, body, writes: true })
        },
        async updateList(entity, changes) {
          const body = { OriginalList: changes.map((c) => c.original), ModifiedList: changes.map((c) => c.modified) }
          await withToken({ method: 'PUT', path: `/Crud/UpdateFieldsModifiedList/${entity}`, body, writes: true })
        },
        async propertiesOf(entity) {
          const { value } = await withToken({ method: 'GET', path: `/tables/${entity}`, writes: false })
          return namesIn(value)
        },
        async labelOfCode(code) {
          const { value } = await withToken({
            method: 'GET',
            path: `/Company/GetLastError/${account.companyId}&${code}`,
            writes: false,
          })
          return typeof value === 'string' ? value : ''
        },
        isFresh: () => fresh,
        renew() {
          session = undefined
        },
      }
    },
  }
}

const notData = () => new SyncFailure('unreachable', say('uniconta.notData', { what: 'something else' }))

export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function sameAccount(a: Account, b: Account): boolean {
  return a.userName === b.userName && a.password === b.password && a.companyId === b.companyId && a.apiKey === b.apiKey
}

/** The shape of a table's description is not documented: a list of names, of objects with a name, or an object by name. */
function namesIn(value: unknown): string[] {
  if (Array.isArray(value))
    return value
      .flatMap((item) =>
        typeof item === 'string'
          ? [item]
          : isRow(item)
            ? [String(item.Name ?? item.PropertyName ?? item.name ?? '')]
            : [],
      )
      .filter(Boolean)
  if (!isRow(value)) return []
  for (const inner of Object.values(value)) if (Array.isArray(inner)) return namesIn(inner)
  return Object.keys(value)
}
