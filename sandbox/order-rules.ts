// What Uniconta adds to a sales order of its own accord.
import { keyOf, type Row, type StoredRow, type Value } from './books.ts'
import type { Entity } from './entities/field.ts'
import type { Draft } from './row-rules.ts'
import type { World } from './world.ts'

const takenFromCustomer = [
  ...['Currency', 'Payment', 'Vat', 'InvoiceAccount', 'PostingAccount', 'PricesInclVat', 'EndDiscountPct', 'Employee'],
  ...[1, 2, 3, 4, 5].map((n) => `Dimension${n}`),
]

export function completeOrder(world: World, company: number, draft: Draft): void {
  const customer = world.books.find(company, 'DebtorClient', draft.get('Account') ?? '')?.values ?? {}
  for (const name of ['Name', 'Group', 'Country']) draft.set(name, customer[name])
  if (world.switches.orderDefaults === 'of-customer') takeFromCustomer(draft, customer)
  const isReplaced = world.switches.ownOrderNumber === 'is-replaced'
  if (draft.get('OrderNumber') === undefined || isReplaced) draft.set('OrderNumber', nextOrderNumber(world, company))
}

/** Only what was not sent: a blank that was sent stays blank. */
export function takeFromCustomer(draft: Draft, customer: Row): void {
  for (const name of takenFromCustomer) if (!draft.has(name)) draft.set(name, customer[name])
}

export function completeOrderLine(world: World, company: number, draft: Draft): void {
  if (draft.get('LineNumber') !== undefined) return
  const lines = linesOf(world, company, draft.get('OrderNumber') ?? '')
  draft.set('LineNumber', Math.max(0, ...lines.map(({ values }) => Math.floor(Number(values.LineNumber ?? 0)))) + 1)
}

export function linesOf(world: World, company: number, orderNumber: Value): readonly StoredRow[] {
  const wanted = keyOf(orderNumber)
  return world.books
    .all(company, 'DebtorOrderLineClient')
    .filter(({ values }) => keyOf(values.OrderNumber) === wanted)
    .sort((a, b) => Number(a.values.LineNumber ?? 0) - Number(b.values.LineNumber ?? 0))
}

/** Fields of an order or a line whose references are looked at when it is written, and not only when it is posted. */
export function checkedOnWrite({ switches }: World, { name }: Entity, fields: readonly string[]): readonly string[] {
  const isOrder = name === 'DebtorOrderClient' || name === 'DebtorOrderLineClient'
  if (!isOrder || switches.orderReferences === 'checked-when-written') return fields
  return fields.filter((field) => field === 'Account' || field === 'OrderNumber')
}

function nextOrderNumber({ books }: World, company: number): number {
  const [settings] = books.all(company, 'CompanySettingsClient')
  let next = Number(settings?.values.SalesOrder ?? 1)
  while (books.find(company, 'DebtorOrderClient', next) !== undefined) next += 1
  if (settings !== undefined) {
    books.replace(company, 'CompanySettingsClient', settings.id, { ...settings.values, SalesOrder: next + 1 })
  }
  return next
}
