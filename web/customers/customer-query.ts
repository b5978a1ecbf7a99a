import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { Customer, CustomerRow } from '../../src/customers/customer.ts'
import { get, queryOf } from '../api.ts'
import { isMoving } from '../sync/state-badge.tsx'

const customerQuery = (id: string) => ({
  queryKey: ['/customers', id],
  queryFn: () => get(`/customers/${id}`, Customer),
})

/** A customer; asked again while its badge moves. */
export const useCustomer = (id: string) =>
  useQuery({
    ...customerQuery(id),
    refetchInterval: ({ state }) => (state.data && isMoving(state.data.sync) ? 1_000 : false),
  })

const Page = z.object({ items: z.array(CustomerRow) })

/** Those that get new projects: not blocked, not inactive, not participants only. */
export const withProjects = { status: ['potential', 'active'], relation: ['customer', 'both'] } as const

/** Customers to choose from: the chosen ones, and the first whose number, name or city has the words. */
export function useCustomerOptions(
  words: string,
  chosen: readonly string[],
  only: Readonly<Record<string, readonly string[]>> = {},
): { value: string; label: string }[] {
  const found = useQuery({
    queryKey: ['/customers', 'options', words, only],
    queryFn: () => get(`/customers${queryOf({ ...only, search: words, size: 20 })}`, Page),
    placeholderData: keepPreviousData,
  })
  const named = useQueries({ queries: chosen.map((id) => ({ ...customerQuery(id), staleTime: 60_000 })) })
  const all = [...named.flatMap(({ data }) => data ?? []), ...(found.data?.items ?? [])]
  return [...new Map(all.map((one) => [one.id, { value: one.id, label: `${one.number} ${one.name}` }])).values()]
}
