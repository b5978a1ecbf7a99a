import type { Translated } from '../lib/i18n/sentence.ts'
import type { companyTexts } from './company-texts.ts'

export const companyTextsDa: Translated<typeof companyTexts> = {
  'series.neverTyped': () => 'Fakturanumre gives af serien og skrives aldrig: loven kræver en følge uden huller.',
  'series.alreadyGiven': (v) =>
    `${v.highest} er allerede givet, og intet nummer gives to gange. Det næste nummer er mindst ${v.least}.`,
  'series.samePrefix': (v) =>
    `Med denne forstavelse ville to fakturaserier en dag skrive de samme numre: den anden skriver ${v.number}. Lad den ene begynde med et bogstav, som den anden ikke begynder med.`,
}
