import { type Db, inTransaction } from '../lib/database/database.ts'
import { dayIn } from '../lib/dates.ts'
import { type Sentence, sayFrom } from '../lib/i18n/sentence.ts'
import type { Clock } from '../lib/ids.ts'
import type { SecretBox } from '../lib/secrets.ts'
import { SyncFailure } from '../sync/failure.ts'
import type { Outcome, TaskContext } from '../sync/handler.ts'
import { insertLog, type OnLogged } from '../sync/log-store.ts'
import { countCalls, freeCallsPerDay } from './call-count-table.ts'
import { type Connection, findConnection } from './connection.ts'
import { isRightsCode } from './error-codes.ts'
import type { Calls, SessionKeeper } from './session.ts'
import { unicontaTexts } from './uniconta-texts.ts'
import { Refused } from './wire.ts'

const say = sayFrom(unicontaTexts)

/** Where the other side's day ends for its count of calls: its servers are Danish. */
export const vendorTimeZone = 'Europe/Copenhagen'

export type WithConnection = (
  context: TaskContext,
  work: (connection: Connection, calls: Calls) => Promise<Outcome>,
) => Promise<Outcome>

/**
 * Gives a task the saved connection and a session. Whatever becomes of it, its calls are counted, and it is said when they used up
 * what is free or when somebody else ended the session.
 */
export function createWithConnection(
  box: SecretBox,
  keeper: SessionKeeper,
  { systemName, onLogged }: { systemName: string; onLogged: OnLogged },
): WithConnection {
  async function warn(context: TaskContext, sentence: Sentence): Promise<void> {
    const line = {
      at: context.now(),
      level: 'warning' as const,
      system: systemName,
      direction: 'none' as const,
      kind: 'lane',
      label: systemName,
      sentence,
    }
    await inTransaction(context.db, async (tx) => {
      await insertLog(tx, line)
      await onLogged(tx, line)
    })
  }

  async function account(context: TaskContext, user: string): Promise<void> {
    if (keeper.takeEvictionCount() > 0) await warn(context, say('uniconta.sessionTaken', { user }))
    const day = dayIn(vendorTimeZone, context.now())
    const { calls, usedUp } = await countCalls(context.db, user, day, keeper.takeCallCount())
    if (usedUp) await warn(context, say('uniconta.callsMany', { calls, free: freeCallsPerDay }))
  }

  return async (context, work) => {
    const connection = await findConnection(context.db, box)
    if (!connection?.settings.enabled) return { outcome: 'off', sentence: say('uniconta.off') }
    const calls = keeper.callsFor(connection.account, context.exchange, context.mustHoldLane)
    try {
      return await work(connection, calls)
    } catch (error) {
      // A refusal that nobody looked into, of a read for instance.
      if (!(error instanceof Refused)) throw error
      throw new SyncFailure('rejected', refusedSentence(context.label, error), { cause: error })
    } finally {
      await account(context, connection.account.userName)
    }
  }
}

/** Notes the calls of a piece of work outside the lane, whatever becomes of it. */
export async function counted<T>(
  { db, keeper, now }: { db: Db; keeper: SessionKeeper; now: Clock },
  userName: string,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } finally {
    await countCalls(db, userName, dayIn(vendorTimeZone, now()), keeper.takeCallCount())
  }
}

/** What a refusal says of a record, when nothing more was found out. */
export function refusedSentence(record: string, { code, reason }: Refused): Sentence {
  return isRightsCode(code) ? say('uniconta.noRight', { record, reason }) : say('uniconta.refused', { record, reason })
}
