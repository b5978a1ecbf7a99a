export const accountingTexts = {
  'account.numberTaken': (v: { number: string; name: string }) =>
    `The number ${v.number} is already used by the account ${v.name}.`,
  'account.vatCodeUnknown': () => 'This VAT code does not exist any more. Choose another.',
  'account.vatCodeGone': (v: { code: string }) =>
    `The VAT code ${v.code} is no longer in use. Choose another, or make the code active first.`,
  'account.onLines': (v: { number: string; name: string; count: number }) =>
    `The account ${v.number} ${v.name} is on ${v.count === 1 ? 'one invoice line' : `${v.count} invoice lines`} and was not deleted. Make it inactive instead.`,
  'account.inSettings': (v: { number: string; name: string; where: string; more: number }) =>
    `The account ${v.number} ${v.name} is in the invoice settings of ${v.where}${v.more > 0 ? ` and ${v.more} more` : ''} and was not deleted. Choose another there first, or make the account inactive.`,
  'vatCode.codeTaken': (v: { code: string; name: string }) => `The code ${v.code} is already used by ${v.name}.`,
  'vatCode.twoRates': (v: { day: string }) => `Two rates begin on ${v.day}. Keep one of them.`,
  'vatCode.standardIsZero': () =>
    'Standard VAT is more than 0 %. Choose another category for sales without VAT: export, exempt or zero.',
  'vatCode.otherIsNotZero': () => 'Sales of this category bear no VAT: the percentage has to be 0.',
  'vatCode.onAccounts': (v: { code: string; account: string; count: number }) =>
    `The VAT code ${v.code} is on the account ${v.account}${v.count > 1 ? ` and ${v.count - 1} more` : ''} and was not deleted. Give ${v.count > 1 ? 'them' : 'it'} another code first, or make the code inactive.`,
  'vatCode.onLines': (v: { code: string; count: number }) =>
    `The VAT code ${v.code} is on ${v.count === 1 ? 'one invoice line' : `${v.count} invoice lines`} and was not deleted. Make it inactive instead.`,
  'paymentTerm.daysTaken': (v: { days: number; name: string }) =>
    `There is already a payment term with ${v.days} days: ${v.name}.`,
  'invoicing.ibanWrong': () => 'This is no IBAN: a digit or letter is wrong or missing. Copy it from your bank.',
  'invoicing.bicWrong': () => 'A BIC has 8 or 11 letters and digits, for example DABADKKK.',
  'invoicing.logoUnknown': () => 'This file does not exist any more. Upload the logo again.',
  'invoicing.logoKind': (v: { name: string }) => `${v.name} is not a picture. Use a PNG or JPEG file.`,
  'invoicing.doubtfulVatNumber': (v: { number: string }) =>
    `${v.number} does not look like a VAT number of your country: the check digit or the length is wrong. It was saved as written.`,
  'invoicing.doubtfulBankAccount': (v: { number: string }) =>
    `${v.number} does not look like a bank account of your country. It was saved as written.`,
  'paymentId.formatUnknown': (v: { part: string }) =>
    `The format is not understood at "${v.part}". Use INV, CLI or TYPE with a number of digits, COM with digits, and ISSUE, for example INV8CLI6.`,
  'paymentId.formatMissing': () =>
    'A KID agreement names the length of the KID. Write a format of that length, without the check digit, for example INV7.',
  'paymentId.creditorNumber': () =>
    'This kind of payment slip needs the creditor number that your bank gave you: 8 digits, the first one an 8.',
  'paymentId.giroNumber': () =>
    'This kind of payment slip needs the giro account that your bank gave you: 7 or 8 digits.',
  'paymentId.numberNotDigits': (v: { number: string; part: string }) =>
    `The next invoice number is ${v.number}. A payment id holds digits only, so ${v.part} cannot be written. Give the series a prefix of digits, or none, under Settings > General.`,
  'paymentId.numberTooLong': (v: { number: string; part: string; most: number }) =>
    `The next invoice number is ${v.number}, and ${v.part} holds ${v.most} ${v.most === 1 ? 'digit' : 'digits'}. Allow more digits.`,
  'paymentId.tooLong': (v: { payload: string; length: number; most: number }) =>
    `The format writes ${v.length} digits (${v.payload}), and this kind of payment id holds ${v.most} before its check digit. Allow fewer digits.`,
  'paymentId.tooShort': (v: { payload: string; least: number }) =>
    `The format writes ${v.payload}, and this kind of payment id has at least ${v.least} digits before its check digit. Allow more digits.`,
  'paymentId.customers': (v: { count: number; number: string; name: string; part: string }) =>
    `${v.count === 1 ? 'One customer has a number' : `${v.count} customers have numbers`} that ${v.part} cannot hold, for example ${v.number} ${v.name}. Their invoices cannot be finalized with this format.`,
  'paymentId.localSeries': (v: { number: string }) =>
    `Documents without transfer have numbers such as ${v.number}, which a payment id cannot hold. They are printed without one.`,
}
