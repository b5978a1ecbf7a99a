import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aCustomer, aProject } from '../../test/builders.ts'
import { anInvoicingOffice, done } from '../../test/invoicing-office.ts'
import { testOnlyIf } from '../../test/only-if.ts'

test('a draft becomes an invoice with the next number, dated today, due after the days of payment', async () => {
  const { draft, finalize, customer, project } = await anInvoicingOffice()
  const lines = [
    { quantity: '7.5', unitPrice: '1195' },
    { quantity: '1.25', unitPrice: '995.50' },
    { quantity: '3', unitPrice: '33.33' },
  ]
  const invoice = await finalize(await draft(lines))
  expect(invoice).toMatchObject({
    state: 'finalized',
    number: '1001',
    series: 'invoice',
    invoicedOn: '2026-11-23',
    dueOn: '2026-12-07',
    // The vector of domain.md 3.3: rounded per code, 2576.72 and not 2576.73.
    net: '10306.87',
    vat: '2576.72',
    gross: '12883.59',
    vatRounding: 'code',
    companyCurrency: 'DKK',
    companyNet: '10306.87',
    companyVat: '2576.72',
    paymentId: '1001',
    paid: '0.00',
    credited: '0.00',
    open: '12883.59',
    paymentState: 'open',
    customerName: customer.name,
    projectNumber: project.number,
    hindrances: [],
    vats: [{ vatCode: 'U25', percent: '25', category: 'standard', net: '10306.87', vat: '2576.72' }],
    finalizedAt: '2026-11-23T09:30:00.000Z',
  })
  expect(invoice.lines).toMatchObject([{ accountNumber: '1010', vatCode: 'U25', vatPercent: '25' }, {}, {}])
})

test('what is printed stays as it was, whatever the customer is called later', async () => {
  const { economy, billed, customer, show, app } = await anInvoicingOffice()
  const { id } = await billed()
  const { number, sync, warnings, createdAt, updatedAt, id: _, ...fields } = customer
  await done(economy.put(`/customers/${customer.id}`, { ...fields, number, name: 'Hansen Holding A/S' }))
  expect(await show(id)).toMatchObject({ customerName: 'Hansen A/S' })
  const { rows } = await app.database.pool.query('select printed from invoice where id = $1', [id])
  expect(rows[0].printed).toMatchObject({
    language: 'da',
    seller: { name: 'Akkord A/S' },
    buyer: { name: 'Hansen A/S', registrationNumber: '12345674' },
    paymentDays: 14,
    credited: null,
  })
})

test('finalizing asks for the PDF and the posting, which waits for accounting and says so', async () => {
  const { app, billed } = await anInvoicingOffice()
  const invoice = await billed()
  const { rows } = await app.database.pool.query(
    `select kind, label, state, shown from sync_task where subject = $1 order by kind`,
    [invoice.id],
  )
  expect(rows).toMatchObject([
    { kind: 'invoice.pdf', label: '1001 Hansen A/S' },
    { kind: 'invoice.post', label: '1001 Hansen A/S', state: 'done', shown: 'off' },
  ])
  expect(invoice.sync.state).toEqual('off')
})

test('what is not to be transferred, and what comes to nothing, takes the other series and is not posted', async () => {
  const { app, draft, change, finalize } = await anInvoicingOffice()
  const local = await finalize(await change(await draft([{}]), { transfer: false }))
  expect(local).toMatchObject({ number: 'L0001', series: 'invoice-local', paymentId: 'L0001' })
  const zero = await finalize(await draft([{ unitPrice: '0' }]))
  expect(zero).toMatchObject({ number: 'L0002', series: 'invoice-local', gross: '0.00', open: '0.00' })
  expect(await finalize(await draft([{}]))).toMatchObject({ number: '1001' })
  const { rows } = await app.database.pool.query(`select subject from sync_task where kind = 'invoice.post'`)
  expect(rows).toHaveLength(1)
})

test('a draft says which number it would get now, and the one that is finalized first takes it', async () => {
  const { economy, draft, change, finalize, show } = await anInvoicingOffice()
  const [first, second] = [await draft([{}]), await draft([{}])]
  expect([first.foreseen, second.foreseen]).toEqual(Array(2).fill({ series: 'invoice', number: '1001' }))
  expect(await finalize(first)).toMatchObject({ number: '1001', foreseen: null })
  expect((await show(second.id)).foreseen).toEqual({ series: 'invoice', number: '1002' })
  const unsent = await change(second, { transfer: false })
  expect(unsent.foreseen).toEqual({ series: 'invoice-local', number: 'L0001' })
  expect((await draft([{ unitPrice: '0' }])).foreseen).toEqual({ series: 'invoice-local', number: 'L0001' })
  const local = await finalize(unsent)
  const { creditNoteId } = await done(economy.post(`/invoices/${local.id}/credit`, { hours: 'keep', reason: 'Wrong' }))
  expect((await show(creditNoteId)).foreseen).toEqual({ series: 'invoice-local', number: 'L0002' })
})

test('hours on the draft are billed with it', async () => {
  const { economy, project, finalize, approvedHours, billingOf } = await anInvoicingOffice()
  const { ids } = await approvedHours()
  const draft = await done(economy.post('/drafts', { projectId: project.id, until: '2026-11-30' }))
  expect(draft.net).toEqual('2000.00')
  const invoice = await finalize(draft)
  expect(invoice).toMatchObject({ gross: '2500.00' })
  const billed = { approval: 'approved', billing: 'billed', invoice_id: invoice.id }
  expect(await billingOf(ids)).toEqual([billed, billed])
})

test('hours that somebody changed or billed elsewhere meanwhile keep the draft from being finalized', async () => {
  const { app, economy, project, tryFinalize, approvedHours, show } = await anInvoicingOffice()
  const { ids } = await approvedHours()
  const draft = await done(economy.post('/drafts', { projectId: project.id, until: '2026-11-30' }))
  await app.database.pool.query(`update time_entry set billing = 'open', invoice_id = null where id = $1`, [ids[0]])
  expect(await tryFinalize(draft)).toMatchObject({
    status: 409,
    body: { detail: expect.stringContaining('Refresh the draft') },
  })
  expect(await show(draft.id)).toMatchObject({ state: 'draft', number: null })
  const { rows } = await app.database.pool.query(`select next from number_series where kind = 'invoice'`)
  expect(rows[0].next).toEqual(1001)
})

test('a draft that somebody else has finalized or changed is not finalized again', async () => {
  const { draft, change, tryFinalize, finalize } = await anInvoicingOffice()
  const first = await draft([{}])
  await change(first, { description: 'October' })
  expect(await tryFinalize(first)).toMatchObject({ status: 409, body: { current: { version: first.version + 1 } } })
  const again = await change({ ...first, version: first.version + 1 }, { description: 'November' })
  await finalize(again)
  expect(await tryFinalize(again)).toMatchObject({
    status: 409,
    body: { detail: expect.stringMatching(/^This draft was finalized meanwhile by .* as 1001. Nothing was done.$/) },
  })
})

test('a document is not dated before the last one of its series, nor in a locked period', async () => {
  const { admin, draft, change, finalize, tryFinalize } = await anInvoicingOffice()
  await finalize(await change(await draft([{}]), { invoicedOn: '2026-11-10' }))
  const early = await change(await draft([{}]), { invoicedOn: '2026-11-09' })
  expect(await tryFinalize(early)).toMatchObject({
    status: 409,
    body: {
      detail:
        '1001, the last document of the series, is dated 2026-11-10, so the next one cannot be dated 2026-11-09. Choose 2026-11-10 or later.',
    },
  })
  expect(await finalize(await change(early, { invoicedOn: '2026-11-10' }))).toMatchObject({ number: '1002' })
  const invoicing = await done(admin.get('/invoicing'))
  const { mark, creditNoteSeries, paymentIdExample, warnings, ...fields } = invoicing
  await done(admin.put('/invoicing', { ...fields, booksLockedUntil: '2026-11-15' }))
  const locked = await change(await draft([{}]), { invoicedOn: '2026-11-15' })
  expect(await tryFinalize(locked)).toMatchObject({
    status: 409,
    body: { detail: expect.stringContaining('2026-11-15') },
  })
})

test('a day far ahead is taken for a slip, since nobody could bill before it any more', async () => {
  const { draft, change, tryFinalize, finalize } = await anInvoicingOffice()
  const slip = await change(await draft([{}]), { invoicedOn: '2027-11-23' })
  expect((await tryFinalize(slip)).body.detail).toContain('a document is dated at most 31 days ahead')
  expect(await finalize(await change(slip, { invoicedOn: '2026-12-01' }))).toMatchObject({ number: '1001' })
  const today = await draft([{}])
  expect(today.hindrances[0].message).toContain('1001, the last document of the series, is dated 2026-12-01')
})

test('where drafts are approved, only an approved one is finalized', async () => {
  const { admin, economy, draft, finalize, tryFinalize } = await anInvoicingOffice()
  const { mark, creditNoteSeries, paymentIdExample, warnings, ...fields } = await done(admin.get('/invoicing'))
  await done(admin.put('/invoicing', { ...fields, useDraftApproval: true }))
  const shown = await draft([{}])
  expect((await tryFinalize(shown)).body.detail).toContain('has to be approved')
  const approved = await done(economy.post(`/drafts/${shown.id}/approve`, { version: shown.version }))
  expect(await finalize(approved)).toMatchObject({ number: '1001', approvedBy: expect.any(String) })
})

test('the day is that of the company: late in the evening in London it is already tomorrow in Copenhagen', async () => {
  const { app, draft, finalize } = await anInvoicingOffice()
  app.setNow('2026-11-30T23:30:00.000Z')
  expect(await finalize(await draft([{}]))).toMatchObject({ invoicedOn: '2026-12-01' })
})

test('a series that was set back, or gives a number that is taken, is told of and never doubles a number', async () => {
  const { app, draft, finalize, tryFinalize, change } = await anInvoicingOffice()
  await finalize(await draft([{}]))
  const second = await draft([{}])
  const set = (text: string) => app.database.pool.query(text)
  await set(`update number_series set next = 1001 where kind = 'invoice'`)
  expect(await tryFinalize(second)).toMatchObject({
    status: 409,
    body: { detail: expect.stringContaining('1001 is given already') },
  })
  await set(`update number_series set next = 1002 where kind = 'invoice'`)
  await set(`update number_series set prefix = '', next = 1001 where kind = 'invoice-local'`)
  const local = await change(await draft([{}]), { transfer: false })
  expect(await tryFinalize(local)).toMatchObject({
    status: 409,
    body: { detail: expect.stringContaining('The number 1001 belongs to') },
  })
  expect(await finalize(second)).toMatchObject({ number: '1002' })
})

test('a negative invoice is refused, and the same as a credit note is a credit note due at once', async () => {
  const { economy, draft, finalize, tryFinalize } = await anInvoicingOffice()
  expect(await tryFinalize(await draft([{ quantity: '-1' }]))).toMatchObject({ status: 409 })
  const note = await finalize(await draft([{ quantity: '-1' }], { kind: 'credit-note' }))
  expect(note).toMatchObject({
    kind: 'credit-note',
    gross: '-1250.00',
    open: '-1250.00',
    dueOn: '2026-11-23',
    paymentState: 'open',
  })
  await done(economy.post('/payments', { invoiceId: note.id, paidOn: '2026-11-23', amount: '-1250' }))
  expect(await done(economy.get(`/invoices/${note.id}`))).toMatchObject({ open: '0.00', paymentState: 'paid' })
})

test('an invoice in euro says what it is in kroner, at which rate, from where and of which day (MB § 97)', async () => {
  const { economy, draft, change, finalize, tryFinalize } = await anInvoicingOffice()
  const customer = await done(economy.post('/customers', aCustomer({ name: 'Hafen GmbH', currency: 'EUR' })))
  const project = await done(economy.post('/projects', aProject({ customerId: customer.id })))
  const euro = await draft([{ unitPrice: '100.01' }], { projectId: project.id, exchangeRate: '7.4605' })
  expect(await tryFinalize(euro)).toMatchObject({ status: 409, body: { detail: expect.stringContaining('source') } })
  const proved = await change(euro, { rateSource: 'Danmarks Nationalbank', rateOn: '2026-11-20' })
  expect(await finalize(proved)).toMatchObject({
    currency: 'EUR',
    net: '100.01',
    vat: '25.00',
    companyCurrency: 'DKK',
    companyNet: '746.12',
    companyVat: '186.51',
    exchangeRate: '7.4605',
    rateSource: 'Danmarks Nationalbank',
    rateOn: '2026-11-20',
  })
})

test('a payment id with a check digit is made of the number (FIK 71)', async () => {
  const { admin, app, billed } = await anInvoicingOffice()
  const { mark, creditNoteSeries, paymentIdExample, warnings, ...fields } = await done(admin.get('/invoicing'))
  await done(admin.put('/invoicing', { ...fields, paymentIdKind: 'fik71', creditorNumber: '81234567' }))
  const invoice = await billed()
  expect(invoice.paymentId).toMatch(/^0{10}1001\d$/)
  const { rows } = await app.database.pool.query('select printed from invoice where id = $1', [invoice.id])
  expect(rows[0].printed.paymentIdShown).toEqual(`+71<${invoice.paymentId}+81234567<`)
  // As it stands on a bank statement, with or without the zeros in front.
  for (const line of [`+71<${invoice.paymentId} +81234567<`, `>71<${Number(invoice.paymentId)}+81234567<`]) {
    const found = await done(admin.get(`/invoices?search=${encodeURIComponent(line)}`))
    expect(found.items).toMatchObject([{ id: invoice.id }])
  }
  const other = encodeURIComponent('+71<000000000012344+81234567<')
  expect((await done(admin.get(`/invoices?search=${other}`))).items).toEqual([])
})

test('only who may finalize does', async () => {
  const { app, draft, tryFinalize } = await anInvoicingOffice()
  const shown = await draft([{}])
  for (const role of ['project-manager', 'employee'] as const)
    expect((await tryFinalize(shown, await app.as(role))).status).toEqual(403)
})

test('the history tells who finalized it, with its number and amounts', async () => {
  const { admin, billed } = await anInvoicingOffice()
  const { id } = await billed()
  const { items } = await done(admin.get(`/history?kind=invoice&subject=${id}`))
  const told = items.find((entry: { changes: { to: unknown }[] }) => entry.changes.some(({ to }) => to === 'finalized'))
  expect(told.changes).toEqual(
    expect.arrayContaining([
      { field: 'state', from: 'draft', to: 'finalized' },
      { field: 'number', from: null, to: '1001' },
      { field: 'gross', from: null, to: '1250.00 DKK' },
    ]),
  )
})

test('whatever is finalized, refused, credited and deleted: numbers follow each other and days never go back', async () => {
  const office = await anInvoicingOffice()
  const { app, economy, draft, change, tryFinalize } = office
  const step = fc.record({
    what: fc.constantFrom(
      'bill' as const,
      'bill' as const,
      'local' as const,
      'credit' as const,
      'fail' as const,
      'delete' as const,
    ),
    day: fc.integer({ min: 1, max: 23 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      for (const { what, day } of steps) {
        const shown = await change(await draft([{}]), {
          invoicedOn: `2026-11-${String(day).padStart(2, '0')}`,
          transfer: what !== 'local',
        })
        if (what === 'delete') await done(economy.delete(`/drafts/${shown.id}?version=${shown.version}`).then(asDone))
        else if (what === 'fail') {
          await app.database.pool.query('delete from invoice_line where invoice_id = $1', [shown.id])
          expect((await tryFinalize(shown)).status).toEqual(409)
        } else {
          const answer = await tryFinalize(shown)
          expect([200, 409]).toContain(answer.status)
          if (what === 'credit' && answer.status === 200) {
            const { creditNoteId } = await done(
              economy.post(`/invoices/${shown.id}/credit`, { hours: 'keep', reason: 'Wrong' }),
            )
            expect((await tryFinalize(await office.show(creditNoteId))).status).toEqual(200)
          }
        }
      }
      for (const series of (await done(economy.get('/invoices/gaps'))).items)
        expect(series).toMatchObject({ missing: [], ahead: null, outOfOrder: [] })
    }),
    { numRuns: Number(process.env.FC_RUNS ?? 5) },
  )
})

const asDone = (answer: { status: number; headers: Headers; body: unknown }) => answer

const server = process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL
testOnlyIf(server)('twenty people who finalize at once get twenty numbers without a gap', async () => {
  const { economy, draft, tryFinalize } = await anInvoicingOffice()
  const drafts = []
  for (let n = 0; n < 20; n += 1) drafts.push(await draft([{ unitPrice: String(100 + n) }]))
  const answers = await Promise.all(drafts.map((shown) => tryFinalize(shown)))
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200))
  expect(answers.map(({ body }) => Number(body.number)).toSorted()).toEqual(
    Array.from({ length: 20 }, (_, n) => 1001 + n),
  )
  const { items } = await done(economy.get('/invoices/gaps'))
  expect(items[0]).toMatchObject({
    documents: 20,
    first: '1001',
    last: '1020',
    next: '1021',
    missing: [],
    outOfOrder: [],
  })
})

testOnlyIf(server)('of two who finalize one draft at the same moment one does, and the other is told', async () => {
  const { draft, tryFinalize } = await anInvoicingOffice()
  const shown = await draft([{}])
  const answers = await Promise.all([tryFinalize(shown), tryFinalize(shown), tryFinalize(shown)])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409])
  const refused = answers.filter(({ status }) => status === 409)
  for (const { body } of refused) expect(body.detail).toContain('finalized meanwhile')
})

testOnlyIf(server)('a finalize that is rolled back gives its number again, to whoever waits for it', async () => {
  const { app, draft, tryFinalize } = await anInvoicingOffice()
  const shown = await draft([{}])
  const other = await app.database.pool.connect()
  await other.query('begin')
  await other.query(`update number_series set next = next + 1 where kind = 'invoice'`)
  const waiting = tryFinalize(shown)
  await other.query('rollback')
  other.release()
  expect((await waiting).body).toMatchObject({ number: '1001' })
})
