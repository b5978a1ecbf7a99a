// The lines of a list, fetched a page at a time around what is in sight: any place of a long list can be reached at once.
import { useQueries } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { z } from 'zod'
import { get, queryOf } from '../api.ts'
import type { ListSearch } from './list-search.ts'

export type ListOf<Row> = { items: Row[]; total: number; page: number; size: number }

/** The lines that are in sight, counted from 0. */
export type Range = { first: number; last: number }

export type ListPages<Row, Answer = ListOf<Row>> = {
  total: number | undefined
  /** What came with the lines: sums of the whole set, for instance. */
  answer: Answer | undefined
  rowAt: (index: number) => Row | undefined
  loaded: Row[]
  isLoading: boolean
  error: unknown
  refetch: () => void
}

const pageSize = 100
const pageOf = (index: number) => Math.floor(index / pageSize) + 1

export function useListPages<Row, Answer extends ListOf<Row>>(props: {
  path: string
  shape: z.ZodType<Answer>
  filter: ListSearch
  range: Range
  isMoving: ((row: Row) => boolean) | undefined
}): ListPages<Row, Answer> {
  const { path, shape, filter, range, isMoving } = props
  const from = pageOf(range.first)
  // Half a page ahead, so that scrolling meets lines and not gaps.
  const to = pageOf(range.last + pageSize / 2)
  const pages = Array.from({ length: to - from + 1 }, (_, step) => from + step)
  const results = useQueries({
    queries: pages.map((page) => ({
      queryKey: [path, 'list', filter, page],
      queryFn: () => get(`${path}${queryOf({ ...filter, page, size: pageSize })}`, shape),
      refetchInterval: ({ state }: { state: { data: Answer | undefined } }) =>
        isMoving && state.data?.items.some(isMoving) ? 2_000 : false,
    })),
  })
  const loaded = results.flatMap(({ data }) => data?.items ?? [])
  const answer = results.find(({ data }) => data)?.data
  const present: ListPages<Row, Answer> = {
    total: answer?.total,
    answer,
    rowAt: (index) => results[pageOf(index) - from]?.data?.items[index % pageSize],
    loaded,
    isLoading: results.some(({ isFetching, data }) => isFetching && !data),
    error: results.find(({ error }) => error)?.error ?? null,
    refetch: () => void Promise.all(results.map((result) => result.refetch())),
  }
  return useLastKnown(present)
}

/** While another filter or a far place is fetched, what was there stays in sight. */
function useLastKnown<Row, Answer>(present: ListPages<Row, Answer>): ListPages<Row, Answer> {
  const last = useRef<ListPages<Row, Answer> | null>(null)
  useEffect(() => {
    if (present.total !== undefined) last.current = present
  })
  if (present.total !== undefined || !last.current || present.error) return present
  return { ...last.current, isLoading: true }
}
