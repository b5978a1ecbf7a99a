import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { User } from '../../src/users/user.ts'
import { get, queryOf } from '../api.ts'

const Page = z.object({ items: z.array(User), total: z.number() })

async function allUsers(): Promise<User[]> {
  const users: User[] = []
  for (let page = 1; ; page++) {
    const { items, total } = await get(`/users${queryOf({ page, size: 200 })}`, Page)
    users.push(...items)
    if (items.length === 0 || users.length >= total) return users
  }
}

/** Everybody, also those who left, and each by the id. */
export function useUsers(): { users: readonly User[]; byId: ReadonlyMap<string, User> } {
  const { data: users = [] } = useQuery({ queryKey: ['/users', 'all'], queryFn: allUsers, staleTime: 60_000 })
  return { users, byId: new Map(users.map((user) => [user.id, user])) }
}
