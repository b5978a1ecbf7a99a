import type { IdentifierKind } from '../lib/identifiers.ts'

export const customerTexts = {
  'customer.unknown': () => 'This customer does not exist any more. Choose another.',
  'customer.numberTaken': (v: { number: string; name: string }) =>
    `The number ${v.number} is already used by ${v.name}.`,
  'customer.numberGiven': (v: { number: string }) =>
    `Numbers of customers are given by the series; the next one is ${v.number}. Leave the number empty, or let an administrator allow other numbers.`,
  'customer.numberFixed': (v: { number: string; name: string }) =>
    `${v.number} ${v.name} has been sent to accounting under this number, so the number stays. An administrator can unlink the customer and send it anew under another number.`,
  'customer.transferredStays': (v: { number: string; name: string }) =>
    `${v.number} ${v.name} has been sent to accounting and was not deleted. Make it inactive instead.`,
  'customer.hasProjects': (v: { number: string; name: string; count: number }) =>
    `${v.number} ${v.name} has ${v.count === 1 ? 'one project' : `${v.count} projects`} and was not deleted. Make it inactive instead.`,
  'customer.hasDocuments': (v: { number: string; name: string; count: number }) =>
    `${v.number} ${v.name} has ${v.count === 1 ? 'an invoice, draft or credit note' : `${v.count} invoices, drafts or credit notes`}, which are kept for five years, and was not deleted. Make it inactive instead.`,
  'customer.noProjects': (v: { number: string; name: string; status: string }) =>
    `${v.number} ${v.name} is ${v.status} and gets no new projects. Make the customer active first, or choose another.`,
  'customer.participantOnly': (v: { number: string; name: string }) =>
    `${v.number} ${v.name} only takes part in projects and has none of its own. Change its relation to customer first, or choose another.`,
  'customer.doubtfulNumber': (v: { number: string; kind: string }) =>
    `${v.number} is not ${names[v.kind as IdentifierKind] ?? 'a known number'}: the check digit or the length is wrong. It was saved as written.`,
}

const names: Record<IdentifierKind, string> = {
  cvr: 'a Danish CVR number',
  'no-orgnr': 'a Norwegian organisation number',
  'se-orgnr': 'a Swedish organisation number',
  'fi-y-tunnus': 'a Finnish business ID',
  'is-kennitala': 'an Icelandic kennitala',
  gln: 'a GLN (EAN) number',
  'dk-vat': 'a Danish VAT number (DK and eight digits)',
  'no-vat': 'a Norwegian VAT number (NO, nine digits and MVA)',
  'se-vat': 'a Swedish VAT number (SE and twelve digits)',
  'fi-vat': 'a Finnish VAT number (FI and eight digits)',
  'is-vsk': 'an Icelandic VSK number (five or six digits)',
}
