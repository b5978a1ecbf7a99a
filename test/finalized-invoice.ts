// Finalized documents straight into the tables, for tests of what comes after: lists, payments, the ledger, the guards.
import { eq } from 'drizzle-orm'
import { getInvoicing } from '../src/accounting/invoicing-store.ts'
import { customer } from '../src/customers/customer-table.ts'
import { type InvoiceSeries, isCoupled } from '../src/invoices/invoice.ts'
import { invoice, invoiceLine, invoiceLineSource, invoiceVat } from '../src/invoices/invoice-table.ts'
import type { Printed } from '../src/invoices/printed.ts'
import { insertStanding, lockStanding, moveStanding } from '../src/invoices/standing-store.ts'
import { type Db, inTransaction, type Tx } from '../src/lib/database/database.ts'
import { newId } from '../src/lib/ids.ts'
import { vatOf, writeAmount } from '../src/lib/money.ts'
import { searchText } from '../src/lib/search-text.ts'
import { project } from '../src/projects/project-table.ts'
import { testNow } from './usual.ts'

export type StoredInvoice = {
  customerId: string
  projectId: string
  serial?: number
  series?: InvoiceSeries
  kind?: 'invoice' | 'credit-note'
  /** The 16 signs after the mark of the instance. */
  referenceEnd?: string
  /** Øre without VAT; VAT is 25 % of all lines together. Negative for a credit note. */
  net?: bigint
  /** Of further lines like the first, each a part of `net`. */
  partsOfNet?: readonly bigint[]
  currency?: string
  invoicedOn?: string
  dueOn?: string
  creditedInvoiceId?: string | null
  departmentId?: string | null
  description?: string | null
  sourceIds?: string[]
  /** What stands on it besides customer and project. */
  printed?: Partial<Printed>
}

/** Stores the document and answers its id, its line and its gross amount. */
export async function storeFinalized(
  db: Db,
  fields: StoredInvoice,
): Promise<{ id: string; lineId: string; gross: bigint }> {
  const { serial = 1001, series = 'invoice', kind = 'invoice', net = 100_000n, currency = 'DKK' } = fields
  const { invoicedOn = '2026-11-01', dueOn = '2026-11-15', creditedInvoiceId = null, description = null } = fields
  const [id, lineId] = [newId(testNow), newId(testNow)]
  const vat = vatOf(net, '25')
  const number = {
    invoice: String(serial),
    'credit-note': `K${serial}`,
    'invoice-local': `L${String(serial).padStart(4, '0')}`,
  }[series]
  const { mark } = await getInvoicing(db)
  await inTransaction(db, async (tx) => {
    await tx.insert(invoice).values({
      id,
      createdAt: testNow,
      updatedAt: testNow,
      kind,
      state: 'draft',
      reference: mark + (fields.referenceEnd ?? id.replaceAll('-', '').slice(-16).toUpperCase()),
      transfer: isCoupled(series),
      customerId: fields.customerId,
      projectId: fields.projectId,
      departmentId: fields.departmentId ?? null,
      currency,
      description,
      creditedInvoiceId,
      onAccount: false,
      net,
      vat,
      gross: net + vat,
      searchText: searchText(number, description),
      createdBy: 'Test',
    })
    const parts = fields.partsOfNet ?? []
    const nets = [parts.reduce((left, part) => left - part, net), ...parts]
    const lineOf = (lineNet: bigint, index: number) => ({
      id: index === 0 ? lineId : newId(testNow),
      invoiceId: id,
      position: index + 1,
      origin: 'hours' as const,
      productType: 'hours' as const,
      text: 'Hours',
      quantity: lineNet < 0n ? '-1' : '1',
      unit: 'hour',
      unitPrice: writeAmount(lineNet < 0n ? -lineNet : lineNet, currency),
      discountPercent: '0',
      net: lineNet,
      accountNumber: '1010',
      vatCode: 'U25',
      vatCategory: 'standard' as const,
      vatPercent: '25',
      vat: parts.length === 0 ? vat : vatOf(lineNet, '25'),
    })
    await tx.insert(invoiceLine).values(nets.map(lineOf))
    for (const sourceId of fields.sourceIds ?? [])
      await tx
        .insert(invoiceLineSource)
        .values({ lineId, kind: 'time-entry', sourceId, minutes: 60, rate: '1000', amount: net })
    await tx.insert(invoiceVat).values({ invoiceId: id, vatCode: 'U25', percent: '25', category: 'standard', net, vat })
    await tx
      .update(invoice)
      .set({
        state: 'finalized',
        series,
        serial,
        number,
        invoicedOn,
        dueOn,
        finalizedAt: testNow,
        finalizedBy: 'Test',
        vatRounding: 'code',
        printed: await printedOf(tx, fields),
      })
      .where(eq(invoice.id, id))
    await insertStanding(tx, { id, gross: net + vat, dueOn, creditedInvoiceId })
    const credited = creditedInvoiceId && (await lockStanding(tx, creditedInvoiceId))
    if (credited) await moveStanding(tx, credited, { credited: net + vat })
  })
  return { id, lineId, gross: net + vat }
}

async function printedOf(tx: Tx, { customerId, projectId, printed }: StoredInvoice): Promise<Printed> {
  const [buyer] = await tx.select().from(customer).where(eq(customer.id, customerId))
  const [billed] = await tx.select().from(project).where(eq(project.id, projectId))
  if (!buyer || !billed) throw new Error('Store the customer and the project first.')
  const { number, name, street1, street2, street3, postalCode, city, countryCode, registrationNumber, vatNumber, gln } =
    buyer
  const address = { street1, street2, street3, postalCode, city, countryCode }
  return {
    language: 'en',
    seller: {
      name: 'Akkord A/S',
      street: 'Havnegade 1',
      postalCode: '1058',
      city: 'København K',
      countryCode: 'DK',
      registrationNumber: '12345674',
      vatNumber: null,
      legalNote: null,
      phone: null,
      email: null,
      website: null,
      bankName: null,
      bankRegistrationNumber: null,
      bankAccount: null,
      iban: null,
      bic: null,
      logoFileId: null,
    },
    buyer: {
      number,
      name,
      nameLineAbove: null,
      nameLineBelow: null,
      contact: null,
      ...address,
      registrationNumber,
      vatNumber,
      gln,
    },
    project: { number: billed.number, name: billed.name },
    yourReference: null,
    orderReference: null,
    contractReference: null,
    ourReference: null,
    invoiceText: null,
    footerText: null,
    paymentDays: 14,
    paymentIdShown: null,
    hourSpecification: 'none',
    attachReceipts: false,
    credited: null,
    vatPhrases: {},
    ...printed,
  }
}
