// Why a posting refuses an order.
import { expect, test } from 'vitest'
import { demo, type Office, office } from './test-office.ts'
import { aLine, type Posted } from './test-order.ts'

const refusals: readonly [string, number, string, (office: Office) => Promise<Posted>][] = [
  [
    'a blocked customer',
    22,
    'Account 1001',
    async ({ put, post }) => {
      put('DebtorClient', { Account: '1001', Blocked: true })
      return post()
    },
  ],
  [
    'a blocked project',
    80,
    'Project P-100',
    async ({ put, post }) => {
      put('ProjectClient', { Number: 'P-100', Blocked: true })
      return post()
    },
  ],
  [
    'a completed project',
    80,
    'Project P-100',
    async ({ put, post }) => {
      put('ProjectClient', { Number: 'P-100', Phase: 'Completed' })
      return post()
    },
  ],
  ['a project that is gone', 35, 'Project P-9', ({ post }) => post({}, [aLine({ Project: 'P-9' })])],
  [
    'a project without category',
    81,
    'PrCategory ',
    ({ post }) => post({ PrCategory: undefined }, [aLine({ PrCategory: undefined })]),
  ],
  ['a category without project', 99, 'Project ', ({ post }) => post({ Project: undefined })],
  ['a category that does not exist', 35, 'PrCategory 77', ({ post }) => post({}, [aLine({ PrCategory: '77' })])],
  [
    'a category of costs on an account of revenue',
    83,
    'PrCategory 20',
    ({ post }) => post({}, [aLine({ PrCategory: '20' })]),
  ],
  [
    'a category of revenue on an account of costs',
    82,
    'PrCategory 10',
    ({ post }) => post({}, [aLine({ PrCategory: '10', PostingAccount: '2010' })]),
  ],
  [
    'an account that does not exist',
    20,
    'PostingAccount 1099',
    ({ post }) => post({}, [aLine({ PostingAccount: '1099' })]),
  ],
  ['a heading', 23, 'PostingAccount 1000', ({ post }) => post({}, [aLine({ PostingAccount: '1000' })])],
  [
    'a blocked account',
    22,
    'PostingAccount 1010',
    async ({ put, post }) => {
      put('GLAccountClient', { Account: '1010', Blocked: true })
      return post()
    },
  ],
  [
    'an account that demands a VAT code',
    51,
    'PostingAccount 1980',
    async ({ put, post }) => {
      put('GLAccountClient', { Account: '1980', MandatoryTax: 'Mandatory' })
      put('DebtorGroupClient', { Group: 'Indland', SalesVat: null })
      return post({}, [aLine({ PostingAccount: '1980', Vat: undefined })])
    },
  ],
  ['a VAT code that does not exist', 31, 'Vat U99', ({ post }) => post({}, [aLine({ Vat: 'U99' })])],
  [
    'a blocked VAT code',
    131,
    'Vat U25',
    async ({ put, post }) => {
      put('GLVatClient', { Vat: 'U25', Blocked: true })
      return post()
    },
  ],
  ['a VAT code of purchases', 32, 'Vat I25', ({ post }) => post({}, [aLine({ Vat: 'I25' })])],
  [
    'a dimension that is mandatory',
    48,
    'Dimension1 ',
    async ({ put, post }) => {
      put('GLAccountClient', { Account: '1010', Dim1Parm: 2 })
      return post()
    },
  ],
  ['a dimension that does not exist', 24, 'Dimension1 NIX', ({ post }) => post({}, [aLine({ Dimension1: 'NIX' })])],
  [
    'a blocked dimension',
    132,
    'Dimension1 RAAD',
    async ({ put, post }) => {
      put('GLDimType1Client', { Dimension: 'RAAD', Blocked: true })
      return post({}, [aLine({ Dimension1: 'RAAD' })])
    },
  ],
  ['a payment term that does not exist', 35, 'Payment Netto99', ({ post }) => post({ Payment: 'Netto99' })],
  [
    'no payment term at all',
    53,
    'Payment ',
    async ({ put, post }) => {
      put('PaymentTermClient', { Payment: 'Netto8', IsDefault: false })
      put('DebtorClient', { Account: '1001', Payment: null })
      return post({ Payment: '' })
    },
  ],
  [
    'a series that is blocked',
    29,
    'NumberSerie AkkordInv',
    async ({ put, post }) => {
      put('NumberSerieClient', { Serie: 'AkkordInv', Blocked: true })
      return post()
    },
  ],
  [
    'a series that is used up',
    91,
    'NumberSerie AkkordInv',
    async ({ put, post }) => {
      put('NumberSerieClient', { Serie: 'AkkordInv', LastValue: 1000 })
      return post()
    },
  ],
  [
    'a series that was deleted',
    28,
    'NumberSerie AkkordInv',
    async ({ sandbox, post }) => {
      sandbox.remove(demo, 'NumberSerieClient', 'AkkordInv')
      return post()
    },
  ],
  [
    'a currency without a rate',
    41,
    'Currency EUR',
    async ({ post }) => post({ Currency: 'EUR' }, undefined, { Date: '2020-01-01' }),
  ],
  [
    'a group that demands items',
    42,
    'Item ',
    async ({ put, post }) => {
      put('DebtorGroupClient', { Group: 'Indland', MandatoryItem: true })
      return post()
    },
  ],
  ['an order without lines', 84, 'OrderNumber 800001', ({ post }) => post({}, [])],
  ['an order that comes to nothing', 84, 'TotalAmount 0', ({ post }) => post({}, [aLine(), aLine({ Qty: -2 })])],
]

test.for(refusals)('%s is refused, and neither number nor row is taken', async ([, Err, what, work]) => {
  const place = await office()
  if (what === 'Currency EUR') place.put('CompanyFinanceYearClient', { FromDate: '2020-01-01', ToDate: '2020-12-31' })

  const answer = await work(place)

  expect(answer).toMatchObject({ InvoiceNumber: 0, JournalPostedlId: 0, Err })
  expect(`${answer.ErrorProperty} ${answer.ErrorValue ?? ''}`).toEqual(what)
  for (const entity of ['DebtorInvoiceClient', 'GLTransClient', 'DebtorTransClient', 'GLDailyJournalPostedClient']) {
    expect(place.sandbox.count(demo, entity)).toBe(0)
  }
  const { body } = await place.client.send('GET', `/Company/GetLastError/${demo}&${Err}`)
  expect(body).toContain(String(answer.ErrorProperty))
})
