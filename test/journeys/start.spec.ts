import { expectAccessible } from './accessible.ts'
import { administrator, expect, signIn, test } from './fixture.ts'

test.describe('on an empty folder', () => {
  test.use({ hasTables: false })

  test('Akkord starts on an empty folder, says that it is ready, and lets the administrator in', async ({ page }) => {
    const ready = await page.request.get('/health/ready')
    expect(await ready.json()).toMatchObject({ state: 'ok' })

    await page.goto('/')
    await expect(page).toHaveTitle(/Akkord/)
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
    await expectAccessible(page, 'sign-in')

    await signIn(page)
    await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible()
    expect((await page.request.get('/api/v1/me')).status()).toEqual(200)
  })
})

test.describe('at the first start', () => {
  test.use({ hasAdministrator: false })

  test('the page sets Akkord up, and then lets its administrator in', async ({ page }) => {
    await page.goto('/')
    await page.getByRole('textbox', { name: 'Company' }).fill('Nordlys')
    await page.getByLabel('Your name').fill('Anna')
    await page.getByLabel('E-mail').fill(administrator.email)
    await page.getByRole('textbox', { name: 'Password' }).fill(administrator.password)
    await expectAccessible(page, 'set-up')
    await page.getByRole('button', { name: 'Set up' }).click()
    await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible()
    // The next step: nothing can be sent before the accounting system is connected.
    await expect(page.getByRole('heading', { name: 'Integrations' })).toBeVisible()
    await expect(page.getByText('Nothing is connected yet.')).toBeVisible()
  })
})
