// The log, the attempts behind a record, the state of the lanes, and Send again. Knows no noun: kinds are names.
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Db, inTransaction } from '../lib/database/database.ts'
import { oneOrMore } from '../lib/fields.ts'
import { type Api, endpoint, listQuery, pageOf } from '../lib/http.ts'
import { type Sentence, sayFrom } from '../lib/i18n/sentence.ts'
import type { Clock } from '../lib/ids.ts'
import { listAttempts } from './attempt-store.ts'
import { pushOf } from './badge-store.ts'
import { enqueueMany } from './enqueue.ts'
import { listLaneStatus } from './lane-status.ts'
import { Attempt, LaneStatus, LogEntry, logLevels } from './log-entry.ts'
import { listLog } from './log-store.ts'
import { syncTexts } from './sync-texts.ts'

const say = sayFrom(syncTexts)
const RecordKind = z.string().regex(/^[a-z-]{1,40}$/)

/** `findTimeZone`: of whose clock the sentences about connections speak. */
export function mountSyncRoutes(api: Api, db: Db, now: Clock, findTimeZone: (db: Db) => Promise<string>): void {
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
      answer: z.object({ lanes: z.array(LaneStatus) }),
    },
    async ({ language }) => {
      const reader = { phrase: api.phrase, language, timeZone: await findTimeZone(db), now: now() }
      return { lanes: await listLaneStatus(db, reader) }
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
      answer: z.object({ queued: z.number().int(), refused: z.array(z.object({ id: z.string(), text: z.string() })) }),
    },
    ({ body, language }) => sendAgain(db, body.kind, body.ids, now(), (sentence) => api.phrase(sentence, language)),
  )
}

/** Asks for the records' tasks anew and lets the lane try at once. One that is done sends nothing when nothing differs. */
async function sendAgain(
  db: Db,
  recordKind: string,
  ids: readonly string[],
  now: Date,
  write: (sentence: Sentence) => string,
) {
  const kind = pushOf(recordKind)
  return inTransaction(db, async (tx) => {
    // The lane before its tasks, as everywhere: else two transactions could wait for each other's rows.
    await tx.execute(sql`
      update sync_lane set retry_at = null
       where name = (select lane from sync_kind where kind = ${kind}) and retry_at is not null`)
    const { rows } = await tx.execute<{ subject: string; label: string; wanted: boolean; sentence: Sentence }>(sql`
      select t.subject, t.label, k.wanted, k.sentence from sync_task t join sync_kind k on k.kind = t.kind
       where t.kind = ${kind} and t.subject in (${sql.join(
         ids.map((id) => sql`${id}`),
         sql`, `,
       )})`)
    const goes = rows.filter((row) => row.wanted)
    await enqueueMany(
      tx,
      goes.map(({ subject, label }) => ({ kind, subject, label })),
      now,
    )
    const known = new Map(rows.map((row) => [row.subject, row]))
    const refused = [...new Set(ids)].flatMap((id) => {
      const row = known.get(id)
      if (row?.wanted) return []
      const why = row
        ? say('sync.notSentAgain', { label: row.label, reason: write(row.sentence) })
        : say('sync.nothingToSend')
      return [{ id, text: write(why) }]
    })
    return { queued: goes.length, refused }
  })
}
