export const approvals = ['registered', 'approved', 'rejected'] as const
export type Approval = (typeof approvals)[number]

/** open: not billed. drafted: on a draft. billed: on a finalized invoice. written-off: kept unbilled on purpose. */
export const billingStates = ['open', 'drafted', 'billed', 'written-off'] as const
export type BillingState = (typeof billingStates)[number]

/** Who approves hours: the owner of the project, or the person's timesheet approver. */
export const hoursApprovers = ['project-owner', 'timesheet-approver'] as const
export type HoursApprover = (typeof hoursApprovers)[number]
