// Something goes wrong, the bell rings and a mail comes; each person chooses what comes how.
import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { expect, signIn, test } from './fixture.ts'

test.use({ hasMailbox: true })

const sameOrigin = { 'sec-fetch-site': 'same-origin' }

test('UC-90 UC-91: what an integration reports is seen at the bell and read in the mailbox, as each person chose', async ({
  page,
  akkord,
  browser,
}) => {
  await signIn(page)
  const me = await get(page, '/me')
  const group = await post(page, '/tag-groups', { name: 'Customer group', objectKind: 'customer', rule: 'none' })
  await post(page, '/tags', { groupId: group.id, name: 'Danish', code: 'Indland' })
  await post(page, '/integrations/uniconta', {
    ...{ userName: 'akkord-server', password: 'sandbox-password', companyId: 12_345 },
    ...{ exportCustomers: true, customerGroupTagGroupId: group.id },
    ...{ notifyUserIds: [me.id], notifyEmails: ['karla@accounts.example'] },
  })
  // Without its customer group it cannot be sent.
  const customer = await post(page, '/customers', { name: 'Ærø Arkitekter', countryCode: 'DK', currency: 'DKK' })
  await expect.poll(async () => (await get(page, '/me')).unread).toBeGreaterThan(0)

  await test.step('the bell counts on every page and leads to the list', async () => {
    await page.goto('/customers')
    await page.getByRole('link', { name: 'Notifications, 1 not read' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Notifications' })).toBeVisible()
    const line = page.getByRole('article')
    await expect(line).toContainText('Ærø Arkitekter: This customer has no tag of the group Customer group')
    await expect(line).toContainText('What an integration reports')
    await expectAccessible(page, 'notifications')
  })

  await test.step('the list is narrowed by kind, and a link to it shows the same', async () => {
    await page.getByRole('button', { name: /Filter/ }).click()
    await expectAccessible(page, 'the filter of notifications')
    await page.getByRole('button', { name: 'What it is about' }).click()
    await page.getByRole('checkbox', { name: 'Hours that wait for your approval' }).check()
    await page.keyboard.press('Escape')
    await expect(page.getByText('Nothing of this.')).toBeVisible()
    await page.reload()
    await expect(page.getByText('Nothing of this.')).toBeVisible()
    await page.getByRole('group', { name: 'Views' }).getByRole('link', { name: 'Not read' }).click()
    await expect(page.getByRole('article')).toHaveCount(1)
  })

  await test.step('its link leads to the record, and then it is read', async () => {
    await page.getByRole('link', { name: 'Look at it' }).click()
    await expect(page).toHaveURL(`${akkord.url}/customers/${customer.id}`)
    await expect(page.getByRole('banner').getByRole('link', { name: 'Notifications', exact: true })).toBeVisible()
  })

  await test.step('each tick of the settings is kept, on a phone and by keyboard as well', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto('/notifications')
    await expectAccessible(page, 'notifications on a phone')
    await page.getByRole('link', { name: 'Settings' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'What you are told of' })).toBeVisible()
    await expect(page.getByText(`Mails go to ${me.email}.`)).toBeVisible()
    await expect(page.getByRole('checkbox', { name: 'What an integration reports, by bell' })).toBeDisabled()
    await expectAccessible(page, 'settings of notifications on a phone')
    const byMail = page.getByRole('checkbox', { name: 'Hours that wait for your approval, by e-mail' })
    await byMail.focus()
    await page.keyboard.press('Space')
    await expect(byMail).toBeChecked()
    const chosen = { kind: 'hours-to-approve', bell: true, mail: true }
    await expect.poll(async () => (await get(page, '/notification-settings')).items).toContainEqual(chosen)
    await page.reload()
    await expect(byMail).toBeChecked()
  })

  await test.step('the mailbox shows the mails, with the sentence and the way to the record', async () => {
    await expect
      .poll(async () => {
        await page.goto(akkord.mailboxUrl as string)
        return page.getByRole('listitem').count()
      })
      .toEqual(2)
    await expect(page.getByText('to karla@accounts.example')).toBeVisible()
    await expectAccessible(page, 'the mailbox on a phone')
    await page
      .getByRole('link', { name: /Ærø Arkitekter/ })
      .first()
      .click()
    await expect(page.getByText('This customer has no tag of the group Customer group').first()).toBeVisible()
    await expectAccessible(page, 'a mail on a phone')
    const html = page.frameLocator('iframe')
    await expect(html.getByRole('link')).toHaveAttribute('href', `${akkord.url}/customers/${customer.id}`)
  })

  await test.step('the mailbox speaks the language of the browser', async () => {
    for (const [locale, title, all] of [
      ['da-DK', 'Postkasse', 'Alle mails'],
      ['nn-NO', 'Postkasse', 'All e-post'],
      ['de-DE', 'Mailbox', 'All mails'],
    ] as const) {
      const context = await browser.newContext({ locale })
      const mailbox = await context.newPage()
      await mailbox.goto(akkord.mailboxUrl as string)
      await expect(mailbox.getByRole('heading', { name: title })).toBeVisible()
      await expectAccessible(mailbox, `the mailbox, asked for in ${locale}`)
      await mailbox.getByRole('listitem').getByRole('link').first().click()
      await expect(mailbox.getByRole('link', { name: all })).toBeVisible()
      await context.close()
    }
  })
})

async function get(page: Page, path: string) {
  const answer = await page.request.get(`/api/v1${path}`)
  return answer.json()
}

async function post(page: Page, path: string, data: object) {
  const answer = await page.request.post(`/api/v1${path}`, { data, headers: sameOrigin })
  expect(answer.ok(), await answer.text()).toEqual(true)
  return answer.json()
}
