// What is said of the comparison with the books after a restore.
import { amountIn } from '../lib/i18n/written.ts'

const amount = amountIn('en')
const documents = (count: number) => (count === 1 ? 'one document' : `${count} documents`)

export const booksTexts = {
  'books.label': () => 'Comparison with the books',
  'books.foundThere': (v: { count: number; there: string }) =>
    `${v.count === 1 ? 'One document' : `${v.count} documents`} of this Akkord ${v.count === 1 ? 'stands' : 'stand'} in Uniconta (${v.there}) and ${v.count === 1 ? 'is' : 'are'} not known here: an older backup was restored.`,
  'books.ordersThere': (v: { count: number; there: string }) =>
    `${v.count === 1 ? 'One order' : `${v.count} orders`} of this Akkord ${v.count === 1 ? 'stands' : 'stand'} in Uniconta (${v.there}) and ${v.count === 1 ? 'is' : 'are'} not known here: an older backup was restored.`,
  'books.off': () => 'Nothing is compared: the backup was dealt with already.',
  'books.listed': (v: { count: number; toDecide: number }) =>
    v.count === 0
      ? 'Compared: nothing stands there that is not known here.'
      : `Compared: ${documents(v.count)} there ${v.count === 1 ? 'is' : 'are'} new to this database${v.toDecide > 0 ? `, and of ${v.toDecide} a person says what they are` : ''}.`,
  'books.changedMeanwhile': () =>
    'While the comparison was finished, something else came to stand there. Look at the list again, then finish. Nothing was changed here.',
  'books.seriesUnread': () =>
    'Uniconta shows no invoice at all, so an empty answer would prove nothing. If the series there is new and empty, say so, and look again.',
  'books.unproved': () =>
    'Uniconta did not show the last invoice that is known to be there, so what it shows does not count. It is looked again by itself.',
  'books.copyOf': (v: { other: string }) =>
    `Carries the reference of our ${v.other}: somebody copied it there, or took it back.`,
  'books.copy': (v: { reference: string }) =>
    `A second one with the reference ${v.reference}: somebody copied it there.`,
  'books.noAmounts': () => 'Uniconta does not show its amounts, so it cannot come in.',
  'books.noDay': () => 'Uniconta does not show its date, so it cannot come in.',
  'books.otherSeries': (v: { serie: string }) =>
    `It stands in the series ${v.serie} in Uniconta, of which nothing is known here. Say what it is.`,
  'books.numberTaken': (v: { number: string }) =>
    `The number ${v.number} belongs to another document here, which was finalized after the backup was restored. This one stays in Uniconta only; ours waits for a choice under Company > Export invoices.`,
  'books.draftDiffers': (v: { account: string; currency: string }) =>
    `Our draft with this reference has another customer, currency or sign; there it is debtor ${v.account}, ${v.currency}. Change the draft, then look again.`,
  'books.noCustomer': (v: { account: string; name: string }) =>
    `Debtor ${v.account} ${v.name} is not known here. Make the customer here with the number ${v.account}, then look again.`,
  'books.otherCustomer': (v: { account: string; name: string; here: string }) =>
    `Debtor ${v.account} there is ${v.name}, and the customer with that number here is ${v.here}. Give ours another number, and make ${v.name} here with the number ${v.account}; or write the same name on both sides. Then look again.`,
  'books.noProject': (v: { project: string; account: string; name: string }) =>
    `Project ${v.project} of ${v.name} is not known here. Make it here for that customer with the number ${v.project}, then look again.`,
  'books.stillToDecide': (v: { count: number }) =>
    `Say of ${documents(v.count)} there what ${v.count === 1 ? 'it is' : 'they are'}, then finish.`,
  'books.notListed': () => 'It is not looked yet, or it is being finished. Look first, then decide.',
  'books.rowGone': () => 'This document is not in the list any more. Look at the list as it stands now.',
  'books.nothingToDecide': (v: { number: number | string }) =>
    `Of ${v.number} nothing has to be said: what becomes of it is known.`,
  'books.noDraft': () => 'This draft is gone or finalized. Choose another one.',
  'books.draftTaken': (v: { number: number | string }) =>
    `This draft is matched with ${v.number} already. Choose another one.`,
  'books.otherDraft': (v: { number: number | string }) =>
    `Customer, currency or sign of this draft are others than those of ${v.number} there. Change the draft, or choose another one.`,
  'books.badNumber': (v: { text: string }) =>
    `${v.text} is no number of this series. Write it as it stands on the document, or leave it empty.`,
  'books.notOpen': () => 'No restore waits for a comparison.',
  'books.finishFirst': () =>
    'An older backup was restored. Compare both sides under Company > Export invoices first; until then nothing is chosen or sent.',
  'books.copyMade': (v: { day: string }) =>
    `Copy, made on ${v.day} from the books. The document that was sent is the original.`,
  'books.finishing': (v: { by: string }) => `${v.by} finishes the comparison after the restore.`,
  'books.finished': (v: { by: string }) =>
    `${v.by} has compared both sides after the restore. Sending and finalizing go on.`,
  'books.becameRecord': (v: { number: string; customer: string }) =>
    `${v.number} ${v.customer}: the draft became the document that stands in Uniconta.`,
  'books.differs': (v: { number: string; field: string; here: string; there: string }) =>
    `${v.number}: the lines here give ${v.field} ${amount(v.here)}; booked is ${amount(v.there)}, and that holds.`,
  'books.cameIn': (v: { number: string; customer: string }) =>
    `${v.number} ${v.customer} came in from Uniconta as a locked document.`,
  'books.matched': (v: { by: string; there: number | string; number: string; reason: string }) =>
    `${v.by} says that ${v.there} in Uniconta is our draft; it is ${v.number} now.${v.reason ? ` Reason: ${v.reason}` : ''}`,
  'books.apart': (v: { by: string; there: number | string; reason: string }) =>
    `${v.by} says that ${v.there} in Uniconta is no document here.${v.reason ? ` Reason: ${v.reason}` : ''}`,
  'books.ordersDeleted': (v: { count: number }) =>
    `${v.count === 1 ? 'One order' : `${v.count} orders`} that nobody here made ${v.count === 1 ? 'was' : 'were'} deleted in Uniconta.`,
  'books.uncertain': (v: { count: number }) =>
    `${v.count === 1 ? 'One document that was' : `${v.count} documents that were`} not settled here ${v.count === 1 ? 'is' : 'are'} looked for in Uniconta before anything is sent again.`,
  'books.seriesMoved': (v: { before: string; number: string }) =>
    `The next document is ${v.number}; before the comparison it was ${v.before}.`,
  'books.nextDiffers': (v: { number: string; next: number | string }) =>
    `Uniconta would give ${v.next} next, and ours is ${v.number}. Set "Next" of the series there under General Ledger > Maintenance > Voucher number series.`,
  'books.hoursUnknown': (v: { count: number }) =>
    `Which hours and expenses ${documents(v.count)} billed is not known any more: they may still look unbilled here. See Finances > To be invoiced, and write down or delete what was billed already.`,
  'books.nothingFound': () => 'Nothing stood there that was not known here.',
}
