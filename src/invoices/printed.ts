/** Seller, buyer, texts and settings as printed on the finalized document: nothing on it is looked up later. */
export type Printed = {
  language: 'da' | 'nb' | 'en'
  seller: {
    name: string
    street: string | null
    postalCode: string | null
    city: string | null
    countryCode: string
    registrationNumber: string | null
    vatNumber: string | null
    legalNote: string | null
    phone: string | null
    email: string | null
    website: string | null
    bankName: string | null
    bankRegistrationNumber: string | null
    bankAccount: string | null
    iban: string | null
    bic: string | null
    logoFileId: string | null
  }
  buyer: {
    number: string
    name: string
    nameLineAbove: string | null
    nameLineBelow: string | null
    contact: string | null
    street1: string | null
    street2: string | null
    street3: string | null
    postalCode: string | null
    city: string | null
    countryCode: string
    registrationNumber: string | null
    vatNumber: string | null
    gln: string | null
  }
  project: { number: string; name: string }
  yourReference: string | null
  orderReference: string | null
  contractReference: string | null
  ourReference: string | null
  invoiceText: string | null
  footerText: string | null
  paymentDays: number
  /** As it stands on the document, e.g. "+71<000000000012344+81234567<". */
  paymentIdShown: string | null
  hourSpecification: 'none' | 'day' | 'entry'
  attachReceipts: boolean
  /** Of a credit note: what it credits. */
  credited: { number: string; invoicedOn: string } | null
  /** The legal phrase of each VAT category on the document, in its language. */
  vatPhrases: Record<string, string>
}
