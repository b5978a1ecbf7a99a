import { eq } from 'drizzle-orm'
import { getInvoicing } from '../accounting/invoicing-store.ts'
import { findVatPhrases } from '../accounting/vat-phrase-store.ts'
import { getCompany } from '../company/company-store.ts'
import { contact } from '../contacts/contact-table.ts'
import { customer } from '../customers/customer-table.ts'
import type { Tx } from '../lib/database/database.ts'
import { project } from '../projects/project-table.ts'
import { appUser } from '../users/user-table.ts'
import type { Drawn, LineToDraw } from './draw-up.ts'
import type { Printed } from './invoice.ts'
import type { InvoiceRecord } from './invoice-store.ts'

/** Seller, buyer, texts and settings as they stand on the document: looked up now, and never again. */
export async function printedOf(
  tx: Tx,
  row: InvoiceRecord,
  { settings, totals }: Pick<Drawn<LineToDraw>, 'settings' | 'totals'>,
  original: { number: string; invoicedOn: string } | undefined,
): Promise<Omit<Printed, 'paymentIdShown'>> {
  const { resolved } = settings
  const language = resolved.language.value ?? 'da'
  const [buyer] = await tx.select().from(customer).where(eq(customer.id, row.customerId))
  const [billed] = await tx
    .select({ number: project.number, name: project.name, owner: appUser.name })
    .from(project)
    .leftJoin(appUser, eq(appUser.id, project.ownerId))
    .where(eq(project.id, row.projectId))
  if (!buyer || !billed) throw new Error(`The draft ${row.id} names a customer or project that is gone.`)
  const phrases = await findVatPhrases(tx, language)
  return {
    language,
    seller: await sellerOf(tx),
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
    project: { number: billed.number, name: billed.name },
    yourReference: resolved.yourReference.value,
    orderReference: resolved.orderReference.value,
    contractReference: resolved.contractReference.value,
    ourReference: billed.owner,
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

async function sellerOf(tx: Tx): Promise<Printed['seller']> {
  const { name, street, postalCode, city, countryCode, registrationNumber, phone, email } = await getCompany(tx)
  const { vatNumber, legalNote, website, bankName, bankRegistrationNumber, bankAccount, iban, bic, logoFileId } =
    await getInvoicing(tx)
  const address = { street, postalCode, city, countryCode }
  const bank = { bankName, bankRegistrationNumber, bankAccount, iban, bic }
  return { name, ...address, registrationNumber, vatNumber, legalNote, phone, email, website, ...bank, logoFileId }
}

async function contactName(tx: Tx, id: string | null): Promise<string | null> {
  if (id === null) return null
  const [found] = await tx.select({ name: contact.name }).from(contact).where(eq(contact.id, id))
  return found?.name ?? null
}
