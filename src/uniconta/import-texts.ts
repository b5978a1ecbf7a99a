// What the import of expenses says. `skip` reasons stand on the rows that did not come in.
const some = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`)
type Counted = { imported: number; changed: number; removed: number; skipped: number; flagged: number }

const what = (v: Counted) =>
  [
    `${some(v.imported, 'expense', 'expenses')} came in`,
    v.changed > 0 ? `${v.changed} changed` : '',
    v.removed > 0 ? `${v.removed} taken back` : '',
    v.skipped > 0 ? `${some(v.skipped, 'row', 'rows')} skipped` : '',
    v.flagged > 0 ? `${v.flagged} for a person` : '',
  ]
    .filter(Boolean)
    .join(', ')

export const importTexts = {
  'import.off': () => 'Not imported: the import of expenses is off.',
  'import.nothing': () => 'Nothing new in Uniconta.',
  'import.done': (v: Counted) => `From Uniconta: ${what(v)}.`,
  'import.reviewed': (v: Counted & { rows: number }) =>
    `Looked again at ${some(v.rows, 'row', 'rows')} of the last 90 days in Uniconta: ${what(v)}.`,
  'import.emptyLedger': (v: { series: string; count: number }) =>
    `Uniconta showed no rows of series ${v.series} at all, although ${v.count} came from there. Nothing was taken back; see that the series and the rights of the user are as they were.`,
  'import.flagged': (v: { count: number }) =>
    v.count === 1
      ? 'A row changed in Uniconta after its expense was billed or edited here. Nothing was changed: choose under Company > Import expenses.'
      : `${v.count} rows changed in Uniconta after their expenses were billed or edited here. Nothing was changed: choose under Company > Import expenses.`,
  'import.skip.project': (v: { project: string }) =>
    `There is no project ${v.project} here. The row comes in by itself when there is one.`,
  'import.skip.account': (v: { account: string }) =>
    `Account ${v.account} is not in the account filter. The row comes in by itself when the filter takes it.`,
  'import.skip.zero': () => 'The amount is 0.',
  'import.skip.unreadable': () => 'Day, amount or currency of the row could not be read. Look at it in Uniconta.',
  'import.activityMissing': () => 'Write the name of the activity that takes the expenses.',
  'import.billableMissing': () => 'Choose whether imported expenses are billable.',
  'import.fromMissing': () => 'Write the start date: what was posted after that day comes in.',
  'import.seriesMissing': () => 'Choose the number series of the expenses.',
  'import.accountsWrong': () => 'Write accounts with commas between them, and ranges as 4000..4999.',
  'import.notFlagged': () => 'Nothing is to be chosen about this row any more.',
  'import.isBilled': () =>
    'The expense is on an invoice or a draft. Take it off the draft, or credit the invoice, or keep it as it is.',
  'import.noScan': () => 'No scan of the voucher stands in Uniconta.',
  'import.scanUnreadable': () =>
    'The scan of the voucher in Uniconta is no PDF, PNG or JPEG of at most 10 MB. Open it in Uniconta.',
  'check.expenses': () => 'Import of expenses',
  'check.expenses.where': () => 'General Ledger > Maintenance > Voucher number series',
  'check.expenses.ok': (v: { series: string }) =>
    `Series ${v.series}, its ledger rows and their suppliers can be read.`,
  'check.expenses.blocked': (v: { series: string }) =>
    `The number series ${v.series} is blocked in Uniconta: no new voucher takes a number of it.`,
  'check.expenses.gone': (v: { series: string }) =>
    `Uniconta has no number series ${v.series}. Choose another one in the dialog.`,
}
