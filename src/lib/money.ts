// Amounts are whole minor units (øre) in a bigint, rates and quantities decimal strings. Never a JS number: 0.1 + 0.2 would be billed.
import { Decimal } from 'decimal.js'
import { z } from 'zod'

/** Own settings, so that nothing else in the process can change how money is rounded. */
const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -40, toExpPos: 60 })

/** The largest amount that is taken: 10 digits before the point, far above any invoice and far below a 64-bit integer. */
export const largestMinor = 999_999_999_999n

/** ISO 4217: how many digits follow the point. */
const withoutMinorUnits = new Set(['ISK', 'JPY', 'KRW', 'UGX'])
export const minorDigits = (currency: string): number => (withoutMinorUnits.has(currency) ? 0 : 2)

const decimalPattern = /^-?\d{1,12}(\.\d{1,6})?$/
const positivePattern = /^\d{1,12}(\.\d{1,6})?$/

/** "1195", "-12.50", "0.333333": what prices, rates and quantities look like on the wire. At most 12 digits and 6 decimals. */
export const DecimalText = z
  .string()
  .trim()
  .refine((text) => decimalPattern.test(text), {
    message: 'Write the number with a point, for example 1195.50, with at most six decimals.',
  })
  .transform(plain)
export const PositiveDecimal = z
  .string()
  .trim()
  .refine((text) => positivePattern.test(text), {
    message: 'Write a number that is not negative, with a point, for example 1195.50.',
  })
  .transform(plain)
export const Percent = z
  .string()
  .trim()
  .refine((text) => /^\d{1,3}(\.\d{1,4})?$/.test(text) && Number(text) <= 100, {
    message: 'Write a percentage between 0 and 100, for example 12.5.',
  })
  .transform(plain)
/** An amount with at most two decimals, "10306.87". Which currency it is in stands beside it. */
export const Amount = z
  .string()
  .trim()
  .refine((text) => /^-?\d{1,10}(\.\d{1,2})?$/.test(text), {
    message: 'Write the amount with a point and at most two decimals, for example 10306.87.',
  })

/** The decimal without what says nothing: "1195.50" and "01195.5" are "1195.5". */
export function plain(text: string): string {
  return new Exact(text).toFixed()
}

/** "10306.87" DKK is 1030687n. More decimals than the currency has are rounded half away from zero. */
export function toMinor(amount: string, currency: string): bigint {
  return rounded(new Exact(amount).times(scale(currency)))
}

/** 1030687n DKK is "10306.87"; always with the digits of the currency. */
export function writeAmount(minor: bigint, currency: string): string {
  return new Exact(minor.toString()).div(scale(currency)).toFixed(minorDigits(currency))
}

/**
 * Net of a line: quantity x unit price less the discount, rounded once, half away from zero, so that a line with the opposite
 * quantity is its exact mirror (EN 16931: each line is rounded, their sum is not).
 */
export function lineNet(
  line: { quantity: string; unitPrice: string; discountPercent?: string | null | undefined },
  currency: string,
): bigint {
  const price = new Exact(line.quantity).times(line.unitPrice).times(scale(currency))
  const kept = new Exact(100).minus(line.discountPercent ?? '0').div(100)
  return rounded(price.times(kept))
}

/** VAT of a net amount. `percent` is a decimal string such as "25" or "25.5". */
export function vatOf(net: bigint, percent: string): bigint {
  return percentOf(net, percent)
}

/** So many percent of an amount, rounded half away from zero. */
export function percentOf(minor: bigint, percent: string): bigint {
  return rounded(new Exact(minor.toString()).times(percent).div(100))
}

/** What minutes at an hourly price come to: the hours are not rounded on the way. */
export function priceOfMinutes(minutes: number | bigint, pricePerHour: string, currency: string): bigint {
  return rounded(new Exact(minutes.toString()).div(60).times(pricePerHour).times(scale(currency)))
}

/** Minutes as hours with up to six decimals: 450 is "7.5", 440 is "7.333333". */
export function hoursOf(minutes: number | bigint): string {
  return new Exact(minutes.toString()).div(60).toDecimalPlaces(6).toFixed()
}

/** An amount in another currency. `rate` is the price of one unit of `from` in `to`, e.g. "7.4605" for one EUR in DKK. */
export function convert(minor: bigint, from: string, to: string, rate: string): bigint {
  return rounded(new Exact(minor.toString()).div(scale(from)).times(rate).times(scale(to)))
}

/** The way back: an amount in `to`, whose unit costs `rate` in `from`. */
export function convertBack(minor: bigint, from: string, to: string, rate: string): bigint {
  return rounded(new Exact(minor.toString()).div(scale(from)).div(rate).times(scale(to)))
}

/** What one unit of `from` costs in `to` where both amounts are known, at most six decimals; never negative. */
export function rateBetween(
  { minor, currency: from }: { minor: bigint; currency: string },
  other: { minor: bigint; currency: string },
): string {
  const there = new Exact(other.minor.toString()).div(scale(other.currency))
  return there
    .div(new Exact(minor.toString()).div(scale(from)))
    .abs()
    .toDecimalPlaces(6)
    .toFixed()
}

/**
 * Splits an amount by weights; the parts add up to it exactly. What rounding leaves over goes, unit by unit, to the parts that
 * lost most by it (largest remainder), earlier ones first. All weights 0: the first part takes all.
 */
export function allocate(total: bigint, weights: readonly bigint[]): bigint[] {
  const sum = weights.reduce((all, weight) => all + magnitude(weight), 0n)
  if (weights.length === 0) return []
  if (sum === 0n) return weights.map((_, index) => (index === 0 ? total : 0n))
  const sign = total < 0n ? -1n : 1n
  const whole = magnitude(total)
  const parts = weights.map((weight, index) => {
    const product = whole * magnitude(weight)
    return { index, share: product / sum, remainder: product % sum }
  })
  let left = whole - parts.reduce((all, part) => all + part.share, 0n)
  for (const part of parts.toSorted((a, b) =>
    b.remainder > a.remainder ? 1 : b.remainder < a.remainder ? -1 : a.index - b.index,
  )) {
    if (left === 0n) break
    part.share += 1n
    left -= 1n
  }
  return parts.map((part) => part.share * sign)
}

export function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((all, amount) => all + amount, 0n)
}

export const magnitude = (amount: bigint): bigint => (amount < 0n ? -amount : amount)

/** -1, 0 or 1, as two decimal strings compare. */
export function compareDecimals(a: string, b: string): number {
  return new Exact(a).comparedTo(b)
}

export const isZero = (text: string): boolean => new Exact(text).isZero()

/** Sum, product and difference of decimal strings, exact. */
export const addDecimals = (a: string, b: string): string => new Exact(a).plus(b).toFixed()
export const negateDecimal = (text: string): string =>
  isZero(text) ? plain(text) : new Exact(text).negated().toFixed()
export const multiplyDecimals = (a: string, b: string): string => new Exact(a).times(b).toFixed()

function scale(currency: string): Decimal {
  return new Exact(10).pow(minorDigits(currency))
}

/** Half away from zero: 0.5 is 1 and -0.5 is -1. */
function rounded(value: Decimal): bigint {
  return BigInt(value.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toFixed())
}
