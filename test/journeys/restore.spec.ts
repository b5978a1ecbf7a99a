// An older backup was restored: it is noticed by what stands in the books, and an administrator gets out of it in the browser.
import { expectAccessible, expectNoSidewaysScroll } from './accessible.ts'
import { makeDraft, speak, workOnAProject } from './billable-work.ts'
import { expect, signIn, test } from './fixture.ts'
import { accountOf, byHand, connect, finalize, workAgain } from './posting-work.ts'

test('UC-50: after a restore sending and finalizing wait until an administrator has compared both sides', async ({
  page,
  akkord,
}) => {
  test.setTimeout(300_000)
  const there = byHand(page, akkord.sandboxUrl)
  await signIn(page)
  const work = await workOnAProject(page)
  await connect(page, work)
  const panel = page.getByRole('region', { name: 'Accounting' })
  const account = await accountOf(page, work.customerId)
  const { number: project } = await (await page.request.get(`/api/v1/projects/${work.projectId}`)).json()

  await finalize(page, await makeDraft(page, work.projectId))
  await panel.getByRole('button', { name: 'Choose what to do' }).click()
  await page.getByRole('dialog').getByRole('radio', { name: 'The series is new and empty' }).check()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Reason' }).fill('New')
  await page.getByRole('dialog').getByRole('button', { name: 'It is empty' }).click()
  await expect(panel).toContainText('Posted as 1001, voucher')

  // What this instance sent after the backup: its mark, and references that the database does not know.
  const [booked] = await there.rows('DebtorInvoiceClient')
  const mark = String(booked?.OurRef).slice(0, 4)
  for (const rest of ['FORGOTTENHERE002', 'FORGOTTENHERE003'])
    await there.post({ Account: account, Project: project, Amount: 1500, OurRef: mark + rest })

  await test.step('the next document finds what is not known here; from then on every page says what to do', async () => {
    await finalize(page, await workAgain(page, work.projectId, '2026-10-08'))
    const banner = page.getByText('no document is finalized until an administrator')
    await expect(banner.first()).toBeVisible()
    await page.goto('/customers')
    await expect(banner.first()).toBeVisible()
    await page.goto(`/drafts/${await workAgain(page, work.projectId, '2026-10-09')}`)
    await expect(page.getByRole('button', { name: 'Finalize' })).toBeDisabled()
    await expect(page.getByText('their numbers would be given twice').first()).toBeVisible()
  })

  await test.step('both sides are shown, and of what nobody knows a person says what it is', async () => {
    await page.getByRole('link', { name: 'Compare', exact: true }).first().click()
    await expect(page.getByRole('heading', { name: 'Compare after a restore' })).toBeVisible()
    await expect(page.getByText('no document is finalized until an administrator')).toHaveCount(1)
    await expectAccessible(page, 'a comparison that waits')
    await page.getByRole('button', { name: 'Look sooner' }).click()
    await expect(page.getByRole('heading', { name: 'Comes in (1)' })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Ours, and cannot come in yet (1)' })).toBeVisible()
    await expect(page.getByText('The number 1002 belongs to another document here')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Finish' })).toBeDisabled()
    await expect(page.getByText('Say first what one document is.')).toBeVisible()
    await expectAccessible(page, 'a comparison')
    await page.setViewportSize({ width: 390, height: 800 })
    const what = page.getByRole('combobox', { name: 'What is 1002?' })
    await what.scrollIntoViewIfNeeded()
    await expect(what, 'what has to be said is within the width of a phone').toBeInViewport({ ratio: 1 })
    await what.selectOption('None of ours')
    await expect(page.getByText('Say first what')).toHaveCount(0)
    await expectNoSidewaysScroll(page, 'a comparison on a phone')
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  await test.step('in Danish and Norwegian it says the same, and no word of ours is English', async () => {
    for (const [language, heading, choice] of [
      ['da', 'Sammenlign efter indlæst sikkerhedskopi', 'Ikke vores'],
      ['nb', 'Sammenlign etter gjenopprettet sikkerhetskopi', 'Ikke vårt'],
    ] as const) {
      await speak(page, language)
      await expect(page.getByRole('heading', { name: heading })).toBeVisible()
      await expect(page.getByRole('combobox', { name: /1002/ }).locator('option:checked')).toHaveText(choice)
      await expectAccessible(page, `a comparison in ${language}`)
    }
    await speak(page, 'en')
  })

  await test.step('letters where a number belongs are named at their field', async () => {
    const givenOut = page.getByRole('textbox', { name: 'Highest number that a customer got before it was booked' })
    await givenOut.fill('twelve')
    await page.getByRole('button', { name: 'Finish' }).click()
    await expect(givenOut).toHaveAccessibleDescription(/twelve/)
    await givenOut.fill('')
  })

  await test.step('finished, the document came in, and what waited for a person waits still', async () => {
    await page.getByRole('button', { name: 'Finish' }).click()
    await expect(page.getByText('came in from Uniconta as a locked document')).toBeVisible()
    await expectAccessible(page, 'a comparison that is finished')
    await page.getByRole('link', { name: 'Invoices', exact: true }).click()
    await expect(page.getByRole('row', { name: /1003/ }).first()).toContainText('1,875.00')
  })
})
