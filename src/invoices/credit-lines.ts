// Which lines a credit note has, given the lines of its invoice and what was credited of them. Pure.
import {
  addDecimals,
  compareDecimals,
  lineNet,
  magnitude,
  negateDecimal,
  plain,
  toMinor,
  writeAmount,
} from '../lib/money.ts'

export type CreditableLine = {
  readonly id: string
  readonly quantity: string
  readonly unit: string
  readonly unitPrice: string
  readonly discountPercent: string
  readonly net: bigint
}

/** What other credit notes have taken back of a line: opposite in sign to the line. */
export type CreditedBefore = { readonly net: bigint; readonly quantity: string }

/** Without quantity and net: all that is left. Both are written without a sign. */
export type PartWish = { lineId: string; quantity?: string | undefined; net?: string | undefined }

export type CreditLine = { quantity: string; unit: string; unitPrice: string; discountPercent: string; net: bigint }

export type CreditFault =
  | { fault: 'both' }
  | { fault: 'nothing-left' }
  | { fault: 'not-positive'; path: 'quantity' | 'net' }
  | { fault: 'too-much'; path: 'quantity' | 'net'; left: string }

const nothingBefore: CreditedBefore = { net: 0n, quantity: '0' }

/** What is left to be credited of a line, with the sign of the line. */
export function leftOf(line: CreditableLine, before: CreditedBefore = nothingBefore): bigint {
  return line.net + before.net
}

/**
 * The line that credits a line, whole or in part. Taken back whole it is the exact mirror: the same price and discount, the opposite
 * quantity, so that it rounds alike.
 */
export function creditLine(
  line: CreditableLine,
  before: CreditedBefore | undefined,
  part: PartWish | undefined,
  currency: string,
): CreditLine | CreditFault {
  if (part?.quantity !== undefined && part.net !== undefined) return { fault: 'both' }
  const left = leftOf(line, before)
  // Lines of text, and hours that an agreed price covers, are worth nothing and go along.
  if (left === 0n && line.net !== 0n) return { fault: 'nothing-left' }
  if (part?.net !== undefined) return byNet(left, part.net, currency)
  if (part?.quantity !== undefined) return byQuantity(line, before ?? nothingBefore, part.quantity, currency)
  return theRest(line, before ?? nothingBefore, currency)
}

function theRest(line: CreditableLine, before: CreditedBefore, currency: string): CreditLine {
  const left = leftOf(line, before)
  const quantity = addDecimals(negateDecimal(line.quantity), negateDecimal(before.quantity))
  const priced = { ...kept(line), quantity, net: -left }
  return lineNet(priced, currency) === -left ? priced : lump(left, -left, currency)
}

function byNet(left: bigint, net: string, currency: string): CreditLine | CreditFault {
  const wished = toMinor(net, currency)
  if (wished <= 0n) return { fault: 'not-positive', path: 'net' }
  if (wished > magnitude(left)) return tooMuch('net', writeAmount(magnitude(left), currency))
  return lump(left, left < 0n ? wished : -wished, currency)
}

function byQuantity(
  line: CreditableLine,
  before: CreditedBefore,
  quantity: string,
  currency: string,
): CreditLine | CreditFault {
  if (compareDecimals(quantity, '0') <= 0) return { fault: 'not-positive', path: 'quantity' }
  const isNegative = compareDecimals(line.quantity, '0') < 0
  const credited = isNegative ? before.quantity : negateDecimal(before.quantity)
  const all = isNegative ? negateDecimal(line.quantity) : plain(line.quantity)
  const left = addDecimals(all, negateDecimal(credited))
  if (compareDecimals(quantity, left) > 0) return tooMuch('quantity', compareDecimals(left, '0') < 0 ? '0' : left)
  if (compareDecimals(quantity, left) === 0) return theRest(line, before, currency)
  const signed = isNegative ? plain(quantity) : negateDecimal(quantity)
  const net = lineNet({ ...line, quantity: signed }, currency)
  const rest = leftOf(line, before)
  if (magnitude(net) > magnitude(rest)) return tooMuch('quantity', left)
  return { ...kept(line), quantity: signed, net }
}

const tooMuch = (path: 'quantity' | 'net', left: string): CreditFault => ({ fault: 'too-much', path, left })

const kept = (line: CreditableLine) => ({
  unit: line.unit,
  unitPrice: plain(line.unitPrice),
  discountPercent: plain(line.discountPercent),
})

/** An amount that no quantity at the price of the line gives: one piece of it, with the sign of what is left turned round. */
function lump(left: bigint, net: bigint, currency: string): CreditLine {
  return {
    quantity: left < 0n ? '1' : '-1',
    unit: 'lump-sum',
    unitPrice: writeAmount(magnitude(net), currency),
    discountPercent: '0',
    net,
  }
}
