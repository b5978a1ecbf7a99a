import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  allocate,
  convert,
  hoursOf,
  lineNet,
  percentOf,
  priceOfMinutes,
  sum,
  toMinor,
  vatOf,
  writeAmount,
} from './money.ts'

/** Quantities and prices, net of each line, VAT on the total and added up per line, at 25 %. */
const vectors = [
  {
    lines: [
      ['7.5', '1195.00'],
      ['1.25', '995.50'],
      ['3', '33.33'],
    ],
    nets: ['8962.50', '1244.38', '99.99'],
    net: '10306.87',
    onTotal: '2576.72',
    perLine: '2576.73',
  },
  {
    lines: [
      ['0.25', '999.90'],
      ['0.25', '999.90'],
      ['0.25', '999.90'],
    ],
    nets: ['249.98', '249.98', '249.98'],
    net: '749.94',
    onTotal: '187.49',
    perLine: '187.50',
  },
  {
    lines: [
      ['1', '0.02'],
      ['1', '0.02'],
      ['1', '0.02'],
    ],
    nets: ['0.02', '0.02', '0.02'],
    net: '0.06',
    onTotal: '0.02',
    perLine: '0.03',
  },
  {
    lines: [
      ['1', '10.01'],
      ['1', '10.01'],
      ['1', '10.01'],
    ],
    nets: ['10.01', '10.01', '10.01'],
    net: '30.03',
    onTotal: '7.51',
    perLine: '7.50',
  },
  { lines: [['2.33', '1050']], nets: ['2446.50'], net: '2446.50', onTotal: '611.63', perLine: '611.63' },
] as const

test.each(vectors)(
  'lines that make $net are rounded each, their VAT once on the total or once per line',
  ({ lines, nets, net, onTotal, perLine }) => {
    const minor = lines.map(([quantity, unitPrice]) => lineNet({ quantity, unitPrice }, 'DKK'))
    expect(minor.map((amount) => writeAmount(amount, 'DKK'))).toEqual(nets)
    expect(writeAmount(sum(minor), 'DKK')).toEqual(net)
    expect(writeAmount(vatOf(sum(minor), '25'), 'DKK')).toEqual(onTotal)
    expect(writeAmount(sum(minor.map((amount) => vatOf(amount, '25'))), 'DKK')).toEqual(perLine)
  },
)

test('half an øre is rounded away from zero, so that a credit note is the mirror of its invoice', () => {
  expect([toMinor('1.005', 'DKK'), toMinor('-1.005', 'DKK'), toMinor('2.675', 'DKK')]).toEqual([101n, -101n, 268n])
})

test('a currency without øre has none', () => {
  expect([toMinor('1500', 'ISK'), writeAmount(1500n, 'ISK'), writeAmount(-5n, 'DKK')]).toEqual([1500n, '1500', '-0.05'])
  expect(convert(10_000n, 'EUR', 'ISK', '151.2')).toEqual(15_120n)
  expect(convert(10_000n, 'EUR', 'DKK', '7.4605')).toEqual(74_605n)
})

test('minutes are priced without rounding the hours first', () => {
  expect(priceOfMinutes(440, '1000', 'DKK')).toEqual(733_333n)
  expect([hoursOf(440), hoursOf(450)]).toEqual(['7.333333', '7.5'])
})

describe('for any amounts', () => {
  const minor = fc.bigInt({ min: -999_999_999_999n, max: 999_999_999_999n })
  const decimal = fc
    .tuple(fc.bigInt({ min: -99_999_999n, max: 99_999_999n }), fc.integer({ min: 0, max: 6 }))
    .map(([digits, places]) => {
      const text = (digits < 0n ? -digits : digits).toString().padStart(places + 1, '0')
      const whole = places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`
      return digits < 0n ? `-${whole}` : whole
    })
  const percent = fc
    .integer({ min: 0, max: 1_000_000 })
    .map((value) => `${Math.floor(value / 10_000)}.${String(value % 10_000).padStart(4, '0')}`)

  test('what is written is read back', () => {
    fc.assert(
      fc.property(
        minor,
        fc.constantFrom('DKK', 'ISK', 'EUR'),
        (amount, currency) => toMinor(writeAmount(amount, currency), currency) === amount,
      ),
    )
  })

  test('a line with the opposite quantity is the exact mirror, with any discount', () => {
    fc.assert(
      fc.property(decimal, decimal, percent, (quantity, unitPrice, discountPercent) => {
        const opposite = quantity.startsWith('-') ? quantity.slice(1) : `-${quantity}`
        const line = lineNet({ quantity, unitPrice, discountPercent }, 'DKK')
        return lineNet({ quantity: opposite, unitPrice, discountPercent }, 'DKK') === -line
      }),
    )
  })

  test('a percentage is never off by more than half an øre, and of the opposite amount the opposite', () => {
    fc.assert(
      fc.property(minor, percent, (amount, share) => {
        const exact = amount * BigInt(share.replace('.', ''))
        const found = percentOf(amount, share)
        const off = found * 1_000_000n - exact
        return off * 2n <= 1_000_000n && off * 2n >= -1_000_000n && percentOf(-amount, share) === -found
      }),
    )
  })

  test('shares add up to the whole, each within one øre of its exact part and of the sign of the whole', () => {
    fc.assert(
      fc.property(
        minor,
        fc.array(fc.bigInt({ min: 0n, max: 1_000_000n }), { minLength: 1, maxLength: 40 }),
        (total, weights) => {
          const parts = allocate(total, weights)
          const whole = sum(weights)
          expect(sum(parts)).toEqual(total)
          if (whole === 0n) return
          for (const [index, part] of parts.entries()) {
            const off = part * whole - total * (weights[index] as bigint)
            expect(off < whole && off > -whole).toEqual(true)
            expect(part === 0n || part > 0n === total > 0n).toEqual(true)
          }
        },
      ),
    )
  })
})
