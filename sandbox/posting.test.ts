// What a posting makes of an order.
import { expect, test } from 'vitest'
import { demo, office } from './test-office.ts'
import { aLine, find, insertOrder, postOrder } from './test-order.ts'

test('a reference may be refused when the order is written already', async () => {
  const { client, sandbox } = await office({ orderReferences: 'checked-when-written', lists: 'all-or-nothing' })

  expect(await insertOrder(client, {}, [aLine({ Vat: 'U99' })])).toMatchObject({ status: 400 })
  expect(sandbox.count(demo, 'DebtorOrderClient')).toBe(0)
})

test('VAT is rounded on each line, or by a switch once per code', async () => {
  const lines = [1, 2, 3].map(() => aLine({ Qty: 1, Price: 0.02 }))
  const perLine = await office()
  expect(await perLine.post({}, lines, { Simulate: true })).toMatchObject({ NetAmount: 0.06, VatAmount: 0.03 })

  const perCode = await office({ vatRounding: 'per-code' })
  expect(await perCode.post({}, lines, { Simulate: true })).toMatchObject({ NetAmount: 0.06, VatAmount: 0.02 })
})

test('quantity times price less the discount is rounded, halves away from zero; a typed total stands where it is nothing', async () => {
  const { post, last } = await office()
  await post({ EndDiscountPct: 0 }, [
    aLine({ Qty: 0.5, Price: 0.01, Vat: 'UFRI' }),
    aLine({ Qty: 1.25, Price: 99.99, Vat: 'UFRI' }),
    aLine({ Qty: 3, Price: 100, DiscountPct: 12.5, Vat: 'UFRI' }),
    aLine({ Qty: 0, Price: 0, Total: 7.77, Vat: 'UFRI' }),
  ])

  expect(last('DebtorInvoiceClient')).toMatchObject({ NetAmount: 0.01 + 124.99 + 262.5 + 7.77, VatAmount: 0 })
})

test('a price may hold VAT, and an end discount comes off', async () => {
  const { post } = await office()
  const lines = [aLine({ Qty: 1, Price: 1000 })]

  const order = { PricesInclVat: true, EndDiscountPct: 10 }
  expect(await post(order, lines, { Simulate: true })).toMatchObject({
    NetAmount: 720,
    VatAmount: 180,
    TotalAmount: 900,
  })
})

test('account and VAT code of a line are its own, else the customer group gives them by VAT zone', async () => {
  const { post, sandbox } = await office()
  const bare = { Text: 'Uden konto', Qty: 1, Price: 100 }

  await post({ Account: '1003', Project: undefined, PrCategory: undefined }, [
    bare,
    { ...bare, PostingAccount: '1010' },
  ])

  const ledger = sandbox.rows(demo, 'GLTransClient')
  expect(ledger.map(({ Account, Amount, Vat, VatOperation }) => [Account, Amount, Vat, VatOperation])).toEqual([
    ['5600', 225, undefined, undefined],
    ['1110', -100, 'UEU', '3'],
    ['1010', -100, 'U25', '3'],
    ['6902', -25, 'U25', '3'],
  ])
})

test('a document in another currency is booked at the rate of its day, and balances to the øre', async () => {
  const { post, last, balances, sandbox } = await office()

  await post({ Currency: 'EUR' }, [aLine({ Qty: 1, Price: 33.33 }), aLine({ Qty: 1, Price: 66.66 })])

  const invoice = last('DebtorInvoiceClient')
  const rate = sandbox
    .rows(demo, 'ExchangeRateClient')
    .find(({ Date: day, CCY1 }) => CCY1 === 'EUR' && String(day).startsWith('2026-10-01'))?.Rate
  expect(invoice).toMatchObject({ Currency: 'EUR', ExchangeRate: rate, NetAmount: 99.99, TotalAmount: 124.99 })
  expect(invoice?.AmountLocalCur).toBeCloseTo(124.99 * Number(rate), 1)
  expect(balances()).toBe(true)
})

test.for([
  ['Net days', 30, '2026-12-23'],
  ['End of month', 10, '2026-12-10'],
  ['End of week', 2, '2026-12-01'],
  ['Net cash', 0, '2026-11-23'],
])('the payment term %s of %i days falls due on %s', async ([PaymentMethod, Days, due]) => {
  const { put, post, last } = await office()
  put('PaymentTermClient', { Payment: 'Prøve', PaymentMethod, Days })

  await post({ Payment: 'Prøve', DueDate: '2027-01-31' })

  expect(last('DebtorInvoiceClient')?.DueDate).toEqual(`${due}T00:00:00`)
})

test('a due date on the order counts by a switch', async () => {
  const { post, last } = await office({ orderDueDate: 'is-used' })
  await post({ DueDate: '2027-01-31' })
  expect(last('DebtorInvoiceClient')?.DueDate).toEqual('2027-01-31T00:00:00')
})

test('the number comes from the series of the group, of the company, or from its counter', async () => {
  const { put, post, last, sandbox } = await office()
  put('DebtorGroupClient', { Group: 'EU', InvoiceSerie: 'Salg' })
  const foreign = { Account: '1003', Project: undefined, PrCategory: undefined, OurRef: 'AK-3' }
  expect(await post(foreign, [aLine({ PrCategory: undefined })])).toMatchObject({ InvoiceNumber: 20001 })
  expect(last('DebtorInvoiceClient')).toMatchObject({ NumberSerie: 'Salg', Voucher: 20001 })

  put('CompanySettingsClient', { UseVoucherAsInvoice: false, SalesInvoice: 77 })
  expect(await post()).toMatchObject({ InvoiceNumber: 77 })
  expect(last('DebtorInvoiceClient')).toMatchObject({ NumberSerie: 'AkkordInv', Voucher: 1001 })
  expect(sandbox.rows(demo, 'CompanySettingsClient')[0]).toMatchObject({ SalesInvoice: 78 })
})

test('credit notes may have a series of their own', async () => {
  const { post, last } = await office({ creditNoteNumbers: 'own-series' })
  await post()
  expect(await post({}, [aLine({ Qty: -1 })])).toMatchObject({ InvoiceNumber: 50001 })
  expect(last('DebtorInvoiceClient')).toMatchObject({ NumberSerie: 'Kreditnota', TotalAmount: -1250 })
})

test('a number in use is given again, or refused by a switch', async () => {
  const { put, post, sandbox } = await office()
  await post()
  put('NumberSerieClient', { Serie: 'AkkordInv', Next: 1001 })
  expect(await post()).toMatchObject({ InvoiceNumber: 1001, Err: 0 })

  put('NumberSerieClient', { Serie: 'AkkordInv', Next: 1001 })
  sandbox.setSwitches({ usedNumber: 'is-refused' })
  expect(await post()).toMatchObject({ Err: 94, ErrorProperty: 'InvoiceNumber', ErrorValue: '1001' })
})

test('a category of revenue adds a cost where the item has an expense category; one of on-account invoicing never does', async () => {
  const { put, post, sandbox } = await office()
  put('InvItemClient', { Item: 'Beslag', ItemType: 'Service', CostModel: 'FIFO', CostPrice: 30, PrCategory: '20' })
  await post({}, [aLine({ Item: 'Beslag', PrCategory: '90' }), aLine({ Item: 'Beslag', PrCategory: '10' })])

  const rows = sandbox.rows(demo, 'ProjectTransClient')
  expect(rows.map(({ PrCategory, SalesAmount, CostAmount }) => [PrCategory, SalesAmount, CostAmount])).toEqual([
    ['90', 2000, 0],
    ['10', 2000, 0],
    ['20', 0, 60],
  ])
  expect(sandbox.rows(demo, 'ProjectClient')[0]).toMatchObject({ OnAccountSales: 2000, Revenue: 2000, CostValue: 60 })
})

test('the bill goes to the invoice account of the customer unless the order says otherwise', async () => {
  const { put, post, last } = await office()
  put('DebtorClient', { Account: '1001', InvoiceAccount: '1002' })
  await post()
  expect(last('DebtorInvoiceClient')).toMatchObject({ Account: '1002', DeliveryAccount: '1001' })
})

test('an order takes over what was not sent, and keeps a blank that was', async () => {
  const { put, client, last } = await office()
  put('DebtorClient', { Account: '1001', EndDiscountPct: 5, Dimension1: 'RAAD' })
  await insertOrder(client, { Payment: undefined, EndDiscountPct: 0 })
  expect(last('DebtorOrderClient')).toMatchObject({ Payment: 'Netto8', EndDiscountPct: 0, Dimension1: 'RAAD' })

  const plain = await office({ orderDefaults: 'blank' })
  await insertOrder(plain.client, { Payment: undefined })
  expect(plain.last('DebtorOrderClient')).not.toHaveProperty('Payment')
})

test('our reference and the text of a line are cut at their ends', async () => {
  const { client, last } = await office()
  await insertOrder(client, { OurRef: 'R'.repeat(30), Remark: 'x'.repeat(301) }, [aLine({ Text: 't'.repeat(1001) })])

  expect(last('DebtorOrderClient')).toMatchObject({ OurRef: 'R'.repeat(20), Remark: 'x'.repeat(300) })
  expect(String(last('DebtorOrderLineClient')?.Text)).toHaveLength(1000)
})

test('a filter on our reference shows everything, or works by a switch, and an invoice may lack it', async () => {
  const { client, post, sandbox } = await office()
  await post()
  await post({ OurRef: 'AK-0002' })
  expect(await find(client, 'DebtorInvoiceClient', 'OurRef', 'AK-0002')).toHaveLength(2)

  sandbox.setSwitches({ ourRef: 'is-filterable' })
  expect(await find(client, 'DebtorInvoiceClient', 'OurRef', 'AK-0002')).toMatchObject([{ InvoiceNumber: 1002 }])

  sandbox.setSwitches({ ourRef: 'is-not-kept' })
  await post({ OurRef: 'AK-0003' })
  const [bare] = await find(client, 'DebtorInvoiceClient', 'InvoiceNumber', '1003..')
  expect(bare).not.toHaveProperty('OurRef')
})

test('an order number of our own may be replaced', async () => {
  const { client, last } = await office({ ownOrderNumber: 'is-replaced' })
  await insertOrder(client)
  expect(last('DebtorOrderClient')).toMatchObject({ OrderNumber: 1 })
})

test('the answer of a posting may be a PDF or words, and Simulate may tell less or nothing', async () => {
  const { client, sandbox, post } = await office({ postingAnswer: 'pdf' })
  expect(await post()).toMatch(/^%PDF-/)
  sandbox.setSwitches({ postingAnswer: 'number-as-text' })
  expect(await post()).toEqual('1002')
  sandbox.setSwitches({ simulate: 'errors-only' })
  expect(await post({}, undefined, { Simulate: true })).toEqual({ InvoiceNumber: 0, JournalPostedlId: 0, Err: 0 })
  sandbox.setSwitches({ simulate: 'is-refused' })
  expect(await postOrder(client, { Simulate: true })).toEqual('ArgumentMissing')
})

test('who may not insert may not post', async () => {
  const { client, signInAs } = await office()
  await insertOrder(client)
  expect(await postOrder(await signInAs('0012345/limited'))).toMatchObject({ Err: 2 })
})
