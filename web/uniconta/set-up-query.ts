import type { QueryClient } from '@tanstack/react-query'
import { SetUpReport } from '../../src/uniconta/settings.ts'
import { get, post } from '../api.ts'

const path = '/integrations/uniconta/check'

/** What Check set-up saw last. */
export const lastReportQuery = {
  queryKey: ['set-up-report'],
  queryFn: () => get(path, SetUpReport.nullable()),
  staleTime: Number.POSITIVE_INFINITY,
} as const

/** Looks at both sides now; whoever shows the report sees the new one, or why it could not be made. */
export async function checkSetUp(queries: QueryClient): Promise<void> {
  const { queryKey } = lastReportQuery
  await queries
    .fetchQuery({ queryKey, queryFn: () => post(path, {}, SetUpReport), staleTime: 0, retry: false })
    .catch(() => {})
}
