import { and, asc, count, desc, eq, inArray, isNull, type SQL } from 'drizzle-orm'
import { customer } from '../customers/customer-table.ts'
import { storedFields } from '../lib/columns.ts'
import type { Db, Tx } from '../lib/database/database.ts'
import { containsWords, searchText } from '../lib/search-text.ts'
import { sortKey } from '../lib/sort-key.ts'
import { notFound } from '../lib/stale.ts'
import type { Contact, ContactInput } from './contact.ts'
import { contact } from './contact-table.ts'

export type ContactRecord = typeof contact.$inferSelect

export type ContactFilter = {
  page: number
  size: number
  search?: string | undefined
  sort: 'name' | '-name'
  customer?: string[] | undefined
  active?: boolean | undefined
}

/** A deleted customer takes its contacts along. */
const isThere = and(isNull(contact.deletedAt), isNull(customer.deletedAt))
const shown = { contact, customerNumber: customer.number, customerName: customer.name }

export async function listContacts(db: Db, filter: ContactFilter): Promise<{ items: Contact[]; total: number }> {
  const where: SQL | undefined = and(
    isThere,
    filter.customer && inArray(contact.customerId, filter.customer),
    filter.active === undefined ? undefined : eq(contact.active, filter.active),
    containsWords(contact.searchText, filter.search),
  )
  const direction = filter.sort === 'name' ? asc : desc
  const rows = await db
    .select(shown)
    .from(contact)
    .innerJoin(customer, eq(customer.id, contact.customerId))
    .where(where)
    .orderBy(direction(contact.nameSort), direction(contact.id))
    .limit(filter.size)
    .offset((filter.page - 1) * filter.size)
  const [total] = await db
    .select({ count: count() })
    .from(contact)
    .innerJoin(customer, eq(customer.id, contact.customerId))
    .where(where)
  return { items: rows.map(toContact), total: total?.count ?? 0 }
}

/** Undefined when it, or its customer, was deleted. */
export async function findContact(db: Db | Tx, id: string): Promise<ContactRecord | undefined> {
  const [row] = await db
    .select({ contact })
    .from(contact)
    .innerJoin(customer, eq(customer.id, contact.customerId))
    .where(and(eq(contact.id, id), isThere))
  return row?.contact
}

/** @throws not-found */
export async function getContact(db: Db, id: string): Promise<Contact> {
  const [row] = await db
    .select(shown)
    .from(contact)
    .innerJoin(customer, eq(customer.id, contact.customerId))
    .where(and(eq(contact.id, id), isThere))
  if (!row) throw notFound('contact', id)
  return toContact(row)
}

/** @throws not-found */
export async function lockContact(tx: Tx, id: string): Promise<ContactRecord> {
  const [row] = await tx
    .select(shown)
    .from(contact)
    .innerJoin(customer, eq(customer.id, contact.customerId))
    .where(and(eq(contact.id, id), isThere))
    .for('update', { of: contact })
  if (!row) throw notFound('contact', id)
  return row.contact
}

export async function insertContact(tx: Tx, id: string, input: ContactInput, now: Date): Promise<void> {
  await tx.insert(contact).values({ ...columnsOf(input), id, version: 1, createdAt: now, updatedAt: now })
}

export async function updateContact(
  tx: Tx,
  id: string,
  input: ContactInput,
  version: number,
  now: Date,
): Promise<void> {
  await tx
    .update(contact)
    .set({ ...columnsOf(input), version, updatedAt: now })
    .where(eq(contact.id, id))
}

export async function markContactDeleted(tx: Tx, id: string, version: number, now: Date): Promise<void> {
  await tx.update(contact).set({ deletedAt: now, version, updatedAt: now }).where(eq(contact.id, id))
}

export function inputOf(row: ContactRecord): ContactInput {
  const { customerId, name, title, email, phone, mobile, receivesInvoices, active, notes } = row
  return { customerId, name, title, email, phone, mobile, receivesInvoices, active, notes }
}

type ShownRow = { contact: ContactRecord; customerNumber: string; customerName: string }

function toContact({ contact: row, customerNumber, customerName }: ShownRow): Contact {
  return { ...inputOf(row), ...storedFields(row), customerNumber, customerName }
}

function columnsOf(input: ContactInput) {
  return {
    ...input,
    nameSort: sortKey(input.name),
    searchText: searchText(input.name, input.email, input.phone, input.mobile),
  }
}
