// Accounts, VAT, payment ids and where an invoice setting comes from, as the one who keeps the accounts sets them up.
import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { expect, signIn, test } from './fixture.ts'

test.describe.configure({ timeout: 180_000 })

test('UC-43 UC-51: accounts and payment ids are set up, and a customer gets terms of its own', async ({ page }) => {
  await signIn(page)

  await test.step('the standard set makes accounts with VAT codes', async () => {
    await page.getByRole('link', { name: 'Accounting' }).click()
    await page.getByRole('button', { name: 'Make the standard set' }).click()
    await expect(page.getByText('Made 8 accounts, 4 VAT codes and 4 payment terms.')).toBeVisible()
    await expect(page.getByRole('cell', { name: 'Salg af timer', exact: true })).toBeVisible()
    await expectAccessible(page, 'the accounts')
  })

  await test.step('a VAT code gets a rate of the future', async () => {
    await page.getByRole('tab', { name: 'VAT codes' }).click()
    await page.getByRole('link', { name: 'Edit VAT code U25' }).click()
    await page.getByRole('button', { name: 'Add a rate' }).click()
    const second = page.getByRole('group', { name: 'Rate 2' })
    await second.getByRole('textbox', { name: 'From and with' }).fill('01/07/2090')
    await second.getByRole('textbox', { name: 'Percent' }).fill('26,5')
    await expectAccessible(page, 'a VAT code')
    await page.keyboard.press('Control+s')
    await expect(page.getByText('26.5 % from 1 Jul 2090')).toBeVisible()
  })

  await test.step('an account that is chosen in the settings is not deleted', async () => {
    await page.getByRole('tab', { name: 'Accounts' }).click()
    await page.getByRole('link', { name: 'Edit account 1010' }).click()
    await page.getByRole('button', { name: 'Delete' }).click()
    await page
      .getByRole('dialog', { name: /^Delete/ })
      .getByRole('button', { name: 'Delete' })
      .click()
    await expect(page.getByText('is in the invoice settings of the company and was not deleted').first()).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
  })

  await test.step('the payment id is shown while it is typed, and what is wrong with it', async () => {
    await page.goto('/settings/invoicing')
    await page.getByRole('combobox', { name: 'Kind' }).click()
    await page.getByRole('option', { name: 'FIK +71 (Denmark)' }).click()
    await page.getByLabel('Creditor or giro number').fill('12345678')
    await expect(page.getByText('8 digits, the first one an 8.')).toBeVisible()
    await page.getByLabel('Creditor or giro number').fill('81234567')
    await expect(page.getByText('+71<000000000010017+81234567<')).toBeVisible()
    await expectAccessible(page, 'the invoicing settings')
    await page.keyboard.press('Control+s')
    await expect(page.getByText('Saved.')).toBeVisible()
  })

  await test.step('a customer inherits its terms, takes own ones, and gives them back', async () => {
    const id = await aCustomer(page)
    await page.goto(`/customers/${id}`)
    await page.getByRole('tab', { name: 'Invoice settings' }).click()
    const terms = page.getByRole('region', { name: 'Payment and language' })
    await expect(terms.getByText('Netto 14 dage')).toBeVisible()
    await expect(terms.getByText('from the company').first()).toBeVisible()
    await terms.getByRole('button', { name: 'Change: Payment term' }).click()
    await terms.getByRole('combobox', { name: 'Payment term' }).click()
    await page.getByRole('option', { name: 'Netto 30 dage' }).click()
    await page.keyboard.press('Control+s')
    await expect(terms.getByText('Own value. Without it: Netto 14 dage, from the company')).toBeVisible()
    await expectAccessible(page, 'the settings of a customer')
    await page.getByRole('tab', { name: 'Details' }).click()
    await expect(page.getByText('30', { exact: true })).toBeVisible()
    await page.getByRole('tab', { name: 'Invoice settings' }).click()
    await terms.getByRole('button', { name: 'Use inherited: Payment term' }).click()
    await page.keyboard.press('Control+s')
    await expect(terms.getByText('from the company')).toHaveCount(2)
  })
})

async function aCustomer(page: Page): Promise<string> {
  const data = { name: 'Hansen A/S', countryCode: 'DK', currency: 'DKK' }
  const answer = await page.request.post('/api/v1/customers', { data, headers: { 'sec-fetch-site': 'same-origin' } })
  return (await answer.json()).id
}
