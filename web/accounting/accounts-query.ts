import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { get } from '../api.ts'

const Accounts = z.object({
  items: z.array(z.object({ id: z.string(), number: z.string(), name: z.string(), active: z.boolean() })),
})

/** The bookkeeping accounts, also those that are not used any more. */
export function useAccounts(): readonly { id: string; number: string; name: string; active: boolean }[] {
  const { data } = useQuery({
    queryKey: ['/accounts', 'all'],
    queryFn: () => get('/accounts', Accounts),
    staleTime: 60_000,
  })
  return data?.items ?? []
}
