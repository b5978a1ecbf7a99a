// What the first push needs to know of the other side and nobody types: asked once, kept with the integration.
import type { Db } from '../lib/database/database.ts'
import { type Connection, learn } from './connection.ts'
import { equals, isPlain } from './filter.ts'
import type { UserLanguage } from './phases.ts'
import type { Calls } from './session.ts'
import { Refused } from './wire.ts'

/** The connection with its language and fax field known; two calls in the life of an integration. */
export async function withFacts(db: Db, connection: Connection, calls: Calls): Promise<Connection> {
  const { facts, settings } = connection
  if (facts.language !== null && facts.faxField !== undefined) return connection
  const learned = {
    language: languageOf(await readLanguage(calls, settings.userName).catch(notTold)) ?? 'en',
    faxField: (await findFaxField(calls).catch(notTold)) ?? null,
  }
  await learn(db, connection, learned)
  return { ...connection, facts: { ...facts, ...learned } }
}

/** A user who may not look at this does without. */
function notTold(error: unknown): undefined {
  if (!(error instanceof Refused)) throw error
}

/** What the other side says of its user's language; undefined when it does not tell. */
export async function readLanguage(calls: Calls, userName: string): Promise<string | undefined> {
  if (!isPlain(userName)) return undefined
  const rows = await calls.query('UserClient', [equals('LoginId', userName), { Take: 5 }])
  const language = rows.find((row) => row.LoginId === userName)?.UserLanguage
  return typeof language === 'string' ? language : undefined
}

export function languageOf(said: string | undefined): UserLanguage | undefined {
  if (said === undefined) return undefined
  return /^(en|english|engelsk)/i.test(said) ? 'en' : /^(da|danish|dansk)/i.test(said) ? 'da' : undefined
}

/** A fax number has no field of its own on the wire; a field that the company added takes it (docs/uniconta.md#debtor). */
export async function findFaxField(calls: Calls): Promise<string | null> {
  const names = await calls.propertiesOf('DebtorClientUser')
  return names.find((name) => /^(tele)?fax(number|nr|no)?$/i.test(name)) ?? null
}
