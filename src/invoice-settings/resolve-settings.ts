// Company -> customer -> project -> draft: of every setting the nearest value that is there holds.
import { and, eq, inArray, or } from 'drizzle-orm'
import type { ProductType } from '../accounting/accounting.ts'
import type { Company } from '../company/company.ts'
import { getCompany } from '../company/company-store.ts'
import { contact } from '../contacts/contact-table.ts'
import { customer } from '../customers/customer-table.ts'
import type { Db, Tx } from '../lib/database/database.ts'
import { project } from '../projects/project-table.ts'
import {
  accountSettings,
  companySubject,
  type DraftSettings,
  type ResolvedSettings,
  type SettingLevel,
  type SettingValues,
  settingFields,
} from './invoice-setting.ts'
import { invoiceSetting } from './invoice-setting-table.ts'

/** Whose settings are wanted. The customer need not be the project's: a draft may bill another one. */
export type SettingSubject = {
  customerId: string
  projectId?: string | null | undefined
  /** The draft's own values; null and absent inherit. */
  draft?: Partial<DraftSettings> | undefined
  /** A level that is left out: what it would inherit. */
  without?: SettingLevel | undefined
}

export type SettingsOfSubject = {
  resolved: ResolvedSettings
  /** The records that were read for them, deleted ones too. */
  company: Company
  customer: typeof customer.$inferSelect | undefined
  project: typeof project.$inferSelect | undefined
  /** Whether the customer is in the company's country: its lines take the domestic accounts. */
  isDomestic: boolean
}

/** The settings of one document, customer or project, each with the level it comes from. */
export async function resolveSettings(db: Db | Tx, subject: SettingSubject): Promise<SettingsOfSubject> {
  const [found] = await resolveMany(db, [subject])
  return found as SettingsOfSubject
}

/** The same for many at once, in the order asked, in five queries however many they are. */
export async function resolveMany(db: Db | Tx, subjects: readonly SettingSubject[]): Promise<SettingsOfSubject[]> {
  if (subjects.length === 0) return []
  const levels = await readLevels(db, subjects)
  return subjects.map(({ customerId, projectId, draft, without }) => {
    const customer = levels.customers.get(customerId)
    const project = projectId ? levels.projects.get(projectId) : undefined
    const near: { from: 'draft' | 'project' | 'customer' | 'company'; values: Partial<SettingValues> }[] = [
      { from: 'draft', values: draft ?? {} },
      { from: 'project', values: project ? { ...levels.stored('project', project.id), ...referencesOf(project) } : {} },
      {
        from: 'customer',
        values: customer ? { ...levels.stored('customer', customer.id), paymentDays: customer.paymentDays } : {},
      },
      { from: 'company', values: levels.stored('company', companySubject) },
    ]
    const resolved = Object.fromEntries(
      settingFields.map((field) => {
        const found = near.find(({ from, values }) => {
          if (from === without) return false
          const value = values[field] ?? null
          // A person at another customer is no contact for this one: the project may belong to somebody else than who pays.
          if (field === 'contactId' && value !== null && from !== 'draft')
            return levels.contacts.get(value as string) === customerId
          return value !== null
        })
        return [field, { value: found?.values[field] ?? null, from: found?.from ?? 'company' }]
      }),
    ) as ResolvedSettings
    const { company } = levels
    return { resolved, isDomestic: customer?.countryCode === company.countryCode, company, customer, project }
  })
}

/** Payment days of a customer and references of a project stand in those records, not a second time in their settings. */
const referencesOf = (of: typeof project.$inferSelect): Partial<SettingValues> => ({
  yourReference: of.customerReference,
  orderReference: of.orderReference,
  contractReference: of.contractReference,
})

/** The account that lines of a product type are on; null: no level names one, and the lines cannot be billed. */
export function accountIdFor(
  { resolved, isDomestic }: SettingsOfSubject,
  productType: ProductType,
): ResolvedSettings['hoursAccountDomestic'] {
  return resolved[accountSettings[productType][isDomestic ? 'domestic' : 'foreign']]
}

async function readLevels(db: Db | Tx, subjects: readonly SettingSubject[]) {
  const customerIds = [...new Set(subjects.map(({ customerId }) => customerId))]
  const projectIds = [...new Set(subjects.flatMap(({ projectId }) => projectId ?? []))]
  const company = await getCompany(db)
  const rows = await db
    .select()
    .from(invoiceSetting)
    .where(
      or(
        eq(invoiceSetting.level, 'company'),
        and(eq(invoiceSetting.level, 'customer'), inArray(invoiceSetting.subjectId, customerIds)),
        and(eq(invoiceSetting.level, 'project'), inArray(invoiceSetting.subjectId, projectIds)),
      ),
    )
  const stored = new Map(rows.map(({ level, subjectId, ...values }) => [`${level} ${subjectId}`, values]))
  const customers = await db.select().from(customer).where(inArray(customer.id, customerIds))
  const projects = projectIds.length === 0 ? [] : await db.select().from(project).where(inArray(project.id, projectIds))
  return {
    company,
    stored: (level: SettingLevel, subjectId: string): Partial<SettingValues> =>
      stored.get(`${level} ${subjectId}`) ?? {},
    customers: new Map(customers.map((row) => [row.id, row])),
    projects: new Map(projects.map((row) => [row.id, row])),
    contacts: await findContactsOf(
      db,
      rows.flatMap(({ contactId }) => contactId ?? []),
    ),
  }
}

/** Which customer each contact belongs to; deleted ones are absent. */
async function findContactsOf(db: Db | Tx, contactIds: readonly string[]): Promise<Map<string, string>> {
  if (contactIds.length === 0) return new Map()
  const rows = await db
    .select({ id: contact.id, customerId: contact.customerId, deletedAt: contact.deletedAt })
    .from(contact)
    .where(inArray(contact.id, [...new Set(contactIds)]))
  return new Map(rows.flatMap((row) => (row.deletedAt === null ? [[row.id, row.customerId] as const] : [])))
}
