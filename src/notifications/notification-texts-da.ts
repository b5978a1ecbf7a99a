import type { Translated } from '../lib/i18n/sentence.ts'
import type { notificationTexts } from './notification-texts.ts'

export const notificationTextsDa: Translated<typeof notificationTexts> = {
  'notice.told': (v) => (v.mails === 0 ? 'Intet skulle mailes.' : 'Afleverede én mail.'),
  'notice.several': (v) => `${v.count} beskeder`,
  'notice.where': () => 'Du finder det i Akkord under Mine sider > Beskeder.',
  'notice.more': (v) => `og ${v.count} mere, alle i Akkord under Mine sider > Beskeder.`,
  'notice.mailFooter': (v) =>
    `Du får denne, fordi du har valgt mails af denne slags under Mine sider > Beskeder > Indstillinger hos ${v.company}.`,
  'notice.keyHasNone': () =>
    'En API-nøgle er ingen person, så den får ingen beskeder og har intet at vælge. Log ind som bruger.',
  'mail.documentRefused': (v) =>
    `Mailserveren afviste mailen til ${v.to} (${v.answer}). Den blev ikke sendt. Ret adressen, og send dokumentet igen.`,
  'mail.partlyRefused': (v) =>
    `Mailen gik til ${v.to}; mailserveren afviste ${v.refused}. Ret den adresse, og send dokumentet igen.`,
  'mail.sent': (v) => `Mailen til ${v.to} blev givet til mailserveren.`,
  'mail.wasSent': (v) => `Mailen til ${v.to} var allerede sendt.`,
  'mail.off': (v) =>
    `Mailen til ${v.to} blev ikke sendt: ingen mailserver er angivet. En administrator kan sætte SMTP_URL og MAIL_FROM.`,
  'mail.gone': () => 'Mailen findes ikke længere.',
  'mail.refused': (v) =>
    `Mailserveren afviste mailen til ${v.to} (${v.answer}). Mailen sendes ikke igen. Ret adressen der, hvor den står, under Ressourcer > Medarbejdere eller i integrationen, til de næste.`,
  'mail.unreachable': (v) => `Mailserveren svarer ikke (${v.reason}).`,
  'mail.signedOut': (v) =>
    `Mailserveren afviste brugeren eller adgangskoden i SMTP_URL (${v.answer}). Mails venter og går, når den er rigtig.`,
}
