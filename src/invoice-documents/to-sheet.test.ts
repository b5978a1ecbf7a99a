import { expect, test } from 'vitest'
import { aSheetLine, aSheetSource } from '../../test/sheets.ts'
import { toSheet } from './to-sheet.ts'

const text = aSheetLine({ productType: null, text: 'Fase 2', net: 0n, vatCategory: null, vatPercent: null })
const free = aSheetLine({ text: 'Undervisning', vatCategory: 'exempt', vatPercent: '0', net: 100_000n })

test('columns of discount and VAT are there only when lines differ in them', () => {
  const keys = (lines = [aSheetLine()]) => toSheet(aSheetSource({ lines })).columns.map(({ key }) => key)
  expect(keys()).toEqual(['text', 'quantity', 'unit', 'price', 'amount'])
  expect(keys([aSheetLine({ discountPercent: '12.5' })])).toContain('discount')
  expect(keys([aSheetLine(), free])).toContain('vat')
  expect(keys([aSheetLine(), text])).not.toContain('vat')
})

test('MB § 58, 3: lines without VAT stand apart with their own subtotal, texts stay with the line they introduce', () => {
  const { sections } = toSheet(aSheetSource({ lines: [text, free, aSheetLine(), aSheetLine({ net: 1n }), free] }))
  expect(
    sections.map(({ heading, subtotal, rows }) => ({ heading, subtotal, rows: rows.map((row) => row.text) })),
  ).toEqual([
    {
      heading: 'Momspligtigt',
      subtotal: { label: 'Momspligtigt i alt', amount: '8.962,51' },
      rows: ['Projektering', 'Projektering'],
    },
    {
      heading: 'Momsfrit',
      subtotal: { label: 'Momsfrit i alt', amount: '2.000,00' },
      rows: ['Fase 2', 'Undervisning', 'Undervisning'],
    },
  ])
})

test('where all lines bear VAT, or none does, there are no parts', () => {
  for (const lines of [[aSheetLine(), text], [free, text], [text]])
    expect(toSheet(aSheetSource({ lines })).sections).toMatchObject([{ heading: null, subtotal: null }])
})

test('MB § 59: under reverse charge there is no rate and no VAT amount, and the phrase stands once', () => {
  const category = 'reverse-charge-domestic'
  const vat = { percent: '0', category, net: 500_000n, vat: 0n } as const
  const sheet = toSheet(
    aSheetSource({
      lines: [aSheetLine({ vatCategory: category, vatPercent: '0' })],
      vats: [
        { ...vat, vatCode: 'OB' },
        { ...vat, vatCode: 'OB2' },
      ],
      printed: { vatPhrases: { [category]: 'Omvendt betalingspligt, køber afregner momsen.' } },
    }),
  )
  expect(sheet.sums.map(({ label }) => label)).toEqual(['I alt at betale DKK'])
  expect(sheet.notes).toEqual(['Omvendt betalingspligt, køber afregner momsen.'])
  expect(sheet.buyer).toContain('CVR-nr. 25313763')
})

test('MB § 62: a sale to another EU country bears the own VAT number with its country, and the buyer his', () => {
  const sheet = toSheet(
    aSheetSource({
      vats: [{ vatCode: 'UEU', percent: '0', category: 'eu-services', net: 1n, vat: 0n }],
      printed: { language: 'en', buyer: { countryCode: 'DE', registrationNumber: null, vatNumber: 'DE811907980' } },
    }),
  )
  expect(sheet.seller.numbers).toContain('VAT no. DK10150817')
  expect(sheet.buyer).toEqual(expect.arrayContaining(['Germany', 'VAT no. DE811907980']))
})

test('MB § 97, 2: the VAT of an invoice in euro stands in kroner too, with rate, source and day', () => {
  const sheet = toSheet(
    aSheetSource({
      currency: 'EUR',
      companyVat: 1_922_358n,
      exchangeRate: '7.4605',
      rateSource: 'Nationalbanken',
      rateOn: '2026-11-20',
    }),
  )
  expect(sheet.notes).toEqual(['Moms i DKK: 19.223,58. Kurs: 1 EUR = 7,4605 DKK (Nationalbanken, 20.11.2026).'])
})

test('MB § 59: an invoice in euro without VAT names none in kroner either', () => {
  const vat = { vatCode: 'UEU', percent: '0', category: 'eu-services', net: 500_000n, vat: 0n } as const
  const inEuro = { currency: 'EUR', vat: 0n, companyVat: 0n, exchangeRate: '7.4605', rateSource: 'ECB' } as const
  const { notes } = toSheet(
    aSheetSource({ ...inEuro, vats: [vat], printed: { vatPhrases: { 'eu-services': 'Omvendt betalingspligt.' } } }),
  )
  expect(notes).toEqual(['Omvendt betalingspligt.'])
})

test('each VAT rate has its own row of VAT with what it is counted from', () => {
  const rate = (percent: string, net: bigint, vat: bigint) =>
    ({ vatCode: `V${percent}`, percent, category: 'standard', net, vat }) as const
  const { sums } = toSheet(
    aSheetSource({
      net: 300n,
      vat: 65n,
      gross: 365n,
      vats: [rate('25', 200n, 50n), rate('15.5', 100n, 15n)],
      printed: { language: 'nb' },
    }),
  )
  expect(sums.map(({ label, amount }) => `${label}: ${amount}`)).toEqual([
    'Sum ekskl. mva: 3,00',
    '25\u00a0% mva av 2,00: 0,50',
    '15,5\u00a0% mva av 1,00: 0,15',
    'Sum å betale DKK: 3,65',
  ])
})

test('the delivery period is that of all lines; a line says its own when they differ', () => {
  const september = aSheetLine({ periodFrom: '2026-09-01', periodTo: '2026-09-30' })
  const period = (sheet: ReturnType<typeof toSheet>) => sheet.facts.find(({ label }) => label === 'Leveringsperiode')
  const same = toSheet(aSheetSource({ lines: [september, september] }))
  expect(period(same)?.value).toEqual('01.09.2026 – 30.09.2026')
  expect(same.sections[0]?.rows.map((row) => row.period)).toEqual(['', ''])
  const differing = toSheet(aSheetSource({ lines: [september, aSheetLine({ periodTo: null })] }))
  expect(period(differing)?.value).toEqual('01.09.2026 – 01.10.2026')
  expect(differing.sections[0]?.rows.map((row) => row.period)).toEqual(['01.09.2026 – 30.09.2026', '01.10.2026'])
  const none = toSheet(aSheetSource({ lines: [aSheetLine({ periodFrom: null, periodTo: null })] }))
  expect(period(none)).toBeUndefined()
})

test('a credit note names its invoice and asks for no payment', () => {
  const sheet = toSheet(
    aSheetSource({
      kind: 'credit-note',
      number: '1002',
      gross: -1_288_359n,
      printed: { credited: { number: '1001', invoicedOn: '2026-11-23' } },
    }),
  )
  expect(sheet.credits).toEqual('Kreditnota til faktura nr. 1001 af 23.11.2026')
  expect(sheet.sums.at(-1)).toMatchObject({ label: 'I alt DKK', amount: '-12.883,59' })
  expect(sheet.payment).toEqual({ heading: 'Betaling', sentence: 'Beløbet godskrives.', facts: [] })
})

test('a draft has its mark, no number and nothing to be paid by', () => {
  const sheet = toSheet(aSheetSource({ number: null, printed: { paymentIdShown: null } }))
  expect(sheet).toMatchObject({ numberLine: null, draft: { mark: 'KLADDE' }, date: null })
  expect(sheet.facts.map(({ label }) => label)).not.toContain('Fakturanr.')
  expect(sheet.payment?.facts.map(({ label }) => label)).not.toContain('Mærk betalingen')
})

test('without a payment id the invoice number stands for it (UC-43); a Norwegian one is the KID', () => {
  const shown = (printed: Parameters<typeof aSheetSource>[0]) => toSheet(aSheetSource(printed)).payment?.facts.at(-1)
  expect(shown({ printed: { paymentIdShown: null } })).toEqual({ label: 'Mærk betalingen', value: 'Faktura 1001' })
  expect(shown({ printed: { language: 'nb', seller: { countryCode: 'NO' }, paymentIdShown: '10017' } })).toEqual({
    label: 'KID',
    value: '10017',
  })
})

test('a Norwegian invoice says where it was delivered', () => {
  const { facts } = toSheet(aSheetSource({ printed: { language: 'nb', seller: { countryCode: 'NO' } } }))
  expect(facts).toContainEqual({ label: 'Leveringssted', value: '8000 Aarhus C' })
})

test('hours are listed one by one, or summed by day and person', () => {
  const entry = { workedOn: '2026-10-01', person: 'Anna', activity: 'Projektering', note: 'Plan', minutes: 90 }
  const hours = [entry, { ...entry, note: null, minutes: 20 }, { ...entry, person: 'Bo', workedOn: '2026-10-02' }]
  const listed = (hourSpecification: 'none' | 'day' | 'entry') =>
    toSheet(aSheetSource({ hours, printed: { hourSpecification } })).hours
  expect(listed('none')).toBeNull()
  expect(listed('entry')).toMatchObject({ total: '3:20', rows: [{ note: 'Plan' }, { note: '' }, { person: 'Bo' }] })
  expect(listed('day')).toMatchObject({
    total: '3:20',
    columns: [{ key: 'day' }, { key: 'person' }, { key: 'hours' }],
    rows: [
      { day: '01.10.2026', person: 'Anna', hours: '1:50' },
      { day: '02.10.2026', person: 'Bo', hours: '1:30' },
    ],
  })
})
