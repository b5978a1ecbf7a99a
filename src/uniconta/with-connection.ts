import { dayIn } from '../lib/dates.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import type { SecretBox } from '../lib/secrets.ts'
import type { Outcome, TaskContext } from '../sync/handler.ts'
import { countCalls } from './call-count-table.ts'
import { type Connection, findConnection } from './connection.ts'
import type { Calls, SessionKeeper } from './session.ts'
import { unicontaTexts } from './uniconta-texts.ts'

const say = sayFrom(unicontaTexts)

/** Where the other side's day ends for its count of calls: its servers are Danish. */
export const vendorTimeZone = 'Europe/Copenhagen'

export type WithConnection = (
  context: TaskContext,
  work: (connection: Connection, calls: Calls) => Promise<Outcome>,
) => Promise<Outcome>

/** Gives a task the saved connection and a session, and counts its calls, whatever becomes of it. */
export function createWithConnection(box: SecretBox, keeper: SessionKeeper): WithConnection {
  return async (context, work) => {
    const connection = await findConnection(context.db, box)
    if (!connection?.settings.enabled) return { outcome: 'off', sentence: say('uniconta.off') }
    const calls = keeper.callsFor(connection.account, context.exchange, context.mustHoldLane)
    try {
      return await work(connection, calls)
    } finally {
      await countCalls(
        context.db,
        connection.account.userName,
        dayIn(vendorTimeZone, context.now()),
        keeper.takeCallCount(),
      )
    }
  }
}
