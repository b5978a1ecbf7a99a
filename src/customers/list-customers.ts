import { and, count, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../lib/database/database.ts'
import type { Language, Phrasebook } from '../lib/i18n/sentence.ts'
import { orderOf, pageWithTotal, pushShows, sortKeys } from '../lib/listing.ts'
import { containsWords } from '../lib/search-text.ts'
import { findBadges } from '../sync/badge-store.ts'
import type { RecordState } from '../sync/record-state.ts'
import { findTagIds } from '../tags/record-tags.ts'
import { recordTag } from '../tags/tag-table.ts'
import type { Customer, CustomerRow } from './customer.ts'
import { customerPush } from './customer-store.ts'
import { customer } from './customer-table.ts'
import type { CountProjects } from './delete-customer.ts'

const sortColumns = { name: customer.nameSort, number: customer.numberSort, updatedAt: customer.updatedAt } as const
export const customerSorts = sortKeys('name', 'number', 'updatedAt')

export type CustomerFilter = {
  page: number
  size: number
  search?: string | undefined
  sort: (typeof customerSorts)[number]
  status?: Customer['status'][] | undefined
  relation?: Customer['relation'][] | undefined
  country?: string[] | undefined
  tag?: string[] | undefined
  syncState?: RecordState[] | undefined
}

/** A page of customers, each with its tags, its projects counted and its badge: four queries whatever the size. */
export async function listCustomers(
  db: Db,
  filter: CustomerFilter,
  countProjects: CountProjects,
  reader: { phrase: Phrasebook; language: Language },
): Promise<{ items: CustomerRow[]; total: number }> {
  const where = whereOf(filter)
  const rows = await db
    .select({
      id: customer.id,
      number: customer.number,
      name: customer.name,
      status: customer.status,
      relation: customer.relation,
      registrationNumber: customer.registrationNumber,
      city: customer.city,
      countryCode: customer.countryCode,
      email: customer.email,
      phone: customer.phone,
      currency: customer.currency,
      updatedAt: customer.updatedAt,
    })
    .from(customer)
    .where(inArray(customer.id, pageOfIds(db, filter, where)))
    .orderBy(...orderOf(filter.sort, sortColumns, customer.id))
  const ids = rows.map((row) => row.id)
  const tags = await findTagIds(db, ids)
  const badges = await findBadges(db, 'customer', ids, reader.phrase, reader.language)
  const projects = await countProjects(db, ids)
  const items = rows.map((row) => ({
    ...row,
    updatedAt: row.updatedAt.toISOString(),
    tagIds: tags.get(row.id) ?? [],
    sync: mustHave(badges.get(row.id)),
    projects: projects.get(row.id) ?? 0,
  }))
  const { total } = await pageWithTotal(filter, rows, () => countCustomers(db, where))
  return { items, total }
}

/** A far page passes over many customers: their ids stand in the index, whole rows would be read one by one. */
function pageOfIds(db: Db, filter: CustomerFilter, where: SQL | undefined) {
  return db
    .select({ id: customer.id })
    .from(customer)
    .where(where)
    .orderBy(...orderOf(filter.sort, sortColumns, customer.id))
    .limit(filter.size)
    .offset((filter.page - 1) * filter.size)
}

async function countCustomers(db: Db, where: SQL | undefined): Promise<number> {
  const [total] = await db.select({ count: count() }).from(customer).where(where)
  return total?.count ?? 0
}

function whereOf(filter: CustomerFilter): SQL | undefined {
  return and(
    isNull(customer.deletedAt),
    filter.status && inArray(customer.status, filter.status),
    filter.relation && inArray(customer.relation, filter.relation),
    filter.country && inArray(customer.countryCode, filter.country),
    filter.tag &&
      sql`${customer.id} in (select ${recordTag.recordId} from ${recordTag} where ${and(inArray(recordTag.tagId, filter.tag), eq(recordTag.recordKind, 'customer'))})`,
    pushShows(customerPush, customer.id, filter.syncState),
    containsWords(customer.searchText, filter.search),
  )
}

function mustHave<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('findBadges gives a badge for every id.')
  return value
}
