import { z } from 'zod'

export const logLevels = ['info', 'warning', 'error'] as const
export type LogLevel = (typeof logLevels)[number]

/** A line of Company > Logs. `text` is written in the reader's language. */
export const LogEntry = z
  .object({
    id: z.uuid(),
    at: z.iso.datetime(),
    level: z.enum(logLevels),
    system: z.string(),
    direction: z.enum(['out', 'in', 'none']),
    kind: z.string(),
    subject: z.string().nullable(),
    /** Number and name of the record when the line was written. */
    label: z.string(),
    text: z.string(),
    attemptId: z.uuid().nullable(),
    durationMs: z.number().int().nullable(),
  })
  .meta({ id: 'LogEntry' })
export type LogEntry = z.infer<typeof LogEntry>

/** One call on the wire, as it is shown behind an attempt; passwords and tokens are removed before it is stored. */
export const Exchange = z
  .object({
    at: z.iso.datetime(),
    method: z.string(),
    path: z.string(),
    request: z.string().nullable(),
    status: z.number().int().nullable(),
    answer: z.string().nullable(),
    fault: z.string().nullable(),
    ms: z.number().int(),
  })
  .meta({ id: 'Exchange' })
export type Exchange = z.infer<typeof Exchange>

export const failureKinds = ['unreachable', 'busy', 'signed-out', 'rejected', 'unclear'] as const
export type FailureKind = (typeof failureKinds)[number]

export const Attempt = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    subject: z.string(),
    number: z.number().int(),
    startedAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
    outcome: z.enum(['done', 'unchanged', 'off', 'after', 'again', 'failed', 'lost', 'running']),
    failureKind: z.enum(failureKinds).nullable(),
    text: z.string(),
    exchange: z.array(Exchange),
  })
  .meta({ id: 'Attempt' })
export type Attempt = z.infer<typeof Attempt>

/** The banner on every page while a system does not answer, and the counts beside an integration. */
export const LaneStatus = z
  .object({
    lane: z.string(),
    system: z.string(),
    /** 'restored': nothing is sent until both sides were compared. */
    state: z.enum(['working', 'trouble', 'paused', 'idle', 'restored']),
    text: z.string(),
    since: z.iso.datetime().nullable(),
    nextTryAt: z.iso.datetime().nullable(),
    waiting: z.number().int(),
    failed: z.number().int(),
  })
  .meta({ id: 'LaneStatus' })
export type LaneStatus = z.infer<typeof LaneStatus>

export const Backfill = z
  .object({
    id: z.uuid(),
    kind: z.enum(['customers', 'projects']),
    state: z.enum(['running', 'paused', 'done', 'failed']),
    total: z.number().int(),
    done: z.number().int(),
    created: z.number().int(),
    updated: z.number().int(),
    unchanged: z.number().int(),
    failed: z.number().int(),
    calls: z.number().int(),
    startedAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
    text: z.string(),
  })
  .meta({ id: 'Backfill' })
export type Backfill = z.infer<typeof Backfill>

/** The database is older than what was sent from here, and nobody has ended that yet. */
export const RestoreStatus = z
  .object({
    id: z.uuid(),
    noticedAt: z.iso.datetime(),
    /** How it was noticed and what it means now. */
    text: z.string(),
    /** Where both sides are compared; null where no system has to be, and a person only says that it was read. */
    page: z.string().nullable(),
  })
  .meta({ id: 'RestoreStatus' })
export type RestoreStatus = z.infer<typeof RestoreStatus>
