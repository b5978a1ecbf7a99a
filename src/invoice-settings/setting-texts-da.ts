import type { Translated } from '../lib/i18n/sentence.ts'
import type { settingTexts } from './setting-texts.ts'

export const settingTextsDa: Translated<typeof settingTexts> = {
  'invoiceSettings.accountUnknown': () => 'Kontoen findes ikke længere. Vælg en anden.',
  'invoiceSettings.accountGone': (v) =>
    `Kontoen ${v.number} ${v.name} er ikke længere i brug. Vælg en anden, eller gør den aktiv først.`,
  'invoiceSettings.contactUnknown': () => 'Kontaktpersonen findes ikke længere. Vælg en anden.',
  'invoiceSettings.contactOfOther': (v) =>
    `${v.name} er ikke kontaktperson hos ${v.customer}. Vælg en af kundens egne.`,
  'invoiceSettings.mayNotChooseAccounts': () =>
    'Din rolle må ikke vælge konti. Lad dem være, eller spørg en, der passer kontiene.',
  'standardSet.notEmpty': () =>
    'Der er allerede konti eller momskoder, så intet blev tilføjet. Standardsættet er kun til begyndelsen.',
}
