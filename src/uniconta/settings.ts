import { z } from 'zod'
import { genericSettings } from '../integrations/integration.ts'
import { Day } from '../lib/dates.ts'
import { Version } from '../lib/fields.ts'
import { projectStates } from '../projects/project.ts'

/** Where a project's department comes from (UC-30). */
export const projectDepartments = ['none', 'project-department', 'project-tag-group'] as const

/** Where an invoice's department comes from (UC-54). */
export const invoiceDepartments = [
  'none',
  'invoice-department',
  'invoice-tag-group',
  'project-department',
  'project-tag-group',
] as const

/** How the first invoice and the first credit note go: each step is shown before it is made, or they go like all others. */
export const firstDocumentChoices = ['show', 'go'] as const

export const unicontaType = 'uniconta'

/** What a project's state becomes there: the label of a Phase in English, or null to leave the phase alone. */
export const phases = [
  'Created',
  'Offer',
  'Accepted',
  'InProgress',
  'Paused',
  'ReportedAsFinished',
  'Completed',
] as const
export type Phase = (typeof phases)[number]
export const PhaseTable = z.record(z.enum(projectStates), z.enum(phases).nullable())
export type PhaseTable = z.infer<typeof PhaseTable>

export const defaultPhases: PhaseTable = {
  potential: 'Created',
  'offer-sent': 'Offer',
  'in-progress': 'InProgress',
  'on-hold': 'Paused',
  finished: 'Completed',
  cancelled: null,
}

const dialog = {
  userName: z.string().trim().min(1).max(100),
  companyId: z.number().int().min(1),
  /** Which dimension holds departments; null is "Not activated". */
  departmentDimension: z
    .union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)])
    .nullable()
    .default(null),
  exportCustomers: z.boolean().default(false),
  customerGroupTagGroupId: z.uuid().nullable().default(null),
  exportProjects: z.boolean().default(false),
  projectDepartment: z.enum(projectDepartments).default('none'),
  projectDepartmentTagGroupId: z.uuid().nullable().default(null),
  phases: PhaseTable.default(defaultPhases),
  exportInvoices: z.boolean().default(false),
  /** Of projects; the code of a project's tag is the project category of all its lines (UC-35, UC-36). */
  projectCategoryTagGroupId: z.uuid().nullable().default(null),
  invoiceDepartment: z.enum(invoiceDepartments).default('none'),
  /** Each tag choice has a selector of its own, so that changing between them forgets neither. */
  invoiceDepartmentInvoiceTagGroupId: z.uuid().nullable().default(null),
  invoiceDepartmentProjectTagGroupId: z.uuid().nullable().default(null),
  /** Minutes between the end of the last call that may still arrive and sending a document of unknown fate again. */
  postingWaitMinutes: z.number().int().min(5).max(1440).default(30),
  /** PDF, mail and e-invoice wait until the document is booked: nobody holds a number that the books do not have. */
  numberLeavesWhenSettled: z.boolean().default(true),
  firstDocument: z.enum(firstDocumentChoices).default('show'),
  importExpenses: z.boolean().default(false),
  /** The name of the activity that takes them in every project (UC-75). */
  expenseActivity: z.string().trim().max(100).nullable().default(null),
  /** No default: a person chooses (UC-76). */
  expensesBillable: z.boolean().nullable().default(null),
  /** What was posted on a later day comes in; what a person typed, never moved by a run (UC-77, UC-78). */
  expensesFrom: Day.nullable().default(null),
  expenseSeries: z.string().trim().max(20).nullable().default(null),
  /** "4000, 4100..4199"; blank is every account (UC-74). */
  expenseAccounts: z.string().trim().max(500).default(''),
  /** Whether they need nobody's approval (UC-80). */
  expensesApproved: z.boolean().default(false),
  /** Minutes between two runs, and the hours of the company's day in which they begin. */
  expenseEveryMinutes: z.union([z.literal(10), z.literal(15), z.literal(20), z.literal(30), z.literal(60)]).default(30),
  expenseFromHour: z.number().int().min(0).max(23).default(7),
  expenseToHour: z.number().int().min(0).max(23).default(20),
  ...genericSettings,
}

/** What the dialog sends. An empty password on a change keeps the stored one; the API key likewise. */
export const UnicontaInput = z.strictObject({
  ...dialog,
  password: z.string().max(200).default(''),
  apiKey: z.string().trim().max(100).nullable().optional(),
  /** Needed when the company is changed after something was sent: all links belong to the old company (UC-64). */
  confirmCompanyChange: z.boolean().default(false),
})
export type UnicontaInput = z.infer<typeof UnicontaInput>
export const UnicontaChange = UnicontaInput.extend({ version: Version })

/** What is stored and shown: everything but the secrets. */
export const UnicontaSettings = z.object({ ...dialog, companyName: z.string(), hasApiKey: z.boolean() })
export type UnicontaSettings = z.infer<typeof UnicontaSettings>
export const UnicontaIntegration = UnicontaSettings.extend({
  id: z.uuid(),
  version: Version,
  sentRecords: z.number().int(),
}).meta({
  id: 'UnicontaIntegration',
})
export type UnicontaIntegration = z.infer<typeof UnicontaIntegration>

export const Credentials = z.strictObject({
  userName: z.string().trim().min(1).max(100),
  /** Empty: the stored password of the integration. */
  password: z.string().max(200).default(''),
  apiKey: z.string().trim().max(100).nullable().optional(),
  /** For users whom the other side lets in only with a company. */
  companyId: z.number().int().min(1).nullable().optional(),
})
export type Credentials = z.infer<typeof Credentials>

export const UnicontaCompany = z
  .object({ id: z.number().int(), name: z.string(), currency: z.string().nullable(), deactivated: z.boolean() })
  .meta({ id: 'UnicontaCompany' })

export const CompanyDimensions = z
  .object({ dimensions: z.array(z.object({ number: z.number().int(), name: z.string() })) })
  .meta({ id: 'CompanyDimensions' })

/** One thing that Check set-up looks at. `where` is the menu path in the accounting system that mends it. */
export const SetUpCheck = z
  .object({
    key: z.string(),
    state: z.enum(['ok', 'warning', 'error', 'unknown']),
    title: z.string(),
    text: z.string(),
    where: z.string().nullable(),
    /** Path in the web application that mends it here. */
    link: z.string().nullable(),
  })
  .meta({ id: 'SetUpCheck' })
export type SetUpCheck = z.infer<typeof SetUpCheck>
export const SetUpReport = z
  .object({ checkedAt: z.iso.datetime(), checks: z.array(SetUpCheck) })
  .meta({ id: 'SetUpReport' })
export type SetUpReport = z.infer<typeof SetUpReport>

/** A step of verifying, streamed while Save works: one JSON object a line, the last one holds `integration` or `problem`. */
export const VerifyStep = z.object({ step: z.string(), state: z.enum(['running', 'ok', 'failed']), text: z.string() })
export type VerifyStep = z.infer<typeof VerifyStep>
