export const activityStates = ['not-started', 'in-progress', 'finished', 'closed'] as const
export type ActivityState = (typeof activityStates)[number]
