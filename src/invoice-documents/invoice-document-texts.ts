export const invoiceDocumentTexts = {
  'invoicePdf.stored': (v: { number: string }) => `The PDF of ${v.number} is stored.`,
  'invoicePdf.storedWithoutLogo': (v: { number: string }) =>
    `The PDF of ${v.number} is stored, without the logo: the picture cannot be read. Choose another one under Setup > Invoicing for the next documents.`,
  'invoicePdf.wasStored': (v: { number: string }) => `The PDF of ${v.number} had been stored already.`,
  'invoicePdf.noDocument': () => 'There is no finalized document of which a PDF could be made.',
  'invoicePdf.notYet': (v: { number: string }) =>
    `The PDF of ${v.number} is being made. Look again in a few seconds; if it stays away, the log of the lane documents says why.`,
  'invoicePdf.isDraft': () => 'This is a draft and has no PDF yet. Look at its preview, or finalize it.',
  'invoicePdf.isFinal': (v: { number: string }) => `${v.number} is finalized: look at its PDF.`,
}
