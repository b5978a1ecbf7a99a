import type { FailureKind } from './log-entry.ts'

const secondMs = 1_000
const minuteMs = 60_000
/** Of what did not arrive, or may have: one bad moment must not hold a lane for seconds. The look after a doubt only reads. */
const soonMs = 250
const delaysMs = [2 * secondMs, 5 * secondMs, 30 * secondMs, 2 * minuteMs, 5 * minuteMs, (15 * minuteMs) / 1.2]

/**
 * When to try again after the n-th failure in a row (from 1), or undefined when a person or a change has to come first.
 * `chance` is in [0, 1). An outage may last a month: it never gives up, and never waits longer than 15 minutes.
 */
export function nextTryAt(kind: FailureKind, failures: number, now: Date, chance: number): Date | undefined {
  if (kind === 'rejected') return undefined
  // Who says that it has too much to do, or lets nobody in, asks for a pause.
  const isSoon = kind === 'unreachable' || kind === 'unclear'
  const delays = isSoon ? [soonMs, ...delaysMs] : delaysMs
  const delayMs = delays[Math.min(failures, delays.length) - 1] as number
  return new Date(now.getTime() + delayMs * (0.8 + 0.4 * chance))
}
