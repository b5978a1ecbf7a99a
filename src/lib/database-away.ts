import { databaseFault } from './database/database-fault.ts'

const codes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN'])
// pg 8.23 and its pool give these faults no code, only these texts (pg/lib/client.js, pg-pool/index.js).
const texts = [
  'Connection terminated',
  'timeout exceeded when trying to connect',
  'Client has encountered a connection error',
]

/** Whether the database could not be reached, has no room or is shutting down: the same request may succeed in a moment. */
export function isDatabaseAway(error: unknown): boolean {
  const code = databaseFault(error)?.code
  // Classes 08 connection, 53 too few resources; 57P0x shutting down or starting.
  if (code) return /^(08|53)|^57P0/.test(code)
  for (let fault = error, depth = 0; fault instanceof Error && depth < 10; fault = fault.cause, depth += 1) {
    if ('code' in fault && codes.has(String(fault.code))) return true
    const { message } = fault
    if (texts.some((text) => message.startsWith(text))) return true
  }
  return false
}

/** 23503: a row that was there when the request was checked has been deleted by another one since. */
export function referredRowIsGone(error: unknown): boolean {
  return databaseFault(error)?.code === '23503'
}
