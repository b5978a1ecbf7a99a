// Work that waits to be billed, put straight into the database: a test of billing is about thousands of approved hours, prices and
// accounts, and not about how they got there.
import { randomUUID } from 'node:crypto'
import type { TestApp } from './app.ts'

type Fields = Record<string, unknown>

export async function openWork({ database: { pool } }: TestApp) {
  async function insert(table: string, fields: Fields): Promise<string> {
    const id = randomUUID()
    const row: Fields = { id, ...fields }
    const names = Object.keys(row)
    await pool.query(
      `insert into ${table} (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
      Object.values(row),
    )
    return id
  }
  const record = { created_at: '2026-01-01T00:00:00Z', updated_at: '2026-01-01T00:00:00Z' }
  const approved = { approval: 'approved', approved_by: 'Anna', approved_at: '2026-11-01T00:00:00Z' }

  return {
    pool,
    insert,
    person: (name: string) =>
      insert('app_user', {
        name,
        name_sort: name.toLowerCase(),
        search_text: name.toLowerCase(),
        email: `${name.toLowerCase()}@akkord.test`,
        email_verified: true,
        role: 'employee',
        language: 'en',
        ...record,
      }),
    model: (projectId: string, fields: Fields = {}) =>
      insert('price_model', {
        project_id: projectId,
        position: 0,
        name: 'Hours',
        kind: 'hourly',
        hourly_base: 'common',
        common_rate: '1000',
        expenses_included: false,
        expense_markup: '0',
        active: true,
        ...record,
        ...fields,
      }),
    rate: (modelId: string, fields: Fields) =>
      insert('price_rate', { price_model_id: modelId, valid_from: '2026-01-01', rate: '1000', ...fields }),
    planItem: (modelId: string, fields: Fields) =>
      insert('price_plan_item', {
        price_model_id: modelId,
        due_on: '2026-11-01',
        amount: 10_000_000,
        text: 'First part',
        billed_elsewhere: false,
        ...fields,
      }),
    hours: (fields: Fields & { project_id: string; activity_id: string; user_id: string }) =>
      insert('time_entry', {
        worked_on: '2026-11-02',
        minutes: 450,
        billable_minutes: fields.minutes ?? 450,
        billing: 'open',
        ...approved,
        ...record,
        ...fields,
      }),
    /** So many entries of one person, one a day and backwards from the day on. */
    manyHours: (
      count: number,
      fields: Fields & { project_id: string; activity_id: string; user_id: string },
      from = '2026-11-20',
    ) =>
      pool.query(
        `insert into time_entry (id, created_at, updated_at, user_id, project_id, activity_id, worked_on, minutes, billable_minutes, note,
                                 approval, approved_by, approved_at, billing)
         select gen_random_uuid(), now(), now(), $2, $3, $4, $5::date - (n % 900), 60 + n % 400, 60 + n % 400, 'Work ' || n,
                'approved', 'Anna', now(), 'open' from generate_series(1, $1::int) n`,
        [count, fields.user_id, fields.project_id, fields.activity_id, from],
      ),
    expense: (fields: Fields & { project_id: string }) =>
      insert('project_expense', {
        title: 'Train',
        search_text: 'train',
        spent_on: '2026-11-03',
        quantity: '1',
        amount: 50_000,
        currency: 'DKK',
        exchange_rate: '1',
        company_amount: fields.amount ?? 50_000,
        billable: true,
        source: 'manual',
        registered_by: 'Anna',
        billing: 'open',
        ...approved,
        ...record,
        ...fields,
      }),
    /** Accounts 1000 (hours at home, 25 %), 1010 (expenses at home) and 1020 (abroad, reverse charge), set for the company. */
    async accounts() {
      const vat = async (code: string, category: string, percents: [string, string][]) => {
        const id = await insert('vat_code', { code, name: code, category, active: true, ...record })
        for (const [valid_from, percent] of percents)
          await pool.query('insert into vat_rate (vat_code_id, valid_from, percent) values ($1, $2, $3)', [
            id,
            valid_from,
            percent,
          ])
        return id
      }
      const account = (number: string, vat_code_id: string | null) =>
        insert('bookkeeping_account', {
          number,
          number_key: number,
          number_sort: number,
          name: `Sales ${number}`,
          vat_code_id,
          active: true,
          ...record,
        })
      const standard = await vat('U25', 'standard', [['2020-01-01', '25']])
      const abroad = await vat('UEU', 'eu-services', [['2020-01-01', '0']])
      const hours = await account('1000', standard)
      const expenses = await account('1010', standard)
      const foreign = await account('1020', abroad)
      await pool.query(
        `update invoice_setting set hours_account_domestic = $1, expenses_account_domestic = $2, hours_account_foreign = $3,
                expenses_account_foreign = $3 where level = 'company'`,
        [hours, expenses, foreign],
      )
      return { standard, abroad, hours, expenses, foreign, vat, account }
    },
  }
}

export type OpenWork = Awaited<ReturnType<typeof openWork>>
