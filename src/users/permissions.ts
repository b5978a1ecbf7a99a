// Who may do what: the one table. Routes name a permission, screens hide what is not in it.

export const roles = ['administrator', 'economy', 'project-manager', 'employee'] as const
export type Role = (typeof roles)[number]

const everyone = roles
const office = ['administrator', 'economy', 'project-manager'] as const
const economy = ['administrator', 'economy'] as const
const administrators = ['administrator'] as const

export const permissions = {
  'view customers': everyone,
  'change customers': office,
  'view projects': everyone,
  'change projects': office,
  'view activities': everyone,
  'change activities': office,
  'view prices': office,
  'change prices': office,
  'register own hours': everyone,
  "view everybody's hours": office,
  "change everybody's hours": economy,
  'approve hours': office,
  'lock hours': economy,
  'register expenses': everyone,
  'view expenses': office,
  'approve expenses': office,
  'view accounting': office,
  'change accounting': economy,
  'view invoices': office,
  'change drafts': office,
  'approve drafts': economy,
  'finalize invoices': economy,
  'view payments': office,
  'change payments': economy,
  'view files': office,
  'view tags': everyone,
  'change tags': economy,
  'view departments': everyone,
  'change departments': economy,
  'view the history': office,
  'view the log': economy,
  'send records again': economy,
  'view integrations': economy,
  'change integrations': administrators,
  'view users': everyone,
  'change users': administrators,
  'change API keys': administrators,
  'view settings': everyone,
  'change settings': administrators,
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof permissions

export function roleMay(role: string, permission: string): boolean {
  const allowed = permissions[permission as Permission] as readonly string[] | undefined
  return allowed?.includes(role) ?? false
}
