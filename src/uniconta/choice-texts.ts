// What a person chose about a document on its way, and why a choice cannot be taken.
const because = (reason: string) => (reason ? ` Reason: ${reason}` : '')

export const choiceTexts = {
  'choice.waits': (v: { by: string; number: string; reason: string }) =>
    `${v.by} chose to wait with ${v.number}; it is looked at again.${because(v.reason)}`,
  'choice.seriesCorrected': (v: { by: string; number: string; reason: string }) =>
    `${v.by} says that the number series is right now; ${v.number} is tried again.${because(v.reason)}`,
  'choice.numberStands': (v: { by: string; number: string; reason: string }) =>
    `${v.by} says that ${v.number} keeps whatever number Uniconta gives it.${because(v.reason)}`,
  'choice.differenceAccepted': (v: { by: string; number: string; reason: string }) =>
    `${v.by} accepted that the amounts of ${v.number} differ in Uniconta.${because(v.reason)}`,
  'choice.marked': (v: { by: string; number: string; there: string | number; reason: string }) =>
    `${v.by} marked ${v.number} as transferred: it stands in Uniconta as ${v.there}.${because(v.reason)}`,
  'choice.sentAgain': (v: { by: string; number: string; reason: string }) =>
    `${v.by} looked in Uniconta: ${v.number} is not booked there. It is sent again under a new order.${because(v.reason)}`,
  'choice.orderGoesOn': (v: { by: string; number: string; reason: string }) =>
    `${v.by} saw what is sent for the order of ${v.number} and let it go.${because(v.reason)}`,
  'choice.postGoesOn': (v: { by: string; number: string; reason: string }) =>
    `${v.by} saw the order of ${v.number} in Uniconta and let it be posted.${because(v.reason)}`,
  'choice.postingDay': (v: { by: string; number: string; day: string; reason: string }) =>
    `${v.by} chose ${v.day} as the posting date of ${v.number}; its invoice date and due date stay.${because(v.reason)}`,
  'choice.seriesEmpty': (v: { by: string; number: string; reason: string }) =>
    `${v.by} says that the number series in Uniconta is new and empty; ${v.number} is tried again.${because(v.reason)}`,
  'choice.continued': (v: { by: string; number: string; before: string; reason: string }) =>
    `${v.by} lets the number series go on with ${v.number}; the next number was ${v.before}.${because(v.reason)}`,
  'choice.notOffered': (v: { number: string }) =>
    `${v.number} has moved on, or this cannot be chosen yet. Look at how it stands now.`,
  'choice.reasonMissing': () => 'Write why, so that whoever reads the history later understands it.',
  'choice.notThere': (v: { there: string | number }) =>
    `Uniconta shows no invoice with the number ${v.there}. Look it up there under Customer > Reports > Invoices.`,
  'choice.isAnothers': (v: { there: string | number; other: string }) =>
    `Invoice ${v.there} in Uniconta is our ${v.other}. Choose another one.`,
  'choice.otherSign': (v: { there: string | number; number: string }) =>
    `Of ${v.there} in Uniconta and our ${v.number} one is an invoice and the other a credit note. Choose another one.`,
  'choice.differs': (v: { there: string | number; number: string; list: string }) =>
    `Invoice ${v.there} in Uniconta and our ${v.number} differ (there / here): ${v.list}. If it is the same document all the same, say that you have seen it.`,
  'choice.orderStands': (v: { number: string; order: string }) =>
    `Order ${v.order} of ${v.number} still stands in Uniconta and could be posted. Delete it there under Customer > Sales orders, then choose again.`,
  'choice.invoiceStands': (v: { number: string; there: string | number }) =>
    `Uniconta shows ${v.number} as invoice ${v.there}. It is not sent again. Look now, and it is taken as transferred.`,
  'choice.unproved': (v: { number: string }) =>
    `Uniconta did not show the last invoice that is known to be there, so what it does not show of ${v.number} proves nothing. Try again in a while.`,
  'choice.beforeItsDay': (v: { number: string; day: string }) =>
    `${v.number} is dated ${v.day}, and the posting date is earlier. If that is meant, say so, and write why.`,
  'choice.numberUsedThere': (v: { next: string | number; least: string | number }) =>
    `Numbers from ${v.next} on are used in Uniconta already. Choose ${v.least} or a higher one.`,
  'choice.documentsWait': (v: { count: number }) =>
    `${v.count} finalized ${v.count === 1 ? 'document waits' : 'documents wait'} with the old numbers. Let them go first, then let the series go on.`,
  'choice.isSettled': (v: { label: string }) => `${v.label} stands in Uniconta already.`,
  'choice.noIntegration': () => 'There is no integration yet. Add it under Setup > Settings > Integrations.',
}
