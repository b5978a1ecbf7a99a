/** The task that posts a finalized document in the accounting system. */
export const invoicePost = 'invoice.post'

/** The task that makes the PDF of a finalized document. */
export const invoicePdf = 'invoice.pdf'
