import { z } from 'zod'
import type { ProductType } from '../accounting/accounting.ts'
import { optionalText } from '../lib/fields.ts'
import { type Language, languages } from '../lib/i18n/sentence.ts'

/** From far to near: the nearer one wins; the draft's own values win over all of them. */
export const settingLevels = ['company', 'customer', 'project'] as const
export type SettingLevel = (typeof settingLevels)[number]

/** How hours become lines of a draft. */
export const lineGroupings = ['activity-person', 'activity', 'person', 'entry', 'one'] as const
export type LineGrouping = (typeof lineGroupings)[number]

/** Whether the PDF lists the hours behind its lines: not at all, by day, or each entry with its text. */
export const hourSpecifications = ['none', 'day', 'entry'] as const
export type HourSpecification = (typeof hourSpecifications)[number]

/** The company's row has no subject. */
export const companySubject = '00000000-0000-0000-0000-000000000000'

/** What every level may say; null inherits. References, texts and days as on a draft. */
export type SettingValues = {
  yourReference: string | null
  orderReference: string | null
  contractReference: string | null
  contactId: string | null
  nameLineAbove: string | null
  nameLineBelow: string | null
  invoiceText: string | null
  footerText: string | null
  paymentDays: number | null
  language: Language | null
  lineGrouping: LineGrouping | null
  hourSpecification: HourSpecification | null
  attachReceipts: boolean | null
  hoursAccountDomestic: string | null
  hoursAccountForeign: string | null
  expensesAccountDomestic: string | null
  expensesAccountForeign: string | null
  productsAccountDomestic: string | null
  productsAccountForeign: string | null
}
export type SettingField = keyof SettingValues

export const accountSettings = {
  hours: { domestic: 'hoursAccountDomestic', foreign: 'hoursAccountForeign' },
  expenses: { domestic: 'expensesAccountDomestic', foreign: 'expensesAccountForeign' },
  products: { domestic: 'productsAccountDomestic', foreign: 'productsAccountForeign' },
} as const satisfies Record<ProductType, Record<'domestic' | 'foreign', SettingField>>
export type AccountField = (typeof accountSettings)[ProductType]['domestic' | 'foreign']

export const textFields = [
  'yourReference',
  'orderReference',
  'contractReference',
  'contactId',
  'nameLineAbove',
  'nameLineBelow',
  'invoiceText',
  'footerText',
  'paymentDays',
  'language',
  'lineGrouping',
  'hourSpecification',
  'attachReceipts',
] as const satisfies readonly SettingField[]
export const accountFields = [
  'hoursAccountDomestic',
  'hoursAccountForeign',
  'expensesAccountDomestic',
  'expensesAccountForeign',
  'productsAccountDomestic',
  'productsAccountForeign',
] as const satisfies readonly AccountField[]
export const settingFields: readonly SettingField[] = [...textFields, ...accountFields]

/** What a draft says itself; its accounts stand on its lines. */
export type DraftSettings = Pick<SettingValues, (typeof textFields)[number]>

/** Each setting as it holds, with the level that says it; null from the company where no level says anything. */
export type ResolvedSettings = {
  [F in SettingField]: { value: SettingValues[F]; from: SettingLevel | 'draft' }
}

/** What a draft may say, too. */
export const draftSettings = {
  yourReference: optionalText(60),
  orderReference: optionalText(60),
  contractReference: optionalText(60),
  contactId: z.uuid().nullable().default(null),
  nameLineAbove: optionalText(100),
  nameLineBelow: optionalText(100),
  invoiceText: optionalText(4000),
  footerText: optionalText(1000),
  paymentDays: z.number().int().min(0).max(365).nullable().default(null),
  language: z.enum(languages).nullable().default(null),
  lineGrouping: z.enum(lineGroupings).nullable().default(null),
  hourSpecification: z.enum(hourSpecifications).nullable().default(null),
  attachReceipts: z.boolean().nullable().default(null),
}

const ownShape = {
  ...draftSettings,
  hoursAccountDomestic: z.uuid().nullable().default(null),
  hoursAccountForeign: z.uuid().nullable().default(null),
  expensesAccountDomestic: z.uuid().nullable().default(null),
  expensesAccountForeign: z.uuid().nullable().default(null),
  productsAccountDomestic: z.uuid().nullable().default(null),
  productsAccountForeign: z.uuid().nullable().default(null),
}

/**
 * Counts the changes of the settings and of the record that keeps a part of them, a customer's payment days or a project's
 * references. Both only grow, so an equal sum means that neither has changed.
 */
const WholeVersion = z.number().int().min(1)

/** What a customer or project says itself; null inherits. */
export const SettingChange = z.strictObject({ ...ownShape, version: WholeVersion })
export type SettingChange = z.infer<typeof SettingChange>

const { yourReference: _y, orderReference: _o, contractReference: _r, contactId: _c, ...withoutReferences } = ownShape
const { nameLineAbove: _a, nameLineBelow: _b, ...companyShape } = withoutReferences

/** The company's level: nothing that only one customer can have, and a value wherever the others need one to inherit. */
export const CompanySettingChange = z.strictObject({
  ...companyShape,
  paymentDays: z.number().int().min(0).max(365),
  language: z.enum(languages),
  lineGrouping: z.enum(lineGroupings),
  hourSpecification: z.enum(hourSpecifications),
  attachReceipts: z.boolean(),
  version: WholeVersion,
})
export type CompanySettingChange = z.infer<typeof CompanySettingChange>

/** The settings of one level. */
export const InvoiceSettings = z
  .object({
    level: z.enum(settingLevels),
    version: WholeVersion,
    own: z.object(ownShape),
    /** What holds where `own` is null, and the level that says it. */
    inherited: z.record(z.string(), z.object({ value: z.unknown(), from: z.enum(settingLevels) })),
    /** Whether the domestic accounts are taken; null for the company. */
    isDomestic: z.boolean().nullable(),
  })
  .meta({ id: 'InvoiceSettings' })
export type InvoiceSettings = z.infer<typeof InvoiceSettings>
