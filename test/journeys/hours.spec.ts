// Hours: a week by keyboard alone, what goes wrong in a cell, copying, locking, approving and handing back.
import type { Browser, Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from './accessible.ts'
import { administrator, expect, signIn, test } from './fixture.ts'

test.describe.configure({ timeout: 180_000 })

const employee = {
  name: 'Ebbe Holm',
  email: 'ebbe@journey.example',
  password: 'another long password',
  role: 'employee',
}

test('a week is registered by keyboard alone, saves itself, and is copied to the next', async ({ page }) => {
  await signIn(page)
  await somethingToWorkOn(page)
  await page.goto('/timesheet')
  await expect(page.getByText('No hours in this week yet.', { exact: false })).toBeVisible()
  await expectAccessible(page, 'an empty timesheet')

  await test.step('every way of writing seven and a half hours is understood', async () => {
    await page.getByRole('textbox', { name: 'Add an activity' }).focus()
    await page.keyboard.type('sket')
    await expect(page.getByRole('option', { name: /Sketches/ })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(cell(page, 'Sketches, Mon')).toBeFocused()
    await page.keyboard.type('7,5')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.type('7:30')
    await page.keyboard.press('Tab')
    await page.keyboard.type('7.5')
    await page.keyboard.press('Tab')
    await page.keyboard.type('7h30')
    await page.keyboard.press('Enter')
    for (const day of ['Mon', 'Tue', 'Wed', 'Thu']) await expect(cell(page, `Sketches, ${day}`)).toHaveValue('7.50')
    await expect(page.getByRole('row', { name: /^Total/ }).getByText('30.00')).toBeVisible()
    await allSaved(page)
    await page.reload()
    for (const day of ['Mon', 'Tue', 'Wed', 'Thu']) await expect(cell(page, `Sketches, ${day}`)).toHaveValue('7.50')
  })

  await test.step('F2 changes what stands there, Escape takes it back, Delete empties', async () => {
    await cell(page, 'Sketches, Mon').focus()
    await page.keyboard.press('F2')
    await page.keyboard.press('Backspace')
    await page.keyboard.press('ArrowLeft')
    await expect(cell(page, 'Sketches, Mon')).toHaveValue('7.5')
    await page.keyboard.press('Escape')
    await expect(cell(page, 'Sketches, Mon')).toHaveValue('7.50')
    await page.keyboard.press('End')
    await expect(cell(page, 'Sketches, Sun')).toBeFocused()
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Delete')
    await expect(cell(page, 'Sketches, Thu')).toHaveValue('')
    await allSaved(page)
  })

  await test.step('cells of a spreadsheet are pasted; those beside the week are counted', async () => {
    await cell(page, 'Sketches, Thu').focus()
    await paste(page, '1,25\t\t2\t4\t30\r\n')
    await expect(page.getByText('1 cell was not pasted', { exact: false })).toBeVisible()
    await expect(cell(page, 'Sketches, Thu')).toHaveValue('1.25')
    await expect(cell(page, 'Sketches, Fri')).toHaveValue('')
    await expect(cell(page, 'Sketches, Sun')).toHaveValue('4.00')
    await allSaved(page)
    await paste(page, '0\t0\t0\t0')
    await allSaved(page)
    for (const day of ['Thu', 'Sat', 'Sun']) await expect(cell(page, `Sketches, ${day}`)).toHaveValue('')
  })

  await test.step('a note and other billable hours stand beside the worked ones', async () => {
    await cell(page, 'Sketches, Tue').focus()
    await page.keyboard.press('Shift+F2')
    const note = page.getByRole('dialog', { name: /Note and billable hours/ })
    await expect(note.getByRole('textbox', { name: 'Note', exact: true })).toBeFocused()
    await page.keyboard.type('Facade towards the sea')
    await note.getByRole('textbox', { name: 'Billable' }).fill('5')
    await expectAccessible(page, 'the note of a cell')
    await page.keyboard.press('Control+Enter')
    await expect(cell(page, 'Sketches, Tue')).toBeFocused()
    await allSaved(page)
    await page.reload()
    await expect(page.getByText('5.00 billable').first()).toBeVisible()
    await cell(page, 'Sketches, Tue').focus()
    await page.keyboard.press('Shift+F2')
    await expect(note.getByRole('textbox', { name: 'Note', exact: true })).toHaveValue('Facade towards the sea')
    await page.keyboard.press('Escape')
    await expect(note).toHaveCount(0)
  })

  await test.step('where every entry needs a note, hours wait for it and are sent with it', async () => {
    await needNotes(page, true)
    await cell(page, 'Sketches, Thu').focus()
    await page.keyboard.type('3')
    await page.keyboard.press('Enter')
    const note = page.getByRole('dialog', { name: /Note and billable hours/ })
    await expect(note.getByRole('textbox', { name: 'Worked' })).toHaveValue('3')
    await expect(note.getByRole('textbox', { name: /^Note/ })).toBeFocused()
    await page.keyboard.press('Control+Enter')
    await expect(note.getByText('Write what was done', { exact: false })).toBeVisible()
    await allSaved(page)
    await page.keyboard.type('Models')
    await page.keyboard.press('Control+Enter')
    await expect(cell(page, 'Sketches, Thu')).toHaveValue('3.00')
    await allSaved(page)
    await page.reload()
    await cell(page, 'Sketches, Thu').focus()
    await page.keyboard.press('Delete')
    await expect(cell(page, 'Sketches, Thu')).toHaveValue('')
    await allSaved(page)
    await needNotes(page, false)
  })

  await test.step('what is no number of hours stays, says why, and is not lost by leaving', async () => {
    await cell(page, 'Sketches, Fri').focus()
    await page.keyboard.type('seven')
    await page.keyboard.press('Enter')
    await expect(cell(page, 'Sketches, Fri')).toHaveValue('seven')
    await expect(page.getByText('1 cell is not saved.')).toBeVisible()
    await expect(page.getByRole('alert').getByText('“seven” is not a number of hours.', { exact: false })).toBeVisible()
    await expectAccessible(page, 'a cell that cannot be read')
    await page.getByRole('link', { name: 'Hours report' }).click()
    const question = page.getByRole('dialog', { name: 'Leave without these hours?' })
    await question.getByRole('button', { name: 'Stay here' }).click()
    await page.getByRole('button', { name: 'Take back' }).click()
    await expect(cell(page, 'Sketches, Fri')).toHaveValue('')
    await allSaved(page)
  })

  await test.step('without a connection cells wait, and are sent when it is back', async () => {
    await page.context().setOffline(true)
    await cell(page, 'Sketches, Fri').focus()
    await page.keyboard.type('2')
    await page.keyboard.press('Enter')
    await expect(page.getByText('1 cell waits and is sent when it does.', { exact: false })).toBeVisible()
    await page.context().setOffline(false)
    await allSaved(page)
    await page.reload()
    await expect(cell(page, 'Sketches, Fri')).toHaveValue('2.00')
  })

  await test.step('the next week begins as a copy of this one', async () => {
    await cell(page, 'Sketches, Fri').focus()
    await page.keyboard.press('PageDown')
    await expect(cell(page, 'Sketches, Fri')).toHaveValue('')
    await page.getByRole('button', { name: 'Copy last week' }).press('Enter')
    await page.getByRole('menuitem', { name: 'Its activities and hours' }).press('Enter')
    await expect(cell(page, 'Sketches, Mon')).toHaveValue('7.50')
    await expect(cell(page, 'Sketches, Fri')).toHaveValue('2.00')
  })

  await test.step('the month shows each day beside what is expected', async () => {
    await page.getByText('Month', { exact: true }).click()
    await expect(page.getByRole('button', { name: /Monday, .* 7\.50/ }).first()).toBeVisible()
    await expectAccessible(page, 'a month')
  })

  await test.step('on a phone the day is a list with large targets', async () => {
    await page.setViewportSize({ width: 390, height: 800 })
    await page.goto('/timesheet?view=day')
    const row = page.getByRole('region', { name: /Sketches/ })
    const before = Number(await row.getByRole('textbox').inputValue())
    await row.getByRole('button', { name: /0.50 more/ }).click()
    await expect(row.getByRole('textbox')).toHaveValue((before + 0.5).toFixed(2))
    await allSaved(page)
    await expectAccessible(page, 'a day on a phone')
    for (const address of ['/timesheet?view=week', '/timesheet?view=month', '/hours-report', '/hours?by=week']) {
      await page.goto(address)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectNoSidewaysScroll(page, address)
    }
  })
})

test('hours are approved in bulk, handed back with a comment, and locked', async ({ page, browser, akkord }) => {
  await signIn(page)
  const { project, activities } = await somethingToWorkOn(page)
  await send(page, 'post', '/users', employee)
  const monday = mondayOf(new Date())
  const theirs = await another(browser, akkord.url)
  await test.step('who has no hours yet is shown the way to the timesheet', async () => {
    await theirs.goto('/hours-report?from=2020-01-01&to=2020-01-31')
    await theirs.getByRole('button', { name: 'Remove all filters' }).click()
    await theirs.getByRole('link', { name: 'To the timesheet' }).click()
    await expect(theirs.getByRole('heading', { level: 1, name: 'Timesheet' })).toBeVisible()
  })
  for (const [index, activityId] of activities.entries())
    for (const step of [0, 1])
      await send(theirs, 'put', '/timesheet/cell', {
        activityId,
        day: addDays(monday, step),
        minutes: 180 + 60 * index,
      })

  await test.step('the approver sees the week, its entries, and approves it', async () => {
    await page.goto(`/hours-approval?project=${project.id}`)
    await expect(page.getByText('Harbour bath', { exact: false }).first()).toBeVisible()
    const week = page.getByRole('region', { name: /^Ebbe Holm, week/ })
    await expect(week.getByText('14.00')).toBeVisible()
    await week.getByRole('button', { name: /^Entries of/ }).press('ArrowRight')
    await expect(week.getByText('Sketches', { exact: false }).first()).toBeVisible()
    await expectAccessible(page, 'hours approval')
    await week.getByRole('button', { name: /^Approve Ebbe/ }).click()
    await expect(page.getByText('4 entries are approved, 14.00 hours.')).toBeVisible()
    await expect(page.getByText('No hours with these filters wait for your approval.')).toBeVisible()
  })

  await test.step('that can be undone, and handed back with a comment by keyboard', async () => {
    await page.getByRole('button', { name: 'Undo' }).click()
    const week = page.getByRole('region', { name: /^Ebbe Holm, week/ })
    await week.getByRole('button', { name: /^Entries of/ }).press('r')
    const question = page.getByRole('dialog', { name: 'Hand hours back' })
    await page.keyboard.press('Control+Enter')
    await expect(question.getByText('Write what is wrong', { exact: false })).toBeVisible()
    await page.keyboard.type('Monday was a holiday')
    await expectAccessible(page, 'handing hours back')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('4 entries are handed back, 14.00 hours.')).toBeVisible()
  })

  await test.step('whoever worked them is told and sees why in the timesheet', async () => {
    await theirs.goto('/notifications')
    await theirs.getByRole('link', { name: 'Look' }).first().click()
    await expect(theirs.getByRole('heading', { level: 1, name: 'Timesheet' })).toBeVisible()
    await cell(theirs, 'Sketches, Mon').focus()
    await expect(theirs.getByRole('tooltip')).toContainText('Rejected: Monday was a holiday')
    await theirs.keyboard.type('2')
    await theirs.keyboard.press('Enter')
    await allSaved(theirs)
  })

  await test.step('a locked week is visibly locked and says until when and by whom', async () => {
    await page.goto('/timesheet-status')
    await expectAccessible(page, 'timesheet status')
    await page.getByRole('button', { name: 'Change the lock' }).click()
    await page.getByRole('textbox', { name: 'Locked up to' }).fill(addDays(monday, 0))
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText(/Hours are locked up to .* for everybody/)).toBeVisible()
    await theirs.reload()
    await expect(theirs.getByText(/Locked up to .* for everybody, by /).first()).toBeVisible()
    await cell(theirs, 'Sketches, Mon').focus()
    await theirs.keyboard.type('9')
    await expect(cell(theirs, 'Sketches, Mon')).toHaveValue('2.00')
    await expect(cell(theirs, 'Sketches, Tue')).toBeEditable()
    await expectAccessible(theirs, 'a locked day')
  })

  await test.step('several people are locked at once', async () => {
    await page.getByRole('checkbox', { name: `Choose ${employee.name}` }).check()
    await page.getByRole('button', { name: 'Lock the hours of these people' }).click()
    const drawer = page.getByRole('dialog', { name: 'Lock the hours of these people' })
    await expect(drawer.getByText(employee.name, { exact: false })).toBeVisible()
    await drawer.getByRole('textbox', { name: 'Locked up to' }).fill(addDays(monday, 1))
    await expectAccessible(page, 'locking several people')
    await drawer.getByRole('button', { name: 'Save' }).click()
    await expect(drawer).toHaveCount(0)
    await theirs.reload()
    await cell(theirs, 'Sketches, Tue').focus()
    await expect(cell(theirs, 'Sketches, Tue')).not.toBeEditable()
    await expect(cell(theirs, 'Sketches, Wed')).toBeEditable()
  })

  await test.step('the overview groups, charts and lists the hours of everybody', async () => {
    await page.goto('/hours')
    await expect(page.getByText('13.00').first()).toBeVisible()
    await expectAccessible(page, 'hours overview')
    await page.goto('/hours?by=week')
    await expect(page.getByRole('img', { name: /Hours per week/ })).toBeVisible()
    await expectAccessible(page, 'hours per week')
    await page.getByRole('link', { name: /^Week/ }).first().click()
    await page
      .getByRole('link', { name: addDaysShown(monday, 1) })
      .first()
      .click()
    const drawer = page.getByRole('dialog', { name: /Hours of/ })
    await expect(drawer.getByRole('textbox', { name: 'Worked' })).toBeVisible()
    await expectAccessible(page, 'an entry')
    await page.goto('/settings/hours')
    await expectAccessible(page, 'hours settings')
  })
  await theirs.context().close()
})

const cell = (page: Page, name: string) => page.getByRole('textbox', { name: new RegExp(`${name} \\d`) })
const allSaved = (page: Page) => expect(page.getByText('Everything is saved.')).toBeVisible()

function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

function mondayOf(now: Date): string {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Copenhagen' }).format(now)
  return addDays(today, -((new Date(`${today}T12:00:00Z`).getUTCDay() + 6) % 7))
}

/** As the lists write a day. */
function addDaysShown(day: string, days: number): string {
  const options = { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' } as const
  return new Intl.DateTimeFormat('en-GB', options).format(new Date(`${addDays(day, days)}T12:00:00Z`))
}

async function another(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, locale: 'en-GB', timezoneId: 'Europe/Copenhagen' })
  const page = await context.newPage()
  await signIn(page, employee)
  return page
}

async function send(page: Page, method: 'post' | 'put', path: string, data: object) {
  const { origin } = new URL(page.url())
  const answer = await page.request[method](`/api/v1${path}`, { data, headers: { origin } })
  expect(answer.ok(), `${path}: ${await answer.text()}`).toEqual(true)
  return answer.json()
}

/** Into the cell that has the focus, as a spreadsheet writes it. */
const paste = (page: Page, text: string) =>
  page.evaluate(`(() => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', ${JSON.stringify(text)})
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })()`)

async function needNotes(page: Page, notesRequired: boolean) {
  const settings = await (await page.request.get('/api/v1/hours-settings')).json()
  await send(page, 'put', '/hours-settings', { ...settings, notesRequired })
  await page.reload()
}

async function somethingToWorkOn(page: Page) {
  const { id: customerId } = await send(page, 'post', '/customers', {
    name: 'Havnefronten A/S',
    countryCode: 'DK',
    currency: 'DKK',
  })
  const { items } = await (await page.request.get('/api/v1/users')).json()
  const ownerId = items.find(({ email }: { email: string }) => email === administrator.email).id
  const project = await send(page, 'post', '/projects', { customerId, name: 'Harbour bath', ownerId })
  const activities: string[] = []
  for (const name of ['Sketches', 'Meetings'])
    activities.push((await send(page, 'post', '/activities', { projectId: project.id, name })).id)
  return { project, activities }
}
