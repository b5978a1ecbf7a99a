// Rows on projects. A category of the type OnAccountInvoicing gives income only; one of the type Revenue gives a cost row as
// well where the line's item, or the category's, has an expense category.
import type { Row, StoredRow, Value } from '../books.ts'
import type { World } from '../world.ts'
import { divide, fromCents, tenThousandths, toCents, whole } from './cents.ts'
import { getCategory } from './check-order.ts'
import type { PricedLine } from './price-order.ts'
import type { Document } from './write-invoice.ts'
import { dimensionsOf } from './write-invoice.ts'
import { type Given, insertNumbered } from './write-journal.ts'

const revenue = 1

export function writeProjectTrans(world: World, company: number, document: Document, journalId: number): void {
  for (const line of document.priced.lines) {
    if (line.project === undefined || line.category === undefined) continue
    const category = getCategory(world, company, line.category)
    const income = document.exchange.toLocal(line.net)
    writeRow(world, company, document, line, journalId, {
      ...{ PrCategory: line.category, CatType: category.CatType },
      ...{ SalesPrice: line.row.Price, SalesAmount: fromCents(income), Invoiced: true },
    })
    addToProject(world, company, line.project, category.CatType === revenue ? 'Revenue' : 'OnAccountSales', income)
    if (category.CatType === revenue) writeCost(world, company, document, line, category, journalId)
  }
}

function writeCost(
  world: World,
  company: number,
  document: Document,
  line: PricedLine,
  category: Row,
  journalId: number,
): void {
  const item = world.books.find(company, 'InvItemClient', line.row.Item ?? category.Item ?? '')?.values
  if (item?.PrCategory === undefined) return
  const cost = divide(tenThousandths(line.row.Qty) * tenThousandths(item.CostPrice), 100n * whole)
  writeRow(world, company, document, line, journalId, {
    ...{ PrCategory: item.PrCategory, CatType: getCategory(world, company, item.PrCategory).CatType, Item: item.Item },
    ...{ CostPrice: item.CostPrice, CostAmount: fromCents(cost), Invoiceable: true, Invoiced: true },
  })
  addToProject(world, company, line.project ?? '', 'CostValue', cost)
}

function writeRow(
  world: World,
  company: number,
  { how, numbers }: Document,
  { project, row }: PricedLine,
  journalId: number,
  given: Given,
): StoredRow {
  return insertNumbered(world, company, 'ProjectTransClient', 'LineNumber', {
    ...{ Project: project, Date: how.date, Text: row.Text, Qty: row.Qty, JournalPostedId: journalId },
    ...{ Voucher: numbers.voucher, NumberSerie: numbers.serie, Invoice: numbers.invoice, Employee: row.Employee },
    ...given,
    ...dimensionsOf(row),
  })
}

function addToProject({ books }: World, company: number, number: Value, field: string, cents: bigint): void {
  const row = books.find(company, 'ProjectClient', number)
  if (row === undefined) return
  const value = fromCents(toCents(row.values[field]) + cents)
  books.replace(company, 'ProjectClient', row.id, { ...row.values, [field]: value })
}
