import { z } from 'zod'
import { Day } from '../lib/dates.ts'
import { optionalText, RecordNumber, requiredText, stored, Version } from '../lib/fields.ts'
import { type Sentence, sayFrom } from '../lib/i18n/sentence.ts'
import { type ProjectState, projectStates } from '../projects/project.ts'
import { activityTexts } from './activity-texts.ts'

const say = sayFrom(activityTexts)

export const activityStates = ['not-started', 'in-progress', 'finished', 'closed'] as const
export type ActivityState = (typeof activityStates)[number]

/** Minutes of an estimate or alert: ten thousand hours are enough for everybody. */
const Minutes = z.number().int().min(1).max(60_000_000)

const shape = {
  /** Left out on a new activity: one above the highest of the project. */
  number: RecordNumber.optional(),
  name: requiredText(100),
  state: z.enum(activityStates).default('in-progress'),
  startOn: Day.nullable().default(null),
  endOn: Day.nullable().default(null),
  /** False: for expenses only. */
  takesHours: z.boolean().default(true),
  /** Whether hours are billable unless the entry says otherwise. */
  billable: z.boolean().default(true),
  estimatedMinutes: Minutes.nullable().default(null),
  /** The owner of the project is told once when so many minutes are registered. */
  alertMinutes: Minutes.nullable().default(null),
  /** Null: the first price model of the project. */
  priceModelId: z.uuid().nullable().default(null),
  description: optionalText(2000),
}

export const ActivityInput = z.strictObject({ projectId: z.uuid(), ...shape })
export type ActivityInput = z.infer<typeof ActivityInput>
/** What a person enters; an activity stays in its project. */
export const ActivityChange = z.strictObject({ ...shape, number: RecordNumber, version: Version })
export type ActivityFields = Omit<z.infer<typeof ActivityChange>, 'version'>

export const Activity = z
  .object({
    ...shape,
    ...stored,
    projectId: z.uuid(),
    number: z.string(),
    projectNumber: z.string(),
    projectName: z.string(),
    projectState: z.enum(projectStates),
    customerName: z.string(),
    /** Why nobody registers hours on it now; null when it takes them. */
    hoursRefusal: z.string().nullable(),
  })
  .meta({ id: 'Activity' })
export type Activity = z.infer<typeof Activity>

/** Which activities are copied into a project: all of another one, with their estimates, none of their hours. */
export const ActivityCopy = z.strictObject({ fromProjectId: z.uuid() })

/** States of a project in which nobody works on it. Offers are worked on too, mostly without being billed. */
const restingStates: readonly ProjectState[] = ['on-hold', 'finished', 'cancelled']

export type TakesHours = { takes: true } | { takes: false; because: Sentence }

/** Whether hours may be registered on an activity, and why not. Approval, locks and rights are asked elsewhere. */
export function takesHours(
  activity: { number: string; name: string; state: ActivityState; takesHours: boolean },
  project: { number: string; name: string; state: ProjectState },
): TakesHours {
  const { number, name, state } = activity
  if (!activity.takesHours) return { takes: false, because: say('activity.expensesOnly', { number, name }) }
  if (state !== 'in-progress') return { takes: false, because: say('activity.notInProgress', { number, name, state }) }
  if (restingStates.includes(project.state)) {
    const because = say('activity.projectRests', {
      number: project.number,
      name: project.name,
      state: project.state,
    })
    return { takes: false, because }
  }
  return { takes: true }
}

/** The states in which a project's activities take hours, for queries. */
export const projectStatesWithHours = projectStates.filter((state) => !restingStates.includes(state))
