import { z } from 'zod'
import { optionalText } from '../lib/fields.ts'
import type { Language } from '../lib/i18n/sentence.ts'
import { type VatCategory, vatCategories } from './accounting.ts'

/**
 * What the law asks to stand on a document that has lines of the category (momsbekendtgørelsen §§ 59 and 62 for the Danish and
 * English reverse charge, bokføringsforskriften § 5-1-1 for the Norwegian). Empty: nothing. The company may write its own words.
 */
export const standardPhrases: Record<VatCategory, Record<Language, string>> = {
  standard: { da: '', nb: '', en: '' },
  'reverse-charge-domestic': {
    da: 'Omvendt betalingspligt, køber afregner momsen.',
    nb: 'Omvendt avgiftsplikt – Merverdiavgift ikke beregnet.',
    en: 'Reverse charge, buyer settles the VAT.',
  },
  'eu-services': {
    da: 'Omvendt betalingspligt.',
    nb: 'Omvendt avgiftsplikt – Merverdiavgift ikke beregnet.',
    en: 'Reverse charge.',
  },
  'eu-goods': {
    da: 'Momsfritaget, 0-sats: levering til et andet EU-land.',
    nb: 'Avgiftsfri levering til et annet EU-land.',
    en: 'Zero-rated: supply to another EU country.',
  },
  export: { da: 'Momsfri eksport.', nb: 'Avgiftsfri eksport.', en: 'VAT-free export.' },
  exempt: {
    da: 'Momsfritaget efter momslovens §\u00a013.',
    nb: 'Unntatt fra merverdiavgift etter merverdiavgiftsloven kapittel 3.',
    en: 'Exempt from VAT.',
  },
  outside: {
    da: 'Uden for momslovens område.',
    nb: 'Utenfor merverdiavgiftslovens område.',
    en: 'Outside the scope of VAT.',
  },
  zero: { da: '0 % moms.', nb: '0 % mva.', en: '0% VAT.' },
}

/** The company's own words; null takes those above. */
export const VatPhraseChange = z.strictObject({
  da: optionalText(200),
  nb: optionalText(200),
  en: optionalText(200),
  version: z.number().int().min(0),
})
export type VatPhraseChange = z.infer<typeof VatPhraseChange>

export const VatPhrase = z
  .object({
    category: z.enum(vatCategories),
    ...VatPhraseChange.shape,
    /** What stands where the company has no words of its own. */
    standard: z.object({ da: z.string(), nb: z.string(), en: z.string() }),
  })
  .meta({ id: 'VatPhrase' })
export type VatPhrase = z.infer<typeof VatPhrase>
