import { type Db, inTransaction, type Tx } from '../lib/database/database.ts'
import { AppError } from '../lib/errors.ts'
import type { Sentence } from '../lib/i18n/sentence.ts'
import type { Clock } from '../lib/ids.ts'
import type { LogLevel } from '../sync/log-entry.ts'
import { insertLog, type OnLogged } from '../sync/log-store.ts'
import { systemName } from './uniconta.ts'

/** UC-97: what a person did with the integration, or with one record, stands in Company > Logs beside what was sent. */
export async function noteInLog(
  tx: Tx,
  { onLogged, now }: { onLogged: OnLogged; now: Clock },
  line: { level: LogLevel; subject?: string; sentence: Sentence; kind?: string; label?: string },
): Promise<void> {
  const whole = {
    kind: 'integration',
    label: systemName,
    ...line,
    at: now(),
    system: systemName,
    direction: 'none',
  } as const
  await insertLog(tx, whole)
  await onLogged(tx, whole)
}

/** As `noteInLog` for what a person asked for in vain; a fault of our own stands in the log of the process. */
export async function noteFailureInLog(
  db: Db,
  tools: { onLogged: OnLogged; now: Clock },
  error: unknown,
  subject?: string,
): Promise<void> {
  if (!(error instanceof AppError)) return
  const line = { level: 'warning', sentence: error.sentence, ...(subject ? { subject } : {}) } as const
  await inTransaction(db, (tx) => noteInLog(tx, tools, line))
}
