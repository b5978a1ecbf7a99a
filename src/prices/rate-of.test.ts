import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type BookModel, modelOf, type PriceBook, rateOf } from './rate-of.ts'

const aModel = (fields: Partial<BookModel> = {}): BookModel => ({
  id: 'm1',
  projectId: 'p',
  name: 'Hours',
  kind: 'hourly',
  currency: 'DKK',
  customerId: 'c',
  fixedPrice: null,
  cap: null,
  expensesIncluded: false,
  expenseMarkup: '0',
  hourlyBase: 'common',
  commonRate: '900',
  rates: new Map(),
  ...fields,
})

function aBook(model: Partial<BookModel> = {}, fields: Partial<PriceBook> = {}): PriceBook {
  return {
    companyCurrency: 'DKK',
    models: new Map([
      ['m1', aModel(model)],
      ['m2', aModel({ id: 'm2', name: 'Internal', kind: 'non-billable', hourlyBase: null })],
    ]),
    activities: new Map([
      ['a', { projectId: 'p', priceModelId: null }],
      ['b', { projectId: 'p', priceModelId: 'm2' }],
    ]),
    projects: new Map([
      ['p', { number: '1001', name: 'Harbour', defaultModelId: 'm1', roleOf: new Map([['bo', 'leader']]) }],
    ]),
    roles: new Map([
      ['leader', { name: 'Project leader', salesPrice: '1400' }],
      ['apprentice', { name: 'Apprentice', salesPrice: null }],
    ]),
    coWorkerRates: new Map([
      [
        'bo',
        [
          { validFrom: '2026-07-01', rate: '1250' },
          { validFrom: '2026-01-01', rate: '1195.5' },
        ],
      ],
    ]),
    people: new Map([
      ['bo', 'Bo Berg'],
      ['eva', 'Eva Eng'],
    ]),
    ...fields,
  }
}

const work = { userId: 'bo', activityId: 'a', workedOn: '2026-03-02' }
const from = (day: string, rate: string) => [{ validFrom: day, rate }]

test('the price of a person wins over that of the activity, that over the role’s, and that over the base', () => {
  const rates = new Map([
    ['bo', from('2026-01-01', '1')],
    ['a', from('2026-01-01', '2')],
    ['leader', from('2026-01-01', '3')],
  ])
  const priced = () => rateOf(aBook({ rates: new Map(rates) }), work)
  expect(priced()).toEqual({ rate: '1', from: 'person', currency: 'DKK', priceModelId: 'm1' })
  rates.delete('bo')
  expect(priced()).toMatchObject({ rate: '2', from: 'activity' })
  rates.delete('a')
  expect(priced()).toMatchObject({ rate: '3', from: 'role' })
  rates.delete('leader')
  expect(priced()).toMatchObject({ rate: '900', from: 'common' })
})

test('a price that changes inside the period gives two prices, by the day of the work', () => {
  const book = aBook({ hourlyBase: 'co-worker' })
  const on = (workedOn: string) => rateOf(book, { ...work, workedOn })
  expect(on('2026-06-30')).toMatchObject({ rate: '1195.5', from: 'co-worker' })
  expect(on('2026-07-01')).toMatchObject({ rate: '1250', from: 'co-worker' })
})

test('a price of nothing is a price', () => {
  expect(rateOf(aBook({ commonRate: '0' }), work)).toMatchObject({ rate: '0', from: 'common' })
})

test('hours of an agreed price and of work that is never billed have no price and miss none', () => {
  expect(rateOf(aBook({ kind: 'fixed', hourlyBase: null }), work)).toEqual({
    unpriced: 'agreed-price',
    priceModelId: 'm1',
  })
  expect(rateOf(aBook(), { ...work, activityId: 'b' })).toEqual({ unpriced: 'non-billable', priceModelId: 'm2' })
})

test('an activity that picks no price model is billed by the first of its project', () => {
  expect(modelOf(aBook(), 'a')?.id).toEqual('m1')
  expect(modelOf(aBook(), 'b')?.id).toEqual('m2')
})

test('a role that is given wins over the one of the member', () => {
  const book = aBook({ hourlyBase: 'role' })
  expect(rateOf(book, work)).toMatchObject({ rate: '1400', from: 'project-role' })
  expect(rateOf(book, { ...work, roleId: 'apprentice' })).toMatchObject({
    missing: { sentence: { key: 'rate.roleWithoutPrice', values: { role: 'Apprentice' } }, link: '/project-roles' },
  })
})

test.each<[string, PriceBook, object, string, string]>([
  ['custom, no price', aBook({ hourlyBase: 'custom' }), {}, 'rate.noneOfPerson', '/projects/p?tab=prices'],
  [
    'custom, price begins later',
    aBook({ hourlyBase: 'custom', rates: new Map([['bo', from('2026-05-01', '1')]]) }),
    {},
    'rate.personBeginsLater',
    '/projects/p?tab=prices',
  ],
  ['no standard price', aBook({ hourlyBase: 'co-worker' }), { userId: 'eva' }, 'rate.noStandard', '/users/eva'],
  [
    'standard price begins later',
    aBook({ hourlyBase: 'co-worker' }),
    { workedOn: '2025-12-31' },
    'rate.standardBeginsLater',
    '/users/bo',
  ],
  [
    'standard price in the company’s currency',
    aBook({ hourlyBase: 'co-worker', currency: 'NOK' }),
    {},
    'rate.otherCurrency',
    '/projects/p?tab=prices',
  ],
  ['no role', aBook({ hourlyBase: 'role' }), { userId: 'eva' }, 'rate.noRole', '/projects/p?tab=members'],
  ['no common price', aBook({ commonRate: null }), {}, 'rate.noCommon', '/projects/p?tab=prices'],
])('a missing price is said with the page that mends it: %s', (_, book, change, key, link) => {
  expect(rateOf(book, { ...work, ...change })).toMatchObject({ missing: { sentence: { key }, link } })
})

test('a project without a price model has no prices', () => {
  const projects = new Map([['p', { number: '1001', name: 'Harbour', defaultModelId: null, roleOf: new Map() }]])
  expect(rateOf(aBook({}, { projects }), work)).toEqual({
    missing: { sentence: { key: 'rate.noModel', values: { project: '1001 Harbour' } }, link: '/projects/p?tab=prices' },
    priceModelId: null,
  })
})

const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const dated = fc.uniqueArray(fc.record({ validFrom: day, rate: fc.integer({ min: 0, max: 5000 }).map(String) }), {
  selector: (rate) => rate.validFrom,
  maxLength: 8,
})
const newestFirst = <T extends { validFrom: string }>(rates: readonly T[]) =>
  rates.toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))

test('of several prices that of the nearest day before the work counts, and later ones never', () => {
  fc.assert(
    fc.property(dated, dated, day, (ofPerson, ofActivity, workedOn) => {
      const rates = new Map([
        ['bo', newestFirst(ofPerson)],
        ['a', newestFirst(ofActivity)],
      ])
      const begun = (all: typeof ofPerson) => all.filter((rate) => rate.validFrom <= workedOn)
      const nearest = (all: typeof ofPerson) =>
        begun(all).reduce((best, rate) => (rate.validFrom > best.validFrom ? rate : best))
      const expected =
        begun(ofPerson).length > 0
          ? { rate: nearest(ofPerson).rate, from: 'person' }
          : begun(ofActivity).length > 0
            ? { rate: nearest(ofActivity).rate, from: 'activity' }
            : { rate: '900', from: 'common' }
      expect(rateOf(aBook({ rates }), { ...work, workedOn })).toMatchObject(expected)
    }),
  )
})

test('a price that is added changes no hour before it and none after the next one', () => {
  fc.assert(
    fc.property(dated, day, day, (others, begins, workedOn) => {
      const before = others.filter((rate) => rate.validFrom !== begins)
      const after = [...before, { validFrom: begins, rate: '7777' }]
      const priced = (rates: typeof others) =>
        rateOf(aBook({ rates: new Map([['bo', newestFirst(rates)]]) }), { ...work, workedOn })
      const next = before
        .map((rate) => rate.validFrom)
        .filter((validFrom) => validFrom > begins)
        .toSorted()[0]
      const isIts = workedOn >= begins && (next === undefined || workedOn < next)
      expect(priced(after)).toEqual(isIts ? { ...priced(after), rate: '7777', from: 'person' } : priced(before))
    }),
  )
})
