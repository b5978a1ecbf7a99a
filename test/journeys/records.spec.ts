// Customers, contacts, projects, tags and departments, as an accountant uses them.
import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from './accessible.ts'
import { administrator, expect, signIn, test } from './fixture.ts'

// Rich journeys: many screens, each looked at twice.
test.describe.configure({ timeout: 180_000 })

const accountant = { email: 'birte@journey.example', password: 'another long password', name: 'Birte Bak' }

test('UC-10 UC-16 UC-25: an accountant makes tags, a department, a customer, a contact and a project', async ({
  page,
}) => {
  await connect(page)
  await signIn(page, accountant)

  await test.step('tags, with a rule and codes', async () => {
    await page.getByRole('link', { name: 'Tags' }).click()
    await page.getByRole('link', { name: '+ New group' }).click()
    await page.getByLabel('Name').fill('Business area')
    await choose(page, 'For', 'Projects')
    await choose(page, 'How many a record carries', 'Exactly one')
    await expectAccessible(page, 'a new tag group')
    await save(page)
    await addTag(page, 'Advice', 'ADV')
    await addTag(page, 'Design', 'DES')
    await page.getByRole('link', { name: '+ Tag in Business area' }).click()
    await page.getByLabel('Name').fill('Drawing')
    await page.getByLabel('Code').fill('DES')
    await page.keyboard.press('Control+s')
    await expect(page.getByText('The code DES is already used by the tag Design of this group.').first()).toBeVisible()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('button', { name: 'Leave' }).click()
    await expectAccessible(page, 'tags')
  })

  await test.step('a department with its number in accounting', async () => {
    await page.getByRole('link', { name: 'Departments' }).click()
    await page.getByRole('link', { name: '+ New department' }).first().click()
    await page.getByRole('textbox', { name: 'Number', exact: true }).fill('10')
    await page.getByLabel('Name').fill('Aarhus')
    await page.getByLabel('Number in accounting').fill('AAR')
    await expectAccessible(page, 'a new department')
    await save(page)
    await expect(page.getByRole('row', { name: /10 Aarhus AAR/ })).toBeVisible()
    await expectAccessible(page, 'departments')
  })

  await test.step('UC-16: a customer, refused until it has exactly one customer group', async () => {
    await navigation(page).getByRole('link', { name: 'Overview' }).first().click()
    await page.getByRole('link', { name: '+ New customer' }).first().click()
    await page.getByLabel('Name').fill('Hansen & Søn A/S')
    await page.keyboard.press('Control+s')
    await expect(page.getByText(/Choose exactly one tag of the group Customer group/).first()).toBeVisible()
    await expectAccessible(page, 'a refused customer')
    await choose(page, 'Customer group', /Danske|Indland/)
    await page.getByLabel('City').fill('Aarhus C')
    await expectAccessible(page, 'a new customer')
    await save(page)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Hansen & Søn A/S')
    await expect(panel(page, 'Accounting').getByText('Transferred')).toBeVisible()
  })
  const customerAddress = page.url()

  await test.step('a contact of the customer', async () => {
    await panel(page, 'Contacts').getByRole('link', { name: '+ Contact' }).click()
    await page.getByLabel('Name').fill('Mette Ågård')
    await page.getByLabel('E-mail').fill('mette')
    await save(page)
    await expect(page.getByLabel('E-mail')).toBeFocused()
    await page.getByLabel('E-mail').fill('mette@hansen.example')
    await expectAccessible(page, 'a new contact')
    await save(page)
    await expect(page).toHaveURL(customerAddress)
    await panel(page, 'Contacts').getByRole('link', { name: 'Mette Ågård' }).click()
    await expect(page.getByRole('link', { name: 'mette@hansen.example' })).toBeVisible()
    await expectAccessible(page, 'a contact')
    await page.goBack()
  })

  await test.step('UC-25: a project of the customer, with days as they are typed here', async () => {
    await panel(page, 'Projects').getByRole('link', { name: '+ Project' }).click()
    await page.getByLabel('Name').fill('New website')
    await expect(page.getByRole('combobox', { name: 'Customer' })).toHaveValue(/Hansen & Søn A\/S/)
    await choose(page, 'Business area', 'Advice')
    await choose(page, 'Owner', accountant.name)
    await choose(page, 'Department', '10 Aarhus')
    await page.getByLabel('Start', { exact: true }).fill('1.2.27')
    await page.getByLabel('End', { exact: true }).fill('31/02/2027')
    await page.keyboard.press('Tab')
    await expect(page.getByLabel('Start', { exact: true })).toHaveValue('01/02/2027')
    await expect(page.getByText(/This is not a day/)).toBeVisible()
    await page.getByRole('button', { name: 'Pick end in a calendar' }).click()
    await page.getByRole('dialog').getByRole('button', { name: /^15 / }).click()
    await page.getByLabel('End', { exact: true }).fill('30/6/2027')
    await expectAccessible(page, 'a new project')
    await save(page)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('New website')
    await expect(page.getByText('1 Feb 2027')).toBeVisible()
    await expect(panel(page, 'Accounting').getByText('Transferred')).toBeVisible()
    await expectAccessible(page, 'a project')
    await page.getByRole('link', { name: /Hansen & Søn/ }).click()
    await expect(panel(page, 'Projects').getByRole('link', { name: /New website/ })).toBeVisible()
    await expectAccessible(page, 'a customer')
  })

  await test.step('filters stand in the address, and Back brings them again', async () => {
    await navigation(page).getByRole('link', { name: 'Overview' }).nth(1).click()
    await filter(page, 'State', 'Finished')
    await expect(page.getByText('Nothing matches this search and these filters.')).toBeVisible()
    await page.getByRole('button', { name: 'Remove the filter State' }).click()
    await page.getByRole('button', { name: 'Filter', exact: true }).click()
    await page.getByRole('button', { name: 'Customer', exact: true }).click()
    await page.getByRole('searchbox', { name: 'Search customer' }).fill('hansen')
    await page.getByRole('checkbox', { name: /Hansen & Søn/ }).check()
    await page.keyboard.press('Escape')
    await filter(page, 'Accounting', 'Transferred')
    await expectAccessible(page, 'projects, filtered')
    const address = page.url()
    await page.getByRole('link', { name: 'New website' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('New website')
    await page.goBack()
    await expect(page).toHaveURL(address)
    await expect(page.getByText(/^Customer is .*Hansen & Søn A\/S$/)).toBeVisible()
  })

  await test.step('a new code of a tag says what it does before it does it', async () => {
    await page.getByRole('link', { name: 'Tags' }).click()
    await page.getByRole('link', { name: 'Edit Advice' }).click()
    await page.getByLabel('Code').fill('ADVICE')
    await expect(page.getByText(/One record carries this tag. Saving sends it to accounting again./)).toBeVisible()
    await expectAccessible(page, 'a tag')
    await save(page)
    await expect(page.getByRole('row', { name: /Advice ADVICE/ })).toBeVisible()
  })

  await test.step('what is used is not deleted, and says why; what is not used is', async () => {
    await page.getByRole('link', { name: 'Edit Advice' }).click()
    await page.getByRole('button', { name: 'Delete' }).click()
    const question = page.getByRole('dialog', { name: 'Delete Advice?' })
    await question.getByRole('button', { name: 'Delete' }).click()
    await expect(question).toContainText('The tag Advice is used by one record and was not deleted.')
    await question.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('link', { name: 'Edit Design' }).click()
    await deleteAfterQuestion(page)
    await expect(page.getByRole('link', { name: 'Edit Design' })).toHaveCount(0)

    await page.goto(customerAddress)
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Delete' }).click()
    const refusal = page.getByRole('dialog')
    await refusal.getByRole('button', { name: 'Delete' }).click()
    await expect(refusal).toContainText('has been sent to accounting and was not deleted. Make it inactive instead.')
    await refusal.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('link', { name: 'Mette Ågård' }).click()
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Delete' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
    await expect(page).toHaveURL(customerAddress)
    await expect(page.getByText('No contact is written down.')).toBeVisible()
  })

  await test.step('UC-20: the number that was sent stays', async () => {
    await page.getByRole('link', { name: 'Edit' }).click()
    await expect(page.getByLabel('Customer number')).toBeDisabled()
    await expect(page.getByText('Sent to accounting, so it stays.')).toBeVisible()
  })
})

test('two people change one customer: nobody loses anything, and the history tells it', async ({
  page,
  browser,
  akkord,
}) => {
  await connect(page)
  await signIn(page, accountant)
  const { id } = await send(page, '/customers', await aCustomer(page, 'Hansen & Søn A/S'))
  const address = `/customers/${id}/edit`
  await page.goto(address)
  await page.getByLabel('City').fill('Aarhus')

  const colleague = await (await browser.newContext({ baseURL: akkord.url })).newPage()
  await signIn(colleague, administrator)
  await colleague.goto(address)
  await colleague.getByLabel('City').fill('Odense')
  await choose(colleague, 'Customer group', /Stat/)
  await save(colleague)
  await expect(colleague.getByRole('heading', { level: 1 })).toContainText('Hansen')

  await save(page)
  const conflict = page.getByRole('dialog', { name: 'Somebody else saved meanwhile' })
  await expect(conflict.getByRole('row', { name: 'City Aarhus Odense' })).toBeVisible()
  await expect(conflict.getByRole('row', { name: /Tags Danske kunder Stat/ })).toBeVisible()
  await expectAccessible(page, 'a conflict')
  await conflict.getByRole('button', { name: 'Save mine over it' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Hansen')
  await expect(page.getByText('Aarhus', { exact: true })).toBeVisible()

  await page.getByRole('tab', { name: 'History' }).click()
  await expect(page.getByRole('row', { name: /Birte Bak changed City Odense Aarhus/ })).toBeVisible()
  await expect(
    page.getByRole('row', { name: /Tags Customer group: Stat.* Customer group: Danske kunder/ }),
  ).toBeVisible()
  await expectAccessible(page, 'a history')

  await test.step('UC-20: an administrator gives another number, and is told before what that means', async () => {
    await colleague.reload()
    await colleague.getByRole('button', { name: 'More' }).click()
    await colleague.getByRole('menuitem', { name: 'Another number' }).click()
    const dialog = colleague.getByRole('dialog', { name: /^Another number for / })
    await expect(dialog).toContainText('The customer is made anew in accounting under the new number')
    await dialog.getByLabel('New number').fill('77001')
    await expectAccessible(colleague, 'another number')
    await dialog.getByRole('button', { name: 'Give this number' }).click()
    await expect(colleague.getByRole('heading', { level: 1 })).toContainText('77001 Hansen')
    await expect(colleague.getByText('In Uniconta as debtor 77001.')).toBeVisible()
    await colleague.context().close()
  })
  await page.getByRole('button', { name: 'More' }).click()
  await expect(page.getByRole('menuitem', { name: 'Delete' })).toBeVisible()
  await expect(page.getByRole('menuitem', { name: 'Another number' })).toHaveCount(0)
  await page.keyboard.press('Escape')

  await page.getByRole('link', { name: 'Edit' }).click()
  await page.getByLabel('City').fill('Randers')
  await page.goBack()
  await page.getByRole('button', { name: 'Stay here' }).click()
  await expect(page.getByLabel('City')).toHaveValue('Randers')
})

test('a project is made with the keyboard alone, and read on a phone', async ({ page }) => {
  await connect(page)
  await signIn(page, accountant)
  const customer = await send(page, '/customers', await aCustomer(page, 'Hansen & Søn A/S'))
  await send(page, '/customers', { ...(await aCustomer(page, 'Hansen Old A/S')), status: 'inactive' })
  await send(page, '/contacts', { customerId: customer.id, name: 'Mette Ågård', email: 'mette@hansen.example' })
  await send(page, '/departments', { number: '10', name: 'Aarhus' })

  await page.goto('/projects')
  await expect(page.getByRole('heading', { level: 1, name: 'Projects' })).toBeFocused()
  await tabTo(page, '+ New project')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Name')).toBeFocused()
  await page.keyboard.type('Harbour office')
  await page.keyboard.press('Tab')
  await page.keyboard.type('hansen')
  await expect(page.getByRole('option')).toHaveText([/Hansen & Søn A\/S/])
  // The list of before the search shows it too, and goes.
  await expect(async () => {
    await page.keyboard.press('ArrowDown')
    await expect(page.locator('[role=option][data-combobox-selected]')).toHaveCount(1, { timeout: 500 })
  }).toPass()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Customer' })).toHaveValue(/Hansen & Søn A\/S/)
  await tabTo(page, 'Start')
  await page.keyboard.type('24/12')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Harbour office')
  await page.keyboard.press('Control+k')
  await expect(page.getByPlaceholder('Search customers, projects, invoices and pages')).toBeFocused()
  await page.keyboard.type('mette')
  await expect(page.getByRole('button', { name: /Mette Ågård/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Mette Ågård' })).toBeVisible()

  await page.setViewportSize({ width: 390, height: 800 })
  const { items: projects } = await read(page, '/projects')
  const { items: contacts } = await read(page, '/contacts')
  const addresses = [
    '/customers',
    `/customers/${customer.id}`,
    `/customers/${customer.id}/edit`,
    '/contacts',
    `/contacts/${contacts[0].id}`,
    '/projects',
    `/projects/${projects[0].id}`,
    '/projects/new',
    '/tags',
    '/tags?group=new',
    '/departments',
    '/departments?department=new',
    '/settings/accounting',
    '/settings/accounting?tab=vatCodes&open=new',
    '/settings/accounting?tab=phrases',
    '/settings/invoicing',
  ]
  for (const address of addresses) {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectNoSidewaysScroll(page, address)
  }
})

const panel = (page: Page, name: string) => page.getByRole('region', { name })
const navigation = (page: Page) => page.getByRole('navigation', { name: 'Pages' })

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: false }).click()
}

async function choose(page: Page, field: string, option: string | RegExp): Promise<void> {
  await page.getByRole('combobox', { name: field, exact: true }).click()
  await page.getByRole('option', { name: option }).first().click()
}

async function filter(page: Page, name: string, value: string): Promise<void> {
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByRole('button', { name, exact: true }).click()
  await page.getByRole('checkbox', { name: value }).check()
  await page.keyboard.press('Escape')
}

async function addTag(page: Page, name: string, code: string): Promise<void> {
  await page.getByRole('link', { name: '+ Tag in Business area' }).click()
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Code').fill(code)
  await save(page)
  await expect(page.getByRole('row', { name: new RegExp(`${name} ${code} 0`) })).toBeVisible()
}

async function deleteAfterQuestion(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Delete' }).click()
  await page
    .getByRole('dialog', { name: /^Delete / })
    .getByRole('button', { name: 'Delete' })
    .click()
}

async function tabTo(page: Page, name: string): Promise<void> {
  const wanted = page.locator(':focus').and(page.getByRole('link', { name }).or(page.getByLabel(name, { exact: true })))
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab')
    if ((await wanted.count()) > 0) return
  }
  throw new Error(`Sixty presses of Tab did not reach ${name}.`)
}

/** As the administrator: the integration, with the customer groups of the sandbox as tags, and the accountant. */
async function connect(page: Page): Promise<void> {
  await page.request.post('/api/auth/sign-in/email', { data: administrator, headers: sameOrigin })
  await send(page, '/users', { ...accountant, role: 'economy' })
  const account = { userName: 'akkord-server', password: 'sandbox-password', companyId: 12345 }
  const { tagGroupId } = await send(page, '/integrations/uniconta/fetch-groups', { ...account, tagGroupId: null })
  await send(page, '/integrations/uniconta', {
    ...account,
    exportCustomers: true,
    customerGroupTagGroupId: tagGroupId,
    exportProjects: true,
  })
  await page.context().clearCookies()
}

async function aCustomer(page: Page, name: string) {
  const { items } = await read(page, '/tag-groups')
  return { name, countryCode: 'DK', currency: 'DKK', tagIds: [items[0].tags[0].id] }
}

const sameOrigin = { 'sec-fetch-site': 'same-origin' }

async function send(page: Page, path: string, body: object) {
  const answer = await page.request.post(`/api/v1${path}`, {
    data: body,
    headers: sameOrigin,
  })
  expect(answer.ok(), await answer.text()).toEqual(true)
  return answer.json()
}

async function read(page: Page, path: string) {
  return (await page.request.get(`/api/v1${path}`)).json()
}
