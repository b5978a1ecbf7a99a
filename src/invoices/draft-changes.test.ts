// What happens around a draft while it lies there: sources come and go, prices change, somebody approves it.
import { beforeEach, describe, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from '../../test/app.ts'
import { aCustomer, anActivity, aProject, aTag, aTagGroup } from '../../test/builders.ts'
import { type OpenWork, openWork } from '../../test/open-work.ts'

let app: TestApp
let manager: Client
let economy: Client
let work: OpenWork
let accounts: Awaited<ReturnType<OpenWork['accounts']>>
let customerId: string
let projectId: string
let activityId: string
let modelId: string
let anna: string
beforeEach(async () => {
  app = await startTestApp()
  manager = await app.as('project-manager')
  economy = await app.as('economy')
  work = await openWork(app)
  accounts = await work.accounts()
  customerId = (await manager.post('/customers', aCustomer())).body.id
  projectId = (await manager.post('/projects', aProject({ customerId }))).body.id
  activityId = (await manager.post('/activities', anActivity({ projectId }))).body.id
  anna = await work.person('Anna')
  modelId = await work.model(projectId)
})

// biome-ignore lint/suspicious/noExplicitAny: a test says itself what it expects of an answer.
type Draft = any

const hours = (fields: object = {}) =>
  work.hours({ project_id: projectId, activity_id: activityId, user_id: anna, ...fields })

async function fine(answer: Promise<{ status: number; body: Draft }>): Promise<Draft> {
  const { status, body } = await answer
  expect(status, JSON.stringify(body)).toBeLessThan(300)
  return body
}

const make = (fields: object = {}) => fine(manager.post('/drafts', { projectId, until: '2026-11-30', ...fields }))
const refresh = (draft: Draft) => fine(manager.post(`/drafts/${draft.id}/refresh`, { version: draft.version }))
const shown = (draft: Draft) => fine(manager.get(`/invoices/${draft.id}`))
const stops = (draft: Draft) => draft.hindrances.filter((each: Draft) => each.stops).map((each: Draft) => each.message)

function changeLine(draft: Draft, index: number, change: object) {
  const { text, productType, quantity, unit, unitPrice, discountPercent, adjustmentReason, accountId } =
    draft.lines[index]
  const fields = {
    text,
    productType,
    quantity,
    unit,
    unitPrice,
    discountPercent,
    adjustmentReason,
    accountId,
    ...change,
  }
  return fine(manager.put(`/drafts/${draft.id}/lines/${draft.lines[index].id}`, { ...fields, version: draft.version }))
}

describe('a refresh', () => {
  test('takes what was approved meanwhile into the line that it belongs to', async () => {
    await hours({ minutes: 60 })
    const draft = await make()
    await hours({ minutes: 120, worked_on: '2026-11-20' })
    await hours({ minutes: 120, worked_on: '2026-12-20' })
    const answer = await refresh(draft)
    expect(answer).toMatchObject({ added: 1, removed: 0, repriced: 0, changes: ['One source was added.'] })
    expect(answer.draft.lines).toMatchObject([
      { id: draft.lines[0].id, quantity: '3', net: '3000.00', sources: 2, periodTo: '2026-11-20' },
    ])
    expect((await refresh(answer.draft)).changes).toEqual(['The draft already holds everything, at today’s prices.'])
  })

  test('lets go what is no longer approved, and says so before', async () => {
    await hours({ minutes: 60 })
    const withdrawn = await hours({ minutes: 60 })
    const draft = await make()
    await work.pool.query(`update time_entry set approval = 'registered' where id = $1`, [withdrawn])
    expect(stops(await shown(draft))).toEqual([
      'One source of the draft has changed since it was taken. Refresh the draft.',
    ])
    const answer = await refresh(draft)
    expect([answer.removed, answer.draft.net, stops(answer.draft)]).toEqual([1, '1000.00', []])
    const { rows } = await work.pool.query('select billing, invoice_id from time_entry where id = $1', [withdrawn])
    expect(rows).toEqual([{ billing: 'open', invoice_id: null }])
  })

  test('prices anew, and keeps texts and lines of a person’s own', async () => {
    await hours({ minutes: 60 })
    let draft = await make()
    draft = await changeLine(draft, 0, { text: 'Design of the hall' })
    draft = await fine(
      manager.post(`/drafts/${draft.id}/lines`, {
        text: 'Prints',
        quantity: '1',
        unitPrice: '10',
        position: 0,
        version: draft.version,
      }),
    )
    await work.pool.query('update price_model set common_rate = 1100 where id = $1', [modelId])
    const answer = await refresh(draft)
    expect(answer.changes).toEqual(['One source has another price now.'])
    expect(answer.draft.lines.map((line: Draft) => [line.text, line.net])).toEqual([
      ['Prints', '10.00'],
      ['Design of the hall', '1100.00'],
    ])
  })

  test('leaves an amount that a person has set, and names the line', async () => {
    const first = await hours({ minutes: 60 })
    await hours({ minutes: 60, worked_on: '2026-11-03' })
    let draft = await make()
    draft = await changeLine(draft, 0, { unitPrice: '800', adjustmentReason: 'Goodwill' })
    await work.pool.query(`update time_entry set approval = 'rejected' where id = $1`, [first])
    await hours({ minutes: 30, worked_on: '2026-11-04' })
    const answer = await refresh(draft)
    expect(
      answer.draft.lines.map((line: Draft) => [line.quantity, line.unitPrice, line.net, line.registeredNet]),
    ).toEqual([
      ['2', '800', '1600.00', '1000.00'],
      ['0.5', '1000', '500.00', '500.00'],
    ])
    expect(answer.kept).toMatchObject([{ id: draft.lines[0].id, position: 0 }])
    expect(answer.changes).toContain('Line 1, “Design, Anna”, has other sources now and was left as it was written.')
  })

  test('takes a written-down line off when nothing is left behind it', async () => {
    const only = await hours({ minutes: 60 })
    await hours({ minutes: 60, user_id: await work.person('Bo') })
    let draft = await make()
    draft = await changeLine(draft, 0, { unitPrice: '800', adjustmentReason: 'Goodwill' })
    await work.pool.query(`update time_entry set approval = 'rejected' where id = $1`, [only])
    const answer = await refresh(draft)
    expect(answer.draft.lines.map((line: Draft) => line.text)).toEqual(['Design, Bo'])
    expect(answer.changes).toContain('“Design, Anna” was taken off: nothing is left behind it.')
  })

  test('a settlement stays one, with what is left to deduct now', async () => {
    await work.pool.query(
      `update price_model set kind = 'on-account', hourly_base = null, common_rate = null, fixed_price = 40000000 where id = $1`,
      [modelId],
    )
    const settlement = await make({ settlement: true })
    await hours()
    const answer = await refresh(settlement)
    expect(answer.draft.lines).toMatchObject([{ id: settlement.lines[0].id, net: '400000.00', sources: 1 }])
  })

  test('drops what another draft holds meanwhile', async () => {
    const moved = await hours({ minutes: 60 })
    await hours({ minutes: 60, worked_on: '2026-11-03' })
    const draft = await make()
    const other = await make({ until: null })
    await work.pool.query('update time_entry set invoice_id = $1 where id = $2', [other.id, moved])
    expect(stops(await shown(draft))).toEqual([expect.stringContaining('One source of the draft has changed')])
    const answer = await refresh(draft)
    expect(answer.draft.lines).toMatchObject([{ quantity: '1', net: '1000.00', sources: 1 }])
    expect(stops(answer.draft)).toEqual([])
  })

  test('an empty draft stays empty', async () => {
    await hours()
    const draft = await make({ until: null })
    expect((await refresh(draft)).draft.lines).toEqual([])
  })
})

describe('another grouping', () => {
  test('makes the lines anew, whole hours in them', async () => {
    await hours({ minutes: 60 })
    await hours({ minutes: 60, user_id: await work.person('Bo') })
    const draft = await make()
    expect(draft.lines).toHaveLength(2)
    const fields = Object.fromEntries(['customerId', 'sourcesUntil'].map((name) => [name, draft[name]]))
    const changed = await fine(manager.put(`/drafts/${draft.id}`, { ...fields, lineGrouping: 'activity', version: 1 }))
    expect(changed.lines).toMatchObject([{ text: 'Design', quantity: '2', net: '2000.00', sources: 2 }])
  })
})

describe('an approval', () => {
  beforeEach(() => work.pool.query('update invoicing set use_draft_approval = true'))
  const approve = (draft: Draft) => economy.post(`/drafts/${draft.id}/approve`, { version: draft.version })

  test('is needed, is given by those who may, and falls with any change', async () => {
    await hours()
    const draft = await make()
    expect(stops(draft)).toEqual(['The draft has to be approved before it is finalized.'])
    expect(draft.mayBeApproved).toEqual(true)
    expect((await manager.post(`/drafts/${draft.id}/approve`, { version: 1 })).status).toEqual(403)
    const approved = await fine(approve(draft))
    expect(approved).toMatchObject({ state: 'approved', approvedBy: expect.any(String), version: 2 })
    expect([stops(approved), approved.mayBeApproved]).toEqual([[], false])
    const changed = await changeLine(approved, 0, { text: 'Design of the hall' })
    expect([changed.state, changed.approvedBy]).toEqual(['draft', null])
    const again = await fine(approve(changed))
    const refreshed = await refresh(again)
    expect(refreshed.draft.state).toEqual('draft')
    const once = await fine(approve(refreshed.draft))
    const withdrawn = await fine(economy.post(`/drafts/${draft.id}/withdraw-approval`, { version: once.version }))
    expect(withdrawn.state).toEqual('draft')
    expect(
      (await economy.post(`/drafts/${draft.id}/withdraw-approval`, { version: withdrawn.version })).status,
    ).toEqual(409)
  })

  test('does not hold for other amounts', async () => {
    await hours()
    const approved = await fine(approve(await make()))
    await work.pool.query(`update vat_rate set percent = 24 where vat_code_id = $1`, [accounts.standard])
    expect(stops(await shown(approved))).toEqual([
      expect.stringMatching(/approved the draft, and its amounts have changed since/),
    ])
  })

  test('is refused while something else stops the draft, and where it is not used', async () => {
    const draft = await make({ until: null })
    const refused = await approve(draft)
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('has no lines with an amount')])
    await work.pool.query('update invoicing set use_draft_approval = false')
    expect((await approve(draft)).body.detail).toContain('Drafts are not approved here')
  })
})

describe('what stops a draft', () => {
  const line = { text: 'Work', quantity: '1', unitPrice: '100' }

  test('a negative total can only be a credit note', async () => {
    let draft = await make({ until: null })
    draft = await fine(manager.post(`/drafts/${draft.id}/lines`, { ...line, quantity: '-1', version: 1 }))
    expect(stops(draft)).toEqual([
      expect.stringContaining('The draft comes to -125.00 DKK. A negative total can only be a credit note'),
    ])
    draft = await fine(manager.put(`/drafts/${draft.id}`, { customerId, kind: 'credit-note', version: 2 }))
    expect([draft.kind, stops(draft)]).toEqual(['credit-note', []])
    draft = await fine(manager.post(`/drafts/${draft.id}/lines`, { ...line, quantity: '2', version: 3 }))
    expect(stops(draft)).toEqual([expect.stringContaining('The credit note comes to 125.00 DKK')])
  })

  test('no account, an account without VAT code, a code without percentage on the day', async () => {
    let draft = await make({ until: null })
    draft = await fine(manager.post(`/drafts/${draft.id}/lines`, { ...line, productType: 'products', version: 1 }))
    expect(stops(draft)).toEqual([expect.stringContaining('No bookkeeping account is chosen for products')])
    const bare = await accounts.account('1900', null)
    draft = await changeLine(draft, 0, { accountId: bare })
    expect(stops(draft)).toEqual([expect.stringContaining('1900 Sales 1900 has no VAT code')])
    draft = await changeLine(draft, 0, { accountId: accounts.hours, periodFrom: '2019-01-01', periodTo: '2019-01-31' })
    expect(stops(draft)).toEqual([
      'The VAT code U25 has no percentage on 2019-01-31. Add one that is valid from that day or earlier.',
    ])
  })

  test('a period on both sides of a change of the percentage', async () => {
    await work.pool.query('insert into vat_rate values ($1, $2, $3)', [accounts.standard, '2026-11-10', '24'])
    let draft = await make({ until: null })
    draft = await fine(
      manager.post(`/drafts/${draft.id}/lines`, {
        ...line,
        periodFrom: '2026-11-01',
        periodTo: '2026-11-30',
        version: 1,
      }),
    )
    expect(stops(draft)).toEqual([expect.stringContaining('Line 1 lies on both sides of 2026-11-10')])
  })

  test('a day in a locked period, a blocked customer, a missing tag', async () => {
    let draft = await make({ until: null })
    draft = await fine(manager.post(`/drafts/${draft.id}/lines`, { ...line, version: 1 }))
    await work.pool.query(`update invoicing set books_locked_until = '2026-10-31'`)
    await work.pool.query(`update customer set status = 'blocked' where id = $1`, [customerId])
    const group = await fine(
      economy.post('/tag-groups', aTagGroup({ name: 'Channel', objectKind: 'invoice', rule: 'exactly-one' })),
    )
    const tag = await fine(economy.post('/tags', aTag({ groupId: group.id })))
    const fields = { customerId, invoicedOn: '2026-10-31', version: 2 }
    const refused = await manager.put(`/drafts/${draft.id}`, fields)
    expect(refused.body.fields).toMatchObject([{ path: 'tagIds' }])
    expect(stops(await shown(draft))).toEqual([
      expect.stringContaining('is blocked and gets no invoices'),
      expect.stringContaining('exactly one tag of the group Channel'),
    ])
    draft = await fine(manager.put(`/drafts/${draft.id}`, { ...fields, tagIds: [tag.id] }))
    expect(stops(draft)).toEqual([
      'The invoice would be dated 2026-10-31, and the books are locked until 2026-10-31. Choose a later day.',
      expect.stringContaining('is blocked and gets no invoices'),
    ])
  })

  test('the day of the document is today in the company, whatever the server’s day is', async () => {
    let draft = await make({ until: null })
    draft = await fine(manager.post(`/drafts/${draft.id}/lines`, { ...line, version: 1 }))
    await work.pool.query(`update invoicing set books_locked_until = '2026-11-23'`)
    app.setNow('2026-11-23T22:30:00Z')
    expect(stops(await shown(draft))).toEqual([expect.stringContaining('dated 2026-11-23')])
    app.setNow('2026-11-23T23:30:00Z')
    expect(stops(await shown(draft))).toEqual([])
  })
})
