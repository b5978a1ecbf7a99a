// What the books are told of a document: every field of the order, of its lines and of the call that posts it.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCustomer, aProject, aTag, aTagGroup } from '../../test/builders.ts'
import { companyId, type DialogTest, startDialog } from '../../test/dialog.ts'
import { changeDraft, done, type LineOfTest } from '../../test/invoicing-office.ts'
import { type ReadyToPost, readyToPost } from '../../test/ready-to-post.ts'

let t: DialogTest
let office: ReadyToPost
let departmentId: string
beforeEach(async () => {
  t = await startDialog()
  office = await readyToPost(t)
  departmentId = office.project.departmentId
  await t.run()
  // As a person says of a new series.
  await t.db.execute(`update integration set facts = facts || '{"control": {"number": null}}'::jsonb`)
  t.sandbox.clearCalls()
})
afterEach(async () => {
  await t.close()
  expect(t.faults).toEqual([])
})

async function bill(lines: LineOfTest[] = [{}], fields: object = {}, projectId: string = office.project.id) {
  const made = await done(t.admin.post('/drafts', { projectId }))
  let draft = await changeDraft(t.admin, made, fields)
  for (const line of lines) {
    const sent = { text: 'Advice', quantity: '1', unitPrice: '1000', version: draft.version, ...line }
    draft = await done(t.admin.post(`/drafts/${draft.id}/lines`, sent))
  }
  return done(t.admin.post(`/invoices/${draft.id}/finalize`, { version: draft.version }))
}

const requests = (path: string) =>
  t.sandbox
    .calls()
    .filter((call) => call.path.startsWith(path))
    .map((call) => JSON.parse(call.request ?? 'null'))
const theOrder = () => requests('/Crud/InsertMasterAndDetails')[0]

test('UC-35 UC-38 UC-42 UC-46: the order carries text, customer, project, category, dates, terms and payment id, and no number of an invoice', async () => {
  const invoice = await bill([{}], { description: 'Phase 2 of the harbour' })
  await t.run()
  expect(theOrder()).toEqual({
    Master: {
      OrderNumber: expect.any(Number),
      Account: '10001',
      InvoiceAccount: '10001',
      OurRef: invoice.reference,
      Requisition: invoice.number,
      Remark: 'Phase 2 of the harbour',
      Project: '1001',
      PrCategory: '90',
      Currency: 'DKK',
      Payment: 'Netto14',
      InvoiceDate: '2026-11-23T00:00:00',
      DueDate: '2026-12-07T00:00:00',
      PricesInclVat: false,
      EndDiscountPct: 0,
      DeleteOrder: true,
      DeleteLines: true,
      Dimension1: 'RAAD',
    },
    Details: [
      {
        LineNumber: 1,
        Text: 'Advice',
        Qty: 1,
        Price: 1000,
        DiscountPct: 0,
        PostingAccount: '1010',
        Vat: 'U25',
        Project: '1001',
        PrCategory: '90',
        DoInvoice: true,
        Dimension1: 'RAAD',
      },
    ],
  })
  expect(t.sandbox.rows(companyId, 'DebtorInvoiceClient')).toMatchObject([{ InvoiceNumber: Number(invoice.number) }])
})

test('UC-46 UC-58: the call that posts names the order and its date, no number, and asks that nothing is mailed', async () => {
  await bill()
  await t.run()
  expect(requests('/Invoice/')).toEqual([
    {
      OrderNumber: theOrder().Master.OrderNumber,
      Date: '2026-11-23T00:00:00',
      Simulate: false,
      SendEmail: false,
      SendXML: false,
    },
  ])
})

test('UC-39 UC-52: hours, expenses, products and text share project and category, and the amount of a line is what counts', async () => {
  const invoice = await bill([
    { text: 'Advice', quantity: '2.5', unitPrice: '1000' },
    { text: 'Journey', quantity: '3', unitPrice: '33.333', productType: 'expenses' },
    { text: 'Model', quantity: '1', unitPrice: '500', productType: 'products', discountPercent: '10' },
    { text: 'As agreed in October', productType: null },
  ])
  await t.run()
  const { Details } = theOrder()
  expect(Details.map((line: { Project: string; PrCategory: string }) => [line.Project, line.PrCategory])).toEqual(
    Array(4).fill(['1001', '90']),
  )
  expect(Details).toMatchObject([
    { Text: 'Advice', Qty: 2.5, Price: 1000 },
    { Text: 'Journey (3 x 33.333)', Qty: 1, Price: 100 },
    { Text: 'Model (1 x 500 - 10 %)', Qty: 1, Price: 450 },
    { Text: 'As agreed in October', Qty: 0, Price: 0 },
  ])
  expect(invoice.net).toEqual('3050.00')
  const [booked] = t.sandbox.rows(companyId, 'DebtorInvoiceClient')
  expect(booked).toMatchObject({ NetAmount: 3050, TotalAmount: Number(invoice.gross) })
})

test('UC-53: an invoice in another currency is booked in that currency', async () => {
  const customer = await done(
    t.admin.post('/customers', aCustomer({ name: 'Müller GmbH', currency: 'EUR', tagIds: [office.tagId] })),
  )
  const project = await done(
    t.admin.post('/projects', aProject({ customerId: customer.id, departmentId, tagIds: [office.category.id] })),
  )
  await bill([{}], { exchangeRate: '7.46', rateSource: 'ECB', rateOn: '2026-11-20' }, project.id)
  await t.run()
  expect(theOrder().Master).toMatchObject({ Currency: 'EUR', Account: String(customer.number) })
  expect(t.sandbox.rows(companyId, 'DebtorInvoiceClient')).toMatchObject([{ Currency: 'EUR', NetAmount: 1000 }])
})

test.each([
  ['none', undefined],
  ['invoice-department', 'TEGN'],
  ['invoice-tag-group', 'BYG'],
  ['project-department', 'RAAD'],
  ['project-tag-group', 'ADM'],
])('UC-54: by the choice "%s" order and lines carry the department %s', async (invoiceDepartment, wanted) => {
  for (const Dimension of ['TEGN', 'BYG', 'ADM']) t.sandbox.put(companyId, 'GLDimType1Client', { Dimension })
  const drawing = await done(t.admin.post('/departments', { number: '20', name: 'Drawing', externalNumber: 'TEGN' }))
  const tagOf = async (objectKind: 'invoice' | 'project', code: string) => {
    const wish = aTagGroup({ name: `Department of ${objectKind}s`, objectKind, rule: 'none' })
    const group = await done(t.admin.post('/tag-groups', wish))
    const tag = await done(t.admin.post('/tags', aTag({ groupId: group.id, name: code, code })))
    return { groupId: group.id as string, tagId: tag.id as string }
  }
  const [ofInvoice, ofProject] = [await tagOf('invoice', 'BYG'), await tagOf('project', 'ADM')]
  const customerId = office.customer.id
  const tagIds = [office.category.id, ofProject.tagId]
  const project = await done(t.admin.post('/projects', aProject({ customerId, departmentId, tagIds })))
  await office.change({
    invoiceDepartment,
    invoiceDepartmentInvoiceTagGroupId: ofInvoice.groupId,
    invoiceDepartmentProjectTagGroupId: ofProject.groupId,
  })
  await bill([{}, {}], { departmentId: drawing.id, tagIds: [ofInvoice.tagId] }, project.id)
  await t.run()
  const { Master, Details } = theOrder()
  expect([Master, ...Details].map((row) => row.Dimension1)).toEqual([wanted, wanted, wanted])
  expect(t.sandbox.rows(companyId, 'DebtorInvoiceClient')).toHaveLength(1)
})
