// The integration, from the first dialog to an outage, as an administrator lives through it. The sandbox answers over HTTP.
import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { expect, signIn, test } from './fixture.ts'

const password = 'sandbox-password'
const company = 12345

test('UC-60 UC-94: an administrator connects Uniconta, and what is saved stands there seconds later', async ({
  page,
  akkord,
}) => {
  test.slow()
  const sandbox = commandsOf(page, akkord.sandboxUrl)
  await signIn(page)
  for (const name of ['Hansen & Søn A/S', 'Ærø Arkitekter', 'Fjordbyens Arkitekter A/S'])
    await addByApi(page, 'customers', { name, countryCode: 'DK', currency: 'DKK' })

  await test.step('UC-60: + New integration, search, choose, and the dialog expands', async () => {
    await page.getByRole('link', { name: 'Integrations' }).click()
    await expectAccessible(page, 'no integration')
    await page.getByRole('button', { name: '+ New integration' }).first().click()
    await page.getByRole('combobox', { name: 'What do you want to connect?' }).fill('Unic')
    await page.getByRole('option', { name: /Uniconta/ }).click()
    await expect(page.getByLabel('User name')).toBeVisible()
  })

  await test.step('UC-64 UC-95: a wrong password is said at its field, and a company id is asked for', async () => {
    await page.getByLabel('User name').fill('akkord-server')
    await passwordField(page).fill('wrong')
    await page.getByRole('button', { name: 'Fetch companies' }).click()
    await expect(page.getByText('Uniconta refused the name or password of user akkord-server.')).toBeVisible()
    await passwordField(page).fill(password)
    await page.getByRole('button', { name: 'Fetch companies' }).click()
    await expect(page.getByText('Uniconta lets this user in only together with a company.')).toBeVisible()
    await page.getByRole('textbox', { name: 'Company' }).fill(String(company))
    await page.getByRole('button', { name: 'Fetch companies' }).click()
    await choose(page, 'Company', /12345/)
  })

  await test.step('UC-65 UC-66 UC-30 UC-31: the options for department appear with a dimension only', async () => {
    await page.getByRole('switch', { name: 'Export projects' }).check()
    await expect(page.getByRole('radio')).toHaveCount(0)
    await choose(page, 'Department', 'Afdeling (dimension 1)')
    await expect(page.getByRole('radio')).toHaveCount(3)
    expect(await page.getByRole('radiogroup').locator('label').allTextContents()).toEqual([
      'Do not include department',
      'Use department from project',
      'Use project tag group',
    ])
    await page.getByRole('radio', { name: 'Use project tag group' }).check()
    await expect(page.getByRole('combobox', { name: 'Tag group for departments' })).toBeVisible()
    await page.getByRole('radio', { name: 'Do not include department' }).check()
  })

  await test.step('UC-14 UC-15: the tag group is asked for with Export customers, and can be made from Uniconta', async () => {
    await expect(page.getByRole('combobox', { name: 'Tag group for customer groups' })).toHaveCount(0)
    await page.getByRole('switch', { name: 'Export customers' }).check()
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('Choose the tag group.').first()).toBeVisible()
    await page.getByRole('button', { name: 'Fetch groups from Uniconta and make tags' }).click()
    await expect(page.getByText('5 tags were made; 0 were there already.')).toBeVisible()
  })

  await test.step('UC-90 UC-91 UC-93: who is told, and notes', async () => {
    const emails = page.getByRole('combobox', { name: 'E-mails to notify' })
    await emails.fill('nobody')
    await emails.press('Enter')
    await expect(page.getByText('nobody is not an e-mail address.')).toBeVisible()
    await emails.press('Backspace')
    await emails.fill('bogholder@journey.example')
    await emails.press('Enter')
    // Whoever connects is chosen already.
    await expect(page.getByRole('dialog').getByText(/^anna/i)).toBeVisible()
    await page.getByLabel('Notes').fill('Set up together with the bookkeeper.')
    await expectAccessible(page, 'the dialog, filled in')
  })

  await test.step('UC-94: saved after all was verified; what is still to do is seen', async () => {
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('Left empty, it stays as it is.').first()).toBeVisible()
    await expect(passwordField(page)).toHaveValue('')
    await expect(panel(page, 'In Uniconta').getByText('Customers without a group')).toBeVisible()
    await expect(panel(page, 'What exists already').getByRole('button')).toHaveText(['Send the 3 existing customers'])
    await expectAccessible(page, 'the saved integration')
  })

  const groups = await tagIds(page)

  await test.step('a missing customer group is named with its menu path, and ticked when it is mended', async () => {
    const tags = await page.request.get('/api/v1/tag-groups')
    const group = (await tags.json()).items[0]
    await addByApi(page, 'tags', { groupId: group.id, name: 'Grønland', code: 'Groenland' })
    const setUp = panel(page, 'In Uniconta')
    await setUp.getByRole('button', { name: 'Check set-up' }).click()
    await expect(setUp.getByText('Uniconta has no customer group with these codes: Groenland.')).toBeVisible()
    await expect(setUp.getByText('Customer > Maintenance > Customer groups')).toBeVisible()
    await sandbox.put('DebtorGroupClient', { Group: 'Groenland', Name: 'Grønland' })
    await setUp.getByRole('button', { name: 'Check set-up' }).click()
    await expect(setUp.getByText('Uniconta has no customer group')).toHaveCount(0)
    await expect(setUp.getByRole('list', { name: 'Seen as right' }).getByText('Customer groups')).toBeVisible()
  })

  await test.step('UC-10: a customer from before says how it goes; a new one goes by itself', async () => {
    await page.goto('/customers')
    await page.getByRole('link', { name: 'Ærø Arkitekter' }).click()
    await expect(panel(page, 'Accounting')).toContainText('it was made before sending was switched on')
    const saved = await addByApi(page, 'customers', aCustomer('Øresund Rådgivning', groups[0]))
    await page.goto(`/customers/${saved.id}`)
    await expect(panel(page, 'Accounting').getByText('Transferred')).toBeVisible()
    await expect(panel(page, 'Accounting')).toContainText(`In Uniconta as debtor ${saved.number}.`)
    expect(await sandbox.rows('DebtorClient')).toContainEqual(
      expect.objectContaining({ Account: saved.number, Name: 'Øresund Rådgivning' }),
    )
  })

  await test.step('a customer that fails says what to do, and goes when it is mended', async () => {
    const before = await findByName(page, 'Ærø Arkitekter')
    await page.goto(`/customers/${before.id}`)
    await panel(page, 'Accounting').getByRole('button', { name: 'Send now' }).click()
    await expect(panel(page, 'Accounting')).toContainText('This customer has no tag of the group Customer group')
    await expectAccessible(page, 'a failed customer')
    await page.getByRole('link', { name: 'Edit' }).click()
    await choose(page, 'Customer group', /./)
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(panel(page, 'Accounting').getByText('Transferred')).toBeVisible()
  })

  await test.step('a debtor there with the same number is never overwritten: a person links it', async () => {
    const number = await nextNumber(page)
    await sandbox.put('DebtorClient', { Account: number, Name: 'Gammel Kunde ApS', Group: 'Indland' })
    const saved = await addByApi(page, 'customers', aCustomer('Ny Kunde ApS', groups[0]))
    await page.goto(`/customers/${saved.id}`)
    await expect(panel(page, 'Accounting')).toContainText(`Uniconta already has debtor ${number}, "Gammel Kunde ApS"`)
    await panel(page, 'Accounting').getByRole('button', { name: 'Link …' }).click()
    await expect(page.getByRole('dialog').getByText('Gammel Kunde ApS').first()).toBeVisible()
    await expectAccessible(page, 'the link dialog')
    await page.getByRole('button', { name: `Link with ${number}` }).click()
    await expect(panel(page, 'Accounting').getByText('Transferred')).toBeVisible()
    expect(await sandbox.rows('DebtorClient')).toContainEqual(
      expect.objectContaining({ Account: number, Name: 'Ny Kunde ApS' }),
    )
  })

  await test.step('a debtor that is gone there is said, and made again when a person wants it', async () => {
    const saved = await addByApi(page, 'customers', aCustomer('Forsvundet ApS', groups[0]))
    await page.goto(`/customers/${saved.id}`)
    await expect(panel(page, 'Accounting').getByText('Transferred')).toBeVisible()
    await sandbox.remove('DebtorClient', saved.number)
    await page.goto(`/customers/${saved.id}/edit`)
    await page.getByLabel('City').fill('Aarhus C')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(panel(page, 'Accounting').getByText('Link broken')).toBeVisible()
    await expect(panel(page, 'Accounting')).toContainText(`${saved.number} is no longer in Uniconta`)
    await expectAccessible(page, 'a broken link')
    await panel(page, 'Accounting').getByRole('button', { name: 'Create again' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Create again' }).click()
    await expect(panel(page, 'Accounting').getByText('Transferred')).toBeVisible()
    expect(await sandbox.rows('DebtorClient')).toContainEqual(
      expect.objectContaining({ Account: saved.number, City: 'Aarhus C' }),
    )
  })

  await test.step('an outage: a banner, what waits, nothing is lost, and it goes by itself', async () => {
    await sandbox.order({ down: true })
    const saved = await addByApi(page, 'customers', aCustomer('Under Nedbrud ApS', groups[0]))
    await page.goto(`/customers/${saved.id}`)
    const banner = page.getByRole('alert').filter({ hasText: 'one waits, nothing is lost, it goes by itself.' })
    await expect(banner).toBeVisible()
    await expect(panel(page, 'Accounting').getByText('Waiting', { exact: true })).toBeVisible()
    await expectAccessible(page, 'an outage')
    await sandbox.order({ down: false })
    await banner.getByRole('button', { name: 'Try now' }).click()
    await expect(panel(page, 'Accounting').getByText('Transferred')).toBeVisible()
    await expect(banner).toHaveCount(0)
  })

  await test.step('UC-97: the log tells all of it, with the exchange and without a secret', async () => {
    await page.getByRole('link', { name: 'Logs' }).click()
    await expect(page.getByRole('row', { name: /Under Nedbrud ApS.*In Uniconta as debtor/ })).toBeVisible()
    await expectAccessible(page, 'the log')
    await page.getByRole('searchbox').fill('Gammel Kunde')
    await expect(page).toHaveURL(/search=Gammel/)
    const line = page.getByRole('row', { name: /Uniconta already has debtor/ })
    await line.getByRole('button', { name: /Show the exchange/ }).click()
    await expect(page.getByRole('dialog')).toContainText('/Query/Get/DebtorClient')
    await expectAccessible(page, 'the exchange')
    expect(await page.content()).not.toContain(password)
    await page.getByRole('dialog').getByRole('button').first().click()
    for (const path of ['/log?size=200', '/integrations/uniconta', '/history?kind=integration&subject=x'])
      expect(await (await page.request.get(`/api/v1${path}`)).text()).not.toContain(password)
  })

  await test.step('existing customers are sent by lists, and the run can be paused', async () => {
    await sandbox.order({ kind: 'delay', ms: 700, times: null })
    await page.goto('/settings/integrations?dialog=uniconta')
    const existing = panel(page, 'What exists already')
    await existing.getByRole('button', { name: /^Send the \d+ existing customers$/ }).click()
    await existing.getByRole('button', { name: 'Pause' }).click()
    await expect(existing).toContainText('paused after')
    await existing.getByRole('button', { name: 'Go on' }).click()
    await sandbox.clearFaults()
    await expect(existing).toContainText(/Sent existing customers: \d+ already right/)
    await expectAccessible(page, 'after a run')
  })

  await test.step('UC-60: a second Uniconta opens the first; leaving with changes asks', async () => {
    await page.goto('/settings/integrations')
    await page.getByRole('button', { name: '+ New integration' }).first().click()
    await page.getByRole('combobox', { name: 'What do you want to connect?' }).click()
    await page.getByRole('option', { name: /^Uniconta Is connected/ }).click()
    await expect(page.getByLabel('Notes')).toHaveValue('Set up together with the bookkeeper.')
    await page.getByLabel('Notes').fill('Changed')
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('button', { name: 'Stay here' }).click()
    await expect(page.getByLabel('Notes')).toHaveValue('Changed')
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('button', { name: 'Leave' }).click()
    await expect(page.getByRole('article', { name: 'Uniconta' })).toContainText(
      'Everything is sent except 2 records; each says why.',
    )
    await expectAccessible(page, 'the integrations')
  })

  await test.step('a removed integration sends nothing any more', async () => {
    await page.getByRole('link', { name: 'Open Uniconta' }).click()
    await page.getByRole('button', { name: 'Remove integration' }).click()
    await page.getByRole('dialog', { name: 'Remove Uniconta?' }).getByRole('button', { name: 'Remove' }).click()
    await expect(page.getByText('Nothing is connected yet.')).toBeVisible()
    const saved = await addByApi(page, 'customers', aCustomer('Efter Fjernelsen ApS', groups[0]))
    await page.goto(`/customers/${saved.id}`)
    await expect(panel(page, 'Accounting').getByText('Not sent', { exact: true })).toBeVisible()
  })
})

const passwordField = (page: Page) => page.getByRole('textbox', { name: 'Password' })
const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).click()
  await page.getByRole('option', { name: option }).first().click()
}

const aCustomer = (name: string, tagId: string | undefined) => ({
  name,
  countryCode: 'DK',
  currency: 'DKK',
  tagIds: [tagId],
})

async function addByApi(page: Page, what: string, body: object): Promise<{ id: string; number: string }> {
  const answer = await page.request.post(`/api/v1/${what}`, {
    data: body,
    headers: { 'sec-fetch-site': 'same-origin' },
  })
  expect(answer.status(), await answer.text()).toEqual(201)
  return answer.json()
}

async function findByName(page: Page, name: string): Promise<{ id: string }> {
  const answer = await page.request.get('/api/v1/customers', { params: { search: name } })
  return (await answer.json()).items[0]
}

async function tagIds(page: Page): Promise<string[]> {
  const answer = await page.request.get('/api/v1/tag-groups')
  return (await answer.json()).items[0].tags.map((tag: { id: string }) => tag.id)
}

async function nextNumber(page: Page): Promise<string> {
  return (await (await page.request.get('/api/v1/customers/next-number')).json()).number
}

/** What is commanded and seen on the other side. */
function commandsOf(page: Page, url: string) {
  const control = `${url}/sandbox/control`
  return {
    order: (data: object) => page.request.post(`${control}/faults`, { data }),
    clearFaults: () => page.request.delete(`${control}/faults`, { data: {} }),
    put: (entity: string, data: object) => page.request.put(`${control}/rows/${company}/${entity}`, { data }),
    remove: (entity: string, key: string) =>
      page.request.delete(`${control}/rows/${company}/${entity}/${key}`, { data: {} }),
    rows: async (entity: string) => (await page.request.get(`${control}/rows/${company}/${entity}`)).json(),
  }
}
