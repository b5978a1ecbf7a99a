// Company > Export invoices: the documents of the coupled series by state, and one of them with all that is known of it.
import { desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { coupledSeriesKinds } from '../company/company.ts'
import { invoice } from '../invoices/invoice-table.ts'
import { invoicePost } from '../invoices/invoice-tasks.ts'
import type { Db } from '../lib/database/database.ts'
import type { Language, Phrasebook } from '../lib/i18n/sentence.ts'
import { plain, writeAmount } from '../lib/money.ts'
import { findBadge, findBadges } from '../sync/badge-store.ts'
import type { RecordState } from '../sync/record-state.ts'
import { amountsThatDiffer, type Theirs } from './post-read-back.ts'
import type { PostingDetail, PostingRow, TheirDocument } from './posting.ts'
import { choicesOffered, isShown, mustFindDocument, readSituation } from './posting-situation.ts'
import type { Posting, PostingOrder } from './posting-store.ts'
import { posting } from './posting-table.ts'
import type { Uniconta } from './uniconta.ts'

export type PostingFilter = {
  page: number
  size: number
  search?: string | undefined
  state?: RecordState[] | undefined
}
type Reader = { phrase: Phrasebook; language: Language; now: Date }

const shown = sql<RecordState>`coalesce(t.shown, 'off')`
const taskOf = sql`sync_task t`
const isTask = sql`t.kind = ${invoicePost} and t.subject = ${invoice.id}::text`

/** The newest first. */
export async function listPostings(db: Db, filter: PostingFilter, reader: Reader) {
  const found = sql`${inArray(invoice.series, [...coupledSeriesKinds])} and ${invoice.state} = 'finalized' and ${numbered(filter.search)}`
  const where = filter.state ? sql`${found} and ${oneOf(shown, filter.state)}` : found
  const rows = await db
    .select({
      id: invoice.id,
      number: sql<string>`${invoice.number}`,
      kind: invoice.kind,
      customerName: sql<string>`coalesce(${invoice.printed} #>> '{buyer,name}', '')`,
      invoicedOn: sql<string>`${invoice.invoicedOn}`,
      currency: invoice.currency,
      gross: invoice.gross,
      step: posting.step,
      how: posting.how,
      theirNumber: posting.theirNumber,
      voucher: posting.voucher,
      reason: posting.reason,
      saidBy: posting.saidBy,
    })
    .from(invoice)
    .leftJoin(posting, eq(posting.invoiceId, invoice.id))
    .leftJoin(taskOf, isTask)
    .where(where)
    .orderBy(desc(invoice.finalizedAt), desc(invoice.serial))
    .limit(filter.size)
    .offset((filter.page - 1) * filter.size)
  const badges = await findBadges(
    db,
    'invoice',
    rows.map(({ id }) => id),
    reader.phrase,
    reader.language,
    invoicePost,
  )
  const items = rows.map((row): PostingRow => {
    const sync = badges.get(row.id)
    if (!sync) throw new Error('findBadges gives a badge for every id.')
    return { ...row, how: row.step === 'settled' ? row.how : null, gross: writeAmount(row.gross, row.currency), sync }
  })
  const counts = await countByState(db, found)
  const wanted = counts.filter(({ state }) => filter.state?.includes(state) ?? true)
  const total = wanted.reduce((sum, { count }) => sum + count, 0)
  return { items, total, counts, page: filter.page, size: filter.size }
}

async function countByState(db: Db, where: SQL): Promise<{ state: RecordState; count: number }[]> {
  return db
    .select({ state: shown, count: sql<number>`count(*)::int` })
    .from(invoice)
    .leftJoin(posting, eq(posting.invoiceId, invoice.id))
    .leftJoin(taskOf, isTask)
    .where(where)
    .groupBy(shown)
}

/** Our number or theirs. */
function numbered(search: string | undefined): SQL {
  if (!search) return sql`true`
  const pattern = `%${search.replace(/[%_\\]/g, '\\$&')}%`
  return sql`(${invoice.number} ilike ${pattern} or ${posting.theirNumber}::text like ${pattern})`
}

const oneOf = (value: SQL, list: readonly string[]): SQL =>
  sql`${value} in (${sql.join(
    list.map((one) => sql`${one}`),
    sql`, `,
  )})`

/** @throws not-found */
export async function getPosting(
  db: Db,
  tools: Pick<Uniconta, 'box'>,
  id: string,
  reader: Reader,
): Promise<PostingDetail> {
  const document = await mustFindDocument(db, id)
  const situation = await readSituation(db, tools, document, reader.now)
  const { row, orders, waitEndsAt } = situation
  const { currency } = document
  const written = (minor: bigint) => writeAmount(minor, currency)
  return {
    id,
    number: document.number,
    kind: document.kind,
    customerName: document.printed.buyer.name,
    invoicedOn: document.invoicedOn,
    dueOn: document.dueOn,
    currency,
    net: written(document.net),
    vat: written(document.vat),
    gross: written(document.gross),
    step: row?.step ?? null,
    how: row?.step === 'settled' ? row.how : null,
    theirNumber: row?.theirNumber ?? null,
    voucher: row?.voucher ?? null,
    reason: row?.reason ?? null,
    saidBy: row?.saidBy ?? null,
    sync: await findBadge(db, 'invoice', id, reader.phrase, reader.language, invoicePost),
    orders: orders.map((order) => ({
      number: order.orderNumber,
      madeAt: order.madeAt.toISOString(),
      fate: fateOf(order, row),
    })),
    waitEndsAt: waitEndsAt?.toISOString() ?? null,
    postingOn: row?.postingOn ?? null,
    settledAt: row?.settledAt?.toISOString() ?? null,
    there: row?.theirNumber ? showTheirs({ ...row, theirNumber: row.theirNumber }, currency) : null,
    differences: row ? amountsThatDiffer(document, row).map(({ by: _, ...difference }) => difference) : [],
    shownStep: isShown(situation) ? (row?.shownStep ?? null) : null,
    choices: choicesOffered(situation),
  }
}

/** An order that was refused and deleted is gone, although its post was called. */
function fateOf({ orderNumber, isPosted, isGone }: PostingOrder, row: Posting | undefined): 'made' | 'posted' | 'gone' {
  const becameInvoice = row?.step === 'settled' && row.how !== 'marked' && row.orderNumber === orderNumber
  if (isPosted && (becameInvoice || !isGone)) return 'posted'
  return isGone ? 'gone' : 'made'
}

/** The company amount is in Danish kroner, as the other side keeps its books. */
export function showTheirs(theirs: Theirs, currency: string): TheirDocument {
  const written = (minor: bigint | null) => (minor === null ? null : writeAmount(minor, currency))
  return {
    number: theirs.theirNumber,
    rowId: theirs.theirRowId,
    voucher: theirs.voucher,
    journalId: theirs.journalId,
    net: written(theirs.theirNet),
    vat: written(theirs.theirVat),
    gross: written(theirs.theirGross),
    dueOn: theirs.theirDueOn,
    exchangeRate: theirs.exchangeRate === null ? null : plain(theirs.exchangeRate),
    companyAmount: theirs.companyAmount === null ? null : writeAmount(theirs.companyAmount, 'DKK'),
  }
}
