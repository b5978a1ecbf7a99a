// Who is signed in. Screens ask `useMay` before they offer something.
import { useQuery } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import type { Permission } from '../src/users/permissions.ts'
import { Me } from '../src/users/user.ts'
import { get } from './api.ts'

export const meQuery = { queryKey: ['me'], queryFn: () => get('/me', Me) } as const

export const useMeQuery = () => useQuery({ ...meQuery, staleTime: 60_000, refetchInterval: 60_000 })

export const MeContext = createContext<Me | null>(null)

export function useMe(): Me {
  const me = useContext(MeContext)
  if (!me) throw new Error('useMe stands outside of the signed-in part.')
  return me
}

export function useMay(permission: Permission): boolean {
  return useMe().permissions.includes(permission)
}
