// Documents on their way into the books: the connector with a saved integration that posts, and finalized documents to post.
import { sql } from 'drizzle-orm'
import { createCustomer } from '../src/customers/save-customer.ts'
import { invoice } from '../src/invoices/invoice-table.ts'
import { invoicePost } from '../src/invoices/invoice-tasks.ts'
import { type Db, inTransaction, type Tx } from '../src/lib/database/database.ts'
import { vatOf, writeAmount } from '../src/lib/money.ts'
import { ProjectInput } from '../src/projects/project.ts'
import { createProject } from '../src/projects/save-project.ts'
import { findBadge } from '../src/sync/badge-store.ts'
import { enqueue } from '../src/sync/enqueue.ts'
import { createTag } from '../src/tags/save-tag.ts'
import { createTagGroup } from '../src/tags/save-tag-group.ts'
import { posting } from '../src/uniconta/posting-table.ts'
import type { UnicontaInput } from '../src/uniconta/settings.ts'
import { aCustomerInput, companyId, phrase, startConnector, tester } from './connector.ts'
import { type StoredInvoice, storeFinalized } from './finalized-invoice.ts'

export { companyId }

export type PostingTest = Awaited<ReturnType<typeof startPosting>>

/** A project category that only bills, as the sandbox seeds it. */
export const onAccountCategory = '90'

/** A finalized document does not change; a test that builds one in two steps is the exception. */
async function withoutGuards(db: Db, work: (tx: Tx) => Promise<void>): Promise<void> {
  await inTransaction(db, async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    await work(tx)
  })
}

export async function startPosting(
  settings: Partial<UnicontaInput> = {},
  { isConfirmed = true, timeoutMs = 1_500 } = {},
) {
  const t = await startConnector({ isSaved: false, timeoutMs })
  const { db, sandbox } = t
  const categories = await createTagGroup(
    db,
    tester,
    { name: 'Project category', objectKind: 'project', rule: 'exactly-one' },
    t.now(),
  )
  const category = await createTag(
    db,
    tester,
    { groupId: categories.id, name: 'Rate', code: onAccountCategory, colour: 'blue', active: true },
    t.now(),
  )
  await t.save({ exportInvoices: true, projectCategoryTagGroupId: categories.id, ...settings })
  const customerId = await createCustomer(db, tester, aCustomerInput([t.domestic.id]), t.now())
  const projectId = await createProject(
    db,
    tester,
    ProjectInput.parse({ name: 'Ny havnefront', customerId, tagIds: [category.id], state: 'in-progress' }),
    t.now(),
  )
  sandbox.put(companyId, 'PaymentTermClient', { Payment: 'Netto0', Name: '0', PaymentMethod: 'Net days', Days: 0 })
  await t.run()
  // As a person says of a new series.
  if (isConfirmed) await db.execute(`update integration set facts = facts || '{"control": {"number": null}}'::jsonb`)
  sandbox.clearCalls()
  let serial = 1000

  return {
    ...t,
    customerId,
    projectId,
    category,
    /** A finalized document and its task, as finalize leaves them. */
    async finalize(fields: Partial<StoredInvoice> = {}): Promise<string> {
      serial += 1
      const { id } = await storeFinalized(db, { customerId, projectId, serial, ...fields })
      await inTransaction(db, (tx) =>
        enqueue(tx, { kind: invoicePost, subject: id, label: `${serial} Hansen & Søn A/S` }, t.now()),
      )
      return id
    },
    /** One more line like the first, of which only the amount differs, on a document that is stored but not sent yet. */
    addLine: (id: string, net: bigint) => addLine(db, id, net),
    /** As after an older backup was restored: nothing here knows the document any more. */
    async forget(id: string): Promise<void> {
      await withoutGuards(db, async (tx) => {
        for (const [table, column] of [
          ['uniconta_order', 'invoice_id'],
          ['uniconta_posting', 'invoice_id'],
          ['invoice_line', 'invoice_id'],
          ['invoice_vat', 'invoice_id'],
          ['invoice_standing', 'invoice_id'],
          ['invoice', 'id'],
        ] as const)
          await tx.execute(sql`delete from ${sql.identifier(table)} where ${sql.identifier(column)} = ${id}::uuid`)
      })
    },
    /** As a person asks for it. */
    async sendAgain(id: string): Promise<void> {
      await inTransaction(db, (tx) => enqueue(tx, { kind: invoicePost, subject: id, label: 'again' }, t.now()))
    },
    /** Why the lane is paused; null while it is not. */
    async laneState(): Promise<unknown> {
      const { rows } = await db.execute<{ paused: unknown }>(
        sql`select paused_for as paused from sync_lane where name = 'uniconta'`,
      )
      return rows[0]?.paused ?? null
    },
    badgeOf: (id: string) => findBadge(db, 'invoice', id, phrase, 'en', invoicePost),
    postings: () => db.select().from(posting).orderBy(posting.serial),
    documents: () => db.select().from(invoice).orderBy(invoice.serial),
    /** What stands in the books of the other side. */
    booked: () => sandbox.rows(companyId, 'DebtorInvoiceClient'),
    orders: () => sandbox.rows(companyId, 'DebtorOrderClient'),
    posts: () =>
      sandbox
        .calls()
        .filter((call) => call.path === '/Invoice/GenerateDebtorInvoice' && !call.request?.includes('"Simulate":true')),
    /** Lets the lane work and the clock go on, as often as it takes until nothing waits any more, or `times`. */
    async settle(times = 40, stepMs = 60_000): Promise<void> {
      for (let turn = 0; turn < times; turn += 1) {
        await t.run()
        const { rows } = await db.execute(`select 1 from sync_task where state = 'waiting'`)
        if (rows.length === 0) return
        t.pass(stepMs)
      }
    },
  }
}

/** A second line like the first, of another net amount, on a document that is final. */
export async function addLine(db: Db, id: string, net: bigint): Promise<void> {
  const { rows } = await db.execute<{ total: string }>(
    sql`select (net + ${net}::bigint)::text as total from invoice where id = ${id}`,
  )
  const total = BigInt(rows[0]?.total ?? 0)
  const vat = vatOf(total, '25')
  await withoutGuards(db, async (tx) => {
    await tx.execute(sql`
      insert into invoice_line select (jsonb_populate_record(l, jsonb_build_object('id', gen_random_uuid(), 'position', 2,
             'net', ${net}::bigint, 'unit_price', ${writeAmount(net, 'DKK')}::numeric))).*
        from invoice_line l where l.invoice_id = ${id} limit 1`)
    await tx.execute(sql`update invoice_vat set net = ${total}, vat = ${vat} where invoice_id = ${id}`)
    await tx.execute(sql`update invoice set net = ${total}, vat = ${vat}, gross = ${total + vat} where id = ${id}`)
  })
}
