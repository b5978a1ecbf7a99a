export const departments = {
  title: 'Departments',
  newTitle: 'New department',
  newButton: '+ New department',
  editTitle: (name: string) => `Edit ${name}`,
  hint: 'A project may belong to a department. With the export of projects on, its number goes along as a dimension.',
  empty: 'There are no departments. They are needed only when projects belong to one.',
  projects: 'Projects',
  showProjects: (count: number, name: string) =>
    count === 1 ? `Show the 1 project of ${name}` : `Show the ${count} projects of ${name}`,
  state: 'State',
  active: 'Active',
  inactive: 'Not active any more',
  ownNumber: (number: string) => `${number} (its own)`,
  externalHint: 'The number of the department there. Left empty, its own number is used.',
  goesAgain: (count: number) =>
    count === 1
      ? 'Saving sends its project to accounting again, with the new number.'
      : `Saving sends its ${count} projects to accounting again, with the new number.`,
  inactiveHint: 'A department that is not active stays on its projects and is offered to no others.',
  fields: {
    number: 'Number',
    name: 'Name',
    externalNumber: 'Number in accounting',
    active: 'Active',
  },
}
