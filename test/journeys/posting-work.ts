// A company that posts, through the API and the pages, and what an accountant does on the other side.
import type { Page } from '@playwright/test'
import { makeDraft, send } from './billable-work.ts'
import { expect } from './fixture.ts'

const company = 12345

type Row = Record<string, unknown>

/** What an accountant does on the other side. */
export function byHand(page: Page, url: string) {
  const control = `${url}/sandbox/control`
  const rows = async (entity: string): Promise<Row[]> =>
    (await page.request.get(`${control}/rows/${company}/${entity}`)).json()
  const work = async (what: string, data: Row): Promise<Row> =>
    (await page.request.post(`${control}/by-hand/${what}/${company}`, { data })).json()
  return {
    rows,
    put: (entity: string, data: Row) => page.request.put(`${control}/rows/${company}/${entity}`, { data }),
    remove: (entity: string, key: string) =>
      page.request.delete(`${control}/rows/${company}/${entity}/${key}`, { data: {} }),
    post: (data: Row) => work('post', data),
    pay: (data: Row) => work('pay', data),
    unbook: (data: Row) => work('unbook', data),
    period: (data: Row) => work('period', data),
    switches: (data: Row) => page.request.put(`${control}/switches`, { data }),
    /** The series that numbers invoices. */
    serie: async () => (await rows('CompanySettingsClient'))[0]?.DebtorVoucherSerie,
  }
}

/** An integration that posts, with the tags that customer and project need, saved through the API. */
export async function connect(
  page: Page,
  { customerId, projectId }: { customerId: string; projectId: string },
  settings: object = {},
): Promise<void> {
  const tagOf = async (name: string, objectKind: string, code: string) => {
    const group = await send(page, '/tag-groups', { name, objectKind, rule: 'exactly-one' })
    const tag = await send(page, '/tags', { groupId: group.id, name, code, colour: 'blue', active: true })
    return { groupId: group.id as string, tagId: tag.id as string }
  }
  const customers = await tagOf('Customer group', 'customer', 'Indland')
  const categories = await tagOf('Project category', 'project', '90')
  await change(page, `/customers/${customerId}`, { tagIds: [customers.tagId] })
  await change(page, `/projects/${projectId}`, { tagIds: [categories.tagId] })
  await send(page, '/integrations/uniconta', {
    userName: 'akkord-server',
    password: 'sandbox-password',
    companyId: company,
    exportCustomers: true,
    customerGroupTagGroupId: customers.groupId,
    exportProjects: true,
    exportInvoices: true,
    firstDocument: 'go',
    projectCategoryTagGroupId: categories.groupId,
    ...settings,
  })
  await send(page, '/sync/send-again', { kind: 'customer', ids: [customerId] })
  await send(page, '/sync/send-again', { kind: 'project', ids: [projectId] })
}

/** Shown with a record and not part of what is saved. */
const shownOnly = ['id', 'sync', 'warnings', 'createdAt', 'updatedAt', 'customerNumber', 'customerName']

async function change(page: Page, path: string, fields: object): Promise<void> {
  const record = await (await page.request.get(`/api/v1${path}`)).json()
  const saved = Object.fromEntries(Object.entries(record).filter(([name]) => !shownOnly.includes(name)))
  const answer = await page.request.put(`/api/v1${path}`, {
    data: { ...saved, ...fields },
    headers: { 'sec-fetch-site': 'same-origin' },
  })
  expect(answer.ok(), await answer.text()).toEqual(true)
}

/** Two more hours, approved, and their draft. */
export async function workAgain(page: Page, projectId: string, workedOn: string): Promise<string> {
  const { items } = await (await page.request.get(`/api/v1/activities?project=${projectId}`)).json()
  const { id } = await send(page, '/time-entries', { activityId: items[0].id, workedOn, minutes: 120 })
  await send(page, '/time-entries/approve', { ids: [id] })
  return makeDraft(page, projectId)
}

export async function finalize(page: Page, draftId: string): Promise<void> {
  await page.goto(`/drafts/${draftId}`)
  await page.getByRole('button', { name: 'Finalize' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Finalize' }).click()
  await expect(page.getByRole('heading', { name: /^(Invoice|Credit note) K?\d+/ })).toBeVisible()
}

export async function accountOf(page: Page, customerId: string): Promise<string> {
  return (await (await page.request.get(`/api/v1/customers/${customerId}`)).json()).number
}
