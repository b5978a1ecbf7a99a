import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lineNet, magnitude, negateDecimal, sum, writeAmount } from '../lib/money.ts'
import { lineVat, type SummedLine, totalsOf } from './invoice-totals.ts'

const runs = { numRuns: Number(process.env.FC_RUNS ?? 100) }

function aLine(fields: Partial<SummedLine> & { quantity?: string; unitPrice?: string } = {}): SummedLine {
  const { quantity = '1', unitPrice = '100', ...line } = fields
  return {
    net: lineNet({ quantity, unitPrice }, 'DKK'),
    vatCode: 'U25',
    vatPercent: '25',
    vatCategory: 'standard',
    ...line,
  }
}

/** Quantities and prices at 25 %: net, VAT once on the total, VAT added up per line. */
const vectors: [lines: [string, string][], net: string, onTotal: string, perLine: string][] = [
  [
    [
      ['7.5', '1195.00'],
      ['1.25', '995.50'],
      ['3', '33.33'],
    ],
    '10306.87',
    '2576.72',
    '2576.73',
  ],
  [Array.from({ length: 3 }, () => ['0.25', '999.90']), '749.94', '187.49', '187.50'],
  [Array.from({ length: 3 }, () => ['1', '0.02']), '0.06', '0.02', '0.03'],
  [Array.from({ length: 3 }, () => ['1', '10.01']), '30.03', '7.51', '7.50'],
  [[['2.33', '1050']], '2446.50', '611.63', '611.63'],
]

test.each(vectors)('%j come to %s, their VAT to %s per code and to %s per line', (lines, net, onTotal, perLine) => {
  const summed = lines.map(([quantity, unitPrice]) => aLine({ quantity, unitPrice }))
  const byCode = totalsOf(summed, 'code')
  const byLine = totalsOf(summed, 'line')
  expect([byCode.net, byCode.vat, byLine.net, byLine.vat].map((amount) => writeAmount(amount, 'DKK'))).toEqual([
    net,
    onTotal,
    net,
    perLine,
  ])
  expect(byCode.gross).toEqual(byCode.net + byCode.vat)
})

test('one code with two percentages makes two rows of VAT, and "25.00" is the same as "25"', () => {
  const { vats } = totalsOf(
    [aLine(), aLine({ vatPercent: '25.00' }), aLine({ vatPercent: '24' }), aLine({ vatCode: 'A', vatPercent: '0' })],
    'code',
  )
  expect(vats.map(({ vatCode, percent, net, vat }) => [vatCode, percent, net, vat])).toEqual([
    ['U25', '25', 20_000n, 5_000n],
    ['U25', '24', 10_000n, 2_400n],
    ['A', '0', 10_000n, 0n],
  ])
})

test('a line of text and a line whose VAT is not known bring no VAT', () => {
  const none = { vatCode: null, vatPercent: null, vatCategory: null }
  expect(totalsOf([aLine({ ...none, net: 0n }), aLine(none)], 'line')).toEqual({
    net: 10_000n,
    vat: 0n,
    gross: 10_000n,
    vats: [],
  })
  expect(lineVat(aLine(none))).toEqual(0n)
})

describe('for any lines', () => {
  const decimal = fc
    .tuple(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.integer({ min: 0, max: 999_999 }))
    .map(([whole, part]) => `${whole}.${String(part).padStart(6, '0')}`)
  const percent = fc.constantFrom('0', '25', '25.5', '15', '12', '11')
  const discountPercent = fc.integer({ min: 0, max: 10_000 }).map((value) => (value / 100).toFixed(2))
  const line = fc.record({ quantity: decimal, unitPrice: decimal, discountPercent, percent })
  const lines = fc.array(line, { maxLength: 30 })
  const rounding = fc.constantFrom('code' as const, 'line' as const)
  type Line = { quantity: string; unitPrice: string; discountPercent: string; percent: string }
  const summed = (all: readonly Line[]) =>
    all.map(({ percent: vatPercent, ...given }) =>
      aLine({ net: lineNet(given, 'DKK'), vatCode: `U${vatPercent}`, vatPercent }),
    )

  test('the lines add up to the net, the rows of VAT to net and VAT, and both to the gross', () => {
    fc.assert(
      fc.property(lines, rounding, (all, how) => {
        const given = summed(all)
        const { net, vat, gross, vats } = totalsOf(given, how)
        expect(net).toEqual(sum(given.map((each) => each.net)))
        expect([sum(vats.map((row) => row.net)), sum(vats.map((row) => row.vat))]).toEqual([net, vat])
        expect(gross).toEqual(net + vat)
      }),
      runs,
    )
  })

  test('the same lines with opposite quantities come to the opposite of everything', () => {
    fc.assert(
      fc.property(lines, rounding, (all, how) => {
        const invoice = totalsOf(summed(all), how)
        const credit = totalsOf(summed(all.map((each) => ({ ...each, quantity: negateDecimal(each.quantity) }))), how)
        expect([credit.net, credit.vat, credit.gross]).toEqual([-invoice.net, -invoice.vat, -invoice.gross])
      }),
      runs,
    )
  })

  test('the order of the lines changes nothing', () => {
    fc.assert(
      fc.property(lines, rounding, (all, how) => {
        expect(totalsOf(summed(all.toReversed()), how)).toEqual(totalsOf(summed(all), how))
      }),
      runs,
    )
  })

  test('both ways of rounding are at most an øre per line apart', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const given = summed(all)
        const apart = magnitude(totalsOf(given, 'code').vat - totalsOf(given, 'line').vat)
        expect(apart <= BigInt(given.length)).toEqual(true)
      }),
      runs,
    )
  })

  test('a discount never turns the sign and never adds', () => {
    fc.assert(
      fc.property(line, (each) => {
        const full = lineNet({ ...each, discountPercent: '0' }, 'DKK')
        const less = lineNet(each, 'DKK')
        expect(magnitude(less) <= magnitude(full)).toEqual(true)
        expect(less === 0n || less < 0n === full < 0n).toEqual(true)
      }),
      runs,
    )
  })
})
