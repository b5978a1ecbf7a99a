import { z } from 'zod'
import { Day } from '../lib/dates.ts'
import { optionalText, stored, Version } from '../lib/fields.ts'

export const approvals = ['registered', 'approved', 'rejected'] as const
export type Approval = (typeof approvals)[number]

/** open: not billed. drafted: on a draft. billed: on a finalized invoice. written-off: kept unbilled on purpose. */
export const billingStates = ['open', 'drafted', 'billed', 'written-off'] as const
export type BillingState = (typeof billingStates)[number]

/** Who approves hours: the owner of the project, or the person's timesheet approver. */
export const hoursApprovers = ['project-owner', 'timesheet-approver'] as const
export type HoursApprover = (typeof hoursApprovers)[number]

export const minutesOfADay = 1440

const Minutes = z.number().int().min(1).max(minutesOfADay)
export const BillableMinutes = z.number().int().min(0).max(minutesOfADay)
export const UserId = z.string().min(1).max(64)

const written = {
  activityId: z.uuid(),
  workedOn: Day,
  minutes: Minutes,
  /** For the customer; it may stand on the invoice. */
  note: optionalText(1000),
  internalNote: optionalText(1000),
}

export const TimeEntryInput = z.strictObject({
  ...written,
  /** Left out: the one who asks. */
  userId: UserId.optional(),
  /** Left out: the minutes when activity and price model are billable, else 0. */
  billableMinutes: BillableMinutes.optional(),
})
export type TimeEntryInput = z.infer<typeof TimeEntryInput>

/** Hours stay with the person who worked them. */
export const TimeEntryChange = z.strictObject({ ...written, billableMinutes: BillableMinutes, version: Version })
export type TimeEntryChange = z.infer<typeof TimeEntryChange>

/** Why an entry is as it is and may not be altered; null when it may. */
export const keptBecauses = ['approved', 'drafted', 'billed', 'written-off', 'locked'] as const
export type KeptBecause = (typeof keptBecauses)[number]

export const TimeEntry = z
  .object({
    ...stored,
    userId: z.string(),
    userName: z.string(),
    projectId: z.uuid(),
    projectNumber: z.string(),
    projectName: z.string(),
    customerId: z.uuid(),
    customerName: z.string(),
    /** Of the project. */
    departmentId: z.uuid().nullable(),
    activityId: z.uuid(),
    activityNumber: z.string(),
    activityName: z.string(),
    workedOn: Day,
    minutes: z.number().int(),
    billableMinutes: z.number().int(),
    note: z.string().nullable(),
    internalNote: z.string().nullable(),
    approval: z.enum(approvals),
    approvedBy: z.string().nullable(),
    approvedAt: z.iso.datetime().nullable(),
    rejectedBecause: z.string().nullable(),
    billing: z.enum(billingStates),
    invoiceId: z.uuid().nullable(),
    keptBecause: z.enum(keptBecauses).nullable(),
  })
  .meta({ id: 'TimeEntry' })
export type TimeEntry = z.infer<typeof TimeEntry>

/** Sums of a whole filtered set, not of a page. All but `entries` are minutes. */
export const HoursTotals = z
  .object({
    entries: z.number().int(),
    minutes: z.number().int(),
    billableMinutes: z.number().int(),
    /** Worked minutes that wait for approval. */
    toApproveMinutes: z.number().int(),
    /** Billable minutes on drafts and invoices. */
    billedMinutes: z.number().int(),
    /** Billable minutes that are still open. */
    unbilledMinutes: z.number().int(),
  })
  .meta({ id: 'HoursTotals' })
export type HoursTotals = z.infer<typeof HoursTotals>

export const groupings = ['user', 'project', 'customer', 'activity', 'department', 'week', 'month'] as const
export type Grouping = (typeof groupings)[number]

/** Hours of one person, project … or of one week or month. */
export const HoursGroup = HoursTotals.extend({
  /** Id of the person, project, customer, activity or department ('' without one), first day of the week or month. */
  key: z.string(),
  /** Number of the project, customer …; null for people, weeks and months. */
  number: z.string().nullable(),
  /** '' for weeks, months and what has no department. */
  name: z.string(),
}).meta({ id: 'HoursGroup' })
export type HoursGroup = z.infer<typeof HoursGroup>

/** Which entries: these, or all that these words find. */
export const EntriesWanted = z.strictObject({
  from: Day.optional(),
  to: Day.optional(),
  userIds: z.array(UserId).min(1).max(500).optional(),
  projectIds: z.array(z.uuid()).min(1).max(500).optional(),
  activityIds: z.array(z.uuid()).min(1).max(500).optional(),
})
export type EntriesWanted = z.infer<typeof EntriesWanted>

const ids = z.array(z.uuid()).min(1).max(5_000)
/** When the sender has looked: what was changed later is left as it is and named. */
const asOf = z.iso.datetime().optional()
export const ApproveInput = z.union([z.strictObject({ ids, asOf }), z.strictObject({ filter: EntriesWanted, asOf })])
export type ApproveInput = z.infer<typeof ApproveInput>
export const RejectInput = z.strictObject({ ids, comment: z.string().trim().min(1).max(500) })
export type RejectInput = z.infer<typeof RejectInput>
export const ReopenInput = z.strictObject({ ids })
export type ReopenInput = z.infer<typeof ReopenInput>
export const MoveInput = z.strictObject({
  /** Where they go; an activity that takes hours. */
  toActivityId: z.uuid(),
  /** These, or all of the activity `fromActivityId`. */
  ids: ids.optional(),
  fromActivityId: z.uuid().optional(),
})
export type MoveInput = z.infer<typeof MoveInput>

/** What a change of many has done, and what it left as it is and why. */
export const BulkOutcome = z
  .object({
    done: z.number().int(),
    minutes: z.number().int(),
    notDone: z.array(
      z.object({
        reason: z.string(),
        count: z.number().int(),
        /** A hundred of them at most. */
        ids: z.array(z.uuid()),
      }),
    ),
  })
  .meta({ id: 'HoursBulkOutcome' })
export type BulkOutcome = z.infer<typeof BulkOutcome>

/** Hours that wait for whoever asks: of one person in one week, or of one project. */
export const ToApproveGroup = z
  .object({
    /** user/week or the project's id. */
    key: z.string(),
    userId: z.string().nullable(),
    userName: z.string().nullable(),
    /** Monday of the week. */
    week: Day.nullable(),
    /** What the person should work in that week. */
    normMinutes: z.number().int().nullable(),
    /** One in a group of a project, those of the week in a group of a person. */
    projects: z.array(
      z.object({
        projectId: z.uuid(),
        number: z.string(),
        name: z.string(),
        customerName: z.string(),
        entries: z.number().int(),
        minutes: z.number().int(),
        billableMinutes: z.number().int(),
      }),
    ),
    firstDay: Day,
    lastDay: Day,
    entries: z.number().int(),
    minutes: z.number().int(),
    billableMinutes: z.number().int(),
  })
  .meta({ id: 'HoursToApprove' })
export type ToApproveGroup = z.infer<typeof ToApproveGroup>

export const HoursToApprove = z.object({
  approver: z.enum(hoursApprovers),
  /** To be sent with the approval, so that nothing is approved that was not looked at. */
  asOf: z.iso.datetime(),
  /** The oldest 500 of `groupCount`. */
  groups: z.array(ToApproveGroup),
  groupCount: z.number().int(),
  totals: z.object({ entries: z.number().int(), minutes: z.number().int(), billableMinutes: z.number().int() }),
})
export type HoursToApprove = z.infer<typeof HoursToApprove>
