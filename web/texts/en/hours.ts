import type { Approval, BillingState, HoursApprover } from '../../../src/time-entries/time-entry.ts'

const approvals: Record<Approval, string> = {
  registered: 'Registered',
  approved: 'Approved',
  rejected: 'Rejected',
}
const billingStates: Record<BillingState, string> = {
  open: 'Not billed',
  drafted: 'On a draft',
  billed: 'Billed',
  'written-off': 'Written off',
}
const approvers: Record<HoursApprover, string> = {
  'project-owner': 'The owner of the project',
  'timesheet-approver': 'The timesheet approver of the person',
}

export const hours = {
  approvals,
  billingStates,
  approvers,
  /** Hours as they are typed. */
  faults: {
    unread: (text: string) => `“${text}” is not a number of hours. Write it like 7.5, 7,5 or 7:30.`,
    negative: (text: string) => `“${text}” is below none. Hours are 0 or more; to take hours away, make them fewer.`,
    'too-many': (text: string) => `“${text}” is more than the 24 hours of a day.`,
  },
  style: 'Hours are written',
  decimalSample: '7.50',
  hours: 'Hours',
  worked: 'Worked',
  billable: 'Billable',
  billableShort: (hours: string) => `${hours} billable`,
  note: 'Note',
  noteHint: 'The customer may read it on the invoice.',
  internalNote: 'Internal note',
  project: 'Project',
  activity: 'Activity',
  customer: 'Customer',
  person: 'Person',
  day: 'Day',
  week: 'Week',
  month: 'Month',
  department: 'Department',
  approval: 'Approval',
  billing: 'Billing',
  total: 'Total',
  weekNumber: (week: number) => `Week ${week}`,
  weekOfYear: (week: number, year: string) => `Week ${week}, ${year}`,
}

export const timesheet = {
  title: 'Timesheet',
  titleOf: (name: string) => `Timesheet of ${name}`,
  whose: 'Whose timesheet',
  views: { day: 'Day', week: 'Week', month: 'Month' },
  view: 'Shown',
  today: 'Today',
  previous: { day: 'Day before', week: 'Week before', month: 'Month before' },
  next: { day: 'Day after', week: 'Week after', month: 'Month after' },
  activityColumn: 'Project and activity',
  cell: (activity: string, day: string) => `${activity}, ${day}`,
  norm: 'Expected',
  difference: 'Difference',
  ofNorm: (norm: string) => `of ${norm}`,
  nothingExpected: 'Nothing is expected',
  more: (hours: string) => `${hours} more than expected`,
  fewer: (hours: string) => `${hours} to go`,
  asExpected: 'As expected',
  addRow: 'Add an activity',
  addRowHint: 'Search project, customer or activity',
  addRowNone: 'No activity that takes hours has these words.',
  addRowThere: 'already in the week',
  copyWeek: 'Copy last week',
  copyRows: 'Its activities, without hours',
  copyHours: 'Its activities and hours',
  copiedRows: (count: number) =>
    count === 1 ? '1 activity stands in this week now.' : `${count} activities stand in this week now.`,
  copiedHours: (entries: number, hours: string) =>
    entries === 1 ? `1 cell was copied: ${hours} hours.` : `${entries} cells were copied: ${hours} hours.`,
  copiedNothing: 'Nothing was copied: the week before has no activities that take hours.',
  empty: 'No hours in this week yet. Add an activity, or copy the week before.',
  emptyDay: 'No activity in this week yet. Add one, or copy the week before.',
  emptyReadOnly: 'There are no hours in this week.',
  removeRow: (activity: string) => `Take ${activity} out of the week`,
  keys: 'Keys',
  keyList: [
    ['Arrows, Tab', 'go from cell to cell'],
    ['0 – 9', 'write over the cell'],
    ['Enter or F2', 'change what stands there; Enter again goes down'],
    ['Esc', 'take back what was just typed'],
    ['Delete', 'empty the cell'],
    ['Ctrl V', 'paste cells of a spreadsheet'],
    ['Shift F2', 'note, internal note and billable hours'],
    ['Home, End', 'first and last day'],
    ['Page up, Page down', 'week before, week after'],
    ['Ctrl Home', 'this week'],
  ] as readonly (readonly [string, string])[],
  notPasted: (count: number) =>
    count === 1
      ? '1 cell was not pasted: it is locked or lies beside the week.'
      : `${count} cells were not pasted: they are locked or lie beside the week.`,
  saving: 'Saving …',
  saved: 'Saved',
  allSaved: 'Everything is saved.',
  waiting: (count: number) =>
    count === 1
      ? 'Akkord does not answer. 1 cell waits and is sent when it does.'
      : `Akkord does not answer. ${count} cells wait and are sent when it does.`,
  notSaved: (count: number) => (count === 1 ? '1 cell is not saved.' : `${count} cells are not saved.`),
  waits: 'Waits for the server',
  failed: 'Not saved',
  retry: 'Try again',
  takeBack: 'Take back',
  goThere: 'Go there',
  problems: 'What is not saved',
  leaveTitle: 'Leave without these hours?',
  leaveText: (count: number) =>
    count === 1
      ? 'One cell is not saved. Leaving loses what you typed in it.'
      : `${count} cells are not saved. Leaving loses what you typed in them.`,
  noteOf: (cell: string) => `Note and billable hours: ${cell}`,
  hasNote: 'Has a note',
  noteTitle: 'Note and billable hours',
  monthSum: (month: string, worked: string, billable: string, norm: string) =>
    `${month}: ${worked} worked, ${billable} billable, ${norm} expected.`,
  noteMissing: 'Write what was done: the company wants a note on all hours.',
  severalEntries: (count: number) =>
    `${count} entries stand here together. Their notes are changed one by one in the hours report.`,
  escapeHint: 'Esc leaves it as it was.',
  done: 'Done',
  doneHint: 'Ctrl Enter',
  less: (hours: string) => `${hours} less`,
  plus: (hours: string) => `${hours} more`,
  locked: {
    company: (until: string, by: string | null) => `Locked up to ${until} for everybody${by ? `, by ${by}` : ''}.`,
    person: (until: string, by: string | null) => `Locked up to ${until} for this person${by ? `, by ${by}` : ''}.`,
  },
  rejected: (comment: string) => `Rejected: ${comment}`,
  kept: {
    approved: (hours: string) => `${hours} of it is approved: it cannot become less unless the approval is taken back.`,
    billed: (hours: string) => `${hours} of it is billed: it cannot become less.`,
  },
  standings: {
    none: '',
    registered: 'Registered',
    approved: 'Approved',
    rejected: 'Rejected',
    drafted: 'On a draft of an invoice',
    billed: 'Billed',
    'written-off': 'Written off',
    partly: 'Partly approved or billed',
  },
}
