import { sql } from 'drizzle-orm'
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Sentence } from '../lib/i18n/sentence.ts'
import type { Exchange, FailureKind, LogLevel } from './log-entry.ts'
import type { RecordState, SyncAction } from './record-state.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true })

export type Difference = { field: string; here: string; there: string }

/**
 * One row per kind and subject for ever: ten saves while the other side is down are one push of the newest state.
 * `requested` counts the saves, `taken` is the count a run began with; they differ when a save came in meanwhile.
 */
export const syncTask = pgTable(
  'sync_task',
  {
    kind: text().notNull(),
    subject: text().notNull(),
    /** Number and name of the record, for logs and lists. */
    label: text().notNull().default(''),
    state: text({ enum: ['waiting', 'running', 'parked', 'done'] }).notNull(),
    requested: integer().notNull().default(1),
    taken: integer().notNull().default(0),
    /** Failures since the last success or the last save. */
    failures: integer().notNull().default(0),
    runAt: instant('run_at').notNull(),
    afterKind: text('after_kind'),
    afterSubject: text('after_subject'),
    /** A try may have reached the other side and nobody has looked since. */
    uncertain: boolean().notNull().default(false),
    shown: text().$type<RecordState>().notNull(),
    sentence: jsonb().$type<Sentence>().notNull(),
    actions: jsonb().$type<SyncAction[]>().notNull().default([]),
    differences: jsonb().$type<Difference[]>().notNull().default([]),
    since: instant('since').notNull(),
    /** Of a parked task what may mend it when it changes here; of a running one what has changed meanwhile. See mend.ts. */
    causes: text().array().notNull().default([]),
    attemptId: uuid('attempt_id'),
  },
  (t) => [
    primaryKey({ columns: [t.kind, t.subject] }),
    index('sync_task_waiting').on(t.kind, t.runAt).where(sql`state = 'waiting'`),
    index('sync_task_running').on(t.kind).where(sql`state = 'running'`),
    index('sync_task_parked').on(t.kind).where(sql`state = 'parked'`),
    index('sync_task_shown').on(t.kind, t.shown),
    index('sync_task_after').on(t.afterKind, t.afterSubject).where(sql`after_kind is not null`),
  ],
)

/** What is known of each kind of task: its lane, and whether it is wanted at all. Kept by whoever owns the kind. */
export const syncKind = pgTable('sync_kind', {
  kind: text().primaryKey(),
  lane: text().notNull(),
  /** The name of the other system, as the reader knows it. */
  system: text().notNull(),
  wanted: boolean().notNull(),
  /** What bears the record's number waits until its task is done: nobody holds a number that the other system does not have. */
  numberWaits: boolean('number_waits').notNull().default(false),
  /** After a restore nothing of this kind is sent until both sides were compared. */
  waitsForComparison: boolean('waits_for_comparison').notNull().default(false),
  /** Shown on records while it is off. */
  sentence: jsonb().$type<Sentence>().notNull(),
})

/** Tasks that must not overlap share a lane. `token` fences: who holds another one may not write any more. */
export const syncLane = pgTable('sync_lane', {
  name: text().primaryKey(),
  token: text().notNull(),
  leaseUntil: instant('lease_until').notNull(),
  troubleKind: text('trouble_kind').$type<FailureKind>(),
  trouble: jsonb().$type<Sentence>(),
  troubleSince: instant('trouble_since'),
  failures: integer().notNull().default(0),
  retryAt: instant('retry_at'),
  pausedFor: jsonb('paused_for').$type<Sentence>(),
  pausedAt: instant('paused_at'),
})

export const syncAttempt = pgTable(
  'sync_attempt',
  {
    id: uuid().primaryKey(),
    kind: text().notNull(),
    subject: text().notNull(),
    number: integer().notNull(),
    laneToken: text('lane_token').notNull(),
    startedAt: instant('started_at').notNull(),
    finishedAt: instant('finished_at'),
    outcome: text(),
    failureKind: text('failure_kind').$type<FailureKind>(),
    sentence: jsonb().$type<Sentence>(),
    exchange: jsonb().$type<Exchange[]>().notNull().default([]),
  },
  (t) => [index('sync_attempt_subject').on(t.kind, t.subject, t.startedAt)],
)

/** Our record and theirs. `intent` is on disk before the call that makes or changes their record, until that is read back. */
export const syncLink = pgTable(
  'sync_link',
  {
    system: text().notNull(),
    kind: text().notNull(),
    subject: text().notNull(),
    externalKey: text('external_key').notNull(),
    rowId: text('row_id'),
    intent: jsonb().$type<Record<string, unknown>>(),
    /**
     * What was last read back from there, the sent fields only. Null until the record is known to stand there; what was sent,
     * when its insert was answered and nobody has read it back yet.
     */
    snapshot: jsonb().$type<Record<string, unknown>>(),
    sentAt: instant('sent_at'),
    confirmedAt: instant('confirmed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.system, t.kind, t.subject] }),
    unique('sync_link_external').on(t.system, t.kind, t.externalKey),
    // Badges and deletions ask whether a record stands anywhere, whatever the system.
    index('sync_link_subject').on(t.kind, t.subject),
  ],
)

export const syncLog = pgTable(
  'sync_log',
  {
    id: uuid().primaryKey(),
    at: instant('at').notNull(),
    level: text().$type<LogLevel>().notNull(),
    system: text().notNull(),
    direction: text({ enum: ['out', 'in', 'none'] }).notNull(),
    kind: text().notNull(),
    subject: text(),
    label: text().notNull(),
    sentence: jsonb().$type<Sentence>().notNull(),
    searchText: text('search_text').notNull(),
    attemptId: uuid('attempt_id'),
    durationMs: integer('duration_ms'),
  },
  (t) => [index('sync_log_at').on(t.at), index('sync_log_subject').on(t.kind, t.subject, t.at)],
)

/** Tasks by the clock. The row moves to its next time in the transaction that makes the task. */
export const syncSchedule = pgTable('sync_schedule', {
  name: text().primaryKey(),
  cron: text().notNull(),
  timeZone: text('time_zone').notNull(),
  kind: text().notNull(),
  subject: text().notNull(),
  nextAt: instant('next_at').notNull(),
})

/** One row for each time it was noticed that the database is older than what was sent. At most one of them has no end. */
export const syncRestore = pgTable(
  'sync_restore',
  {
    id: uuid().primaryKey(),
    noticedAt: instant('noticed_at').notNull(),
    /** How it was noticed. */
    sentence: jsonb().$type<Sentence>().notNull(),
    endedAt: instant('ended_at'),
    endedBy: text('ended_by'),
  },
  () => [uniqueIndex('sync_restore_one_open').on(sql`(true)`).where(sql`ended_at is null`)],
)
