import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { aPng } from '../../test/files.ts'
import { testOnlyIf } from '../../test/only-if.ts'
import { factsOf, hasPoppler, textOf } from '../../test/pdf-text.ts'
import { aPrinted, aSheetLine, aSheetSource } from '../../test/sheets.ts'
import { standardPhrases } from '../accounting/vat-phrase.ts'
import { languages } from '../lib/i18n/sentence.ts'
import { PdfFault, renderInvoicePdf } from './render-pdf.ts'
import type { SheetSource } from './sheet.ts'
import { toSheet } from './to-sheet.ts'

const testText = testOnlyIf(hasPoppler)
const render = (source: SheetSource) => renderInvoicePdf(toSheet(source), null)
const squeezed = (text: string) => text.replace(/\s+/g, ' ')

const norwegian = {
  language: 'nb',
  seller: {
    name: 'Fjord Rådgivning AS',
    countryCode: 'NO',
    registrationNumber: '923 609 016',
    vatNumber: '923609016MVA',
    legalNote: 'Foretaksregisteret',
  },
  buyer: { countryCode: 'NO', postalCode: '5003', city: 'Bergen', registrationNumber: '974 760 673' },
  paymentIdShown: '0012344',
} as const

const everyField = {
  da: [
    {},
    ['Faktura 1001', 'Fakturanr.', '1001', 'Dato 23.11.2026', 'Forfaldsdato 07.12.2026'],
    ['Ager & Åkjær Arkitekter A/S', 'Strandgade 27, 3.', '1401 København K', 'CVR-nr. 10150817'],
    ['Hansen & Søn A/S', 'Att.: Bo Berg', 'Østergade 4', '8000 Aarhus C', 'CVR-nr. 25313763', 'Kundenr. 10042'],
    [
      'Leveringsperiode 01.10.2026 – 31.10.2026',
      'Projekt 2041 Havnekontoret',
      'Ordrenr. PO-7781',
      'Deres ref. Bo Berg',
    ],
    ['Projektering 7,50 timer 1.195,00 8.962,50', 'Byggemøder 1,25 timer 995,50 1.244,38', '3 stk. 33,33 99,99'],
    ['I alt ekskl. moms 10.306,87', '25 % moms af 10.306,87 2.576,72', 'I alt at betale DKK 12.883,59'],
    [
      'Betales senest 07.12.2026 (netto 14 dage)',
      'Danske Bank',
      '0040 0440116243',
      'DK50 0040 0440 1162 43',
      'DABADKKK',
    ],
    ['Betalings-id +71<000000000010017+81234567<', 'Side 1 af 1'],
  ],
  nb: [
    norwegian,
    ['Faktura 1001', 'Fakturanr. 1001', 'Dato 23.11.2026', 'Forfallsdato 07.12.2026'],
    ['Fjord Rådgivning AS', 'Strandgade 27, 3.', 'Org.nr. 923 609 016', '923609016MVA', 'Foretaksregisteret'],
    ['Hansen & Søn A/S', 'Østergade 4', '5003 Bergen', 'Org.nr. 974 760 673', 'Kundenr. 10042'],
    ['Leveringsperiode 01.10.2026 – 31.10.2026', 'Leveringssted 5003 Bergen', 'Prosjekt 2041 Havnekontoret'],
    ['Projektering 7,50 timer 1 195,00 8 962,50', 'Byggemøder 1,25 timer 995,50 1 244,38', '3 stk. 33,33 99,99'],
    ['Sum ekskl. mva 10 306,87', '25 % mva av 10 306,87 2 576,72', 'Sum å betale DKK 12 883,59'],
    ['Betales senest 07.12.2026 (netto 14 dager)', 'Kontonr. 0040 0440116243', 'IBAN DK50 0040 0440 1162 43'],
    ['KID 0012344', 'Side 1 av 1'],
  ],
  en: [
    { language: 'en' },
    ['Invoice 1001', 'Invoice no. 1001', 'Date 23 Nov 2026', 'Due date 7 Dec 2026', 'CVR no. 10150817'],
    ['Ager & Åkjær Arkitekter A/S', 'Strandgade 27, 3.', '1401 København K'],
    ['Hansen & Søn A/S', 'Attn: Bo Berg', 'Østergade 4', '8000 Aarhus C', 'CVR no. 25313763', 'Customer no. 10042'],
    ['Delivery period 1 Oct 2026 – 31 Oct 2026', 'Project 2041 Havnekontoret', 'Your ref. Bo Berg'],
    ['Projektering 7.50 hours 1,195.00 8,962.50', 'Byggemøder 1.25 hours 995.50 1,244.38', '3 pcs. 33.33 99.99'],
    ['Total excluding VAT 10,306.87', '25% VAT of 10,306.87 2,576.72', 'Total to pay DKK 12,883.59'],
    ['To be paid by 7 Dec 2026 (14 days net)', 'Account 0040 0440116243', 'IBAN DK50 0040 0440 1162 43'],
    ['Payment ID +71<000000000010017+81234567<', 'Page 1 of 1'],
  ],
} as const

for (const [language, [printed, ...fields]] of Object.entries(everyField))
  testText(`everything that the law asks for can be read in the PDF in ${language}`, async () => {
    const pdf = await render(
      aSheetSource({ printed: printed as Parameters<typeof aSheetSource>[0] extends infer _ ? object : never }),
    )
    const text = squeezed(textOf(pdf, true))
    for (const field of fields.flat()) expect(text).toContain(field)
    expect(factsOf(pdf)).toMatchObject({ Tagged: 'yes', Pages: '1', Title: expect.stringContaining('1001') })
  })

const credited = aSheetSource({
  kind: 'credit-note',
  currency: 'EUR',
  companyVat: -477_472n,
  exchangeRate: '7.4605',
  rateSource: 'ECB',
  rateOn: '2026-11-20',
  net: -636_000n,
  vat: -64_000n,
  gross: -700_000n,
  lines: [
    aSheetLine({ quantity: '-16', unitPrice: '200', discountPercent: '20', net: -256_000n }),
    aSheetLine({
      quantity: '-23.75',
      unitPrice: '160',
      net: -380_000n,
      vatCategory: 'eu-services',
      vatPercent: '0',
    }),
  ],
  vats: [
    { vatCode: 'U25', percent: '25', category: 'standard', net: -256_000n, vat: -64_000n },
    { vatCode: 'UEU', percent: '0', category: 'eu-services', net: -380_000n, vat: 0n },
  ],
})
const creditNote = {
  da: [
    ['Kreditnota 1001', 'Kreditnota til faktura nr. 990 af 01.11.2026', 'Momsnr. DK10150817', 'Tyskland'],
    ['Momsnr. DE811907980', '-16,00 timer 200,00 20 % 25 % -2.560,00', 'Momspligtigt i alt -2.560,00'],
    ['-23,75 timer 160,00 -3.800,00', 'Momsfrit i alt -3.800,00', '25 % moms af -2.560,00 -640,00'],
    ['I alt EUR -7.000,00', 'Moms i DKK: -4.774,72. Kurs: 1 EUR = 7,4605 DKK (ECB, 20.11.2026).'],
    [standardPhrases['eu-services'].da, 'Beløbet godskrives.'],
  ],
  nb: [
    ['Kreditnota 1001', 'Kreditnota til faktura nr. 990 av 01.11.2026', 'Mva-nr. DK10150817', 'Tyskland'],
    ['Mva-nr. DE811907980', '-16,00 timer 200,00 20 % 25 % -2 560,00', 'Sum avgiftspliktig -2 560,00'],
    ['-23,75 timer 160,00 -3 800,00', 'Sum avgiftsfritt -3 800,00', '25 % mva av -2 560,00 -640,00'],
    ['Sum EUR -7 000,00', 'Mva i DKK: -4 774,72. Kurs: 1 EUR = 7,4605 DKK (ECB, 20.11.2026).'],
    [standardPhrases['eu-services'].nb, 'Beløpet godskrives.'],
  ],
  en: [
    ['Credit note 1001', 'Credit note for invoice no. 990 of 1 Nov 2026', 'VAT no. DK10150817', 'Germany'],
    ['VAT no. DE811907980', '-16.00 hours 200.00 20% 25% -2,560.00', 'Subtotal subject to VAT -2,560.00'],
    ['-23.75 hours 160.00 -3,800.00', 'Subtotal without VAT -3,800.00', '25% VAT of -2,560.00 -640.00'],
    ['Total EUR -7,000.00', 'VAT in DKK: -4,774.72. Rate: 1 EUR = 7.4605 DKK (ECB, 20 Nov 2026).'],
    [standardPhrases['eu-services'].en, 'The amount is credited.'],
  ],
} as const

for (const language of languages)
  testText(`a credit note abroad, with a discount and two kinds of VAT, can be read in ${language}`, async () => {
    const printed = aPrinted({
      language,
      credited: { number: '990', invoicedOn: '2026-11-01' },
      vatPhrases: { 'eu-services': standardPhrases['eu-services'][language] },
      buyer: { countryCode: 'DE', registrationNumber: null, vatNumber: 'DE811907980' },
    })
    const text = squeezed(textOf(await render({ ...credited, printed }), true))
    for (const field of creditNote[language].flat()) expect(text).toContain(field)
  })

const odd = [
  '#let x = 1; $ sum $ *bold* _it_ `raw` @ref <label> \\ // not a comment /* nor this */ [x] {y} = Heading',
  '<script>alert(1)</script> & "quotes" \'single\' -- --- ... ~',
  'Æblegrød på Øster Å, Þingvellir, Łódź, Ελλάδα, Київ, 1/2 ½ € £ ©',
  'שלום עולם',
  '🍎 🏗 ✓ ☎',
]
for (const text of odd)
  testText(`a line reaches the PDF as text: ${text}`, async () => {
    const read = squeezed(textOf(await render(aSheetSource({ lines: [aSheetLine({ text })] }))))
    for (const word of text.normalize('NFKC').split(' ')) expect(read).toContain(word)
  })

testText('a text of a thousand characters and a word that never ends stay whole', async () => {
  const long = Array.from({ length: 140 }, (_, index) => `ord${index}å`).join(' ')
  const endless = 'Ubrudt'.repeat(160)
  const pdf = await render(
    aSheetSource({
      lines: [aSheetLine({ text: long }), aSheetLine({ text: endless })],
      printed: { buyer: { name: 'N'.repeat(100) } },
    }),
  )
  const read = textOf(pdf)
  expect(squeezed(read)).toContain(long)
  expect(read.replace(/\s+/g, '')).toContain(endless)
  expect(read.replace(/\s+/g, '')).toContain('N'.repeat(100))
})

testText('the heading of the lines is repeated on each page, and every page says which of how many it is', async () => {
  const lines = Array.from({ length: 120 }, (_, index) => aSheetLine({ text: `Linje ${index + 1}` }))
  const pages = textOf(await render(aSheetSource({ lines })), true)
    .split('\f')
    .slice(0, -1)
  expect(pages.length).toBeGreaterThan(2)
  pages.forEach((page, index) => {
    expect(page).toContain(`Side ${index + 1} af ${pages.length}`)
    if (page.includes('Linje')) expect(page).toMatch(/Beskrivelse\s+Antal\s+Enhed\s+Enhedspris\s+Beløb/)
    if (index > 0) expect(page).toContain('Faktura 1001')
  })
})

testText('5,000 lines are all there', async () => {
  const lines = Array.from({ length: 5_000 }, (_, index) => aSheetLine({ text: `Linje nummer ${index + 1}.` }))
  const text = textOf(await render(aSheetSource({ lines })))
  for (const number of [1, 2, 2_500, 4_999, 5_000]) expect(text).toContain(`Linje nummer ${number}.`)
  expect(text.match(/Linje nummer/g)).toHaveLength(5_000)
})

testText('a draft says on its page that it is none', async () => {
  const text = textOf(await render(aSheetSource({ number: null })))
  expect(text).toContain('Kladde uden nummer. Dette er ikke en faktura.')
  expect(text).not.toContain('Fakturanr.')
})

testText('the hours behind the lines are on pages of their own', async () => {
  const hours = Array.from({ length: 100 }, (_, index) => ({
    workedOn: '2026-10-05',
    person: 'Anna Ager',
    activity: 'Projektering',
    note: `Tegning #${index}`,
    minutes: 75,
  }))
  const pages = textOf(await render(aSheetSource({ hours, printed: { hourSpecification: 'entry' } })), true).split('\f')
  expect(pages[0]).not.toContain('Timespecifikation')
  expect(pages[1]).toContain('Timespecifikation')
  expect(squeezed(pages.join(' '))).toContain('05.10.2026 Anna Ager Projektering Tegning #99 1:15')
  expect(squeezed(pages.join(' '))).toContain('Timer i alt 125:00')
})

test('the same document has the same bytes each time, also when many are made at once', async () => {
  const sources = ['1001', '1002', '1003', '1001'].map((number) => aSheetSource({ number }))
  const [first, second, , again] = await Promise.all(sources.map(render))
  expect(Buffer.compare(first as Uint8Array, again as Uint8Array)).toEqual(0)
  expect(Buffer.compare(first as Uint8Array, second as Uint8Array)).not.toEqual(0)
})

test('a logo is on the page; one that cannot be read is a fault, and the next document is made all the same', async () => {
  const sheet = toSheet(aSheetSource())
  const plain = await renderInvoicePdf(sheet, null)
  const withLogo = await renderInvoicePdf(sheet, { content: aPng, extension: 'png' })
  expect(Buffer.from(withLogo).includes('/Subtype /Image')).toEqual(true)
  await expect(renderInvoicePdf(sheet, { content: new Uint8Array(20), extension: 'png' })).rejects.toThrow(PdfFault)
  expect(Buffer.compare(await renderInvoicePdf(sheet, null), plain)).toEqual(0)
})

/** The processes of this one that make PDFs. */
function pdfProcesses(): number[] {
  const { stdout } = spawnSync('ps', ['-o', 'pid=,args=', '--ppid', String(process.pid)])
  return [...stdout.toString().matchAll(/^\s*(\d+) .*pdf-process/gm)].map(([, pid]) => Number(pid))
}

testOnlyIf(process.platform === 'linux')('a process killed at its work fails that document only', async () => {
  const lines = Array.from({ length: 3_000 }, (_, index) => aSheetLine({ text: `Linje ${index}` }))
  await render(aSheetSource())
  const fails = expect(render(aSheetSource({ lines }))).rejects.toThrow('The process that makes PDFs ended (SIGKILL).')
  const next = render(aSheetSource())
  await new Promise((resolve) => setTimeout(resolve, 50))
  for (const pid of pdfProcesses()) process.kill(pid, 'SIGKILL')
  await fails
  expect(
    Buffer.from(await next)
      .subarray(0, 5)
      .toString(),
  ).toEqual('%PDF-')
})
