// npm run pictures: takes the pictures of docs/pictures from the real screens, with the demo company and a local Uniconta.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium, type Locator, type Page } from '@playwright/test'
import { findChromium } from './chromium.ts'
import { type Client, clientOf, signIn, startAkkord } from './demo/akkord.ts'
import { companyId, serverUser, startBooks } from './demo/books.ts'
import { type Stage, sendExisting, system, untilIdle } from './demo/show.ts'
import { exportInvoices, showInvoice } from './demo/show-invoices.ts'
import { freePort } from './free-port.ts'

const folder = resolve('docs/pictures')
const administrator = { email: 'astrid@office.example', password: 'a password for pictures' }
const dataDir = mkdtempSync(join(tmpdir(), 'akkord-pictures-'))

const books = await startBooks({ port: await freePort(), dataDir: join(dataDir, 'sandbox') })
try {
  const akkord = await startAkkord({ port: await freePort(), dataDir, systemUrl: books.url })
  try {
    await makeCompany(akkord.url)
    await takeAll(akkord.url)
  } finally {
    await akkord.stop()
  }
} finally {
  await books.stop()
  rmSync(dataDir, { recursive: true, force: true })
}

async function makeCompany(url: string): Promise<void> {
  await clientOf(url).post('/set-up', {
    companyName: 'Nordlys Arkitekter & Rådgivere ApS',
    countryCode: 'DK',
    currency: 'DKK',
    timeZone: 'Europe/Copenhagen',
    name: 'Astrid Demo',
    ...administrator,
    demo: true,
  })
}

async function takeAll(url: string): Promise<void> {
  const client = await signIn(url, administrator.email, administrator.password)
  if (!client) throw new Error('The administrator of the pictures cannot sign in.')
  const executablePath = findChromium(process.env)
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  try {
    const page = await browser.newPage({
      baseURL: url,
      viewport: { width: 1280, height: 800 },
      locale: 'en-GB',
      colorScheme: 'light',
      reducedMotion: 'reduce',
    })
    await enter(page)
    await takeDialog(page)
    await takeSetUp(page, client)
    await takeRecords(page, client)
    await takeInvoices(page, { client, books, say: () => {} })
    await takeImport(page, client)
  } finally {
    await browser.close()
  }
}

async function enter(page: Page): Promise<void> {
  await page.goto('/')
  await page.getByLabel('E-mail').fill(administrator.email)
  await page.getByRole('textbox', { name: 'Password' }).fill(administrator.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('navigation', { name: 'Pages' }).waitFor()
}

/** UC-98: the tag group for customer groups, the dialog filled in, the options for department. */
async function takeDialog(page: Page): Promise<void> {
  await page.goto('/tags')
  await page.getByText('Offentlig').first().waitFor()
  await take(page, 'customer-groups')

  await page.goto('/settings/integrations')
  await page.getByRole('button', { name: '+ New integration' }).first().click()
  await choose(page, 'What do you want to connect?', /Uniconta/)
  await page.getByLabel('User name').fill(serverUser.userName)
  await page.getByRole('textbox', { name: 'Password' }).fill(serverUser.password)
  await page.getByRole('button', { name: 'Fetch companies' }).click()
  await page.getByRole('textbox', { name: 'Company' }).fill(String(companyId))
  await page.getByRole('button', { name: 'Fetch companies' }).click()
  await choose(page, 'Company', new RegExp(String(companyId)))
  await choose(page, 'Department', 'Afdeling (dimension 1)')
  await page.getByRole('switch', { name: 'Export customers' }).check()
  await choose(page, 'Tag group for customer groups', 'Customer group')
  await page.getByRole('switch', { name: 'Export projects' }).check()
  await page.getByRole('radio', { name: 'Use department from project' }).check()
  await page.getByLabel('User name').scrollIntoViewIfNeeded()
  await page.getByLabel('User name').focus()
  await take(page, 'dialog')
  await page.getByRole('radio', { name: 'Use department from project' }).focus()
  await page.getByText('Generic', { exact: true }).scrollIntoViewIfNeeded()
  await take(page, 'project-departments')
  await page.getByRole('switch', { name: 'Export invoices' }).check()
  await page.getByRole('button', { name: 'Fetch project categories from Uniconta and make tags' }).click()
  await page.getByText(/tags were made/).waitFor()
  await page.getByRole('radio', { name: 'Use department from invoice' }).check()
  await bringUp(page.getByRole('switch', { name: 'Export invoices' }))
  await take(page, 'export-invoices')
  await fillImport(page)
  await take(page, 'import-expenses-fields')
  await page.getByRole('switch', { name: 'Import expenses' }).uncheck()
  // The demo company is set up for customers and projects; what is taken next is about them.
  await page.getByRole('switch', { name: 'Export invoices' }).uncheck()
}

/** UC-98: a filled-in import of expenses. */
async function fillImport(page: Page): Promise<void> {
  await page.getByRole('switch', { name: 'Import expenses' }).check()
  await page.getByRole('textbox', { name: 'Expense activity' }).fill('Udlæg fra bogføringen')
  await page.getByRole('radio', { name: 'Billable', exact: true }).check()
  await page.getByRole('textbox', { name: /Start date/ }).fill('01/01/2026')
  await choose(page, 'Number series', /Finans/)
  await page.getByRole('textbox', { name: 'Account filter' }).fill('2000..2999')
  await bringUp(page.getByRole('switch', { name: 'Import expenses' }))
}

async function takeSetUp(page: Page, client: Client): Promise<void> {
  const [group] = (await client.get('/tag-groups?objectKind=customer')).items
  await client.post('/tags', { groupId: group.id, name: 'Greenland', code: 'Groenland', colour: 'lime' })
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Uniconta has no customer group with these codes: Groenland.').waitFor()
  await sendExisting({ client, books, say: () => {} })
  await page.getByText('Sent existing projects').waitFor()
  await page.getByLabel('User name').focus()
  await page.getByText('Saved.', { exact: true }).waitFor({ state: 'hidden' })
  await take(page, 'check-set-up')
}

async function takeRecords(page: Page, client: Client): Promise<void> {
  await untilIdle(client)
  const [group] = (await client.get('/tag-groups?objectKind=customer')).items
  const greenland = group.tags.find((tag: { code: string }) => tag.code === 'Groenland')
  await client.post('/customers', {
    ...{ name: 'Arktisk Byg ApS', countryCode: 'GL', currency: 'DKK', city: 'Nuuk', postalCode: '3900' },
    tagIds: [greenland.id],
  })
  await page.goto('/customers')
  await page.getByText('Failed', { exact: true }).waitFor()
  await take(page, 'customers')

  const { items } = await client.get('/projects?state=in-progress&size=1')
  await page.goto(`/customers/${items[0].customerId}`)
  await page.getByText('In Uniconta as debtor').waitFor()
  await take(page, 'customer')

  await page.goto('/logs')
  await page.getByText('Uniconta has no customer group Groenland.').waitFor()
  await take(page, 'logs')
}

/** UC-98: the tag group for project categories, what invoices ask of the books (series, its number as voucher, 0 days), then a posted one. */
async function takeInvoices(page: Page, stage: Stage): Promise<void> {
  const { client } = stage
  await page.goto('/tags')
  await bringUp(page.getByRole('heading', { name: 'Projects' }))
  await take(page, 'project-categories')

  const [category] = (await client.get('/tag-groups?objectKind=project')).items
  const { id: _, companyName: _n, hasApiKey: _h, sentRecords: _s, ...settings } = await client.get(system)
  const on = { ...settings, exportInvoices: true, projectCategoryTagGroupId: category.id }
  const { version } = await client.put(system, on)
  await page.goto('/settings/integrations?dialog=uniconta')
  await page.getByRole('button', { name: 'Check set-up' }).click()
  await page.getByText('Voucher number series', { exact: false }).first().waitFor()
  await page.waitForLoadState('networkidle')
  await take(page, 'check-set-up-invoices')
  await client.put(system, { ...settings, version })

  await exportInvoices(stage)
  await showInvoice(stage)
  await page.goto('/export-invoices')
  await take(page, 'invoices-in-the-books')
  await page.getByRole('button', { name: 'Number series' }).click()
  await page.getByRole('dialog').getByText('AkkordInv').first().waitFor()
  await take(page, 'number-series')
  const [, posted] = (await client.get('/postings?state=transferred&size=2')).items
  await page.goto(`/invoices/${posted.id}`)
  await page.getByRole('region', { name: 'Accounting' }).waitFor()
  await take(page, 'posted-invoice')
}

/** An expense that came in, and one on a project that is not known here. */
async function takeImport(page: Page, client: Client): Promise<void> {
  const { items } = await client.get('/projects?state=in-progress&size=1')
  for (const [Project, Text, Amount] of [
    [items[0].number, 'Fly til Aalborg', 1250.5],
    ['20777', 'Hotel, byggeudvalg', 900],
  ]) {
    await books.put('ProjectClient', { Number: Project, Name: Project, Group: 'Standard' })
    const bill = { Creditor: '7001', Name: 'Nordisk Rejsebureau A/S', Serie: 'Finans', Scan: true }
    await books.billByHand({ ...bill, Project, Text, Amount })
  }
  const { id: _, companyName: _n, hasApiKey: _h, sentRecords: _s, ...settings } = await client.get(system)
  await client.put(system, {
    ...settings,
    ...{ importExpenses: true, expenseActivity: 'Udlæg fra bogføringen', expensesBillable: true },
    ...{ expensesFrom: '2026-01-01', expenseSeries: 'Finans', expenseAccounts: '2000..2999' },
  })
  await client.post('/expense-import/run', {})
  await page.goto('/import-expenses')
  await page.getByText('There is no project 20777 here.').waitFor()
  await take(page, 'import-expenses')
}

async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).click()
  await page.getByRole('option', { name: option }).first().click()
}

async function bringUp(what: Locator): Promise<void> {
  await what.evaluate((element) => element.scrollIntoView({ block: 'start' }))
}

async function take(page: Page, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: join(folder, `${name}.png`) })
  console.log(`docs/pictures/${name}.png`)
}
