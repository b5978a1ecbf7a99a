import { z } from 'zod'
import { activityStates } from '../activities/activity.ts'
import { Day } from '../lib/dates.ts'
import { Version } from '../lib/fields.ts'
import { BillableMinutes, hoursApprovers, minutesOfADay, TimeEntry, UserId } from './time-entry.ts'

/** Why nobody alters the hours of a day: the later of the company's lock and the person's own. */
export const DayLock = z.object({
  until: Day,
  by: z.enum(['company', 'person']),
  /** Who has set it; null when the history does not know. */
  setBy: z.string().nullable(),
})
export type DayLock = z.infer<typeof DayLock>

const sums = { minutes: z.number().int(), billableMinutes: z.number().int() }

export const TimesheetDay = z.object({
  day: Day,
  normMinutes: z.number().int(),
  ...sums,
  lock: DayLock.nullable(),
})
export type TimesheetDay = z.infer<typeof TimesheetDay>

export const CellEntry = TimeEntry.pick({
  id: true,
  version: true,
  minutes: true,
  billableMinutes: true,
  note: true,
  internalNote: true,
  approval: true,
  rejectedBecause: true,
  billing: true,
  keptBecause: true,
})

export const TimesheetCell = z
  .object({
    day: Day,
    ...sums,
    /** Minutes that are approved or billed: the cell cannot go below them. */
    keptMinutes: z.number().int(),
    entries: z.array(CellEntry),
  })
  .meta({ id: 'TimesheetCell' })
export type TimesheetCell = z.infer<typeof TimesheetCell>

/** An activity that a row of a timesheet is of. */
export const ActivityChoice = z
  .object({
    activityId: z.uuid(),
    activityNumber: z.string(),
    activityName: z.string(),
    activityState: z.enum(activityStates),
    projectId: z.uuid(),
    projectNumber: z.string(),
    projectName: z.string(),
    customerName: z.string(),
    /** Whether minutes are billable unless the entry says otherwise. */
    billable: z.boolean(),
  })
  .meta({ id: 'ActivityChoice' })
export type ActivityChoice = z.infer<typeof ActivityChoice>

export const TimesheetRow = ActivityChoice.extend({
  /** Why it takes no hours now; null when it does. */
  hoursRefusal: z.string().nullable(),
  ...sums,
  /** Only days with hours. */
  cells: z.array(TimesheetCell),
}).meta({ id: 'TimesheetRow' })
export type TimesheetRow = z.infer<typeof TimesheetRow>

export const Timesheet = z
  .object({
    userId: z.string(),
    userName: z.string(),
    from: Day,
    to: Day,
    /** In the company's time zone. */
    today: Day,
    notesRequired: z.boolean(),
    /** Whether the one who asks may change these hours. */
    mayChange: z.boolean(),
    days: z.array(TimesheetDay),
    rows: z.array(TimesheetRow),
    totals: z.object({ ...sums, normMinutes: z.number().int() }),
  })
  .meta({ id: 'Timesheet' })
export type Timesheet = z.infer<typeof Timesheet>

/** Longest range of a timesheet: a month with the weeks around it. */
export const timesheetDays = 62

/** Left out: stays as it is. */
const stayingText = z
  .string()
  .trim()
  .max(1000)
  .nullable()
  .transform((text) => text || null)
  .optional()

export const CellInput = z.strictObject({
  userId: UserId.optional(),
  activityId: z.uuid(),
  day: Day,
  /** Of the whole cell; 0 empties it. */
  minutes: z.number().int().min(0).max(minutesOfADay),
  /** Of the whole cell. Left out: as the activity and its price model say. */
  billableMinutes: BillableMinutes.optional(),
  note: stayingText,
  internalNote: stayingText,
})
export type CellInput = z.infer<typeof CellInput>

/** The cell as it stands now, with the sums of its day. */
export const CellAnswer = z.object({ cell: TimesheetCell, day: TimesheetDay }).meta({ id: 'TimesheetCellAnswer' })
export type CellAnswer = z.infer<typeof CellAnswer>

export const CopyWeekInput = z.strictObject({
  userId: UserId.optional(),
  /** Any day of the week. */
  fromWeek: Day,
  toWeek: Day,
  withMinutes: z.boolean().default(false),
})
export type CopyWeekInput = z.infer<typeof CopyWeekInput>

export const CopyWeekAnswer = z
  .object({
    /** Activities that the week has now as rows, whether minutes came with them or not. */
    rows: z.array(ActivityChoice),
    /** Entries made. */
    entries: z.number().int(),
    minutes: z.number().int(),
    notCopied: z.array(
      z.object({ activityId: z.uuid(), activity: z.string(), day: Day.nullable(), reason: z.string() }),
    ),
  })
  .meta({ id: 'CopyWeekAnswer' })
export type CopyWeekAnswer = z.infer<typeof CopyWeekAnswer>

export const HoursSettings = z
  .object({
    version: Version,
    approver: z.enum(hoursApprovers),
    /** Nobody's hours on or before this day are altered. */
    lockedUntil: Day.nullable(),
    notesRequired: z.boolean(),
  })
  .meta({ id: 'HoursSettings' })
export type HoursSettings = z.infer<typeof HoursSettings>
export const HoursSettingsChange = z.strictObject(HoursSettings.shape)

export const TimesheetSettings = z
  .object({ lockedUntil: Day.nullable(), approverId: UserId.nullable() })
  .meta({ id: 'TimesheetSettings' })
export type TimesheetSettings = z.infer<typeof TimesheetSettings>
export const TimesheetSettingsChange = z.strictObject(TimesheetSettings.shape)

export const TimesheetLocks = z.strictObject({
  userIds: z.array(UserId).min(1).max(1000),
  lockedUntil: Day.nullable(),
})
export type TimesheetLocks = z.infer<typeof TimesheetLocks>

/** Minutes expected per weekday, Monday first, from a day on. */
export const WorkSchedule = z.strictObject({
  validFrom: Day,
  minutes: z.array(z.number().int().min(0).max(minutesOfADay)).length(7),
})
export type WorkSchedule = z.infer<typeof WorkSchedule>
export const WorkSchedulesChange = z.strictObject({ schedules: z.array(WorkSchedule).max(200) })
export const WorkSchedules = z.object({
  company: z.array(WorkSchedule),
  /** Only people who have one of their own. */
  people: z.array(z.object({ userId: z.string(), userName: z.string(), schedules: z.array(WorkSchedule) })),
})

/** How far one person is with the hours. */
export const TimesheetStatusRow = z
  .object({
    userId: z.string(),
    userName: z.string(),
    active: z.boolean(),
    /** Every working day up to here has its hours; null when the first one of the range lacks some. */
    completeUntil: Day.nullable(),
    /** The person's own lock. */
    lockedUntil: Day.nullable(),
    /** The later one of the company's and his own. */
    lock: DayLock.nullable(),
    approverId: z.string().nullable(),
    approverName: z.string().nullable(),
    toApproveEntries: z.number().int(),
    toApproveMinutes: z.number().int(),
    weeks: z.array(z.object({ week: Day, minutes: z.number().int(), normMinutes: z.number().int() })),
  })
  .meta({ id: 'TimesheetStatusRow' })
export type TimesheetStatusRow = z.infer<typeof TimesheetStatusRow>

export const TimesheetStatus = z.object({
  today: Day,
  from: Day,
  companyLockedUntil: Day.nullable(),
  people: z.array(TimesheetStatusRow),
})
export type TimesheetStatus = z.infer<typeof TimesheetStatus>

export const DailyHours = z.object({
  userId: z.string(),
  userName: z.string(),
  from: Day,
  to: Day,
  /** Days with hours or a norm. */
  days: z.array(z.object({ day: Day, ...sums, normMinutes: z.number().int() })),
  totals: z.object({ ...sums, normMinutes: z.number().int() }),
})
export type DailyHours = z.infer<typeof DailyHours>

/** Hours of a project for charts and against its estimates. */
export const ProjectFigures = z
  .object({
    /** Every week from the first to the last with hours, also those without. */
    weeks: z.array(z.object({ week: Day, ...sums })),
    activities: z.array(
      z.object({
        activityId: z.uuid(),
        number: z.string(),
        name: z.string(),
        state: z.enum(activityStates),
        estimatedMinutes: z.number().int().nullable(),
        alertMinutes: z.number().int().nullable(),
        ...sums,
      }),
    ),
    totals: z.object({ ...sums, estimatedMinutes: z.number().int().nullable() }),
  })
  .meta({ id: 'ProjectFigures' })
export type ProjectFigures = z.infer<typeof ProjectFigures>
