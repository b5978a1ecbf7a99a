import { eq } from 'drizzle-orm'
import { writeObstacles } from '../billing/hindrance.ts'
import { findTimeZone } from '../company/company-store.ts'
import { customer } from '../customers/customer-table.ts'
import { storedFields } from '../lib/columns.ts'
import type { Db } from '../lib/database/database.ts'
import { dayIn } from '../lib/dates.ts'
import { type Language, type Phrasebook, sayFrom } from '../lib/i18n/sentence.ts'
import { plain, writeAmount } from '../lib/money.ts'
import { project } from '../projects/project-table.ts'
import { findBadge } from '../sync/badge-store.ts'
import { getTagIds } from '../tags/record-tags.ts'
import { remainderOf } from './credit-obstacles.ts'
import { waitsForApproval } from './draft-obstacles.ts'
import { drawUp } from './draw-up.ts'
import { finalizeTexts } from './finalize-texts.ts'
import { findObstacles } from './find-obstacles.ts'
import type { DraftChange, Invoice, InvoiceLine } from './invoice.ts'
import {
  countSources,
  findStanding,
  getInvoiceRecord,
  type InvoiceRecord,
  type LineRecord,
  listLines,
  listVats,
  type StandingRecord,
} from './invoice-store.ts'
import { invoice } from './invoice-table.ts'
import { invoicePost } from './invoice-tasks.ts'
import type { VatSum } from './invoice-totals.ts'
import { paymentStateOf } from './payment-state.ts'
import { findNumberWaits } from './posting-gate.ts'
import { foreseeInvoiceNumber } from './take-invoice-number.ts'

const say = sayFrom(finalizeTexts)

export type Reader = { phrase: Phrasebook; language: Language; now: Date }

/** A draft or a finalized document as the API shows it. @throws not-found */
export async function getInvoice(db: Db, id: string, reader: Reader): Promise<Invoice> {
  const { row, lines, vats, resolved, hindrances, mayBeApproved, foreseen } = await bodyOf(
    db,
    await getInvoiceRecord(db, id),
    reader,
  )
  const sources = await countSources(db, id)
  const facts = await factsOf(db, row)
  const standing = row.state === 'finalized' ? await findStanding(db, id) : undefined
  const waits = standing && (await findNumberWaits(db, id))
  const remainder = standing && (await remainderOf(db, row, standing))
  return {
    ...storedFields(row),
    ...draftFieldsOf(row, await getTagIds(db, id)),
    kind: row.kind,
    state: row.state,
    reference: row.reference,
    number: row.number,
    series: row.series,
    projectId: row.projectId,
    priceModelId: row.priceModelId,
    currency: row.currency,
    ...facts,
    dueOn: standing?.dueOn ?? row.dueOn,
    onAccount: row.onAccount,
    resolved,
    creditedInvoiceId: row.creditedInvoiceId,
    creditReason: row.creditReason,
    creditedHours: row.creditedHours,
    vatRounding: row.vatRounding,
    ...amountsOf(row),
    paymentId: row.paymentId,
    lines: lines.map((line) => showLine(line, row.currency, sources.get(line.id) ?? 0)),
    vats: vats.map((vat) => showVat(vat, row.currency)),
    hindrances,
    mayBeApproved,
    foreseen,
    approvedBy: row.approvedBy,
    approvedAt: row.approvedAt?.toISOString() ?? null,
    finalizedBy: row.finalizedBy,
    finalizedAt: row.finalizedAt?.toISOString() ?? null,
    ...(standing ? await standingOf(db, row, standing, reader.now) : notStanding),
    numberWaits: waits ? reader.phrase(say('finalize.numberWaits', waits), reader.language) : null,
    creditNotes: standing ? await creditNotesOf(db, row) : [],
    sync: await findBadge(db, 'invoice', id, reader.phrase, reader.language, invoicePost),
    warnings: remainder ? [{ path: 'open', message: reader.phrase(remainder, reader.language) }] : [],
  }
}

/** Lines, VAT and sums: of a draft as they would be now, of a finalized document as they were. */
async function bodyOf(db: Db, row: InvoiceRecord, { phrase, language, now }: Reader) {
  const lines = await listLines(db, row.id)
  if (row.state === 'finalized')
    return {
      row,
      lines,
      vats: await listVats(db, row.id),
      resolved: resolvedOf(row),
      hindrances: [],
      mayBeApproved: false,
      foreseen: null,
    }
  const drawn = await drawUp(db, row, lines, now)
  const obstacles = await findObstacles(db, row, drawn)
  const { totals, series, companyCurrency, companyNet, companyVat } = drawn
  const { net, vat, gross } = totals
  return {
    row: { ...row, net, vat, gross, companyCurrency, companyNet, companyVat },
    lines: drawn.lines,
    vats: totals.vats,
    resolved: drawn.settings.resolved,
    hindrances: writeObstacles(obstacles, phrase, language),
    mayBeApproved: waitsForApproval(obstacles),
    foreseen: { series, number: await foreseeInvoiceNumber(db, series) },
  }
}

/** The settings as they were printed; where each came from is no longer told. */
function resolvedOf({ printed }: InvoiceRecord): Invoice['resolved'] {
  if (!printed) return {}
  const { seller: _s, buyer: _b, project: _p, credited: _c, vatPhrases: _v, ...settings } = printed
  return Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, { value, from: 'draft' as const }]))
}

/** What a person may set on a draft, as it stands in the row. */
export function draftFieldsOf(row: InvoiceRecord, tagIds: readonly string[]): Omit<DraftChange, 'version'> {
  return {
    customerId: row.customerId,
    departmentId: row.departmentId,
    invoicedOn: row.invoicedOn,
    sourcesUntil: row.sourcesUntil,
    description: row.description,
    yourReference: row.yourReference,
    orderReference: row.orderReference,
    contractReference: row.contractReference,
    contactId: row.contactId,
    nameLineAbove: row.nameLineAbove,
    nameLineBelow: row.nameLineBelow,
    invoiceText: row.invoiceText,
    footerText: row.footerText,
    paymentDays: row.paymentDays,
    language: row.language,
    lineGrouping: row.lineGrouping,
    hourSpecification: row.hourSpecification,
    attachReceipts: row.attachReceipts,
    transfer: row.transfer,
    exchangeRate: row.exchangeRate === null ? null : plain(row.exchangeRate),
    rateSource: row.rateSource,
    rateOn: row.rateOn,
    tagIds: [...tagIds],
  }
}

function amountsOf(row: InvoiceRecord) {
  const own = (minor: bigint) => writeAmount(minor, row.currency)
  const companys = (minor: bigint | null) =>
    minor === null || row.companyCurrency === null ? null : writeAmount(minor, row.companyCurrency)
  return {
    net: own(row.net),
    vat: own(row.vat),
    gross: own(row.gross),
    companyCurrency: row.companyCurrency,
    companyNet: companys(row.companyNet),
    companyVat: companys(row.companyVat),
  }
}

export function showLine(line: LineRecord, currency: string, sources: number): InvoiceLine {
  return {
    id: line.id,
    position: line.position,
    origin: line.origin,
    productType: line.productType,
    text: line.text,
    quantity: plain(line.quantity),
    unit: line.unit,
    unitPrice: plain(line.unitPrice),
    discountPercent: plain(line.discountPercent),
    net: writeAmount(line.net, currency),
    registeredNet: line.registeredNet === null ? null : writeAmount(line.registeredNet, currency),
    adjustmentReason: line.adjustmentReason,
    accountId: line.accountId,
    accountNumber: line.accountNumber,
    vatCode: line.vatCode,
    vatCategory: line.vatCategory,
    vatPercent: line.vatPercent === null ? null : plain(line.vatPercent),
    activityId: line.activityId,
    periodFrom: line.periodFrom,
    periodTo: line.periodTo,
    deductsInvoiceId: line.deductsInvoiceId,
    creditedLineId: line.creditedLineId,
    sources,
  }
}

function showVat(vat: VatSum, currency: string): Invoice['vats'][number] {
  const { vatCode, percent, category, net, vat: amount } = vat
  return {
    vatCode,
    percent: plain(percent),
    category,
    net: writeAmount(net, currency),
    vat: writeAmount(amount, currency),
  }
}

const notStanding = {
  paid: null,
  credited: null,
  open: null,
  paymentState: null,
  pdfReady: false,
  mailedAt: null,
  mailedTo: null,
}

async function standingOf(db: Db, row: InvoiceRecord, standing: StandingRecord, now: Date) {
  const today = dayIn(await findTimeZone(db), now)
  return {
    paid: writeAmount(standing.paid, row.currency),
    credited: writeAmount(standing.credited, row.currency),
    open: writeAmount(standing.open, row.currency),
    paymentState: paymentStateOf({ gross: row.gross, ...standing }, today),
    pdfReady: standing.pdfFileId !== null,
    mailedAt: standing.mailedAt?.toISOString() ?? null,
    mailedTo: standing.mailedTo,
  }
}

/** Of a finalized document the buyer and the project as printed; of a draft as they are called now. */
async function factsOf(db: Db, row: InvoiceRecord) {
  const creditedNumber = await numberOf(db, row.creditedInvoiceId)
  const { printed } = row
  if (printed)
    return {
      projectNumber: printed.project.number,
      projectName: printed.project.name,
      customerNumber: printed.buyer.number,
      customerName: printed.buyer.name,
      creditedNumber,
    }
  const [found] = await db
    .select({
      projectNumber: project.number,
      projectName: project.name,
      customerNumber: customer.number,
      customerName: customer.name,
    })
    .from(project)
    .innerJoin(customer, eq(customer.id, row.customerId))
    .where(eq(project.id, row.projectId))
  if (!found) throw new Error(`Invoice ${row.id} names a project or customer that is gone.`)
  return { ...found, creditedNumber }
}

async function numberOf(db: Db, id: string | null): Promise<string | null> {
  if (id === null) return null
  const [row] = await db.select({ number: invoice.number }).from(invoice).where(eq(invoice.id, id))
  return row?.number ?? null
}

async function creditNotesOf(db: Db, row: InvoiceRecord): Promise<Invoice['creditNotes']> {
  const notes = await db
    .select({ id: invoice.id, number: invoice.number, gross: invoice.gross })
    .from(invoice)
    .where(eq(invoice.creditedInvoiceId, row.id))
    .orderBy(invoice.createdAt, invoice.id)
  return notes.map((note) => ({ ...note, gross: writeAmount(note.gross, row.currency) }))
}
