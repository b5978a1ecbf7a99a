export const timeEntryTexts = {
  'hours.belowKept': (v: { typed: string; kept: string }) =>
    `${v.kept} of this day are approved or billed, so ${v.typed} is too little. Ask whoever approved them to open them again first.`,
  'hours.billableBelowKept': (v: { kept: string }) =>
    `${v.kept} billable stand on other entries of this day. Write at least that, or change those entries one by one.`,
  'hours.billableWithoutHours': () => 'Billable minutes need hours beside them. Write the hours first.',
  'hours.severalEntries': (v: { count: number }) =>
    `This day has ${v.count} entries on the activity. Open the cell and change them one by one.`,
  'hours.keptNote': () =>
    'These hours are approved or billed and keep their note. Ask whoever approved them to open them again first.',
  'hours.keptApproved': (v: { day: string; name: string }) =>
    `The hours of ${v.name} on ${v.day} are approved. Let the approver open them again first.`,
  'hours.keptDrafted': (v: { day: string; name: string }) =>
    `The hours of ${v.name} on ${v.day} stand on a draft of an invoice. Take them off the draft first.`,
  'hours.keptBilled': (v: { day: string; name: string }) =>
    `The hours of ${v.name} on ${v.day} are billed. Credit the invoice first.`,
  'hours.keptWrittenOff': (v: { day: string; name: string }) =>
    `The hours of ${v.name} on ${v.day} are written off. Undo that first.`,
  'hours.lockedByCompany': (v: { until: string; day: string }) =>
    `Hours until ${v.until} are locked for everybody, so ${v.day} stays as it is. Economy can move the lock.`,
  'hours.lockedByPerson': (v: { until: string; day: string; name: string }) =>
    `The hours of ${v.name} are locked until ${v.until}, so ${v.day} stays as it is. Economy can move the lock.`,
  'hours.tooManyInDay': (v: { name: string; day: string; others: string; typed: string }) =>
    `${v.name} has ${v.others} on other entries of ${v.day}; with ${v.typed} it would be more than 24 hours. Nothing was stored.`,
  'hours.dayTooFar': (v: { from: string; to: string }) =>
    `Hours are registered from ${v.from} to ${v.to}. Look whether the year is right.`,
  'hours.noteRequired': () => 'Write a note: the company asks for one with all hours.',
  'hours.activityGone': () => 'This activity does not exist any more. Choose another.',
  'hours.userUnknown': () => 'This person does not exist. Choose another.',
  'hours.userNeeded': () => 'An API key has no hours of its own. Name the person.',
  'hours.notYours': () => 'Your role sees its own hours only. Ask an administrator if you need those of others.',
  'hours.notYoursToChange': () =>
    'Your role changes its own hours only. Ask economy or an administrator to change those of others.',
  'hours.rangeTooLong': (v: { days: number }) => `Choose ${v.days} days at most.`,
  'hours.endsBeforeStart': () => 'The last day is before the first.',
  'hours.sameWeek': () => 'Choose another week to copy to.',
  'hours.hasHoursAlready': () => 'The day has hours on this activity already.',
  'hours.approverMayNot': (v: { name: string }) =>
    `${v.name} may not approve hours or is not active. Choose a project manager, economy or an administrator.`,
  'hours.mayNotChangeSettings': () =>
    'Only an administrator changes who approves hours and whether notes are required. You may move the lock.',
  'hours.scheduleTwice': (v: { day: string }) => `Two schedules begin on ${v.day}. Keep one.`,
  'hours.companyNeedsSchedule': () => 'The company needs a schedule. Write at least one.',
  'hours.moveNeedsWhich': () => 'Name the entries, or the activity that they are taken from.',
  'hours.bulk.missing': () => 'They do not exist any more.',
  'hours.bulk.notYours': () => 'Somebody else approves them.',
  'hours.bulk.changed': () => 'They were changed after you looked. Look again.',
  'hours.bulk.approved': () => 'They are approved already.',
  'hours.bulk.rejected': () => 'They are rejected already.',
  'hours.bulk.notApproved': () => 'They are not approved.',
  'hours.bulk.keptApproved': () => 'They are approved. Open them again first.',
  'hours.bulk.drafted': () => 'They stand on a draft of an invoice. Take them off the draft first.',
  'hours.bulk.billed': () => 'They are billed. Credit the invoice first.',
  'hours.bulk.writtenOff': () => 'They are written off. Undo that first.',
  'hours.bulk.locked': () => 'Their days are locked. Economy can move the lock.',
  'hours.bulk.there': () => 'They are on this activity already.',
  'hours.toApprove': () => 'Hours wait for your approval.',
  'hours.rejected': (v: { name: string; count: number; from: string; comment: string }) =>
    `${v.name} rejected ${v.count === 1 ? 'an entry' : `${v.count} entries`} of your hours from ${v.from}: ${v.comment}`,
  'hours.alert': (v: { activity: string; project: string; hours: string; limit: string }) =>
    `${v.activity} of ${v.project} has ${v.hours} hours now; you asked to be told at ${v.limit}.`,
  'hours.csv.day': () => 'Day',
  'hours.csv.person': () => 'Co-worker',
  'hours.csv.customer': () => 'Customer',
  'hours.csv.projectNumber': () => 'Project number',
  'hours.csv.project': () => 'Project',
  'hours.csv.activityNumber': () => 'Activity number',
  'hours.csv.activity': () => 'Activity',
  'hours.csv.hours': () => 'Hours',
  'hours.csv.billableHours': () => 'Billable hours',
  'hours.csv.minutes': () => 'Minutes',
  'hours.csv.billableMinutes': () => 'Billable minutes',
  'hours.csv.normHours': () => 'Expected hours',
  'hours.csv.note': () => 'Note',
  'hours.csv.internalNote': () => 'Internal note',
  'hours.csv.approval': () => 'Approval',
  'hours.csv.approvedBy': () => 'Approved by',
  'hours.csv.billing': () => 'Billing',
  'hours.csv.registered': () => 'registered',
  'hours.csv.approved': () => 'approved',
  'hours.csv.rejected': () => 'rejected',
  'hours.csv.open': () => 'open',
  'hours.csv.drafted': () => 'on a draft',
  'hours.csv.billed': () => 'billed',
  'hours.csv.written-off': () => 'written off',
}
