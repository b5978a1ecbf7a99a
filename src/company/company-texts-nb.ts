import type { Translated } from '../lib/i18n/sentence.ts'
import type { companyTexts } from './company-texts.ts'

export const companyTextsNb: Translated<typeof companyTexts> = {
  'series.neverTyped': () => 'Fakturanumre gis av serien og skrives aldri: loven krever en rekke uten hull.',
  'series.alreadyGiven': (v) =>
    `${v.highest} er allerede gitt, og ingen numre gis to ganger. Det neste nummeret er minst ${v.least}.`,
  'series.samePrefix': (v) =>
    `Med dette prefikset ville to fakturaserier en dag skrive de samme numrene: den andre skriver ${v.number}. La den ene begynne med en bokstav som den andre ikke begynner med.`,
}
