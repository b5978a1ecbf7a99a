import type { Translated } from '../lib/i18n/sentence.ts'
import type { settingTexts } from './setting-texts.ts'

export const settingTextsNb: Translated<typeof settingTexts> = {
  'invoiceSettings.accountUnknown': () => 'Kontoen finnes ikke lenger. Velg en annen.',
  'invoiceSettings.accountGone': (v) =>
    `Kontoen ${v.number} ${v.name} er ikke lenger i bruk. Velg en annen, eller gjør den aktiv først.`,
  'invoiceSettings.contactUnknown': () => 'Kontaktpersonen finnes ikke lenger. Velg en annen.',
  'invoiceSettings.contactOfOther': (v) =>
    `${v.name} er ikke kontaktperson hos ${v.customer}. Velg en av kundens egne.`,
  'invoiceSettings.mayNotChooseAccounts': () =>
    'Rollen din kan ikke velge kontoer. La dem være, eller spør en som tar seg av kontoene.',
  'standardSet.notEmpty': () =>
    'Det finnes allerede kontoer eller mva-koder, så ingenting ble lagt til. Standardsettet er bare for begynnelsen.',
}
