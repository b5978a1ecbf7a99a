// An office that bills through the door and restores a backup of its database: what a person does about it afterwards.
import { invoicePost } from '../src/invoices/invoice-tasks.ts'
import { inTransaction } from '../src/lib/database/database.ts'
import { enqueue } from '../src/sync/enqueue.ts'
import { noteRestored } from '../src/sync/restored.ts'
import type { BooksComparison } from '../src/uniconta/books.ts'
import { compareSchedule } from '../src/uniconta/compare.ts'
import { companyId, type DialogTest, startDialog } from './dialog.ts'
import { done } from './invoicing-office.ts'
import { readyToPost } from './ready-to-post.ts'
import { takeSnapshot } from './simulator/snapshot.ts'

export { companyId }

export type RestoredOffice = Awaited<ReturnType<typeof startRestoredOffice>>

const minute = 60_000

export async function startRestoredOffice(options: Parameters<typeof startDialog>[0] = {}) {
  const t: DialogTest = await startDialog(options)
  const { admin, db, sandbox } = t
  const office = await readyToPost(t)
  await t.run()
  await db.execute(`update integration set facts = facts || '{"control": {"number": null}}'::jsonb`)
  const economy = await t.as('economy')

  /** Lets the lanes work and the clock go on until no document waits, or `times`. */
  async function settle(times = 40, stepMs = minute): Promise<void> {
    for (let turn = 0; turn < times; turn += 1) {
      await t.run()
      const { rows } = await db.execute(`select 1 from sync_task where state = 'waiting' and kind = 'invoice.post'`)
      if (rows.length === 0) return
      t.pass(stepMs)
    }
  }

  const show = async (): Promise<BooksComparison> => done(economy.get('/postings/comparison'))
  const finish = (said: object = {}) => admin.post('/postings/comparison/finish', said)

  return {
    ...t,
    ...office,
    economy,
    settle,
    show,
    finish,
    /** The newest one is in the books when it resolves. */
    async post(draft?: { id: string; version: number }): Promise<{ id: string; number: string; reference: string }> {
      const { id, version } = draft ?? (await office.aDraft())
      const invoice = await done(admin.post(`/invoices/${id}/finalize`, { version }))
      await settle()
      return invoice
    },
    /** The answer restores the rows of this moment, as an older backup does; nothing is noticed by it. */
    backup: () => takeSnapshot(t.database.pool),
    /** As a process that noticed it says it. */
    notice: () =>
      inTransaction(db, (tx) =>
        noteRestored(tx, { now: t.now, onLogged: t.onLogged }, { key: 'sync.dumpLoaded', values: {} }, ['Uniconta']),
      ),
    /** The wait is over, and the lane looks. */
    async compare(): Promise<BooksComparison> {
      t.pass(95 * minute)
      await t.run()
      return show()
    },
    /** What the lane does at night. */
    async night(): Promise<void> {
      await inTransaction(db, (tx) => enqueue(tx, compareSchedule, t.now()))
      await t.run()
    },
    decide: (body: object) => economy.post('/postings/comparison/decide', body),
    /** Finished, and what is in doubt is settled. */
    async finishAll(said: object = {}): Promise<BooksComparison> {
      await done(finish(said))
      await t.run()
      await settle()
      return show()
    },
    booked: () => sandbox.rows(companyId, 'DebtorInvoiceClient'),
    orders: () => sandbox.rows(companyId, 'DebtorOrderClient'),
    posts: () => sandbox.calls().filter((call) => call.path === '/Invoice/GenerateDebtorInvoice'),
    writes: () => sandbox.calls().filter((call) => /^\/(crud|invoice)\//i.test(call.path)),
    invoice: async (id: string) => done(economy.get(`/invoices/${id}`)),
    invoices: async () => (await done(economy.get('/invoices?state=finalized&size=100'))).items,
    badge: async (id: string) => (await done(economy.get(`/invoices/${id}`))).sync,
    posting: async (id: string) => done(economy.get(`/postings/${id}`)),
    log: async (): Promise<string[]> =>
      (await done(admin.get('/log?size=100'))).items.map((line: { text: string }) => line.text),
    task: invoicePost,
  }
}
