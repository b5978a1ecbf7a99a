export const invoiceDocumentTexts = {
  'invoicePdf.stored': (v: { number: string }) => `The PDF of ${v.number} is stored.`,
  'invoicePdf.storedWithoutLogo': (v: { number: string }) =>
    `The PDF of ${v.number} is stored, without the logo: the picture cannot be read. Choose another one under Setup > Invoicing for the next documents.`,
  'invoicePdf.wasStored': (v: { number: string }) => `The PDF of ${v.number} had been stored already.`,
  'invoicePdf.noDocument': () => 'There is no finalized document of which a PDF could be made.',
  'invoicePdf.notYet': (v: { number: string }) =>
    `The PDF of ${v.number} is being made. Look again in a few seconds; if it stays away, the log of the lane documents says why.`,
  'invoicePdf.waits': (v: { number: string; system: string; why: string }) =>
    `The PDF of ${v.number} waits until the document is booked in ${v.system}. ${v.why} Whoever must have it before can say so on the document.`,
  'invoicePdf.isDraft': () => 'This is a draft and has no PDF yet. Look at its preview, or finalize it.',
  'invoicePdf.isFinal': (v: { number: string }) => `${v.number} is finalized: look at its PDF.`,
  'invoiceMail.isDraft': () => 'This is a draft. Finalize it before it is mailed.',
  'invoiceMail.wasSent': (v: { number: string; to: string }) =>
    `${v.number} was mailed to ${v.to} already. Nothing was sent. Say that it goes again if it shall.`,
  'invoiceMail.isWaiting': (v: { number: string; to: string }) =>
    `A mail with ${v.number} to ${v.to} is on its way already. Nothing was sent. Say that it goes again if it shall.`,
  'invoiceMail.keyTaken': () => 'Another mail has this key. Take a new one from the mail draft.',
  'invoiceMail.receiptsTooLarge': (v: { count: number }) =>
    `The ${v.count === 1 ? 'receipt is' : `${v.count} receipts are`} larger than 12 MB together, more than many mail servers take. Send the document without them.`,
  'invoiceMail.noServer': () =>
    'No mail server is set, so nothing was sent. An administrator can set SMTP_URL and MAIL_FROM; until then save the PDF and mail it yourself.',
}
