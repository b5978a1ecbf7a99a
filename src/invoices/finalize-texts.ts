export const finalizeTexts = {
  'export.waits': (v: { count: number; number: string }) =>
    v.count === 1
      ? `Invoice ${v.number} waits for export. Company > Export invoices says why.`
      : `${v.count} invoices wait for export, the first is ${v.number}. Company > Export invoices says why.`,
  'export.noneWaits': () => 'No invoice waits for export.',
  'finalize.already': (v: { number: string; by: string }) =>
    `This draft was finalized meanwhile by ${v.by} as ${v.number}. Nothing was done.`,
  'finalize.beforeLast': (v: { day: string; number: string; lastDay: string }) =>
    `${v.number}, the last document of the series, is dated ${v.lastDay}, so the next one cannot be dated ${v.day}. Choose ${v.lastDay} or later.`,
  'finalize.seriesBehind': (v: { next: string; number: string }) =>
    `The number series would give ${v.next}, but ${v.number} is given already. An administrator has to set its next number above that. Nothing was finalized.`,
  'finalize.numberMismatch': (v: { number: string; system: string }) =>
    `${v.system} has given other numbers than ours: ${v.number} cannot be booked under its number. Decide under Company > Export invoices what becomes of it; then documents can be finalized again.`,
  'finalize.periodClosed': (v: { day: string; from: string; until: string; system: string; seen: string }) =>
    `Nothing can be booked in ${v.system} on ${v.day}: as read ${v.seen}, ${v.from === v.until ? 'that day is closed there' : `its period, ${v.from} to ${v.until}, is closed there`}. Give the document another date; or reopen the period there and let an administrator run Check set-up again.`,
  'finalize.restored': (v: { system: string }) =>
    `An older backup was restored: ${v.system} may have documents that Akkord does not know, and their numbers would be given twice. An administrator has to compare both sides under Company > Export invoices first. Nothing was finalized.`,
  'finalize.numberWaits': (v: { number: string; system: string }) =>
    `${v.number} is not booked in ${v.system} yet. Its PDF and its mail wait for that and go by themselves, so that nobody holds a number that the books do not have.`,
  'finalize.numberTaken': (v: { number: string }) =>
    `The number ${v.number} belongs to a document of the other series. An administrator has to give the series another prefix or next number. Nothing was finalized.`,
  'finalize.paymentId': (v: { number: string; customer: string; format: string }) =>
    `No payment id can be made of invoice ${v.number} for customer ${v.customer} in the form ${v.format}. Correct the form under Setup > Invoicing. Nothing was finalized.`,
  'finalize.sourcesMoved': (v: { count: number }) =>
    `${v.count === 1 ? 'One of the hours or expenses' : `${v.count} of the hours and expenses`} on the draft is billed elsewhere or changed meanwhile. Refresh the draft. Nothing was finalized.`,
}
