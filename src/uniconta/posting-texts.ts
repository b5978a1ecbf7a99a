// What the posting of documents says, and what to do about each.
import { amountIn } from '../lib/i18n/written.ts'

const amount = amountIn('en')

export const postingTexts = {
  'post.settled': (v: { number: string; voucher: string }) => `Posted as ${v.number}, voucher ${v.voucher}.`,
  'post.settledWithCosts': (v: { number: string; voucher: string; project: string }) =>
    `Posted as ${v.number}, voucher ${v.voucher}. It made costs on project ${v.project} in Uniconta, too: its project category is of the type Revenue, and the category or its item has a category of costs. Use one of the type On account invoicing, or take the category of costs off the item; then take the costs back there.`,
  'post.marked': (v: { number: string; by: string }) =>
    `${v.by} marked this as transferred: it stands in Uniconta as ${v.number}.`,
  'post.notCoupled': () => 'Not sent: number series without transfer.',
  'post.older': (v: { number: string; from: string }) =>
    `Not sent: Akkord posts invoices from number ${v.from} on, and ${v.number} is older.`,
  'post.noAnswer': () => 'Sent, but no answer came. Looking whether it arrived.',
  'post.busy': (v: { code: string }) =>
    `Uniconta asks for fewer calls for a while (${v.code}). Nothing was posted by this call.`,
  'post.sessionOver': () => 'The session ended before the call left. It is made again.',
  'post.uncertain': (v: { number: string; until: string }) =>
    `Posting of ${v.number} was sent, and no answer came. Looking whether it arrived. Not found by ${v.until}, its order is deleted and it is sent anew under a new one.`,
  'post.uncertainOrder': (v: { number: string; until: string }) =>
    `The order of ${v.number} was sent, and no answer came. Nothing is posted yet. Not found by ${v.until}, it is sent anew under another order number.`,
  'post.vanished': (v: { number: string; until: string }) =>
    `Posting of ${v.number} was sent and no answer came. Its order is gone in Uniconta, and no invoice with our reference is shown. It is not sent again by itself. Look in Uniconta under Customer > Reports > Invoices, then say what stands there.`,
  'post.deleteRefused': (v: { number: string; order: string; reason: string }) =>
    `Order ${v.order} of ${v.number} could not be deleted in Uniconta: ${v.reason} Nothing more is sent until it is gone. Delete it there under Customer > Sales orders, then look again.`,
  'post.seriesUnread': (v: { number: string }) =>
    `Uniconta shows no invoice yet, so an empty answer would prove nothing. If the series is new and empty, say so once, and ${v.number} goes.`,
  'post.lookUnproved': (v: { number: string }) =>
    `Uniconta did not show the last invoice that is known to be there, so what it shows of ${v.number} does not count. Looking again.`,
  'post.notShownYet': (v: { number: string; there: string }) =>
    `Uniconta says that ${v.number} is posted as ${v.there}, and does not show it yet. Looking again.`,
  'post.twice': (v: { number: string; numbers: string; reference: string }) =>
    `${v.number} stands in Uniconta more than once: invoices ${v.numbers} carry our reference ${v.reference}. Sending is paused. Credit one of them in Uniconta, then say which one is ours.`,
  'post.lookAlike': (v: { number: string; there: string; reference: string }) =>
    `Invoice ${v.there} in Uniconta carries the reference ${v.reference} of our ${v.number}, but customer, project or amount differ. It may be a copy. Look at it there, then say whether it is ours.`,
  'post.foreignUse': (v: { number: string; next: string | number; there: string; count: number }) =>
    `The number ${v.number} is not free in Uniconta: ${v.count === 1 ? 'a document was' : `${v.count} documents were`} made there in our series (${v.there}), and the next number there is ${v.next}. Set the series right under General Ledger > Maintenance > Voucher number series, or choose what to do here.`,
  'post.otherNext': (v: { number: string; next: string | number; serial?: number }) =>
    `Uniconta would give the number ${v.next}, and ours is ${v.number}. Set "Next" of the series to ${v.serial ?? v.number} under General Ledger > Maintenance > Voucher number series, then send again.`,
  'post.creditsApart': (v: { number: string; next: string | number }) =>
    `Credit notes took no number of the series in Uniconta, so ${v.next} comes next there, and ours is ${v.number}. Set "Next" of the series to ${v.number} under General Ledger > Maintenance > Voucher number series, then send again; the numbers of the credit notes stay out there.`,
  'post.takenByOurs': (v: { number: string; other: string; next: string | number; free: string | number }) =>
    `The number ${v.number} is taken in Uniconta by our own ${v.other}, which was booked there under it. ${v.next === v.free ? '' : `Set "Next" of the series to ${v.free} under General Ledger > Maintenance > Voucher number series. `}Then let the number in Uniconta stand: ${v.number} is booked there as ${v.free}.`,
  'post.nextIsTaken': (v: { number: string; next: string | number; free: string | number }) =>
    `Uniconta would give the number ${v.next} a second time. Set "Next" of the series to ${v.free} under General Ledger > Maintenance > Voucher number series, then send ${v.number} again.`,
  'post.otherNumber': (v: { number: string; there: string }) =>
    `Booked in Uniconta as ${v.there}; here it is ${v.number}. Later documents wait. Say that the number there stands, or credit it there.`,
  'post.amountDiffers': (v: { number: string; field: string; here: string; there: string }) =>
    `Posted as ${v.number}, but the ${v.field} in Uniconta is ${amount(v.there)}; ours is ${amount(v.here)}.`,
  'post.orderWrong': (v: { number: string }) =>
    `The order of ${v.number} came out in Uniconta other than it was sent, three times. Nothing was posted. See what was sent and what stands there behind the last attempt, then send again.`,
  'post.orderRefused': (v: { number: string; reason: string }) =>
    `Uniconta refused the order of ${v.number}: ${v.reason} Nothing was posted.`,
  'post.refused': (v: { number: string; code: string; about: string }) =>
    `Uniconta refused to post ${v.number} and says ${v.code} ${v.about}. Nothing was posted and the order is deleted again.`,
  'post.noAccount': (v: { number: string; about: string }) =>
    `${v.number} cannot be posted: account ${v.about} does not exist in Uniconta. Make it there under General Ledger > Chart of accounts, or choose another account here under Setup > Settings > Accounting, then send again.`,
  'post.accountBlocked': (v: { number: string; about: string }) =>
    `${v.number} cannot be posted: account ${v.about} is blocked in Uniconta. Open it there under General Ledger > Chart of accounts, then send again.`,
  'post.noVatCode': (v: { number: string; about: string }) =>
    `${v.number} cannot be posted: VAT code ${v.about} does not exist in Uniconta. Make it there under General Ledger > Maintenance > VAT codes, or change the code here under Setup > Settings > Accounting, then send again.`,
  'post.blocked': (v: { number: string; about: string }) =>
    `${v.number} cannot be posted: ${v.about} is blocked in Uniconta. Open it there, then send again.`,
  'post.debtorStopped': (v: { number: string; about: string }) =>
    `${v.number} cannot be posted: the debtor is blocked in Uniconta. Open it there under Customer > Customers, then send again.`,
  'post.projectBlocked': (v: { number: string; about: string }) =>
    `${v.number} cannot be posted: its project is blocked in Uniconta. Open it there under Project > Projects, then send again.`,
  'post.periodClosed': (v: { number: string; about: string }) =>
    `${v.number} cannot be posted: its period is closed in Uniconta. Open the period there under General Ledger > Maintenance > Accounting year, or give another day for the books here, then send again.`,
  'post.seriesBlocked': (v: { number: string; about: string }) =>
    `${v.number} cannot be posted: the number series is blocked or gone in Uniconta. Mend it there under General Ledger > Maintenance > Voucher number series, then send again.`,
  'post.noTerm': (v: { number: string; days: number }) =>
    `${v.number} cannot be posted: Uniconta has no payment term with ${v.days} days. Add it under General Ledger > Maintenance > Terms of payment, then send again.`,
  'post.noCategory': (v: { number: string; about: string }) =>
    `${v.number} cannot be posted: project category ${v.about} does not exist in Uniconta. Make it there under Project > Maintenance > Project category, or change the code of the tag here, then send again.`,
  'post.categoryType': (v: { number: string; about: string }) =>
    `${v.number} cannot be posted: project category ${v.about} in Uniconta is not for invoices. Choose one of the type Revenue or On account invoicing for the project, or change the code of the tag here, then send again.`,
  'post.noCategoryTag': (v: { number: string; project: string; group: string }) =>
    `${v.number} cannot be posted: project ${v.project} needs exactly one tag of the group ${v.group}. Choose it on the project, then send again.`,
  'post.noDepartmentTag': (v: { number: string; group: string }) =>
    `${v.number} cannot be posted: the department comes from exactly one tag of the group ${v.group}. Choose it, then send again.`,
  'post.noDepartment': (v: { number: string }) =>
    `${v.number} cannot be posted: it has no department. Choose the department on the project, or choose another source of departments under Setup > Settings > Integrations, then send again.`,
  'post.dimensionMissing': (v: { number: string; about: string }) =>
    `${v.number} cannot be posted: Uniconta does not know the department ${v.about} or asks for one. Mend it there under General Ledger > Maintenance > Dimensions, then send again.`,
  'post.noProjectThere': (v: { number: string; project: string }) =>
    `${v.number} cannot be posted: project ${v.project} is not in Uniconta, and projects are not exported. Make it there, or turn on Export projects, then send again.`,
  'post.projectUnread': (v: { number: string; project: string }) =>
    `${v.number} cannot be posted: Uniconta does not show any project, so it is not known whether ${v.project} is there. Give the user the right to read projects, then send again.`,
  'post.noSeries': (v: { number: string }) =>
    `${v.number} cannot be posted: the number that Uniconta would give cannot be read. Choose the series there under Customer > Maintenance > Number sequences together with "Invoice number = voucher", let the user read it, then send again.`,
  'post.noCreditSeries': (v: { number: string; serie: string }) =>
    `${v.number} cannot be posted: the number that series ${v.serie} would give to credit notes in Uniconta cannot be read. Say under Company > Export invoices > Number series which series it is, let the user read it, then send again.`,
  /** `rounding`: how it was seen to be rounded there, which ours follows; '' where neither way gives that sum. */
  'post.wouldDiffer': (v: { number: string; here: string; there: string; rounding: string }) =>
    `${v.number} is not posted: Uniconta would make its VAT ${amount(v.there)}, and ours is ${amount(v.here)}. ${v.rounding ? 'The two round VAT in different ways; from now on documents here are rounded as there (Setup > Settings > Accounting).' : 'The two round VAT in different ways; see Setup > Settings > Accounting.'} A person may accept up to 0.05 on this one.`,
  'post.cameIn': (v: { number: string; voucher: string }) =>
    `Stands in Uniconta as ${v.number}, voucher ${v.voucher}. It was found there after an older backup was restored.`,
  'post.restoredDoubt': (v: { number: string }) =>
    `An older backup was restored, so it is not known whether ${v.number} was posted since. Looking in Uniconta before anything is sent.`,
}
