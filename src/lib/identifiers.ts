// Check digits of company numbers. Sources and vectors: the registers' own descriptions, Peppol BIS 3.0 (NO-R-001, SE-R-013,
// GLN) and python-stdnum. A number that fails is doubted, never refused: registers have exceptions.

/** What a number claims to be. */
export type IdentifierKind =
  | 'cvr'
  | 'no-orgnr'
  | 'se-orgnr'
  | 'fi-y-tunnus'
  | 'is-kennitala'
  | 'gln'
  | 'dk-vat'
  | 'no-vat'
  | 'se-vat'
  | 'fi-vat'
  | 'is-vsk'

/** Whether the number has the form and the check digit of its kind. Spaces, dots and hyphens do not count. */
export function isValidIdentifier(kind: IdentifierKind, text: string): boolean {
  const sign = text.replace(/[\s.-]/g, '').toUpperCase()
  return checks[kind](sign)
}

const checks: Record<IdentifierKind, (sign: string) => boolean> = {
  cvr: (sign) => /^[1-9]\d{7}$/.test(sign) && mod11(sign, [2, 7, 6, 5, 4, 3, 2, 1]),
  'no-orgnr': (sign) => /^\d{9}$/.test(sign) && mod11(sign, [3, 2, 7, 6, 5, 4, 3, 2, 1]),
  'se-orgnr': (sign) => /^\d{10}$/.test(sign) && luhn(sign),
  // A remainder of 1 is never issued; it would need the check digit 10 and so fails here by itself.
  'fi-y-tunnus': (sign) => /^\d{8}$/.test(sign) && mod11(sign, [7, 9, 10, 5, 8, 4, 2, 1]),
  'is-kennitala': (sign) =>
    /^\d{10}$/.test(sign) && isKennitalaDay(sign) && mod11(sign.slice(0, 9), [3, 2, 7, 6, 5, 4, 3, 2, 1]),
  gln: (sign) => /^\d{13}$/.test(sign) && ean(sign),
  'dk-vat': (sign) => sign.startsWith('DK') && checks.cvr(sign.slice(2)),
  'no-vat': (sign) => /^NO\d{9}MVA$/.test(sign) && checks['no-orgnr'](sign.slice(2, 11)),
  'se-vat': (sign) => /^SE\d{12}$/.test(sign) && checks['se-orgnr'](sign.slice(2, 12)),
  'fi-vat': (sign) => /^FI\d{8}$/.test(sign) && checks['fi-y-tunnus'](sign.slice(2)),
  'is-vsk': (sign) => /^(IS)?\d{5,6}$/.test(sign),
}

const registrationKinds: Readonly<Record<string, IdentifierKind>> = {
  DK: 'cvr',
  NO: 'no-orgnr',
  SE: 'se-orgnr',
  FI: 'fi-y-tunnus',
  IS: 'is-kennitala',
}

const vatKinds: Readonly<Record<string, IdentifierKind>> = {
  DK: 'dk-vat',
  NO: 'no-vat',
  SE: 'se-vat',
  FI: 'fi-vat',
  IS: 'is-vsk',
}

/** The kind of a country's registration numbers; undefined where no check is known. */
export function registrationKindOf(countryCode: string): IdentifierKind | undefined {
  return registrationKinds[countryCode]
}

export function vatKindOf(countryCode: string): IdentifierKind | undefined {
  return vatKinds[countryCode]
}

function mod11(digits: string, weights: readonly number[]): boolean {
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (weights[index] ?? 0), 0)
  return sum % 11 === 0
}

function luhn(digits: string): boolean {
  const sum = [...digits].toReversed().reduce((total, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 1 : 2)
    return total + (product > 9 ? product - 9 : product)
  }, 0)
  return sum % 10 === 0
}

function ean(digits: string): boolean {
  const sum = [...digits]
    .toReversed()
    .reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0)
  return sum % 10 === 0
}

/** The first digits are a day, with 40 added for companies; the last one is the century (8, 9 or 0). */
function isKennitalaDay(digits: string): boolean {
  const day = Number(digits.slice(0, 2))
  const month = Number(digits.slice(2, 4))
  const dayOfMonth = day > 40 ? day - 40 : day
  return dayOfMonth >= 1 && dayOfMonth <= 31 && month >= 1 && month <= 12 && /[890]$/.test(digits)
}
