// From hours to the books: an invoice whose answer is lost, and its credit note during an outage.
import type { Books } from './books.ts'
import { laneOf, msSince, type Stage, secondsSince, system, until } from './show.ts'

// biome-ignore lint/suspicious/noExplicitAny: the shapes are those of /api/openapi.json.
type Json = any

/**
 * Turns on Export invoices. What was billed before is not sent: the year of the demo company stands in its old books, of which the
 * last document is booked here by hand, so that both series go on from the same number.
 */
export async function exportInvoices({ client, books, say }: Stage): Promise<void> {
  // As Akkord rounds unless told otherwise.
  await books.setSwitches({ vatRounding: 'per-code' })
  const { id: _, companyName: _n, hasApiKey: _h, sentRecords: _s, ...settings } = await client.get(system)
  if (settings.exportInvoices) return
  const [last] = (await client.get('/invoices?series=invoice&state=finalized&sort=-number&size=1')).items
  const [category] = (await client.get('/tag-groups?objectKind=project')).items
  await prepareBooks(books, category.tags)
  if (last) {
    await books.put('NumberSerieClient', { Serie: 'AkkordInv', Next: Number(last.number) })
    const { customerNumber: Account, net, currency: Currency } = last
    await books.postByHand({ Account, Currency, Amount: Number(net), Project: last.projectNumber })
  }
  await client.put(system, {
    ...settings,
    exportInvoices: true,
    firstDocument: 'go',
    projectCategoryTagGroupId: category.id,
  })
  say(`Export invoices is on. ${last ? `Documents up to ${last.number} stand in the books of before.` : ''}`)
}

/** What the set-up asks an accountant for. */
async function prepareBooks(books: Books, tags: readonly { code: string; name: string }[]): Promise<void> {
  for (const { code, name } of tags)
    await books.put('PrCategoryClient', {
      Number: code,
      Name: name,
      CatType: 'On account invoicing',
      Account: '1010',
      Invoiceable: true,
    })
  await books.put('PaymentTermClient', {
    Payment: 'Kontant',
    Name: 'Netto kontant',
    Days: 0,
    PaymentMethod: 'Net days',
  })
}

/** Approved hours become an invoice. It is posted, and the answer is lost: Akkord looks and does not post it twice. */
export async function showInvoice(stage: Stage): Promise<void> {
  const { client, books, say } = stage
  const draft = await draftOfHours(stage)
  const posts = { path: '/Invoice/GenerateDebtorInvoice', body: '"Simulate":false' }
  await books.order({ kind: 'drop-after', match: posts, times: 1 })
  const begunAt = performance.now()
  const invoice = await finalize(stage, draft)
  say(`  Finalized as ${invoice.number} over ${written(invoice.gross)} in ${msSince(begunAt)}.`)
  await until('the lost answer is noticed', async () => (await badgeOf(stage, invoice)).state === 'uncertain')
  say(`  The line was cut before the answer came. Akkord says: ${(await badgeOf(stage, invoice)).text}`)
  await until('the invoice is in the books', async () => (await badgeOf(stage, invoice)).state === 'transferred')
  await mustStandOnce(books, invoice)
  say(`  It looked and found it. Akkord says: ${(await badgeOf(stage, invoice)).text}`)
  await creditDuringOutage(stage, await client.get(`/invoices/${invoice.id}`))
}

async function creditDuringOutage(stage: Stage, invoice: Json): Promise<void> {
  const { client, books, say } = stage
  await books.order({ down: true })
  const reason = 'Timerne hører til en anden aftale.'
  const { creditNoteId } = await client.post(`/invoices/${invoice.id}/credit`, { hours: 'reopen', reason })
  const begunAt = performance.now()
  const note = await finalize(stage, await client.get(`/invoices/${creditNoteId}`))
  say(`An outage: credit note ${note.number} of it is finalized all the same, in ${msSince(begunAt)}.`)
  await until('the outage is noticed', async () => (await laneOf(client)).state === 'trouble')
  say(`  Akkord says: ${(await client.get(`/invoices/${note.id}`)).numberWaits}`)
  await books.order({ down: false })
  const backAt = performance.now()
  await until('the credit note is in the books', async () => (await badgeOf(stage, note)).state === 'transferred')
  await mustStandOnce(books, note)
  say(`  Uniconta is back, and ${secondsSince(backAt)} later: ${(await badgeOf(stage, note)).text}`)
}

async function draftOfHours(stage: Stage): Promise<Json> {
  const row = await findProjectToBill(stage)
  stage.say(`An invoice: ${(row.hours.billableMinutes / 60).toFixed(1)} approved hours of ${row.projectName}.`)
  return draftOf(stage, row)
}

/** A project in kroner that is under way, is billed by the hour, and where nothing stands in the way. */
export async function findProjectToBill({ client }: Stage): Promise<Json> {
  const { items, until } = await client.get('/to-be-invoiced?size=200')
  for (const row of items) {
    const { projectId, kind, currency, hours, hindrances } = row
    const isStopped = hindrances.some((hindrance: Json) => hindrance.stops)
    if (currency !== 'DKK' || kind !== 'hourly' || hours.billableMinutes === 0 || isStopped) continue
    if ((await client.get(`/projects/${projectId}`)).state === 'in-progress') return { ...row, until }
  }
  throw new Error('No project of the demo company has hours to bill.')
}

export async function draftOf(
  { client }: Stage,
  { projectId, projectNumber, priceModelId, until }: Json,
): Promise<Json> {
  const draft = await client.post('/drafts', { projectId, priceModelId, until })
  const keeps = draft.hindrances.find((hindrance: Json) => hindrance.stops)
  if (keeps) throw new Error(`Project ${projectNumber} cannot be billed. ${keeps.message}`)
  return draft
}

export const finalize = ({ client }: Stage, { id, version }: Json): Promise<Json> =>
  client.post(`/invoices/${id}/finalize`, { version })

export async function badgeOf({ client }: Stage, { id, number }: Json): Promise<{ state: string; text: string }> {
  const { sync } = await client.get(`/invoices/${id}`)
  if (['failed', 'number-mismatch', 'amount-differs'].includes(sync.state))
    throw new Error(`${number} could not be posted. ${sync.text}`)
  return sync
}

async function mustStandOnce(books: Books, { number }: Json): Promise<void> {
  const rows = await books.rows('DebtorInvoiceClient')
  const found = rows.filter((row) => String(row.InvoiceNumber) === number).length
  if (found !== 1) throw new Error(`${number} stands ${found} times in Uniconta, and once would be right.`)
}

export const written = (amount: string) => `${amount} DKK`
