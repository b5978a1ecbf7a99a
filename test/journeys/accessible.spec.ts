// Every page, for whoever sees little, uses no mouse, reads on a phone, enlarges, or bears no motion.
import type { Browser, Page, Request } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from './accessible.ts'
import { administrator, expect, test } from './fixture.ts'

test.use({ hasAdministrator: false })

const phone = { width: 390, height: 800 }
/** A screen of 1280 x 900 at 200 %. */
const enlarged = { width: 640, height: 450 }

const longName = `${'Ærø Rådgivning og Ingeniørforretning '.repeat(3).slice(0, 86)} 🏗️ שלום عليكم`
const longWord = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'
  .repeat(2)
  .slice(0, 100)
const company = { name: longName, countryCode: 'DK', currency: 'DKK', timeZone: 'Europe/Copenhagen' }

/** Where every page has to be full. */
const withDemo = test.extend({ demo: { company, administrator: { name: longWord, ...administrator } } })

withDemo('every page and every form is clean, in the light and in the dark', async ({ page }) => {
  test.setTimeout(600_000)
  for (const address of await addressesOf(page)) {
    await open(page, address)
    await expectAccessible(page, address)
  }
})

test('with the keyboard alone one sees where one is, gets everywhere, and is caught nowhere', async ({ page }) => {
  test.setTimeout(180_000)
  await setUp(page)
  for (let number = 1; number <= 40; number++)
    await send(page, '/customers', { name: `Customer ${number}`, countryCode: 'DK', currency: 'DKK' })
  await open(page, '/customers')
  const skip = page.getByRole('link', { name: 'Skip to content' })
  await skip.focus()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('main').locator(':focus')).toBeVisible()

  const { items } = await (await page.request.get('/api/v1/customers')).json()
  for (const address of [
    '/customers',
    `/customers/${items[0].id}`,
    `/customers/${items[0].id}/edit`,
    '/tags?group=new',
  ]) {
    await open(page, address)
    const stops = await walk(page)
    expect(
      stops.filter(({ isSeen }) => !isSeen).map(({ name }) => name),
      `stops of ${address} where the focus cannot be seen`,
    ).toEqual([])
    expect(new Set(stops.map(({ name }) => name)).size, address).toBeGreaterThan(5)
  }

  await test.step('Escape closes what is open, and the focus goes back', async () => {
    await open(page, '/customers')
    for (const name of [/profile, appearance/, 'Filter', 'View', 'Search customers, projects, invoices and pages']) {
      const button = page.getByRole('button', { name, exact: true })
      await button.focus()
      await page.keyboard.press('Enter')
      const layer = page.locator('[role=menu], [role=dialog]').filter({ visible: true })
      await expect(layer.first(), String(name)).toBeVisible()
      await expect(page.locator(':focus-within').and(layer), `focus in ${name}`).toHaveCount(1)
      await page.keyboard.press('Escape')
      await expect(layer, String(name)).toHaveCount(0)
      await expect(button).toBeFocused()
    }
    await open(page, '/tags?group=new')
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await open(page, '/settings/integrations?dialog=uniconta')
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })
})

test('whoever asks for no motion sees none', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.addInitScript(noteMotion)
  await setUp(page)
  await open(page, '/customers')
  await page.getByRole('button', { name: 'Setup' }).click()
  await page.getByRole('button', { name: /profile, appearance/ }).click()
  await page.getByRole('menuitem', { name: 'Profile' }).click()
  await page.getByLabel('Phone').fill('12345678')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Saved.')).toBeVisible()
  // Without loading the page anew, which would begin a new list of what moved.
  await page.getByRole('button', { name: 'Setup' }).click()
  await page.getByRole('link', { name: 'Tags', exact: true }).click()
  await page.getByRole('link', { name: '+ New group' }).first().click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(await page.evaluate('moved')).toEqual([])
})

// Not beside the other one with the demo company: whichever is first fills it in for both.
withDemo(
  'no page scrolls sideways on a phone or enlarged to 200 %, whatever the names are',
  async ({ page, browser }) => {
    test.setTimeout(600_000)
    const addresses = await addressesOf(page)
    const screen = await another(browser, page, { viewport: phone, deviceScaleFactor: 2 })
    for (const address of addresses) {
      await screen.setViewportSize(phone)
      await open(screen, address)
      await expectNoSidewaysScroll(screen, `${address} on a phone`)
      await screen.setViewportSize(enlarged)
      await screen.evaluate('new Promise((done) => requestIdleCallback(done))')
      await expectNoSidewaysScroll(screen, `${address} enlarged`)
    }
    await screen.context().close()
  },
)

/** As text, like all that runs in the page, which knows names that the tests do not. */
const noteMotion = `
  window.moved = []
  for (const kind of ['transitionrun', 'animationstart'])
    document.addEventListener(kind, ({ target }) => {
      for (const { effect } of target.getAnimations())
        if (Number(effect.getComputedTiming().duration) > 10) window.moved.push(kind + ' ' + target.className)
    })`

const sameOrigin = { 'sec-fetch-site': 'same-origin' }

async function setUp(page: Page): Promise<void> {
  const { name: companyName, ...rest } = company
  await send(page, '/set-up', { companyName, ...rest, ...administrator, name: longWord })
  await signInAtOnce(page)
}

async function signInAtOnce(page: Page): Promise<void> {
  const answer = await page.request.post('/api/auth/sign-in/email', { data: administrator, headers: sameOrigin })
  expect(answer.ok(), await answer.text()).toEqual(true)
}

async function send(page: Page, path: string, data: object) {
  const answer = await page.request.post(`/api/v1${path}`, { data, headers: sameOrigin })
  expect(answer.ok(), await answer.text()).toEqual(true)
  return answer.json()
}

/** The pages of the navigation, and a record, a form and a dialog of each kind; names are as long as they may be. */
async function addressesOf(page: Page): Promise<string[]> {
  await signInAtOnce(page)
  const { items: groups } = await (await page.request.get('/api/v1/tag-groups')).json()
  const tagIdsFor = (kind: string) =>
    groups.flatMap((group: { objectKind: string; rule: string; tags: { id: string }[] }) =>
      group.objectKind === kind && group.rule === 'exactly-one' ? [group.tags[0]?.id] : [],
    )
  const money = { countryCode: 'DK', currency: 'DKK' }
  const customer = await send(page, '/customers', {
    name: longName,
    ...money,
    city: '🏙️',
    tagIds: tagIdsFor('customer'),
  })
  await send(page, '/customers', { name: longWord, ...money, tagIds: tagIdsFor('customer') })
  const contact = await send(page, '/contacts', { customerId: customer.id, name: longName, email: 'a@b.example' })
  const project = await send(page, '/projects', {
    customerId: customer.id,
    name: longWord,
    tagIds: tagIdsFor('project'),
  })
  await send(page, '/api-keys', { name: longWord, role: 'economy', expiresOn: inAMonth() })
  const { items: users } = await (await page.request.get('/api/v1/users')).json()
  await open(page, '/')
  const links = page.getByRole('navigation', { name: 'Pages' }).getByRole('link')
  const pages = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') as string))
  expect(pages.length).toBeGreaterThan(10)
  const records = [
    ['/customers', customer.id],
    ['/contacts', contact.id],
    ['/projects', project.id],
  ]
  return [
    ...pages,
    ...records.flatMap(([list, id]) => [`${list}/new`, `${list}/${id}`, `${list}/${id}/edit`]),
    '/users/new',
    `/users/${users[0].id}`,
    '/tags?group=new',
    '/departments?department=new',
    '/settings/accounting?tab=accounts&open=new',
    '/settings/accounting?tab=vatCodes&open=new',
    '/settings/accounting?tab=phrases&open=export',
    '/settings/accounting?tab=terms&open=new',
    '/settings/integrations?dialog=uniconta',
    '/nowhere',
  ]
}

const inAMonth = () => new Date(Date.now() + 30 * 24 * 60 * 60_000).toISOString().slice(0, 10)

/** Until the page says what it is and waits for nothing: no answer is awaited, and all that came is shown. */
async function open(page: Page, address: string): Promise<void> {
  const awaited = awaitedBy(page)
  // What the page before it asked for is never heard of again.
  page.once('framenavigated', () => awaited.clear())
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  const isShown = 'new Promise((done) => requestAnimationFrame(() => requestIdleCallback(done)))'
  await expect(async () => {
    const before = awaited.size
    await page.evaluate(isShown)
    expect([before, ...[...awaited].map((request) => request.url())], 'answers that are awaited').toEqual([0])
    expect(await page.locator('.mantine-Skeleton-root').count()).toEqual(0)
  }).toPass({ intervals: [10], timeout: 30_000 })
}

const requests = new WeakMap<Page, Set<Request>>()

function awaitedBy(page: Page): Set<Request> {
  const known = requests.get(page)
  if (known) return known
  const awaited = new Set<Request>()
  requests.set(page, awaited)
  page.on('request', (request) => awaited.add(request))
  page.on('requestfinished', (request) => awaited.delete(request))
  page.on('requestfailed', (request) => awaited.delete(request))
  return awaited
}

async function another(browser: Browser, page: Page, screen: Parameters<Browser['newContext']>[0]): Promise<Page> {
  const storageState = await page.context().storageState()
  const context = await browser.newContext({ ...screen, storageState, baseURL: new URL(page.url()).origin })
  return context.newPage()
}

type Stop = { mark: string; name: string; isSeen: boolean }

/** Tab, from the top until it comes round or leaves the page: each stop, and whether one sees it. */
async function walk(page: Page): Promise<Stop[]> {
  const skip = page.getByRole('link', { name: 'Skip to content' })
  if ((await page.getByRole('dialog').count()) === 0) await skip.focus()
  const stops: Stop[] = []
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press('Tab')
    const here = await stop(page)
    if (!here || here.mark === stops[0]?.mark) return stops
    stops.push(here)
  }
  throw new Error(
    `150 presses of Tab from ${page.url()} did not come round: ${stops.slice(-5).map(({ name }) => name)}`,
  )
}

const stop = (page: Page): Promise<Stop | null> =>
  page.evaluate(`(async () => {
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {})))
    const focused = document.activeElement
    if (!focused || focused === document.body) return null
    const box = focused.getBoundingClientRect()
    const styleOf = (element) => getComputedStyle(element)
    const ringed = (element) => styleOf(element).outlineStyle !== 'none' && parseFloat(styleOf(element).outlineWidth) > 0
    const wrapped = focused.closest('.mantine-Input-wrapper')
    const isField = focused.matches('input, textarea, select')
    const shown = [focused, wrapped, focused.parentElement].some((element) => element && ringed(element))
    const bordered = isField && styleOf(focused).borderTopColor !== 'rgb(206, 212, 218)' && parseFloat(styleOf(focused).borderTopWidth) > 0
    const inSight = box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
    const above = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
    const bar = above?.closest('.form-footer, .mantine-AppShell-header')
    const isCovered = bar && !bar.contains(focused)
    focused.dataset.stop ??= String(document.querySelectorAll('[data-stop]').length)
    return {
      mark: focused.dataset.stop,
      name: focused.getAttribute('aria-label') ?? (focused.textContent.slice(0, 60) || focused.outerHTML.slice(0, 120)),
      isSeen: inSight && !isCovered && (shown || bordered),
    }
  })()`)
