import { type AnyColumn, and, asc, desc, eq, isNull, or, type SQL, sql } from 'drizzle-orm'
import { contact } from '../contacts/contact-table.ts'
import { customer } from '../customers/customer-table.ts'
import { invoice } from '../invoices/invoice-table.ts'
import { findsInvoice } from '../invoices/search-invoices.ts'
import type { Db } from '../lib/database/database.ts'
import { numberKey } from '../lib/record-number.ts'
import { containsWords } from '../lib/search-text.ts'
import { sortKey } from '../lib/sort-key.ts'
import { project } from '../projects/project-table.ts'
import type { Found } from './found.ts'

const most = 8

export async function searchCustomers(db: Db, text: string): Promise<Found[]> {
  const rows = await db
    .select({ id: customer.id, number: customer.number, name: customer.name })
    .from(customer)
    .where(and(isNull(customer.deletedAt), containsWords(customer.searchText, text)))
    .orderBy(...bestFirst(text, customer))
    .limit(most)
  return rows.map((row) => ({ kind: 'customer', ...row }))
}

export async function searchProjects(db: Db, text: string): Promise<Found[]> {
  const rows = await db
    .select({ id: project.id, number: project.number, name: project.name })
    .from(project)
    .where(and(isNull(project.deletedAt), containsWords(project.searchText, text)))
    .orderBy(...bestFirst(text, project))
    .limit(most)
  return rows.map((row) => ({ kind: 'project', ...row }))
}

export async function searchContacts(db: Db, text: string): Promise<Found[]> {
  const rows = await db
    .select({ id: contact.id, name: contact.name })
    .from(contact)
    .innerJoin(customer, eq(customer.id, contact.customerId))
    .where(and(isNull(contact.deletedAt), isNull(customer.deletedAt), containsWords(contact.searchText, text)))
    .orderBy(asc(contact.nameSort))
    .limit(most)
  return rows.map((row) => ({ kind: 'contact', number: null, ...row }))
}

/** Documents and drafts: the one with this number, then the newest of the customers and texts with these words. */
export async function searchInvoices(db: Db, text: string): Promise<Found[]> {
  const rows = await db
    .select({
      id: invoice.id,
      kind: invoice.kind,
      state: invoice.state,
      number: invoice.number,
      name: customer.name,
    })
    .from(invoice)
    .innerJoin(customer, eq(customer.id, invoice.customerId))
    .where(or(findsInvoice(text), containsWords(customer.searchText, text)))
    .orderBy(desc(sql`coalesce(${invoice.number} = ${text}, false)`), desc(invoice.updatedAt), desc(invoice.id))
    .limit(most)
  return rows.map(({ kind, state, ...row }) => ({ kind: state === 'finalized' ? kind : 'draft', ...row }))
}

type Numbered = { numberKey: AnyColumn; nameSort: AnyColumn; id: AnyColumn }

/** The record with this number, then those whose name begins so, then the others by name. */
function bestFirst(text: string, table: Numbered): SQL[] {
  return [
    desc(sql`${table.numberKey} = ${numberKey(text)}`),
    desc(sql`starts_with(${table.nameSort}, ${sortKey(text)})`),
    asc(table.nameSort),
    asc(table.id),
  ]
}
