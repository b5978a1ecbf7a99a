import { eq } from 'drizzle-orm'
import { bookkeepingAccount } from '../accounting/accounting-table.ts'
import { activity } from '../activities/activity-table.ts'
import { type Db, inTransaction, type Tx } from '../lib/database/database.ts'
import { AppError, type FieldFault } from '../lib/errors.ts'
import { invalid } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { newId } from '../lib/ids.ts'
import { largestMinor, lineNet, magnitude, writeAmount } from '../lib/money.ts'
import { arrangeAgain, type DraftWork, mustHoldItsSources } from './change-draft.ts'
import { releaseSources } from './claim-sources.ts'
import { draftTexts } from './draft-texts.ts'
import { hasFixedVat } from './draw-up.ts'
import type { LineInput } from './invoice.ts'
import { type InvoiceRecord, type LineRecord, listLines, listSourcesOfLine } from './invoice-store.ts'
import { type DraftView, draftView, lockDraft, saveDraft } from './save-draft.ts'

const say = sayFrom(draftTexts)

const mostLines = 20_000

type Opened = { row: InvoiceRecord; before: DraftView; existing: LineRecord[] }

async function openDraft(tx: Tx, { id, version }: DraftWork): Promise<Opened> {
  const row = await lockDraft(tx, id, version)
  return { row, before: await draftView(tx, row), existing: await listLines(tx, id) }
}

/** Adds a line of a person's own. Without a product type it is a line of text. */
export async function addLine(db: Db, work: DraftWork, input: LineInput, position: number | undefined): Promise<void> {
  await inTransaction(db, async (tx) => {
    const opened = await openDraft(tx, work)
    const { row, existing } = opened
    if (existing.length >= mostLines) throw new AppError('conflict', say('draft.tooManyLines'))
    await mustBeRight(tx, row, input, null)
    const line: LineRecord = { ...emptyLine, id: newId(work.now), invoiceId: row.id, ...columnsOf(input, row.currency) }
    const at = Math.min(position ?? existing.length, existing.length)
    await saveDraft(tx, { ...opened, ...work, lines: existing.toSpliced(at, 0, line) })
  })
}

/**
 * Changes a line. Where its amount is no longer what its sources are worth, a reason is required: that is the write-up or write-down.
 * The hours behind it stay as they were registered.
 */
export async function changeLine(db: Db, work: DraftWork, lineId: string, input: LineInput): Promise<void> {
  await inTransaction(db, async (tx) => {
    const opened = await openDraft(tx, work)
    const { row, existing } = opened
    const line = mustHave(existing, lineId)
    await mustBeRight(tx, row, input, line)
    const changed: LineRecord = {
      ...line,
      ...columnsOf(input, row.currency),
      origin: originOf(line, input),
      edited: true,
    }
    if (line.registeredNet !== null && changed.net === line.registeredNet) changed.adjustmentReason = null
    if (hasFixedVat(line)) changed.accountId = line.accountId
    await saveDraft(tx, { ...opened, ...work, lines: existing.map((each) => (each.id === lineId ? changed : each)) })
  })
}

/** Takes a line off; its sources are open again. */
export async function removeLine(db: Db, work: DraftWork, lineId: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const opened = await openDraft(tx, work)
    mustHave(opened.existing, lineId)
    const sourceIds = (await listSourcesOfLine(tx, lineId)).map((source) => source.sourceId)
    if (sourceIds.length > 0) await releaseSources(tx, { invoiceId: work.id, sourceIds, now: work.now })
    await saveDraft(tx, { ...opened, ...work, lines: opened.existing.filter((line) => line.id !== lineId) })
  })
}

export async function orderLines(db: Db, work: DraftWork, lineIds: readonly string[]): Promise<void> {
  await inTransaction(db, async (tx) => {
    const opened = await openDraft(tx, work)
    const byId = new Map(opened.existing.map((line) => [line.id, line]))
    const lines = [...new Set(lineIds)].flatMap((id) => byId.get(id) ?? [])
    if (lines.length !== byId.size || lineIds.length !== byId.size)
      throw invalid([{ path: 'lineIds', sentence: say('draft.orderIncomplete') }])
    await saveDraft(tx, { ...opened, ...work, lines })
  })
}

/** Takes single sources off a line: they are open again, and the line bills what is left, or goes. */
export async function removeSources(
  db: Db,
  work: DraftWork,
  lineId: string,
  sourceIds: readonly string[],
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { row, before, existing } = await openDraft(tx, work)
    mustHave(existing, lineId)
    const own = new Set((await listSourcesOfLine(tx, lineId)).map((source) => source.sourceId))
    if (!sourceIds.every((id) => own.has(id)))
      throw invalid([{ path: 'sourceIds', sentence: say('draft.unknownSource') }])
    await mustHoldItsSources(tx, row)
    await releaseSources(tx, { invoiceId: row.id, sourceIds, now: work.now })
    const arranged = await arrangeAgain(tx, row, existing, work.now)
    await saveDraft(tx, { ...arranged, ...work, row, before })
  })
}

function mustHave(lines: readonly LineRecord[], id: string): LineRecord {
  const line = lines.find((each) => each.id === id)
  if (!line) throw new AppError('not-found', say('draft.unknownLine'))
  return line
}

function columnsOf(input: LineInput, currency: string) {
  if (input.productType === null)
    return {
      ...input,
      origin: 'text' as const,
      quantity: '0',
      unitPrice: '0',
      discountPercent: '0',
      net: 0n,
      accountId: null,
    }
  return { ...input, origin: 'manual' as const, net: lineNet(input, currency) }
}

const originOf = (line: LineRecord, input: LineInput): LineRecord['origin'] =>
  line.origin === 'manual' || line.origin === 'text' ? (input.productType === null ? 'text' : 'manual') : line.origin

const emptyLine = {
  position: 0,
  registeredNet: null,
  accountNumber: null,
  vatCodeId: null,
  vatCode: null,
  vatCategory: null,
  vatPercent: null,
  vat: 0n,
  vatFixed: false,
  edited: true,
  deductsInvoiceId: null,
  creditedLineId: null,
} as const

async function mustBeRight(tx: Tx, row: InvoiceRecord, input: LineInput, line: LineRecord | null): Promise<void> {
  const faults = [
    ...amountFaults(row, input, line),
    ...(await referenceFaults(tx, row, input, line)),
    ...(input.periodFrom !== null && input.periodTo !== null && input.periodTo < input.periodFrom
      ? [{ path: 'periodTo', sentence: say('draft.periodEndsBeforeStart') }]
      : []),
  ]
  if (faults.length > 0) throw invalid(faults)
}

function amountFaults(row: InvoiceRecord, input: LineInput, line: LineRecord | null): FieldFault[] {
  const net = input.productType === null ? 0n : lineNet(input, row.currency)
  if (magnitude(net) > largestMinor) return [{ path: 'quantity', sentence: say('draft.tooLarge') }]
  if (!line) return []
  const isTaken = line.origin === 'deduction' || (line.origin === 'agreed-price' && line.vatFixed)
  if (isTaken && net !== line.net) return [{ path: 'unitPrice', sentence: say('draft.amountFixed') }]
  if (line.registeredNet === null || net === line.registeredNet || input.adjustmentReason !== null) return []
  const values = { registered: writeAmount(line.registeredNet, row.currency), net: writeAmount(net, row.currency) }
  return [{ path: 'adjustmentReason', sentence: say('draft.reasonNeeded', values) }]
}

async function referenceFaults(
  tx: Tx,
  row: InvoiceRecord,
  { accountId, activityId }: LineInput,
  line: LineRecord | null,
): Promise<FieldFault[]> {
  const faults: FieldFault[] = []
  if (line && hasFixedVat(line) && accountId !== line.accountId && accountId !== null)
    faults.push({ path: 'accountId', sentence: say('draft.vatFixed') })
  if (accountId !== null && accountId !== line?.accountId) {
    const [found] = await tx.select().from(bookkeepingAccount).where(eq(bookkeepingAccount.id, accountId))
    if (!found) faults.push({ path: 'accountId', sentence: say('draft.unknownAccount') })
  }
  if (activityId !== null && activityId !== line?.activityId) {
    const [found] = await tx.select().from(activity).where(eq(activity.id, activityId))
    if (found?.projectId !== row.projectId) faults.push({ path: 'activityId', sentence: say('draft.unknownActivity') })
  }
  return faults
}
