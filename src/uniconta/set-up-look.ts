// What every check of the set-up works with: both sides, and the finding that it makes.
import type { Db } from '../lib/database/database.ts'
import type { Sentence } from '../lib/i18n/sentence.ts'
import type { Clock } from '../lib/ids.ts'
import type { Connection, Facts, Finding } from './connection.ts'
import type { Calls, Row } from './session.ts'

/** `facts` take up what was learned on the way; `years` are those of the accounts there, once they were read. */
export type Look = {
  db: Db
  calls: Calls
  connection: Connection
  now: Clock
  facts: Facts
  years?: readonly Row[]
}

type Where = { where?: Sentence; link?: string }

export function finding(
  key: string,
  state: Finding['state'],
  title: Sentence,
  text: Sentence,
  { where, link }: Where = {},
): Finding {
  return {
    key,
    state,
    title,
    text,
    where: state === 'ok' ? null : (where ?? null),
    link: state === 'ok' ? null : (link ?? null),
  }
}

/** Names for a sentence, not too many of them. */
export const listed = (values: readonly string[]) => values.slice(0, 10).join(', ') + (values.length > 10 ? ' …' : '')
