// What the address of a list of hours holds: filters, how it is grouped, and the entry that is open beside it.
export const hoursFilterKeys = [
  'from',
  'to',
  'user',
  'project',
  'customer',
  'activity',
  'department',
  'approval',
  'billing',
  'billable',
  'invoice',
  'by',
  'entry',
] as const
