// From finalize to the books, against a sandbox that does what it is told: steady state first, then with faults.
import { setTimeout as wait } from 'node:timers/promises'
import { type Client, fetchJson } from './client.ts'
import { callsOf, clearCalls, companyId, lastCall, percentile } from './measure.ts'

const steady = Number(process.env.STEADY ?? 20)
const serviceMs = 5
/** So that the PDF of the document before is made. */
const idleMs = 500
const settleLimitMs = 1_800_000

type Document = { id: string; number: string }
type PostingSet = { projectId: string }
type Figure = { what: string; figure: string; aim: string }

const json = { 'content-type': 'application/json' }
const command = (sandboxUrl: string, method: string, path: string, body?: object) =>
  fetchJson(`${sandboxUrl}/sandbox/control/${path}`, {
    method,
    headers: json,
    ...(body ? { body: JSON.stringify(body) } : {}),
  })

/** The integration with Export invoices, one project, and a series that a person called empty. */
export async function setUpPosting(client: Client, sandboxUrl: string): Promise<PostingSet> {
  await client('POST', '/accounting/standard-set', { country: 'DK' })
  await command(sandboxUrl, 'PUT', `rows/${companyId}/PaymentTermClient`, {
    Payment: 'Netto0',
    Name: 'Netto 0 dage',
    PaymentMethod: 'Net days',
    Days: 0,
  })
  // What the vendor's own program shows of an order that is posted; the sandbox is as unkind as it can be unless told otherwise.
  await command(sandboxUrl, 'PUT', 'switches', { orderAfterPosting: 'as-it-says', callsBeforeSlowDown: 0 })
  const groupOf = async (objectKind: string, name: string, code: string) => {
    const group = await client('POST', '/tag-groups', { name, objectKind, rule: 'exactly-one' })
    const tag = await client('POST', '/tags', { groupId: group.id, name: code, code })
    return { groupId: group.id as string, tagId: tag.id as string }
  }
  const debtor = await groupOf('customer', 'Customer group', 'Indland')
  const category = await groupOf('project', 'Project category', '90')
  await client('POST', '/integrations/uniconta', {
    userName: 'akkord-server',
    password: 'sandbox-password',
    companyId,
    exportCustomers: true,
    customerGroupTagGroupId: debtor.groupId,
    exportProjects: true,
    exportInvoices: true,
    firstDocument: 'go',
    projectCategoryTagGroupId: category.groupId,
  })
  const customer = { countryCode: 'DK', currency: 'DKK', name: 'Billed A/S', paymentDays: 14, tagIds: [debtor.tagId] }
  const { id: customerId } = await client('POST', '/customers', customer)
  const project = { name: 'Billed', customerId, tagIds: [category.tagId], state: 'in-progress' }
  const { id: projectId } = await client('POST', '/projects', project)
  const first = await makeDraft(client, { projectId })
  const { id } = await finalize(client, first)
  await until(async () => (await client('GET', `/postings/${id}`)).sync.state === 'failed')
  await client('POST', `/postings/${id}/choose`, { choice: 'confirm-empty-series' })
  await untilSettled(client)
  return { projectId }
}

export async function measurePosting(
  client: Client,
  sandboxUrl: string,
  set: PostingSet,
  count: number,
): Promise<Figure[]> {
  const calls = await measureCallsOfInvoices(client, sandboxUrl, set)
  const notes = await measureCallsOfCreditNotes(client, sandboxUrl, calls.documents)
  const storm = await measureStorm(client, sandboxUrl, set, count)
  return [
    { what: 'calls per invoice / per credit note', figure: `${calls.each} / ${notes}`, aim: '<= 7 / <= 7' },
    { what: 'finalize: the request itself, p50', figure: ms(percentile(calls.finalizing, 0.5)), aim: '' },
    { what: 'finalize answered -> first call there, p50', figure: ms(percentile(calls.toWire, 0.5)), aim: '<= 20 ms' },
    {
      what: 'finalize answered -> first call there, p99',
      figure: ms(percentile(calls.toWire, 0.99)),
      aim: '<= 150 ms',
    },
    { what: `${count} invoices, 17 % of posts disturbed: time`, figure: `${storm.seconds.toFixed(0)} s`, aim: '' },
    { what: 'the same calls in a row, undisturbed', figure: `${storm.bareSeconds.toFixed(0)} s`, aim: '' },
    { what: 'calls in all / bare minimum', figure: `${storm.calls} / ${storm.bareCalls}`, aim: '' },
    {
      what: 'booked / extra / lost / out of order',
      figure: `${storm.booked} / ${storm.extra} / ${storm.lost} / ${storm.outOfOrder}`,
      aim: `${count} / 0 / 0 / 0`,
    },
  ]
}

const ms = (value: number) => `${Math.round(value)} ms`

async function measureCallsOfInvoices(client: Client, sandboxUrl: string, set: PostingSet) {
  const drafts: Draft[] = []
  for (let n = 0; n < steady; n++) drafts.push(await makeDraft(client, set))
  await clearCalls(sandboxUrl)
  const documents: Document[] = []
  const finalizing: number[] = []
  const toWire: number[] = []
  for (const draft of drafts) {
    const before = (await callsOf(sandboxUrl)).length
    await wait(idleMs)
    const sentAt = Date.now()
    documents.push(await finalize(client, draft))
    const answeredAt = Date.now()
    await untilSettled(client)
    const first = (await callsOf(sandboxUrl))[before]
    // The lane is woken by the commit, so the call may be out before the answer is.
    if (first) toWire.push(Math.max(0, Date.parse(first.at) - answeredAt))
    finalizing.push(answeredAt - sentAt)
  }
  return { documents, finalizing, toWire, each: (await callsOf(sandboxUrl)).length / steady }
}

async function measureCallsOfCreditNotes(client: Client, sandboxUrl: string, documents: readonly Document[]) {
  const drafts: Draft[] = []
  for (const { id } of documents) {
    const { creditNoteId } = await client('POST', `/invoices/${id}/credit`, { hours: 'keep', reason: 'Bench' })
    drafts.push(await client('GET', `/invoices/${creditNoteId}`))
  }
  await clearCalls(sandboxUrl)
  for (const draft of drafts) await finalize(client, draft)
  await untilSettled(client)
  return (await callsOf(sandboxUrl)).length / drafts.length
}

/** Ten in a hundred posts are refused before they are booked, five lose their answer after it, two are answered late. */
async function measureStorm(client: Client, sandboxUrl: string, set: PostingSet, count: number) {
  const drafts: Draft[] = []
  for (let n = 0; n < count; n++) drafts.push(await makeDraft(client, set))
  const path = '/Invoice/GenerateDebtorInvoice'
  const always = { times: null, match: { path, body: '"Simulate":false' } }
  await command(sandboxUrl, 'POST', 'faults', { kind: 'delay', ms: serviceMs, times: null })
  await command(sandboxUrl, 'POST', 'faults', { kind: 'delay', ms: 1_500, chance: 0.02, ...always })
  await command(sandboxUrl, 'POST', 'faults', { kind: 'status-before', status: 503, chance: 0.1, ...always })
  await command(sandboxUrl, 'POST', 'faults', { kind: 'drop-after', chance: 0.05, ...always })
  const callsBefore = await lastCall(sandboxUrl)
  const startedAt = performance.now()
  const documents: Document[] = []
  for (const draft of drafts) documents.push(await finalize(client, draft))
  // Seldom, so that looking takes nothing from what is measured.
  await untilSettled(client, 500)
  const seconds = (performance.now() - startedAt) / 1_000
  const calls = (await lastCall(sandboxUrl)) - callsBefore
  await command(sandboxUrl, 'DELETE', 'faults', {})
  const there: { InvoiceNumber: number; OurRef: string; PrimaryKeyId: number }[] = await fetchJson(
    `${sandboxUrl}/sandbox/control/rows/${companyId}/DebtorInvoiceClient`,
  )
  const numbers = documents.map(({ number }) => Number(number))
  const ours = there
    .filter((row) => row.InvoiceNumber >= Math.min(...numbers))
    .toSorted((a, b) => a.PrimaryKeyId - b.PrimaryKeyId)
  const references = new Set(ours.map((row) => row.OurRef))
  const booked = ours.filter((row) => numbers.includes(row.InvoiceNumber)).length
  const bareCalls = count * 7
  return {
    seconds,
    calls,
    booked,
    extra: ours.length - references.size,
    lost: count - references.size,
    outOfOrder: ours.filter((row, n) => n > 0 && row.InvoiceNumber <= (ours[n - 1]?.InvoiceNumber ?? 0)).length,
    bareCalls,
    bareSeconds: await measureBareCalls(sandboxUrl, bareCalls),
  }
}

/** As many calls one after the other as the minimum takes, each as long as the sandbox serves. */
async function measureBareCalls(sandboxUrl: string, count: number): Promise<number> {
  const login = { Username: `00${companyId}/akkord-server`, Password: 'sandbox-password' }
  const { token } = await fetchJson(`${sandboxUrl}/login`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify(login),
  })
  await command(sandboxUrl, 'POST', 'faults', { kind: 'delay', ms: serviceMs, times: null })
  const startedAt = performance.now()
  for (let n = 0; n < count; n++)
    await fetchJson(`${sandboxUrl}/Query/Get/NumberSerieClient`, {
      method: 'POST',
      headers: { ...json, authorization: `Bearer ${token}` },
      body: JSON.stringify([{ PropertyName: 'Serie', FilterValue: 'AkkordInv' }]),
    })
  const seconds = (performance.now() - startedAt) / 1_000
  await command(sandboxUrl, 'DELETE', 'faults', {})
  return seconds
}

type Draft = { id: string; version: number }

async function makeDraft(client: Client, { projectId }: PostingSet): Promise<Draft> {
  const draft = await client('POST', '/drafts', { projectId })
  const line = { text: 'Part of the design', quantity: '7.5', unitPrice: '1095.50', version: draft.version }
  return client('POST', `/drafts/${draft.id}/lines`, line)
}

const finalize = (client: Client, { id, version }: Draft): Promise<Document> =>
  client('POST', `/invoices/${id}/finalize`, { version })

async function untilSettled(client: Client, lookEveryMs = 20): Promise<void> {
  await until(async () => {
    const { total } = await client('GET', '/postings?state=waiting&state=held&state=uncertain&state=failed&size=1')
    return total === 0
  }, lookEveryMs)
}

async function until(isSo: () => Promise<boolean>, lookEveryMs = 20): Promise<void> {
  const startedAt = performance.now()
  while (!(await isSo())) {
    if (performance.now() - startedAt > settleLimitMs)
      throw new Error('The documents were not settled in half an hour.')
    await wait(lookEveryMs)
  }
}
