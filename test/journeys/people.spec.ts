// Who comes in, who may see what, and what stays when the session or the server goes away.
import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { administrator, expect, signIn, test } from './fixture.ts'

const employee = { name: 'Erik Eg', email: 'erik@journey.example', password: 'a password of Erik', role: 'employee' }
const manager = {
  name: 'Pia Pil',
  email: 'pia@journey.example',
  password: 'a password of Pia',
  role: 'project-manager',
}

test.describe('at the first start, in a browser that lives in UTC', () => {
  test.use({ hasAdministrator: false, timezoneId: 'UTC' })

  test('a company is set up with a demo, and what is wrong stands at its field', async ({ page }) => {
    await page.goto('/')
    await expect(page.getByRole('heading', { name: 'Welcome to Akkord' })).toBeVisible()
    await expect(page.getByRole('combobox', { name: 'Time zone' })).toHaveValue('UTC')
    await page.getByRole('button', { name: 'Set up' }).click()
    await expect(page.getByLabel('Company', { exact: true })).toHaveAccessibleDescription('Fill this in.')
    await expect(page.getByLabel('Company', { exact: true })).toBeFocused()
    await expectAccessible(page, 'set-up with faults')

    await page.getByLabel('Company', { exact: true }).fill('Nordlys 🌌')
    await page.getByLabel('Your name').fill('Anna')
    await page.getByLabel('E-mail').fill('anna')
    await page.getByRole('textbox', { name: 'Password' }).fill('short')
    await page.getByRole('checkbox', { name: 'Begin with a demo company' }).check()
    await page.getByRole('button', { name: 'Set up' }).click()
    await expect(page.getByLabel('E-mail')).toHaveAccessibleDescription(/Write an e-mail address/)
    await expect(page.getByRole('textbox', { name: 'Password' })).toHaveAccessibleDescription(/At least 10 characters/)

    await page.getByLabel('E-mail').fill(administrator.email)
    await page.getByRole('textbox', { name: 'Password' }).fill(administrator.password)
    await page.getByRole('button', { name: 'Set up' }).click()
    // A year of work is written first.
    await expect(page.getByRole('heading', { level: 1, name: 'Customers' })).toBeVisible({ timeout: 40_000 })
    await expect(page.getByRole('link', { name: 'Fjordbyens Arkitekter A/S' })).toBeVisible()
    await expect(page).toHaveTitle('Customers · Akkord')
  })
})

test('a role sees what it may; a link to something else says whom it is for', async ({ page }) => {
  await asAdministrator(page)
  await send(page, '/users', employee)
  await send(page, '/users', manager)
  await page.context().clearCookies()

  await test.step('a wrong password is told, and the right one lets in', async () => {
    await page.goto('/logs')
    await page.getByLabel('E-mail').fill(employee.email)
    await page.getByRole('textbox', { name: 'Password' }).fill('not the password')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('alert')).toContainText('E-mail and password do not belong together.')
    await expectAccessible(page, 'a refused sign-in')
    await page.getByRole('textbox', { name: 'Password' }).fill(employee.password)
    await page.keyboard.press('Enter')
  })

  await test.step('an employee reads customers and projects, and nothing else', async () => {
    await expect(page.getByRole('heading', { level: 1, name: 'Not for your role' })).toBeVisible()
    await expect(page.getByText('Your role is Employee; an administrator can give you another one.')).toBeVisible()
    await expectAccessible(page, 'a page of another role')
    const offered = await linksOf(page)
    expect(offered).toEqual(expect.arrayContaining(['Timesheet', 'Notifications', 'Profile', 'Contacts']))
    for (const page of ['Co-workers', 'Invoices', 'Logs', 'General', 'Accounting', 'Invoicing', 'Tags', 'API keys'])
      expect(offered).not.toContain(page)
    const others = ['/users', '/users/new', '/access', '/settings/general', '/settings/integrations', '/api-keys']
    const accounts = ['/settings/accounting', '/settings/invoicing']
    for (const address of [
      ...others,
      ...accounts,
      '/tags',
      '/departments',
      '/customers/new',
      '/projects/new',
      '/contacts/new',
    ]) {
      await page.goto(address)
      await expect(page.getByRole('heading', { level: 1, name: 'Not for your role' }), address).toBeVisible()
      await expect(page.getByRole('alert'), address).toHaveCount(0)
    }
    await page.goto('/customers')
    await expect(page.getByText('There are no customers yet.')).toBeVisible()
    await expect(page.getByRole('link', { name: '+ New customer' })).toHaveCount(0)
  })

  await test.step('a project manager makes customers, and sees no logs', async () => {
    await signOut(page)
    await signIn(page, manager)
    const offered = await linksOf(page)
    expect(offered).toEqual(expect.arrayContaining(['Contacts', 'Invoices', 'Accounting', 'Invoicing']))
    for (const page of ['Logs', 'General', 'Integrations', 'Tags', 'API keys']) expect(offered).not.toContain(page)
    await page.goto('/customers')
    await expect(page.getByRole('link', { name: '+ New customer' }).first()).toBeVisible()
    await page.goto('/logs')
    await expect(page.getByRole('heading', { level: 1, name: 'Not for your role' })).toBeVisible()
  })

  await test.step('a record that is no longer there, and an address that never was', async () => {
    const nobody = '019aa000-0000-7000-8000-000000000000'
    for (const address of [`/customers/${nobody}`, `/projects/${nobody}/edit`, '/contacts/no-id', '/nowhere']) {
      await page.goto(address)
      await expect(page.getByRole('heading', { level: 1, name: 'There is nothing here' }), address).toBeVisible()
    }
    await expectAccessible(page, 'nothing here')
    await page.getByRole('link', { name: 'To the start page' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Customers' })).toBeVisible()
  })
})

test('an API key is made, lets a program in, and is refused once it is revoked', async ({ page, akkord }) => {
  await signIn(page)
  await page.getByRole('link', { name: 'API keys' }).click()
  await page.getByRole('button', { name: '+ New API key' }).click()
  await page.getByRole('button', { name: 'Make the key' }).click()
  await expect(page.getByLabel('Name')).toHaveAccessibleDescription(/Fill this in/)
  await page.getByLabel('Name').fill('Intranet')
  await expectAccessible(page, 'a new API key')
  await page.getByRole('button', { name: 'Make the key' }).click()
  const key = await page.getByRole('textbox', { name: 'API key' }).inputValue()
  await expectAccessible(page, 'the key, once')
  await page.getByRole('button', { name: 'I have copied it' }).click()

  const ask = () => fetch(`${akkord.url}/api/v1/customers`, { headers: { authorization: `Bearer ${key}` } })
  expect((await ask()).status).toEqual(200)
  await page.reload()
  await expect(page.getByRole('row', { name: /Intranet Employee .* Valid/ })).toBeVisible()
  await expect(page.getByText(key)).toHaveCount(0)

  await page.getByRole('button', { name: 'Revoke' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
  await expect(page.getByRole('row', { name: /Intranet .* Revoked/ })).toBeVisible()
  expect((await ask()).status).toEqual(401)
})

test('whoever gives himself a new password stays signed in', async ({ page }) => {
  await signIn(page)
  await page.goto('/profile')
  await page.getByLabel('Present password').fill('not mine')
  await page.getByLabel('New password').fill('an even longer password')
  await page.getByRole('button', { name: 'Change the password' }).click()
  await expect(page.getByLabel('Present password')).toHaveAccessibleDescription(/This is not your present password/)
  await page.getByLabel('Present password').fill(administrator.password)
  await page.getByRole('button', { name: 'Change the password' }).click()
  await expect(page.getByText('Your password is changed.')).toBeVisible()
  await expect(page.getByLabel('Present password')).toHaveValue('')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'Profile' })).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await signOut(page)
  await signIn(page, { ...administrator, password: 'an even longer password' })
})

test('a session that ends while somebody types: what was typed stays, but only for the same person', async ({
  page,
}) => {
  await asAdministrator(page)
  await send(page, '/users', manager)
  await page.goto('/customers/new')
  await page.getByLabel('Name').fill('Hansen & Søn A/S')
  await page.context().clearCookies()
  await page.keyboard.press('Control+s')
  const dialog = page.getByRole('dialog', { name: 'Your session has ended' })
  await expect(dialog.getByLabel('E-mail')).toBeFocused()
  await expectAccessible(page, 'a session that ended')
  await enter(page, administrator)
  await expect(dialog).toHaveCount(0)
  await expect(page.getByLabel('Name')).toHaveValue('Hansen & Søn A/S')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Hansen & Søn A/S')

  await page.goto('/users')
  await expect(page.getByRole('link', { name: manager.name })).toBeVisible()
  await page.goto('/customers/new')
  await page.getByLabel('Name').fill('Not for other eyes')
  await page.context().clearCookies()
  await page.keyboard.press('Control+s')
  await enter(page, manager)
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^Pia Pil/ })).toBeVisible()
  await expect(page.getByLabel('Name')).toHaveValue('')
  await expect(page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'API keys' })).toHaveCount(0)
})

test('what somebody else saves meanwhile takes nothing from what is typed', async ({ page }) => {
  await signIn(page)
  await page.goto('/settings/general')
  await page.getByLabel('Street').fill('Nygade 7')
  const company = await (await page.request.get('/api/v1/company')).json()
  const saved = { ...company, city: 'Odense' }
  expect((await page.request.put('/api/v1/company', { data: saved, headers: sameOrigin })).ok()).toEqual(true)
  const asked = page.waitForResponse((response) => response.url().endsWith('/api/v1/company'))
  // As when the reader comes back to this window, once what is shown is no longer fresh.
  await expect
    .poll(async () => {
      await page.evaluate("window.dispatchEvent(new Event('visibilitychange'))")
      return Promise.race([asked.then(() => true), page.waitForTimeout(300).then(() => false)])
    })
    .toEqual(true)
  await expect(page.getByLabel('Street')).toHaveValue('Nygade 7')
  await page.keyboard.press('Control+s')
  await page
    .getByRole('dialog', { name: 'Somebody else saved meanwhile' })
    .getByRole('button', { name: 'Save mine' })
    .click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await expect(page.getByLabel('Street')).toHaveValue('Nygade 7')
  await page.getByLabel('Street').fill('Nygade 8')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Saved.')).toHaveCount(2)
})

test('a server that goes away is told, and the page comes back with it', async ({ page }) => {
  await asAdministrator(page)
  await send(page, '/customers', { name: 'Hansen & Søn A/S', countryCode: 'DK', currency: 'DKK' })
  const goAway = () => page.route('**/api/**', (route) => route.abort('connectionrefused'))
  const comeBack = () => page.unroute('**/api/**')
  const noAnswer = page.getByText(/Akkord does not answer/).first()

  await goAway()
  await page.goto('/customers')
  await expect(noAnswer).toBeVisible()
  await expectAccessible(page, 'no answer at the start')
  await comeBack()
  await expect(page.getByRole('link', { name: 'Hansen & Søn A/S' })).toBeVisible()

  await goAway()
  await page.getByRole('link', { name: 'Hansen & Søn A/S' }).click()
  await expect(noAnswer).toBeVisible()
  await expectAccessible(page, 'no answer')
  await comeBack()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Hansen & Søn A/S')
  await expect(noAnswer).toHaveCount(0)

  await page.getByRole('link', { name: 'Edit', exact: true }).click()
  await page.getByLabel('City').fill('Aarhus')
  await page.route('**/api/**', (route) => route.fulfill({ status: 502, body: '<h1>Bad gateway</h1>' }))
  await page.keyboard.press('Control+s')
  await expect(noAnswer).toBeVisible()
  await comeBack()
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Aarhus', { exact: true })).toBeVisible()
})

test('Back brings a list again as it was left, and Ctrl-K finds a customer', async ({ page }) => {
  test.slow()
  await asAdministrator(page)
  for (let number = 1; number <= 150; number++)
    await send(page, '/customers', { name: `Customer ${number}`, countryCode: 'DK', currency: 'DKK' })
  await page.goto('/customers?status=potential&status=active&sort=number')
  const list = page.getByRole('region', { name: 'Customers' })
  await expect(list.getByRole('link', { name: 'Customer 1', exact: true })).toBeVisible()
  await list.evaluate((element) => element.scrollTo(0, 4_500))
  const far = list.getByRole('link', { name: 'Customer 110', exact: true })
  await far.scrollIntoViewIfNeeded()
  const before = await list.evaluate((element) => element.scrollTop)
  await far.click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Customer 110')
  await page.goBack()
  await expect(far).toBeInViewport()
  await expect(page.getByText('Status is Potential or Active')).toBeVisible()
  expect(await list.evaluate((element) => element.scrollTop)).toEqual(before)

  await page.keyboard.press('Control+k')
  await expect(page.getByLabel('Search customers, projects, invoices and pages')).toBeFocused()
  await page.keyboard.type('customer 143')
  await expect(page.getByRole('button', { name: /Customer 143/ })).toBeVisible()
  await expectAccessible(page, 'search everywhere')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Customer 143')
})

test.describe('far from the company', () => {
  test.use({ timezoneId: 'America/New_York' })

  test('the reader is told whose time is shown', async ({ page }) => {
    await asAdministrator(page)
    const company = await (await page.request.get('/api/v1/company')).json()
    await page.request.put('/api/v1/company', {
      data: { ...company, timeZone: 'Europe/Copenhagen' },
      headers: sameOrigin,
    })
    await page.goto('/logs')
    const hint = page.getByText('Times are those of Europe/Copenhagen, the time zone of the company.')
    await expect(hint).toBeVisible()
    await expectAccessible(page, 'logs')
    await page.goto('/customers')
    await expect(hint).toHaveCount(0)
    await page.getByRole('button', { name: /profile, appearance, sign out/ }).click()
    await expect(hint).toBeVisible()
    await expectAccessible(page, 'the menu of the person')
  })
})

const sameOrigin = { 'sec-fetch-site': 'same-origin' }

async function asAdministrator(page: Page): Promise<void> {
  await page.request.post('/api/auth/sign-in/email', { data: administrator, headers: sameOrigin })
}

async function send(page: Page, path: string, data: object): Promise<void> {
  const answer = await page.request.post(`/api/v1${path}`, { data, headers: sameOrigin })
  expect(answer.ok(), await answer.text()).toEqual(true)
}

/** Signs in where the page asks for it. */
async function enter(page: Page, person: { email: string; password: string }): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Your session has ended' })
  await dialog.getByLabel('E-mail').fill(person.email)
  await dialog.getByRole('textbox', { name: 'Password' }).fill(person.password)
  await page.keyboard.press('Enter')
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /profile, appearance, sign out/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
}

const linksOf = (page: Page) => page.getByRole('navigation', { name: 'Pages' }).getByRole('link').allTextContents()
