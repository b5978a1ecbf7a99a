// A company that can bill: accounts, a customer with a project, approved hours. Through the door, as people would do it.

import { type Answer, type Client, startTestApp, type TestAppOptions } from './app.ts'
import { aCustomer, anActivity, aProject } from './builders.ts'
import { openWork } from './open-work.ts'

export type LineOfTest = {
  text?: string
  quantity?: string
  unitPrice?: string
  discountPercent?: string
  productType?: string | null
}

// biome-ignore lint/suspicious/noExplicitAny: a test says itself what it expects of an answer.
type Shown = any

/** What a test needs to have worked before it begins. */
export async function done(answer: Promise<Answer>): Promise<Shown> {
  const { status, body } = await answer
  if (status >= 300) throw new Error(`${status}: ${JSON.stringify(body)}`)
  return body
}

const draftFields = [
  ...['customerId', 'departmentId', 'invoicedOn', 'sourcesUntil', 'description', 'yourReference', 'orderReference'],
  ...['contractReference', 'contactId', 'nameLineAbove', 'nameLineBelow', 'invoiceText', 'footerText', 'paymentDays'],
  ...['language', 'lineGrouping', 'hourSpecification', 'attachReceipts', 'transfer', 'exchangeRate', 'rateSource'],
  ...['rateOn', 'tagIds', 'version'],
]

/** What the form sends back of a draft, changed. */
export function changeDraft(client: Client, shown: Shown, fields: object): Promise<Shown> {
  const sent = Object.fromEntries(draftFields.map((name) => [name, shown[name]]))
  return done(client.put(`/drafts/${shown.id}`, { ...sent, ...fields }))
}

export async function anInvoicingOffice(options: TestAppOptions = {}) {
  const app = await startTestApp(options)
  const admin = await app.as('administrator')
  const economy = await app.as('economy')
  await done(admin.post('/accounting/standard-set', { country: 'DK' }))
  const customer = await done(economy.post('/customers', aCustomer({ registrationNumber: '12345674' })))
  const project = await done(economy.post('/projects', aProject({ customerId: customer.id })))

  /** An empty draft with these lines, of the first project unless told otherwise. */
  async function draft(lines: LineOfTest[], fields: object = {}, by: Client = economy): Promise<Shown> {
    let shown = await done(by.post('/drafts', { projectId: project.id, ...fields }))
    for (const line of lines) {
      const sent = { text: 'Advice', quantity: '1', unitPrice: '1000', version: shown.version, ...line }
      shown = await done(by.post(`/drafts/${shown.id}/lines`, sent))
    }
    return shown
  }

  const change = (shown: Shown, fields: object) => changeDraft(economy, shown, fields)

  const tryFinalize = (shown: Shown, by: Client = economy) =>
    by.post(`/invoices/${shown.id}/finalize`, { version: shown.version })
  const finalize = (shown: Shown) => done(tryFinalize(shown))
  const show = (id: string) => done(economy.get(`/invoices/${id}`))

  /** A finalized invoice with these lines. */
  const billed = async (lines: LineOfTest[] = [{}], fields: object = {}) => finalize(await draft(lines, fields))

  /** Hours of two people on an activity of the project, at 1000 an hour; the answer is their ids. */
  async function approvedHours(count = 2): Promise<{ ids: string[]; modelId: string; activityId: string }> {
    const work = await openWork(app)
    const modelId = await work.model(project.id)
    const activity = await done(economy.post('/activities', anActivity({ projectId: project.id })))
    const ids: string[] = []
    for (let n = 0; n < count; n += 1) {
      const user = await work.person(`Person ${n}`)
      ids.push(await work.hours({ project_id: project.id, activity_id: activity.id, user_id: user, minutes: 60 }))
    }
    return { ids, modelId, activityId: activity.id }
  }

  async function billingOf(ids: string[]): Promise<{ approval: string; billing: string; invoice_id: string | null }[]> {
    const { rows } = await app.database.pool.query(
      'select approval, billing, invoice_id from time_entry where id = any($1) order by id',
      [ids],
    )
    return rows
  }

  return {
    app,
    admin,
    economy,
    customer,
    project,
    draft,
    change,
    tryFinalize,
    finalize,
    show,
    billed,
    approvedHours,
    billingOf,
  }
}
