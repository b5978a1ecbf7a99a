import type { Translated } from '../lib/i18n/sentence.ts'
import type { invoiceDocumentTexts } from './invoice-document-texts.ts'

export const invoiceDocumentTextsNb: Translated<typeof invoiceDocumentTexts> = {
  'invoicePdf.stored': (v) => `PDF-en av ${v.number} er lagret.`,
  'invoicePdf.storedWithoutLogo': (v) =>
    `PDF-en av ${v.number} er lagret uten logoen: bildet kan ikke leses. Velg et annet under Oppsett > Fakturering for de neste dokumentene.`,
  'invoicePdf.wasStored': (v) => `PDF-en av ${v.number} var allerede lagret.`,
  'invoicePdf.noDocument': () => 'Det finnes ikke et ferdigstilt dokument å lage en PDF av.',
  'invoicePdf.notYet': (v) =>
    `PDF-en av ${v.number} lages. Se igjen om noen sekunder; uteblir den, sier loggen for banen documents hvorfor.`,
  'invoicePdf.waits': (v) =>
    `PDF-en av ${v.number} venter til dokumentet er bokført i ${v.system}. ${v.why} Den som må ha den før, kan si det på dokumentet.`,
  'invoicePdf.isDraft': () =>
    'Dette er et utkast som ikke har en PDF ennå. Se forhåndsvisningen, eller ferdigstill det.',
  'invoicePdf.isFinal': (v) => `${v.number} er ferdigstilt: se PDF-en.`,
  'invoiceMail.isDraft': () => 'Dette er et utkast. Ferdigstill det før det sendes.',
  'invoiceMail.wasSent': (v) =>
    `${v.number} er allerede sendt til ${v.to}. Ingenting ble sendt. Si at den skal gå igjen hvis den skal.`,
  'invoiceMail.isWaiting': (v) =>
    `En e-post med ${v.number} til ${v.to} er allerede på vei. Ingenting ble sendt. Si at den skal gå igjen hvis den skal.`,
  'invoiceMail.keyTaken': () => 'En annen e-post har denne nøkkelen. Ta en ny fra e-postutkastet.',
  'invoiceMail.receiptsTooLarge': (v) =>
    `${v.count === 1 ? 'Kvitteringen er' : `De ${v.count} kvitteringene er til sammen`} større enn 12 MB, mer enn mange e-postservere tar. Send dokumentet uten.`,
  'invoiceMail.noServer': () =>
    'Ingen e-postserver er angitt, så ingenting ble sendt. En administrator kan sette SMTP_URL og MAIL_FROM; lagre PDF-en imens, og send den selv.',
}
