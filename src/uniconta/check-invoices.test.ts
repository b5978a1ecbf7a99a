import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCustomer, aProject, aTag, aTagGroup } from '../../test/builders.ts'
import { companyId, credentials, type DialogTest, startDialog } from '../../test/dialog.ts'
import { done } from '../../test/invoicing-office.ts'
import { findConnection } from './connection.ts'

let t: DialogTest
let all: Awaited<ReturnType<typeof setUpWell>>
beforeEach(async () => {
  t = await startDialog()
  all = await setUpWell()
})
afterEach(async () => {
  await t.close()
  expect(t.faults).toEqual([])
})

/** A company that may post its first invoice: everything is right on both sides. */
async function setUpWell() {
  await done(t.admin.post('/accounting/standard-set', { country: 'DK' }))
  put('PaymentTermClient', { Payment: 'Netto0', Name: 'Netto 0 dage', Days: 0, PaymentMethod: 'Net days' })
  const { groupId, tagId } = await t.aCustomerGroup()
  const categories = await done(
    t.admin.post('/tag-groups', aTagGroup({ name: 'Category', objectKind: 'project', rule: 'exactly-one' })),
  )
  const category = await done(t.admin.post('/tags', aTag({ groupId: categories.id, name: 'On account', code: '90' })))
  const department = await done(t.admin.post('/departments', { number: '10', name: 'Advice', externalNumber: 'RAAD' }))
  const customer = await done(t.admin.post('/customers', aCustomer({ tagIds: [tagId] })))
  const project = await done(
    t.admin.post(
      '/projects',
      aProject({ customerId: customer.id, departmentId: department.id, tagIds: [category.id] }),
    ),
  )
  const dialog = {
    exportCustomers: true,
    customerGroupTagGroupId: groupId,
    exportProjects: true,
    exportInvoices: true,
    projectCategoryTagGroupId: categories.id as string,
    departmentDimension: 1,
    invoiceDepartment: 'project-department',
  }
  const saved = await done(t.save(dialog))
  return { tagId, categories, category, department, customer, project, dialog, saved }
}

type Shown = { key: string; state: string; title: string; text: string; where: string | null; link: string | null }
const check = async (): Promise<Shown[]> => (await done(t.admin.post('/integrations/uniconta/check'))).checks
const findings = async () => (await check()).filter(({ state }) => state !== 'ok')
const find = async (key: string) => (await check()).find((one) => one.key === key)
const facts = async () => (await findConnection(t.db, t.uniconta.box))?.facts
const put = (entity: string, row: Record<string, unknown>) => t.sandbox.put(companyId, entity, row)
const remove = (entity: string, key: string) => t.sandbox.remove(companyId, entity, key)
const serie = (row: Record<string, unknown>) => put('NumberSerieClient', { Serie: 'AkkordInv', ...row })
const settings = (row: Record<string, unknown>) => {
  const [stored] = t.sandbox.rows(companyId, 'CompanySettingsClient')
  return put('CompanySettingsClient', { RowId: stored?.RowId, ...row })
}
const change = (fields: object) =>
  done(
    t.admin.put('/integrations/uniconta', {
      ...{ userName: 'akkord-server', companyId },
      ...all.dialog,
      ...fields,
      version: all.saved.version,
    }),
  )

async function aDraft(): Promise<{ id: string; version: number }> {
  const draft = await done(t.admin.post('/drafts', { projectId: all.project.id }))
  const line = { text: 'Advice', quantity: '1', unitPrice: '1000', version: draft.version }
  return done(t.admin.post(`/drafts/${draft.id}/lines`, line))
}
async function bill() {
  const { id, version } = await aDraft()
  return done(t.admin.post(`/invoices/${id}/finalize`, { version }))
}

test('UC-06: nothing is found when all is right for invoices, and each thing that was looked at is named', async () => {
  const found = (await check()).map(({ key, state }) => `${key} ${state}`)
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
    'accounts ok',
    'vat-codes ok',
    'terms ok',
    'currencies ok',
    'invoice-departments ok',
    'invoice-departmentless ok',
    'numbers ok',
    'calls ok',
  ])
  expect((await findings()).map(({ key }) => key)).toEqual([])
})

test('UC-47: the series is remembered as it was read', async () => {
  await check()
  expect((await facts())?.series).toEqual({
    serie: 'AkkordInv',
    first: 1001,
    last: 999_999,
    next: 1001,
    prefix: null,
  })
})

const chart = 'General Ledger > Maintenance > Chart of accounts'
const vatCodes = 'General Ledger > Maintenance > VAT codes'
const terms = 'General Ledger > Maintenance > Terms of payment'
const voucherSeries = 'General Ledger > Maintenance > Voucher number series'
const numberSequences = 'Customer > Maintenance > Number sequences'
const category = 'Project > Maintenance > Project category'

type Break = {
  what: string
  breakIt: () => Promise<unknown> | unknown
  finds: { key: string; state: string; text: string; where?: string | null; link?: string | null }
}

const breaks: Break[] = [
  {
    what: 'customers that nobody exports',
    breakIt: () => change({ exportCustomers: false }),
    finds: { key: 'parents', state: 'warning', text: 'Customers are not exported', link: '/settings/integrations' },
  },
  {
    what: 'projects that nobody exports',
    breakIt: () => change({ exportProjects: false }),
    finds: { key: 'parents', state: 'warning', text: 'Projects are not exported' },
  },
  {
    what: 'UC-36: a project category that was removed',
    breakIt: () => remove('PrCategoryClient', '90'),
    finds: { key: 'categories', state: 'error', text: 'with these codes: 90', where: category, link: '/tags' },
  },
  {
    what: 'UC-36: a project category of costs',
    breakIt: () => put('PrCategoryClient', { Number: '90', CatType: 'Materials' }),
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
    what: 'UC-48: invoices that are counted apart from vouchers',
    breakIt: () => settings({ UseVoucherAsInvoice: false }),
    finds: { key: 'series', state: 'error', text: 'counts invoices apart from vouchers', where: numberSequences },
  },
  {
    what: 'UC-48: no series for vouchers of invoices',
    breakIt: () => settings({ DebtorVoucherSerie: null }),
    finds: { key: 'series', state: 'error', text: 'names no series', where: numberSequences },
  },
  {
    what: 'UC-47: a series that is blocked',
    breakIt: () => serie({ Blocked: true }),
    finds: { key: 'series', state: 'error', text: 'AkkordInv is blocked', where: voucherSeries },
  },
  {
    what: 'UC-47: another next number there',
    breakIt: () => serie({ Next: 1004 }),
    finds: {
      key: 'series-next',
      state: 'error',
      text: 'Uniconta would give 1004, and 1001 has to come next',
      where: voucherSeries,
      link: '/settings/general',
    },
  },
  {
    what: 'UC-45: a prefix there',
    breakIt: () => serie({ Prefix: 'A' }),
    finds: {
      key: 'series-form',
      state: 'error',
      text: 'writes A before the numbers of AkkordInv',
      where: voucherSeries,
    },
  },
  {
    what: 'UC-45: a number here that is written with zeros',
    breakIt: () => t.db.execute(`update number_series set digits = 6 where kind = 'invoice'`),
    finds: { key: 'series-form', state: 'error', text: 'written 001001', link: '/settings/general' },
  },
  {
    what: 'UC-47: a series that ends within a hundred numbers',
    breakIt: () => serie({ LastValue: 1100 }),
    finds: { key: 'series-last', state: 'error', text: 'ends at 1100, and 1001 is its next', where: voucherSeries },
  },
  {
    what: 'UC-48: a customer group with another series for its invoices',
    breakIt: () => put('DebtorGroupClient', { Group: 'EU', InvoiceSerie: 'Salg' }),
    finds: {
      key: 'series-groups',
      state: 'error',
      text: 'EU (Salg)',
      where: 'Customer > Maintenance > Customer groups > Invoice series',
    },
  },
  {
    what: 'UC-47: a series that invoices of suppliers use too',
    breakIt: () => settings({ CreditorVoucherSerie: 'AkkordInv' }),
    finds: { key: 'series-alone', state: 'error', text: 'Invoices of suppliers', where: voucherSeries },
  },
  {
    what: 'UC-47: a series that numbers new records too',
    breakIt: () => put('DebtorGroupClient', { Group: 'Auto', AutoNumber: 'AkkordInv' }),
    finds: { key: 'series-alone', state: 'error', text: 'these groups take numbers from AkkordInv too: Auto' },
  },
  {
    what: 'UC-51: an account that was removed',
    breakIt: () => remove('GLAccountClient', '1010'),
    finds: { key: 'accounts', state: 'error', text: 'no account 1010', where: chart, link: '/settings/accounting' },
  },
  {
    what: 'UC-51: an account that is blocked',
    breakIt: () => put('GLAccountClient', { Account: '1010', Blocked: true }),
    finds: { key: 'accounts', state: 'error', text: 'Blocked in Uniconta: account 1010', where: chart },
  },
  {
    what: 'UC-51: an account that is no revenue account',
    breakIt: () => put('GLAccountClient', { Account: '1010', AccountType: 'Cost' }),
    finds: { key: 'accounts', state: 'error', text: 'no revenue accounts in Uniconta: 1010 (Cost)', where: chart },
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
    what: 'UC-52: a VAT code that was removed',
    breakIt: () => remove('GLVatClient', 'U25'),
    finds: { key: 'vat-codes', state: 'error', text: 'no VAT code U25', where: vatCodes, link: '/settings/accounting' },
  },
  {
    what: 'UC-52: a VAT code that is blocked',
    breakIt: () => put('GLVatClient', { Vat: 'U25', Blocked: true }),
    finds: { key: 'vat-codes', state: 'error', text: 'VAT code U25', where: vatCodes },
  },
  {
    what: 'UC-52: a VAT code for purchases',
    breakIt: () => put('GLVatClient', { Vat: 'U25', VatType: 'Purchase' }),
    finds: { key: 'vat-codes', state: 'error', text: 'for purchases in Uniconta: U25' },
  },
  {
    what: 'UC-52: a VAT code with another rate',
    breakIt: () => put('GLVatClient', { Vat: 'U25', Rate: 24.5 }),
    finds: { key: 'vat-codes', state: 'error', text: 'U25 is 25 % here and 24.5 % in Uniconta today', where: vatCodes },
  },
  {
    what: 'UC-55: no term of 0 days, which a credit note needs',
    breakIt: () => remove('PaymentTermClient', 'Netto0'),
    finds: { key: 'terms', state: 'error', text: 'no term of 0 days', where: terms },
  },
  {
    what: 'UC-56: no term for the days of a customer',
    breakIt: () => t.admin.post('/customers', aCustomer({ name: 'Slow', paymentDays: 45, tagIds: [all.tagId] })),
    finds: { key: 'terms', state: 'error', text: 'these numbers of days: 45', where: terms },
  },
  {
    what: 'UC-56: a term of so many days that runs from the end of the month',
    breakIt: () => put('PaymentTermClient', { Payment: 'Netto14', EndOfMonth: true }),
    finds: { key: 'terms', state: 'error', text: 'these numbers of days: 14', where: terms },
  },
  {
    what: 'UC-56: a term of so many days with another method',
    breakIt: () => put('PaymentTermClient', { Payment: 'Netto14', PaymentMethod: 'End of month' }),
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
    breakIt: () => put('CompanyClient', { RowId: companyId, Currency: 'EUR' }),
    finds: { key: 'currencies', state: 'error', text: 'in EUR in Uniconta and in DKK here' },
  },
  {
    what: 'UC-54: a dimension value that was removed',
    breakIt: () => remove('GLDimType1Client', 'RAAD'),
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
    const found = await findings()
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
    await change({ userName, password: credentials.password })
    expect(await find('categories')).toMatchObject({ state: 'ok', text: expect.stringContaining(words) })
    expect((await findings()).map(({ key }) => key)).toEqual([])
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
  all = await setUpWell()
  expect((await findings()).map(({ key, state }) => `${key} ${state}`)).toEqual([
    'categories unknown',
    'accounts unknown',
    'terms unknown',
  ])
})

test('UC-55: net cash is a term of 0 days, and of no other number', async () => {
  put('PaymentTermClient', { Payment: 'Netto0', PaymentMethod: 'Net cash' })
  put('PaymentTermClient', { Payment: 'Netto14', PaymentMethod: 'Net cash' })
  expect(await findings()).toMatchObject([{ key: 'terms', text: expect.stringContaining('numbers of days: 14') }])
})

test('UC-47: what waits here has to come next there, and while one is under way nothing is known', async () => {
  const first = await bill()
  await bill()
  expect(await find('series-next')).toMatchObject({ state: 'ok', text: 'It is 1001 on both sides.' })
  await t.db.execute(sql`update sync_task set state = 'done', shown = 'transferred' where subject = ${first.id}`)
  expect(await find('series-next')).toMatchObject({
    state: 'error',
    text: expect.stringContaining('would give 1001, and 1002 has to come next'),
  })
  await t.db.execute(sql`update sync_task set uncertain = true where kind = 'invoice.post' and state = 'waiting'`)
  expect(await find('series-next')).toMatchObject({ state: 'unknown', text: expect.stringContaining('under way') })
})

test('UC-47: documents from before the export began do not count as waiting', async () => {
  await done(t.admin.delete('/integrations/uniconta'))
  await bill()
  await done(t.save(all.dialog))
  serie({ Next: 1002 })
  expect(await find('series-next')).toMatchObject({ state: 'ok', text: 'It is 1002 on both sides.' })
})

test('UC-47: journals and reminders that took a number of the series are found', async () => {
  const { Voucher } = t.sandbox.bookByHand(companyId, { Serie: 'AkkordInv' })
  expect(await find('series-alone')).toMatchObject({
    state: 'error',
    text: expect.stringContaining(`no invoices took numbers from AkkordInv: ${Voucher}`),
    where: voucherSeries,
  })
})

test('UC-47: a number that an invoice by hand took is no other use of the series, but another next number', async () => {
  t.sandbox.put(companyId, 'DebtorClient', { Account: '77', Name: 'Ved hånden', Group: 'Indland' })
  t.sandbox.postByHand(companyId, { Account: '77', Amount: 1000 })
  expect((await findings()).map(({ key }) => key)).toEqual(['series-next'])
})

test('UC-51: an account that only a draft uses is looked at, and no longer when it is gone', async () => {
  const account = await done(
    t.admin.post('/bookkeeping-accounts', { number: '1999', name: 'Special', vatCodeId: null }),
  )
  expect(await find('accounts')).toMatchObject({ state: 'ok' })
  const draft = await aDraft()
  await t.db.execute(sql`update invoice_line set account_id = ${account.id}::uuid where invoice_id = ${draft.id}::uuid`)
  expect(await find('accounts')).toMatchObject({ state: 'error', text: 'Uniconta has no account 1999.' })
  await done(t.admin.delete(`/drafts/${draft.id}?version=${draft.version}`))
  expect(await find('accounts')).toMatchObject({ state: 'ok' })
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
    await aDraft()
    await done(t.admin.put(`/tag-groups/${group.id}`, { name: 'Unit', objectKind: kind, rule, version: group.version }))
    await change({ invoiceDepartment: choice, [name]: group.id })
    const { id, version, name: called, colour, active, groupId } = tag
    expect(await findings()).toMatchObject([
      { key: 'invoice-departments', state: 'error', text: expect.stringContaining('MOON'), link: '/tags' },
      { key: 'invoice-departmentless', state: 'warning', text: expect.stringContaining(counted), link },
    ])
    await done(t.admin.put(`/tags/${id}`, { version, name: called, colour, active, groupId, code: 'PROJ' }))
    expect((await findings()).map(({ key }) => key)).toEqual(['invoice-departmentless'])
  })

test('UC-54: departments of invoices: a draft without one is counted', async () => {
  await aDraft()
  await t.db.execute('update invoice set department_id = null')
  await change({ invoiceDepartment: 'invoice-department' })
  expect(await findings()).toMatchObject([
    { key: 'invoice-departmentless', text: expect.stringContaining('One draft'), link: '/invoices' },
  ])
})

test('UC-54: without a dimension, or with no department wanted, none is looked for', async () => {
  const keys = async () => (await check()).map(({ key }) => key).filter((key) => key.startsWith('invoice-'))
  await change({ departmentDimension: null })
  expect(await keys()).toEqual([])
})

test('Check set-up of invoices writes nothing there', async () => {
  t.sandbox.clearCalls()
  await check()
  expect(t.sandbox.calls().filter((call) => call.applied || /crud/i.test(call.path))).toEqual([])
})
