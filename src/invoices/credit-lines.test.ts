import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDecimals, lineNet, sum } from '../lib/money.ts'
import { type CreditableLine, type CreditedBefore, creditLine } from './credit-lines.ts'
import { totalsOf } from './invoice-totals.ts'

const runs = { numRuns: Number(process.env.FC_RUNS ?? 300) }

function aLine(fields: Partial<CreditableLine> = {}): CreditableLine {
  const line = { id: 'a', quantity: '7.5', unit: 'hour', unitPrice: '1195', discountPercent: '0', ...fields }
  return { net: lineNet(line, 'DKK'), ...line }
}

const after = (...notes: { net: bigint; quantity: string }[]): CreditedBefore => ({
  net: sum(notes.map(({ net }) => net)),
  quantity: notes.reduce((all, { quantity }) => addDecimals(all, quantity), '0'),
})

test('a line taken back whole has its price and the opposite quantity', () => {
  const line = aLine({ discountPercent: '10' })
  expect(creditLine(line, undefined, undefined, 'DKK')).toEqual({
    quantity: '-7.5',
    unit: 'hour',
    unitPrice: '1195',
    discountPercent: '10',
    net: -806_625n,
  })
})

test('a part by hours is priced as the line was, and the rest by the hours that are left', () => {
  const line = aLine()
  const part = creditLine(line, undefined, { lineId: 'a', quantity: '2.5' }, 'DKK')
  expect(part).toMatchObject({ quantity: '-2.5', net: -298_750n })
  const rest = creditLine(line, { net: -298_750n, quantity: '-2.5' }, undefined, 'DKK')
  expect(rest).toMatchObject({ quantity: '-5', unitPrice: '1195', net: -597_500n })
})

test('a part by amount is one piece, and so is the rest that no quantity gives', () => {
  const line = aLine()
  const part = creditLine(line, undefined, { lineId: 'a', net: '1000.01' }, 'DKK')
  expect(part).toMatchObject({ quantity: '-1', unit: 'lump-sum', unitPrice: '1000.01', net: -100_001n })
  const rest = creditLine(line, { net: -100_001n, quantity: '-1' }, undefined, 'DKK')
  expect(rest).toMatchObject({ quantity: '-1', unit: 'lump-sum', unitPrice: '7962.49', net: -796_249n })
})

test('a deduction is taken back with a positive amount', () => {
  const deduction = aLine({ quantity: '-1', unitPrice: '500', unit: 'lump-sum' })
  expect(creditLine(deduction, undefined, undefined, 'DKK')).toMatchObject({ quantity: '1', net: 50_000n })
  expect(creditLine(deduction, undefined, { lineId: 'a', net: '200' }, 'DKK')).toMatchObject({ net: 20_000n })
  expect(creditLine(deduction, undefined, { lineId: 'a', quantity: '0.5' }, 'DKK')).toMatchObject({
    quantity: '0.5',
    net: 25_000n,
  })
})

test.each([
  [{ quantity: '8' }, { fault: 'too-much', path: 'quantity', left: '7.5' }],
  [{ net: '8962.51' }, { fault: 'too-much', path: 'net', left: '8962.50' }],
  [{ quantity: '-1' }, { fault: 'not-positive', path: 'quantity' }],
  [{ net: '0' }, { fault: 'not-positive', path: 'net' }],
  [{ quantity: '1', net: '1' }, { fault: 'both' }],
])('a part of %o is refused', (wish, fault) => {
  expect(creditLine(aLine(), undefined, { lineId: 'a', ...wish }, 'DKK')).toEqual(fault)
})

test('what is credited already cannot be credited again', () => {
  const line = aLine()
  expect(creditLine(line, { net: -line.net, quantity: '-7.5' }, undefined, 'DKK')).toEqual({ fault: 'nothing-left' })
  const part = { lineId: 'a', quantity: '1' }
  expect(creditLine(line, after({ net: -836_500n, quantity: '-7' }), part, 'DKK')).toEqual({
    fault: 'too-much',
    path: 'quantity',
    left: '0.5',
  })
})

const decimals = (max: number, digits: number) =>
  fc.integer({ min: 1, max }).map((units) => (units / 10 ** digits).toFixed(digits))
const someLine = fc
  .record({
    quantity: fc.tuple(decimals(2_000_000, 3), fc.boolean()).map(([text, minus]) => (minus ? `-${text}` : text)),
    unitPrice: decimals(50_000_000, 3),
    discountPercent: fc.constantFrom('0', '0', '5', '12.5', '33.3333'),
  })
  .map(aLine)
const vat = fc.constantFrom(
  { vatCode: 'U25', vatPercent: '25', vatCategory: 'standard' as const },
  { vatCode: 'U255', vatPercent: '25.5', vatCategory: 'standard' as const },
  { vatCode: 'U15', vatPercent: '15', vatCategory: 'standard' as const },
  { vatCode: 'UEU', vatPercent: '0', vatCategory: 'eu-services' as const },
)

test('a whole credit mirrors net, VAT and gross to the øre, rounded per code or per line', () => {
  const lines = fc.array(fc.tuple(someLine, vat), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(lines, fc.constantFrom('code' as const, 'line' as const), (billed, rounding) => {
      const original = totalsOf(
        billed.map(([line, code]) => ({ ...line, ...code })),
        rounding,
      )
      const note = totalsOf(
        billed.map(([line, code]) => {
          const credit = creditLine(line, undefined, undefined, 'DKK')
          if ('fault' in credit) throw new Error(credit.fault)
          // What a person sees is what is stored: quantity times price gives the net.
          expect(lineNet(credit, 'DKK')).toEqual(credit.net)
          return { ...credit, ...code }
        }),
        rounding,
      )
      expect({ ...note, vats: [] }).toEqual({
        net: -original.net,
        vat: -original.vat,
        gross: -original.gross,
        vats: [],
      })
      expect(note.vats).toEqual(original.vats.map((it) => ({ ...it, net: -it.net, vat: -it.vat })))
    }),
    runs,
  )
})

test('in however many parts, and then the rest: every øre of the net is credited once, and each part is its quantity times its price', () => {
  const parts = fc.array(
    fc.tuple(fc.constantFrom('quantity' as const, 'net' as const), fc.integer({ min: 1, max: 99 })),
    {
      maxLength: 5,
    },
  )
  fc.assert(
    fc.property(someLine, parts, (line, shares) => {
      const notes: { net: bigint; quantity: string }[] = []
      const take = (part: { quantity?: string; net?: string } | undefined) => {
        const credit = creditLine(line, after(...notes), part && { lineId: line.id, ...part }, 'DKK')
        if ('fault' in credit) return
        expect(lineNet(credit, 'DKK')).toEqual(credit.net)
        notes.push(credit)
      }
      for (const [by, percent] of shares)
        take(
          by === 'net'
            ? { net: (Number(line.net < 0n ? -line.net : line.net) * (percent / 10_000)).toFixed(2) }
            : { quantity: (Math.abs(Number(line.quantity)) * (percent / 100)).toFixed(3) },
        )
      take(undefined)
      expect(line.net + after(...notes).net).toEqual(0n)
    }),
    runs,
  )
})
