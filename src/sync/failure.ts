import type { Sentence } from '../lib/i18n/sentence.ts'
import type { FailureKind } from './log-entry.ts'
import type { RecordState, SyncAction } from './record-state.ts'
import type { Difference } from './sync-table.ts'

/**
 * Which failures concern the whole other side and not one record. The lane waits as a whole then, so that
 * seventeen waiting records do not each run into the same wall.
 */
export const laneFailures: Record<FailureKind, boolean> = {
  unreachable: true,
  busy: true,
  'signed-out': true,
  rejected: false,
  unclear: false,
}

export type FailureDetails = {
  /** The state on the record; 'failed' unless told otherwise. */
  shown?: RecordState
  actions?: readonly SyncAction[]
  differences?: readonly Difference[]
  /** What may mend it when it changes here: kinds of records ('tag') or single ones ('project:<id>'). The task goes again then. */
  causes?: readonly string[]
  /** The lane stops for everything until a person lets it go on. */
  pausesLane?: boolean
  cause?: unknown
}

/** A try that did not work out. Its kind alone decides what happens next, never its text. */
export class SyncFailure extends Error {
  override readonly name = 'SyncFailure'
  readonly kind: FailureKind
  readonly sentence: Sentence
  readonly details: FailureDetails

  constructor(kind: FailureKind, sentence: Sentence, details: FailureDetails = {}) {
    super(`${kind}: ${sentence.key} ${JSON.stringify(sentence.values)}`, details.cause ? { cause: details.cause } : {})
    this.kind = kind
    this.sentence = sentence
    this.details = details
  }
}

/** Another process has the lane now: what this one still had in hand no longer counts and may not be written. */
export class LaneLost extends Error {
  override readonly name = 'LaneLost'
}
