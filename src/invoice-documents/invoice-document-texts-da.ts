import type { Translated } from '../lib/i18n/sentence.ts'
import type { invoiceDocumentTexts } from './invoice-document-texts.ts'

export const invoiceDocumentTextsDa: Translated<typeof invoiceDocumentTexts> = {
  'invoicePdf.stored': (v) => `PDF’en af ${v.number} er gemt.`,
  'invoicePdf.storedWithoutLogo': (v) =>
    `PDF’en af ${v.number} er gemt uden logoet: billedet kan ikke læses. Vælg et andet under Opsætning > Fakturering til de næste dokumenter.`,
  'invoicePdf.wasStored': (v) => `PDF’en af ${v.number} var allerede gemt.`,
  'invoicePdf.noDocument': () => 'Der er ikke et færdiggjort dokument at lave en PDF af.',
  'invoicePdf.notYet': (v) =>
    `PDF’en af ${v.number} laves. Se igen om nogle sekunder; udebliver den, siger loggen for banen documents hvorfor.`,
  'invoicePdf.waits': (v) =>
    `PDF’en af ${v.number} venter, til dokumentet er bogført i ${v.system}. ${v.why} Den, der skal have den før, kan sige det på dokumentet.`,
  'invoicePdf.isDraft': () =>
    'Det er en kladde, der ikke har en PDF endnu. Se dens forhåndsvisning, eller færdiggør den.',
  'invoicePdf.isFinal': (v) => `${v.number} er færdiggjort: se dens PDF.`,
  'invoiceMail.isDraft': () => 'Det er en kladde. Færdiggør den, før den sendes.',
  'invoiceMail.wasSent': (v) =>
    `${v.number} er allerede sendt til ${v.to}. Intet blev sendt. Sig, at den skal gå igen, hvis den skal.`,
  'invoiceMail.isWaiting': (v) =>
    `En mail med ${v.number} til ${v.to} er allerede på vej. Intet blev sendt. Sig, at den skal gå igen, hvis den skal.`,
  'invoiceMail.keyTaken': () => 'En anden mail har denne nøgle. Tag en ny fra mailkladden.',
  'invoiceMail.receiptsTooLarge': (v) =>
    `${v.count === 1 ? 'Kvitteringen er' : `De ${v.count} kvitteringer er tilsammen`} større end 12 MB, mere end mange mailservere tager. Send dokumentet uden.`,
  'invoiceMail.noServer': () =>
    'Ingen mailserver er angivet, så intet blev sendt. En administrator kan sætte SMTP_URL og MAIL_FROM; gem imens PDF’en, og send den selv.',
}
