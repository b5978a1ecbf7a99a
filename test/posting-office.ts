// The whole application with an integration that posts, and finalized documents: what a person does about them through the door.
import { invoicePost } from '../src/invoices/invoice-tasks.ts'
import { inTransaction } from '../src/lib/database/database.ts'
import { enqueue } from '../src/sync/enqueue.ts'
import { aCustomer, aProject, aTag, aTagGroup } from './builders.ts'
import { companyId, startDialog } from './dialog.ts'
import { type StoredInvoice, storeFinalized } from './finalized-invoice.ts'
import { addLine, onAccountCategory } from './posting.ts'

export { companyId }

export type PostingOffice = Awaited<ReturnType<typeof startPostingOffice>>

export async function startPostingOffice({ isConfirmed = true, settings = {} } = {}) {
  const t = await startDialog()
  const { admin, sandbox, db } = t
  const customers = await t.aCustomerGroup()
  const group = (
    await admin.post('/tag-groups', aTagGroup({ name: 'Category', objectKind: 'project', rule: 'exactly-one' }))
  ).body
  const category = (await admin.post('/tags', aTag({ groupId: group.id, name: 'Rate', code: onAccountCategory }))).body
  await t.save({
    exportCustomers: true,
    customerGroupTagGroupId: customers.groupId,
    exportProjects: true,
    exportInvoices: true,
    projectCategoryTagGroupId: group.id,
    ...settings,
  })
  const customer = (await admin.post('/customers', aCustomer({ name: 'Hansen & Søn A/S', tagIds: [customers.tagId] })))
    .body
  const project = (
    await admin.post('/projects', aProject({ customerId: customer.id, tagIds: [category.id], state: 'in-progress' }))
  ).body
  sandbox.put(companyId, 'PaymentTermClient', { Payment: 'Netto0', Name: '0', PaymentMethod: 'Net days', Days: 0 })
  await t.run()
  if (isConfirmed) await db.execute(`update integration set facts = facts || '{"control": {"number": null}}'::jsonb`)
  sandbox.clearCalls()
  const economy = await t.as('economy')
  let serial = 1000

  return {
    ...t,
    economy,
    customer,
    project,
    /** A finalized document and its task, as finalize leaves them. */
    async finalize(fields: Partial<StoredInvoice> = {}): Promise<string> {
      serial += 1
      const { id } = await storeFinalized(db, { customerId: customer.id, projectId: project.id, serial, ...fields })
      const label = `${serial} Hansen & Søn A/S`
      await inTransaction(db, (tx) => enqueue(tx, { kind: invoicePost, subject: id, label }, t.now()))
      return id
    },
    /** The next document is given this number. */
    goOnFrom(number: number): void {
      serial = number - 1
    },
    addLine: (id: string, net: bigint) => addLine(db, id, net),
    show: async (id: string) => (await economy.get(`/postings/${id}`)).body,
    choose: (id: string, choice: object) => economy.post(`/postings/${id}/choose`, choice),
    /** Of many documents at once: the numbers there stand. */
    chooseForMany: (ids: string[], reason: string) =>
      economy.post('/postings/choose', { choice: 'booked-under-another-number', ids, reason }),
    offered: async (id: string): Promise<string[]> =>
      (await economy.get(`/postings/${id}`)).body.choices.map((one: { choice: string }) => one.choice),
    booked: () => sandbox.rows(companyId, 'DebtorInvoiceClient'),
    orders: () => sandbox.rows(companyId, 'DebtorOrderClient'),
    posts: () => sandbox.calls().filter((call) => call.path === '/Invoice/GenerateDebtorInvoice'),
    /** What stands in the history of a document about choices. */
    history: async (id: string): Promise<{ actor: string; changes: { field: string; to: unknown }[] }[]> =>
      (await admin.get(`/history?kind=invoice&subject=${id}`)).body.items,
    log: async (id: string): Promise<string[]> =>
      (await admin.get(`/log?subject=${id}&size=50`)).body.items.map((line: { text: string }) => line.text),
    /** Lets the lanes work and the clock go on, as often as it takes until nothing waits any more, or `times`. */
    async settle(times = 40, stepMs = 60_000): Promise<void> {
      for (let turn = 0; turn < times; turn += 1) {
        await t.run()
        const { rows } = await db.execute(`select 1 from sync_task where state = 'waiting' and kind = 'invoice.post'`)
        if (rows.length === 0) return
        t.pass(stepMs)
      }
    },
  }
}
