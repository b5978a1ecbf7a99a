import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aCustomer, aProject } from '../../test/builders.ts'
import { anInvoicingOffice, done } from '../../test/invoicing-office.ts'
import { testOnlyIf } from '../../test/only-if.ts'
import { openWork } from '../../test/open-work.ts'

const reason = 'The customer was billed twice'
const whole = { hours: 'keep', reason }

async function aCreditingOffice() {
  const office = await anInvoicingOffice()
  const { economy, show, finalize } = office
  const tryCredit = (id: string, wish: object = {}) => economy.post(`/invoices/${id}/credit`, { ...whole, ...wish })
  const draftNote = async (id: string, wish: object = {}) => show((await done(tryCredit(id, wish))).creditNoteId)
  const credit = async (id: string, wish: object = {}) => finalize(await draftNote(id, wish))
  return { ...office, tryCredit, draftNote, credit }
}

const opposite = (amount: string) =>
  /^-?0\.0+$/.test(amount) ? amount : amount.startsWith('-') ? amount.slice(1) : `-${amount}`

test('a whole credit note mirrors its invoice to the øre, names it, is due at once and settles it', async () => {
  const { billed, draftNote, finalize, show } = await aCreditingOffice()
  const invoice = await billed([
    { quantity: '7.5', unitPrice: '1195', text: 'Design' },
    { quantity: '1.25', unitPrice: '995.50', discountPercent: '10' },
    { text: 'As agreed in October', productType: null },
    { quantity: '-1', unitPrice: '33.33' },
  ])
  const draft = await draftNote(invoice.id)
  expect(draft).toMatchObject({
    kind: 'credit-note',
    state: 'draft',
    creditedInvoiceId: invoice.id,
    creditedNumber: '1001',
    creditReason: reason,
    creditedHours: 'keep',
    number: null,
  })
  const note = await finalize(draft)
  expect(note).toMatchObject({
    number: '1002',
    dueOn: '2026-11-23',
    net: opposite(invoice.net),
    vat: opposite(invoice.vat),
    gross: opposite(invoice.gross),
    open: '0.00',
    paymentState: 'credited',
    customerName: invoice.customerName,
  })
  expect(note.lines).toMatchObject(
    invoice.lines.map((line: Record<string, string>) => ({
      text: line.text,
      net: opposite(line.net as string),
      unitPrice: line.unitPrice,
      discountPercent: line.discountPercent,
      accountNumber: line.accountNumber,
      vatCode: line.vatCode,
      vatPercent: line.vatPercent,
      creditedLineId: line.id,
    })),
  )
  expect(note.vats).toMatchObject([{ net: opposite(invoice.net), vat: opposite(invoice.vat) }])
  expect(await show(invoice.id)).toMatchObject({
    credited: note.gross,
    open: '0.00',
    paymentState: 'credited',
    creditNotes: [{ id: note.id, number: '1002', gross: note.gross }],
  })
})

test('the printed credit note names the number and the day of its invoice', async () => {
  const { app, billed, credit } = await aCreditingOffice()
  const note = await credit((await billed()).id)
  const { rows } = await app.database.pool.query('select printed from invoice where id = $1', [note.id])
  expect(rows[0].printed).toMatchObject({ credited: { number: '1001', invoicedOn: '2026-11-23' }, paymentDays: 0 })
})

test('the credit note keeps account, VAT and rounding of its invoice, whatever the settings are by now', async () => {
  const { app, billed, credit } = await aCreditingOffice()
  const lines = Array.from({ length: 3 }, () => ({ quantity: '0.25', unitPrice: '999.90' }))
  const invoice = await billed(lines)
  expect(invoice.vat).toEqual('187.49')
  await app.database.pool.query(`update invoicing set vat_rounding = 'line'`)
  await app.database.pool.query(`update vat_rate set percent = 20`)
  await app.database.pool.query(`update bookkeeping_account set number = '1999' where number = '1010'`)
  const note = await credit(invoice.id)
  expect(note).toMatchObject({ vat: '-187.49', gross: '-937.43', vatRounding: 'code' })
  expect(note.lines[0]).toMatchObject({ accountNumber: '1010', vatPercent: '25' })
})

test('a part is credited by hours or by amount, then the rest', async () => {
  const { billed, draftNote, credit, show, finalize } = await aCreditingOffice()
  const invoice = await billed([
    { quantity: '10', unitPrice: '1000' },
    { quantity: '1', unitPrice: '500.50' },
  ])
  const [hours, piece] = invoice.lines
  const part = await credit(invoice.id, {
    lines: [
      { lineId: hours.id, quantity: '2' },
      { lineId: piece.id, net: '100' },
    ],
  })
  expect(part).toMatchObject({ net: '-2100.00', gross: '-2625.00' })
  expect(part.lines).toMatchObject([
    { quantity: '-2', unitPrice: '1000', net: '-2000.00' },
    { quantity: '-1', unitPrice: '100', net: '-100.00' },
  ])
  expect(await show(invoice.id)).toMatchObject({ open: '10500.63', paymentState: 'part-paid' })
  const rest = await draftNote(invoice.id)
  expect(rest.lines).toMatchObject([
    { quantity: '-8', unitPrice: '1000', net: '-8000.00' },
    { quantity: '-1', unitPrice: '400.5', net: '-400.50' },
  ])
  await finalize(rest)
  expect(await show(invoice.id)).toMatchObject({ open: '0.00', paymentState: 'credited' })
})

test('credit in three odd parts, then the remainder: the øre that is left is named before and after', async () => {
  const { billed, draftNote, credit, finalize, show, economy } = await aCreditingOffice()
  // 0.98 has 0.25 VAT; its parts of 0.34, 0.34, 0.28 and 0.02 have 0.09 + 0.09 + 0.07 + 0.01.
  const invoice = await billed([{ quantity: '1', unitPrice: '0.98' }])
  expect(invoice).toMatchObject({ vat: '0.25', gross: '1.23' })
  for (const net of ['0.34', '0.34', '0.28'])
    await credit(invoice.id, { lines: [{ lineId: invoice.lines[0].id, net }] })
  const last = await draftNote(invoice.id)
  expect(last).toMatchObject({ net: '-0.02', vat: '-0.01', gross: '-0.03' })
  expect(last.hindrances).toContainEqual(
    expect.objectContaining({
      stops: false,
      message:
        'With this credit note all of invoice 1001 is credited, and -0.01 DKK is left: each part rounds its own VAT. It stays on the invoice and can be written off.',
    }),
  )
  await finalize(last)
  expect(await show(invoice.id)).toMatchObject({
    open: '-0.01',
    paymentState: 'overpaid',
    warnings: [
      {
        path: 'open',
        message:
          'All of invoice 1001 is credited, and -0.01 DKK is left, since each credit note rounds its own VAT. Write it off under Payments.',
      },
    ],
  })
  const writeOff = { invoiceId: invoice.id, paidOn: '2026-11-23', amount: '-0.01', source: 'write-off' }
  await done(economy.post('/payments', writeOff))
  expect(await show(invoice.id)).toMatchObject({ open: '0.00', warnings: [] })
})

test('what a draft credits already is not credited twice, however often it is asked', async () => {
  const { billed, tryCredit, show, economy } = await aCreditingOffice()
  const invoice = await billed()
  const { creditNoteId } = await done(tryCredit(invoice.id))
  expect(await tryCredit(invoice.id)).toMatchObject({
    status: 409,
    body: { detail: expect.stringContaining('Everything on invoice 1001 is credited already') },
  })
  const draft = await show(creditNoteId)
  expect((await economy.delete(`/drafts/${draft.id}?version=${draft.version}`)).status).toEqual(204)
  expect((await tryCredit(invoice.id)).status).toEqual(201)
})

test('drafts and credit notes are not credited', async () => {
  const { draft, billed, credit, tryCredit } = await aCreditingOffice()
  expect((await tryCredit((await draft([{}])).id)).body.detail).toContain('Only finalized invoices are credited.')
  const note = await credit((await billed()).id)
  expect((await tryCredit(note.id)).body.detail).toContain('Credit notes are not credited')
  expect((await tryCredit('01930000-0000-7000-8000-00000000000f')).status).toEqual(404)
})

test('a part that is more than is left is refused, with what is left', async () => {
  const { billed, tryCredit } = await aCreditingOffice()
  const invoice = await billed([
    { quantity: '3', unitPrice: '100' },
    { text: 'Thank you', productType: null },
  ])
  const [line, text] = invoice.lines
  const answer = await tryCredit(invoice.id, {
    lines: [
      { lineId: line.id, quantity: '3.5' },
      { lineId: line.id, quantity: '1' },
      { lineId: text.id },
      { lineId: '01930000-0000-7000-8000-00000000000f' },
    ],
  })
  expect(answer).toMatchObject({
    status: 400,
    body: {
      fields: [
        { path: 'lines.0.quantity', message: 'Only 3 is left to be credited.' },
        { path: 'lines.1.lineId', message: 'The same line stands here twice. Credit it once.' },
        { path: 'lines.2.lineId', message: 'This line has no amount that could be credited.' },
        { path: 'lines.3.lineId', message: 'This line is not on invoice 1001. Choose one of its lines.' },
      ],
    },
  })
})

test('a draft that is changed to credit more than is left cannot be finalized', async () => {
  const { billed, draftNote, economy, tryFinalize, show } = await aCreditingOffice()
  const invoice = await billed([{ quantity: '2', unitPrice: '100' }, { unitPrice: '50' }])
  const draft = await draftNote(invoice.id)
  const { text, productType, unit, unitPrice } = draft.lines[0]
  const sent = { text, productType, unit, unitPrice, quantity: '-3', version: draft.version, adjustmentReason: 'More' }
  await done(economy.put(`/drafts/${draft.id}/lines/${draft.lines[0].id}`, sent))
  const changed = await show(draft.id)
  expect(changed.lines[0]).toMatchObject({ net: '-300.00' })
  expect(await tryFinalize(changed)).toMatchObject({
    status: 409,
    body: { detail: 'Line 1 credits more than is left of its line on invoice 1001: 200.00 DKK.' },
  })
  const lineOf = { text: 'Goodwill', quantity: '-1', unitPrice: '1', version: changed.version }
  const more = await done(economy.post(`/drafts/${draft.id}/lines`, lineOf))
  await done(
    economy.put(`/drafts/${draft.id}/lines/${draft.lines[0].id}`, { ...sent, quantity: '-2', version: more.version }),
  )
  expect((await tryFinalize(await show(draft.id))).body.detail).toEqual(
    'The credit note takes 251.00 DKK off invoice 1001, of which only 250.00 DKK without VAT is left. Make it smaller.',
  )
})

test('hours of a credited invoice are approved and unbilled again when that is chosen, and billed anew', async () => {
  const { economy, project, finalize, draftNote, approvedHours, billingOf } = await aCreditingOffice()
  const { ids } = await approvedHours()
  const invoice = await finalize(await done(economy.post('/drafts', { projectId: project.id, until: '2026-11-30' })))
  const note = await draftNote(invoice.id, { hours: 'reopen' })
  const billed = { approval: 'approved', billing: 'billed', invoice_id: invoice.id }
  expect(await billingOf(ids)).toEqual([billed, billed])
  await finalize(note)
  const open = { approval: 'approved', billing: 'open', invoice_id: null }
  expect(await billingOf(ids)).toEqual([open, open])
  const again = await done(economy.post('/drafts', { projectId: project.id, until: '2026-11-30' }))
  expect(await finalize(again)).toMatchObject({ number: '1003', net: '2000.00' })
})

test('expenses and rows of a payment plan can be billed again too', async () => {
  const { app, economy, project, finalize, credit } = await aCreditingOffice()
  const work = await openWork(app)
  const modelId = await work.model(project.id, { kind: 'fixed', hourly_base: null, fixed_price: 10_000_000 })
  const planId = await work.planItem(modelId, { amount: 4_000_000 })
  const expenseId = await work.expense({ project_id: project.id })
  const states = async () => {
    const { rows } = await app.database.pool.query(
      `select billing, invoice_id from project_expense where id = $1
       union all select 'plan', invoice_id from price_plan_item where id = $2`,
      [expenseId, planId],
    )
    return rows
  }
  const invoice = await finalize(await done(economy.post('/drafts', { projectId: project.id, until: '2026-11-30' })))
  expect(invoice.net).toEqual('40500.00')
  expect(await states()).toEqual([
    { billing: 'billed', invoice_id: invoice.id },
    { billing: 'plan', invoice_id: invoice.id },
  ])
  await credit(invoice.id, { hours: 'reopen' })
  expect(await states()).toEqual([
    { billing: 'open', invoice_id: null },
    { billing: 'plan', invoice_id: null },
  ])
})

test('an on-account invoice that was deducted is credited with a word about the document that deducts it', async () => {
  const { app, economy, project, finalize, draftNote } = await aCreditingOffice()
  const work = await openWork(app)
  await work.model(project.id, { kind: 'on-account', hourly_base: null, fixed_price: 10_000_000 })
  const part = await finalize(await done(economy.post('/drafts', { projectId: project.id, onAccountAmount: '40000' })))
  const last = await finalize(await done(economy.post('/drafts', { projectId: project.id, settlement: true })))
  expect(last).toMatchObject({ number: '1002', net: '60000.00' })
  const note = await draftNote(part.id)
  expect(note.hindrances).toContainEqual(
    expect.objectContaining({ stops: false, message: expect.stringContaining('is deducted on 1002') }),
  )
})

test('a credit note neither adds to its invoice nor goes to somebody else', async () => {
  const { billed, draftNote, economy, change, customer, show } = await aCreditingOffice()
  const other = await done(economy.post('/customers', aCustomer({ name: 'Olsen AS', registrationNumber: '12345674' })))
  const invoice = await billed([{ quantity: '2', unitPrice: '100' }, { unitPrice: '500' }])
  const draft = await draftNote(invoice.id)
  const { id, text, productType, unit, unitPrice } = draft.lines[0]
  const turned = { text, productType, unit, unitPrice, quantity: '1', version: draft.version }
  await done(economy.put(`/drafts/${draft.id}/lines/${id}`, turned))
  const moved = await change(await show(draft.id), { customerId: other.id })
  const stops = moved.hindrances.filter((it: { stops: boolean }) => it.stops)
  expect(stops.map((it: { message: string }) => it.message)).toEqual([
    'Line 1 adds to invoice 1001 instead of crediting it. Turn its sign round.',
    `Invoice 1001 was made out to ${customer.number} Hansen A/S, and so is its credit note. Choose that customer.`,
  ])
})

test('hours stay billed when that is chosen, and where only a part of their line is credited', async () => {
  const { economy, project, finalize, draftNote, credit, approvedHours, billingOf } = await aCreditingOffice()
  const { ids } = await approvedHours()
  const invoice = await finalize(await done(economy.post('/drafts', { projectId: project.id, until: '2026-11-30' })))
  const lineId = invoice.lines[0].id
  const part = await draftNote(invoice.id, { hours: 'reopen', lines: [{ lineId, net: '10' }] })
  expect(part.hindrances).toContainEqual(
    expect.objectContaining({ stops: false, message: expect.stringContaining('its hours and expenses stay billed') }),
  )
  await finalize(part)
  const states = async () => (await billingOf(ids)).map(({ billing }) => billing)
  expect(await states()).toEqual(['billed', 'billed'])
  await credit(invoice.id, { hours: 'reopen', lines: [{ lineId }] })
  expect((await states()).toSorted()).toEqual(['billed', 'open'])
  await credit(invoice.id, { hours: 'keep' })
  expect((await states()).toSorted()).toEqual(['billed', 'open'])
})

test('credit and bill another customer: the hours go from the old invoice to the new draft', async () => {
  const { economy, project, finalize, tryFinalize, tryCredit, approvedHours, billingOf, show } =
    await aCreditingOffice()
  const { ids } = await approvedHours()
  const invoice = await finalize(await done(economy.post('/drafts', { projectId: project.id, until: '2026-11-30' })))
  const other = await done(economy.post('/customers', aCustomer({ name: 'Olsen AS', registrationNumber: '12345674' })))
  const { creditNoteId, newDraftId } = await done(tryCredit(invoice.id, { hours: 'reopen', toCustomerId: other.id }))
  const early = await show(newDraftId)
  expect(early).toMatchObject({ customerName: 'Olsen AS', net: '2000.00', kind: 'invoice' })
  expect(await tryFinalize(early)).toMatchObject({
    status: 409,
    body: { detail: expect.stringContaining('still billed on invoice 1001. Finalize its credit note first.') },
  })
  await finalize(await show(creditNoteId))
  const drafted = { approval: 'approved', billing: 'drafted', invoice_id: newDraftId }
  expect(await billingOf(ids)).toEqual([drafted, drafted])
  const rebilled = await finalize(await show(newDraftId))
  expect(rebilled).toMatchObject({ number: '1003', customerName: 'Olsen AS', gross: '2500.00' })
  expect((await billingOf(ids)).map(({ invoice_id }) => invoice_id)).toEqual([rebilled.id, rebilled.id])
})

test('until the credit note is finalized, the draft for another customer keeps the lines that it was made with', async () => {
  const { economy, project, finalize, change, tryCredit, approvedHours, billingOf, show } = await aCreditingOffice()
  const { ids } = await approvedHours()
  const invoice = await finalize(await done(economy.post('/drafts', { projectId: project.id, until: '2026-11-30' })))
  const other = await done(economy.post('/customers', aCustomer({ name: 'Olsen AS', registrationNumber: '12345674' })))
  const { creditNoteId, newDraftId } = await done(tryCredit(invoice.id, { hours: 'reopen', toCustomerId: other.id }))
  const asMade = { net: '2000.00', lines: [{ sources: 1 }, { sources: 1 }] }
  const draft = await change(await show(newDraftId), { sourcesUntil: '2026-11-30', lineGrouping: 'entry' })
  expect(draft).toMatchObject(asMade)
  const [line] = draft.lines
  const remove = (version: number) =>
    economy.post(`/drafts/${draft.id}/lines/${line.id}/sources/remove`, { version, sourceIds: [ids[0]] })
  const { version } = draft
  for (const tried of [await economy.post(`/drafts/${draft.id}/refresh`, { version }), await remove(version)])
    expect(tried).toMatchObject({ status: 409, body: { detail: expect.stringContaining('Finalize its credit note') } })
  expect(await show(newDraftId)).toMatchObject({ ...asMade, version })

  await finalize(await show(creditNoteId))
  expect(await done(remove(version))).toMatchObject({ net: '1000.00', lines: [{ sources: 1 }] })
  expect(await billingOf(ids.slice(0, 1))).toMatchObject([{ billing: 'open' }])
  expect(await billingOf(ids.slice(1))).toMatchObject([{ billing: 'drafted' }])
})

test('a source that is taken off the draft for another customer leaves its line, whether or not the draft has a day', async () => {
  const { economy, project, finalize, tryCredit, approvedHours, show } = await aCreditingOffice()
  const { ids } = await approvedHours()
  const invoice = await finalize(await done(economy.post('/drafts', { projectId: project.id, until: '2026-11-30' })))
  const other = await done(economy.post('/customers', aCustomer({ name: 'Olsen AS', registrationNumber: '12345674' })))
  const { creditNoteId, newDraftId } = await done(tryCredit(invoice.id, { hours: 'reopen', toCustomerId: other.id }))
  await finalize(await show(creditNoteId))
  const draft = await show(newDraftId)
  const path = `/drafts/${draft.id}/lines/${draft.lines[0].id}/sources/remove`
  const left = await done(economy.post(path, { version: draft.version, sourceIds: [ids[0]] }))
  expect(left).toMatchObject({ net: '1000.00', lines: [{ sources: 1 }] })
  expect(left.hindrances.filter(({ stops }: { stops: boolean }) => stops)).toEqual([])
})

test.each([
  [{ hours: 'keep' }, 'hours', 'To bill another customer, the hours have to be billable again.'],
  [{ lines: 'first' }, 'toCustomerId', 'Another customer can only be billed when the whole invoice is credited.'],
  [{ toCustomerId: 'same' }, 'toCustomerId', 'Choose another customer, or none.'],
  [{ toCustomerId: '01930000-0000-7000-8000-00000000000f' }, 'toCustomerId', 'This customer does not exist any more.'],
])('billing another customer with %o is refused', async (fields, path, message) => {
  const { billed, tryCredit, customer, economy } = await aCreditingOffice()
  const invoice = await billed()
  const other = await done(economy.post('/customers', aCustomer({ name: 'Olsen AS' })))
  const wish = { hours: 'reopen', toCustomerId: other.id, ...fields } as Record<string, unknown>
  if (wish.toCustomerId === 'same') wish.toCustomerId = customer.id
  if (wish.lines === 'first') wish.lines = [{ lineId: invoice.lines[0].id }]
  const { status, body } = await tryCredit(invoice.id, wish)
  expect({ status, fields: body.fields }).toMatchObject({
    status: 400,
    fields: [{ path, message: expect.stringContaining(message) }],
  })
})

test('an invoice in euro is credited at its own rate', async () => {
  const { economy, draft, change, finalize, credit } = await aCreditingOffice()
  const customer = await done(economy.post('/customers', aCustomer({ name: 'Hafen GmbH', currency: 'EUR' })))
  const project = await done(economy.post('/projects', aProject({ customerId: customer.id })))
  const euro = await draft([{ unitPrice: '100.01' }], { projectId: project.id, exchangeRate: '7.4605' })
  const invoice = await finalize(await change(euro, { rateSource: 'ECB', rateOn: '2026-11-20' }))
  expect(await credit(invoice.id)).toMatchObject({
    currency: 'EUR',
    exchangeRate: '7.4605',
    companyNet: '-746.12',
    companyVat: '-186.51',
  })
})

test('the credit note of an invoice without transfer has none either', async () => {
  const { draft, change, finalize, credit } = await aCreditingOffice()
  const local = await finalize(await change(await draft([{}]), { transfer: false }))
  expect(await credit(local.id)).toMatchObject({ number: 'L0002', series: 'invoice-local' })
})

test('an invoice that is paid and then credited owes the money back, until a negative payment gives it', async () => {
  const { economy, billed, credit, show } = await aCreditingOffice()
  const invoice = await billed()
  await done(economy.post('/payments', { invoiceId: invoice.id, paidOn: '2026-11-23', amount: '1250' }))
  await credit(invoice.id)
  expect(await show(invoice.id)).toMatchObject({ open: '-1250.00', paymentState: 'overpaid' })
  await done(economy.post('/payments', { invoiceId: invoice.id, paidOn: '2026-11-23', amount: '-1250' }))
  expect(await show(invoice.id)).toMatchObject({ open: '0.00' })
})

test('in whatever parts an invoice is credited: never more than it was, and what is left is the øre that was named', async () => {
  const { billed, tryCredit, finalize, show } = await aCreditingOffice()
  const line = fc.record({
    quantity: fc.integer({ min: 1, max: 2_000 }),
    unitPrice: fc.integer({ min: 1, max: 200_000 }),
  })
  const part = fc.record({ line: fc.nat(2), percent: fc.integer({ min: 1, max: 130 }) })
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 1, maxLength: 3 }),
      fc.array(part, { maxLength: 3 }),
      async (lines, parts) => {
        const invoice = await billed(
          lines.map(({ quantity, unitPrice }) => ({
            quantity: (quantity / 100).toFixed(2),
            unitPrice: (unitPrice / 100).toFixed(2),
          })),
        )
        for (const { line: index, percent } of parts) {
          const { id: lineId, net } = invoice.lines[index % invoice.lines.length]
          const wished = { lineId, net: ((Number(net) * percent) / 100).toFixed(2) }
          const { status, body } = await tryCredit(invoice.id, { lines: [wished] })
          expect([201, 400]).toContain(status)
          if (status === 201) await finalize(await show(body.creditNoteId))
        }
        const rest = await tryCredit(invoice.id)
        expect([201, 409]).toContain(rest.status)
        const before = rest.status === 201 ? await show(rest.body.creditNoteId) : undefined
        if (before) await finalize(before)
        const after = await show(invoice.id)
        const named = before?.hindrances.find(({ message }: { message: string }) =>
          message.includes('is left: each part'),
        )
        if (after.open === '0.00') expect(named).toBeUndefined()
        else if (before) expect(named?.message).toContain(`${after.open} DKK is left`)
        expect(Math.abs(Number(after.open))).toBeLessThan(0.05)
      },
    ),
    { numRuns: Number(process.env.FC_RUNS ?? 5) },
  )
})

const server = process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL
testOnlyIf(server)('of two who credit the same invoice at the same moment one does', async () => {
  const { billed, tryCredit } = await aCreditingOffice()
  const invoice = await billed()
  const answers = await Promise.all([tryCredit(invoice.id), tryCredit(invoice.id)])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409])
})
