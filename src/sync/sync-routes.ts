// The log, the attempts behind a record, the state of the lanes, and Send again. Knows no noun: kinds are names.
import { z } from 'zod'
import type { Db } from '../lib/database/database.ts'
import { oneOrMore } from '../lib/fields.ts'
import { type Api, endpoint, listQuery, pageOf } from '../lib/http.ts'
import type { Clock } from '../lib/ids.ts'
import { listAttempts } from './attempt-store.ts'
import { pushOf } from './badge-store.ts'
import { listLaneStatus } from './lane-status.ts'
import { Attempt, LaneStatus, LogEntry, logLevels, RestoreStatus } from './log-entry.ts'
import { listLog } from './log-store.ts'
import { mountRestoredRoutes, type RestoreParts, showRestore } from './restored-routes.ts'
import { SentAgain, sendAgain } from './send-again.ts'

const RecordKind = z.string().regex(/^[a-z-]{1,40}$/)

/** `findTimeZone`: of whose clock the sentences about connections speak. */
export function mountSyncRoutes(
  api: Api,
  db: Db,
  now: Clock,
  parts: RestoreParts & { findTimeZone: (db: Db) => Promise<string> },
): void {
  const { findTimeZone, plans } = parts
  mountRestoredRoutes(api, db, parts)

  endpoint(
    api,
    {
      method: 'get',
      path: '/log',
      permission: 'view the log',
      tag: 'Log',
      summary: 'What was sent and fetched, newest first',
      query: z.strictObject({
        ...listQuery,
        level: oneOrMore(z.enum(logLevels)),
        system: z.string().max(40).optional(),
        kind: oneOrMore(RecordKind),
        subject: z.string().max(64).optional(),
        from: z.iso.datetime().optional(),
        to: z.iso.datetime().optional(),
      }),
      answer: pageOf(LogEntry),
    },
    async ({ query, language }) => {
      const { from, to, ...filter } = query
      const found = await listLog(
        db,
        { ...filter, from: from ? new Date(from) : undefined, to: to ? new Date(to) : undefined },
        api.phrase,
        language,
      )
      return { ...found, page: query.page, size: query.size }
    },
  )

  endpoint(
    api,
    {
      method: 'get',
      path: '/attempts',
      permission: 'view the log',
      tag: 'Log',
      summary: 'Every try to send a record, with the calls on the wire',
      query: z.strictObject({
        page: listQuery.page,
        size: listQuery.size,
        kind: RecordKind,
        subject: z.string().max(64),
      }),
      answer: pageOf(Attempt),
    },
    async ({ query, language }) => {
      const found = await listAttempts(db, query, api.phrase, language)
      return { ...found, page: query.page, size: query.size }
    },
  )

  endpoint(
    api,
    {
      method: 'get',
      path: '/sync/status',
      permission: 'signed-in',
      tag: 'Log',
      summary: 'How the connections stand',
      answer: z.object({ lanes: z.array(LaneStatus), restored: RestoreStatus.nullable() }),
    },
    async ({ language }) => {
      const reader = { phrase: api.phrase, language, timeZone: await findTimeZone(db), now: now() }
      return { lanes: await listLaneStatus(db, reader), restored: await showRestore(db, plans, api.phrase, language) }
    },
  )

  endpoint(
    api,
    {
      method: 'post',
      path: '/sync/send-again',
      permission: 'send records again',
      tag: 'Log',
      summary: 'Sends records now, whatever they wait for',
      body: z.strictObject({ kind: RecordKind, ids: z.array(z.string().max(64)).min(1).max(1_000) }),
      answer: SentAgain,
    },
    ({ body, language }) =>
      sendAgain(db, pushOf(body.kind), body.ids, now(), (sentence) => api.phrase(sentence, language)),
  )
}
