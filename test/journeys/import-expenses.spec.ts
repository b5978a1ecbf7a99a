// Import expenses in Chromium: from the switch to an expense that came in, one that did not, and the books beside it.
import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { speak } from './billable-work.ts'
import { expect, signIn, test } from './fixture.ts'

const company = 12345

test('UC-69, UC-70, UC-71: an administrator imports expenses, and sees what came in and what did not', async ({
  page,
  akkord,
}) => {
  test.slow()
  const control = (path: string, data: object, method: 'put' | 'post' = 'post') =>
    page.request[method](`${akkord.sandboxUrl}/sandbox/control/${path}`, { data })
  await signIn(page)
  const customer = await addByApi(page, 'customers', { name: 'Hansen & Søn A/S', countryCode: 'DK', currency: 'DKK' })
  await addByApi(page, 'projects', { name: 'Havnen', customerId: customer.id, state: 'in-progress', number: '20001' })
  for (const number of ['20001', '20777'])
    await control(`rows/${company}/ProjectClient`, { Number: number, Name: number, Group: 'Standard' }, 'put')
  const book = (Project: string, Text: string, Amount: number) =>
    control(`by-hand/book/${company}`, {
      Text,
      Lines: [
        { Account: '2010', Amount, Project },
        { Account: '5700', Amount: -Amount },
      ],
    })

  await test.step('UC-69: the switch opens the fields, and they are asked for', async () => {
    await page.goto('/settings/integrations')
    await page.getByRole('button', { name: '+ New integration' }).first().click()
    await choose(page, 'What do you want to connect?', /Uniconta/)
    await page.getByLabel('User name').fill('akkord-server')
    await page.getByRole('textbox', { name: 'Password' }).fill('sandbox-password')
    await page.getByRole('button', { name: 'Fetch companies' }).click()
    await page.getByRole('textbox', { name: 'Company' }).fill(String(company))
    await page.getByRole('button', { name: 'Fetch companies' }).click()
    await choose(page, 'Company', /12345/)
    await page.getByRole('switch', { name: 'Import expenses' }).check()
    await expect(page.getByText('Blank takes all accounts of the series')).toBeVisible()
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('Choose whether imported expenses are billable.').first()).toBeVisible()
    await page.getByRole('textbox', { name: 'Expense activity' }).fill('Expenses from the books')
    await page.getByRole('radio', { name: 'Billable', exact: true }).check()
    await page.getByRole('textbox', { name: /Start date/ }).fill('01/01/2026')
    await choose(page, 'Number series', /Finans/)
    await page.getByRole('textbox', { name: 'Account filter' }).fill('2000..2999')
    await expectAccessible(page, 'import of expenses')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('region', { name: 'In Uniconta', exact: true })).toBeVisible()
    await expect(page.getByText('Saved').first()).toBeVisible()
  })

  await test.step('UC-70: Run now brings the expense, and names the row of an unknown project', async () => {
    await book('20001', 'Fly til Aalborg', 1250.5)
    await book('20777', 'Hotel', 900)
    await page.goto('/import-expenses')
    await runNow(page)
    await expect(page.getByText('There is no project 20777 here.')).toBeVisible()
    await expectAccessible(page, 'skipped rows')
    await page.goto('/expenses')
    await page
      .getByRole('link', { name: /Fly til Aalborg/ })
      .first()
      .click()
    await expect(page.getByText('Expenses from the books')).toBeVisible()
    await expect(page.getByText('40001')).toBeVisible()
  })

  await test.step('the books and Akkord are compared row by row', async () => {
    await book('20001', 'Taxa', 80)
    await page.goto('/import-expenses?tab=completeness')
    await page.getByRole('button', { name: 'Compare now' }).click()
    await expect(page.getByText('2 rows differ.')).toBeVisible()
    await expectAccessible(page, 'completeness')
    await runNow(page)
    await page.getByRole('tab', { name: 'Runs' }).click()
    // The heading and at least these two: at half past it runs by itself as well.
    await expect(page.getByRole('row').nth(2)).toBeVisible()
  })

  await test.step('the log names what has no record in the language of its reader', async () => {
    for (const [language, name] of [
      ['da', 'Importér udlæg'],
      ['nb', 'Importer utlegg'],
    ] as const) {
      await speak(page, language)
      await page.goto('/logs')
      await expect(page.getByRole('cell', { name, exact: true }).first()).toBeVisible()
      await expect(page.getByRole('cell', { name: 'Import expenses', exact: true })).toHaveCount(0)
    }
  })
})

async function runNow(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Run now' })
  await expect(button).toBeEnabled()
  await button.click()
}

async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).click()
  await page.getByRole('option', { name: option }).first().click()
}

async function addByApi(page: Page, what: string, body: object): Promise<{ id: string }> {
  const answer = await page.request.post(`/api/v1/${what}`, {
    data: body,
    headers: { 'sec-fetch-site': 'same-origin' },
  })
  expect(answer.ok(), await answer.text()).toEqual(true)
  return answer.json()
}
