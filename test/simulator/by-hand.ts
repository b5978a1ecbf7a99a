// What an accountant does in the other system while Akkord works.
import { creditNoteSerie, seriesOfCreditNotes } from './credit-notes.ts'
import { listDocuments } from './documents.ts'
import { bookedByReference } from './invariants.ts'
import { companyId, type Office } from './office.ts'
import type { HandWork } from './step.ts'

export const serie = 'AkkordInv'

export async function workByHand(office: Office, what: HandWork): Promise<void> {
  const { sandbox, chance, byHand } = office
  const put = (entity: string, row: Record<string, unknown>) => sandbox.put(companyId, entity, row)
  const debtor = String(sandbox.rows(companyId, 'DebtorClient')[0]?.Account)
  const project = String(sandbox.rows(companyId, 'ProjectClient')[0]?.Number)
  const order = chance.pick(await ordersOfOurs(office))
  const invoice = chance.pick(await invoicesOfOurs(office))
  const isOwn = (await seriesOfCreditNotes(office)) === 'credit-note'
  const moved = isOwn && chance.is(0.5) ? creditNoteSerie : serie
  switch (what) {
    case 'invoice of theirs':
      byHand.invoices.add(sandbox.postByHand(companyId, { Account: debtor, Amount: 700 + chance.int(500) }).RowId)
      return
    case 'journal of theirs':
      sandbox.bookByHand(companyId, { Serie: 'Finans' })
      return
    case 'post our order':
      if (!order) return
      office.postedByHand.add(String(order.OurRef))
      if (sandbox.switches().orderAfterPosting !== 'as-it-says') office.mayBeTwice.add(String(order.OurRef))
      sandbox.postByHand(companyId, { OrderNumber: order.OrderNumber })
      return
    case 'change our order':
      if (!order) return
      for (const { RowId, OrderNumber } of sandbox.rows(companyId, 'DebtorOrderLineClient'))
        if (String(OrderNumber) === String(order.OrderNumber))
          put('DebtorOrderLineClient', { RowId, Price: 1 + chance.int(900) })
      return
    case 'delete our order':
      if (order) sandbox.remove(companyId, 'DebtorOrderClient', Number(order.OrderNumber))
      return
    case 'credit ours':
      if (invoice) byHand.invoices.add(sandbox.creditByHand(companyId, { InvoiceNumber: invoice.InvoiceNumber }).RowId)
      return
    case 'credit ours, not posted':
      if (invoice)
        byHand.orders.add(sandbox.creditByHand(companyId, { InvoiceNumber: invoice.InvoiceNumber, Post: false }).RowId)
      return
    case 'pay ours':
      if (invoice) sandbox.payByHand(companyId, { InvoiceNumber: Number(invoice.InvoiceNumber) })
      return
    case 'block the debtor':
      put('DebtorClient', { Account: debtor, Blocked: true })
      return
    case 'close the period':
      sandbox.setPeriod(companyId, { Date: '2026-11-01' })
      return
    case 'move the series':
      put('NumberSerieClient', { Serie: moved, Next: nextThere(office, moved) + 1 + chance.int(3) })
      return
    case 'block the series':
      put('NumberSerieClient', { Serie: moved, Blocked: true })
      return
    case 'block the project':
      put('ProjectClient', { Number: project, Blocked: true })
      return
    case 'rename the category':
      put('PrCategoryClient', { Number: '90', Blocked: true })
      return
    case 'mend':
      mendThere(office)
  }
}

/** Opens whatever was closed or blocked. */
export function mendThere({ sandbox }: Office): void {
  const put = (entity: string, row: Record<string, unknown>) => void sandbox.put(companyId, entity, row)
  for (const { Account } of sandbox.rows(companyId, 'DebtorClient')) put('DebtorClient', { Account, Blocked: false })
  for (const { Number: number } of sandbox.rows(companyId, 'ProjectClient'))
    put('ProjectClient', { Number: number, Blocked: false })
  put('PrCategoryClient', { Number: '90', Blocked: false })
  for (const Serie of [serie, creditNoteSerie]) put('NumberSerieClient', { Serie, Blocked: false })
  sandbox.setPeriod(companyId, { Date: '2026-11-01', Open: true })
}

export function nextThere({ sandbox }: Office, of = serie): number {
  return Number(sandbox.rows(companyId, 'NumberSerieClient').find((row) => row.Serie === of)?.Next)
}

async function ordersOfOurs(office: Office) {
  const references = new Set((await listDocuments(office)).map(({ reference }) => reference))
  return office.sandbox
    .rows(companyId, 'DebtorOrderClient')
    .filter((row) => references.has(String(row.OurRef)) && !office.byHand.orders.has(row.RowId))
}

async function invoicesOfOurs(office: Office) {
  const documents = await listDocuments(office)
  const booked = bookedByReference(office)
  return documents.flatMap(({ kind, reference }) => (kind === 'invoice' ? (booked.get(reference) ?? []) : []))
}
