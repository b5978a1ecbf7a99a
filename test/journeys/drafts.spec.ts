// Drafts beyond the first one: of many projects at once, on account and settled, for another customer, and ordered with the mouse.
import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { makeDraft, send, workOnAProject } from './billable-work.ts'
import { expect, signIn, test } from './fixture.ts'

test('drafts of many projects are made at once; what is billed on account is deducted by its settlement', async ({
  page,
}) => {
  test.setTimeout(180_000)
  await signIn(page)
  const { customerId } = await workOnAProject(page)
  await projectOf(page, customerId, 'Town hall', 'on-account')
  await projectOf(page, customerId, 'School', 'hourly')
  const dialog = page.getByRole('dialog')

  await test.step('what will not work is told first', async () => {
    await page.goto('/to-be-invoiced?until=2026-10-31')
    await page.getByRole('checkbox', { name: 'Choose all' }).click()
    await page.getByRole('button', { name: 'Make drafts (3)' }).click()
    await expect(dialog).toContainText('2 drafts will be made.')
    await expect(dialog).toContainText('1002 Town hall: No amount of it is due')
    await expectAccessible(page, 'drafts of many projects')
    await dialog.getByRole('button', { name: 'Make drafts (2)' }).click()
    await expect(dialog.getByRole('status')).toHaveText('2 drafts are made.')
    await dialog.getByRole('button', { name: 'Show the drafts' }).click()
    await expect(page.getByRole('heading', { name: 'Invoices' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Draft', exact: true })).toHaveCount(2)
  })

  const choose = async (name: string) => {
    await page.goto('/to-be-invoiced?until=2026-10-31')
    await page.getByRole('button', { name: 'More: 1002 Town hall' }).click()
    await page.getByRole('menuitem', { name }).click()
  }

  await test.step('an amount on account is invoiced', async () => {
    await choose('Invoice an amount on account')
    await dialog.getByRole('textbox', { name: 'Amount without VAT' }).fill('2,000')
    await expectAccessible(page, 'an amount on account')
    await dialog.getByRole('button', { name: 'Make draft' }).click()
    await finalize(page)
    await expect(page.getByTestId('open')).toHaveText('2,500.00')
  })

  await test.step('the settlement deducts it', async () => {
    await choose('Settle')
    await expect(dialog).toContainText('less the 2,000.00 DKK that were invoiced on account')
    await dialog.getByRole('button', { name: 'Make the settlement' }).click()
    await expect(page.getByText('Deduction of what was invoiced on account')).toBeVisible()
    await expect(page.getByRole('region', { name: 'VAT' })).toContainText('1,250.00')
  })
})

test('an invoice to the wrong customer is made for the right one, and a line is dragged', async ({ page }) => {
  test.setTimeout(180_000)
  await signIn(page)
  const { projectId } = await workOnAProject(page)

  await test.step('the credit note, and the draft for the other customer', async () => {
    await send(page, '/customers', { name: 'Hansen Holding A/S', countryCode: 'DK', currency: 'DKK', paymentDays: 8 })
    const id = await makeDraft(page, projectId)
    await send(page, `/invoices/${id}/finalize`, { version: 1 })
    await page.goto(`/invoices/${id}`)
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Credit' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('checkbox', { name: 'Bill another customer instead' }).click()
    await dialog.getByRole('combobox', { name: 'Customer' }).fill('Holding')
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

  const { id, ...draft } = await send(page, '/drafts', { projectId })
  const textOf = (line: number) => page.getByRole('textbox', { name: `Text of line ${line}`, exact: true })

  await test.step('a line is dragged to another place', async () => {
    let { version } = draft
    for (const text of ['One', 'Two', 'Three'])
      ({ version } = await send(page, `/drafts/${id}/lines`, { version, text, unitPrice: '10' }))
    await page.goto(`/drafts/${id}`)
    await page.getByTitle('Drag line 1', { exact: true }).dragTo(textOf(3))
    await expect(textOf(3)).toHaveValue('One')
    await expect(textOf(1)).toHaveValue('Two')
  })
})

/** Three approved hours in October at 1,000 each. */
async function projectOf(page: Page, customerId: string, name: string, kind: 'hourly' | 'on-account'): Promise<void> {
  const { id: projectId } = await send(page, '/projects', { name, customerId, state: 'in-progress' })
  await send(page, '/price-models', { projectId, name: 'Agreed', kind, hourlyBase: 'common', commonRate: '1000' })
  const { id: activityId } = await send(page, '/activities', { projectId, name: 'Drawing' })
  const { id } = await send(page, '/time-entries', { activityId, workedOn: '2026-10-08', minutes: 180 })
  await send(page, '/time-entries/approve', { ids: [id] })
}

async function finalize(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Finalize' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Finalize' }).click()
  await expect(page.getByRole('heading', { name: /^(Invoice|Credit note) \d+/ })).toBeVisible()
}
