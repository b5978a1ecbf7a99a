// What firms of a country begin with. Codes and numbers are a beginning: they are made equal to those of the accounting system by
// hand, since every firm has its own there. Rates with the days from which they hold: momsloven § 33 (25 % since 1992), Norwegian
// mva-satser (25 % since 2005, 15 % since 2012, 12 % since 2018), Swedish mervärdesskattelagen (25, 12 and 6 % since 1996).
import type { VatCategory } from '../accounting/accounting.ts'
import type { Language } from '../lib/i18n/sentence.ts'
import type { AccountField } from './invoice-setting.ts'

export const standardCountries = ['DK', 'NO', 'SE'] as const
export type StandardCountry = (typeof standardCountries)[number]

type StandardSet = {
  vatCodes: readonly { code: string; name: string; category: VatCategory; percent: string; since: string }[]
  /** `for`: the company's settings that name the account. */
  accounts: readonly { number: string; name: string; vat: string; for: readonly AccountField[] }[]
  terms: readonly { days: number; name: string }[]
  paymentDays: number
  language: Language
}

/** A rate without a beginning of its own. */
const always = '1970-01-01'

export const standardSets: Record<StandardCountry, StandardSet> = {
  DK: {
    vatCodes: [
      { code: 'U25', name: 'Salgsmoms 25 %', category: 'standard', percent: '25', since: '1992-01-01' },
      { code: 'UEU', name: 'Ydelser til EU', category: 'eu-services', percent: '0', since: always },
      { code: 'UEXP', name: 'Eksport uden for EU', category: 'export', percent: '0', since: always },
      { code: 'UFRI', name: 'Momsfrit salg', category: 'exempt', percent: '0', since: always },
    ],
    accounts: [
      { number: '1010', name: 'Salg af timer', vat: 'U25', for: ['hoursAccountDomestic'] },
      { number: '1020', name: 'Viderefakturerede udlæg', vat: 'U25', for: ['expensesAccountDomestic'] },
      { number: '1030', name: 'Salg af produkter', vat: 'U25', for: ['productsAccountDomestic'] },
      { number: '1110', name: 'Salg af timer, EU', vat: 'UEU', for: ['hoursAccountForeign'] },
      { number: '1120', name: 'Viderefakturerede udlæg, EU', vat: 'UEU', for: ['expensesAccountForeign'] },
      { number: '1130', name: 'Salg af produkter, EU', vat: 'UEU', for: ['productsAccountForeign'] },
      { number: '1210', name: 'Salg uden for EU', vat: 'UEXP', for: [] },
      { number: '1310', name: 'Momsfrit salg', vat: 'UFRI', for: [] },
    ],
    terms: [
      { days: 0, name: 'Kontant' },
      { days: 8, name: 'Netto 8 dage' },
      { days: 14, name: 'Netto 14 dage' },
      { days: 30, name: 'Netto 30 dage' },
    ],
    paymentDays: 14,
    language: 'da',
  },
  NO: {
    vatCodes: [
      { code: '3', name: 'Utgående mva 25 %', category: 'standard', percent: '25', since: '2005-01-01' },
      { code: '31', name: 'Utgående mva 15 %', category: 'standard', percent: '15', since: '2012-01-01' },
      { code: '33', name: 'Utgående mva 12 %', category: 'standard', percent: '12', since: '2018-01-01' },
      { code: '52', name: 'Utførsel av varer og tjenester', category: 'export', percent: '0', since: always },
      { code: '6', name: 'Utenfor mva-loven', category: 'outside', percent: '0', since: always },
    ],
    accounts: [
      { number: '3000', name: 'Salg av timer', vat: '3', for: ['hoursAccountDomestic'] },
      { number: '3010', name: 'Viderefakturerte utlegg', vat: '3', for: ['expensesAccountDomestic'] },
      { number: '3020', name: 'Salg av produkter', vat: '3', for: ['productsAccountDomestic'] },
      { number: '3100', name: 'Salg av timer, utland', vat: '52', for: ['hoursAccountForeign'] },
      { number: '3110', name: 'Viderefakturerte utlegg, utland', vat: '52', for: ['expensesAccountForeign'] },
      { number: '3120', name: 'Salg av produkter, utland', vat: '52', for: ['productsAccountForeign'] },
      { number: '3200', name: 'Salg utenfor mva-loven', vat: '6', for: [] },
    ],
    terms: [
      { days: 0, name: 'Kontant' },
      { days: 10, name: 'Netto 10 dager' },
      { days: 14, name: 'Netto 14 dager' },
      { days: 30, name: 'Netto 30 dager' },
    ],
    paymentDays: 14,
    language: 'nb',
  },
  SE: {
    vatCodes: [
      { code: 'M25', name: 'Utgående moms 25 %', category: 'standard', percent: '25', since: '1996-01-01' },
      { code: 'M12', name: 'Utgående moms 12 %', category: 'standard', percent: '12', since: '1996-01-01' },
      { code: 'M6', name: 'Utgående moms 6 %', category: 'standard', percent: '6', since: '1996-01-01' },
      { code: 'EU', name: 'Tjänster till EU', category: 'eu-services', percent: '0', since: always },
      { code: 'EXP', name: 'Export utanför EU', category: 'export', percent: '0', since: always },
    ],
    accounts: [
      { number: '3041', name: 'Försäljning tjänster', vat: 'M25', for: ['hoursAccountDomestic'] },
      { number: '3591', name: 'Vidarefakturerade utlägg', vat: 'M25', for: ['expensesAccountDomestic'] },
      { number: '3051', name: 'Försäljning varor', vat: 'M25', for: ['productsAccountDomestic'] },
      { number: '3048', name: 'Försäljning tjänster EU', vat: 'EU', for: ['hoursAccountForeign'] },
      { number: '3598', name: 'Vidarefakturerade utlägg EU', vat: 'EU', for: ['expensesAccountForeign'] },
      { number: '3058', name: 'Försäljning varor EU', vat: 'EU', for: ['productsAccountForeign'] },
      { number: '3045', name: 'Försäljning utanför EU', vat: 'EXP', for: [] },
    ],
    terms: [
      { days: 0, name: 'Kontant' },
      { days: 10, name: '10 dagar netto' },
      { days: 20, name: '20 dagar netto' },
      { days: 30, name: '30 dagar netto' },
    ],
    paymentDays: 30,
    language: 'en',
  },
}
