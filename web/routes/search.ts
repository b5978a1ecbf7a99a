// What several addresses hold behind the question mark.

/** A new record of a customer: /projects/new?customer=… */
export const ofCustomer = (given: Record<string, unknown>): { customer?: string } =>
  typeof given.customer === 'string' ? { customer: given.customer } : {}

export const ofProject = (given: Record<string, unknown>): { project?: string } =>
  typeof given.project === 'string' ? { project: given.project } : {}
