// What stands on a page until its record is there, and when there is none.
import { Skeleton, Stack } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ApiProblem } from '../api.ts'
import { NotFound } from '../shell/not-found.tsx'
import { FaultText } from './fault.tsx'

export function RecordState<T>({ query, children }: { query: UseQueryResult<T>; children: (record: T) => ReactNode }) {
  if (query.data !== undefined) return children(query.data)
  if (query.isPending)
    return (
      <Stack aria-hidden>
        <Skeleton height={32} width={320} />
        <Skeleton height={240} />
      </Stack>
    )
  const { error } = query
  // An id that is none at all is refused, one that nobody has is not found: to a reader both are nothing.
  if (error instanceof ApiProblem && (error.status === 404 || error.status === 400)) return <NotFound />
  return <FaultText error={error} onRetry={() => query.refetch()} />
}
