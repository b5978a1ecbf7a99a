// Numbers of bank accounts. An IBAN with a wrong digit would send money elsewhere, so it is refused; national forms are only doubted.

/** Country, two check digits and account; the whole, rotated and with A=10 ... Z=35, leaves 1 when divided by 97 (ISO 13616). */
export function isValidIban(iban: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(iban)) return false
  const digits = [...iban.slice(4), ...iban.slice(0, 4)].map((sign) => Number.parseInt(sign, 36)).join('')
  return BigInt(digits) % 97n === 1n
}

/** Bank, country, place and perhaps branch (ISO 9362). */
export const isBic = (text: string): boolean => /^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(text)

/** Whether an account number has the form of its country; where no form is known, it has. */
export function looksLikeAccount(countryCode: string, registration: string | null, account: string): boolean {
  const digits = account.replace(/[\s.-]/g, '')
  if (countryCode === 'DK') return /^\d{1,10}$/.test(digits) && (registration === null || /^\d{4}$/.test(registration))
  if (countryCode === 'NO') return /^\d{11}$/.test(digits) && hasNorwegianCheck(digits)
  return true
}

/** Weights 5, 4, 3, 2, 7, 6, 5, 4, 3, 2 and 1 for the check digit; divisible by 11. */
function hasNorwegianCheck(digits: string): boolean {
  const weights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0) % 11 === 0
}
