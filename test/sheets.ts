// Documents as they come out of the database, for tests of what stands on their pages.

import type { SheetLine, SheetSource } from '../src/invoice-documents/sheet.ts'
import type { Printed } from '../src/invoices/printed.ts'

type Parts<T> = { [K in keyof T]?: Partial<T[K]> | T[K] }

export function aPrinted(
  fields: Partial<Omit<Printed, 'seller' | 'buyer'>> & Parts<Pick<Printed, 'seller' | 'buyer'>> = {},
): Printed {
  const { seller, buyer, ...rest } = fields
  return {
    language: 'da',
    project: { number: '2041', name: 'Havnekontoret' },
    yourReference: 'Bo Berg',
    orderReference: 'PO-7781',
    contractReference: 'K-2026-14',
    ourReference: 'Anna Ager',
    invoiceText: null,
    footerText: null,
    paymentDays: 14,
    paymentIdShown: '+71<000000000010017+81234567<',
    hourSpecification: 'none',
    attachReceipts: false,
    credited: null,
    vatPhrases: {},
    ...rest,
    seller: {
      name: 'Ager & Åkjær Arkitekter A/S',
      street: 'Strandgade 27, 3.',
      postalCode: '1401',
      city: 'København K',
      countryCode: 'DK',
      registrationNumber: '10150817',
      vatNumber: null,
      legalNote: null,
      phone: '33 12 45 67',
      email: 'post@ager.test',
      website: 'www.ager.test',
      bankName: 'Danske Bank',
      bankRegistrationNumber: '0040',
      bankAccount: '0440116243',
      iban: 'DK5000400440116243',
      bic: 'DABADKKK',
      logoFileId: null,
      ...seller,
    },
    buyer: {
      number: '10042',
      name: 'Hansen & Søn A/S',
      nameLineAbove: null,
      nameLineBelow: null,
      contact: 'Bo Berg',
      street1: 'Østergade 4',
      street2: null,
      street3: null,
      postalCode: '8000',
      city: 'Aarhus C',
      countryCode: 'DK',
      registrationNumber: '25313763',
      vatNumber: null,
      gln: null,
      ...buyer,
    },
  }
}

export function aSheetLine(fields: Partial<SheetLine> = {}): SheetLine {
  return {
    productType: 'hours',
    text: 'Projektering',
    quantity: '7.5',
    unit: 'hour',
    unitPrice: '1195',
    discountPercent: '0',
    net: 896_250n,
    vatCategory: 'standard',
    vatPercent: '25',
    periodFrom: '2026-10-01',
    periodTo: '2026-10-31',
    ...fields,
  }
}

/** domain vector: 8,962.50 + 1,244.38 + 99.99 = 10,306.87, VAT 2,576.72. */
export function aSheetSource(
  fields: Partial<Omit<SheetSource, 'printed'>> & { printed?: Parameters<typeof aPrinted>[0] } = {},
): SheetSource {
  const { printed, ...rest } = fields
  return {
    kind: 'invoice',
    number: '1001',
    invoicedOn: '2026-11-23',
    dueOn: '2026-12-07',
    currency: 'DKK',
    description: 'Projektering oktober 2026',
    onAccount: false,
    creditReason: null,
    net: 1_030_687n,
    vat: 257_672n,
    gross: 1_288_359n,
    companyCurrency: 'DKK',
    companyVat: 257_672n,
    exchangeRate: null,
    rateSource: null,
    rateOn: null,
    lines: [
      aSheetLine(),
      aSheetLine({ text: 'Byggemøder', quantity: '1.25', unitPrice: '995.5', net: 124_438n }),
      aSheetLine({
        productType: 'expenses',
        text: 'Tegningskopier',
        quantity: '3',
        unit: 'piece',
        unitPrice: '33.33',
        net: 9_999n,
      }),
    ],
    vats: [{ vatCode: 'U25', percent: '25', category: 'standard', net: 1_030_687n, vat: 257_672n }],
    hours: [],
    ...rest,
    printed: aPrinted(printed),
  }
}
