import type { Page } from '@playwright/test'
import { expect } from './fixture.ts'

const sameOrigin = { 'sec-fetch-site': 'same-origin' }

/** Asks the API as the person who is signed in on the page. */
export async function send(page: Page, path: string, data: object) {
  const answer = await page.request.post(`/api/v1${path}`, { data, headers: sameOrigin })
  expect(answer.ok(), await answer.text()).toEqual(true)
  return answer.json()
}

/** The person who is signed in reads another language from now on, on the page as well. */
export async function speak(page: Page, language: 'en' | 'da' | 'nb'): Promise<void> {
  const { name, phone } = await (await page.request.get('/api/v1/me')).json()
  const answer = await page.request.put('/api/v1/me', { data: { name, phone, language }, headers: sameOrigin })
  expect(answer.ok(), await answer.text()).toEqual(true)
  await page.reload()
}

/** A customer, a project at 1,150 an hour, ten approved hours in two entries and two that nobody approved, in October. */
export async function workOnAProject(page: Page): Promise<{ customerId: string; projectId: string }> {
  await send(page, '/accounting/standard-set', { country: 'DK' })
  const customer = { name: 'Hansen A/S', countryCode: 'DK', currency: 'DKK', paymentDays: 14 }
  const { id: customerId } = await send(page, '/customers', customer)
  const { id: ownerId } = await (await page.request.get('/api/v1/me')).json()
  const project = { name: 'Harbour office', customerId, ownerId, state: 'in-progress' }
  const { id: projectId } = await send(page, '/projects', project)
  await send(page, '/price-models', {
    projectId,
    name: 'By the hour',
    kind: 'hourly',
    hourlyBase: 'common',
    commonRate: '1150',
  })
  const { id: activityId } = await send(page, '/activities', { projectId, name: 'Design' })
  const register = (workedOn: string, minutes: number) => send(page, '/time-entries', { activityId, workedOn, minutes })
  const approved = [await register('2026-10-05', 450), await register('2026-10-06', 150)]
  await register('2026-10-07', 120)
  await send(page, '/time-entries/approve', { ids: approved.map(({ id }) => id) })
  return { customerId, projectId }
}

export async function makeDraft(page: Page, projectId: string): Promise<string> {
  const { items } = await (await page.request.get(`/api/v1/price-models?project=${projectId}`)).json()
  const draft = await send(page, '/drafts', { projectId, priceModelId: items[0].id, until: '2026-10-31' })
  return draft.id
}
