import { and, asc, eq, isNull } from 'drizzle-orm'
import { customer } from '../customers/customer-table.ts'
import { type Db, inTransaction, type Tx } from '../lib/database/database.ts'
import { AppError, type FieldFault } from '../lib/errors.ts'
import { type Actor, invalid } from '../lib/http.ts'
import { type Sentence, sayFrom } from '../lib/i18n/sentence.ts'
import { newId } from '../lib/ids.ts'
import { plain } from '../lib/money.ts'
import { getTagIds, replaceTags } from '../tags/record-tags.ts'
import type { BuiltSource } from './built-line.ts'
import type { CreditInput } from './credit.ts'
import { type CreditFault, type CreditLine, creditLine, type PartWish } from './credit-lines.ts'
import { findCredited } from './credit-store.ts'
import { creditTexts } from './credit-texts.ts'
import { isCoupled } from './invoice.ts'
import {
  getInvoiceRecord,
  type InvoiceRecord,
  insertInvoice,
  type LineRecord,
  listLines,
  listSources,
  type NewInvoice,
} from './invoice-store.ts'
import { invoice } from './invoice-table.ts'
import { newReference } from './make-draft.ts'
import { saveDraft } from './save-draft.ts'
import { lockStanding } from './standing-store.ts'

const say = sayFrom(creditTexts)

export type Credit = { actor: Actor; id: string; wish: CreditInput; now: Date }

/**
 * Makes a draft that takes an invoice back, whole or in part: the same account, VAT and exchange rate, amounts with the opposite
 * sign. What other credit notes take back, drafts too, is left out, so that asking twice credits once.
 * @throws not-found; invalid; conflict when nothing is left to credit.
 */
export async function creditInvoice(
  db: Db,
  { actor, id, wish, now }: Credit,
): Promise<{ creditNoteId: string; newDraftId: string | null }> {
  return inTransaction(db, async (tx) => {
    const original = await mustBeCreditable(tx, id)
    const lines = await listLines(tx, id)
    const credits = await creditsOf(tx, original, lines, wish)
    const to = wish.toCustomerId === null ? null : await mustBeAnother(tx, original, wish)
    const note = { kind: 'credit-note', creditReason: wish.reason, creditedHours: wish.hours } as const
    const creditNoteId = await newDraft(
      tx,
      original,
      { ...note, creditedInvoiceId: id, vatRounding: original.vatRounding },
      { actor, now, lines: credits },
    )
    const newDraftId = to === null ? null : await copyFor(tx, original, lines, to, { actor, now })
    return { creditNoteId, newDraftId }
  })
}

async function mustBeCreditable(tx: Tx, id: string): Promise<InvoiceRecord> {
  const row = await getInvoiceRecord(tx, id)
  // Held until the end: two who credit the same invoice see what the other takes.
  if (row.state !== 'finalized' || !(await lockStanding(tx, id))) throw new AppError('conflict', say('credit.draft'))
  if (row.kind === 'credit-note') throw new AppError('conflict', say('credit.creditNote', { number: row.number ?? '' }))
  return row
}

type Credited = { of: LineRecord; credit: CreditLine }

async function creditsOf(tx: Tx, original: InvoiceRecord, lines: readonly LineRecord[], wish: CreditInput) {
  const before = await findCredited(tx, original.id, 'all')
  const parts = wish.lines
  if (parts === null) {
    const credits = lines.flatMap((of) => {
      const credit = creditLine(of, before.get(of.id), undefined, original.currency)
      return 'fault' in credit ? [] : [{ of, credit }]
    })
    if (credits.every(({ credit }) => credit.net === 0n)) throw await nothingLeft(tx, original)
    return credits
  }
  const faults: FieldFault[] = []
  const credits: Credited[] = []
  const byId = new Map(lines.map((line) => [line.id, line]))
  const seen = new Set<string>()
  for (const [index, part] of parts.entries()) {
    const of = byId.get(part.lineId)
    const wrong = whyNot(of, seen.has(part.lineId), original)
    seen.add(part.lineId)
    if (!of || wrong) {
      if (wrong) faults.push({ path: `lines.${index}.lineId`, sentence: wrong })
      continue
    }
    const credit = creditLine(of, before.get(of.id), part as PartWish, original.currency)
    if ('fault' in credit) faults.push(faultAt(`lines.${index}`, credit))
    else credits.push({ of, credit })
  }
  if (faults.length > 0) throw invalid(faults)
  return credits
}

function whyNot(of: LineRecord | undefined, isTwice: boolean, original: InvoiceRecord): Sentence | undefined {
  if (!of) return say('credit.unknownLine', { number: original.number ?? '' })
  if (isTwice) return say('credit.lineTwice')
  return of.productType === null ? say('credit.lineOfText') : undefined
}

function faultAt(path: string, fault: CreditFault): FieldFault {
  switch (fault.fault) {
    case 'both':
      return { path: `${path}.net`, sentence: say('credit.both') }
    case 'nothing-left':
      return { path: `${path}.lineId`, sentence: say('credit.lineNothingLeft') }
    case 'not-positive':
      return { path: `${path}.${fault.path}`, sentence: say('credit.notPositive') }
    case 'too-much':
      return { path: `${path}.${fault.path}`, sentence: say('credit.tooMuch', { left: fault.left }) }
  }
}

async function nothingLeft(tx: Tx, original: InvoiceRecord): Promise<AppError> {
  const notes = await tx
    .select({ number: invoice.number })
    .from(invoice)
    .where(eq(invoice.creditedInvoiceId, original.id))
    .orderBy(asc(invoice.serial))
  const by = notes.map(({ number }) => number ?? '…').join(', ')
  return new AppError('conflict', say('credit.nothingLeft', { number: original.number ?? '', by }))
}

async function mustBeAnother(tx: Tx, original: InvoiceRecord, wish: CreditInput): Promise<string> {
  const id = wish.toCustomerId as string
  const [found] = await tx
    .select({ number: customer.number, name: customer.name })
    .from(customer)
    .where(and(eq(customer.id, id), isNull(customer.deletedAt)))
  const faults: FieldFault[] = []
  if (!found) faults.push({ path: 'toCustomerId', sentence: say('credit.unknownCustomer') })
  else if (id === original.customerId) {
    const sentence = say('credit.sameCustomer', { customer: `${found.number} ${found.name}` })
    faults.push({ path: 'toCustomerId', sentence })
  }
  if (wish.lines !== null) faults.push({ path: 'toCustomerId', sentence: say('credit.wholeOnly') })
  if (wish.hours !== 'reopen') faults.push({ path: 'hours', sentence: say('credit.reopenOnly') })
  if (faults.length > 0) throw invalid(faults)
  return id
}

type Making = { actor: Actor; now: Date; lines: readonly Credited[] }

async function newDraft(tx: Tx, original: InvoiceRecord, set: Partial<NewInvoice>, { actor, now, lines }: Making) {
  const row = await insertCopy(tx, original, set, { actor, now })
  await saveDraft(tx, {
    actor,
    now,
    row,
    before: null,
    existing: [],
    lines: lines.map(({ of, credit }, position) => ({
      ...of,
      ...credit,
      id: newId(now),
      invoiceId: row.id,
      position,
      origin: of.productType === null ? 'text' : 'credit',
      registeredNet: null,
      adjustmentReason: null,
      edited: false,
      vatFixed: of.productType !== null,
      deductsInvoiceId: null,
      creditedLineId: of.id,
    })),
  })
  return row.id
}

/** The same lines for another customer: account and VAT follow that one, the hours come along when the credit note is finalized. */
async function copyFor(
  tx: Tx,
  original: InvoiceRecord,
  lines: readonly LineRecord[],
  customerId: string,
  { actor, now }: { actor: Actor; now: Date },
): Promise<string> {
  const row = await insertCopy(tx, original, { kind: 'invoice', customerId, contactId: null }, { actor, now })
  const copies = lines.map((line) => ({ ...line, id: newId(now), invoiceId: row.id, of: line.id }))
  const sources = new Map(copies.map((copy) => [copy.of, [] as BuiltSource[]]))
  for (const { lineId, ...source } of await listSources(tx, original.id)) sources.get(lineId)?.push(source)
  await saveDraft(tx, {
    actor,
    now,
    row,
    before: null,
    existing: [],
    lines: copies.map(({ of: _, ...line }) => line),
    sources: new Map(copies.map((copy) => [copy.id, sources.get(copy.of) ?? []])),
  })
  return row.id
}

async function insertCopy(
  tx: Tx,
  original: InvoiceRecord,
  set: Partial<NewInvoice>,
  { actor, now }: { actor: Actor; now: Date },
): Promise<InvoiceRecord> {
  const id = newId(now)
  const { departmentId, description, projectId, priceModelId, currency, yourReference, orderReference } = original
  const { contractReference, contactId, nameLineAbove, nameLineBelow, language, hourSpecification } = original
  const isForeign = original.currency !== original.companyCurrency
  const row = await insertInvoice(tx, {
    id,
    version: 1,
    createdAt: now,
    updatedAt: now,
    kind: 'invoice',
    state: 'draft',
    reference: await newReference(tx),
    transfer: isCoupled(original.series),
    customerId: original.customerId,
    projectId,
    priceModelId,
    departmentId,
    currency,
    description,
    yourReference,
    orderReference,
    contractReference,
    contactId,
    nameLineAbove,
    nameLineBelow,
    language,
    hourSpecification,
    exchangeRate: isForeign && original.exchangeRate !== null ? plain(original.exchangeRate) : null,
    rateSource: original.rateSource,
    rateOn: original.rateOn,
    onAccount: set.kind === 'credit-note' ? false : original.onAccount,
    net: 0n,
    vat: 0n,
    gross: 0n,
    searchText: '',
    createdBy: actor.name,
    ...set,
  })
  await replaceTags(tx, 'invoice', id, await getTagIds(tx, original.id))
  return row
}
