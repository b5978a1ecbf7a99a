// A number stays in the house until the books have it: the page says why, a person may let it go, and else it goes by itself.
import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { type Akkord, expect, signIn, test } from './fixture.ts'

const company = 12345

test('PDF and mail of an invoice wait until it is booked, and a person can give it out before, with a reason', async ({
  page,
  akkord,
}) => {
  test.slow()
  await signIn(page)
  const bill = await anOfficeThatPosts(page, akkord)
  await sandbox(page, akkord, 'POST', 'faults', { down: true })
  const first = await bill()

  await test.step('the page shows the number with its state, and says why PDF and mail wait', async () => {
    await page.goto(`/invoices/${first.id}`)
    await expect(page.getByText(`${first.number} is not booked in Uniconta yet.`)).toBeVisible()
    await expect(page.getByRole('link', { name: 'Show PDF' })).toHaveCount(0)
    await page.getByRole('button', { name: 'Send by mail' }).first().click()
    await expect(page.getByText('goes with the PDF as soon as the document is booked')).toBeVisible()
    await page.keyboard.press('Escape')
    await expectAccessible(page, 'an invoice whose number waits')
  })

  await test.step('the reason stands once, under Accounting, and the banner leads there from any tab', async () => {
    const reason = page.getByText(/^Uniconta could not be reached at [^ ]+$/)
    await expect(reason).toHaveCount(1)
    await page.getByRole('tab', { name: 'History' }).click()
    await expect(reason).toHaveCount(0)
    await page.getByRole('button', { name: 'See why under Accounting' }).press('Enter')
    const accounting = page.getByRole('region', { name: 'Accounting' })
    await expect(accounting).toBeFocused()
    await expect(accounting).toContainText('Uniconta could not be reached')
  })

  await test.step('it is given out with a reason, which stands in the history', async () => {
    await page.getByRole('button', { name: 'Give it out now' }).click()
    const dialog = page.getByRole('dialog', { name: `Give ${first.number} out before it is booked` })
    await expect(dialog.getByText('a credit note is needed')).toBeVisible()
    await expect(dialog.getByRole('button', { name: 'Give it out' })).toBeDisabled()
    await dialog.getByLabel('Reason').fill('The customer pays today.')
    await expectAccessible(page, 'giving a number out')
    await dialog.getByRole('button', { name: 'Give it out' }).click()
    await expect(page.getByRole('link', { name: 'Show PDF' })).toBeVisible()
    await expect(page.getByText('is not booked in Uniconta yet')).toHaveCount(0)
    await page.getByRole('tab', { name: 'History' }).click()
    await expect(page.getByText('The customer pays today.')).toBeVisible()
  })

  await test.step('another one waits, and goes by itself when Uniconta is back', async () => {
    const second = await bill()
    await page.goto(`/invoices/${second.id}`)
    await expect(page.getByText(`${second.number} is not booked in Uniconta yet.`)).toBeVisible()
    await sandbox(page, akkord, 'POST', 'faults', { down: false })
    await expect(page.getByRole('link', { name: 'Show PDF' })).toBeVisible({ timeout: 60_000 })
    await expect(page.getByText(/^Posted as 1003, voucher/).first()).toBeVisible()
  })

  await test.step('a number that was given already is named at the field, and the series goes on only above it', async () => {
    await page.goto('/export-invoices')
    await page.getByRole('searchbox', { name: 'Search documents' }).fill('1003')
    await page.getByRole('button', { name: 'Number series' }).click()
    const drawer = page
      .getByRole('dialog', { name: 'Number series' })
      .getByRole('region', { name: 'Invoices', exact: true })
    const next = drawer.getByRole('textbox', { name: 'Next number here' })
    await drawer.getByRole('textbox', { name: 'Reason' }).fill('A year of its own')
    await next.fill('1003')
    await expect(next).toHaveAccessibleDescription('Write a number above 1004, which comes next now.')
    await expect(drawer.getByRole('button', { name: 'Continue from this number' })).toBeDisabled()
    await next.fill('20x00')
    await expect(next).toHaveValue('2000')
    await drawer.getByRole('button', { name: 'Continue from this number' }).click()
    await expect(drawer.getByRole('row', { name: 'Next here 2000' })).toBeVisible()
    await expectAccessible(page, 'a series that goes on with another number')
  })
})

/** A saved integration that posts, and a project to bill; 1001 was booked in Uniconta before. */
async function anOfficeThatPosts(page: Page, akkord: Akkord) {
  const tagOf = async (objectKind: string, name: string, code: string) => {
    const group = await call(page, 'POST', 'tag-groups', { name, objectKind, rule: 'exactly-one' })
    const tag = await call(page, 'POST', 'tags', { groupId: group.id, name, code, colour: 'blue', active: true })
    return { groupId: group.id, tagId: tag.id }
  }
  await sandbox(page, akkord, 'PUT', `rows/${company}/PaymentTermClient`, {
    ...{ Payment: 'Netto0', Name: 'Netto 0 dage', Days: 0, PaymentMethod: 'Net days' },
  })
  await sandbox(page, akkord, 'POST', `by-hand/post/${company}`, { Account: '1001', Amount: 100 })
  await call(page, 'POST', 'accounting/standard-set', { country: 'DK' })
  const { items } = await call(page, 'GET', 'number-series')
  const { kind: _, ...series } = items.find(({ kind }: { kind: string }) => kind === 'invoice')
  await call(page, 'PUT', 'number-series/invoice', { ...series, next: 1002 })
  const groups = await tagOf('customer', 'Customer group', 'Indland')
  const categories = await tagOf('project', 'Project category', '90')
  await call(page, 'POST', 'integrations/uniconta', {
    ...{ userName: 'akkord-server', password: 'sandbox-password', companyId: company },
    ...{ exportCustomers: true, customerGroupTagGroupId: groups.groupId, exportProjects: true },
    ...{ exportInvoices: true, firstDocument: 'go', projectCategoryTagGroupId: categories.groupId },
  })
  const firm = { name: 'Hansen & Søn A/S', countryCode: 'DK', currency: 'DKK', registrationNumber: '10000009' }
  const customer = await call(page, 'POST', 'customers', { ...firm, tagIds: [groups.tagId] })
  const project = { name: 'Havnen', customerId: customer.id, state: 'in-progress', tagIds: [categories.tagId] }
  const { id: projectId } = await call(page, 'POST', 'projects', project)
  return async (): Promise<{ id: string; number: string }> => {
    const draft = await call(page, 'POST', 'drafts', { projectId })
    const line = { text: 'Rådgivning', quantity: '1', unitPrice: '1000', version: draft.version }
    const { id, version } = await call(page, 'POST', `drafts/${draft.id}/lines`, line)
    return call(page, 'POST', `invoices/${id}/finalize`, { version })
  }
}

// biome-ignore lint/suspicious/noExplicitAny: the shapes are those of /api/openapi.json.
async function call(page: Page, method: string, path: string, data?: object): Promise<any> {
  const headers = { 'sec-fetch-site': 'same-origin' }
  const answer = await page.request.fetch(`/api/v1/${path}`, { method, headers, ...(data && { data }) })
  expect(answer.ok(), await answer.text()).toEqual(true)
  return answer.json()
}

async function sandbox(page: Page, { sandboxUrl }: Akkord, method: string, path: string, data: object): Promise<void> {
  const answer = await page.request.fetch(`${sandboxUrl}/sandbox/control/${path}`, { method, data })
  expect(answer.ok(), await answer.text()).toEqual(true)
}
