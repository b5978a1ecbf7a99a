export const projectTexts = {
  'project.numberTaken': (v: { number: string; name: string }) =>
    `The number ${v.number} is already used by ${v.name}.`,
  'project.numberGiven': (v: { number: string }) =>
    `Numbers of projects are given by the series; the next one is ${v.number}. Leave the number empty, or let an administrator allow other numbers.`,
  'project.numberFixed': (v: { number: string; name: string }) =>
    `${v.number} ${v.name} has been sent to accounting under this number, so the number stays. An administrator can unlink the project and send it anew under another number.`,
  'project.transferredStays': (v: { number: string; name: string }) =>
    `${v.number} ${v.name} has been sent to accounting and was not deleted. Give it the state finished or cancelled instead.`,
  'project.inUse': (v: { number: string; name: string; hours: number; expenses: number; documents: number }) =>
    `${v.number} ${v.name} has ${listed([
      counted(v.hours, 'registration of hours', 'registrations of hours'),
      counted(v.expenses, 'expense', 'expenses'),
      counted(v.documents, 'invoice or draft', 'invoices or drafts'),
    ])} and was not deleted. Give it the state finished or cancelled instead.`,
  'project.ownerUnknown': () => 'This user does not exist. Choose another owner.',
  'project.ownerGone': (v: { name: string }) => `${v.name} is not active any more. Choose another owner.`,
  'project.departmentUnknown': () => 'This department does not exist any more. Choose another.',
  'project.departmentGone': (v: { name: string }) => `The department ${v.name} is not active any more. Choose another.`,
  'project.endsBeforeStart': (v: { startOn: string; endOn: string }) =>
    `The project starts on ${v.startOn} and cannot end on ${v.endOn}, which is before that.`,
}

const counted = (count: number, one: string, many: string): string =>
  count === 0 ? '' : `${count} ${count === 1 ? one : many}`

const listed = (parts: readonly string[]): string =>
  parts
    .filter(Boolean)
    .join(', ')
    .replace(/, (?=[^,]*$)/, ' and ')
