// What an accountant does in Uniconta's own program: invoices, credit notes, journals, reminders, payments, closed periods.
import type { Row, StoredRow, Value } from './books.ts'
import { type HandRow, plainManners, show } from './by-hand.ts'
import { getEntity } from './entities/entities.ts'
import { linesOf, takeFromCustomer } from './order-rules.ts'
import { afterPosting } from './posting/after-posting.ts'
import { monthsOf } from './posting/check-order.ts'
import { type OrderToPost, postOrder } from './posting/post-order.ts'
import { completeNewRow } from './row-rules.ts'
import { readBody, toRow } from './values.ts'
import { today, type World } from './world.ts'

type Given = Readonly<Record<string, unknown>>

const person = 'By hand'

/**
 * Posts an invoice. With `OrderNumber` alone: a stored order, which then goes or stays as it says. Else the fields of an order
 * with `Lines`, or with `Amount` for one line; nothing is stored of it but the posted invoice.
 */
export function postByHand(world: World, company: number, given: Given): HandRow {
  return world.books.together(true, () => {
    const date = dayOf(world, given)
    const stored = given.Account === undefined ? getOrder(world, company, given.OrderNumber) : undefined
    const order = stored === undefined ? typedOrder(world, company, given) : withLines(world, company, stored)
    const { invoice } = postOrder(world, company, order, { date, postedBy: person })
    if (stored !== undefined) afterPosting(world, company, stored, 'as-it-says')
    return show(world, company, 'DebtorInvoiceClient', invoice as StoredRow)
  })
}

/**
 * Makes a credit note of an invoice as the Windows client does: the header is copied, `OurRef` with it, quantities change their
 * sign, and the VAT codes of lines are not copied. `Post: false` leaves an order to be posted.
 */
export function creditByHand(world: World, company: number, given: Given): HandRow {
  return world.books.together(true, () => {
    const original = getInvoice(world, company, given)
    const order = creditOf(world, company, original)
    if (given.Post === false) return storeOrder(world, company, order)
    const { invoice } = postOrder(world, company, order, { date: dayOf(world, given), postedBy: person })
    return show(world, company, 'DebtorInvoiceClient', invoice as StoredRow)
  })
}

/** Closes a month, or with `Year: true` a whole year, in which `Date` lies; `Open: true` opens it again. */
export function setPeriod(world: World, company: number, given: Given): HandRow {
  const day = dayOf(world, given)
  const year = world.books
    .all(company, 'CompanyFinanceYearClient')
    .find(({ values }) => String(values.FromDate) <= day && day <= String(values.ToDate))
  if (year === undefined) throw new Error(`There is no year with ${day}`)
  const { PeriodState, PeriodStateMonth = '', ...others } = year.values
  const isOpen = given.Open === true
  const first = monthsOf(String(year.values.FromDate))
  const months = String(PeriodStateMonth).padEnd(monthsOf(String(year.values.ToDate)) - first + 1, 'O')
  const at = monthsOf(day) - first
  const values: Row =
    given.Year === true
      ? { ...others, PeriodStateMonth: months, ...(!isOpen && { PeriodState: 1 }) }
      : {
          ...others,
          ...(PeriodState !== undefined && { PeriodState }),
          PeriodStateMonth: `${months.slice(0, at)}${isOpen ? 'O' : 'C'}${months.slice(at + 1)}`,
        }
  const row = world.books.replace(company, 'CompanyFinanceYearClient', year.id, values)
  return show(world, company, 'CompanyFinanceYearClient', row)
}

/** A day written as yyyy-MM-dd; today unless given. */
export function dayOf(world: World, given: Given): string {
  return given.Date === undefined ? today(world) : String(given.Date).slice(0, 10)
}

export function getInvoice(world: World, company: number, given: Given): StoredRow {
  const { InvoiceNumber: number, PrimaryKeyId: id } = given
  const found = world.books
    .all(company, 'DebtorInvoiceClient')
    .findLast((row) => (id === undefined ? row.values.InvoiceNumber === Number(number) : row.id === Number(id)))
  if (found === undefined) throw new Error(`There is no invoice ${number ?? id}`)
  return found
}

function getOrder(world: World, company: number, number: unknown): StoredRow {
  const found = world.books.find(company, 'DebtorOrderClient', String(number))
  if (found === undefined) throw new Error(`There is no order ${number}`)
  return found
}

function withLines(world: World, company: number, { values }: StoredRow): OrderToPost {
  const lines = linesOf(world, company, values.OrderNumber ?? 0)
  return { header: values, lines: lines.map((line) => line.values) }
}

function typedOrder(world: World, company: number, { Lines, Amount, Date: _, ...given }: Given): OrderToPost {
  const draft = readBody(given, getEntity('DebtorOrderClient').fields, plainManners)
  takeFromCustomer(draft, world.books.find(company, 'DebtorClient', draft.get('Account') ?? '')?.values ?? {})
  if (draft.get('Project') !== undefined && draft.get('PrCategory') === undefined) {
    draft.set('PrCategory', usualCategory(world, company))
  }
  const lines = (Lines as readonly Given[] | undefined) ?? [{ Text: 'Typed by hand', Qty: 1, Price: Amount ?? 1000 }]
  const { fields } = getEntity('DebtorOrderLineClient')
  return { header: toRow(draft), lines: lines.map((line) => toRow(readBody(line, fields, plainManners))) }
}

function usualCategory({ books }: World, company: number): Value | undefined {
  return books.all(company, 'PrCategoryClient').find(({ values }) => values.IsDefault === true)?.values.Number
}

const copiedHeader = [
  ...['OurRef', 'YourRef', 'Requisition', 'ReferenceNumber', 'Remark', 'Project', 'PrCategory', 'Employee', 'Currency'],
  ...['Payment', 'PricesInclVat', 'EndDiscountPct', 'Dimension1', 'Dimension2', 'Dimension3', 'Dimension4'],
  'Dimension5',
]

const copiedLine = [
  ...['Text', 'Item', 'DiscountPct', 'Unit', 'Project', 'PrCategory', 'PostingAccount', 'ReferenceNumber'],
  ...['Dimension1', 'Dimension2', 'Dimension3', 'Dimension4', 'Dimension5'],
]

function creditOf(world: World, company: number, { id, values }: StoredRow): OrderToPost {
  const lines = world.books.all(company, 'DebtorInvoiceLines').filter((line) => line.values.invoice === id)
  return {
    header: {
      ...pick(values, copiedHeader),
      ...{ Account: values.DeliveryAccount ?? values.Account ?? '', Settlements: String(values.InvoiceNumber) },
      ...(values.DeliveryAccount !== undefined && { InvoiceAccount: values.Account ?? '' }),
      ...{ DeleteOrder: true, DeleteLines: true },
    },
    lines: lines.map((line) => {
      const { InvoiceQty = 0, InvoicePrice = 0, InvoiceTotal = 0 } = line.values
      const amount =
        Number(InvoiceQty) * Number(InvoicePrice) === 0
          ? { Total: -Number(InvoiceTotal) }
          : { Qty: -Number(InvoiceQty), Price: InvoicePrice }
      return { ...pick(line.values, copiedLine), ...amount }
    }),
  }
}

function storeOrder(world: World, company: number, { header, lines }: OrderToPost): HandRow {
  const draft = new Map<string, Value | undefined>(Object.entries(header))
  completeNewRow(world, company, getEntity('DebtorOrderClient'), draft)
  const order = world.books.insert(company, 'DebtorOrderClient', toRow(draft))
  for (const [at, line] of lines.entries()) {
    const place = { OrderNumber: String(order.values.OrderNumber), LineNumber: at + 1 }
    world.books.insert(company, 'DebtorOrderLineClient', { ...line, ...place })
  }
  return show(world, company, 'DebtorOrderClient', order)
}

function pick(row: Row, names: readonly string[]): Row {
  return Object.fromEntries(names.flatMap((name) => (row[name] === undefined ? [] : [[name, row[name]]])))
}
