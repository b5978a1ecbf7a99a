// What an accountant books by hand, as the integration then finds it.
import { expect, test } from 'vitest'
import { find, insertOrder, postOrder } from './test-order.ts'
import { aSandbox } from './test-sandbox.ts'

const demo = 12345

async function withInvoice(options: Parameters<typeof aSandbox>[0] = {}) {
  const all = await aSandbox(options)
  const client = await all.signInAs()
  await insertOrder(client)
  await postOrder(client)
  const command = async (what: string, body: unknown) => {
    const response = await fetch(`${all.url}/sandbox/control/by-hand/${what}/${demo}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }
  return { ...all, client, command }
}

test('an invoice by hand takes the next number and has no reference of ours', async () => {
  const { client, command } = await withInvoice()

  const posted = await command('post', { Account: '1002', Amount: 400, Project: 'P-101' })

  expect(posted.body).toMatchObject({ InvoiceNumber: 1002, TotalAmount: 500, PrCategory: '90', Payment: 'Netto8' })
  const [row] = await find(client, 'DebtorInvoiceClient', 'InvoiceNumber', '1002')
  expect(row).not.toHaveProperty('OurRef')
})

test('a credit note by hand carries the reference of the invoice it was made from', async () => {
  const { command, sandbox } = await withInvoice()

  const { body } = await command('credit', { InvoiceNumber: 1001 })

  expect(body).toMatchObject({ InvoiceNumber: 1002, OurRef: 'AK-0001', TotalAmount: -2500, OrderNumber: 0 })
  expect(sandbox.count(demo, 'DebtorTransOpenClient')).toBe(0)
})

test('an order made from our invoice carries our reference under a number of its own', async () => {
  const { client, command, sandbox } = await withInvoice({ switches: { orderAfterPosting: 'as-it-says' } })

  expect((await command('credit', { InvoiceNumber: 1001, Post: false })).body).toMatchObject({
    ...{ OrderNumber: 1, OurRef: 'AK-0001', Settlements: '1001' },
  })
  expect(await find(client, 'DebtorOrderLineClient', 'OrderNumber', '1')).toMatchObject([{ Qty: -2, Price: 1000 }])
  expect((await command('post', { OrderNumber: 1 })).body).toMatchObject({ InvoiceNumber: 1002, TotalAmount: -2500 })
  expect(sandbox.count(demo, 'DebtorOrderClient')).toBe(0)
})

test('an accountant may post our order, which then goes as it says', async () => {
  const { client, command, sandbox } = await withInvoice({ switches: { orderAfterPosting: 'as-it-says' } })
  await insertOrder(client, { OrderNumber: 800_002, OurRef: 'AK-0002' })

  const { body } = await command('post', { OrderNumber: 800_002 })

  expect(body).toMatchObject({ InvoiceNumber: 1002, OurRef: 'AK-0002', OrderNumber: 800_002 })
  expect(sandbox.count(demo, 'DebtorOrderClient')).toBe(0)
})

test('journals and reminders take numbers of the series of invoices when they are let', async () => {
  const { client, command, sandbox } = await withInvoice()
  await command('book', { Serie: 'AkkordInv', Text: 'Momsafregning' })
  await command('remind', { Serie: 'AkkordInv', Account: '1001' })

  const [serie] = await find(client, 'NumberSerieClient', 'Serie', 'AkkordInv')
  expect(serie).toMatchObject({ Next: 1004 })
  const ledger = await find(client, 'GLTransClient', 'Voucher', '1002..1003')
  const taken = ledger.map(({ Voucher, Account, Amount, Origin }) => [Voucher, Account, Amount, Origin])
  expect(taken.sort()).toEqual([
    [1002, '2010', 100, 'Daily journal'],
    [1002, '5700', -100, 'Daily journal'],
    [1003, '1980', -100, 'Reminder'],
    [1003, '5600', 100, 'Reminder'],
  ])
  expect(sandbox.count(demo, 'DebtorInvoiceClient')).toBe(1)
})

test('a cost with project and category stands on the project, and is gone with its journal', async () => {
  const { command, sandbox } = await withInvoice()
  const Lines = [
    { Account: '2010', Amount: 300, Project: 'P-100', PrCategory: '20', Text: 'Skruer', Creditor: '7001' },
    { Account: '5700', Amount: -300 },
  ]

  const { body } = await command('book', { Lines })

  const costs = () => sandbox.rows(demo, 'ProjectTransClient').filter(({ CostAmount }) => CostAmount !== 0)
  expect(costs()).toMatchObject([{ Project: 'P-100', CatType: 'Materials', CostAmount: 300, CreditorAccount: '7001' }])
  await command('unbook', { JournalPostedId: body.JournalPostedId })
  expect(costs()).toEqual([])
  expect(sandbox.rows(demo, 'GLDailyJournalPostedClient')[1]).toMatchObject({ DeletedBy: 'By hand' })
})

test('a supplier’s bill stands on the project with its scan, is reversed, altered and deleted', async () => {
  const { client, command, sandbox } = await withInvoice()
  const bill = { Creditor: '7001', Name: 'Tømmer ApS', Amount: 300, Project: 'P-100', PrCategory: '20', Text: 'Skruer' }

  const { body } = await command('bill', { ...bill, Scan: true, Date: '2026-11-20' })

  const rows = () => sandbox.rows(demo, 'GLTransClient').filter(({ DocumentRef }) => DocumentRef !== 0)
  const [cost] = rows()
  expect(rows()).toMatchObject([
    { Account: '2010', Amount: 300, Project: 'P-100', Text: 'Skruer' },
    { Account: '5700', Amount: -300, DCType: 'Creditor', DCAccount: '7001' },
  ])
  expect(await find(client, 'ProjectTransClient', 'JournalPostedId', String(body.JournalPostedId))).toMatchObject([
    { Project: 'P-100', CostAmount: 300, CreditorAccount: '7001', DocumentRef: cost?.DocumentRef },
  ])
  expect(await find(client, 'CreditorClient', 'Account', '7001')).toMatchObject([{ Name: 'Tømmer ApS' }])
  const scan = (choice: string) => {
    sandbox.setSwitches({ documentAnswer: choice as 'bytes' })
    return client.send('GET', `/Query/GetDocumentFromRowId/${cost?.DocumentRef}`)
  }
  expect((await scan('bytes')).body).toMatch(/^%PDF-1.4/)
  const row = (await scan('row')).body as { VoucherAttachment: string }
  expect(Buffer.from(row.VoucherAttachment, 'base64').toString('latin1')).toContain('(Skruer) Tj')
  expect((await scan('base64')).body).toEqual(row.VoucherAttachment)

  const { body: reversed } = await command('reverse', { JournalPostedId: body.JournalPostedId })
  const sumOf = (account: string) =>
    sandbox
      .rows(demo, 'GLTransClient')
      .reduce((all, one) => all + (one.Account === account ? Number(one.Amount) : 0), 0)
  expect([sumOf('2010'), sumOf('5700')]).toEqual([0, 0])
  expect(await find(client, 'ProjectTransClient', 'JournalPostedId', String(reversed.JournalPostedId))).toMatchObject([
    { Project: 'P-100', CostAmount: -300, PrCategory: '20' },
  ])
  await command('unbook', { JournalPostedId: reversed.JournalPostedId })
  sandbox.put(demo, 'GLTransClient', { RowId: cost?.RowId, Amount: 320 })
  expect(sumOf('2010')).toEqual(320)
  expect(await command('reverse', { JournalPostedId: 1 })).toMatchObject({ status: 400 })
})

test('a paid invoice is no longer open, so a credit note cannot settle it', async () => {
  const { client, command, sandbox } = await withInvoice({ switches: { orderAfterPosting: 'as-it-says' } })
  await command('pay', { InvoiceNumber: 1001 })
  expect(sandbox.count(demo, 'DebtorTransOpenClient')).toBe(0)

  await insertOrder(client, { Settlements: '1001' }, [{ Qty: -1, Price: 100, PostingAccount: '1010', Vat: 'U25' }])
  expect(await postOrder(client)).toMatchObject({ Err: 18, ErrorProperty: 'Settlements' })

  sandbox.setSwitches({ settlementNotOpen: 'is-ignored' })
  expect(await postOrder(client)).toMatchObject({ InvoiceNumber: 1002, Err: 0 })
  expect(sandbox.rows(demo, 'DebtorClient').find(({ Account }) => Account === '1001')).toMatchObject({
    CurBalance: -125,
  })
})

test('months and years are closed and opened by hand', async () => {
  const { client, command } = await withInvoice()

  await command('period', { Date: '2026-11-01' })
  expect(await postOrder(client)).toMatchObject({ Err: 77, ErrorProperty: 'Date', ErrorValue: '2026-11-23' })
  expect(await postOrder(client, { Date: '2026-12-01T00:00:00' })).toMatchObject({ Err: 0 })
  await command('period', { Date: '2026-11-01', Open: true })
  await command('period', { Date: '2026-01-01', Year: true })
  expect(await postOrder(client)).toMatchObject({ Err: 27 })
  expect(await postOrder(client, { Date: '2012-12-01T00:00:00' })).toMatchObject({ Err: 26 })
})

test('what cannot be done by hand says why', async () => {
  const { command } = await withInvoice()

  expect(await command('credit', { InvoiceNumber: 7 })).toMatchObject({ status: 400 })
  expect(await command('book', { Serie: 'Spaerret' })).toEqual({
    status: 400,
    body: { problem: 'Refusal: NumberSerieIsBlocked NumberSerie Spaerret' },
  })
  expect(await command('book', { Lines: [{ Account: '2010', Amount: 1 }] })).toMatchObject({ status: 400 })
})

test('payments settle one or several invoices in full, in part or too much, and open them again when their journal is deleted', async () => {
  const { client, command, sandbox } = await withInvoice()
  await command('post', { Account: '1001', Amount: 400 })
  const left = () => {
    const rows = sandbox.rows(demo, 'DebtorTransOpenClient')
    return rows.map(({ Invoice, PostType, RemainingCur }) => [PostType, Invoice, RemainingCur])
  }
  const before = left()
  expect(before).toEqual([
    ['Invoice', 1001, 2500],
    ['Invoice', 1002, 500],
  ])

  const part = await command('pay', { InvoiceNumber: 1001, Amount: 1000 })
  expect(left()).toEqual([
    ['Invoice', 1001, 1500],
    ['Invoice', 1002, 500],
  ])
  const both = await command('pay', { InvoiceNumbers: [1001, 1002], Amount: 2100 })
  expect(left()).toEqual([['Payment', 0, -100]])
  expect(await find(client, 'DebtorTransClient', 'JournalPostedId', String(both.body.JournalPostedId))).toMatchObject([
    { Account: '1001', PostType: 'Payment', AmountCur: -2100, RemainingCur: -100, Open: true },
  ])
  for (const { body } of [both, part]) await command('unbook', { JournalPostedId: body.JournalPostedId })
  expect(left().sort()).toEqual(before)
  expect(sandbox.rows(demo, 'DebtorClient').find(({ Account }) => Account === '1001')).toMatchObject({
    CurBalance: 3000,
  })
})

test('a credit note is set off against an invoice as far as both are open', async () => {
  const { command, sandbox } = await withInvoice()
  sandbox.setSwitches({ settlementNotOpen: 'is-ignored' })
  await command('post', { Account: '1001', Amount: 400 })
  await command('pay', { InvoiceNumber: 1002 })
  await command('credit', { InvoiceNumber: 1002 })
  const open = () =>
    sandbox.rows(demo, 'DebtorTransOpenClient').map(({ Invoice, RemainingCur }) => [Invoice, RemainingCur])
  expect(open()).toEqual([
    [1001, 2500],
    [1003, -500],
  ])

  const { body } = await command('set-off', { InvoiceNumber: 1001, CreditNumber: 1003 })

  expect(body).toMatchObject({ Invoice: 1001, RemainingCur: 2000 })
  expect(open()).toEqual([[1001, 2000]])
  expect(await command('set-off', { InvoiceNumber: 1001, CreditNumber: 1003 })).toMatchObject({ status: 400 })
})

test('a payment in foreign currency closes its invoice at another rate, and the difference stands in the ledger', async () => {
  const { command, sandbox } = await withInvoice()
  await command('post', { Account: '1001', Amount: 100, Currency: 'EUR' })

  await command('pay', { InvoiceNumber: 1002, Rate: 7.5 })

  const rows = sandbox.rows(demo, 'DebtorTransClient').filter(({ Invoice }) => Invoice === 1002)
  const [invoice, ...others] = rows.map(({ PostType, AmountCur, Amount, Open }) => ({
    PostType,
    AmountCur,
    Amount,
    Open,
  }))
  expect([invoice?.Open, ...others.map(({ Open }) => Open)]).toEqual(rows.map(() => false))
  expect(others.map(({ PostType, AmountCur }) => [PostType, AmountCur])).toEqual([
    ['Payment', -125],
    ['Exchange rate difference', 0],
  ])
  expect(rows.reduce((sum, { Amount }) => sum + Math.round(Number(Amount) * 100), 0)).toEqual(0)
})
