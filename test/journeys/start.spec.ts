import { expect, test } from './fixture.ts'

test('Akkord starts on an empty folder, says that it is ready and shows its page', async ({ page, akkord }) => {
  const ready = await page.request.get('/health/ready')
  expect(ready.status()).toEqual(200)

  await page.goto('/')
  await expect(page).toHaveTitle(/Akkord/)
  await expect(page.getByRole('textbox', { name: 'Password' })).toBeVisible()
  expect(page.url().startsWith(akkord.url)).toEqual(true)
})
