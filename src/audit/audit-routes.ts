import { z } from 'zod'
import type { Db } from '../lib/database/database.ts'
import { type Api, endpoint, listQuery, pageOf } from '../lib/http.ts'
import { AuditEntry, auditedKinds } from './audit.ts'
import { listHistory } from './record-change.ts'

export function mountAuditRoutes(api: Api, db: Db): void {
  endpoint(
    api,
    {
      method: 'get',
      path: '/history',
      permission: 'view the history',
      tag: 'History',
      summary: 'Who changed what, newest first',
      query: z.strictObject({
        page: listQuery.page,
        size: listQuery.size,
        kind: z.enum(auditedKinds).optional(),
        subject: z.string().max(64).optional(),
      }),
      answer: pageOf(AuditEntry),
    },
    async ({ query }) => ({ ...(await listHistory(db, query)), page: query.page, size: query.size }),
  )
}
