// A document on its way into the books: booked, refused, mended, and what a person chooses when the numbers do not march in step.
import type { Locator, Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from './accessible.ts'
import { makeDraft, send, workOnAProject } from './billable-work.ts'
import { expect, signIn, test } from './fixture.ts'
import { accountOf, byHand, connect, finalize, workAgain } from './posting-work.ts'

const reason = 'Agreed with the bookkeeper'

test('UC-40 UC-45: invoices are booked, refused, mended and sent again, and numbers that differ are a person’s choice', async ({
  page,
  akkord,
}) => {
  test.setTimeout(400_000)
  const there = byHand(page, akkord.sandboxUrl)
  await signIn(page)
  const work = await workOnAProject(page)
  await connect(page, work, { firstDocument: 'show' })
  const panel = page.getByRole('region', { name: 'Accounting' })
  let next = ''
  const choose = async (name: string, fill: () => Promise<void>) => {
    await panel.getByRole('button', { name: 'Choose what to do' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio', { name }).check()
    await fill()
    await dialog.getByRole('textbox', { name: 'Reason' }).fill(reason)
  }

  await test.step('the first document waits until a person says that the series there is new and empty', async () => {
    await finalize(page, await makeDraft(page, work.projectId))
    await expect(panel).toContainText('If the series is new and empty, say so once')
    await choose('The series is new and empty', async () => {})
    await page.getByRole('dialog').getByRole('button', { name: 'It is empty' }).click()
  })

  await test.step('each step of the first one is shown before it is made, and a person lets it go', async () => {
    await expect(panel).toContainText('1001 is the first invoice to Uniconta')
    const lines = panel.getByRole('table', { name: 'Lines as they are sent' })
    await expect(lines).toContainText('VAT codeU25')
    const fields = panel.getByRole('table', { name: 'Fields as they are sent' })
    await expect(fields.getByRole('row', { name: /^Invoice date \d/ })).toBeVisible()
    await expect(fields).not.toContainText(/T00:00|true|false/)
    await expectAccessible(page, 'the first order before it is sent')
    await page.setViewportSize({ width: 390, height: 800 })
    await expectNoSidewaysScroll(page, 'the first order on a phone')
    await page.setViewportSize({ width: 1440, height: 900 })
    await pressOn(page, panel.getByRole('button', { name: 'Go on' }))
    await expect(panel).toContainText('stands in Uniconta just as it was sent')
    await expect(panel.getByText('This order is posted next, on this day')).toBeVisible()
    await pressOn(page, panel.getByRole('button', { name: 'Go on' }))
    await expect(panel.getByText('Transferred', { exact: true })).toBeVisible()
    await expect(panel).toContainText('Posted as 1001, voucher')
    await expect(panel.getByRole('table', { name: 'Here and in Uniconta' })).toContainText('1001')
    await expectAccessible(page, 'a booked invoice')
  })

  await test.step('the calls of its attempts stand behind it', async () => {
    await panel.getByRole('button', { name: 'Show exchange' }).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByRole('button', { name: /calls/ }).first().click()
    await expect(drawer.getByText('/Invoice/GenerateDebtorInvoice')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(drawer).toHaveCount(0)
  })

  await test.step('with the keyboard alone: a VAT code that is gone there is named with the menu path; mended and sent again, it goes', async () => {
    const [vatCode] = (await there.rows('GLVatClient')).filter((row) => row.Vat === 'U25')
    await there.remove('GLVatClient', 'U25')
    await page.goto(`/drafts/${await workAgain(page, work.projectId, '2026-10-08')}`)
    await pressOn(page, page.getByRole('button', { name: 'Finalize' }))
    await pressOn(page, page.getByRole('dialog').getByRole('button', { name: 'Finalize' }))
    await expect(panel).toContainText('VAT code U25 does not exist in Uniconta')
    await expect(panel).toContainText('General Ledger > Maintenance > VAT')
    await expectAccessible(page, 'a refused invoice')
    await there.put('GLVatClient', vatCode ?? {})
    await pressOn(page, panel.getByRole('button', { name: 'Send again' }))
    await expect(panel).toContainText('Posted as 1002, voucher')
  })

  await test.step('a number that was taken there is a mismatch, and a person lets the next one stand', async () => {
    await there.post({ Account: await accountOf(page, work.customerId), Amount: 700 })
    await finalize(page, await workAgain(page, work.projectId, '2026-10-09'))
    await expect(panel.getByText('Number mismatch')).toBeVisible()
    await expect(panel).toContainText('The number 1003 is not free in Uniconta')
    await choose('Let the number in Uniconta stand', async () => {})
    await page.getByRole('dialog').getByRole('button', { name: 'Let it stand' }).click()
    await expect(panel).toContainText('Posted as 1004, voucher')
    await expect(panel).toContainText(`Reason: ${reason}`)
    await page.getByRole('tab', { name: 'History' }).click()
    await expect(page.getByRole('cell', { name: 'The number there stands' })).toBeVisible()
  })

  await test.step('one that somebody booked by hand is read there, compared and marked as transferred', async () => {
    await finalize(page, await workAgain(page, work.projectId, '2026-10-12'))
    await expect(panel.getByText('Number mismatch')).toBeVisible()
    const { InvoiceNumber } = await there.post({ Account: await accountOf(page, work.customerId), Amount: 2300 })
    const dialog = page.getByRole('dialog')
    await choose('Mark as transferred', async () => {
      await dialog.getByRole('textbox', { name: 'Number of the invoice in Uniconta' }).fill(String(InvoiceNumber))
      await dialog.getByRole('button', { name: 'Read it there' }).click()
      await expect(dialog.getByRole('table', { name: 'Here and in Uniconta' })).toContainText(String(InvoiceNumber))
    })
    await expectAccessible(page, 'marking as transferred')
    await dialog.getByRole('button', { name: 'Mark as transferred' }).click()
    await expect(panel).toContainText(`it stands in Uniconta as ${InvoiceNumber}`)
  })

  await test.step('in a period that is closed there, another posting date is given', async () => {
    const today = new Date().toISOString().slice(0, 10)
    await there.period({ Date: today })
    await finalize(page, await workAgain(page, work.projectId, '2026-10-13'))
    await expect(panel).toContainText('The number 1005 is taken in Uniconta by our own 1004')
    await choose('Let the number in Uniconta stand', async () => {})
    await page.getByRole('dialog').getByRole('button', { name: 'Let it stand' }).click()
    await expect(panel).toContainText('its period is closed in Uniconta')
    await choose('Another posting date', async () => {
      await page.getByRole('dialog').getByRole('textbox', { name: 'Posting date' }).fill(inAMonth())
    })
    await page.getByRole('dialog').getByRole('button', { name: 'Use this day' }).click()
    await expect(panel.getByText('Transferred', { exact: true })).toBeVisible()
  })

  await test.step('what is known to be closed there stops a draft, until the set-up was checked again', async () => {
    next = await workAgain(page, work.projectId, '2026-10-14')
    await page.goto(`/drafts/${next}`)
    await expect(page.getByText(/^Nothing can be booked in Uniconta on/)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Finalize' })).toBeDisabled()
    await there.period({ Date: new Date().toISOString().slice(0, 10), Open: true })
    await send(page, '/integrations/uniconta/check', {})
  })

  await test.step('Company > Export invoices: by state, by number, in bulk, and the series on both sides', async () => {
    await there.remove('GLVatClient', 'U25')
    await finalize(page, next)
    await expect(panel.getByText(/^(Failed|Number mismatch)$/)).toBeVisible()
    await page.getByRole('link', { name: 'Export invoices' }).click()
    await expect(page.getByRole('heading', { name: 'Export invoices' })).toBeVisible()
    await expect(page.getByRole('group', { name: 'Ready-made filters' })).toContainText('Transferred 5')
    await expectAccessible(page, 'Export invoices')
    await page.getByRole('button', { name: 'Number series' }).click()
    const drawer = page.getByRole('dialog', { name: 'Number series' })
    await expect(drawer.getByRole('row', { name: /Next in Uniconta/ })).toBeVisible()
    await expect(drawer).toContainText('Not while a finalized document waits for its turn.')
    await expectAccessible(page, 'the number series')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'What is known' }).click()
    const known = page.getByRole('dialog', { name: 'What is known' })
    await expect(known.getByRole('region', { name: 'Posting by order number' })).toContainText('with 1001')
    await expect(known.getByRole('region', { name: 'Numbers of credit notes' })).toContainText('Not seen yet')
    await expectAccessible(page, 'what is known of the company')
    await page.keyboard.press('Escape')
    // By either number: 1005 stands there as 1006.
    await page.getByRole('searchbox').fill('1006')
    await expect(page.getByRole('row')).toHaveCount(3)
    await page.getByRole('checkbox', { name: /^Choose 1006/ }).check()
    await page.getByRole('button', { name: 'Send 1 again' }).click()
    await expect(page.getByText('1 record goes now.')).toBeVisible()
    await page.getByRole('checkbox', { name: /^Choose 1006/ }).check()
    await page.getByRole('button', { name: 'Let the numbers there stand' }).click()
    const many = page.getByRole('dialog', { name: 'Let the number in Uniconta stand for 1 document?' })
    await expect(many.getByRole('button', { name: 'Let it stand' })).toBeDisabled()
    await many.getByRole('textbox', { name: 'Reason' }).fill(reason)
    await expectAccessible(page, 'letting the numbers there stand')
    await many.getByRole('button', { name: 'Let it stand' }).click()
    await expect(many).toHaveCount(0)
    await page.getByRole('button', { name: 'Choose what becomes of 1006' }).click()
    await expect(page.getByRole('dialog').getByRole('radio', { name: 'Mark as transferred' })).toBeVisible()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Show the exchange of 1006' }).click()
    await expect(page.getByRole('dialog').getByRole('button', { name: /call/ }).first()).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('on a phone nothing scrolls sideways', async () => {
    await page.setViewportSize({ width: 390, height: 800 })
    await page.goto('/export-invoices')
    await expect(page.getByRole('button', { name: 'Choose what becomes of 1006' })).toBeVisible()
    await expectNoSidewaysScroll(page, 'Export invoices on a phone')
    await page.getByRole('button', { name: 'Choose what becomes of 1006' }).click()
    await expect(page.getByRole('dialog').getByRole('radio').first()).toBeVisible()
    await expectNoSidewaysScroll(page, 'the choices on a phone')
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  await test.step('one that is held names the one that goes first, leads there, and Back comes back', async () => {
    await finalize(page, await workAgain(page, work.projectId, '2026-10-15'))
    const held = page.url()
    await pressOn(page, panel.getByRole('button', { name: 'Go to 1006 Hansen A/S' }))
    await expect(page.getByRole('heading', { name: 'Invoice 1006' })).toBeVisible()
    await page.goBack()
    await page.waitForURL(held)
    await expect(panel).toContainText('Held: 1006 Hansen A/S has to go first.')
    await page.goto('/export-invoices')
    const sentence = page.getByRole('row', { name: /^Choose 1007/ }).getByText('Held: 1006 Hansen A/S has to go first.')
    await expect(sentence).toBeInViewport({ ratio: 1 })
    expect((await sentence.boundingBox())?.width, 'the sentence has room').toBeGreaterThan(300)
  })
})

/** As somebody without a mouse does: on with the tabulator until it is reached, then Enter. */
async function pressOn(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeEnabled()
  await expect(async () => {
    await page.keyboard.press('Tab')
    await expect(target).toBeFocused({ timeout: 50 })
  }).toPass({ intervals: [1], timeout: 30_000 })
  await page.keyboard.press('Enter')
}

const inAMonth = () => {
  const day = new Date()
  day.setUTCMonth(day.getUTCMonth() + 1, 2)
  return `${day.getUTCDate()}/${day.getUTCMonth() + 1}/${day.getUTCFullYear()}`
}
