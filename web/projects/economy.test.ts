import { expect, test } from 'vitest'
import { economyOf, figureOf } from './economy.ts'

const model = { currency: 'DKK', fixedPrice: null, cap: null, active: true }

test('the budget is the agreed prices and caps of the active models, and what is left may be less than nothing', () => {
  const [row] = economyOf(
    [{ currency: 'DKK', net: '70000.10' }],
    [{ currency: 'DKK', net: '1000.00' }],
    [{ currency: 'DKK', total: '40000.00' }],
    [
      { ...model, fixedPrice: '60000.00' },
      { ...model, cap: '40000.00' },
      { ...model, fixedPrice: '999999.00', active: false },
    ],
  )
  expect(row).toEqual({
    currency: 'DKK',
    billed: '70000.10',
    drafted: '1000.00',
    unbilled: '40000.00',
    budget: '100000.00',
  })
  expect(row && figureOf(row, 'left')).toEqual('-11000.10')
})

test('hours without a cap have no budget, and each currency stands on its own', () => {
  const rows = economyOf([{ currency: 'EUR', net: '10.00' }], [], [], [model])
  expect(rows).toEqual([
    { currency: 'EUR', billed: '10.00', drafted: '0.00', unbilled: '0.00', budget: null },
    { currency: 'DKK', billed: '0.00', drafted: '0.00', unbilled: '0.00', budget: null },
  ])
  expect(rows[0] && figureOf(rows[0], 'left')).toBeNull()
})
