const activityState: Readonly<Record<string, string>> = {
  'not-started': 'not started yet',
  finished: 'finished',
  closed: 'closed',
}
const projectState: Readonly<Record<string, string>> = {
  'on-hold': 'on hold',
  finished: 'finished',
  cancelled: 'cancelled',
}

export const activityTexts = {
  'activity.expensesOnly': (v: { number: string; name: string }) =>
    `The activity ${v.number} ${v.name} takes expenses only. Choose another, or let it take hours.`,
  'activity.notInProgress': (v: { number: string; name: string; state: string }) =>
    `The activity ${v.number} ${v.name} is ${activityState[v.state] ?? v.state} and takes no hours. Choose another, or give it the state in progress.`,
  'activity.projectRests': (v: { number: string; name: string; state: string }) =>
    `The project ${v.number} ${v.name} is ${projectState[v.state] ?? v.state} and takes no hours. Its owner can open it again.`,
  'activity.numberTaken': (v: { number: string; name: string }) =>
    `The number ${v.number} is already used by the activity ${v.name} of this project.`,
  'activity.projectUnknown': () => 'This project does not exist any more. Choose another.',
  'activity.endsBeforeStart': (v: { startOn: string; endOn: string }) =>
    `The activity starts on ${v.startOn} and cannot end on ${v.endOn}, which is before that.`,
  'activity.modelUnknown': () => 'This price model does not exist any more. Choose another.',
  'activity.modelElsewhere': (v: { name: string }) =>
    `The price model ${v.name} belongs to another project. Choose one of this project.`,
  'activity.modelInactive': (v: { name: string }) =>
    `The price model ${v.name} is not active any more. Choose another.`,
  'activity.inUse': (v: {
    number: string
    name: string
    timeEntries: number
    expenses: number
    invoiceLines: number
  }) => `The activity ${v.number} ${v.name} has ${usesOf(v).join(' and ')} and was not deleted. Close it instead.`,
  'activity.sameProject': () => 'These activities stand in this project already. Choose another project to copy from.',
  'activity.nothingToCopy': (v: { number: string; name: string }) =>
    `The project ${v.number} ${v.name} has no activities. Choose another project to copy from.`,
}

function usesOf(v: { timeEntries: number; expenses: number; invoiceLines: number }): string[] {
  const counted = (count: number, one: string, many: string) =>
    count === 0 ? [] : [count === 1 ? `one ${one}` : `${count} ${many}`]
  return [
    ...counted(v.timeEntries, 'time entry', 'time entries'),
    ...counted(v.expenses, 'expense', 'expenses'),
    ...counted(v.invoiceLines, 'line on invoices', 'lines on invoices'),
  ]
}
