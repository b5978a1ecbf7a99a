// Export invoices in the dialog, from the switch to a set-up that is right: what is asked, what is fetched, what is mended.
import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { expect, signIn, test } from './fixture.ts'

const company = 12345

test('UC-37 UC-54: an administrator lets invoices go to Uniconta, and mends what Check set-up finds', async ({
  page,
  akkord,
}) => {
  test.slow()
  const put = (entity: string, data: object) =>
    page.request.put(`${akkord.sandboxUrl}/sandbox/control/rows/${company}/${entity}`, { data })
  await signIn(page)
  await addByApi(page, 'accounting/standard-set', { country: 'DK' })
  const customer = await addByApi(page, 'customers', { name: 'Hansen & Søn A/S', countryCode: 'DK', currency: 'DKK' })
  await addByApi(page, 'projects', { name: 'Havnen', customerId: customer.id, state: 'in-progress' })
  const groupOf = (objectKind: string, name: string) =>
    addByApi(page, 'tag-groups', { name, objectKind, rule: 'exactly-one' })
  await groupOf('invoice', 'Unit of invoices')

  await test.step('UC-60: connect', async () => {
    await page.goto('/settings/integrations')
    await page.getByRole('button', { name: '+ New integration' }).first().click()
    await choose(page, 'What do you want to connect?', /Uniconta/)
    await page.getByLabel('User name').fill('akkord-server')
    await page.getByRole('textbox', { name: 'Password' }).fill('sandbox-password')
    await page.getByRole('button', { name: 'Fetch companies' }).click()
    await page.getByRole('textbox', { name: 'Company' }).fill(String(company))
    await page.getByRole('button', { name: 'Fetch companies' }).click()
    await choose(page, 'Company', /12345/)
  })

  await test.step('UC-37: the switch opens its own options and nothing else; the panel says what is needed', async () => {
    await expect(page.getByRole('combobox', { name: 'Tag group for project categories' })).toHaveCount(0)
    await page.getByRole('switch', { name: 'Export invoices' }).check()
    await expect(page.getByRole('combobox', { name: 'Tag group for project categories' })).toBeVisible()
    await expect(page.getByRole('radiogroup', { name: 'Department of invoices' })).toHaveCount(0)
    await expect(page.getByRole('radio', { name: 'Show me each step before it is made' })).toBeChecked()
    await expect(page.getByRole('combobox', { name: 'Tag group for customer groups' })).toHaveCount(0)
    const needed = page.getByRole('region', { name: 'In Uniconta', exact: true })
    await expect(needed.getByText('Customer > Maintenance > Number sequences')).toBeVisible()
    await expect(needed.getByText('General Ledger > Maintenance > Terms of payment')).toBeVisible()
  })

  await test.step('UC-54 UC-66: five choices with a dimension, each tag choice with its own selector', async () => {
    await choose(page, 'Department', 'Afdeling (dimension 1)')
    const choices = page.getByRole('radiogroup', { name: 'Department of invoices' })
    expect(await choices.locator('label').allTextContents()).toEqual([
      'Do not include department',
      'Use department from invoice',
      'Use invoice tag group',
      'Use department from project',
      'Use project tag group',
    ])
    await expect(page.getByRole('radio', { name: 'Do not include department' })).toBeChecked()
    await page.getByRole('radio', { name: 'Use project tag group' }).check()
    await expect(page.getByRole('combobox', { name: 'Project tag group for departments' })).toBeVisible()
    await page.getByRole('radio', { name: 'Use invoice tag group' }).check()
    await expect(page.getByRole('combobox', { name: 'Project tag group for departments' })).toHaveCount(0)
    await choose(page, 'Invoice tag group for departments', 'Unit of invoices')
    await expect(page.getByText('Unit of invoices has no tags yet.')).toBeVisible()
    await expectAccessible(page, 'export of invoices')
    await page.getByRole('radio', { name: 'Do not include department' }).check()
  })

  await test.step('UC-36: the tag group is asked for, and made from the project categories', async () => {
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('Choose the tag group.').first()).toBeVisible()
    await page.getByRole('button', { name: 'Fetch project categories from Uniconta and make tags' }).click()
    await expect(page.getByText('2 tags were made; 0 were there already.')).toBeVisible()
    await page.getByRole('button', { name: /unclear answers/ }).click()
    await expect(page.getByRole('switch', { name: 'Send the number out only when it is booked' })).toBeChecked()
    await page.getByLabel('Minutes to wait before sending again').fill('45')
    await expectAccessible(page, 'export of invoices, filled in')
  })

  const setUp = page.getByRole('region', { name: 'In Uniconta', exact: true })
  const toDo = setUp.getByRole('list', { name: 'Still to do' })
  const right = setUp.getByRole('list', { name: 'Seen as right' })

  await test.step('UC-47: saved, it says what is still to do, each thing with its menu path', async () => {
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(toDo.getByText('Customers are not exported.')).toBeVisible()
    await expect(toDo.getByText('Uniconta has no term of 0 days, which every credit note needs.')).toBeVisible()
    await expect(toDo.getByText('In Uniconta: General Ledger > Maintenance > Terms of payment')).toBeVisible()
    await expect(toDo.getByText('One project does not have exactly one tag of Project category')).toBeVisible()
    await expect(right.getByText('It is 1001 on both sides.')).toBeVisible()
    await expectAccessible(page, 'what is still to do for invoices')
  })

  await test.step('UC-48 UC-52 UC-55: what is broken there is named, and ticked when it is mended', async () => {
    await put('PaymentTermClient', { Payment: 'Netto0', Name: 'Netto 0 dage', Days: 0, PaymentMethod: 'Net days' })
    await put('GLVatClient', { Vat: 'U25', Blocked: true })
    await put('NumberSerieClient', { Serie: 'AkkordInv', Next: 1007 })
    await setUp.getByRole('button', { name: 'Check set-up' }).click()
    await expect(toDo.getByText('Blocked in Uniconta: VAT code U25.')).toBeVisible()
    await expect(toDo.getByText('Uniconta would give 1007, and 1001 has to come next.')).toBeVisible()
    await expect(right.getByText('There is one for every number of days in use.')).toBeVisible()
    await put('GLVatClient', { Vat: 'U25', Blocked: false })
    await put('NumberSerieClient', { Serie: 'AkkordInv', Next: 1001 })
    await setUp.getByRole('button', { name: 'Check set-up' }).click()
    await expect(right.getByText('It is 1001 on both sides.')).toBeVisible()
    await expect(toDo.getByText('VAT code')).toHaveCount(0)
  })

  await test.step('what was chosen stands there when the dialog is opened again', async () => {
    await page.goto('/settings/integrations?dialog=uniconta')
    await expect(page.getByRole('switch', { name: 'Export invoices' })).toBeChecked()
    await expect(page.getByRole('combobox', { name: 'Tag group for project categories' })).toHaveValue(
      'Project category',
    )
    await page.getByRole('button', { name: /unclear answers/ }).click()
    await expect(page.getByLabel('Minutes to wait before sending again')).toHaveValue('45')
  })
})

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
