import type { Db, Tx } from '../lib/database/database.ts'
import type { Sentence } from '../lib/i18n/sentence.ts'
import type { Clock } from '../lib/ids.ts'
import type { Hold } from './lane.ts'
import type { Exchange } from './log-entry.ts'
import type { RecordState, SyncAction } from './record-state.ts'

export type TaskContext = {
  readonly db: Db
  readonly subject: string
  readonly label: string
  readonly hold: Hold
  readonly now: Clock
  readonly random: () => number
  /** How many tries failed before this one since the last success or save. */
  readonly failures: number
  /** A try before this one may have reached the other side: look before anything else. */
  readonly uncertain: boolean
  /** Each call on the wire, secrets removed; stands behind the attempt in the log. */
  readonly exchange: Exchange[]
  /** A transaction that is refused when another process has the lane meanwhile. */
  inLane<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Made right before each write to the other side. Throws LaneLost. */
  mustHoldLane(): Promise<void>
}

export type Outcome =
  | { outcome: 'done'; sentence: Sentence; shown?: RecordState; actions?: readonly SyncAction[] }
  | { outcome: 'unchanged'; sentence: Sentence }
  | { outcome: 'off'; sentence: Sentence }
  /** Another task has to be done first; this one goes by itself afterwards. */
  | { outcome: 'after'; kind: string; subject: string; label: string }
  /** One step of a long run is done; the next one comes at `at`, behind what is more urgent. */
  | { outcome: 'again'; at: Date }

/** What a kind of task does. Throws SyncFailure when it does not work out; anything else thrown is a bug. */
export type Handler = {
  readonly kind: string
  readonly direction: 'out' | 'in' | 'none'
  /** Whether each success is a line of the log. */
  readonly logsSuccess: boolean
  run(context: TaskContext): Promise<Outcome>
}

/** A lane and what runs in it, the most urgent kind first. */
export type LanePlan = {
  readonly name: string
  readonly system: string
  readonly handlers: readonly Handler[]
  /** Of a system with books of its own: after a restore nothing but this runs in the lane until a person has ended it. */
  readonly comparison?: Comparison
}

export type Comparison = {
  /** The kind of the task; its subject is the restore. One of the lane's handlers. */
  readonly kind: string
  readonly label: string
  /** The page on which a person sees both sides. */
  readonly page: string
  /** False while no such system is connected: then nothing has to be compared. */
  isNeeded(db: Db | Tx): Promise<boolean>
}
