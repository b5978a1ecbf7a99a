import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../lib/columns.ts'
import { project } from '../projects/project-table.ts'

/** A person said which project here takes the ledger rows of a project there that has no counterpart. */
export const projectAlias = pgTable(
  'uniconta_project_alias',
  {
    companyId: integer('company_id').notNull(),
    /** `numberKey` of the project there. */
    projectKey: text('project_key').notNull(),
    /** As it is written there. */
    number: text().notNull(),
    projectId: uuid('project_id')
      .notNull()
      .references(() => project.id),
    madeAt: instant('made_at').notNull(),
    madeBy: text('made_by').notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.projectKey] })],
)
