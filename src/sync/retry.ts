import type { FailureKind } from './log-entry.ts'

const secondMs = 1_000
const minuteMs = 60_000
const delaysMs = [2 * secondMs, 5 * secondMs, 30 * secondMs, 2 * minuteMs, 5 * minuteMs, (15 * minuteMs) / 1.2]

/**
 * When to try again after the n-th failure in a row (from 1), or undefined when a person or a change has to come first.
 * `chance` is in [0, 1). An outage may last a month: it never gives up, and never waits longer than 15 minutes.
 */
export function nextTryAt(kind: FailureKind, failures: number, now: Date, chance: number): Date | undefined {
  if (kind === 'rejected') return undefined
  const delayMs = delaysMs[Math.min(failures, delaysMs.length) - 1] as number
  return new Date(now.getTime() + delayMs * (0.8 + 0.4 * chance))
}
