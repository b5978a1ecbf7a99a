import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCustomer, aProject, aTag, aTagGroup } from '../../test/builders.ts'
import { companyId, credentials, type DialogTest, startDialog } from '../../test/dialog.ts'
import { done } from '../../test/invoicing-office.ts'
import { type ReadyToPost, readyToPost } from '../../test/ready-to-post.ts'

let t: DialogTest
let all: ReadyToPost
beforeEach(async () => {
  t = await startDialog()
  all = await readyToPost(t)
})
afterEach(async () => {
  await t.close()
  expect(t.faults).toEqual([])
})

test('UC-06: nothing is found when all is right for invoices, and each thing that was looked at is named', async () => {
  const found = (await all.check()).map(({ key, state }) => `${key} ${state}`)
  expect(found.slice(found.indexOf('parents ok'))).toEqual([
    'parents ok',
    'categories ok',
    'categoryless ok',
    'series ok',
    'series-next ok',
    'series-form ok',
    'series-last ok',
    'series-groups ok',
    'series-alone ok',
    'period ok',
    'accounts ok',
    'vat-codes ok',
    'terms ok',
    'currencies ok',
    'invoice-departments ok',
    'invoice-departmentless ok',
    'numbers ok',
    'calls ok',
  ])
  expect((await all.findings()).map(({ key }) => key)).toEqual([])
})

const chart = 'General Ledger > Maintenance > Chart of accounts'
const vatCodes = 'General Ledger > Maintenance > VAT codes'
const years = 'General Ledger > Maintenance > Accounting year'
const terms = 'General Ledger > Maintenance > Terms of payment'
const category = 'Project > Maintenance > Project category'

type Break = {
  what: string
  breakIt: () => Promise<unknown> | unknown
  finds: { key: string; state: string; text: string; where?: string | null; link?: string | null }
}

const breaks: Break[] = [
  {
    what: 'customers that nobody exports',
    breakIt: () => all.change({ exportCustomers: false }),
    finds: { key: 'parents', state: 'warning', text: 'Customers are not exported', link: '/settings/integrations' },
  },
  {
    what: 'projects that nobody exports',
    breakIt: () => all.change({ exportProjects: false }),
    finds: { key: 'parents', state: 'warning', text: 'Projects are not exported' },
  },
  {
    what: 'UC-36: a project category that was removed',
    breakIt: () => all.remove('PrCategoryClient', '90'),
    finds: { key: 'categories', state: 'error', text: 'with these codes: 90', where: category, link: '/tags' },
  },
  {
    what: 'UC-36: a project category of costs',
    breakIt: () => all.put('PrCategoryClient', { Number: '90', CatType: 'Materials' }),
    finds: { key: 'categories', state: 'error', text: 'not for invoices: 90 (Materials)', where: category },
  },
  {
    what: 'UC-36: a tag without code',
    breakIt: async () => {
      const { id, version, name, colour, active, groupId } = all.category
      await done(t.admin.put(`/tags/${id}`, { version, name, colour, active, groupId, code: null }))
    },
    finds: { key: 'categories', state: 'error', text: 'have no code: On account', link: '/tags' },
  },
  {
    what: 'UC-36: a tag group that does not ask for exactly one',
    breakIt: async () => {
      const { id, name, objectKind, version } = (await t.admin.get(`/tag-groups/${all.categories.id}`)).body
      await done(t.admin.put(`/tag-groups/${id}`, { name, objectKind, version, rule: 'at-most-one' }))
    },
    finds: { key: 'categories', state: 'warning', text: 'does not ask for exactly one tag', link: '/tags' },
  },
  {
    what: 'UC-36: a project without a category, from before the rule',
    breakIt: () => t.db.execute(sql`delete from record_tag where record_id = ${all.project.id}::uuid`),
    finds: { key: 'categoryless', state: 'warning', text: 'One project does not', link: '/projects' },
  },
  {
    what: 'UC-05 UC-51: an account that was removed',
    breakIt: () => all.remove('GLAccountClient', '1010'),
    finds: { key: 'accounts', state: 'error', text: 'no account 1010', where: chart, link: '/settings/accounting' },
  },
  {
    what: 'UC-51: an account that is blocked',
    breakIt: () => all.put('GLAccountClient', { Account: '1010', Blocked: true }),
    finds: { key: 'accounts', state: 'error', text: 'Blocked in Uniconta: account 1010', where: chart },
  },
  {
    what: 'UC-51: an account that is no revenue account',
    breakIt: () => all.put('GLAccountClient', { Account: '1010', AccountType: 'Cost' }),
    finds: { key: 'accounts', state: 'error', text: 'no revenue accounts in Uniconta: 1010 (Cost)', where: chart },
  },
  {
    what: 'UC-54: an account that demands another dimension than the department',
    breakIt: () => all.put('GLAccountClient', { Account: '1010', Dim1Parm: 2, Dim3Parm: 2 }),
    finds: {
      key: 'accounts',
      state: 'error',
      text: 'do not carry (its number stands in brackets): 1010 (3).',
      where: chart,
    },
  },
  {
    what: 'a month that is closed',
    breakIt: () => t.sandbox.setPeriod(companyId, { Date: '2026-11-23' }),
    finds: { key: 'period', state: 'error', text: `The month of 2026-11-23 is closed`, where: years },
  },
  {
    what: 'a year that is closed',
    breakIt: () => t.sandbox.setPeriod(companyId, { Date: '2026-11-23', Year: true }),
    finds: { key: 'period', state: 'error', text: `The accounting year with 2026-11-23 is closed`, where: years },
  },
  {
    what: 'UC-51: no account chosen for lines',
    breakIt: () =>
      t.db.execute(`update invoice_setting set hours_account_domestic = null, hours_account_foreign = null,
        expenses_account_domestic = null, expenses_account_foreign = null, products_account_domestic = null,
        products_account_foreign = null`),
    finds: { key: 'accounts', state: 'error', text: 'No account is chosen', link: '/settings/invoicing' },
  },
  {
    what: 'UC-05 UC-52: a VAT code that was removed',
    breakIt: () => all.remove('GLVatClient', 'U25'),
    finds: { key: 'vat-codes', state: 'error', text: 'no VAT code U25', where: vatCodes, link: '/settings/accounting' },
  },
  {
    what: 'UC-52: a VAT code that is blocked',
    breakIt: () => all.put('GLVatClient', { Vat: 'U25', Blocked: true }),
    finds: { key: 'vat-codes', state: 'error', text: 'VAT code U25', where: vatCodes },
  },
  {
    what: 'UC-52: a VAT code for purchases',
    breakIt: () => all.put('GLVatClient', { Vat: 'U25', VatType: 'Purchase' }),
    finds: { key: 'vat-codes', state: 'error', text: 'for purchases in Uniconta: U25' },
  },
  {
    what: 'UC-52: a VAT code with another rate',
    breakIt: () => all.put('GLVatClient', { Vat: 'U25', Rate: 24.5 }),
    finds: { key: 'vat-codes', state: 'error', text: 'U25 is 25 % here and 24.5 % in Uniconta today', where: vatCodes },
  },
  {
    what: 'UC-55: no term of 0 days, which a credit note needs',
    breakIt: () => all.remove('PaymentTermClient', 'Netto0'),
    finds: { key: 'terms', state: 'error', text: 'no term of 0 days', where: terms },
  },
  {
    what: 'UC-56: no term for the days of a customer',
    breakIt: () => t.admin.post('/customers', aCustomer({ name: 'Slow', paymentDays: 45, tagIds: [all.tagId] })),
    finds: { key: 'terms', state: 'error', text: 'these numbers of days: 45', where: terms },
  },
  {
    what: 'UC-56: a term of so many days that runs from the end of the month',
    breakIt: () => all.put('PaymentTermClient', { Payment: 'Netto14', EndOfMonth: true }),
    finds: { key: 'terms', state: 'error', text: 'these numbers of days: 14', where: terms },
  },
  {
    what: 'UC-56: a term of so many days with another method',
    breakIt: () => all.put('PaymentTermClient', { Payment: 'Netto14', PaymentMethod: 'End of month' }),
    finds: { key: 'terms', state: 'error', text: 'these numbers of days: 14', where: terms },
  },
  {
    what: 'UC-53: a currency without a rate there',
    breakIt: () => t.admin.post('/customers', aCustomer({ name: 'Oslo', currency: 'ISK', tagIds: [all.tagId] })),
    finds: {
      key: 'currencies',
      state: 'warning',
      text: 'no exchange rate for ISK',
      where: 'General Ledger > Maintenance > Exchange rates',
    },
  },
  {
    what: 'UC-53: books in another currency',
    breakIt: () => all.put('CompanyClient', { RowId: companyId, Currency: 'EUR' }),
    finds: { key: 'currencies', state: 'error', text: 'in EUR in Uniconta and in DKK here' },
  },
  {
    what: 'UC-54: a dimension value that was removed',
    breakIt: () => all.remove('GLDimType1Client', 'RAAD'),
    finds: {
      key: 'invoice-departments',
      state: 'error',
      text: 'no value RAAD',
      where: 'General Ledger > Maintenance > Dimensions',
      link: '/departments',
    },
  },
  {
    what: 'UC-54: a project without a department',
    breakIt: () => t.admin.post('/projects', aProject({ customerId: all.customer.id, tagIds: [all.category.id] })),
    finds: {
      key: 'invoice-departmentless',
      state: 'warning',
      text: 'One project has no department',
      link: '/projects',
    },
  },
]

for (const { what, breakIt, finds } of breaks)
  test(`Check set-up finds, and finds nothing else: ${what}`, async () => {
    await breakIt()
    const found = await all.findings()
    expect(found.map(({ key, state, text }) => ({ key, state, text }))).toEqual([
      { key: finds.key, state: finds.state, text: expect.stringContaining(finds.text) },
    ])
    const { text: _, ...rest } = finds
    expect(found[0]).toMatchObject(rest)
  })

for (const [userName, code, label, words] of [
  ['akkord-server', '90', 'On account invoicing', 'On account invoicing (90): a project gets the income only.'],
  ['danish', '90', 'Ratefakturering', 'On account invoicing (90): a project gets the income only.'],
  ['akkord-server', '10', 'Revenue', 'Revenue (10): a project gets the income, and costs too'],
  ['danish', '10', 'Omsætning', 'Revenue (10): a project gets the income, and costs too'],
] as const)
  test(`UC-36: a category of ${label} is taken, with a word on what it does to the figures of a project`, async () => {
    const { id, version, name, colour, active, groupId } = all.category
    await done(t.admin.put(`/tags/${id}`, { version, name, colour, active, groupId, code }))
    await all.change({ userName, password: credentials.password })
    expect(await all.find('categories')).toMatchObject({ state: 'ok', text: expect.stringContaining(words) })
    expect((await all.findings()).map(({ key }) => key)).toEqual([])
  })

test('a label that is not understood is said as such, and is neither right nor wrong', async () => {
  await t.close()
  const labels: Record<string, object> = {
    PrCategoryClient: { CatType: 'Umsatz' },
    GLAccountClient: { AccountType: 'Umsatz' },
    PaymentTermClient: { PaymentMethod: 'Netto Tage' },
  }
  t = await startDialog({
    async fetch(request) {
      const answer = await fetch(request)
      const label = labels[request.url.split('/').at(-1) ?? '']
      return label ? Response.json(((await answer.json()) as object[]).map((row) => ({ ...row, ...label }))) : answer
    },
  })
  all = await readyToPost(t)
  expect((await all.findings()).map(({ key, state }) => `${key} ${state}`)).toEqual([
    'categories unknown',
    'accounts unknown',
    'terms unknown',
  ])
})

test('UC-55: net cash is a term of 0 days, and of no other number', async () => {
  all.put('PaymentTermClient', { Payment: 'Netto0', PaymentMethod: 'Net cash' })
  all.put('PaymentTermClient', { Payment: 'Netto14', PaymentMethod: 'Net cash' })
  expect(await all.findings()).toMatchObject([{ key: 'terms', text: expect.stringContaining('numbers of days: 14') }])
})

test('UC-51: an account that only a draft uses is looked at, and no longer when it is gone', async () => {
  const account = await done(
    t.admin.post('/bookkeeping-accounts', { number: '1999', name: 'Special', vatCodeId: null }),
  )
  expect(await all.find('accounts')).toMatchObject({ state: 'ok' })
  const draft = await all.aDraft()
  await t.db.execute(sql`update invoice_line set account_id = ${account.id}::uuid where invoice_id = ${draft.id}::uuid`)
  expect(await all.find('accounts')).toMatchObject({ state: 'error', text: 'Uniconta has no account 1999.' })
  await done(t.admin.delete(`/drafts/${draft.id}?version=${draft.version}`))
  expect(await all.find('accounts')).toMatchObject({ state: 'ok' })
})

for (const { choice, name, kind, counted, link } of [
  {
    choice: 'invoice-tag-group',
    name: 'invoiceDepartmentInvoiceTagGroupId',
    kind: 'invoice',
    counted: 'One draft has no department',
    link: '/invoices',
  },
  {
    choice: 'project-tag-group',
    name: 'invoiceDepartmentProjectTagGroupId',
    kind: 'project',
    counted: 'One project has no department',
    link: '/projects',
  },
] as const)
  test(`UC-54: departments by tags of ${kind}s: the codes are values there, and records without one are counted`, async () => {
    const rule = 'exactly-one'
    const group = await done(t.admin.post('/tag-groups', aTagGroup({ name: 'Unit', objectKind: kind, rule: 'none' })))
    const tag = await done(t.admin.post('/tags', aTag({ groupId: group.id, name: 'Projects', code: 'MOON' })))
    await all.aDraft()
    await done(t.admin.put(`/tag-groups/${group.id}`, { name: 'Unit', objectKind: kind, rule, version: group.version }))
    await all.change({ invoiceDepartment: choice, [name]: group.id })
    const { id, version, name: called, colour, active, groupId } = tag
    expect(await all.findings()).toMatchObject([
      { key: 'invoice-departments', state: 'error', text: expect.stringContaining('MOON'), link: '/tags' },
      { key: 'invoice-departmentless', state: 'warning', text: expect.stringContaining(counted), link },
    ])
    await done(t.admin.put(`/tags/${id}`, { version, name: called, colour, active, groupId, code: 'PROJ' }))
    expect((await all.findings()).map(({ key }) => key)).toEqual(['invoice-departmentless'])
  })

test('UC-54: a tag group without tags can give no department', async () => {
  const group = await done(t.admin.post('/tag-groups', aTagGroup({ name: 'Unit', objectKind: 'invoice' })))
  await all.change({ invoiceDepartment: 'invoice-tag-group', invoiceDepartmentInvoiceTagGroupId: group.id })
  expect(await all.find('invoice-departments')).toMatchObject({
    state: 'error',
    text: expect.stringContaining('no tags'),
  })
})

test('UC-54: departments of invoices: a draft without one is counted', async () => {
  await all.aDraft()
  await t.db.execute('update invoice set department_id = null')
  await all.change({ invoiceDepartment: 'invoice-department' })
  expect(await all.findings()).toMatchObject([
    { key: 'invoice-departmentless', text: expect.stringContaining('One draft'), link: '/invoices' },
  ])
})

test('UC-54: without a dimension, or with no department wanted, none is looked for', async () => {
  const keys = async () => (await all.check()).map(({ key }) => key).filter((key) => key.startsWith('invoice-'))
  await all.change({ departmentDimension: null })
  expect(await keys()).toEqual([])
})

test('Check set-up of invoices writes nothing there', async () => {
  t.sandbox.clearCalls()
  await all.check()
  expect(t.sandbox.calls().filter((call) => call.applied || /crud/i.test(call.path))).toEqual([])
})
