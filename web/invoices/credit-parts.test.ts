import { describe, expect, test } from 'vitest'
import type { InvoiceLine } from '../../src/invoices/invoice.ts'
import { partInput, partNet } from './credit-parts.ts'

const line = { quantity: '10', unitPrice: '1000', discountPercent: '0', net: '10000.00' } as InvoiceLine
const rest = { line, rest: '7500.00' }

describe('a part of a line that is credited', () => {
  test('all is what is left of it', () => {
    expect(partNet(rest, { by: 'all' }, 'DKK')).toEqual(750_000n)
    expect(partInput('a', { by: 'all' })).toEqual({ lineId: 'a' })
  })

  test('so many hours are worth their price', () => {
    expect(partNet(rest, { by: 'quantity', value: '2.5' }, 'DKK')).toEqual(250_000n)
    expect(partInput('a', { by: 'quantity', value: '2.5' })).toEqual({ lineId: 'a', quantity: '2.5' })
  })

  test('of a deduction the amount is typed without a sign and taken with the sign of the line', () => {
    expect(
      partNet({ line: { ...line, quantity: '-10' }, rest: '-7500.00' }, { by: 'net', value: '500' }, 'DKK'),
    ).toEqual(-50_000n)
  })

  test.each(['8', '0', '-1', 'ten', null])('%s hours of seven and a half are not taken', (value) => {
    expect(partNet(rest, { by: 'quantity', value }, 'DKK')).toBeUndefined()
  })
})
