// Giving credit notes a series of their own, and why it cannot be done now.
export const creditNoteTexts = {
  'creditNotes.haveTheirOwn': (v: { by: string; serie: string; reason: string }) =>
    `${v.by} gave credit notes a series of their own, in step with ${v.serie} in Uniconta. Reason: ${v.reason}`,
  'creditNotes.shareAgain': (v: { by: string; reason: string }) =>
    `${v.by} lets credit notes share the series of invoices. Reason: ${v.reason}`,
  'creditNotes.documentsWait': (v: { count: number }) =>
    `${v.count} finalized ${v.count === 1 ? 'document is' : 'documents are'} not booked in Uniconta yet, with numbers of the series as they are. Let them go first, then change the series of credit notes.`,
  'creditNotes.underWay': (v: { number: string }) =>
    `${v.number} is under way, and is looked for in the series as it is. Let it be settled first, then name another series.`,
  'creditNotes.isOfInvoices': (v: { serie: string }) =>
    `${v.serie} is the series of invoices in Uniconta. If credit notes take its numbers, let them share the series here too.`,
  'creditNotes.noSerie': (v: { serie: string }) =>
    `Uniconta shows no series ${v.serie} with a next number. Look it up there under General Ledger > Maintenance > Voucher number series; its name is written as there.`,
  'creditNotes.nextMoved': (v: { serie: string; next: number }) =>
    `${v.serie} in Uniconta gives ${v.next} next now. Look at the number that the first credit note would get, then save again.`,
  'creditNotes.changedMeanwhile': () =>
    'The integration was changed meanwhile. Look at how it stands now, then save again.',
}
