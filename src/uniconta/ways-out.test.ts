// Every sentence with which a document waits for a person: what the person reads, does, and sees go. All over HTTP, one after the other.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { companyId, type PostingOffice, startPostingOffice } from '../../test/posting-office.ts'
import { postingTexts } from './posting-texts.ts'

const reason = 'Agreed with the bookkeeper.'
const posting = { path: '/Invoice/GenerateDebtorInvoice' }
const inserting = { path: '/Crud/InsertMasterAndDetails' }
const hour = 60 * 60_000

let t: PostingOffice
beforeAll(async () => {
  t = await startPostingOffice({ isConfirmed: false })
})
afterAll(async () => {
  await t.close()
  expect(t.faults).toEqual([])
})

/** One that fails leaves nothing to those after it. */
afterEach(async () => {
  t.sandbox.clearFaults()
  await t.db.execute(`
    insert into uniconta_posting (invoice_id, series, serial, step, how) select id, series, serial, 'settled', 'marked' from invoice
        on conflict (invoice_id) do update set step = 'settled', how = coalesce(uniconta_posting.how, 'marked')`)
})

type Fields = Parameters<PostingOffice['finalize']>[0]
type Way = {
  /** Breaks something there or here; what it answers is on the document. */
  trouble: () => unknown
  fields?: Fields
  /** What the person chooses; else what is wrong is mended and the document is sent again. */
  choice?: (id: string) => object
  mend?: () => unknown
  /** Sending is paused as a whole, so nobody says yet who waits for whom. */
  pausesLane?: boolean
}

const put = (entity: string, row: Record<string, unknown>) => t.sandbox.put(companyId, entity, row)
const rows = (entity: string) => t.sandbox.rows(companyId, entity)
const one = (entity: string, field: string, key: string): Record<string, unknown> =>
  rows(entity).find((row) => row[field] === key) ?? {}
const account = () => String(t.customer.number)
const serie = () => String(rows('CompanySettingsClient')[0]?.DebtorVoucherSerie)
const setNext = (Next: number) => put('NumberSerieClient', { Serie: serie(), Next })
const next = () => Number(one('NumberSerieClient', 'Serie', serie()).Next)
const change = async (fields: object) => {
  const { body } = await t.admin.get('/integrations/uniconta')
  const { id: _, companyName: _name, hasApiKey: _key, sentRecords: _sent, ...settings } = body
  const answer = await t.admin.put('/integrations/uniconta', { ...settings, ...fields })
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
}
const bookByHand = (more: object = {}) => t.sandbox.postByHand(companyId, { Account: account(), Amount: 1000, ...more })
const mark = () => ({
  choice: 'mark-as-transferred',
  number: bookByHand().InvoiceNumber,
  acceptDifferences: true,
  reason,
})
const without = (entity: string, field: string, key: string): Way => {
  let kept: Record<string, unknown> = {}
  return {
    trouble: () => {
      kept = one(entity, field, key)
      t.pass(hour)
      t.sandbox.remove(companyId, entity, key)
    },
    mend: () => put(entity, kept),
  }
}
const blocked = (entity: string, field: string, key: () => string): Way => ({
  trouble: () => put(entity, { [field]: key(), Blocked: true }),
  mend: () => put(entity, { [field]: key(), Blocked: false }),
})
/** Refused with a code of the list there, once. */
const refusedWith = (err: number, match = posting): Way => ({
  trouble: () => t.sandbox.order({ kind: 'err', err, match }),
})
const numberStands = () => ({ choice: 'booked-under-another-number', reason })
const projectNumber = () => String(rows('ProjectClient')[0]?.Number)

/** In this order: the first one is only met before the first document. */
const ways: Record<string, Way> = {
  'post.seriesUnread': { trouble: () => {}, choice: () => ({ choice: 'confirm-empty-series' }) },
  'post.accountBlocked': blocked('GLAccountClient', 'Account', () => '1010'),
  'post.blocked': {
    ...blocked('GLVatClient', 'Vat', () => 'U25'),
    trouble: () => {
      t.pass(hour)
      put('GLVatClient', { Vat: 'U25', Blocked: true })
    },
  },
  'post.noAccount': without('GLAccountClient', 'Account', '1010'),
  'post.noVatCode': without('GLVatClient', 'Vat', 'U25'),
  'post.noCategory': without('PrCategoryClient', 'Number', '90'),
  'post.categoryType': {
    trouble: () => {
      t.pass(hour)
      put('PrCategoryClient', { Number: '90', CatType: 'Labour' })
    },
    mend: () => put('PrCategoryClient', { Number: '90', CatType: 'On account invoicing' }),
  },
  'post.debtorStopped': refusedWith(96),
  'post.projectBlocked': blocked('ProjectClient', 'Number', projectNumber),
  'post.seriesBlocked': blocked('NumberSerieClient', 'Serie', serie),
  'post.refused': refusedWith(51),
  'post.orderRefused': refusedWith(46, inserting),
  'post.periodClosed': {
    trouble: () => t.sandbox.setPeriod(companyId, { Date: '2026-11-01' }),
    choice: () => ({ choice: 'posting-date', day: '2026-12-01', reason }),
    mend: () => t.sandbox.setPeriod(companyId, { Date: '2026-11-01', Open: true }),
  },
  'post.noTerm': {
    trouble: () => {},
    fields: { printed: { paymentDays: 77 } },
    mend: () => put('PaymentTermClient', { Payment: 'Netto77', Name: '77', PaymentMethod: 'Net days', Days: 77 }),
  },
  'post.noCategoryTag': {
    trouble: () => t.db.execute(`update record_tag set record_kind = 'project-' where record_kind = 'project'`),
    mend: () => t.db.execute(`update record_tag set record_kind = 'project' where record_kind = 'project-'`),
  },
  'post.noDepartment': {
    trouble: () => change({ departmentDimension: 1, invoiceDepartment: 'invoice-department' }),
    mend: () => change({ departmentDimension: null, invoiceDepartment: 'none' }),
  },
  'post.noDepartmentTag': {
    trouble: async () => {
      const body = { name: 'Unit', objectKind: 'invoice', rule: 'none' }
      const { id } = (await t.admin.post('/tag-groups', body)).body
      await change({
        ...{ departmentDimension: 1, invoiceDepartment: 'invoice-tag-group' },
        invoiceDepartmentInvoiceTagGroupId: id,
      })
    },
    mend: () => change({ departmentDimension: null, invoiceDepartment: 'none' }),
  },
  'post.dimensionMissing': refusedWith(48),
  'post.noSeries': {
    trouble: () => {
      t.pass(hour)
      put('CompanySettingsClient', { RowId: rows('CompanySettingsClient')[0]?.RowId, UseVoucherAsInvoice: false })
    },
    mend: () =>
      put('CompanySettingsClient', { RowId: rows('CompanySettingsClient')[0]?.RowId, UseVoucherAsInvoice: true }),
  },
  'post.wouldDiffer': {
    trouble: () => t.sandbox.setSwitches({ vatRounding: 'per-line' }),
    fields: { net: 50n },
    choice: () => ({ choice: 'accept-difference', reason }),
  },
  'post.amountDiffers': {
    trouble: () => put('GLVatClient', { Vat: 'U25', Rate: 24 }),
    choice: () => ({ choice: 'accept-difference', reason }),
    mend: () => put('GLVatClient', { Vat: 'U25', Rate: 25 }),
  },
  'post.otherNext': {
    trouble: () => setNext(next() + 5),
    mend: () => setNext(next() - 5),
    choice: () => ({ choice: 'series-corrected' }),
  },
  'post.foreignUse': { trouble: () => bookByHand(), choice: numberStands },
  'post.takenByOurs': { trouble: () => {}, choice: numberStands },
  'post.lookAlike': {
    trouble: () =>
      t.onceBefore(
        '/Query/Get/DebtorInvoiceClient',
        async () => void bookByHand({ Amount: 900, OurRef: await lastReference() }),
      ),
    choice: mark,
  },
  'post.twice': {
    trouble: () =>
      t.onceBefore('/Query/Get/DebtorInvoiceClient', async () => {
        for (const _ of [1, 2]) bookByHand({ OurRef: await lastReference() })
      }),
    choice: mark,
    pausesLane: true,
  },
  'post.orderWrong': {
    trouble: () => t.sandbox.order({ kind: 'empty-read', match: { path: 'DebtorOrderLineClient' }, times: null }),
    mend: () => t.sandbox.clearFaults(),
  },
  'post.projectUnread': {
    trouble: async () => {
      await change({ exportProjects: false })
      await t.db.execute(`delete from sync_link where kind = 'project'`)
      t.sandbox.order({ kind: 'empty-read', match: { path: 'ProjectClient' }, times: null })
    },
    mend: () => t.sandbox.clearFaults(),
  },
  'post.noProjectThere': {
    trouble: () => {
      put('ProjectClient', { Number: 'Other', Account: account(), Name: 'Other' })
      t.sandbox.rekey(companyId, 'ProjectClient', String(t.project.number), 'Elsewhere')
    },
    mend: () => t.sandbox.rekey(companyId, 'ProjectClient', 'Elsewhere', String(t.project.number)),
  },
  'post.otherNumber': {
    trouble: () => t.onceBefore(posting.path, async () => void bookByHand()),
    choice: numberStands,
  },
}

async function lastReference(): Promise<string> {
  const { rows } = await t.db.execute<{ reference: string }>(
    `select reference from invoice order by serial desc limit 1`,
  )
  return rows[0]?.reference ?? ''
}

const saidOf = async (id: string) => {
  const { rows } = await t.db.execute<{ key: string }>(
    `select sentence ->> 'key' as key from sync_task where kind = 'invoice.post' and subject = '${id}'`,
  )
  return rows[0]?.key
}

test.each(Object.entries(ways))(
  'UC-45: a document that waits with %s goes when a person takes its way out',
  async (key, way) => {
    // As far as those before did not leave the two series apart on purpose.
    if (key !== 'post.takenByOurs') t.goOnFrom(next())
    await way.trouble()
    const id = await t.finalize(way.fields)
    if (key === 'post.wouldDiffer') await t.addLine(id, 50n)
    await t.run()
    expect(await saidOf(id)).toEqual(key)
    const behind = await t.finalize()
    await t.run()
    if (!way.pausesLane)
      expect((await t.show(behind)).sync).toMatchObject({
        state: 'held',
        text: expect.stringContaining('has to go first'),
      })
    await way.mend?.()
    if (way.choice) {
      const choice = way.choice(id) as { choice: string }
      expect(await t.offered(id)).toContain(choice.choice)
      expect(await t.choose(id, choice)).toMatchObject({ status: 200 })
    } else
      expect((await t.economy.post('/postings/send-again', { ids: [id] })).body).toEqual({ queued: 1, refused: [] })
    await t.settle(5)
    expect(await t.show(id)).toMatchObject({ step: 'settled' })
    // Where the series are apart now, whoever stood behind is asked about too.
    if ((await t.show(behind)).sync.state === 'number-mismatch') await t.chooseForMany([behind, id], reason)
    await t.settle(5)
    expect(await t.show(behind)).toMatchObject({ step: 'settled' })
    expect(t.orders()).toEqual([])
  },
)

/** No refusals: what became of it, what goes by itself, and what post-doubts, books and number-leaves prove. */
const othersSay = [
  ...[
    'settled',
    'settledWithCosts',
    'marked',
    'notCoupled',
    'older',
    'cameIn',
    'noAnswer',
    'busy',
    'sessionOver',
    'uncertain',
  ],
  ...['uncertainOrder', 'lookUnproved', 'notShownYet', 'restoredDoubt', 'vanished'],
]

test('no sentence of a refusal is left without a way out', () => {
  // The last two in first-document.test.ts and credit-notes-apart.test.ts.
  const below = ['deleteRefused', 'nextIsTaken', 'creditsApart', 'noCreditSeries']
  const known = [...Object.keys(ways), ...[...othersSay, ...below].map((name) => `post.${name}`)]
  expect(Object.keys(postingTexts).filter((key) => !known.includes(key))).toEqual([])
})

test('a number that was accepted is not given twice: the series there is set beyond it first', async () => {
  t.goOnFrom(next())
  const first = await t.finalize()
  await t.run()
  const taken = next() - 1
  bookByHand()
  const id = await t.finalize()
  await t.run()
  setNext(taken)
  await t.choose(id, numberStands())
  await t.settle(5)
  expect(await t.show(id)).toMatchObject({
    sync: { state: 'number-mismatch', text: expect.stringContaining(`would give the number ${taken} a second time`) },
  })
  setNext(taken + 2)
  expect((await t.choose(id, { choice: 'series-corrected' })).status).toEqual(200)
  await t.settle(5)
  expect([await t.show(first), await t.show(id)]).toMatchObject([{ theirNumber: taken }, { theirNumber: taken + 2 }])
})

test('an order that stands there is deleted first when a person says that the document was booked by hand', async () => {
  t.goOnFrom(next())
  put('GLVatClient', { Vat: 'U25', Rate: 25 })
  const id = await t.finalize()
  t.onceBefore('/Query/Get/DebtorOrderLineClient', async () => {
    await t.db.execute(`update sync_lane set token = 'of another process' where name = 'uniconta'`)
  })
  await t.run()
  t.pass(10_000)
  await t.db.execute(`update record_tag set record_kind = 'project-' where record_kind = 'project'`)
  await t.run()
  await t.db.execute(`update record_tag set record_kind = 'project' where record_kind = 'project-'`)
  expect(await saidOf(id)).toEqual('post.noCategoryTag')
  expect(await t.show(id)).toMatchObject({ step: 'order-made', sync: { state: 'failed' } })
  expect(t.orders()).toHaveLength(1)
  expect(await t.offered(id)).toEqual(['wait', 'mark-as-transferred'])
  const choice = mark()
  for (const _ of [1, 2]) expect((await t.choose(id, choice)).body).toMatchObject({ step: 'deleting' })
  await t.settle(5)
  expect(t.orders()).toEqual([])
  expect(await t.show(id)).toMatchObject({ step: 'settled', how: 'marked', theirNumber: choice.number, reason })
})

test('an order that cannot be deleted is deleted there by a person, and then looked at again', async () => {
  t.goOnFrom(next())
  t.sandbox.order({ kind: 'err', err: 51, match: posting })
  t.sandbox.order({ kind: 'err', err: 47, match: { path: '/Crud/Delete' }, times: null })
  const id = await t.finalize()
  await t.run()
  expect(await saidOf(id)).toEqual('post.deleteRefused')
  t.sandbox.clearFaults()
  t.sandbox.remove(companyId, 'DebtorOrderClient', String(t.orders()[0]?.OrderNumber))
  await t.choose(id, { choice: 'wait' })
  await t.settle(3)
  expect(await saidOf(id)).toEqual('post.refused')
  await t.economy.post('/postings/send-again', { ids: [id] })
  await t.settle(3)
  expect(await t.show(id)).toMatchObject({ step: 'settled', how: 'posted' })
})

test('many documents are told at once that the numbers there stand; those that do not offer it are told', async () => {
  t.goOnFrom(next())
  const settled = await t.finalize()
  await t.run()
  bookByHand()
  const waiting = [await t.finalize(), await t.finalize(), await t.finalize()]
  await t.run()
  const nobody = '01930000-0000-7000-8000-00000000000f'
  const { body } = await t.chooseForMany([...waiting, settled, nobody], reason)
  expect(body).toMatchObject({ queued: 3, refused: [{ id: settled }, { id: nobody }] })
  expect((await t.economy.post('/postings/choose', { choice: 'wait', ids: waiting, reason })).status).toEqual(400)
  expect((await (await t.as('employee')).post('/postings/choose', { ids: waiting, reason })).status).toEqual(403)
  await t.settle(5)
  const shown = await Promise.all(waiting.map((id) => t.show(id)))
  expect(shown.map((one) => one.theirNumber - one.number)).toEqual([1, 1, 1])
  expect(shown.map((one) => [one.how, one.reason])).toEqual(waiting.map(() => ['other-number', reason]))
  for (const id of waiting) expect(await t.log(id)).toContainEqual(expect.stringContaining(reason))
})
