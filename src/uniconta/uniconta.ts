// The connector put together: its session, its lane, its routes.
import type { Db } from '../lib/database/database.ts'
import type { Clock } from '../lib/ids.ts'
import type { SecretBox } from '../lib/secrets.ts'
import type { LanePlan } from '../sync/handler.ts'
import type { OnLogged } from '../sync/log-store.ts'
import { backfillHandler } from './backfill.ts'
import { booksCompareHandler, booksComparisonOf } from './books-handler.ts'
import { compareHandler } from './compare.ts'
import { expenseImportHandler, expenseReviewHandler } from './import-expenses.ts'
import { paymentImportHandler } from './import-payments.ts'
import { createMemory } from './memory.ts'
import { invoicePostHandler } from './post-handler.ts'
import { customerPushHandler, projectPushHandler } from './push-handlers.ts'
import { createSessionKeeper, type SessionKeeper } from './session.ts'
import { unicontaType } from './settings.ts'
import { createSignIns } from './sign-in-table.ts'
import type { Fetch, Wire } from './wire.ts'
import { createWithConnection } from './with-connection.ts'

const usualTimeoutMs = 20_000
export const systemName = 'Uniconta'

export type Uniconta = {
  keeper: SessionKeeper
  /** All writes to the one company, parents before what belongs to them. */
  lane: LanePlan
  box: SecretBox
  onLogged: OnLogged
}

export function createUniconta(options: {
  db: Db
  baseUrl: string
  fetch: Fetch
  now: Clock
  box: SecretBox
  onLogged: OnLogged
  timeoutMs?: number
}): Uniconta {
  const { fetch, now, timeoutMs = usualTimeoutMs } = options
  const wire: Wire = { baseUrl: options.baseUrl.replace(/\/+$/, ''), fetch, now, timeoutMs }
  const keeper = createSessionKeeper(wire, createSignIns(options.db))
  const withConnection = createWithConnection(options.box, keeper, { systemName, onLogged: options.onLogged })
  return {
    keeper,
    box: options.box,
    onLogged: options.onLogged,
    lane: {
      name: unicontaType,
      system: systemName,
      handlers: [
        customerPushHandler(withConnection),
        projectPushHandler(withConnection),
        invoicePostHandler(withConnection, createMemory(now), { onLogged: options.onLogged, system: systemName }),
        compareHandler(withConnection, systemName, options.onLogged),
        expenseImportHandler(withConnection, systemName, options.onLogged),
        expenseReviewHandler(withConnection, systemName, options.onLogged),
        paymentImportHandler(withConnection),
        backfillHandler(withConnection),
        booksCompareHandler(withConnection, options.onLogged),
      ],
      comparison: booksComparisonOf,
    },
  }
}
