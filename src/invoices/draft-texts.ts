import { amountIn } from '../lib/i18n/written.ts'

const amount = amountIn('en')

export const draftTexts = {
  'draft.toApprove': (v: { customer: string }) =>
    `Drafts of invoices wait for approval, the newest one for ${v.customer}.`,
  'draft.nothingToBill': (v: { project: string; until: string }) =>
    `Nothing of ${v.project} is approved, billable and unbilled up to ${v.until}. Nothing was made.`,
  'draft.takenMeanwhile': (v: { project: string; by: string; at: string }) =>
    `Nothing of ${v.project} is left to bill: the draft that ${v.by} made at ${v.at} holds it. Open that draft instead.`,
  'draft.nothingToSettle': (v: { project: string }) =>
    `There is nothing to settle for ${v.project}: no agreed price or hours are left, and no on-account invoice is open.`,
  'draft.modelOfOther': (v: { project: string }) => `This price model is not one of ${v.project}. Choose another.`,
  'draft.keyTaken': () => 'This key belongs to another draft. Make a new one for each draft.',
  'draft.unknownProject': () => 'This project does not exist any more. Choose another.',
  'draft.nonBillable': (v: { model: string }) => `The price model ${v.model} is never billed.`,
  'draft.withoutModel': (v: { project: string }) =>
    `The project ${v.project} has no price model. Add one under Prices of the project, or make an empty draft.`,
  'draft.onAccountCredit': () => 'An on-account amount is billed by an invoice, not by a credit note.',
  'draft.onAccountPositive': () => 'Write an amount above 0.',
  'draft.onAccountAlone': () =>
    'An on-account amount goes without sources and without settlement. Leave the other fields empty.',
  'draft.creditWithSources': () =>
    'A credit note takes no hours and expenses. Leave the day empty and write its lines, or credit an invoice.',
  'draft.noExchangeRate': (v: { currency: string; own: string }) =>
    `No exchange rate from ${v.currency} to ${v.own} is known. Give the price of one ${v.currency} in ${v.own}.`,
  'draft.finalized': (v: { number: string }) =>
    `Invoice ${v.number} is finalized and stays as it is. Credit it instead.`,
  'draft.alreadyApproved': () => 'This draft is approved already.',
  'draft.notApproved': () => 'This draft is not approved, so there is nothing to withdraw.',
  'draft.approvalNotUsed': () => 'Drafts are not approved here: the invoicing settings do not ask for it.',
  'draft.unknownCustomer': () => 'This customer does not exist any more. Choose another.',
  'draft.unknownDepartment': () => 'This department does not exist any more. Choose another.',
  'draft.inactiveDepartment': (v: { name: string }) => `The department ${v.name} is not active. Choose another.`,
  'draft.unknownContact': () => 'This contact does not exist any more, or belongs to another customer. Choose another.',
  'draft.unknownAccount': () => 'This bookkeeping account does not exist any more. Choose another.',
  'draft.unknownActivity': () =>
    'This activity does not exist any more, or belongs to another project. Choose another.',
  'draft.kindFixed': () => 'A document that credits an invoice, or bills on account, stays what it is.',
  'draft.periodEndsBeforeStart': () => 'The last day of the period lies before the first one.',
  'draft.tooLarge': () => 'The line comes to more than 9,999,999,999.99. Write smaller numbers, or several lines.',
  'draft.reasonNeeded': (v: { registered: string; net: string }) =>
    `The hours or costs behind this line are worth ${v.registered}, and it bills ${v.net}. Write the reason.`,
  'draft.amountFixed': () =>
    'This line takes its amount from an on-account invoice and only its text can be written. Delete the line to leave it out.',
  'draft.vatFixed': () => 'This line has the account and VAT of the document that it belongs to.',
  'draft.unknownLine': () => 'This line is no longer on the draft. Reload the page.',
  'draft.unknownSource': () => 'This is no longer behind the line. Reload the page.',
  'draft.orderIncomplete': () => 'The order has to name every line of the draft once.',
  'draft.tooManyLines': () => 'A draft has at most 20,000 lines.',
  // What stands in the way of finalizing.
  'draft.noLines': () => 'The draft has no lines with an amount. Add one, or refresh it from its sources.',
  'draft.negative': (v: { gross: string }) =>
    `The draft comes to ${amount(v.gross)}. A negative total can only be a credit note: change its kind, or its lines.`,
  'draft.positiveCredit': (v: { gross: string }) =>
    `The credit note comes to ${amount(v.gross)}. Write quantities with a minus, or change its kind to invoice.`,
  'draft.zero': () => 'The draft comes to 0.00.',
  'draft.rateUnproved': (v: { currency: string }) =>
    `Write the source and the day of the exchange rate of ${v.currency}: they stand on the document.`,
  'draft.rateOld': (v: { rateOn: string; invoicedOn: string }) =>
    `The exchange rate is of ${v.rateOn}, the invoice of ${v.invoicedOn}. The law asks for the latest rate at delivery.`,
  'draft.lockedPeriod': (v: { day: string; until: string }) =>
    `The invoice would be dated ${v.day}, and the books are locked until ${v.until}. Choose a later day.`,
  'draft.tooFarAhead': (v: { day: string; today: string }) =>
    `The invoice is dated ${v.day}, and today is ${v.today}: a document is dated at most 31 days ahead. Choose an earlier day.`,
  'draft.future': (v: { day: string }) => `The invoice is dated ${v.day}, which is still to come.`,
  'draft.vatChangesWithin': (v: { line: number; code: string; day: string }) =>
    `Line ${v.line} lies on both sides of ${v.day}, on which the percentage of the VAT code ${v.code} changes. Split it, or refresh the draft.`,
  'draft.buyerVatMissing': (v: { customer: string }) =>
    `${v.customer} buys without VAT and has no VAT number. The number has to stand on the document.`,
  'draft.buyerRegistrationMissing': (v: { customer: string }) =>
    `${v.customer} settles the VAT itself and has no registration number. The number has to stand on the document.`,
  'draft.sellerRegistrationMissing': () => 'The company has no registration number. It has to stand on every invoice.',
  'draft.needsApproval': () => 'The draft has to be approved before it is finalized.',
  'draft.approvalOutdated': (v: { by: string }) =>
    `${v.by} approved the draft, and its amounts have changed since: an account, a VAT code or a setting is another one now. Approve it again.`,
  'draft.sourcesChanged': (v: { count: number }) =>
    v.count === 1
      ? 'One source of the draft has changed since it was taken. Refresh the draft.'
      : `${v.count} sources of the draft have changed since they were taken. Refresh the draft.`,
  // What a refresh did.
  'draft.refreshedNothing': () => 'The draft already holds everything, at today’s prices.',
  'draft.refreshAdded': (v: { count: number }) =>
    v.count === 1 ? 'One source was added.' : `${v.count} sources were added.`,
  'draft.refreshRemoved': (v: { count: number }) =>
    v.count === 1
      ? 'One source was taken off: it is no longer approved or billable.'
      : `${v.count} sources were taken off: they are no longer approved or billable.`,
  'draft.refreshRepriced': (v: { count: number }) =>
    v.count === 1 ? 'One source has another price now.' : `${v.count} sources have another price now.`,
  'draft.refreshKept': (v: { line: number; text: string }) =>
    `Line ${v.line}, “${v.text}”, has other sources now and was left as it was written.`,
  'draft.refreshDeducted': (v: { text: string }) => `“${v.text}” was put on: it is not deducted elsewhere.`,
  'draft.refreshDropped': (v: { text: string }) => `“${v.text}” was taken off: nothing is left behind it.`,
}
