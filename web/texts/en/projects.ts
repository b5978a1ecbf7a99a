import type { ProjectState } from '../../../src/projects/project.ts'

const states: Record<ProjectState, string> = {
  potential: 'Potential',
  'offer-sent': 'Offer sent',
  'in-progress': 'In progress',
  'on-hold': 'On hold',
  finished: 'Finished',
  cancelled: 'Cancelled',
}

export const projects = {
  title: 'Projects',
  newTitle: 'New project',
  newButton: '+ New project',
  editTitle: (name: string) => `Edit ${name}`,
  empty: 'There are no projects yet. A project needs a customer first.',
  states,
  tags: 'Tags',
  changed: 'Changed',
  groups: {
    general: 'General',
    people: 'Who and when',
    invoicing: 'Invoicing',
    address: 'Place',
    description: 'Description',
  },
  fields: {
    number: 'Project number',
    name: 'Name',
    customerId: 'Customer',
    state: 'State',
    ownerId: 'Owner',
    departmentId: 'Department',
    startOn: 'Start',
    endOn: 'End',
    currency: 'Currency',
    customerReference: 'Their reference',
    orderReference: 'Order number',
    contractReference: 'Contract number',
    street: 'Street',
    postalCode: 'Postal code',
    city: 'City',
    countryCode: 'Country',
    email: 'E-mail',
    description: 'Description',
    tagIds: 'Tags',
  },
  /** Names of the history's own fields. */
  historyFields: { customer: 'Customer', owner: 'Owner', department: 'Department', tags: 'Tags' },
  customerCurrency: 'As the customer',
  nobody: 'Nobody',
  noDepartment: 'None',
}
