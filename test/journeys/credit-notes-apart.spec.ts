// Credit notes that are numbered in a series of their own there get one here too, when a person says so.
import { expectAccessible, expectNoSidewaysScroll } from './accessible.ts'
import { makeDraft, send, workOnAProject } from './billable-work.ts'
import { expect, signIn, test } from './fixture.ts'
import { byHand, connect, finalize, workAgain } from './posting-work.ts'

const serie = 'Kreditnota'
const reason = 'Our accountant numbers them apart'

test('UC-47: credit notes that are numbered apart there get a series of their own, and invoices and credit notes go on in step', async ({
  page,
  akkord,
}) => {
  test.setTimeout(240_000)
  const there = byHand(page, akkord.sandboxUrl)
  await there.switches({ creditNoteNumbers: 'own-series' })
  await there.put('NumberSerieClient', { Serie: serie, FirstValue: 1, Next: 7 })
  await there.put('PaymentTermClient', { Payment: 'Netto0', Name: '0', PaymentMethod: 'Net days', Days: 0 })
  await signIn(page)
  const work = await workOnAProject(page)
  await connect(page, work)
  const panel = page.getByRole('region', { name: 'Accounting' })
  const choose = async (name: string, confirm: string) => {
    await panel.getByRole('button', { name: 'Choose what to do' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio', { name }).check()
    await dialog.getByRole('textbox', { name: 'Reason' }).fill(reason)
    await dialog.getByRole('button', { name: confirm }).click()
  }
  const credit = async (id: string): Promise<string> => {
    const wish = { reason: 'Agreed', lines: null, hours: 'keep', toCustomerId: null }
    return (await send(page, `/invoices/${id}/credit`, wish)).creditNoteId
  }
  const first = await makeDraft(page, work.projectId)

  await test.step('the first credit note comes in another series, and a person lets its number stand', async () => {
    await finalize(page, first)
    await choose('The series is new and empty', 'It is empty')
    await expect(panel).toContainText('Posted as 1001, voucher')
    await finalize(page, await credit(first))
    await expect(panel.getByText('Number mismatch')).toBeVisible()
    await choose('Let the number in Uniconta stand', 'Let it stand')
    await expect(panel).toContainText('Posted as 7, voucher')
  })

  await test.step('under Number series it is said what that leads to, and they get a series of their own', async () => {
    await page.getByRole('link', { name: 'Export invoices' }).click()
    await page.getByRole('button', { name: 'Number series' }).click()
    const drawer = page.getByRole('dialog', { name: 'Number series' })
    const series = drawer.getByRole('region', { name: 'Numbers of credit notes' })
    await expect(series).toContainText('1002 was numbered in a series of its own in Uniconta')
    await expect(series.getByRole('textbox', { name: 'Series of credit notes in Uniconta' })).toHaveValue(serie)
    const give = series.getByRole('button', { name: 'Give credit notes their own series' })
    await expect(give).toBeDisabled()
    await series.getByRole('textbox', { name: 'Reason' }).fill(reason)
    await expect(series).toContainText('The first credit note gets K8')
    await expectAccessible(page, 'giving credit notes a series of their own')
    await page.setViewportSize({ width: 390, height: 800 })
    await expectNoSidewaysScroll(page, 'the series of credit notes on a phone')
    await page.setViewportSize({ width: 1440, height: 900 })
    await give.focus()
    await page.keyboard.press('Enter')
    await expect(series).toContainText('Credit notes have a series of their own, in step with Kreditnota in Uniconta')
    await page.keyboard.press('Escape')
  })

  await test.step('the next credit note and the next invoice each have the number that comes there', async () => {
    const second = await workAgain(page, work.projectId, '2026-10-09')
    // The credit note had taken 1002 here, so the accountant sets the series past it.
    const [invoices] = (await there.rows('NumberSerieClient')).filter((row) => row.Serie === 'AkkordInv')
    await there.put('NumberSerieClient', { ...invoices, Next: 1003 })
    await finalize(page, second)
    await expect(panel).toContainText('Posted as 1003, voucher')
    await finalize(page, await credit(second))
    await expect(page.getByRole('heading', { name: 'Credit note K8' })).toBeVisible()
    await expect(panel).toContainText('Posted as 8, voucher')
  })
})
