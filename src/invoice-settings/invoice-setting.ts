/** From far to near: the nearer one wins; the draft's own values win over all of them. */
export const settingLevels = ['company', 'customer', 'project'] as const
export type SettingLevel = (typeof settingLevels)[number]

/** How hours become lines of a draft. */
export const lineGroupings = ['activity-person', 'activity', 'person', 'entry', 'one'] as const
export type LineGrouping = (typeof lineGroupings)[number]

/** Whether the PDF lists the hours behind its lines: not at all, by day, or each entry with its text. */
export const hourSpecifications = ['none', 'day', 'entry'] as const
export type HourSpecification = (typeof hourSpecifications)[number]
