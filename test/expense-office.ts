// The whole application with Import expenses on, a project on both sides, and an accountant who books in the sandbox.
import type { Journal } from '../sandbox/hand-journals.ts'
import type { LanePlan } from '../src/sync/handler.ts'
import { leaveLane, takeLane } from '../src/sync/lane.ts'
import { runNextTask, takeOver } from '../src/sync/run-task.ts'
import { posting } from '../src/uniconta/posting-table.ts'
import type { UnicontaInput } from '../src/uniconta/settings.ts'
import { aCustomer, aProject } from './builders.ts'
import { companyId, startDialog } from './dialog.ts'
import { storeFinalized } from './finalized-invoice.ts'

export type ExpenseOffice = Awaited<ReturnType<typeof startExpenseOffice>>

export const importing = {
  importExpenses: true,
  expenseActivity: 'Expenses',
  expensesBillable: true,
  expensesFrom: '2026-11-01',
  expenseSeries: 'Finans',
  expenseAccounts: '',
} satisfies Partial<UnicontaInput>

export async function startExpenseOffice(change: Partial<UnicontaInput> = {}) {
  const t = await startDialog()
  const saved = await t.save({ ...importing, ...change })
  if (saved.status !== 201) throw new Error(JSON.stringify(saved.body))
  let version = 1
  const customer = (await t.admin.post('/customers', aCustomer())).body
  const theirProject = (number: string) =>
    t.sandbox.put(companyId, 'ProjectClient', { Number: number, Name: number, Group: 'Standard' })

  async function project(number: string, isHereToo = true) {
    theirProject(number)
    return isHereToo ? (await t.admin.post('/projects', aProject({ customerId: customer.id, number }))).body : undefined
  }

  /** A bill of 100 on project 20001 unless told otherwise. Answers the number of the posted journal. */
  function book(journal: Journal & { Project?: string; Amount?: number } = {}): number {
    const { Project = '20001', Amount = 100, ...given } = journal
    const Lines = given.Lines ?? [
      { Account: '2010', Amount, Project },
      { Account: '5700', Amount: -Amount },
    ]
    const row = t.sandbox.bookByHand(companyId, { Text: 'Rejse', ...given, Lines })
    return Number(row.JournalPostedId)
  }

  return {
    ...t,
    customer,
    project,
    book,
    /** A document from here, posted there with this journal. */
    async asSettled(serial: number, journalId: number) {
      const projectId = (await t.admin.get('/projects?size=1')).body.items[0].id
      const { id } = await storeFinalized(t.db, { customerId: customer.id, projectId, serial })
      await t.db
        .insert(posting)
        .values({ invoiceId: id, series: 'invoice', serial, step: 'settled', journalId: String(journalId) })
    },
    /** Lets the lane of another process work until it has nothing to do. */
    async workOf({ plans }: { plans: readonly LanePlan[] }) {
      t.pass(10_000)
      const plan = plans.find(({ name }) => name === 'uniconta') as LanePlan
      const hold = await takeLane(t.db, plan.name, t.now())
      if (!hold) throw new Error('The lane is held.')
      await takeOver(t.engine, plan, hold)
      while (await runNextTask(t.engine, plan, hold));
      await leaveLane(t.db, hold, t.now())
    },
    ledger: () => t.sandbox.rows(companyId, 'GLTransClient'),
    async change(settings: Partial<UnicontaInput>) {
      const {
        id: _,
        companyName: __,
        hasApiKey: ___,
        sentRecords: ____,
        ...kept
      } = (await t.admin.get('/integrations/uniconta')).body
      const answer = await t.admin.put('/integrations/uniconta', { ...kept, ...settings, password: '', version })
      version += 1
      return answer
    },
    async import() {
      t.sandbox.clearCalls()
      await t.admin.post('/expense-import/run')
      await t.run()
      return (await t.admin.get('/expense-import')).body
    },
    async review() {
      await t.admin.post('/expense-import/review')
      await t.run()
      return (await t.admin.get('/expense-import')).body
    },
    expenses: async () => (await t.admin.get('/expenses?size=200&sort=spentOn')).body.items,
    rows: async (state: 'skipped' | 'flagged') =>
      (await t.admin.get(`/expense-import/rows?state=${state}&size=200`)).body.items,
    completeness: async () => (await t.admin.get('/expense-import/completeness?from=2026-01-01&to=2027-12-31')).body,
  }
}
