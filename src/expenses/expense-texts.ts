export const expenseTexts = {
  'expense.projectUnknown': () => 'This project does not exist any more. Choose another.',
  'expense.activityElsewhere': (v: { name: string; project: string }) =>
    `The activity ${v.name} does not belong to the project ${v.project}. Choose one of this project, or none.`,
  'expense.activityUnknown': () => 'This activity does not exist any more. Choose another.',
  'expense.activityClosed': (v: { name: string }) =>
    `The activity ${v.name} is closed and takes no more expenses. Open it again, or choose another.`,
  'expense.rateNeeded': (v: { currency: string; own: string }) =>
    `Write what one ${v.currency} costs in ${v.own} on that day.`,
  'expense.rateOfOwn': (v: { own: string }) =>
    `${v.own} is the currency of the company and needs no rate. Leave it empty.`,
  'expense.tooFarAhead': (v: { day: string }) => `${v.day} is more than a year ahead. Correct the day.`,
  'expense.tooLarge': () => 'This amount is larger than Akkord can keep. Correct the amount or the rate.',
  'expense.receiptUnknown': () => 'This file is not there, or is not yours. Attach the receipt again.',
  'expense.notYours': (v: { title: string }) =>
    `"${v.title}" was registered by somebody else. Ask the project manager to change it.`,
  'expense.isApproved': (v: { title: string }) =>
    `"${v.title}" is approved and stays as it is. Take the approval back first.`,
  'expense.isBilled': (v: { title: string }) =>
    `"${v.title}" is on an invoice or a draft and stays as it is. Take it off the draft, or credit the invoice, first.`,
  'expense.isApprovedAlready': (v: { title: string }) => `"${v.title}" is approved already.`,
  'expense.isRejectedAlready': (v: { title: string }) => `"${v.title}" is rejected already.`,
  'expense.isNotApproved': (v: { title: string }) => `"${v.title}" is not approved.`,
  'expense.notYoursToApprove': (v: { title: string; owner: string }) =>
    v.owner === ''
      ? `"${v.title}" belongs to a project without an owner. Administrators and economy approve it.`
      : `"${v.title}" is approved by ${v.owner}, who owns the project, or by economy.`,
  'expense.gone': () => 'This expense does not exist any more.',
  'expense.wasRejected': (v: { title: string; comment: string }) =>
    `Your expense "${v.title}" was rejected: ${v.comment}`,
  'expense.waits': (v: { title: string; project: string }) =>
    `An expense on ${v.project} waits for your approval: "${v.title}".`,
  'expense.csv.title': () => 'Title',
  'expense.csv.supplier': () => 'Supplier',
  'expense.csv.supplierNumber': () => 'Supplier number',
  'expense.csv.voucher': () => 'Voucher number',
  'expense.csv.quantity': () => 'Quantity',
  'expense.csv.amount': () => 'Cost without VAT',
  'expense.csv.currency': () => 'Currency',
  'expense.csv.rate': () => 'Rate',
  'expense.csv.companyAmount': () => 'Cost in own currency',
  'expense.csv.companyCurrency': () => 'Own currency',
  'expense.csv.billable': () => 'Bill the customer',
  'expense.csv.markup': () => 'Mark-up',
  'expense.csv.registeredBy': () => 'Registered by',
  'expense.csv.source': () => 'Source',
  'expense.csv.manual': () => 'typed here',
  'expense.csv.import': () => 'from accounting',
  'expense.csv.yes': () => 'yes',
  'expense.csv.no': () => 'no',
}
