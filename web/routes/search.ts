// What several addresses hold behind the question mark.

/** A new record of a customer: /projects/new?customer=… */
export const ofCustomer = (given: Record<string, unknown>): { customer?: string } =>
  typeof given.customer === 'string' ? { customer: given.customer } : {}

export const ofProject = (given: Record<string, unknown>): { project?: string } =>
  typeof given.project === 'string' ? { project: given.project } : {}

/** A new project of a customer, or one that takes a number that is known elsewhere. */
export const forNewProject = (given: Record<string, unknown>): { customer?: string; number?: string } => ({
  ...ofCustomer(given),
  ...(typeof given.number === 'string' || typeof given.number === 'number' ? { number: String(given.number) } : {}),
})
