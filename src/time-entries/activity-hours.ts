import { z } from 'zod'

/** What is registered on an activity, to be held against its estimate. Minutes; rejected hours count until they are put right. */
export const ActivityHours = z
  .object({
    activityId: z.uuid(),
    minutes: z.number().int(),
    billableMinutes: z.number().int(),
    entries: z.number().int(),
    lastWorkedOn: z.string(),
  })
  .meta({ id: 'ActivityHours' })
export type ActivityHours = z.infer<typeof ActivityHours>
