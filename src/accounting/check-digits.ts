// The check digits of payment references. All take and give digits only; leading zeros never change a check digit.

/** MOD10 (Luhn): Danish FIK and giro, Norwegian KID, Swedish OCR. From the right, weights 2, 1, 2, 1 ... */
export function mod10(payload: string): string {
  const sum = [...payload].toReversed().reduce((total, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + (product > 9 ? product - 9 : product)
  }, 0)
  return String((10 - (sum % 10)) % 10)
}

/** MOD11 of Norwegian KID. One payload in eleven has the check character '-', which is why Akkord makes MOD10 only. */
export function mod11(payload: string): string {
  const sum = [...payload].toReversed().reduce((total, digit, index) => total + Number(digit) * ((index % 6) + 2), 0)
  const rest = 11 - (sum % 11)
  return rest === 11 ? '0' : rest === 10 ? '-' : String(rest)
}

/** The Finnish viite: from the right, weights 7, 3, 1. */
export function viiteDigit(payload: string): string {
  const weights = [7, 3, 1]
  const sum = [...payload]
    .toReversed()
    .reduce((total, digit, index) => total + Number(digit) * (weights[index % 3] as number), 0)
  return String((10 - (sum % 10)) % 10)
}

/** The two check digits of an RF creditor reference (ISO 11649), whose body may hold letters. */
export function rfDigits(body: string): string {
  return String(98n - (rotated(`${body}RF00`) % 97n)).padStart(2, '0')
}

export function isRf(reference: string): boolean {
  return /^RF\d{2}[0-9A-Z]{1,21}$/.test(reference) && rotated(reference.slice(4) + reference.slice(0, 4)) % 97n === 1n
}

/** A Norwegian KID of either kind: 2-25 characters, the last one its MOD10 or MOD11 check. */
export function isKid(kid: string): boolean {
  if (!/^\d{1,24}[\d-]$/.test(kid)) return false
  const check = kid.slice(-1)
  const payload = kid.slice(0, -1)
  return check === mod10(payload) || check === mod11(payload)
}

/** A Swedish OCR number: 2-25 digits, the last one MOD10; with a length digit, the second last is the length mod 10. */
export function isOcr(ocr: string, hasLengthDigit: boolean): boolean {
  if (!/^\d{2,25}$/.test(ocr) || ocr.slice(-1) !== mod10(ocr.slice(0, -1))) return false
  return !hasLengthDigit || Number(ocr.slice(-2, -1)) === ocr.length % 10
}

export function isViite(viite: string): boolean {
  return /^\d{4,20}$/.test(viite) && viite.slice(-1) === viiteDigit(viite.slice(0, -1))
}

/** A=10 ... Z=35, read as one number. */
const rotated = (text: string) => BigInt([...text].map((sign) => Number.parseInt(sign, 36)).join(''))
