import { eq } from 'drizzle-orm'
import { loadPriceBook } from '../activities/load-price-book.ts'
import { recordChange } from '../audit/record-change.ts'
import { contact } from '../contacts/contact-table.ts'
import { findCustomer } from '../customers/customer-store.ts'
import { findDepartment } from '../departments/department-store.ts'
import { type Db, inTransaction, type Tx } from '../lib/database/database.ts'
import { AppError, type FieldFault } from '../lib/errors.ts'
import { type Actor, invalid } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { plain } from '../lib/money.ts'
import { checkTags, getTagIds, replaceTags } from '../tags/record-tags.ts'
import { type Arranged, arrange, type Billing, unchanged } from './arrange.ts'
import { releaseSources } from './claim-sources.ts'
import { waitingObstacles } from './credit-obstacles.ts'
import { findLinesWithSources } from './credit-store.ts'
import { draftTexts } from './draft-texts.ts'
import type { DraftChange, InvoiceKind } from './invoice.ts'
import { deleteInvoice, type InvoiceRecord, type LineRecord, listLines, type NewInvoice } from './invoice-store.ts'
import { draftView, lockDraft, saveDraft } from './save-draft.ts'
import { schemeOf } from './scheme.ts'
import { settleIfNoneWaits } from './tell-approvers.ts'

const say = sayFrom(draftTexts)

export type DraftWork = { actor: Actor; id: string; version: number; now: Date }
type Change = Omit<DraftChange, 'version'>

/**
 * Stores what a person has set on a draft. Another grouping, language, rate or customer makes its lines anew; what he has written on
 * them stays.
 * @throws not-found, conflict, invalid
 */
export async function changeDraft(
  db: Db,
  { actor, id, version, now }: DraftWork,
  { kind, ...change }: Change,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const row = await lockDraft(tx, id, version)
    const before = await draftView(tx, row)
    const tagIds = await getTagIds(tx, id)
    const faults = [
      ...(await checkTags(tx, 'invoice', change.tagIds, tagIds)),
      ...(await referenceFaults(tx, row, change)),
      ...kindFaults(row, kind),
    ]
    if (faults.length > 0) throw invalid(faults)
    const { tagIds: chosen, ...columns } = change
    const set: Partial<NewInvoice> = { ...columns, kind: kind ?? row.kind }
    await replaceTags(tx, 'invoice', id, [...new Set(chosen)])
    const changed = { ...row, ...set } as InvoiceRecord
    const existing = await listLines(tx, id)
    const arranged = makesLinesAnew(row, change) ? await arrangeAgain(tx, changed, existing, now) : unchanged(existing)
    await saveDraft(tx, { ...arranged, actor, now, row, before, set })
  })
}

/** Deletes a draft; what it held is open again. */
export async function deleteDraft(db: Db, { actor, id, version, now }: DraftWork): Promise<void> {
  await inTransaction(db, async (tx) => {
    const row = await lockDraft(tx, id, version)
    const before = await draftView(tx, row)
    await releaseSources(tx, { invoiceId: id, now })
    await replaceTags(tx, 'invoice', id, [])
    await deleteInvoice(tx, id)
    await recordChange(tx, actor, { kind: 'invoice', subject: id, before, after: null }, now)
    await settleIfNoneWaits(tx, id, now)
  })
}

/** The lines of a draft from what it holds now. */
export async function arrangeAgain(tx: Tx, row: InvoiceRecord, existing: LineRecord[], now: Date): Promise<Arranged> {
  return arrange(tx, row, { existing, billing: await billingOfDraft(tx, row, existing), now })
}

/**
 * How a draft bills, read from its lines: one with deductions or with the price of an on-account model settles it, one with a part
 * without sources bills that amount. Null: it takes no sources, or does not hold them yet.
 */
export async function billingOfDraft(
  tx: Tx,
  row: InvoiceRecord,
  lines: readonly LineRecord[],
): Promise<(Billing & { settlement: boolean }) | null> {
  if (row.priceModelId === null || lines.some((line) => line.origin === 'credit')) return null
  const part = lines.find((line) => line.origin === 'plan' && line.registeredNet === null)
  const bills = row.sourcesUntil !== null || part !== undefined || (await findLinesWithSources(tx, row.id)).size > 0
  if (!bills || (await isWaiting(tx, row))) return null
  const book = await loadPriceBook(tx, [row.projectId])
  const model = book.models.get(row.priceModelId)
  if (!model) return null
  const settlement = lines.some(
    ({ origin }) => origin === 'deduction' || (origin === 'agreed-price' && model.kind === 'on-account'),
  )
  const onAccountAmount = part?.net ?? null
  const scheme = await schemeOf(tx, { invoiceId: row.id, model, settlement, onAccountAmount })
  return { book, model, scheme, settlement }
}

const isWaiting = async (tx: Tx, row: InvoiceRecord) => (await waitingObstacles(tx, row)).length > 0

/** @throws conflict while the sources of its lines are billed on an invoice whose credit note is not finalized. */
export async function mustHoldItsSources(tx: Tx, row: InvoiceRecord): Promise<void> {
  const [waits] = await waitingObstacles(tx, row)
  if (waits) throw new AppError('conflict', waits.sentence)
}

function makesLinesAnew(row: InvoiceRecord, change: Change): boolean {
  const rate = row.exchangeRate === null ? null : plain(row.exchangeRate)
  return (
    row.lineGrouping !== change.lineGrouping ||
    row.language !== change.language ||
    row.customerId !== change.customerId ||
    (change.exchangeRate !== null && rate !== plain(change.exchangeRate))
  )
}

/** Whether what the draft names is there; what it named before stays allowed. */
async function referenceFaults(tx: Tx, row: InvoiceRecord, change: Change): Promise<FieldFault[]> {
  const faults: FieldFault[] = []
  if (change.customerId !== row.customerId && !(await findCustomer(tx, change.customerId)))
    faults.push({ path: 'customerId', sentence: say('draft.unknownCustomer') })
  if (change.departmentId !== null && change.departmentId !== row.departmentId) {
    const found = await findDepartment(tx, change.departmentId)
    if (!found) faults.push({ path: 'departmentId', sentence: say('draft.unknownDepartment') })
    else if (!found.active)
      faults.push({ path: 'departmentId', sentence: say('draft.inactiveDepartment', { name: found.name }) })
  }
  if (change.contactId !== null) {
    const [found] = await tx.select().from(contact).where(eq(contact.id, change.contactId))
    if (!found || found.deletedAt !== null || found.customerId !== change.customerId)
      faults.push({ path: 'contactId', sentence: say('draft.unknownContact') })
  }
  return faults
}

function kindFaults(row: InvoiceRecord, kind: InvoiceKind | undefined): FieldFault[] {
  if (kind === undefined || kind === row.kind || (row.creditedInvoiceId === null && !row.onAccount)) return []
  return [{ path: 'kind', sentence: say('draft.kindFixed') }]
}
