// Nothing is posted on a project that is closed there, so one that has documents on their way is closed after them.
import { sql } from 'drizzle-orm'
import { invoicePost } from '../invoices/invoice-tasks.ts'
import type { Db, Tx } from '../lib/database/database.ts'
import type { Connection } from './connection.ts'
import { isCovered } from './coupled.ts'
import type { ProjectRecord } from './records.ts'

type Known = Pick<Connection, 'settings' | 'facts'>
export type OpenDocument = { id: string; number: string; name: string }

export const closesThere = ({ state }: Pick<ProjectRecord, 'state'>, { settings }: Known) =>
  settings.phases[state] === 'Completed'

/** For each of the projects that are to be closed, its first document on the way into the books, if it has one. */
export async function findDocumentsBefore(
  db: Db | Tx,
  connection: Known,
  projects: readonly Pick<ProjectRecord, 'id' | 'state'>[],
): Promise<Map<string, OpenDocument>> {
  const closing = projects.filter((project) => closesThere(project, connection)).map(({ id }) => id)
  if (!connection.settings.exportInvoices || closing.length === 0) return new Map()
  const { rows } = await db.execute<OpenDocument & { projectId: string }>(sql`
    select distinct on (i.project_id) i.project_id as "projectId", i.id, i.number, i.printed -> 'buyer' ->> 'name' as name
      from invoice i
      join sync_task t on t.kind = ${invoicePost} and t.subject = i.id::text and t.state <> 'done'
      left join uniconta_posting p on p.invoice_id = i.id
     where i.project_id = any(${sql.param(closing)}::uuid[]) and ${isCovered(connection)} and p.step is distinct from 'settled'
     order by i.project_id, i.series desc, i.serial`)
  return new Map(rows.map(({ projectId, ...document }) => [projectId, document]))
}
