import { z } from 'zod'
import { Warning } from '../customers/customer.ts'
import { CountryCode } from '../lib/countries.ts'
import { CurrencyCode } from '../lib/currencies.ts'
import { Day } from '../lib/dates.ts'
import { optionalEmail, optionalText, RecordNumber, requiredText, stored, Version } from '../lib/fields.ts'
import { SyncBadge } from '../sync/record-state.ts'

export const projectStates = ['potential', 'offer-sent', 'in-progress', 'on-hold', 'finished', 'cancelled'] as const
export type ProjectState = (typeof projectStates)[number]

const shape = {
  /** Left out on a new project: the next number of the series. */
  number: RecordNumber.optional(),
  name: requiredText(100),
  customerId: z.uuid(),
  state: z.enum(projectStates).default('in-progress'),
  /** The user who answers for the project. */
  ownerId: z.string().max(64).nullable().default(null),
  departmentId: z.uuid().nullable().default(null),
  startOn: Day.nullable().default(null),
  endOn: Day.nullable().default(null),
  currency: CurrencyCode.nullable().default(null),
  customerReference: optionalText(60),
  orderReference: optionalText(60),
  contractReference: optionalText(60),
  street: optionalText(60),
  postalCode: optionalText(12),
  city: optionalText(30),
  countryCode: CountryCode.nullable().default(null),
  email: optionalEmail,
  description: optionalText(4000),
  tagIds: z.array(z.uuid()).max(100).default([]),
}

export const ProjectInput = z.strictObject(shape)
export type ProjectInput = z.infer<typeof ProjectInput>
/** A new project may come with its first activity, so that hours can be registered at once. */
export const NewProject = ProjectInput.extend({ firstActivity: optionalText(100) })
export const ProjectChange = z.strictObject({ ...shape, number: RecordNumber, version: Version })

export const Project = z
  .object({
    ...shape,
    ...stored,
    number: z.string(),
    customerNumber: z.string(),
    customerName: z.string(),
    sync: SyncBadge,
    warnings: z.array(Warning),
  })
  .meta({ id: 'Project' })
export type Project = z.infer<typeof Project>

export const ProjectRow = Project.pick({
  id: true,
  number: true,
  name: true,
  state: true,
  customerId: true,
  customerNumber: true,
  customerName: true,
  departmentId: true,
  ownerId: true,
  startOn: true,
  endOn: true,
  tagIds: true,
  updatedAt: true,
  sync: true,
}).meta({ id: 'ProjectRow' })
export type ProjectRow = z.infer<typeof ProjectRow>
