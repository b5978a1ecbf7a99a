import { creditor, creditorGroup, debtor, debtorGroup } from './debtor.ts'
import type { Entity } from './field.ts'
import {
  company,
  companySettings,
  dimensionValues,
  exchangeRate,
  financeYear,
  ledgerAccount,
  numberSerie,
  paymentTerm,
  tableField,
  user,
  vatCode,
} from './ledger.ts'
import { order, orderLine } from './order.ts'
import {
  customerTrans,
  invoice,
  invoiceLine,
  ledgerTrans,
  openCustomerTrans,
  postedJournal,
  projectTrans,
  voucher,
} from './posted.ts'
import { employee, item, project, projectCategory, projectGroup } from './project.ts'

/** Every entity the sandbox knows. The field tables of one list, for the server and for tests that compare with it. */
export const entities: readonly Entity[] = [
  debtor,
  debtorGroup,
  creditor,
  creditorGroup,
  project,
  projectGroup,
  projectCategory,
  employee,
  item,
  ledgerAccount,
  vatCode,
  numberSerie,
  paymentTerm,
  companySettings,
  company,
  user,
  tableField,
  ...dimensionValues,
  financeYear,
  exchangeRate,
  order,
  orderLine,
  invoice,
  invoiceLine,
  customerTrans,
  openCustomerTrans,
  ledgerTrans,
  projectTrans,
  postedJournal,
  voucher,
]

const byName = new Map(entities.map((entity) => [entity.name.toLowerCase(), entity]))

/** Entity names are matched without case, as routes are. */
export function findEntity(name: string): Entity | undefined {
  return byName.get(name.toLowerCase())
}

export function getEntity(name: string): Entity {
  const entity = findEntity(name)
  if (entity === undefined) throw new Error(`The sandbox has no entity ${name}`)
  return entity
}
