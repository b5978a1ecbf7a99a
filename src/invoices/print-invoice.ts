import { eq } from 'drizzle-orm'
import type { InvoicingRow } from '../accounting/invoicing-store.ts'
import { findVatPhrases } from '../accounting/vat-phrase-store.ts'
import type { Company } from '../company/company.ts'
import { contact } from '../contacts/contact-table.ts'
import type { Tx } from '../lib/database/database.ts'
import { appUser } from '../users/user-table.ts'
import type { Drawn, LineToDraw } from './draw-up.ts'
import type { InvoiceRecord } from './invoice-store.ts'
import type { Printed } from './printed.ts'

/** Seller, buyer, texts and settings as they stand on the document: looked up now, and never again. */
export async function printedOf(
  tx: Tx,
  row: InvoiceRecord,
  { settings, invoicing, totals }: Drawn<LineToDraw>,
  original: { number: string; invoicedOn: string } | undefined,
): Promise<Omit<Printed, 'paymentIdShown'>> {
  const { resolved, company, customer: buyer, project } = settings
  const language = resolved.language.value ?? 'da'
  if (!buyer || !project) throw new Error(`The draft ${row.id} names a customer or project that is gone.`)
  const phrases = await findVatPhrases(tx, language)
  return {
    language,
    seller: sellerOf(company, invoicing),
    buyer: {
      number: buyer.number,
      name: buyer.name,
      nameLineAbove: resolved.nameLineAbove.value,
      nameLineBelow: resolved.nameLineBelow.value,
      contact: await contactName(tx, resolved.contactId.value),
      street1: buyer.street1,
      street2: buyer.street2,
      street3: buyer.street3,
      postalCode: buyer.postalCode,
      city: buyer.city,
      countryCode: buyer.countryCode,
      registrationNumber: buyer.registrationNumber,
      vatNumber: buyer.vatNumber,
      gln: buyer.gln,
    },
    project: { number: project.number, name: project.name },
    yourReference: resolved.yourReference.value,
    orderReference: resolved.orderReference.value,
    contractReference: resolved.contractReference.value,
    ourReference: await ownerName(tx, project.ownerId),
    invoiceText: resolved.invoiceText.value,
    footerText: resolved.footerText.value,
    paymentDays: paymentDaysOf(row, settings),
    hourSpecification: resolved.hourSpecification.value ?? 'none',
    attachReceipts: resolved.attachReceipts.value ?? false,
    credited: original ? { number: original.number, invoicedOn: original.invoicedOn } : null,
    vatPhrases: Object.fromEntries(
      totals.vats.flatMap(({ category }) => (phrases[category] ? [[category, phrases[category]]] : [])),
    ),
  }
}

/** A credit note is due at once. */
export function paymentDaysOf(row: InvoiceRecord, { resolved }: Drawn<LineToDraw>['settings']): number {
  if (row.kind === 'credit-note') return 0
  const days = resolved.paymentDays.value
  if (days === null) throw new Error('An obstacle stops a draft without payment days.')
  return days
}

function sellerOf(company: Company, invoicing: InvoicingRow): Printed['seller'] {
  const { name, street, postalCode, city, countryCode, registrationNumber, phone, email } = company
  const { vatNumber, legalNote, website, bankName, bankRegistrationNumber, bankAccount, iban, bic, logoFileId } =
    invoicing
  const address = { street, postalCode, city, countryCode }
  const bank = { bankName, bankRegistrationNumber, bankAccount, iban, bic }
  return { name, ...address, registrationNumber, vatNumber, legalNote, phone, email, website, ...bank, logoFileId }
}

async function ownerName(tx: Tx, id: string | null): Promise<string | null> {
  if (id === null) return null
  const [found] = await tx.select({ name: appUser.name }).from(appUser).where(eq(appUser.id, id))
  return found?.name ?? null
}

async function contactName(tx: Tx, id: string | null): Promise<string | null> {
  if (id === null) return null
  const [found] = await tx.select({ name: contact.name }).from(contact).where(eq(contact.id, id))
  return found?.name ?? null
}
