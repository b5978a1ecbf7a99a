import { and, eq, isNull, ne } from 'drizzle-orm'
import type { Db, Tx } from '../lib/database/database.ts'
import { numberKey, numberSortKey } from '../lib/record-number.ts'
import { searchText } from '../lib/search-text.ts'
import { sortKey } from '../lib/sort-key.ts'
import type { TaskWish } from '../sync/enqueue.ts'
import { recordTag } from '../tags/tag-table.ts'
import type { CustomerInput } from './customer.ts'
import { customer } from './customer-table.ts'

export type CustomerRecord = typeof customer.$inferSelect
export type NumberedCustomer = CustomerInput & { number: string }

export const customerPush = 'customer.push'

const notDeleted = isNull(customer.deletedAt)

export async function findCustomer(db: Db | Tx, id: string): Promise<CustomerRecord | undefined> {
  const [row] = await db
    .select()
    .from(customer)
    .where(and(eq(customer.id, id), notDeleted))
  return row
}

/** Whoever has the number, in whatever case it is written. */
export async function findCustomerByNumber(db: Db | Tx, number: string): Promise<CustomerRecord | undefined> {
  const [row] = await db
    .select()
    .from(customer)
    .where(and(eq(customer.numberKey, numberKey(number)), notDeleted))
  return row
}

export async function isCustomerNumberTaken(tx: Tx, number: string): Promise<boolean> {
  return (await findCustomerByNumber(tx, number)) !== undefined
}

export async function findOtherWithNumber(tx: Tx, id: string, number: string): Promise<CustomerRecord | undefined> {
  const [row] = await tx
    .select()
    .from(customer)
    .where(and(eq(customer.numberKey, numberKey(number)), ne(customer.id, id), notDeleted))
  return row
}

export async function lockCustomer(tx: Tx, id: string): Promise<CustomerRecord | undefined> {
  const [row] = await tx
    .select()
    .from(customer)
    .where(and(eq(customer.id, id), notDeleted))
    .for('update')
  return row
}

export async function insertCustomer(tx: Tx, id: string, input: NumberedCustomer, now: Date): Promise<void> {
  await tx.insert(customer).values({ ...columnsOf(input), id, version: 1, createdAt: now, updatedAt: now })
}

export async function updateCustomer(
  tx: Tx,
  id: string,
  input: NumberedCustomer,
  version: number,
  now: Date,
): Promise<void> {
  await tx
    .update(customer)
    .set({ ...columnsOf(input), version, updatedAt: now })
    .where(eq(customer.id, id))
}

export async function markCustomerDeleted(tx: Tx, id: string, version: number, now: Date): Promise<void> {
  await tx.update(customer).set({ deletedAt: now, version, updatedAt: now }).where(eq(customer.id, id))
}

/** The task that sends a customer; its label is what logs call the record. */
export function customerWish(row: { id: string; number: string; name: string }): TaskWish {
  return { kind: customerPush, subject: row.id, label: `${row.number} ${row.name}` }
}

export async function customerPushesByTag(tx: Tx, tagId: string): Promise<TaskWish[]> {
  const rows = await tx
    .select({ id: customer.id, number: customer.number, name: customer.name })
    .from(customer)
    .innerJoin(recordTag, and(eq(recordTag.recordId, customer.id), eq(recordTag.tagId, tagId)))
    .where(notDeleted)
  return rows.map(customerWish)
}

/** What a person has entered; `stored` columns and search keys left out. */
export function inputOf(row: CustomerRecord, tagIds: readonly string[]): NumberedCustomer {
  const { id: _i, version: _v, createdAt: _c, updatedAt: _u, deletedAt: _d, ...rest } = row
  const { numberKey: _k, numberSort: _n, nameSort: _s, searchText: _t, ...input } = rest
  return { ...input, tagIds: [...tagIds] }
}

function columnsOf({ tagIds: _, ...input }: NumberedCustomer) {
  return {
    ...input,
    numberKey: numberKey(input.number),
    numberSort: numberSortKey(input.number),
    nameSort: sortKey(input.name),
    searchText: searchText(input.number, input.name, input.registrationNumber, input.city),
  }
}
