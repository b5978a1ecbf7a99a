export const departmentTexts = {
  'department.numberTaken': (v: { number: string; name: string }) =>
    `The number ${v.number} is already used by the department ${v.name}.`,
  'department.onDocuments': (v: { name: string; count: number }) =>
    `The department ${v.name} stands on ${v.count === 1 ? 'an invoice or draft' : `${v.count} invoices or drafts`} and was not deleted. Make it inactive instead.`,
  'department.inUse': (v: { name: string; count: number }) =>
    `The department ${v.name} is used by ${v.count === 1 ? 'one project' : `${v.count} projects`} and was not deleted. Make it inactive instead.`,
}
