// An older backup was restored: what stands in the books and not here, and how a person gets out of it.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aCustomer, aProject } from '../../test/builders.ts'
import { done } from '../../test/invoicing-office.ts'
import { companyId, type RestoredOffice, startRestoredOffice } from '../../test/restored-office.ts'

const hour = 60 * 60_000
let t: RestoredOffice
beforeEach(async () => {
  t = await startRestoredOffice()
})
afterEach(async () => {
  await t.close()
  expect(t.faults).toEqual([])
})

/** Each document of the coupled series stands once in the books, with its number, and no order is left. */
async function expectBothTheSame(...numbers: string[]) {
  const here = (await t.invoices()).map((one: { number: string; gross: string }) => [one.number, Number(one.gross)])
  expect(here.toSorted()).toEqual(numbers.map((number) => [number, expect.any(Number)]))
  expect(t.booked().map((row) => [String(row.InvoiceNumber), row.TotalAmount])).toEqual(here.toSorted())
  expect(t.orders()).toEqual([])
}

describe('what is compared', () => {
  test('UC-50: a draft whose reference stands there becomes that document, and nothing is booked twice', async () => {
    await t.post()
    const draft = await t.aDraft()
    const restore = await t.backup()
    const b = await t.post(draft)
    await restore()
    await t.notice()
    expect((await t.invoice(b.id)).state).toEqual('draft')
    const comparison = await t.compare()
    expect(comparison).toMatchObject({
      step: 'listed',
      matched: 1,
      rows: [{ number: 1002, kind: 'draft', reference: b.reference, here: { id: b.id }, differences: [] }],
      toDecide: 0,
    })
    expect(await t.finishAll()).toMatchObject({ restored: null })
    expect(await t.invoice(b.id)).toMatchObject({
      state: 'finalized',
      number: '1002',
      open: '1250.00',
      sync: { state: 'transferred' },
    })
    expect(await t.posting(b.id)).toMatchObject({ step: 'settled', how: 'posted', theirNumber: 1002 })
    await expectBothTheSame('1001', '1002')
    expect((await t.post()).number).toEqual('1003')
    await expectBothTheSame('1001', '1002', '1003')
    expect(t.posts()).toHaveLength(3)
  })

  test('UC-50: a document that nobody here knows comes in locked, with its lines, and its number is never given again', async () => {
    await t.post()
    const restore = await t.backup()
    const b = await t.post()
    await restore()
    await t.notice()
    expect((await t.compare()).rows).toMatchObject([
      { number: 1002, kind: 'comes-in', reference: b.reference, gross: '1250.00' },
    ])
    const after = await t.finishAll()
    expect(after.result.join(' ')).toContain('may still look unbilled here')
    const [came] = (await t.invoices()).filter((one: { number: string }) => one.number === '1002')
    const shown = await t.invoice(came.id)
    expect(shown).toMatchObject({
      ...{ state: 'finalized', reference: b.reference, net: '1000.00', vat: '250.00', gross: '1250.00' },
      lines: [{ text: 'Advice', net: '1000.00', accountNumber: '1010', vatCode: 'U25' }],
      sync: { state: 'transferred' },
    })
    expect((await t.admin.post(`/drafts/${came.id}/lines`, { text: 'More', version: shown.version })).status).toEqual(
      409,
    )
    expect((await t.post()).number).toEqual('1003')
    await expectBothTheSame('1001', '1002', '1003')
  })

  test('a document of a project that is not known here stays open until the project is made, and comes in then', async () => {
    await t.post()
    const restore = await t.backup()
    const { number: _n, ...wish } = aProject({
      ...{ customerId: t.customer.id, departmentId: t.project.departmentId, tagIds: [t.category.id] },
    })
    const project = await done(t.admin.post('/projects', wish))
    const draft = await done(t.admin.post('/drafts', { projectId: project.id }))
    const line = { text: 'Advice', quantity: '1', unitPrice: '1000', version: draft.version }
    await t.post(await done(t.admin.post(`/drafts/${draft.id}/lines`, line)))
    await restore()
    await t.notice()
    expect(await t.compare()).toMatchObject({
      toDecide: 1,
      rows: [
        { kind: 'open', why: expect.stringContaining(`Project ${project.number} of Hansen A/S is not known here`) },
      ],
    })
    expect((await t.finish()).body.detail).toContain('Say of one document there what it is')
    await done(t.admin.post('/projects', { ...wish, number: project.number }))
    await done(t.economy.post('/postings/comparison/look', {}))
    await t.run()
    expect(await t.show()).toMatchObject({ toDecide: 0, rows: [{ kind: 'comes-in' }] })
    await t.finishAll()
    await expectBothTheSame('1001', '1002')
  })

  test('of what somebody booked in the series a person says which draft it is, or none; both are recorded', async () => {
    await t.post()
    const restore = await t.backup()
    await restore()
    const draft = await t.aDraft()
    const account = String(t.customer.number)
    for (const Amount of [1000, 700]) t.sandbox.postByHand(companyId, { Account: account, Amount })
    await t.notice()
    const { rows } = await t.compare()
    expect(rows.map(({ number, kind }) => [number, kind])).toEqual([
      [1002, 'foreign'],
      [1003, 'foreign'],
    ])
    const [first, second] = rows.map(({ key }) => key)
    await done(t.decide({ choice: 'draft', draftId: draft.id, key: first, reason: 'Typed in during the outage' }))
    expect((await t.decide({ choice: 'draft', draftId: draft.id, key: second, reason: null })).status).toEqual(409)
    await done(t.decide({ choice: 'none', key: second, reason: 'Of the bookkeeper' }))
    await t.finishAll()
    expect(await t.invoice(draft.id)).toMatchObject({ state: 'finalized', number: '1002' })
    expect(await t.posting(draft.id)).toMatchObject({ step: 'settled', how: 'marked', theirNumber: 1002 })
    expect((await t.log()).join('\n')).toMatch(/1003 in Uniconta is no document here\. Reason: Of the bookkeeper/)
    expect((await t.post()).number).toEqual('1004')
    expect(t.booked().map((row) => row.InvoiceNumber)).toEqual([1001, 1002, 1003, 1004])
    // What was said of 1003 is not asked for again by the next restore.
    await t.notice()
    expect((await t.compare()).rows).toEqual([])
  })

  test('UC-50: a document that waited and was posted after the backup is looked for, and not posted a second time', async () => {
    await t.post()
    const { id, version } = await t.aDraft()
    t.sandbox.setDown(true)
    await done(t.admin.post(`/invoices/${id}/finalize`, { version }))
    await t.settle(1)
    const restore = await t.backup()
    t.sandbox.setDown(false)
    await t.settle()
    expect(t.booked()).toHaveLength(2)
    await restore()
    await t.notice()
    expect((await t.compare()).rows).toMatchObject([{ number: 1002, kind: 'uncertain', here: { id } }])
    await t.finishAll()
    expect(await t.badge(id)).toMatchObject({ state: 'transferred' })
    await expectBothTheSame('1001', '1002')
    expect(t.posts()).toHaveLength(2)
  })

  test('an order of ours that nobody here knows is deleted, and one that a person made is left alone', async () => {
    await t.post()
    const restore = await t.backup()
    t.sandbox.order({
      kind: 'status-before',
      status: 500,
      match: { path: '/Invoice/GenerateDebtorInvoice' },
      times: null,
    })
    const { id, version } = await t.aDraft()
    await done(t.admin.post(`/invoices/${id}/finalize`, { version }))
    await t.settle(2)
    t.sandbox.clearFaults()
    const [ours] = t.orders()
    t.sandbox.put(companyId, 'DebtorOrderClient', { OrderNumber: 17, Account: ours?.Account, OurRef: ours?.OurRef })
    await restore()
    await t.notice()
    expect((await t.compare()).orders).toMatchObject([{ orderNumber: ours?.OrderNumber }])
    const { result } = await t.finishAll()
    expect(result.join(' ')).toContain('One order that nobody here made was deleted')
    expect(t.orders().map((row) => row.OrderNumber)).toEqual([17])
  })

  test('the order of a document that comes in goes too, also where Uniconta keeps it and gives it a number of its own', async () => {
    t.sandbox.setSwitches({ orderAfterPosting: 'stays', ownOrderNumber: 'is-replaced' })
    await t.post()
    const restore = await t.backup()
    const { id, version } = await t.aDraft()
    t.sandbox.order({ kind: 'drop-after', match: { path: '/Invoice/GenerateDebtorInvoice' } })
    await done(t.admin.post(`/invoices/${id}/finalize`, { version }))
    await t.run()
    expect(t.orders()).toHaveLength(1)
    await restore()
    await t.notice()
    await t.compare()
    await t.finishAll()
    await t.night()
    await expectBothTheSame('1001', '1002')
  })

  test('numbers that were given out before they were booked are not given again', async () => {
    await t.post()
    await t.notice()
    await t.compare()
    expect((await t.finish({ givenOut: 'twelve', givenOutLocal: null })).body.fields).toMatchObject([
      { path: 'givenOut' },
    ])
    await t.finishAll({ givenOut: '1007', givenOutLocal: null })
    const { id, version } = await t.aDraft()
    expect((await done(t.admin.post(`/invoices/${id}/finalize`, { version }))).number).toEqual('1008')
  })
})

describe('while it waits', () => {
  test('nothing is sent and nothing finalized, also while Uniconta is down, and everybody whom it concerns is told', async () => {
    await t.post()
    await t.notice()
    t.sandbox.clearCalls()
    const { id, version } = await t.aDraft()
    for (const isDown of [false, true]) {
      t.sandbox.setDown(isDown)
      const refused = await t.admin.post(`/invoices/${id}/finalize`, { version })
      expect(refused).toMatchObject({
        status: 409,
        body: { detail: expect.stringContaining('older backup was restored') },
      })
      await done(t.admin.post('/customers', aCustomer({ name: `Later ${isDown}`, tagIds: [t.tagId] })))
      await t.settle(3)
    }
    expect(t.writes()).toEqual([])
    expect((await t.show()).restored).toMatchObject({
      text: expect.stringContaining('no document is finalized until an administrator has compared both sides'),
    })
    t.sandbox.setDown(false)
    await t.compare()
    await t.finishAll()
    expect((await t.admin.post(`/invoices/${id}/finalize`, { version })).status).toEqual(200)
  })

  test('it looks when no call of before can arrive any more, or when somebody has looked there and wants it sooner', async () => {
    await t.post()
    await t.notice()
    await t.settle(3)
    expect((await t.show()).step).toEqual('waiting')
    await done(t.economy.post('/postings/comparison/look', { sooner: true }))
    await t.run()
    expect((await t.show()).step).toEqual('listed')
  })

  test('only an administrator finishes it, and a project manager sees nothing of it', async () => {
    await t.post()
    await t.notice()
    await t.compare()
    expect((await t.economy.post('/postings/comparison/finish', {})).status).toEqual(403)
    expect((await (await t.as('employee')).get('/postings/comparison')).status).toEqual(403)
  })
})

describe('a restore that nobody notices', () => {
  test('a document whose post is still out is not sent a second time: its order stands there, and is not known here', async () => {
    await t.post()
    const { id, version } = await t.aDraft()
    t.sandbox.setDown(true)
    await done(t.admin.post(`/invoices/${id}/finalize`, { version }))
    await t.settle(1)
    const restore = await t.backup()
    t.sandbox.setDown(false)
    t.sandbox.order({ kind: 'status-before', status: 500, match: { path: '/Invoice/GenerateDebtorInvoice' } })
    await t.run()
    expect(t.posts()).toHaveLength(2)
    await restore()
    await t.restart()
    await t.settle(5)
    expect(t.posts()).toHaveLength(2)
    expect((await t.show()).restored).toMatchObject({ text: expect.stringContaining('order') })
    await t.compare()
    await t.finishAll()
    expect(await t.badge(id)).toMatchObject({ state: 'transferred' })
    await expectBothTheSame('1001', '1002')
  })
})

describe('what cannot be believed, and what comes in between', () => {
  test('an answer without the invoice that is known to be there does not count', async () => {
    await t.post()
    const restore = await t.backup()
    await t.post()
    await restore()
    await t.notice()
    t.sandbox.order({
      kind: 'empty-read',
      match: { path: '/Query/Get/DebtorInvoiceClient' },
      times: null,
      forMs: 3 * hour,
    })
    const before = await t.compare()
    expect(before.step).not.toEqual('listed')
    expect((await t.finish()).status).toEqual(409)
    t.pass(3 * hour)
    await t.settle(3)
    await t.run()
    expect((await t.compare()).rows).toMatchObject([{ number: 1002, kind: 'comes-in' }])
  })

  test('what came to stand there while it was finished is shown before anything is stored', async () => {
    await t.post()
    await t.notice()
    await t.compare()
    t.sandbox.postByHand(companyId, { Account: String(t.customer.number), Amount: 500 })
    await done(t.finish())
    await t.run()
    expect(await t.show()).toMatchObject({ step: 'listed', toDecide: 1, rows: [{ number: 1002, kind: 'foreign' }] })
  })

  test('a process that dies while it finishes leaves nothing half done, and finishing twice is once', async () => {
    await t.post()
    const restore = await t.backup()
    await t.post()
    await restore()
    await t.notice()
    await t.compare()
    await done(t.finish())
    await done(t.finish())
    t.sandbox.order({ kind: 'drop-after', match: { path: '/Query/Get/DebtorInvoiceLines' } })
    await t.run()
    expect(await t.invoices()).toHaveLength(1)
    await t.restart()
    await t.settle(5)
    t.pass(60_000)
    await t.run()
    await expectBothTheSame('1001', '1002')
    expect((await t.finish()).status).toEqual(409)
    expect((await t.log()).filter((text) => text.includes('Sending and finalizing go on'))).toHaveLength(1)
  })
})
