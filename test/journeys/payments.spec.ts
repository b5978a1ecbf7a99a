// What a customer pays is booked in the other system, and seen here on the invoice and on the customer's ledger.
import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from './accessible.ts'
import { makeDraft, workOnAProject } from './billable-work.ts'
import { expect, signIn, test } from './fixture.ts'
import { byHand, connect, finalize } from './posting-work.ts'

const fullWidth = { width: 1440, height: 900 }

test('UP-01 UP-03: an invoice is paid in part, in full, and the money is taken back; each is seen here', async ({
  page,
  akkord,
}) => {
  test.setTimeout(300_000)
  const there = byHand(page, akkord.sandboxUrl)
  await signIn(page)
  const work = await workOnAProject(page)
  await connect(page, work)
  const panel = page.getByRole('region', { name: 'Accounting' })
  const payments = page.getByRole('region', { name: 'Payments' })
  const dialog = page.getByRole('dialog')

  await finalize(page, await makeDraft(page, work.projectId))
  await panel.getByRole('button', { name: 'Choose what to do' }).click()
  await dialog.getByRole('radio', { name: 'The series is new and empty' }).check()
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('New')
  await dialog.getByRole('button', { name: 'It is empty' }).click()
  await expect(panel).toContainText('Posted as 1001, voucher')
  await expect(payments).toContainText('Nothing is paid.')
  const invoice = page.url()

  await test.step('UP-02 UP-03: the entry for payments asks for a date only, and says how it stands', async () => {
    await page.goto('/settings/integrations')
    await page.getByRole('button', { name: '+ New integration' }).first().click()
    await page.getByRole('combobox', { name: 'What do you want to connect?' }).click()
    await page.getByRole('option', { name: /Uniconta Payments/ }).click()
    await page.getByRole('textbox', { name: /Fetch payments from/ }).fill('01/01/2026')
    await expectAccessible(page, 'the entry for payments')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('It has not run yet.')).toBeVisible()
  })

  await test.step('UP-01: a part of it is booked there, fetched, and stands on the invoice', async () => {
    await there.pay({ InvoiceNumber: 1001, Amount: 4000, Text: 'Bank 24-11' })
    await page.getByRole('button', { name: 'Run now' }).click()
    await expect(page.getByText('From Uniconta: 1 payment came in.')).toBeVisible()
    await expectAccessible(page, 'payments that came in')
    await page.setViewportSize({ width: 390, height: 800 })
    await expectNoSidewaysScroll(page, 'the entry for payments on a phone')
    await page.goto(invoice)
    await expect(payments).toContainText('4,000.00')
    await expect(payments).toContainText('Bank 24-11')
    await expectNoSidewaysScroll(page, 'a paid invoice on a phone')
    await page.setViewportSize(fullWidth)
    await expect(page.getByText('Partly settled').first()).toBeVisible()
    await expectAccessible(page, 'an invoice that is partly paid')
  })

  await test.step('the ledger of the customer shows the invoice, the payment and what is left', async () => {
    await payments.getByRole('link', { name: 'Ledger of this customer' }).click()
    await expect(page.getByRole('row', { name: /Payment of 1001.*10,375\.00/ })).toBeVisible()
    await expectAccessible(page, 'the ledger of a customer')
    await page.setViewportSize({ width: 390, height: 800 })
    await expectNoSidewaysScroll(page, 'the ledger of a customer on a phone')
    await page.setViewportSize(fullWidth)
  })

  const rest = await there.pay({ InvoiceNumber: 1001 })
  await test.step('the rest is paid there, and nothing is left here', async () => {
    await fetchPayments(page)
    await page.goto(invoice)
    await expect(page.getByText('Paid', { exact: true }).first()).toBeVisible()
    await expect(page.getByText('Partly settled')).toHaveCount(0)
    await expect(payments).toContainText('10,375.00')
    await page.goto('/payments')
    await expect(page.getByRole('row', { name: /1001/ })).toHaveCount(2)
    await expect(page.getByRole('button', { name: /^Delete/ })).toHaveCount(0)
    await expectAccessible(page, 'payments')
  })

  await test.step('what is taken back there is taken back here, and Danish says it in Danish', async () => {
    await there.unbook({ JournalPostedId: rest.JournalPostedId })
    await fetchPayments(page)
    const { name, phone } = await (await page.request.get('/api/v1/me')).json()
    await page.request.put('/api/v1/me', {
      data: { name, phone, language: 'da' },
      headers: { 'sec-fetch-site': 'same-origin' },
    })
    await page.goto(invoice)
    await expect(page.getByText('Delvist udlignet').first()).toBeVisible()
    const danish = page.getByRole('region', { name: 'Betalinger' })
    await expect(danish).toContainText('4.000,00')
    await expect(danish).not.toContainText('10.375,00')
    await danish.getByRole('link', { name: 'Kundens poster' }).click()
    await expect(page.getByRole('row', { name: /Betaling af 1001/ })).toHaveCount(1)
  })
})

/** As Run now does, until the run is over. */
async function fetchPayments(page: Page): Promise<void> {
  await page.request.post('/api/v1/payment-import/run', { headers: { 'sec-fetch-site': 'same-origin' } })
  await expect(async () => {
    const { isRunning } = await (await page.request.get('/api/v1/payment-import')).json()
    expect(isRunning).toEqual(false)
  }).toPass()
}
