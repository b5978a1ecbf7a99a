import { and, eq, isNull } from 'drizzle-orm'
import { customer } from '../customers/customer-table.ts'
import { storedFields } from '../lib/columns.ts'
import type { Db } from '../lib/database/database.ts'
import type { Language, Phrasebook } from '../lib/i18n/sentence.ts'
import { notFound } from '../lib/stale.ts'
import { findBadge } from '../sync/badge-store.ts'
import { getTagIds } from '../tags/record-tags.ts'
import type { Project } from './project.ts'
import { inputOf } from './project-store.ts'
import { project } from './project-table.ts'

/** The project as the API shows it. @throws not-found */
export async function getProject(db: Db, id: string, phrase: Phrasebook, language: Language): Promise<Project> {
  const [row] = await db
    .select({ project, customerNumber: customer.number, customerName: customer.name })
    .from(project)
    .innerJoin(customer, eq(customer.id, project.customerId))
    .where(and(eq(project.id, id), isNull(project.deletedAt)))
  if (!row) throw notFound('project', id)
  return {
    ...inputOf(row.project, await getTagIds(db, id)),
    ...storedFields(row.project),
    customerNumber: row.customerNumber,
    customerName: row.customerName,
    sync: await findBadge(db, 'project', id, phrase, language),
    warnings: [],
  }
}
