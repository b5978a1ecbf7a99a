// Drafts beyond the first one: of many projects at once, on account and settled, for another customer, and with many lines.
import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { makeDraft, send, workOnAProject } from './billable-work.ts'
import { expect, signIn, test } from './fixture.ts'

test('drafts of many projects are made at once; what will not work is told first', async ({ page }) => {
  test.setTimeout(180_000)
  await signIn(page)
  const { customerId } = await workOnAProject(page)
  await onAccountProject(page, customerId)
  const { id: third } = await send(page, '/projects', { name: 'Not approved', customerId, state: 'in-progress' })
  await send(page, '/price-models', {
    projectId: third,
    name: 'By the hour',
    kind: 'hourly',
    hourlyBase: 'common',
    commonRate: '900',
  })
  const { id: activityId } = await send(page, '/activities', { projectId: third, name: 'Advice' })
  await send(page, '/time-entries', { activityId, workedOn: '2026-10-05', minutes: 60 })

  await page.goto('/to-be-invoiced?until=2026-10-31')
  await page.getByRole('checkbox', { name: 'Choose all' }).click()
  await page.getByRole('button', { name: 'Make drafts (3)' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('2 drafts will be made.')
  await expect(dialog).toContainText('1003 Not approved: Nothing of it is approved yet.')
  await expectAccessible(page, 'drafts of many projects')
  await dialog.getByRole('button', { name: 'Make drafts (2)' }).click()
  await expect(dialog.getByRole('status')).toHaveText('2 drafts are made.')
  await dialog.getByRole('button', { name: 'Show the drafts' }).click()
  await expect(page.getByRole('heading', { name: 'Invoices' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Draft', exact: true })).toHaveCount(2)
})

test('an amount on account is invoiced, and the settlement deducts it', async ({ page }) => {
  test.setTimeout(180_000)
  await signIn(page)
  const { customerId } = await workOnAProject(page)
  await onAccountProject(page, customerId)
  await page.goto('/to-be-invoiced?until=2026-10-31')
  await page.getByRole('button', { name: 'More: 1002 Town hall' }).click()
  await page.getByRole('menuitem', { name: 'Invoice an amount on account' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Amount without VAT' }).fill('2,000')
  await expectAccessible(page, 'an amount on account')
  await dialog.getByRole('button', { name: 'Make draft' }).click()
  await finalize(page)
  await expect(page.getByTestId('open')).toHaveText('2,500.00')

  await page.goto('/to-be-invoiced?until=2026-10-31')
  await page.getByRole('button', { name: 'More: 1002 Town hall' }).click()
  await page.getByRole('menuitem', { name: 'Settle' }).click()
  await expect(dialog).toContainText('less the 2,000.00 DKK that were invoiced on account')
  await expectAccessible(page, 'settling')
  await dialog.getByRole('button', { name: 'Make the settlement' }).click()
  await expect(page.getByText('Deduction of what was invoiced on account')).toBeVisible()
  await expect(page.getByRole('region', { name: 'VAT' })).toContainText('1,000.00')
})

test('an invoice to the wrong customer is credited and made for the right one', async ({ page }) => {
  test.setTimeout(180_000)
  await signIn(page)
  const { projectId } = await workOnAProject(page)
  await send(page, '/customers', { name: 'Hansen Holding A/S', countryCode: 'DK', currency: 'DKK', paymentDays: 8 })
  const id = await makeDraft(page, projectId)
  await send(page, `/invoices/${id}/finalize`, { version: 1 })
  await page.goto(`/invoices/${id}`)
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Credit' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('checkbox', { name: 'Bill another customer instead' }).click()
  await dialog.getByRole('textbox', { name: 'Customer' }).fill('Holding')
  await page.getByRole('option', { name: /Hansen Holding A\/S/ }).click()
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Sent to the wrong company')
  await expectAccessible(page, 'crediting to another customer')
  await dialog.getByRole('button', { name: 'Make the draft of the credit note' }).click()
  await expect(dialog.getByRole('status')).toContainText('Two drafts are made')
  await dialog.getByRole('link', { name: 'To the credit note' }).click()
  await expect(page.getByRole('heading', { name: 'Draft of a credit note for Hansen A/S' })).toBeVisible()
  await finalize(page)
  await page.goto('/invoices?state=draft')
  await page.getByRole('link', { name: 'Draft', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Draft for Hansen Holding A/S' })).toBeVisible()
  await finalize(page)
  await expect(page.getByTestId('open')).toHaveText('14,375.00')
})

test('of many lines the first are shown; one is dragged to another place', async ({ page }) => {
  test.setTimeout(180_000)
  await signIn(page)
  const { projectId } = await workOnAProject(page)
  const { id, ...draft } = await send(page, '/drafts', { projectId })
  let { version } = draft
  for (let line = 1; line <= 130; line += 1)
    ({ version } = await send(page, `/drafts/${id}/lines`, { version, text: `Line number ${line}`, unitPrice: '10' }))
  await page.goto(`/drafts/${id}`)
  const texts = page.locator('.line-table textarea:not([aria-hidden])')
  await expect(texts).toHaveCount(100)
  await page.getByTitle('Drag line 1', { exact: true }).dragTo(page.getByRole('textbox', { name: 'Text of line 4' }))
  await expect(page.getByRole('textbox', { name: 'Text of line 4', exact: true })).toHaveValue('Line number 1')
  await expect(page.getByRole('textbox', { name: 'Text of line 1', exact: true })).toHaveValue('Line number 2')
  await page.getByRole('button', { name: 'Show 30 more of 130 lines' }).click()
  await expect(texts).toHaveCount(130)
  await expect(page.getByRole('region', { name: 'VAT' })).toContainText('1,625.00')
})

/** Settled against hours at 1,000 each: three approved ones in October. */
async function onAccountProject(page: Page, customerId: string): Promise<void> {
  const { id: projectId } = await send(page, '/projects', { name: 'Town hall', customerId, state: 'in-progress' })
  await send(page, '/price-models', {
    projectId,
    name: 'By agreement',
    kind: 'on-account',
    hourlyBase: 'common',
    commonRate: '1000',
  })
  const { id: activityId } = await send(page, '/activities', { projectId, name: 'Drawing' })
  const { id } = await send(page, '/time-entries', { activityId, workedOn: '2026-10-08', minutes: 180 })
  await send(page, '/time-entries/approve', { ids: [id] })
}

async function finalize(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Finalize' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Finalize' }).click()
  await expect(page.getByRole('heading', { name: /^(Invoice|Credit note) \d+/ })).toBeVisible()
}
