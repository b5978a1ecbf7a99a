import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { aLine, find, insertOrder, postOrder } from './test-order.ts'
import { aSandbox, later, minuteMs } from './test-sandbox.ts'

const demo = 12345

test('an order is inserted with its lines and answers only a code', async () => {
  const { signInAs } = await aSandbox()
  const client = await signInAs()

  expect(await insertOrder(client, {}, [aLine(), aLine({ Text: 'Mere' })])).toEqual({ status: 200, body: 'Succes' })

  const [order] = await find(client, 'DebtorOrderClient', 'OrderNumber', '800001')
  expect(order).toMatchObject({ OrderNumber: 800_001, OurRef: 'AK-0001', Project: 'P-100', Payment: 'Netto14' })
  const lines = await find(client, 'DebtorOrderLineClient', 'OrderNumber', '800001')
  expect(lines.map(({ Text, LineNumber }) => [LineNumber, Text]).sort()).toEqual([
    [1, 'Rådgivning'],
    [2, 'Mere'],
  ])
})

test('an order number of our own that is taken is refused, and one that is not sent is given', async () => {
  const { signInAs, sandbox } = await aSandbox()
  const client = await signInAs()
  await insertOrder(client)

  expect(await insertOrder(client)).toEqual({ status: 400, body: 'A key with the name already exists' })

  await insertOrder(client, { OrderNumber: undefined })
  expect(sandbox.rows(demo, 'DebtorOrderClient').map(({ OrderNumber }) => OrderNumber)).toEqual([800_001, 1])
  expect(sandbox.rows(demo, 'CompanySettingsClient')[0]).toMatchObject({ SalesOrder: 2 })
})

test('a deleted order takes its lines with it, and deleting it again finds nothing', async () => {
  const { signInAs, sandbox } = await aSandbox()
  const client = await signInAs()
  await insertOrder(client)
  const gone = () => client.send('DELETE', '/Crud/Delete/DebtorOrderClient', { OrderNumber: 800_001 })

  expect((await gone()).status).toBe(204)
  expect(sandbox.count(demo, 'DebtorOrderLineClient')).toBe(0)
  expect(await gone()).toEqual({ status: 400, body: 'The record could not be found' })
})

test('a posted order is an invoice with a number of the series, and a ledger that balances', async () => {
  const { signInAs, sandbox } = await aSandbox()
  const client = await signInAs()
  await insertOrder(client)

  expect(await postOrder(client)).toEqual({ InvoiceNumber: 1001, JournalPostedlId: 1, Err: 0 })

  const [invoice] = await find(client, 'DebtorInvoiceClient', 'InvoiceNumber', '1001..')
  expect(invoice).toMatchObject({
    ...{ InvoiceNumber: 1001, Voucher: 1001, NumberSerie: 'AkkordInv', JournalPostedId: 1, PrimaryKeyId: 1 },
    ...{ Account: '1001', OurRef: 'AK-0001', OrderNumber: 800_001, Project: 'P-100', PrCategory: '90' },
    ...{ NetAmount: 2000, VatAmount: 500, TotalAmount: 2500, Currency: 'DKK', AmountLocalCur: 2500 },
    ...{ Date: '2026-11-23T00:00:00Z', DueDate: '2026-12-07T00:00:00Z' },
  })
  const { body: lines } = await client.send('PUT', '/Query/GetByMaster/DebtorInvoiceClient/DebtorInvoiceLines', invoice)
  expect(lines).toMatchObject([{ Text: 'Rådgivning', Qty: -2, InvoiceQty: 2, InvoiceTotal: 2000, Vat: 'U25' }])
  const ledger = await find(client, 'GLTransClient', 'JournalPostedId', '1')
  expect(ledger.map(({ Account, Amount }) => [Account, Amount]).sort()).toEqual([
    ['1010', -2000],
    ['5600', 2500],
    ['6902', -500],
  ])
  expect(sandbox.rows(demo, 'DebtorTransOpenClient')).toMatchObject([
    { Account: '1001', Invoice: 1001, Remaining: 2500 },
  ])
  expect(sandbox.rows(demo, 'ProjectTransClient')).toMatchObject([
    { Project: 'P-100', PrCategory: '90', CatType: 'On account invoicing', SalesAmount: 2000, CostAmount: 0 },
  ])
  expect(sandbox.rows(demo, 'GLDailyJournalPostedClient')).toMatchObject([
    { JournalPostedId: 1, InvoiceNumber: 1001, OrderNumber: 800_001, Lines: 3, PostedBy: 'Akkord (server user)' },
  ])
  expect(sandbox.rows(demo, 'NumberSerieClient').find(({ Serie }) => Serie === 'AkkordInv')).toMatchObject({
    Next: 1002,
  })
})

test('Simulate tells the amounts and takes no number', async () => {
  const { signInAs, sandbox } = await aSandbox()
  const client = await signInAs()
  await insertOrder(client)

  const answer = await postOrder(client, { Simulate: true })

  expect(answer).toEqual({
    InvoiceNumber: 0,
    JournalPostedlId: 0,
    Err: 0,
    NetAmount: 2000,
    VatAmount: 500,
    TotalAmount: 2500,
  })
  expect(sandbox.count(demo, 'DebtorInvoiceClient')).toBe(0)
  expect(await postOrder(client)).toMatchObject({ InvoiceNumber: 1001 })
})

test('a call without an order number is answered in words', async () => {
  const { signInAs } = await aSandbox()
  const client = await signInAs()

  expect(await client.send('POST', '/Invoice/GenerateDebtorInvoice', { Order: {}, Lines: [] })).toEqual({
    status: 200,
    body: 'ArgumentMissing',
  })
  expect(await postOrder(client)).toEqual({
    ...{ InvoiceNumber: 0, JournalPostedlId: 0, Err: 18, ErrorProperty: 'OrderNumber', ErrorValue: '800001' },
  })
})

test.for([
  ['stays', 1, 1],
  ['stays-empty', 1, 0],
  ['as-it-says', 0, 0],
] as const)('after posting an order %s', async ([orderAfterPosting, orders, lines]) => {
  const { signInAs, sandbox } = await aSandbox({ switches: { orderAfterPosting } })
  const client = await signInAs()
  await insertOrder(client)

  await postOrder(client)

  expect(sandbox.count(demo, 'DebtorOrderClient')).toBe(orders)
  expect(sandbox.count(demo, 'DebtorOrderLineClient')).toBe(lines)
})

test('a credit note settles the open invoice it names, and no other', async () => {
  const { signInAs, sandbox } = await aSandbox({ switches: { orderAfterPosting: 'as-it-says' } })
  const client = await signInAs()
  await insertOrder(client)
  await postOrder(client)

  await insertOrder(client, { Settlements: '1001' }, [aLine({ Qty: -2 })])
  expect(await postOrder(client)).toMatchObject({ InvoiceNumber: 1002, Err: 0 })

  expect(sandbox.count(demo, 'DebtorTransOpenClient')).toBe(0)
  const [original] = await find(client, 'DebtorInvoiceClient', 'InvoiceNumber', '1001')
  expect(original).toMatchObject({ CreditnoteDate: '2026-11-23T00:00:00Z' })
  await insertOrder(client, { Settlements: '1001' }, [aLine({ Qty: -2 })])
  expect(await postOrder(client)).toMatchObject({ Err: 18, ErrorProperty: 'Settlements', ErrorValue: '1001' })
})

test('a line is changed and deleted by order and line number, and UpdatedAt tells when', async () => {
  const { signInAs, sandbox, clock } = await aSandbox()
  const client = await signInAs()
  await insertOrder(client, {}, [aLine(), aLine()])
  later(clock, 5 * minuteMs)
  const [line] = sandbox.rows(demo, 'DebtorOrderLineClient')

  const changed = { Original: line, Modified: { ...line, Price: 1100 } }
  await client.send('PUT', '/Crud/UpdateFieldsModified/DebtorOrderLineClient', changed)
  await client.send('DELETE', '/Crud/Delete/DebtorOrderLineClient', { OrderNumber: '800001', LineNumber: 2 })

  expect(sandbox.rows(demo, 'DebtorOrderLineClient')).toMatchObject([
    { LineNumber: 1, Price: 1100, UpdatedAt: '2026-11-23T09:05:00.000Z' },
  ])
})

test('an order typed by hand gets a number, and goes with its lines when it is deleted by hand', async () => {
  const { sandbox } = await aSandbox()
  const { OrderNumber } = sandbox.put(demo, 'DebtorOrderClient', { Account: '1001' })
  sandbox.put(demo, 'DebtorOrderLineClient', { OrderNumber, Text: 'Tastet' })
  expect(sandbox.rows(demo, 'DebtorOrderLineClient')).toMatchObject([{ OrderNumber: '1', LineNumber: 1 }])

  sandbox.remove(demo, 'DebtorOrderClient', 1)

  expect(sandbox.count(demo, 'DebtorOrderLineClient')).toBe(0)
})

test('posted invoices and their lines are there after a restart', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'sandbox-'))
  onTestFinished(() => rm(dataDir, { recursive: true }))
  const first = await aSandbox({ dataDir })
  const client = await first.signInAs()
  await insertOrder(client)
  await postOrder(client)
  first.sandbox.close()

  const { signInAs } = await aSandbox({ dataDir })
  const again = await signInAs()
  const [invoice] = await find(again, 'DebtorInvoiceClient', 'InvoiceNumber', '1001..')
  const { body } = await again.send('PUT', '/Query/GetByMaster/DebtorInvoiceClient/DebtorInvoiceLines', invoice)
  expect(body).toMatchObject([{ InvoiceNumber: 1001, InvoiceTotal: 2000 }])
  await insertOrder(again, { OrderNumber: 800_002 })
  expect(await postOrder(again, { OrderNumber: 800_002 })).toMatchObject({ InvoiceNumber: 1002, JournalPostedlId: 2 })
})
