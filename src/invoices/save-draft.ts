// Every change of a draft ends here: its lines are drawn up anew, what differs is written, the version goes up, an approval falls.
import { eq } from 'drizzle-orm'
import { recordChange } from '../audit/record-change.ts'
import { customer } from '../customers/customer-table.ts'
import { findDepartment } from '../departments/department-store.ts'
import type { SettingsOfSubject } from '../invoice-settings/resolve-settings.ts'
import type { Tx } from '../lib/database/database.ts'
import { AppError } from '../lib/errors.ts'
import type { Actor } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { plain, writeAmount } from '../lib/money.ts'
import { searchText } from '../lib/search-text.ts'
import { mustBeCurrent } from '../lib/stale.ts'
import { getTagIds, nameTags } from '../tags/record-tags.ts'
import type { BuiltSource } from './built-line.ts'
import { releaseSources } from './claim-sources.ts'
import { draftTexts } from './draft-texts.ts'
import { type Drawn, drawUp } from './draw-up.ts'
import {
  deleteLines,
  deleteSourcesOf,
  type InvoiceRecord,
  insertLines,
  insertSources,
  type LineRecord,
  lockInvoice,
  type NewInvoice,
  updateInvoice,
  updateLines,
} from './invoice-store.ts'
import { draftFieldsOf } from './show-invoice.ts'
import { tellApprovers } from './tell-approvers.ts'

const say = sayFrom(draftTexts)

/** A draft under its lock. @throws not-found; conflict when it is finalized, or is no longer what its sender has seen. */
export async function lockDraft(tx: Tx, id: string, version: number): Promise<InvoiceRecord> {
  const row = await lockInvoice(tx, id)
  if (row.state === 'finalized')
    throw new AppError('conflict', say('draft.finalized', { number: row.number ?? row.reference }))
  mustBeCurrent('draft', { version }, { version: row.version })
  return row
}

/** Which sources each line has; a line that is not named keeps its own. */
export type SourcesOfLines = ReadonlyMap<string, readonly BuiltSource[]>

export type DraftSave = {
  actor: Actor
  now: Date
  row: InvoiceRecord
  /** Null: the draft was made just now. */
  before: DraftView | null
  /** Lines as they were read. */
  existing: readonly LineRecord[]
  /** All lines as they are to be, in their order. */
  lines: readonly LineRecord[]
  sources?: SourcesOfLines
  /** Held sources that no line bills or covers: they are open again. */
  loose?: readonly string[]
  /** Of the draft as it is to be, when they were read already. */
  settings?: SettingsOfSubject
  /** Other columns of the draft. */
  set?: Partial<NewInvoice>
}

/** Writes a changed draft and its history. The answer is the draft as it is now. */
export async function saveDraft(tx: Tx, save: DraftSave): Promise<Drawn<LineRecord>> {
  const { actor, now, existing, sources = new Map(), loose = [] } = save
  const isNew = save.before === null
  const row: InvoiceRecord = { ...save.row, ...save.set } as InvoiceRecord
  const drawn = await drawUp(
    tx,
    row,
    save.lines.map((line, position) => ({ ...line, position })),
    now,
    save.settings,
  )
  if (loose.length > 0) await releaseSources(tx, { invoiceId: row.id, sourceIds: loose, now })
  await writeLines(tx, existing, drawn.lines, sources)
  const stored: Partial<NewInvoice> = {
    ...save.set,
    version: isNew ? row.version : row.version + 1,
    updatedAt: now,
    state: 'draft',
    approvedBy: null,
    approvedAt: null,
    net: drawn.totals.net,
    vat: drawn.totals.vat,
    gross: drawn.totals.gross,
    companyCurrency: drawn.companyCurrency,
    companyNet: drawn.companyNet,
    companyVat: drawn.companyVat,
    searchText: searchTextOf(row, drawn),
  }
  await updateInvoice(tx, row.id, stored)
  const after = await draftView(tx, { ...row, ...stored } as InvoiceRecord, drawn.settings.customer)
  const change = { before: save.before && { ...save.before }, after: { ...after } as DraftView }
  const places = new Map([...existing, ...drawn.lines].map(({ id, position }) => [id, position + 1]))
  Object.assign(change.after, linesView(drawn.lines, existing, row.currency, places))
  if (change.before) Object.assign(change.before, linesView(existing, drawn.lines, row.currency, places))
  await recordChange(tx, actor, { kind: 'invoice', subject: row.id, ...change }, now)
  await tellApprovers(tx, { actor, row: { ...row, ...stored } as InvoiceRecord, drawn, now })
  return drawn
}

/** What differs is written: a few statements, whatever the number of lines. */
async function writeLines(
  tx: Tx,
  existing: readonly LineRecord[],
  lines: readonly LineRecord[],
  sources: SourcesOfLines,
): Promise<void> {
  const before = new Set(existing.map((line) => line.id))
  const kept = new Set(lines.map((line) => line.id))
  await deleteLines(
    tx,
    existing.filter((line) => !kept.has(line.id)).map((line) => line.id),
  )
  await updateLines(tx, existing, lines)
  await insertLines(
    tx,
    lines.filter((line) => !before.has(line.id)),
  )
  const rewritten = [...sources.keys()].filter((id) => kept.has(id))
  await deleteSourcesOf(
    tx,
    rewritten.filter((id) => before.has(id)),
  )
  await insertSources(
    tx,
    rewritten.flatMap((lineId) => (sources.get(lineId) ?? []).map((source) => ({ lineId, ...source }))),
  )
}

/** A draft as the history shows it, names for ids. */
export type DraftView = Record<string, unknown>

/** @param buyer its customer, when that was read already. */
export async function draftView(tx: Tx, row: InvoiceRecord, buyer?: SettingsOfSubject['customer']): Promise<DraftView> {
  const tagIds = await getTagIds(tx, row.id)
  const { tagIds: _, customerId, departmentId, ...fields } = draftFieldsOf(row, tagIds)
  const [billed] = buyer ? [buyer] : await tx.select().from(customer).where(eq(customer.id, customerId))
  const department = departmentId === null ? undefined : await findDepartment(tx, departmentId)
  return {
    kind: row.kind,
    state: row.state,
    customer: billed ? `${billed.number} ${billed.name}` : customerId,
    department: department ? `${department.number} ${department.name}` : departmentId,
    ...fields,
    tags: await nameTags(tx, tagIds),
    onAccount: row.onAccount,
    net: `${writeAmount(row.net, row.currency)} ${row.currency}`,
    gross: `${writeAmount(row.gross, row.currency)} ${row.currency}`,
  }
}

const shownLines = 50

/** The lines that the other side does not have just so, by their place; a draft of thousands is told by its first ones. */
function linesView(
  lines: readonly LineRecord[],
  others: readonly LineRecord[],
  currency: string,
  places: ReadonlyMap<string, number>,
): DraftView {
  const other = new Map(others.map((line) => [line.id, line]))
  const differing: [string, string][] = []
  for (const line of lines) {
    if (differing.length === shownLines) break
    const known = other.get(line.id)
    const sentence = sentenceOf(line, currency)
    if (!known || sentenceOf(known, currency) !== sentence) differing.push([`line ${places.get(line.id)}`, sentence])
  }
  return { lines: lines.length, ...Object.fromEntries(differing) }
}

function sentenceOf(line: LineRecord, currency: string): string {
  const { text, quantity, unitPrice, discountPercent, net, adjustmentReason } = line
  const discount = plain(discountPercent) === '0' ? '' : ` − ${plain(discountPercent)} %`
  const reason = adjustmentReason === null ? '' : ` (${adjustmentReason})`
  return `${text}: ${plain(quantity)} x ${plain(unitPrice)}${discount} = ${writeAmount(net, currency)}${reason}`
}

/** What the search finds a document by, its number not counted. */
function searchTextOf(row: InvoiceRecord, { settings: { customer, project } }: Drawn<LineRecord>): string {
  const { description, orderReference } = row
  return searchText(customer?.number, customer?.name, project?.number, project?.name, description, orderReference)
}
