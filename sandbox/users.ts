// The people and programs that may sign in. Passwords are known to the sandbox only and open nothing else.
import type { Language } from './app-enums.ts'

/** Each right includes the ones before it. */
const rights = ['none', 'read', 'update', 'insert', 'delete'] as const
export type Right = (typeof rights)[number]

export type User = {
  readonly id: number
  readonly loginId: string
  readonly name: string
  readonly password: string
  readonly language: Language
  /** Server users may sign in for a product, but only once at a time. */
  readonly isServerUser: boolean
  readonly isBlocked: boolean
  readonly companies: readonly number[]
  /** By entity, `*` for all others. */
  readonly rights: Readonly<Record<string, Right>>
}

const sandboxPassword = 'sandbox-password'
export const sandboxApiKey = '6f1c0f6e-0000-4000-8000-5a4d0b0c0a5e'

const aUser = {
  password: sandboxPassword,
  language: 'english',
  isServerUser: true,
  isBlocked: false,
  companies: [12345, 12346],
  rights: { '*': 'delete' },
} as const

export const seedUsers: readonly User[] = [
  { ...aUser, id: 7001, loginId: 'akkord-server', name: 'Akkord (server user)' },
  { ...aUser, id: 7002, loginId: 'limited', name: 'May read and correct, not insert', rights: { '*': 'update' } },
  { ...aUser, id: 7003, loginId: 'person', name: 'A person, not a server user', isServerUser: false },
  { ...aUser, id: 7004, loginId: 'danish', name: 'Serverbruger på dansk', language: 'danish' },
  { ...aUser, id: 7005, loginId: 'blocked', name: 'A blocked server user', isBlocked: true },
  {
    ...aUser,
    id: 7006,
    loginId: 'no-projects',
    name: 'May not see projects',
    rights: { '*': 'delete', ProjectClient: 'none', ProjectGroupClient: 'none' },
  },
]

export function mayDo(user: User, right: Right, entity: string): boolean {
  const held = user.rights[entity] ?? user.rights['*'] ?? 'none'
  return rights.indexOf(held) >= rights.indexOf(right)
}
