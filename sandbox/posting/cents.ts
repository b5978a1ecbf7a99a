// Amounts as whole hundredths. Rows hold numbers of at most four decimals, which become whole before anything is computed.
import type { Value } from '../books.ts'

/** 100 %, and 1 times 1, in ten-thousandths. */
export const whole = 10_000n

export function toCents(value: Value | undefined): bigint {
  return BigInt(Math.round(Number(value ?? 0) * 100))
}

export function fromCents(cents: bigint): number {
  return Number(cents) / 100
}

export function tenThousandths(value: Value | undefined): bigint {
  return BigInt(Math.round(Number(value ?? 0) * 10_000))
}

/** Halves go away from zero. */
export function divide(numerator: bigint, denominator: bigint): bigint {
  const doubled = 2n * (numerator < 0n ? -numerator : numerator) + denominator
  const quotient = doubled / (2n * denominator)
  return numerator < 0n ? -quotient : quotient
}

/** `percent` in ten-thousandths of one per cent, as `tenThousandths(25)` gives it. */
export function percentOf(cents: bigint, percent: bigint): bigint {
  return divide(cents * percent, 100n * whole)
}

export function sum(amounts: Iterable<bigint>): bigint {
  let total = 0n
  for (const amount of amounts) total += amount
  return total
}
