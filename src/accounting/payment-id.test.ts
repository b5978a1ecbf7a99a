import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type PaymentIdKind, paymentIdKinds } from './accounting.ts'
import { isKid, isOcr, isRf, isViite, mod10, mod11, rfDigits, viiteDigit } from './check-digits.ts'
import {
  isFault,
  isPaymentId,
  makePaymentId,
  type PaymentIdDocument,
  parseFormat,
  readPaymentLine,
} from './payment-id.ts'

const runs = { numRuns: Number(process.env.FC_RUNS ?? 200) }

function aDocument(fields: Partial<PaymentIdDocument> = {}): PaymentIdDocument {
  return { invoiceNumber: '1234', customerNumber: '42', isCredit: false, invoicedOn: '2026-01-22', ...fields }
}

const make = (kind: PaymentIdKind, format: string | null, fields: Partial<PaymentIdDocument> = {}) =>
  makePaymentId({ kind, format, creditorNumber: '81234567' }, aDocument(fields))

const idOf = (...asked: Parameters<typeof make>) => {
  const made = make(...asked)
  if (isFault(made)) throw new Error(JSON.stringify(made))
  return made.id
}

describe('check digits', () => {
  test.each([
    ['00000000000001', '000000000000018'],
    ['00000000000002', '000000000000026'],
    ['02684014996532', '026840149965328'],
    ['00404040000066', '004040400000669'],
    ['00000000001234', '000000000012344'],
    ['12345678901234', '123456789012347'],
    ['99999999999999', '999999999999994'],
    ['00004200001234', '000042000012346'],
    ['000000000000001', '0000000000000018'],
    ['123456789012345', '1234567890123452'],
    ['004345023412', '0043450234125'],
    ['2300043450234124', '23000434502341244'],
    ['001234', '0012344'],
    ['22012601234', '220126012347'],
    ['60224', '602243'],
    ['1234', '12344'],
    ['234567', '2345676'],
    ['123456', '1234566'],
    ['1000', '10009'],
    ['0000001234567', '00000012345674'],
    ['123456789012345678901234', '1234567890123456789012340'],
    ['1001', '10017'],
    ['12345', '123455'],
    ['20260001', '202600011'],
  ])('MOD10 of %s makes %s', (payload, id) => {
    expect(payload + mod10(payload)).toEqual(id)
  })

  test.each([
    ['1234', '12343'],
    ['012955', '0129550'],
    ['1234567', '12345674'],
    ['12345678', '123456785'],
    ['123456', '1234560'],
    ['100008', '100008-'],
    ['6', '6-'],
    ['1000', '10006'],
    ['100001', '1000012'],
  ])('MOD11 of %s makes %s', (payload, kid) => {
    expect(payload + mod11(payload)).toEqual(kid)
    expect(isKid(kid)).toEqual(true)
  })

  test('one payload in eleven has no digit under MOD11, so it is not offered for making ids', () => {
    const signs = Array.from({ length: 99_999 }, (_, index) => mod11(String(index + 1)))
    expect(signs.filter((sign) => sign === '-')).toHaveLength(9091)
    expect(paymentIdKinds).not.toContain('kid-mod11')
  })

  test.each([
    ['1234', '123463'],
    ['12345', '1234574'],
    ['1001', '100164'],
    ['123456789', '12345678911'],
    ['20260001', '2026000105'],
  ])('OCR with length digit of %s is %s', (number, ocr) => {
    expect(idOf('ocr-length', null, { invoiceNumber: number })).toEqual(ocr)
    expect(isOcr(ocr, true)).toEqual(true)
    expect(isOcr(`0${ocr}`, true)).toEqual(false)
  })

  test.each([
    ['1234567', '12345672'],
    ['123', '1232'],
    ['1001', '10016'],
    ['20260001', '202600017'],
    ['123456789', '1234567897'],
  ])('the viite of %s is %s', (number, viite) => {
    expect(number + viiteDigit(number)).toEqual(viite)
    expect(idOf('viite', null, { invoiceNumber: number })).toEqual(viite)
    expect(isViite(viite)).toEqual(true)
  })

  test.each([
    ['539007547034', 'RF18539007547034'],
    ['1234561', 'RF341234561'],
    ['INV2026001', 'RF10INV2026001'],
    ['20260001', 'RF3120260001'],
    ['1232', 'RF111232'],
  ])('the RF reference of %s is %s', (body, reference) => {
    expect(`RF${rfDigits(body)}${body}`).toEqual(reference)
    expect(isRf(reference)).toEqual(true)
  })

  test('MOD10 does not see 09 written as 90: a bank does not either', () => {
    expect(mod10('09')).toEqual(mod10('90'))
  })

  const digits = (min: number, max: number) =>
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: min, maxLength: max }).map((list) => list.join(''))

  test('a single wrong digit is always found, whatever the kind', () => {
    const closed: [PaymentIdKind, (payload: string) => string][] = [
      ['kid', (payload) => payload + mod10(payload)],
      ['viite', (payload) => payload + viiteDigit(payload)],
      ['rf', (payload) => `RF${rfDigits(payload)}${payload}`],
    ]
    fc.assert(
      fc.property(digits(3, 19), fc.nat(), fc.integer({ min: 1, max: 9 }), (payload, at, by) => {
        for (const [kind, close] of closed) {
          const id = close(payload)
          expect(isPaymentId(kind, id)).toEqual(true)
          const place = kind === 'rf' ? 4 + (at % payload.length) : at % id.length
          const wrong = id.slice(0, place) + String((Number(id[place]) + by) % 10) + id.slice(place + 1)
          expect(isPaymentId(kind, wrong)).toEqual(false)
        }
      }),
      runs,
    )
  })

  test('leading zeros never change a check digit', () => {
    fc.assert(
      fc.property(digits(1, 12), fc.integer({ min: 0, max: 10 }), (payload, zeros) => {
        const padded = '0'.repeat(zeros) + payload
        expect([mod10(padded), mod11(padded), viiteDigit(padded)]).toEqual([
          mod10(payload),
          mod11(payload),
          viiteDigit(payload),
        ])
      }),
      runs,
    )
  })

  test('two neighbours that change places are found, but for 09 and 90', () => {
    fc.assert(
      fc.property(digits(2, 14), fc.nat(), (payload, at) => {
        const place = at % (payload.length - 1)
        const [a, b] = [payload[place] as string, payload[place + 1] as string]
        fc.pre(a !== b && !['09', '90'].includes(a + b))
        const swapped = payload.slice(0, place) + b + a + payload.slice(place + 2)
        expect(mod10(swapped)).not.toEqual(mod10(payload))
      }),
      runs,
    )
  })
})

describe('a payment id', () => {
  test.each<[PaymentIdKind, string | null, string, string, string, string]>([
    ['fik71', null, '1', '42', '000000000000018', '+71<000000000000018+81234567<'],
    ['fik71', null, '1234', '42', '000000000012344', '+71<000000000012344+81234567<'],
    ['fik71', 'CLI6INV8', '1234', '42', '000042000012346', '+71<000042000012346+81234567<'],
    ['fik71', 'CLI8INV6', '66', '404040', '004040400000669', '+71<004040400000669+81234567<'],
    ['fik71', 'INV6CLI6', '4345', '23412', '000043450234125'.padStart(15, '0'), '+71<000043450234125+81234567<'],
    ['fik75', null, '1', '42', '0000000000000018', '+75<0000000000000018+81234567<'],
    ['giro04', null, '1', '42', '0000000000000018', '+04<0000000000000018+81234567<'],
    ['giro15', null, '1', '42', '0000000000000018', '+15<0000000000000018+81234567<'],
    ['kid', 'INV6CLI6', '4345', '23412', '0043450234125', '0043450234125'],
    ['kid', 'COM23INV7CLI6COM4', '4345', '23412', '23000434502341244', '23000434502341244'],
    ['kid', 'INV6', '1234', '42', '0012344', '0012344'],
    ['kid', 'ISSUEINV5', '1234', '42', '220126012347', '220126012347'],
    ['ocr', null, '20260001', '42', '202600011', '202600011'],
    ['plain', 'INV6CLI6', '4345', '23412', '004345023412', '004345023412'],
  ])(
    '%s with the format %s of invoice %s and customer %s is %s',
    (kind, format, invoiceNumber, customerNumber, id, shown) => {
      expect(make(kind, format, { invoiceNumber, customerNumber })).toEqual({ id, shown })
      if (shown.startsWith('+')) expect(readPaymentLine(shown)).toEqual({ kind, id, creditorNumber: '81234567' })
      else expect(isPaymentId(kind, id)).toEqual(true)
    },
  )

  test('tells an invoice from a credit note, and takes the date as six digits', () => {
    expect(idOf('kid', 'TYPE1ISSUEINV4')).toEqual(`12201261234${mod10('12201261234')}`)
    expect(idOf('kid', 'TYPE1INV4', { isCredit: true })).toEqual(`31234${mod10('31234')}`)
  })

  test('is absent where the customer writes a message, and where there is none', () => {
    expect(make('fik73', null)).toEqual({ id: null, shown: '+73<+81234567<' })
    expect(make('giro01', 'INV4')).toEqual({ id: null, shown: '+01<+81234567<' })
    expect(make('none', 'INV4')).toEqual({ id: null, shown: null })
  })

  test('says what is in its way', () => {
    expect(make('fik71', null, { invoiceNumber: '123456789012345' })).toEqual({
      fault: 'payload-too-long',
      payload: '123456789012345',
      most: 14,
    })
    expect(make('fik71', 'INV3')).toEqual({ fault: 'too-long', part: 'INV3', number: '1234', most: 3 })
    expect(make('fik71', 'CLI8INV8')).toMatchObject({ fault: 'payload-too-long', most: 14 })
    expect(make('kid', 'INV25')).toMatchObject({ fault: 'payload-too-long', most: 24 })
    expect(make('fik71', null, { invoiceNumber: 'L0001' })).toEqual({
      fault: 'not-digits',
      part: 'INV',
      number: 'L0001',
    })
    expect(make('kid', 'CLI6INV6', { customerNumber: 'K-7' })).toEqual({
      fault: 'not-digits',
      part: 'CLI6',
      number: 'K-7',
    })
    expect(make('kid', null)).toEqual({ fault: 'format-missing' })
    expect(make('viite', 'INV2', { invoiceNumber: '7' })).toEqual({
      fault: 'payload-too-short',
      payload: '07',
      least: 3,
    })
    expect(makePaymentId({ kind: 'fik71', format: null, creditorNumber: null }, aDocument())).toMatchObject({
      fault: 'creditor-number',
    })
    expect(makePaymentId({ kind: 'fik71', format: null, creditorNumber: '12345678' }, aDocument())).toMatchObject({
      fault: 'creditor-number',
    })
  })

  test.each([
    ['', ''],
    ['INV', 'INV'],
    ['INV0', 'INV0'],
    ['INV123', 'INV123'],
    ['INV6 og kunde', 'OGKUNDE'],
    ['INV6CLI', 'CLI'],
    ['COM', 'COM'],
    ['ISSUE5', 'ISSUE5'],
    ['6', '6'],
  ])('the format "%s" is not understood at "%s"', (format, part) => {
    expect(parseFormat(format)).toEqual({ fault: 'format-unknown', part })
  })

  test('is written small, large and with spaces as well', () => {
    expect(parseFormat('inv6 Cli6 com007')).toEqual([
      { name: 'INV', digits: 6 },
      { name: 'CLI', digits: 6 },
      { name: 'COM', text: '007' },
    ])
  })

  test('is read as banks write it: with spaces, with the old bracket, short', () => {
    const full = { kind: 'fik71', id: '000043450234125', creditorNumber: '99999999' }
    for (const line of [
      '+71<0043450234125+99999999<',
      '>71<0043450234125+99999999<',
      '+71< 000043450234125 +99999999 <',
      '+71<43450234125+99999999<',
    ])
      expect(readPaymentLine(line)).toEqual(full)
    expect(readPaymentLine('+73<+81234567<')).toEqual({ kind: 'fik73', id: null, creditorNumber: '81234567' })
  })

  test('is not read when a digit is wrong, the slip is unknown, or it is none at all', () => {
    const wrong = ['+71<000000000012345+81234567<', '+71<+81234567<', '+73<12344+81234567<', '+99<12344+81234567<']
    for (const line of [...wrong, '+71<1234567890123456+81234567<', '', 'twelve', '000000000012344'])
      expect(readPaymentLine(line)).toBeUndefined()
    expect(isPaymentId('fik71', '000000000012345')).toEqual(false)
    expect(isPaymentId('fik71', '12344')).toEqual(false)
    expect(isPaymentId('none', '12344')).toEqual(false)
  })

  test('that was made is read back, and its length is the kind’s', () => {
    const kinds = ['fik71', 'fik75', 'giro04', 'giro15', 'kid', 'ocr', 'ocr-length', 'viite', 'rf', 'plain'] as const
    const formats = ['INV9', 'INV9TYPE1', 'TYPE2INV9COM4', 'CLI4INV9', 'COM0INV9CLI4']
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.constantFrom(...formats),
        fc.integer({ min: 0, max: 999_999_999 }),
        fc.integer({ min: 0, max: 9999 }),
        fc.boolean(),
        (kind, format, invoice, customer, isCredit) => {
          const made = make(kind, format, {
            invoiceNumber: String(invoice),
            customerNumber: String(customer),
            isCredit,
          })
          if (isFault(made)) throw new Error(JSON.stringify(made))
          expect(isPaymentId(kind, made.id as string)).toEqual(true)
          if (made.shown?.startsWith('+')) expect(readPaymentLine(made.shown)).toMatchObject({ kind, id: made.id })
          if (kind === 'fik71') expect(made.id).toHaveLength(15)
          if (['fik75', 'giro04', 'giro15'].includes(kind)) expect(made.id).toHaveLength(16)
        },
      ),
      runs,
    )
  })
})
