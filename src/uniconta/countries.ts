// The other side numbers countries itself. These numbers are the ones that public sources show; any other country is learned
// from a record that already carries it there (docs/uniconta.md#countries).
import { countryCodes } from '../lib/countries.ts'

const known: Record<string, number> = {
  DK: 57,
  FO: 70,
  FI: 72,
  DE: 78,
  GL: 82,
  IS: 94,
  NL: 150,
  NO: 160,
  SE: 208,
  GB: 228,
  US: 229,
}

export type LearnedCountries = Readonly<Record<string, number>>

export function countryNumber(code: string, learned: LearnedCountries): number | undefined {
  return known[code] ?? learned[code]
}

const names = new Map<string, string>()
for (const language of ['en', 'da', 'nb', 'de'])
  for (const code of countryCodes) {
    const name = new Intl.DisplayNames([language], { type: 'region' }).of(code)
    if (name) names.set(name.toLowerCase(), code)
  }

/** Pairs of number and name that rows there carry, as ISO codes; names that are not recognised are left out. */
export function learnCountries(
  rows: readonly Readonly<Record<string, unknown>>[],
  before: LearnedCountries,
): LearnedCountries {
  const learned: Record<string, number> = { ...before }
  for (const row of rows) {
    const code = typeof row.CountryName === 'string' ? names.get(row.CountryName.toLowerCase()) : undefined
    if (code && typeof row.Country === 'number' && row.Country > 0 && known[code] === undefined)
      learned[code] = row.Country
  }
  return learned
}
