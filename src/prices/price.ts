// Who works in a project in which role, what an hour costs, and how a part of a project is billed. Prices per hour are decimal
// strings; agreed amounts are decimal strings in the currency of the model.
import { z } from 'zod'
import { Day } from '../lib/dates.ts'
import { requiredText, stored, Version } from '../lib/fields.ts'
import { Amount, PositiveDecimal } from '../lib/money.ts'

/**
 * hourly: hours at a price. fixed: an agreed price by its payment plan. on-account: part invoices by a plan, settled at the end
 * against hours or the agreed price. non-billable: never billed.
 */
export const priceModelKinds = ['hourly', 'fixed', 'on-account', 'non-billable'] as const
export type PriceModelKind = (typeof priceModelKinds)[number]

/** Where the price of an hour comes from when no price of the model names person, role or activity. */
export const hourlyBases = ['custom', 'co-worker', 'role', 'common'] as const
export type HourlyBase = (typeof hourlyBases)[number]

const UserId = z.string().min(1).max(64)
const Price = PositiveDecimal.nullable().default(null)

export const ProjectRoleInput = z.strictObject({
  name: requiredText(60),
  /** Per hour, in the company's currency. */
  salesPrice: Price,
  costPrice: Price,
  active: z.boolean().default(true),
})
export type ProjectRoleInput = z.infer<typeof ProjectRoleInput>
export const ProjectRoleChange = ProjectRoleInput.extend({ version: Version })
export const ProjectRole = z
  .object({ ...ProjectRoleInput.shape, ...stored, members: z.number().int() })
  .meta({ id: 'ProjectRole' })
export type ProjectRole = z.infer<typeof ProjectRole>

/** Makes a person a member of a project, or gives a member another role. */
export const MemberInput = z.strictObject({ userId: UserId, roleId: z.uuid() })
export type MemberInput = z.infer<typeof MemberInput>
export const ProjectMember = z
  .object({ userId: z.string(), name: z.string(), active: z.boolean(), roleId: z.uuid(), roleName: z.string() })
  .meta({ id: 'ProjectMember' })
export type ProjectMember = z.infer<typeof ProjectMember>

/** A co-worker's standard price and cost per hour from a day on, in the company's currency. One a day; null is none. */
export const CoWorkerRateInput = z.strictObject({ validFrom: Day, salesPrice: Price, costPrice: Price })
export const CoWorkerRate = z.object(CoWorkerRateInput.shape).meta({ id: 'CoWorkerRate' })
export type CoWorkerRate = z.infer<typeof CoWorkerRate>

/** A price per hour of a model for one person, role or activity, from a day on. */
const rateShape = {
  userId: UserId.nullable().default(null),
  roleId: z.uuid().nullable().default(null),
  activityId: z.uuid().nullable().default(null),
  validFrom: Day,
  rate: PositiveDecimal,
}
export const RateInput = z.strictObject(rateShape)
export type RateInput = z.infer<typeof RateInput>

/** Names the row that it changes; without an id it is a new one. */
export const PlanItemInput = z.strictObject({
  id: z.uuid().optional(),
  dueOn: Day,
  amount: Amount,
  text: requiredText(200),
  /** Billed outside Akkord: counts as billed and never appears. */
  billedElsewhere: z.boolean().default(false),
})
export type PlanItemInput = z.infer<typeof PlanItemInput>

const modelShape = {
  name: requiredText(100),
  kind: z.enum(priceModelKinds).default('hourly'),
  /** Null: the project's customer. */
  customerId: z.uuid().nullable().default(null),
  /** Of hourly prices, and of on-account models that are settled against hours. */
  hourlyBase: z.enum(hourlyBases).nullable().default(null),
  commonRate: Price,
  /** The agreed price without VAT. */
  fixedPrice: Amount.nullable().default(null),
  /** What hours are not billed beyond. */
  cap: Amount.nullable().default(null),
  expensesIncluded: z.boolean().default(false),
  /** Added to the cost of expenses, in percent. */
  expenseMarkup: PositiveDecimal.default('0'),
  active: z.boolean().default(true),
  rates: z.array(RateInput).max(1000).default([]),
  plan: z.array(PlanItemInput).max(500).default([]),
}

export const PriceModelInput = z.strictObject({ projectId: z.uuid(), ...modelShape })
export type PriceModelInput = z.infer<typeof PriceModelInput>
export const PriceModelChange = z.strictObject({ ...modelShape, version: Version })
export type PriceModelFields = Omit<z.infer<typeof PriceModelChange>, 'version'>

export const PlanItem = z
  .object({
    ...PlanItemInput.shape,
    id: z.uuid(),
    /** The draft or invoice that bills it; it stays as it is then. */
    invoiceId: z.uuid().nullable(),
  })
  .meta({ id: 'PlanItem' })
export type PlanItem = z.infer<typeof PlanItem>

export const PriceModel = z
  .object({
    ...modelShape,
    ...stored,
    projectId: z.uuid(),
    /** The first active one is the project's default. */
    position: z.number().int(),
    isDefault: z.boolean(),
    /** What it bills in: the project's currency, else that of the customer who gets the invoice. */
    currency: z.string(),
    customerName: z.string(),
    rates: z.array(z.object({ ...rateShape, userName: z.string().nullable(), roleName: z.string().nullable() })),
    plan: z.array(PlanItem),
    /** Sum of the plan, what of it is billed, here or elsewhere, and what the agreed price leaves to plan. */
    planned: z.string(),
    billed: z.string(),
    remainder: z.string().nullable(),
    /** Activities that pick it, and drafts and invoices that bill by it: with any, it is not deleted. */
    activities: z.number().int(),
    invoices: z.number().int(),
  })
  .meta({ id: 'PriceModel' })
export type PriceModel = z.infer<typeof PriceModel>

/** All price models of a project in their new order, the default first. */
export const PriceModelOrder = z.strictObject({ ids: z.array(z.uuid()).min(1).max(200) })

/** Work that would be billed, or is, without a price. */
export const MissingRateShown = z
  .object({ priceModelId: z.uuid().nullable(), userId: z.string().nullable(), message: z.string(), link: z.string() })
  .meta({ id: 'MissingRate' })
export type MissingRateShown = z.infer<typeof MissingRateShown>
