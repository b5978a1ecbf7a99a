// From hours to a finalized invoice, its payment and its credit note; with the keyboard; by two people at once; on a phone.
import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from './accessible.ts'
import { makeDraft, send, workOnAProject } from './billable-work.ts'
import { expect, signIn, test } from './fixture.ts'

test('hours become an invoice, which is paid in part and credited for the rest', async ({ page }) => {
  test.setTimeout(180_000)
  await signIn(page)
  const { customerId } = await workOnAProject(page)

  await test.step('UC-29: what is to be invoiced stands there with what is not approved', async () => {
    await page.getByRole('link', { name: 'To be invoiced' }).click()
    await expect(page.getByRole('heading', { name: 'To be invoiced' })).toBeVisible()
    const row = page.locator('.unbilled-table tbody').filter({ hasText: 'Harbour office' })
    await expect(row).toContainText('11,500.00 DKK')
    await expect(row).toContainText('Hours not approved yet: 2')
    await row.getByRole('button', { name: /^Show what/ }).click()
    await expect(row.getByRole('cell', { name: 'Not approved yet', exact: true })).toBeVisible()
    await expectAccessible(page, 'to be invoiced')
  })

  await test.step('one click makes a draft; a line is written down with a reason', async () => {
    await page.getByRole('button', { name: 'Make draft: 1001 Harbour office' }).click()
    await expect(page.getByRole('heading', { name: 'Draft for Hansen A/S' })).toBeVisible()
    await expect(page.getByText('from the customer').first()).toBeVisible()
    const price = page.getByRole('textbox', { name: 'Price of line 1' })
    await price.click()
    await page.keyboard.type('1,100')
    await page.keyboard.press('Enter')
    const reason = page.getByRole('textbox', { name: 'Registered 11,500.00, now 11,000.00: 500.00 less. Why?' })
    await expect(reason).toBeFocused()
    await page.keyboard.type('Agreed for the first phase')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Reason: Agreed for the first phase')).toBeVisible()
    await expect(page.getByRole('region', { name: 'VAT' })).toContainText('13,750.00')
    await page.getByRole('textbox', { name: 'Your reference' }).fill('Mette Hansen')
    await page.keyboard.press('Tab')
    await expect(page.getByText(/^Saved \d/)).toBeVisible()
    await expectAccessible(page, 'a draft')
  })

  await test.step('what stands behind a line is seen, and a single source is taken out and comes back', async () => {
    await page.getByRole('button', { name: '2 sources of line 1' }).click()
    const drawer = page.getByRole('dialog')
    await expect(drawer.getByRole('row')).toHaveCount(3)
    await expectAccessible(page, 'the sources of a line')
    await page.keyboard.press('Escape')
    await expect(drawer).toHaveCount(0)
  })

  await test.step('the history names the line by its place', async () => {
    await page.getByRole('tab', { name: 'History' }).click()
    await expect(page.getByRole('cell', { name: 'Line 1', exact: true }).first()).toBeVisible()
    await page.getByRole('tab', { name: 'Document' }).click()
  })

  await test.step('finalized, it has its number and can be read as a PDF', async () => {
    await page.getByRole('button', { name: 'Finalize' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText('13,750.00')
    await expect(dialog).toContainText('1001, if nobody finalizes another one first')
    await expectAccessible(page, 'finalize')
    await dialog.getByRole('button', { name: 'Finalize' }).click()
    await expect(page.getByRole('heading', { name: /^Invoice \d+/ })).toBeVisible()
    await expect(page.getByTestId('open')).toHaveText('13,750.00')
    await expect(page.getByText('Not sent to the customer yet.')).toBeVisible({ timeout: 30_000 })
    const href = await page.getByRole('link', { name: 'Show PDF' }).getAttribute('href')
    const pdf = await page.request.get(href ?? '')
    expect(pdf.headers()['content-type']).toEqual('application/pdf')
    expect((await pdf.body()).subarray(0, 5).toString()).toEqual('%PDF-')
    await expectAccessible(page, 'an invoice')
  })

  await test.step('a part is paid', async () => {
    await page.getByRole('region', { name: 'Payments' }).getByRole('button', { name: 'Register payment' }).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByRole('textbox', { name: 'Amount' }).fill('5,000')
    await expect(drawer.getByText('Open afterwards: 8,750.00')).toBeVisible()
    await expectAccessible(page, 'a payment')
    await drawer.getByRole('button', { name: 'Register' }).click()
    await expect(page.getByTestId('open')).toHaveText('8,750.00')
    await expect(page.getByRole('main').getByText('Partly settled').first()).toBeVisible()
  })

  await test.step('the rest is credited: what is left is nothing', async () => {
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Credit' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio', { name: 'Chosen lines' }).click()
    await dialog.getByRole('textbox', { name: /^Net to credit of/ }).fill('7,000')
    await expect(dialog.getByText('Left of the invoice, without VAT: 4,000.00')).toBeVisible()
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('The rest is not billed')
    await expectAccessible(page, 'crediting')
    await dialog.getByRole('button', { name: 'Make the draft of the credit note' }).click()
    await expect(page.getByRole('heading', { name: 'Draft of a credit note for Hansen A/S' })).toBeVisible()
    await page.getByRole('button', { name: 'Finalize' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Finalize' }).click()
    await expect(page.getByRole('heading', { name: /^Credit note \d+/ })).toBeVisible()
    await expect(page.getByText('Settled with 1001')).toBeVisible()
    await page.getByRole('link', { name: /^Credits invoice/ }).click()
    await expect(page.getByTestId('open')).toHaveText('0.00')
  })

  await test.step('the ledger of the customer ends at nothing', async () => {
    await page.getByRole('link', { name: 'Ledger of this customer' }).click()
    await expect(page).toHaveURL(`/customer-ledger?customer=${customerId}`)
    await expect(page.getByRole('row').last()).toContainText('0.00 DKK')
    await expectAccessible(page, 'the ledger of a customer')
    for (const name of ['Invoices', 'Payments and write-off', 'Customer ledger']) {
      await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name, exact: true }).click()
      await expect(page.getByRole('heading', { name })).toBeVisible()
      await expectAccessible(page, name)
    }
  })

  await test.step('an accountant sees that no number is missing', async () => {
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Invoices', exact: true }).click()
    await expect(page.getByText('Goes to accounting: 1001 to 1002, 2 documents, no number is missing.')).toBeVisible()
  })

  await test.step('a list that a period empties says so, and is filled again', async () => {
    await page.getByLabel('Until this day').fill('2019-12-31')
    await expect(page.getByText('Nothing matches')).toBeVisible()
    await page.getByRole('button', { name: 'Remove all filters' }).click()
    await expect(page.getByRole('link', { name: '1001' })).toBeVisible()
  })

  await test.step('search everywhere finds the invoice by its number', async () => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('1001')
    await expect(page.getByRole('button', { name: /1001 Hansen A\/S.*Invoice/ })).toBeVisible()
    await page.keyboard.press('Escape')
  })
})

test('a draft is written, ordered and finalized with the keyboard alone', async ({ page }) => {
  test.setTimeout(180_000)
  await signIn(page)
  const { projectId } = await workOnAProject(page)
  await page.goto(`/drafts/${await makeDraft(page, projectId)}`)
  await focusByTab(page, 'Text of line 1')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Sketches of the western facade')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^Saved \d/)).toBeVisible()
  await focusByTab(page, '+ Text line')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Text of line 2' })).toBeFocused()
  await page.keyboard.type('Thank you')
  await page.keyboard.press('Alt+ArrowUp')
  await expect(page.getByRole('textbox', { name: 'Text of line 1' })).toHaveValue('Thank you')
  await expect(page.getByRole('textbox', { name: 'Text of line 1' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('textbox', { name: 'Text of line 2' })).toBeFocused()
  await page.keyboard.type('never kept')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('textbox', { name: 'Text of line 2' })).toHaveValue('Sketches of the western facade')
  await focusByTab(page, 'Finalize', 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Finalize' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /^Invoice \d+/ })).toBeVisible()
})

test('two people finalize one draft: it gets one number, and the second is told by whom', async ({ page, context }) => {
  test.setTimeout(180_000)
  await signIn(page)
  const { projectId } = await workOnAProject(page)
  const address = `/drafts/${await makeDraft(page, projectId)}`
  const other = await context.newPage()
  for (const one of [page, other]) {
    await one.goto(address)
    await one.getByRole('button', { name: 'Finalize' }).click()
  }
  const yes = (one: Page) => one.getByRole('dialog').getByRole('button', { name: 'Finalize' })
  await yes(page).click()
  await expect(page.getByRole('heading', { name: /^Invoice \d+/ })).toBeVisible()
  await yes(other).click()
  await expect(other.getByText(/This draft was finalized meanwhile by/)).toBeVisible()
  await expect(other.getByRole('heading', { name: /^Invoice \d+/ })).toBeVisible()
  const { total } = await (await page.request.get('/api/v1/invoices?state=finalized')).json()
  expect(total).toEqual(1)
})

test('two people change one draft: both changes stay, and of the same field both versions are shown', async ({
  page,
  context,
}) => {
  test.setTimeout(180_000)
  await signIn(page)
  const { projectId } = await workOnAProject(page)
  const address = `/drafts/${await makeDraft(page, projectId)}`
  const other = await context.newPage()
  for (const one of [page, other]) {
    await one.goto(address)
    await expect(one.getByRole('textbox', { name: 'Your reference' })).toBeVisible()
  }
  const fill = async (one: Page, field: string, text: string) => {
    await one.getByRole('textbox', { name: field }).fill(text)
    await one.keyboard.press('Tab')
  }
  await fill(page, 'Your reference', 'Mette')
  await expect(page.getByText(/^Saved \d/)).toBeVisible()
  await fill(other, 'Order number', 'PO 17')
  await expect(other.getByText(/^Saved \d/)).toBeVisible()
  await expect(other.getByRole('textbox', { name: 'Your reference' })).toHaveValue('Mette')
  await fill(page, 'Order number', 'PO 18')
  const dialog = page.getByRole('dialog', { name: 'Somebody else saved meanwhile' })
  await expect(dialog).toContainText('PO 17')
  await expect(dialog).toContainText('PO 18')
  await expectAccessible(page, 'two versions of a draft')
  await dialog.getByRole('button', { name: 'Save mine over it' }).click()
  await expect(dialog).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Order number' })).toHaveValue('PO 18')
})

test('on a phone invoices are read without scrolling the page sideways', async ({ page }) => {
  test.setTimeout(180_000)
  await signIn(page)
  const { projectId, customerId } = await workOnAProject(page)
  const id = await makeDraft(page, projectId)
  await page.setViewportSize({ width: 390, height: 844 })
  const pages = [`/drafts/${id}`, '/to-be-invoiced?until=2026-11-30', '/invoices', '/payments', '/customer-ledger']
  for (const address of pages) await expectNarrow(page, address)
  await send(page, `/invoices/${id}/finalize`, { version: 1 })
  for (const address of [`/invoices/${id}`, `/customer-ledger?customer=${customerId}`])
    await expectNarrow(page, address)
})

async function expectNarrow(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('.mantine-Skeleton-root')).toHaveCount(0)
  await expectNoSidewaysScroll(page, address)
}

/** Presses Tab until the named control has the focus, as somebody without a mouse would. */
async function focusByTab(page: Page, name: string, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press(key)
    const focused = page.locator('*:focus')
    const label = (await focused.getAttribute('aria-label')) ?? (await focused.textContent().catch(() => ''))
    if (label === name) return
  }
  throw new Error(`No press of ${key} reaches ${name}.`)
}
