import type { Translated } from '../lib/i18n/sentence.ts'
import type { notificationTexts } from './notification-texts.ts'

export const notificationTextsNb: Translated<typeof notificationTexts> = {
  'notice.told': (v) => (v.mails === 0 ? 'Ingenting skulle sendes som e-post.' : 'Leverte én e-post.'),
  'notice.several': (v) => `${v.count} beskjeder`,
  'notice.where': () => 'Du finner det i Akkord under Mine sider > Beskjeder.',
  'notice.more': (v) => `og ${v.count} til, alle i Akkord under Mine sider > Beskjeder.`,
  'notice.mailFooter': (v) =>
    `Du får denne fordi du har valgt e-post av dette slaget under Mine sider > Beskjeder > Innstillinger hos ${v.company}.`,
  'notice.keyHasNone': () =>
    'En API-nøkkel er ingen person, så den får ingen beskjeder og har ingenting å velge. Logg inn som bruker.',
  'mail.documentRefused': (v) =>
    `E-postserveren avviste e-posten til ${v.to} (${v.answer}). Den ble ikke sendt. Rett adressen, og send dokumentet igjen.`,
  'mail.partlyRefused': (v) =>
    `E-posten gikk til ${v.to}; e-postserveren avviste ${v.refused}. Rett den adressen, og send dokumentet igjen.`,
  'mail.sent': (v) => `E-posten til ${v.to} ble gitt til e-postserveren.`,
  'mail.wasSent': (v) => `E-posten til ${v.to} var allerede sendt.`,
  'mail.off': (v) =>
    `E-posten til ${v.to} ble ikke sendt: ingen e-postserver er angitt. En administrator kan sette SMTP_URL og MAIL_FROM.`,
  'mail.gone': () => 'E-posten finnes ikke lenger.',
  'mail.refused': (v) =>
    `E-postserveren avviste e-posten til ${v.to} (${v.answer}). E-posten sendes ikke igjen. Rett adressen der den står, under Ressurser > Medarbeidere eller i integrasjonen, for de neste.`,
  'mail.unreachable': (v) => `E-postserveren svarer ikke (${v.reason}).`,
  'mail.signedOut': (v) =>
    `E-postserveren avviste brukeren eller passordet i SMTP_URL (${v.answer}). E-post venter og går når det er riktig.`,
}
