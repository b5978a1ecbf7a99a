export const approval = {
  title: 'Hours approval',
  empty: 'No hours wait for your approval.',
  emptyFiltered: 'No hours with these filters wait for your approval.',
  approver: {
    'project-owner': 'You see the hours on the projects that you own.',
    'timesheet-approver': 'You see the hours of the people whose timesheets you approve.',
  },
  by: 'Grouped',
  groupings: { 'person-week': 'By person and week', project: 'By project' },
  chooseAll: 'Choose all',
  approve: 'Approve',
  approveThese: (name: string) => `Approve ${name}`,
  reject: 'Reject',
  rejectMore: 'Reject …',
  rejectThese: (name: string) => `Reject ${name}`,
  rejectTitle: 'Hand hours back',
  rejectWhat: (entries: number, hours: string) =>
    entries === 1 ? `1 entry, ${hours} hours.` : `${entries} entries, ${hours} hours.`,
  comment: 'What is wrong',
  commentHint: 'The person reads it in the timesheet and gets a notification.',
  commentMissing: 'Write what is wrong, so that the person can mend it.',
  reopen: 'Open again',
  undo: 'Undo',
  chosen: (entries: number, hours: string) =>
    entries === 1 ? `1 entry, ${hours} hours` : `${entries} entries, ${hours} hours`,
  done: {
    approve: (entries: number, hours: string) =>
      entries === 1 ? `1 entry is approved, ${hours} hours.` : `${entries} entries are approved, ${hours} hours.`,
    reject: (entries: number, hours: string) =>
      entries === 1 ? `1 entry is handed back, ${hours} hours.` : `${entries} entries are handed back, ${hours} hours.`,
    reopen: (entries: number, hours: string) =>
      entries === 1
        ? `1 entry waits for approval again, ${hours} hours.`
        : `${entries} entries wait for approval again, ${hours} hours.`,
  },
  notDone: (count: number, reason: string) => `${count} left as ${count === 1 ? 'it is' : 'they are'}: ${reason}`,
  expand: (name: string) => `Entries of ${name}`,
  personWeek: (person: string, week: number) => `${person}, week ${week}`,
  openTimesheet: 'Timesheet',
  total: (groups: number, entries: number, hours: string) =>
    `${entries === 1 ? '1 entry waits' : `${entries} entries wait`} in ${groups === 1 ? '1 group' : `${groups} groups`}: ${hours} hours.`,
  oldest: (shown: number) => `The oldest ${shown} groups stand here; the others come when these are done.`,
  keysHint: 'Arrows go up and down, → opens, Space chooses, A approves, R rejects.',
}
