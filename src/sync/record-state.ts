// The one table of states: screens, API, logs and mails use these words.
import { z } from 'zod'

export const recordStates = [
  'off',
  'waiting',
  'held',
  'order-made',
  'uncertain',
  'transferred',
  'failed',
  'number-mismatch',
  'amount-differs',
  'changed-there',
  'link-broken',
] as const
export type RecordState = (typeof recordStates)[number]

/** What a person can do about a state; the screen has a button for each. */
export const syncActions = [
  'send-now',
  'send-again',
  'look-now',
  'link',
  'create-again',
  'put-ours-back',
  'go-to',
  /** The system's own choices for a document whose way is blocked. */
  'choose',
] as const
export type SyncAction = (typeof syncActions)[number]

/** The badge on a record. `text` is the sentence in the reader's language; technical detail is behind `attempts`. */
export const SyncBadge = z
  .object({
    state: z.enum(recordStates),
    text: z.string(),
    actions: z.array(z.enum(syncActions)),
    since: z.iso.datetime().nullable(),
    nextTryAt: z.iso.datetime().nullable(),
    externalKey: z.string().nullable(),
    /** Field by field: what stands here and there, when that is what the state is about. */
    differences: z.array(z.object({ field: z.string(), here: z.string(), there: z.string() })),
    /** The record to go to first, when the state is 'held'. */
    holder: z.object({ kind: z.string(), subject: z.string(), label: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'SyncBadge' })
export type SyncBadge = z.infer<typeof SyncBadge>
