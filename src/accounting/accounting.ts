import { z } from 'zod'
import type { Language } from '../lib/i18n/sentence.ts'

/** Why a line bears VAT or none; the keys are UN/CEFACT 5305 in words. */
export const vatCategories = [
  'standard',
  'reverse-charge-domestic',
  'eu-services',
  'eu-goods',
  'export',
  'exempt',
  'outside',
  'zero',
] as const
export type VatCategory = (typeof vatCategories)[number]

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
    da: 'Momsfritaget efter momslovens § 13.',
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

/** VAT is rounded once per VAT code on the total, or on each line; the accounting system decides which. */
export const vatRoundings = ['code', 'line'] as const
export type VatRounding = (typeof vatRoundings)[number]

/** What a line sells; each has its own account, at home and abroad (UC-51). */
export const productTypes = ['hours', 'expenses', 'products'] as const
export type ProductType = (typeof productTypes)[number]
export const ProductTypeName = z.enum(productTypes)

/**
 * How the payment id is built and shown: none (the invoice number stands for it, UC-43), Danish FIK, Norwegian KID, Swedish OCR,
 * Finnish viite, the international RF reference, or the digits of the format alone.
 */
export const paymentIdKinds = [
  'none',
  'fik71',
  'fik73',
  'fik75',
  'giro04',
  'giro15',
  'giro01',
  'kid',
  'ocr',
  'ocr-length',
  'viite',
  'rf',
  'plain',
] as const
export type PaymentIdKind = (typeof paymentIdKinds)[number]
