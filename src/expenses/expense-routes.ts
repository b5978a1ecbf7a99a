import { z } from 'zod'
import { csvFile, csvForm } from '../lib/csv.ts'
import type { Db } from '../lib/database/database.ts'
import { Day } from '../lib/dates.ts'
import { AppError } from '../lib/errors.ts'
import { IdParams, oneOrMore, VersionQuery } from '../lib/fields.ts'
import { type Actor, type Api, endpoint, listQuery, pageOf } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import type { Clock } from '../lib/ids.ts'
import { approvals, billingStates } from '../time-entries/time-entry.ts'
import { judgeExpenses } from './approve-expenses.ts'
import {
  Expense,
  ExpenseChange,
  ExpenseInput,
  ExpenseOutcome,
  ExpensesNamed,
  ExpensesRejected,
  ExpenseTotals,
  expenseSources,
} from './expense.ts'
import { getExpense } from './expense-store.ts'
import { expenseTexts } from './expense-texts.ts'
import { expenseLines } from './expenses-csv.ts'
import { expenseSorts, expensesWhere, listExpenses } from './list-expenses.ts'
import { changeExpense, createExpense, deleteExpense } from './save-expense.ts'

const say = sayFrom(expenseTexts)
const tag = 'Expenses'

const filters = {
  search: listQuery.search,
  from: Day.optional(),
  to: Day.optional(),
  project: oneOrMore(z.uuid()),
  customer: oneOrMore(z.uuid()),
  activity: oneOrMore(z.uuid()),
  registeredBy: oneOrMore(z.string().max(64)),
  approval: oneOrMore(z.enum(approvals)),
  billing: oneOrMore(z.enum(billingStates)),
  billable: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional(),
  source: oneOrMore(z.enum(expenseSources)),
}

export function mountExpenseRoutes(api: Api, db: Db, now: Clock): void {
  endpoint(
    api,
    {
      method: 'get',
      path: '/expenses',
      permission: 'register expenses',
      tag,
      summary: 'Project expenses, page by page, and their sums; your own without the permission to see all',
      query: z.strictObject({
        ...listQuery,
        ...filters,
        sort: z.enum(expenseSorts).default('-spentOn'),
      }),
      answer: pageOf(Expense).extend({ totals: ExpenseTotals }),
    },
    async ({ query, actor }) => ({ ...(await listExpenses(db, query, actor)), page: query.page, size: query.size }),
  )
  endpoint(
    api,
    {
      method: 'get',
      path: '/expenses.csv',
      permission: 'register expenses',
      tag,
      summary: 'All expenses that the filter finds as a file for a spreadsheet, in the language of whoever asks',
      query: z.strictObject(filters),
      answer: null,
    },
    async ({ query, actor, language }) => {
      const name = ['expenses', query.from, query.to].filter(Boolean).join('-')
      const lines = expenseLines(db, expensesWhere(query, actor), { phrase: api.phrase, language })
      return csvFile(`${name}.csv`, csvForm(language), lines)
    },
  )
  endpoint(
    api,
    {
      method: 'post',
      path: '/expenses',
      permission: 'register expenses',
      tag,
      summary: 'Registers an expense on a project',
      body: ExpenseInput,
      answer: Expense,
      status: 201,
    },
    async ({ body, actor }) => getExpense(db, await createExpense(db, actor, body, now()), actor),
  )
  endpoint(
    api,
    {
      method: 'get',
      path: '/expenses/{id}',
      permission: 'register expenses',
      tag,
      summary: 'An expense',
      params: IdParams,
      answer: Expense,
    },
    async ({ params, actor }) => {
      const expense = await getExpense(db, params.id, actor)
      mustSee(api, expense, actor)
      return expense
    },
  )
  endpoint(
    api,
    {
      method: 'put',
      path: '/expenses/{id}',
      permission: 'register expenses',
      tag,
      summary: 'Changes an expense that is neither approved nor billed',
      params: IdParams,
      body: ExpenseChange,
      answer: Expense,
    },
    async ({ params, body, actor }) => {
      await changeExpense(db, { actor, id: params.id, change: body, now: now() })
      return getExpense(db, params.id, actor)
    },
  )
  endpoint(
    api,
    {
      method: 'delete',
      path: '/expenses/{id}',
      permission: 'register expenses',
      tag,
      summary: 'Deletes an expense that is neither approved nor billed',
      params: IdParams,
      query: VersionQuery,
      answer: null,
      status: 204,
    },
    ({ params, query, actor }) => deleteExpense(db, { actor, id: params.id, version: query.version, now: now() }),
  )
  for (const [verb, to, summary] of [
    ['approve', 'approved', 'Approves expenses; what may not be is named with the reason'],
    ['reopen', 'registered', 'Takes the approval or rejection of expenses back'],
  ] as const)
    endpoint(
      api,
      {
        method: 'post',
        path: `/expenses/${verb}`,
        permission: 'approve expenses',
        tag,
        summary,
        body: ExpensesNamed,
        answer: ExpenseOutcome,
      },
      ({ body, actor, language }) =>
        judgeExpenses(db, { actor, ids: body.ids, judgement: { to }, now: now() }, { phrase: api.phrase, language }),
    )
  endpoint(
    api,
    {
      method: 'post',
      path: '/expenses/reject',
      permission: 'approve expenses',
      tag,
      summary: 'Rejects expenses; whoever registered them is told why',
      body: ExpensesRejected,
      answer: ExpenseOutcome,
    },
    ({ body, actor, language }) =>
      judgeExpenses(
        db,
        { actor, ids: body.ids, judgement: { to: 'rejected', comment: body.comment }, now: now() },
        { phrase: api.phrase, language },
      ),
  )
}

function mustSee(api: Api, expense: Expense, actor: Actor): void {
  if (expense.registeredBy === actor.id || api.mayDo(actor, 'view expenses')) return
  throw new AppError('forbidden', say('expense.notYours', { title: expense.title }))
}
