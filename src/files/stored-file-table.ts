import { customType, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../lib/columns.ts'

const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' })

/** What people attach and what Akkord makes: receipts, the logo, the PDF of a finalized invoice. A row is never altered (db guards). */
export const storedFile = pgTable(
  'stored_file',
  {
    id: uuid().primaryKey(),
    name: text().notNull(),
    mimeType: text('mime_type').notNull(),
    size: integer().notNull(),
    /** Lower-case hex. */
    sha256: text().notNull(),
    content: bytes('content').notNull(),
    createdAt: instant('created_at').notNull(),
    /** The id of a user or API key; 'system' for what Akkord made. */
    createdBy: text('created_by').notNull(),
  },
  (t) => [index('stored_file_sha256').on(t.sha256)],
)
