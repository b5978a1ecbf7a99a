import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BookAccount } from '../billing/account-book.ts'
import { lineGroupings } from '../invoice-settings/invoice-setting.ts'
import { priceOfMinutes, sum } from '../lib/money.ts'
import type { BookModel, PriceBook } from '../prices/rate-of.ts'
import type { BuildFacts, Deduction, FixedVat } from './built-line.ts'
import { buildLines } from './built-lines.ts'
import type { Held, HeldHours } from './claim-sources.ts'
import { totalsOf } from './invoice-totals.ts'

const runs = { numRuns: Number(process.env.FC_RUNS ?? 100) }

const account: BookAccount = {
  id: 'account',
  number: '1000',
  name: 'Hours',
  active: true,
  vat: {
    id: 'vat',
    code: 'U25',
    category: 'standard',
    active: true,
    rates: [
      { validFrom: '2026-07-01', percent: '24' },
      { validFrom: '2020-01-01', percent: '25' },
    ],
  },
}

function theFacts({
  model = {},
  scheme = {},
  ...fields
}: Partial<Record<keyof BuildFacts, object | string>> = {}): BuildFacts {
  const whole: BookModel = {
    id: 'model',
    projectId: 'project',
    name: 'House',
    kind: 'hourly',
    currency: 'DKK',
    customerId: 'customer',
    fixedPrice: null,
    cap: null,
    expensesIncluded: false,
    expenseMarkup: '0',
    hourlyBase: 'common',
    commonRate: '1195',
    rates: new Map(),
    ...(model as object),
  }
  const book: PriceBook = {
    companyCurrency: 'DKK',
    models: new Map([['model', whole]]),
    activities: new Map(['a', 'b'].map((id) => [id, { projectId: 'project', priceModelId: null }])),
    projects: new Map([['project', { number: '1', name: 'House', defaultModelId: 'model', roleOf: new Map() }]]),
    roles: new Map(),
    coWorkerRates: new Map(),
    people: new Map(),
  }
  return {
    book,
    model: whole,
    scheme: {
      hours: 'priced',
      expenses: 'priced',
      plan: 'billed',
      agreed: null,
      onAccountAmount: null,
      deductions: [],
      hoursBilled: 0n,
      ...(scheme as object),
    },
    grouping: 'activity-person',
    language: 'en',
    currencies: { company: 'DKK', billed: 'DKK', exchangeRate: null },
    hoursAccount: account,
    expensesAccount: account,
    invoicedOn: '2026-11-23',
    ...(fields as object),
  }
}

const nothing: Held = { hours: [], expenses: [], plan: [] }

const someHours = fc
  .array(
    fc.record({
      userName: fc.constantFrom('Anna', 'Bo', 'Cy'),
      activityId: fc.constantFrom('a', 'b'),
      workedOn: fc.constantFrom('2026-06-30', '2026-07-01', '2026-11-02'),
      billableMinutes: fc.integer({ min: 1, max: 1440 }),
    }),
    { maxLength: 40 },
  )
  .map((entries) =>
    entries.map(
      (entry, index): HeldHours => ({
        ...entry,
        id: `entry ${index}`,
        userId: entry.userName,
        activityName: entry.activityId,
        activitySort: entry.activityId,
        note: null,
      }),
    ),
  )
const grouping = fc.constantFrom(...lineGroupings)
const rate = fc
  .tuple(fc.integer({ min: 0, max: 9_999 }), fc.integer({ min: 0, max: 99 }))
  .map(([a, b]) => `${a}.${String(b).padStart(2, '0')}`)

describe('for any hours', () => {
  test('every entry is behind one line, and the sources of a line add up to what it is worth', () => {
    fc.assert(
      fc.property(someHours, grouping, rate, (hours, by, commonRate) => {
        const { lines } = buildLines({ ...nothing, hours }, theFacts({ grouping: by, model: { commonRate } }))
        const ids = lines.flatMap((line) => line.sources.map((source) => source.sourceId))
        expect(ids.toSorted()).toEqual(hours.map(({ id }) => id).toSorted())
        for (const line of lines) expect(sum(line.sources.map((source) => source.amount))).toEqual(line.net)
      }),
      runs,
    )
  })

  test('no line holds two percentages of VAT, or more than one price', () => {
    fc.assert(
      fc.property(someHours, grouping, (hours, by) => {
        const { lines } = buildLines({ ...nothing, hours }, theFacts({ grouping: by }))
        for (const line of lines) {
          expect(String(line.periodFrom) >= '2026-07-01').toEqual(String(line.periodTo) >= '2026-07-01')
          expect(new Set(line.sources.map((source) => source.rate)).size).toEqual(1)
        }
      }),
      runs,
    )
  })

  test('a grouping moves the total by an øre a line at most, at prices below 10,000', () => {
    fc.assert(
      fc.property(someHours, grouping, rate, (hours, by, commonRate) => {
        const { lines } = buildLines({ ...nothing, hours }, theFacts({ grouping: by, model: { commonRate } }))
        const exact = priceOfMinutes(
          hours.reduce((all, entry) => all + entry.billableMinutes, 0),
          commonRate,
          'DKK',
        )
        const off = sum(lines.map((line) => line.net)) - exact
        expect(off <= BigInt(lines.length) && off >= -BigInt(lines.length)).toEqual(true)
      }),
      runs,
    )
  })

  test('nothing is billed beyond the cap, and nothing is taken off below it', () => {
    const amount = fc.bigInt({ min: 0n, max: 5_000_000_00n })
    fc.assert(
      fc.property(someHours, amount, amount, (hours, cap, hoursBilled) => {
        const { lines } = buildLines({ ...nothing, hours }, theFacts({ model: { cap }, scheme: { hoursBilled } }))
        const worth = sum(lines.filter((line) => line.origin === 'hours').map((line) => line.net))
        const billed = sum(lines.map((line) => line.net))
        const room = cap > hoursBilled ? cap - hoursBilled : 0n
        expect(billed).toEqual(worth < room ? worth : room)
      }),
      runs,
    )
  })
})

describe('for any agreed price and parts on account', () => {
  const part = fc.record({
    net: fc.bigInt({ min: 1n, max: 50_000_000n }),
    percent: fc.constantFrom('25', '24', '0'),
  })

  test('parts and settlement together are the agreed price, and each part is taken back with the VAT it was billed with', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 400_000_000n }), fc.array(part, { maxLength: 6 }), (agreed, parts) => {
        const deductions = parts.map(({ net, percent }, index): Deduction => {
          const vat: FixedVat = {
            accountId: 'account',
            accountNumber: '1000',
            vatCodeId: 'vat',
            vatCode: percent === '0' ? 'U0' : 'U25',
            vatCategory: percent === '0' ? 'zero' : 'standard',
            vatPercent: percent,
          }
          return { invoiceId: String(index), number: String(index), invoicedOn: '2026-05-01', net, vat }
        })
        const { lines } = buildLines(
          nothing,
          theFacts({
            model: { kind: 'on-account', fixedPrice: agreed },
            scheme: { hours: 'covered', agreed, deductions },
          }),
        )
        const billedBefore = sum(parts.map(({ net }) => net))
        expect(billedBefore + sum(lines.map((line) => line.net))).toEqual(agreed)
        const now = { vatCode: 'U25', vatPercent: '24', vatCategory: 'standard' as const }
        const { vats } = totalsOf(
          lines.map((line) => (line.vat ? { net: line.net, ...line.vat } : { net: line.net, ...now })),
          'code',
        )
        // What was billed under another percentage is closed: nothing of it is billed or taken back a second time.
        for (const { percent, net } of vats) if (percent !== '24') expect(net).toEqual(0n)
      }),
      runs,
    )
  })
})

test('work that an agreed price pays for stands behind its line and adds nothing', () => {
  const held: Held = {
    hours: [
      {
        id: 'h',
        userId: 'Anna',
        userName: 'Anna',
        activityId: 'a',
        activityName: 'a',
        activitySort: 'a',
        workedOn: '2026-11-02',
        billableMinutes: 60,
        note: null,
      },
    ],
    expenses: [],
    plan: [{ id: 'p', dueOn: '2026-12-01', text: 'Never', amount: 5n }],
  }
  const { lines } = buildLines(held, theFacts({ scheme: { hours: 'covered', plan: 'covered', agreed: 100n } }))
  expect(
    lines.map((line) => [line.origin, line.net, line.sources.map((source) => [source.sourceId, source.amount])]),
  ).toEqual([
    [
      'agreed-price',
      100n,
      [
        ['h', 0n],
        ['p', 0n],
      ],
    ],
  ])
})
