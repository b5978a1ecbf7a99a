import { expect, test } from 'vitest'
import type { TestApp } from '../../test/app.ts'
import { anInvoicingOffice, done } from '../../test/invoicing-office.ts'
import { runLane } from '../../test/lanes.ts'
import { testOnlyIf } from '../../test/only-if.ts'
import { hasPoppler, textOf } from '../../test/pdf-text.ts'

const testText = testOnlyIf(hasPoppler)
const squeezed = (text: string) => text.replace(/\s+/g, ' ')

async function look(app: TestApp, cookie: string, path: string) {
  const answer = await app.request(`/api/v1${path}`, { headers: { cookie } })
  expect({ path, status: answer.status }).toEqual({ path, status: 200 })
  return { headers: answer.headers, pdf: Buffer.from(await answer.arrayBuffer()) }
}

testText('a draft is looked at as it will be, but for its number; finalized it says the same', async () => {
  const { app, economy, admin, draft, change, finalize, approvedHours } = await anInvoicingOffice()
  const company = (await admin.get('/company')).body
  await done(
    admin.put('/company', { ...company, registrationNumber: '10150817', street: 'Strandgade 27', city: 'København' }),
  )
  const { modelId } = await approvedHours(2)
  const { cookie } = economy
  let shown = await draft([{ text: '#1 *Rådgivning* $x$', quantity: '7.5', unitPrice: '1195' }], {
    priceModelId: modelId,
    until: '2026-11-30',
  })
  shown = await change(shown, { description: 'Oktober & november', hourSpecification: 'entry', orderReference: 'PO-1' })
  const preview = await look(app, cookie, `/drafts/${shown.id}/pdf`)
  expect(preview.headers.get('content-disposition')).toContain('filename="Faktura.pdf"')
  const before = squeezed(textOf(preview.pdf, true))
  for (const text of [
    'KLADDE',
    'Dette er ikke en faktura',
    'Oktober & november',
    'Ordrenr. PO-1',
    '#1 *Rådgivning* $x$',
  ])
    expect(before).toContain(text)
  expect(before).not.toContain('Fakturanr.')
  expect(await economy.get(`/invoices/${shown.id}/pdf`)).toMatchObject({ status: 409 })

  const { number } = await finalize(shown)
  await runLane(app, 'documents')
  const stored = squeezed(textOf((await look(app, cookie, `/invoices/${shown.id}/pdf`)).pdf, true))
  for (const text of [`Fakturanr. ${number}`, 'Akkord A/S', 'CVR-nr. 10150817', 'Hansen A/S', 'CVR-nr. 12345674'])
    expect(stored).toContain(text)
  expect(stored).toContain('25 % moms af 10.962,50 2.740,63')
  expect(stored).toContain('I alt at betale DKK 13.703,13')
  expect(stored).toMatch(/Timespecifikation .*Person 0 Design 1:00.*Person 1 Design 1:00.*Timer i alt 2:00/)
  const amounts = (text: string) => text.match(/[\d.]+,\d\d/g)
  expect(amounts(stored)).toEqual(amounts(before))
  expect(await economy.get(`/drafts/${shown.id}/pdf`)).toMatchObject({
    status: 409,
    body: { detail: expect.stringContaining('is finalized: look at its PDF.') },
  })
})

testText('a credit note names the invoice that it credits, and its amounts are the mirror', async () => {
  const { app, economy, billed, finalize, show } = await anInvoicingOffice()
  const invoice = await billed([{ quantity: '2' }])
  const credit = await done(economy.post(`/invoices/${invoice.id}/credit`, { reason: 'Too much', hours: 'keep' }))
  const draft = await show(credit.creditNoteId)
  const text = squeezed(textOf((await look(app, economy.cookie, `/drafts/${draft.id}/pdf`)).pdf, true))
  expect(text).toContain('Kreditnota til faktura nr. 1001 af 23.11.2026')
  const final = await finalize(draft)
  await runLane(app, 'documents')
  const stored = squeezed(textOf((await look(app, economy.cookie, `/invoices/${final.id}/pdf`)).pdf, true))
  for (const part of ['Kreditnota 1002', '-2.000,00', 'I alt DKK -2.500,00', 'Beløbet godskrives.'])
    expect(stored).toContain(part)
})

test('a draft without lines, and one whose settings are not complete, can be looked at', async () => {
  const { app, economy, draft, change } = await anInvoicingOffice()
  const shown = await change(await draft([]), { language: 'nb' })
  expect((await look(app, economy.cookie, `/drafts/${shown.id}/pdf`)).pdf.subarray(0, 5).toString()).toEqual('%PDF-')
  expect(await economy.get('/drafts/01930000-0000-7000-8000-00000000000f/pdf')).toMatchObject({ status: 404 })
})
