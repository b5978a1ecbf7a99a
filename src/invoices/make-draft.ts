import { randomBytes } from 'node:crypto'
import { and, asc, desc, eq, ne } from 'drizzle-orm'
import { getInvoicing } from '../accounting/invoicing-store.ts'
import { loadPriceBook } from '../activities/load-price-book.ts'
import type { Company } from '../company/company.ts'
import { getCompany } from '../company/company-store.ts'
import { findCustomer } from '../customers/customer-store.ts'
import { type Db, inTransaction, type Tx } from '../lib/database/database.ts'
import { clockIn, dayIn } from '../lib/dates.ts'
import { AppError, type FieldFault } from '../lib/errors.ts'
import { type Actor, invalid } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { newId } from '../lib/ids.ts'
import { toMinor } from '../lib/money.ts'
import { priceModel } from '../prices/price-table.ts'
import type { BookModel, PriceBook } from '../prices/rate-of.ts'
import { project } from '../projects/project-table.ts'
import { type Arranged, arrange } from './arrange.ts'
import { findLastRates } from './billed-store.ts'
import type { Scheme } from './built-line.ts'
import type { NewDraft } from './draft.ts'
import { draftTexts } from './draft-texts.ts'
import { findInvoice, insertInvoice, type NewInvoice } from './invoice-store.ts'
import { invoice } from './invoice-table.ts'
import { saveDraft } from './save-draft.ts'
import { billedBy, claimFor, schemeOf } from './scheme.ts'

const say = sayFrom(draftTexts)

/**
 * Makes a draft and takes its sources in one transaction. Drafts of one project are made one after the other, so that of two
 * people who ask for the same hours one gets them and the other is told who did. The same key is the same draft, made once.
 * @throws invalid, or conflict when there is nothing to bill or hours have no price.
 */
export async function makeDraft(db: Db, actor: Actor, wish: NewDraft, now: Date): Promise<string> {
  return inTransaction(db, (tx) => makeDraftIn(tx, actor, wish, now))
}

async function makeDraftIn(tx: Tx, actor: Actor, wish: NewDraft, now: Date): Promise<string> {
  const faults = faultsOf(wish)
  if (faults.length > 0) throw invalid(faults)
  const of = await lockProject(tx, wish.projectId)
  if (wish.key && (await isMade(tx, wish.key, wish))) return wish.key
  const company = await getCompany(tx)
  const { book, model } = await findModel(tx, of, wish.priceModelId)
  const today = dayIn(company.timeZone, now)
  const until = wish.until ?? (wish.settlement ? today : null)
  const takesSources = until !== null
  if (!model && takesSources) throw new AppError('conflict', say('draft.withoutModel', { project: of.label }))
  const id = wish.key ?? newId(now)
  const row = await insertInvoice(tx, await emptyDraft(tx, { id, actor, wish, of, model, company, until, now }))
  const amount = wish.onAccountAmount === null ? null : toMinor(wish.onAccountAmount, row.currency)
  const scheme =
    model && (takesSources || amount !== null)
      ? await schemeOf(tx, { invoiceId: id, model, settlement: wish.settlement, onAccountAmount: amount })
      : null
  if (scheme && model && until !== null) {
    const claim = {
      invoiceId: id,
      projectId: of.id,
      priceModelId: model.id,
      ...billedBy(book, model),
      until,
      now,
    }
    await claimFor(tx, scheme, claim, { model, settlement: wish.settlement, carries: false })
  }
  const billing = model && scheme ? { book, model, scheme } : null
  const arranged = await arrange(tx, row, { existing: [], billing, now })
  if (scheme && arranged.lines.length === 0)
    throw await nothing(tx, { id, wish, of, model, company, until: until ?? today, now })
  await saveDraft(tx, { ...arranged, actor, now, row, before: null, set: natureOf(wish, scheme, arranged, model) })
  return id
}

function faultsOf(wish: NewDraft): FieldFault[] {
  const { kind, until, settlement, onAccountAmount } = wish
  const faults: FieldFault[] = []
  if (onAccountAmount !== null) {
    const path = 'onAccountAmount'
    if (kind === 'credit-note') faults.push({ path, sentence: say('draft.onAccountCredit') })
    if (until !== null || settlement) faults.push({ path, sentence: say('draft.onAccountAlone') })
    if (!/[1-9]/.test(onAccountAmount) || onAccountAmount.startsWith('-'))
      faults.push({ path, sentence: say('draft.onAccountPositive') })
  }
  if (kind === 'credit-note' && (until !== null || settlement))
    faults.push({ path: until === null ? 'settlement' : 'until', sentence: say('draft.creditWithSources') })
  return faults
}

type Of = { id: string; label: string; customerId: string; currency: string | null; departmentId: string | null }

/** Held until the end, and no stronger than needed: who registers hours meanwhile refers to the project and must not wait. */
async function lockProject(tx: Tx, id: string): Promise<Of> {
  const [row] = await tx.select().from(project).where(eq(project.id, id)).for('no key update')
  if (!row || row.deletedAt !== null) throw invalid([{ path: 'projectId', sentence: say('draft.unknownProject') }])
  return { ...row, label: `${row.number} ${row.name}` }
}

/** @throws invalid when the key belongs to something else. */
async function isMade(tx: Tx, key: string, wish: NewDraft): Promise<boolean> {
  const known = await findInvoice(tx, key)
  if (!known) return false
  const { projectId, until } = wish
  const isSame = known.projectId === projectId && (until === null || known.sourcesUntil === until)
  if (!isSame) throw invalid([{ path: 'key', sentence: say('draft.keyTaken') }])
  return true
}

/** The price model that was asked for, else the project's default. */
async function findModel(
  tx: Tx,
  of: Of,
  asked: string | null,
): Promise<{ book: PriceBook; model: BookModel | undefined }> {
  // Whoever saves one of them, its prices and its plan, waits, or is waited for.
  const models = tx.select().from(priceModel).where(eq(priceModel.projectId, of.id)).orderBy(asc(priceModel.id))
  await models.for('no key update')
  const book = await loadPriceBook(tx, [of.id])
  const id = asked ?? book.projects.get(of.id)?.defaultModelId ?? null
  const model = id === null ? undefined : book.models.get(id)
  if (asked !== null && model === undefined)
    throw invalid([{ path: 'priceModelId', sentence: say('draft.modelOfOther', { project: of.label }) }])
  if (model?.kind === 'non-billable')
    throw invalid([{ path: 'priceModelId', sentence: say('draft.nonBillable', { model: model.name }) }])
  return { book, model }
}

type Empty = {
  id: string
  actor: Actor
  wish: NewDraft
  of: Of
  model: BookModel | undefined
  company: Company
  until: string | null
  now: Date
}

async function emptyDraft(tx: Tx, { id, actor, wish, of, model, company, until, now }: Empty): Promise<NewInvoice> {
  const customerId = model?.customerId ?? of.customerId
  const currency = model?.currency ?? of.currency ?? (await findCustomer(tx, customerId))?.currency
  if (currency === undefined) throw invalid([{ path: 'projectId', sentence: say('draft.unknownCustomer') }])
  const isForeign = currency !== company.currency
  const lastRate = isForeign ? (await findLastRates(tx, [currency])).get(currency) : undefined
  return {
    id,
    version: 1,
    createdAt: now,
    updatedAt: now,
    kind: wish.kind,
    state: 'draft',
    reference: await newReference(tx),
    transfer: true,
    customerId,
    projectId: of.id,
    priceModelId: model?.id ?? null,
    departmentId: of.departmentId,
    currency,
    sourcesUntil: until,
    exchangeRate: isForeign ? (wish.exchangeRate ?? lastRate ?? null) : null,
    onAccount: false,
    net: 0n,
    vat: 0n,
    gross: 0n,
    searchText: '',
    createdBy: actor.name,
  }
}

/** An invoice on account has a part of a plan or of a price; a settlement that owes money back is a credit note. */
function natureOf(
  wish: NewDraft,
  scheme: Scheme | null,
  { lines }: Arranged,
  model: BookModel | undefined,
): Partial<NewInvoice> {
  const bills = lines.some((line) => line.origin === 'plan')
  const isPart = wish.onAccountAmount !== null || (model?.kind === 'on-account' && !wish.settlement)
  const net = lines.reduce((all, line) => all + line.net, 0n)
  return {
    onAccount: isPart && bills,
    ...(wish.settlement && scheme && net < 0n ? { kind: 'credit-note' } : {}),
  }
}

const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The instance's mark and 80 random bits: 20 characters, by which the document is known in the accounting system. */
export async function newReference(tx: Tx): Promise<string> {
  const { mark } = await getInvoicing(tx)
  return mark + [...randomBytes(16)].map((byte) => signs[byte % signs.length]).join('')
}

type Nothing = Omit<Empty, 'actor' | 'until'> & { until: string }

/** Why there was nothing to bill: never was, or another draft holds it. */
async function nothing(tx: Tx, { id, wish, of, model, company, until, now }: Nothing): Promise<AppError> {
  if (wish.settlement) return new AppError('conflict', say('draft.nothingToSettle', { project: of.label }))
  const [other] = await tx
    .select({ createdBy: invoice.createdBy, createdAt: invoice.createdAt })
    .from(invoice)
    .where(
      and(
        eq(invoice.projectId, of.id),
        model && eq(invoice.priceModelId, model.id),
        ne(invoice.state, 'finalized'),
        ne(invoice.id, id),
      ),
    )
    .orderBy(desc(invoice.createdAt))
    .limit(1)
  if (!other) return new AppError('conflict', say('draft.nothingToBill', { project: of.label, until }))
  const at = clockIn(company.timeZone, other.createdAt, now)
  return new AppError('conflict', say('draft.takenMeanwhile', { project: of.label, by: other.createdBy, at }))
}
