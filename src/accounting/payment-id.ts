// Payment ids: what a customer types into the bank so that the payment finds its invoice. Sources: the code line of Danish FIK
// cards (Nets, +71: 14 digits and a check digit, +75, +04, +15: 15 and one), Norwegian KID and Swedish OCR (2-25 digits, MOD10).
import { type PaymentIdKind, paymentIdKinds } from './accounting.ts'
import { isOcr, isRf, isViite, mod10, rfDigits, viiteDigit } from './check-digits.ts'

/** How the company writes its payment ids. */
export type PaymentIdSettings = {
  kind: PaymentIdKind
  /**
   * INVn invoice number, CLIn customer number, TYPEn 1 for an invoice and 3 for a credit note, each padded with zeros to n digits;
   * COMddd the digits ddd; ISSUE the invoice date as DDMMYY. Null: the invoice number as it is.
   */
  format: string | null
  /** Danish creditor number (+71, +73, +75) or giro account (+01, +04, +15). */
  creditorNumber: string | null
}

export type PaymentIdDocument = {
  invoiceNumber: string
  customerNumber: string
  isCredit: boolean
  /** 'YYYY-MM-DD'. */
  invoicedOn: string
}

/** Why there is no payment id. `part` is a token of the format; a payload is all its digits. */
export type PaymentIdFault =
  | { fault: 'format-unknown'; part: string }
  | { fault: 'format-missing' }
  | { fault: 'creditor-number'; account: 'creditor' | 'giro' }
  | { fault: 'not-digits'; part: string; number: string }
  | { fault: 'too-long'; part: string; number: string; most: number }
  | { fault: 'payload-too-long'; payload: string; most: number }
  | { fault: 'payload-too-short'; payload: string; least: number }

/** Null where the kind has none: 'none', and the slips on which the customer writes a message (+73, +01). */
export type PaymentId = { id: string | null; shown: string | null }

type Shape = {
  /** Digits of the payload: padded with zeros to `pad`, at least `least`, at most `most`. */
  pad?: number
  least: number
  most: number
  close: (payload: string) => string
}

const withMod10 = (payload: string) => payload + mod10(payload)
const fik = (length: number): Shape => ({ pad: length, least: 1, most: length, close: withMod10 })

const shapes: Record<PaymentIdKind, Shape | null> = {
  none: null,
  fik71: fik(14),
  fik73: null,
  fik75: fik(15),
  giro04: fik(15),
  giro15: fik(15),
  giro01: null,
  kid: { least: 1, most: 24, close: withMod10 },
  ocr: { least: 1, most: 24, close: withMod10 },
  'ocr-length': {
    least: 1,
    most: 23,
    close: (payload) => withMod10(payload + String((payload.length + 2) % 10)),
  },
  viite: { least: 3, most: 19, close: (payload) => payload + viiteDigit(payload) },
  rf: { least: 1, most: 21, close: (payload) => `RF${rfDigits(payload)}${payload}` },
  plain: { least: 1, most: 25, close: (payload) => payload },
}

const accounts = { creditor: /^8\d{7}$/, giro: /^\d{7,8}$/ } as const

/** The code of the Danish slip before the id, and which account number stands behind it. */
const slips: Partial<Record<PaymentIdKind, { code: string; account: keyof typeof accounts }>> = {
  fik71: { code: '71', account: 'creditor' },
  fik73: { code: '73', account: 'creditor' },
  fik75: { code: '75', account: 'creditor' },
  giro04: { code: '04', account: 'giro' },
  giro15: { code: '15', account: 'giro' },
  giro01: { code: '01', account: 'giro' },
}

/** Whether the kind needs a creditor number or giro account. */
export const needsCreditorNumber = (kind: PaymentIdKind): boolean => slips[kind] !== undefined
/** Whether the kind has digits that a format writes. */
export const hasFormat = (kind: PaymentIdKind): boolean => shapes[kind] !== null

/** The payment id of a document and how it is printed, e.g. "+71<000000000012344+81234567<"; or why there is none. */
export function makePaymentId(settings: PaymentIdSettings, document: PaymentIdDocument): PaymentId | PaymentIdFault {
  const { kind } = settings
  const slip = slips[kind]
  const account = settings.creditorNumber ?? ''
  if (slip && !accounts[slip.account].test(account)) return { fault: 'creditor-number', account: slip.account }
  const shape = shapes[kind]
  if (!shape) return { id: null, shown: slip ? `+${slip.code}<+${account}<` : null }
  // A KID agreement names the length, so it must not grow with the invoice number.
  if (kind === 'kid' && settings.format === null) return { fault: 'format-missing' }
  const payload = writePayload(settings.format, document)
  if (typeof payload !== 'string') return payload
  if (payload.length > shape.most) return { fault: 'payload-too-long', payload, most: shape.most }
  if (payload.length < shape.least) return { fault: 'payload-too-short', payload, least: shape.least }
  const id = shape.close(payload.padStart(shape.pad ?? 0, '0'))
  return { id, shown: slip ? `+${slip.code}<${id}+${account}<` : id }
}

export const isFault = (made: PaymentId | PaymentIdFault): made is PaymentIdFault => 'fault' in made

type Token = { name: 'INV' | 'CLI' | 'TYPE'; digits: number } | { name: 'COM'; text: string } | { name: 'ISSUE' }

/** The tokens of a format; the rest of the text at the first place that is none. */
export function parseFormat(format: string): readonly Token[] | { fault: 'format-unknown'; part: string } {
  const tokens: Token[] = []
  let rest = format.toUpperCase().replace(/\s/g, '')
  while (rest !== '') {
    const found = /^(?:(INV|CLI|TYPE)([1-9]\d?)(?!\d)|(COM)(\d{1,24})(?!\d)|(ISSUE)(?!\d))/.exec(rest)
    if (!found) return { fault: 'format-unknown', part: rest }
    const [whole, name, digits, com, text] = found
    if (name) tokens.push({ name: name as 'INV', digits: Number(digits) })
    else if (com) tokens.push({ name: 'COM', text: text as string })
    else tokens.push({ name: 'ISSUE' })
    rest = rest.slice(whole.length)
  }
  return tokens.length > 0 ? tokens : { fault: 'format-unknown', part: format }
}

function writePayload(format: string | null, document: PaymentIdDocument): string | PaymentIdFault {
  const { invoiceNumber, customerNumber, isCredit, invoicedOn } = document
  if (format === null) return /^\d+$/.test(invoiceNumber) ? invoiceNumber : notDigits('INV', invoiceNumber)
  const tokens = parseFormat(format)
  if ('fault' in tokens) return tokens
  const values = { INV: invoiceNumber, CLI: customerNumber, TYPE: isCredit ? '3' : '1' }
  let payload = ''
  for (const token of tokens) {
    if (token.name === 'ISSUE') payload += invoicedOn.slice(8, 10) + invoicedOn.slice(5, 7) + invoicedOn.slice(2, 4)
    else if (token.name === 'COM') payload += token.text
    else {
      const number = values[token.name]
      const part = `${token.name}${token.digits}`
      if (!/^\d+$/.test(number)) return notDigits(part, number)
      if (number.length > token.digits) return { fault: 'too-long', part, number, most: token.digits }
      payload += number.padStart(token.digits, '0')
    }
  }
  return payload
}

const notDigits = (part: string, number: string): PaymentIdFault => ({ fault: 'not-digits', part, number })

/** What a bank statement or a payment slip says. */
export type PaymentLine = { kind: PaymentIdKind; id: string | null; creditorNumber: string }

/**
 * Reads a code line, in the old and the new way of writing: "+71<000000000012344 +81234567<", ">71<0043450234125+99999999<".
 * Short ids are filled with zeros, which keeps the check digit. Undefined: it is none, or a digit is wrong.
 */
export function readPaymentLine(text: string): PaymentLine | undefined {
  const found = /^[+>](\d{2})<(\d*)\+(\d{2,8})<$/.exec(text.replace(/\s/g, ''))
  if (!found) return undefined
  const [, code, digits, creditorNumber] = found as unknown as [string, string, string, string]
  const kind = paymentIdKinds.find((one) => slips[one]?.code === code)
  if (!kind) return undefined
  const pad = shapes[kind]?.pad
  if (pad === undefined) return digits === '' ? { kind, id: null, creditorNumber } : undefined
  const id = digits.padStart(pad + 1, '0')
  return digits !== '' && isPaymentId(kind, id) ? { kind, id, creditorNumber } : undefined
}

/** Whether an id has the length and the check digit of its kind. */
export function isPaymentId(kind: PaymentIdKind, id: string): boolean {
  const shape = shapes[kind]
  if (!shape) return false
  if (kind === 'rf') return isRf(id)
  if (kind === 'viite') return isViite(id)
  if (kind === 'plain') return /^\d{1,25}$/.test(id)
  if (kind === 'ocr' || kind === 'ocr-length') return isOcr(id, kind === 'ocr-length')
  const length = shape.pad === undefined ? /^\d{2,25}$/ : new RegExp(`^\\d{${shape.pad + 1}}$`)
  return length.test(id) && id.slice(-1) === mod10(id.slice(0, -1))
}
