// node scripts/run.mjs invoice-pages FOLDER: documents of an office that does not exist, as PDF, in three languages. For whoever
// changes the layout, and for docs/pictures. With poppler-utils their first pages are PNG too.
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderInvoicePdf } from '../src/invoice-documents/render-pdf.ts'
import type { SheetLine, SheetSource } from '../src/invoice-documents/sheet.ts'
import { toSheet } from '../src/invoice-documents/to-sheet.ts'
import type { Printed } from '../src/invoices/printed.ts'

const folder = process.argv[2] ?? 'docs/pictures'

const printed: Printed = {
  language: 'da',
  seller: {
    name: 'Nordlys Arkitekter & Rådgivere ApS',
    street: 'Strandgade 27, 3. sal',
    postalCode: '1401',
    city: 'København K',
    countryCode: 'DK',
    registrationNumber: '10150817',
    vatNumber: null,
    legalNote: null,
    phone: '33 12 45 67',
    email: 'post@nordlys.example',
    website: 'nordlys.example',
    bankName: 'Danske Bank',
    bankRegistrationNumber: '0040',
    bankAccount: '0440116243',
    iban: 'DK5000400440116243',
    bic: 'DABADKKK',
    logoFileId: null,
  },
  buyer: {
    number: '10042',
    name: 'Havneselskabet Nordhavn A/S',
    nameLineAbove: null,
    nameLineBelow: 'Byggeafdelingen',
    contact: 'Birgitte Østergaard',
    street1: 'Kalkbrænderihavnsgade 4',
    street2: null,
    street3: null,
    postalCode: '2100',
    city: 'København Ø',
    countryCode: 'DK',
    registrationNumber: '25313763',
    vatNumber: null,
    gln: '5790000435951',
  },
  project: { number: '2041', name: 'Pakhus 48, ombygning' },
  yourReference: 'Birgitte Østergaard',
  orderReference: 'PO-7781',
  contractReference: null,
  ourReference: 'Astrid Demo',
  invoiceText: 'Projektering og byggeledelse i oktober 2026 efter aftale af 12. januar 2026.',
  footerText: 'Efter forfald beregnes rente efter renteloven.',
  paymentDays: 14,
  paymentIdShown: '+71<000000000018639+81234567<',
  hourSpecification: 'entry',
  attachReceipts: false,
  credited: null,
  vatPhrases: {},
}

const aLine = (fields: Partial<SheetLine>): SheetLine => ({
  productType: 'hours',
  text: '',
  quantity: '1',
  unit: 'hour',
  unitPrice: '0',
  discountPercent: '0',
  net: 0n,
  vatCategory: 'standard',
  vatPercent: '25',
  periodFrom: '2026-10-01',
  periodTo: '2026-10-31',
  ...fields,
})
const aHeading = (text: string) => aLine({ productType: null, text, vatCategory: null, vatPercent: null })

const lines = [
  aHeading('Fase 3, projektering'),
  aLine({ text: 'Projektering, Astrid Demo', quantity: '42.5', unitPrice: '1195', net: 5_078_750n }),
  aLine({
    text: 'Projektering, Mads Lund',
    quantity: '61.25',
    unitPrice: '975',
    discountPercent: '5',
    net: 5_673_281n,
  }),
  aHeading('Byggeledelse'),
  aLine({ text: 'Byggemøder og tilsyn på pladsen', quantity: '14', unitPrice: '1195', net: 1_673_000n }),
  aLine({
    productType: 'expenses',
    text: 'Plot og tegningskopier, bilag 311 og 318',
    unit: 'piece',
    quantity: '2',
    unitPrice: '1240.50',
    net: 248_100n,
  }),
  aLine({
    productType: 'expenses',
    text: 'Kørsel København – Helsingør, tur/retur',
    unit: 'kilometre',
    quantity: '92',
    unitPrice: '3.94',
    net: 36_248n,
  }),
]

const invoice: SheetSource = {
  kind: 'invoice',
  number: '1863',
  invoicedOn: '2026-11-02',
  dueOn: '2026-11-16',
  currency: 'DKK',
  description: 'Pakhus 48: oktober 2026',
  onAccount: false,
  creditReason: null,
  net: 12_709_379n,
  vat: 3_177_345n,
  gross: 15_886_724n,
  companyCurrency: 'DKK',
  companyVat: 3_177_345n,
  exchangeRate: '1',
  rateSource: null,
  rateOn: null,
  printed,
  lines,
  vats: [{ vatCode: 'U25', percent: '25', category: 'standard', net: 12_709_379n, vat: 3_177_345n }],
  hours: Array.from({ length: 23 }, (_, index) => ({
    workedOn: `2026-10-${String(index + 5).padStart(2, '0')}`,
    person: index % 2 ? 'Astrid Demo' : 'Mads Lund',
    activity: index % 5 ? 'Projektering' : 'Byggeledelse',
    note: index % 5 ? 'Facade mod havnen, detaljer 1:5' : 'Byggemøde og tilsyn',
    minutes: 300 + index * 5,
  })),
}

const norwegian: SheetSource = {
  ...invoice,
  number: '1864',
  currency: 'NOK',
  companyCurrency: 'NOK',
  description: 'Brygga 7: oktober 2026',
  lines: [
    aLine({ text: 'Prosjektering', quantity: '37.5', unitPrice: '1450', net: 5_437_500n }),
    aLine({ text: 'Byggemøter', quantity: '6', unitPrice: '1450', net: 870_000n }),
    aLine({
      productType: 'expenses',
      text: 'Overnatting, Bergen',
      unit: 'day',
      quantity: '2',
      unitPrice: '1890',
      net: 378_000n,
      vatPercent: '12',
    }),
  ],
  net: 6_685_500n,
  vat: 1_622_235n,
  gross: 8_307_735n,
  vats: [
    { vatCode: '3', percent: '25', category: 'standard', net: 6_307_500n, vat: 1_576_875n },
    { vatCode: '33', percent: '12', category: 'standard', net: 378_000n, vat: 45_360n },
  ],
  hours: [],
  printed: {
    ...printed,
    language: 'nb',
    seller: {
      ...printed.seller,
      name: 'Nordlys Arkitekter AS',
      street: 'Strandkaien 12',
      postalCode: '5013',
      city: 'Bergen',
      countryCode: 'NO',
      registrationNumber: '923 609 016',
      vatNumber: '923 609 016 MVA',
      legalNote: 'Foretaksregisteret',
      phone: '55 12 34 56',
      bankName: 'DNB',
      bankRegistrationNumber: null,
      bankAccount: '8601 11 17947',
      iban: 'NO9386011117947',
      bic: 'DNBANOKK',
    },
    buyer: {
      ...printed.buyer,
      name: 'Vågen Eiendom AS',
      nameLineBelow: null,
      contact: 'Kari Nordmann',
      street1: 'Bryggen 7',
      postalCode: '5003',
      city: 'Bergen',
      countryCode: 'NO',
      registrationNumber: '974 760 673',
      gln: null,
    },
    project: { number: '3007', name: 'Brygga 7' },
    yourReference: 'Kari Nordmann',
    invoiceText: null,
    footerText: 'Ved forsinket betaling beregnes rente etter forsinkelsesrenteloven.',
    paymentIdShown: '0018648',
    hourSpecification: 'none',
  },
}

const english: SheetSource = {
  ...invoice,
  kind: 'credit-note',
  number: '1865',
  dueOn: '2026-11-02',
  currency: 'EUR',
  description: 'Competition Speicherstadt: October 2026',
  creditReason: 'Workshop moved to November',
  lines: [
    aLine({ text: 'Design workshop in Copenhagen', quantity: '-16', unitPrice: '160', net: -256_000n }),
    aLine({
      text: 'Design of the competition entry',
      quantity: '-24.5',
      unitPrice: '160',
      net: -392_000n,
      vatCategory: 'eu-services',
      vatPercent: '0',
    }),
  ],
  net: -648_000n,
  vat: -64_000n,
  gross: -712_000n,
  companyVat: -477_472n,
  exchangeRate: '7.4605',
  rateSource: 'Danmarks Nationalbank',
  rateOn: '2026-10-30',
  vats: [
    { vatCode: 'U25', percent: '25', category: 'standard', net: -256_000n, vat: -64_000n },
    { vatCode: 'UEU', percent: '0', category: 'eu-services', net: -392_000n, vat: 0n },
  ],
  hours: [],
  printed: {
    ...printed,
    language: 'en',
    buyer: {
      ...printed.buyer,
      name: 'Speicherstadt Projekt GmbH',
      nameLineBelow: null,
      contact: 'Jörg Weiß',
      street1: 'Am Sandtorkai 30',
      postalCode: '20457',
      city: 'Hamburg',
      countryCode: 'DE',
      registrationNumber: null,
      vatNumber: 'DE811907980',
      gln: null,
    },
    project: { number: '2055', name: 'Speicherstadt competition' },
    yourReference: 'Jörg Weiß',
    orderReference: null,
    invoiceText: null,
    footerText: null,
    credited: { number: '1859', invoicedOn: '2026-10-19' },
    vatPhrases: { 'eu-services': 'Reverse charge.' },
    hourSpecification: 'none',
  },
}

const draft: SheetSource = { ...invoice, number: null, printed: { ...printed, paymentIdShown: null } }

mkdirSync(folder, { recursive: true })
for (const [name, source] of Object.entries({ invoice, norwegian, english, draft })) {
  const file = join(folder, `pdf-${name}`)
  const pdf = await renderInvoicePdf(toSheet(source), null)
  if (folder !== 'docs/pictures') writeFileSync(`${file}.pdf`, pdf)
  spawnSync('pdftoppm', ['-r', '80', '-png', '-singlefile', '-', file], {
    input: pdf,
    stdio: ['pipe', 'inherit', 'inherit'],
  })
}
