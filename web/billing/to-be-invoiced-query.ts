import { useInfiniteQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { ToBeInvoicedRow, ToBeInvoicedSum, UnbilledSource } from '../../src/billing/to-be-invoiced.ts'
import { get, queryOf } from '../api.ts'
import { listPage } from '../ui/list-page.ts'
import type { ListSearch } from '../ui/list-search.ts'

const Page = listPage(ToBeInvoicedRow).extend({ sums: z.array(ToBeInvoicedSum) })
const Sources = listPage(UnbilledSource)
const pageSize = 100

export const useToBeInvoiced = (filter: ListSearch) =>
  useInfiniteQuery({
    queryKey: ['/to-be-invoiced', 'list', filter],
    queryFn: ({ pageParam }) => get(`/to-be-invoiced${queryOf({ ...filter, page: pageParam, size: pageSize })}`, Page),
    initialPageParam: 1,
    getNextPageParam: (last) => (last.page * last.size < last.total ? last.page + 1 : undefined),
    placeholderData: (before) => before,
  })

/** What one row consists of, page by page. */
export const useUnbilledSources = (row: { projectId: string; priceModelId: string | null }, until: string) =>
  useInfiniteQuery({
    queryKey: ['/to-be-invoiced', 'sources', row.projectId, row.priceModelId, until],
    queryFn: ({ pageParam }) =>
      get(
        `/to-be-invoiced/sources${queryOf({ project: row.projectId, priceModel: row.priceModelId, until, page: pageParam, size: 50 })}`,
        Sources,
      ),
    initialPageParam: 1,
    getNextPageParam: (last) => (last.page * last.size < last.total ? last.page + 1 : undefined),
  })

/** A row has no id of its own: it is a project and a price model. */
export const keyOfRow = (row: { projectId: string; priceModelId: string | null }) =>
  `${row.projectId} ${row.priceModelId ?? ''}`
