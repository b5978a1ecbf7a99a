// Who is signed in. Screens ask `useMay` before they offer something.
import { type QueryClient, useQuery } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import type { Permission } from '../src/users/permissions.ts'
import { Me } from '../src/users/user.ts'
import { ApiProblem, get } from './api.ts'

const queryKey = ['me']

/**
 * Null: nobody is signed in. When a session ends while somebody works, it throws instead, and the page stays. When somebody
 * else has signed in, what the one before was shown is forgotten.
 */
async function askWho({ client }: { client: QueryClient }): Promise<Me | null> {
  const before = client.getQueryData<Me | null>(queryKey) ?? null
  try {
    const me = await get('/me', Me)
    if (before && before.id !== me.id) client.removeQueries({ predicate: (query) => query.queryKey[0] !== queryKey[0] })
    return me
  } catch (error) {
    if (isSignedOut(error) && !before) return null
    throw error
  }
}

export const useMeQuery = () =>
  useQuery({
    queryKey,
    queryFn: askWho,
    staleTime: 60_000,
    refetchInterval: ({ state }) => (state.error ? 3_000 : 60_000),
  })

export const isSignedOut = (error: unknown): boolean => error instanceof ApiProblem && error.status === 401

export const MeContext = createContext<Me | null>(null)

export function useMe(): Me {
  const me = useContext(MeContext)
  if (!me) throw new Error('useMe stands outside of the signed-in part.')
  return me
}

export function useMay(permission: Permission): boolean {
  return useMe().permissions.includes(permission)
}
