import { and, count, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import { customer } from '../customers/customer-table.ts'
import type { Db } from '../lib/database/database.ts'
import type { Language, Phrasebook } from '../lib/i18n/sentence.ts'
import { orderOf, pageWithTotal, pushShows, sortKeys } from '../lib/listing.ts'
import { containsWords } from '../lib/search-text.ts'
import { findBadges } from '../sync/badge-store.ts'
import type { RecordState } from '../sync/record-state.ts'
import { findTagIds } from '../tags/record-tags.ts'
import { recordTag } from '../tags/tag-table.ts'
import type { ProjectRow, ProjectState } from './project.ts'
import { projectPush } from './project-store.ts'
import { project } from './project-table.ts'

const sortColumns = {
  name: project.nameSort,
  number: project.numberSort,
  updatedAt: project.updatedAt,
  startOn: project.startOn,
  endOn: project.endOn,
} as const
export const projectSorts = sortKeys('name', 'number', 'updatedAt', 'startOn', 'endOn')

export type ProjectFilter = {
  page: number
  size: number
  search?: string | undefined
  sort: (typeof projectSorts)[number]
  state?: ProjectState[] | undefined
  customer?: string[] | undefined
  department?: string[] | undefined
  owner?: string[] | undefined
  tag?: string[] | undefined
  syncState?: RecordState[] | undefined
}

/** A page of projects, each with its customer, its tags and its badge: three queries whatever the size. */
export async function listProjects(
  db: Db,
  filter: ProjectFilter,
  reader: { phrase: Phrasebook; language: Language },
): Promise<{ items: ProjectRow[]; total: number }> {
  const where = whereOf(filter)
  const rows = await db
    .select({
      id: project.id,
      number: project.number,
      name: project.name,
      state: project.state,
      customerId: project.customerId,
      customerNumber: customer.number,
      customerName: customer.name,
      departmentId: project.departmentId,
      ownerId: project.ownerId,
      startOn: project.startOn,
      endOn: project.endOn,
      updatedAt: project.updatedAt,
    })
    .from(project)
    .innerJoin(customer, eq(customer.id, project.customerId))
    .where(where)
    .orderBy(...orderOf(filter.sort, sortColumns, project.id))
    .limit(filter.size)
    .offset((filter.page - 1) * filter.size)
  const ids = rows.map((row) => row.id)
  const tags = await findTagIds(db, ids)
  const badges = await findBadges(db, 'project', ids, reader.phrase, reader.language)
  const items = rows.map((row) => ({
    ...row,
    updatedAt: row.updatedAt.toISOString(),
    tagIds: tags.get(row.id) ?? [],
    sync: mustHave(badges.get(row.id)),
  }))
  const { total } = await pageWithTotal(filter, rows, () => countProjects(db, where))
  return { items, total }
}

async function countProjects(db: Db, where: SQL | undefined): Promise<number> {
  const [total] = await db.select({ count: count() }).from(project).where(where)
  return total?.count ?? 0
}

function whereOf(filter: ProjectFilter): SQL | undefined {
  return and(
    isNull(project.deletedAt),
    filter.state && inArray(project.state, filter.state),
    filter.customer && inArray(project.customerId, filter.customer),
    filter.department && inArray(project.departmentId, filter.department),
    filter.owner && inArray(project.ownerId, filter.owner),
    filter.tag &&
      sql`${project.id} in (select ${recordTag.recordId} from ${recordTag} where ${and(inArray(recordTag.tagId, filter.tag), eq(recordTag.recordKind, 'project'))})`,
    pushShows(projectPush, project.id, filter.syncState),
    containsWords(project.searchText, filter.search),
  )
}

function mustHave<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('findBadges gives a badge for every id.')
  return value
}
