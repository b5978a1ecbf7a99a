// What this instance once sent, and of which the database knows nothing: it is older than the books.
import type { Sentence } from '../lib/i18n/sentence.ts'
import { LaneLost } from '../sync/failure.ts'
import type { TaskContext } from '../sync/handler.ts'
import type { OnLogged } from '../sync/log-store.ts'
import { noteRestored } from '../sync/restored.ts'

export class ForgottenHere extends Error {
  override readonly name = 'ForgottenHere'
  /** What was found there, for people. */
  readonly sentence: Sentence
  constructor(sentence: Sentence) {
    super(sentence.key)
    this.sentence = sentence
  }
}

export type Restoring = { onLogged: OnLogged; system: string }

/** The lane ends with it, so that nothing is sent until both sides were compared. */
export async function restored(
  { inLane, now }: TaskContext,
  { onLogged, system }: Restoring,
  { sentence }: ForgottenHere,
): Promise<never> {
  await inLane((tx) => noteRestored(tx, { now, onLogged }, sentence, [system]))
  throw new LaneLost('What stands there is not known here: every lease has ended.')
}
