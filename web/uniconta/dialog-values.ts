// What the dialog holds while it is filled in. The password is never among what comes from the server.
import {
  type Credentials,
  defaultPhases,
  type UnicontaInput,
  type UnicontaIntegration,
} from '../../src/uniconta/settings.ts'

export type DialogValues = Omit<UnicontaInput, 'companyId' | 'apiKey'> & {
  companyId: number | null
  /** What was typed. */
  apiKey: string
  removesApiKey: boolean
  version?: number
}

export const newValues: DialogValues = {
  userName: '',
  password: '',
  apiKey: '',
  removesApiKey: false,
  companyId: null,
  departmentDimension: null,
  exportCustomers: false,
  customerGroupTagGroupId: null,
  exportProjects: false,
  projectDepartment: 'none',
  projectDepartmentTagGroupId: null,
  phases: defaultPhases,
  exportInvoices: false,
  projectCategoryTagGroupId: null,
  invoiceDepartment: 'none',
  invoiceDepartmentInvoiceTagGroupId: null,
  invoiceDepartmentProjectTagGroupId: null,
  postingWaitMinutes: 30,
  numberLeavesWhenSettled: true,
  firstDocument: 'show',
  importExpenses: false,
  expenseActivity: null,
  expensesBillable: null,
  expensesFrom: null,
  expenseSeries: null,
  expenseAccounts: '',
  expensesApproved: false,
  expenseEveryMinutes: 30,
  expenseFromHour: 7,
  expenseToHour: 20,
  enabled: true,
  notifyUserIds: [],
  notifyEmails: [],
  notifyLevel: 'errors-and-warnings',
  notes: null,
  confirmCompanyChange: false,
}

export function valuesOf(integration: UnicontaIntegration): DialogValues {
  const { id: _id, companyName: _name, hasApiKey: _has, sentRecords: _sent, ...settings } = integration
  return { ...newValues, ...settings }
}

/** An API key that was not typed is not mentioned: then the stored one stays. */
const apiKeyOf = ({ apiKey, removesApiKey }: DialogValues) =>
  apiKey ? { apiKey } : removesApiKey ? { apiKey: null } : {}

export function bodyOf({ removesApiKey, apiKey, ...values }: DialogValues): object {
  return { ...values, ...apiKeyOf({ removesApiKey, apiKey, ...values }) }
}

export const credentialsOf = (values: DialogValues): Credentials => ({
  userName: values.userName,
  password: values.password,
  ...apiKeyOf(values),
  companyId: values.companyId,
})
