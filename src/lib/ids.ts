import { randomBytes } from 'node:crypto'

let lastMs = -1
let counter = 0

/**
 * A UUIDv7 (RFC 9562): sorts by the time it was made, so new rows land at the end of an index. Of one millisecond, those of one
 * process follow each other as well (a counter of 26 bits, § 6.2 method 1): what was saved first stands first in a history.
 */
export function newId(now: Date = new Date()): string {
  const bytes = randomBytes(16)
  const ms = now.getTime()
  // Begins at random in the lower half, so that two processes seldom count alike and none runs over.
  counter = ms === lastMs ? counter + 1 : bytes.readUInt32BE(6) >>> 7
  lastMs = ms
  bytes.writeUIntBE(ms, 0, 6)
  bytes.writeUInt16BE(0x7000 | ((counter >>> 14) & 0x0fff), 6)
  bytes.writeUInt16BE(0x8000 | (counter & 0x3fff), 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** The clock as an argument: production gives the real one, tests and simulations their own. */
export type Clock = () => Date
