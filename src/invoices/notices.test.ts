import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Client } from '../../test/app.ts'
import { type DialogTest, startDialog } from '../../test/dialog.ts'
import { done } from '../../test/invoicing-office.ts'
import { runLane } from '../../test/lanes.ts'
import { type ReadyToPost, readyToPost } from '../../test/ready-to-post.ts'

const minute = 60_000
let t: DialogTest
let office: ReadyToPost
let economy: Client
beforeEach(async () => {
  t = await startDialog()
  office = await readyToPost(t)
  economy = await t.as('economy')
  await t.run()
})
afterEach(async () => {
  await t.close()
  expect(t.faults).toEqual([])
})

/** Without the lane of documents: making a PDF costs more than all the rest. */
async function work(): Promise<void> {
  for (const lane of ['uniconta', 'notices']) {
    await runLane(t, lane)
    t.pass(1)
  }
}
const bell = async (client: Client, kind: string) => (await client.get(`/notifications?kind=${kind}`)).body

test('UC-92: an invoice that does not get into the books within a quarter rings the bell until it is there, and then it is said what went', async () => {
  // Somebody has looked at the first document that was booked, so the next ones follow by themselves.
  await t.db.execute(`update integration set facts = facts || '{"control": {"number": null}}'::jsonb`)
  await office.change({ notifyUserIds: [(await economy.get('/me')).body.id] })
  await t.server.stopListening()
  const { number } = await office.bill()
  await work()
  expect(await bell(economy, 'invoices-to-export')).toMatchObject({ total: 0 })
  t.pass(15 * minute)
  await work()
  expect(await bell(economy, 'invoices-to-export')).toMatchObject({
    items: [
      {
        ...{ link: '/export-invoices', readAt: null },
        text: `Invoice ${number} waits for export. Company > Export invoices says why.`,
      },
    ],
  })
  const next = await office.bill()
  t.pass(60 * minute)
  await work()
  expect(await bell(economy, 'invoices-to-export')).toMatchObject({
    items: [
      { text: `2 invoices wait for export, the first is ${number}. Company > Export invoices says why.`, repeats: 0 },
    ],
  })
  expect((await bell(await t.as('employee'), 'invoices-to-export')).total).toEqual(0)
  await t.server.listenAgain()
  t.pass(60 * minute)
  await work()
  t.pass(60 * minute)
  await work()
  expect((await done(economy.get(`/invoices/${next.id}`))).sync).toMatchObject({ state: 'transferred' })
  expect(await bell(economy, 'invoices-to-export')).toMatchObject({
    items: [{ readAt: expect.any(String) }],
  })
  const [newest] = (await bell(economy, 'integration')).items
  expect(newest.text).toMatch(/^Uniconta has answered again since .*2 documents went since then\.$/)
})

test('a draft that waits for approval and nothing else rings the bell of those who approve, but for its author', async () => {
  const { mark, creditNoteSeries, paymentIdExample, warnings, ...invoicing } = await done(t.admin.get('/invoicing'))
  await done(t.admin.put('/invoicing', { ...invoicing, useDraftApproval: true }))
  const manager = await t.as('project-manager')
  const empty = await done(manager.post('/drafts', { projectId: office.project.id }))
  expect((await bell(economy, 'drafts-to-approve')).total).toEqual(0)
  const line = { text: 'Advice', quantity: '1', unitPrice: '1000', version: empty.version }
  const draft = await done(manager.post(`/drafts/${empty.id}/lines`, line))
  const own = await office.aDraft()
  const { customer } = office
  expect(await bell(economy, 'drafts-to-approve')).toMatchObject({
    unread: 1,
    items: [
      {
        text: `Drafts of invoices wait for approval, the newest one for ${customer.number} ${customer.name}.`,
        link: `/drafts/${own.id}`,
        repeats: 0,
      },
    ],
  })
  expect(await bell(t.admin, 'drafts-to-approve')).toMatchObject({ items: [{ link: `/drafts/${draft.id}` }] })
  expect((await bell(manager, 'drafts-to-approve')).total).toEqual(0)
  await done(economy.post(`/drafts/${draft.id}/approve`, { version: draft.version }))
  expect(await bell(economy, 'drafts-to-approve')).toMatchObject({ unread: 1 })
  await done(economy.post(`/drafts/${own.id}/approve`, { version: own.version }))
  expect(await bell(economy, 'drafts-to-approve')).toMatchObject({ unread: 0 })
})
