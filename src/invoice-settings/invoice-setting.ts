import type { ProductType } from '../accounting/accounting.ts'
import type { Language } from '../lib/i18n/sentence.ts'

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
