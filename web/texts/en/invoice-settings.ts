import type {
  HourSpecification,
  LineGrouping,
  SettingField,
  SettingLevel,
} from '../../../src/invoice-settings/invoice-setting.ts'
import type { Language } from '../../../src/lib/i18n/sentence.ts'

const fields: Record<SettingField, string> = {
  yourReference: 'Your reference',
  orderReference: 'Order reference',
  contractReference: 'Contract reference',
  contactId: 'Contact',
  nameLineAbove: 'Line above the name',
  nameLineBelow: 'Line below the name',
  invoiceText: 'Text above the lines',
  footerText: 'Text below the lines',
  paymentDays: 'Payment term',
  language: 'Language',
  lineGrouping: 'Hours become',
  hourSpecification: 'List of hours',
  attachReceipts: 'Receipts go along',
  hoursAccountDomestic: 'Account of hours, at home',
  hoursAccountForeign: 'Account of hours, abroad',
  expensesAccountDomestic: 'Account of expenses, at home',
  expensesAccountForeign: 'Account of expenses, abroad',
  productsAccountDomestic: 'Account of products, at home',
  productsAccountForeign: 'Account of products, abroad',
}

const lineGroupings: Record<LineGrouping, string> = {
  'activity-person': 'A line per activity and person',
  activity: 'A line per activity',
  person: 'A line per person',
  entry: 'A line per entry',
  one: 'One line for all',
}

const hourSpecifications: Record<HourSpecification, string> = {
  none: 'No list',
  day: 'Hours of each day',
  entry: 'Each entry with its text',
}

const levels: Record<SettingLevel, string> = {
  company: 'from the company',
  customer: 'from the customer',
  project: 'from the project',
}

const owners: Record<SettingLevel, string> = {
  company: 'of the company',
  customer: 'of this customer',
  project: 'of this project',
}

const languages: Record<Language, string> = { da: 'Danish', nb: 'Norwegian', en: 'English' }

export const invoiceSettings = {
  tab: 'Invoice settings',
  hint: {
    customer:
      'What invoices to this customer say. Each value is inherited from the company until the customer has its own.',
    project:
      'What invoices of this project say. Each value is inherited from its customer until the project has its own.',
  },
  companyLink: 'Settings of the company',
  fields,
  lineGroupings,
  hourSpecifications,
  languages,
  groups: {
    references: 'References and address',
    terms: 'Payment and language',
    content: 'Content',
    accounts: 'Accounts',
  },
  accountsHint: {
    domestic: 'The customer is in the country of the company, so its lines take the accounts for sales at home.',
    foreign: 'The customer is in another country, so its lines take the accounts for sales abroad.',
  },
  days: (days: number) => (days === 0 ? 'At once' : days === 1 ? '1 day' : `${days} days`),
  levels,
  inherited: (value: string, level: SettingLevel) => `${value}, ${levels[level]}`,
  nothing: 'Nothing',
  own: (level: SettingLevel) => `own value ${owners[level]}`,
  instead: (origin: string) => `Own value. Without it: ${origin}`,
  override: 'Change',
  overrideField: (field: string) => `Change: ${field}`,
  goBack: 'Use inherited',
  goBackField: (field: string) => `Use inherited: ${field}`,
  noAccount: 'No account: these lines cannot be billed',
  mayNotChooseAccounts: 'Accounts are chosen by those who keep the accounts.',
  noContacts: 'This customer has no contacts.',
}
