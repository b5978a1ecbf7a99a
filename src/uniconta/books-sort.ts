// What each document there is to us, decided without any call: pure, from both sides.
import type { CoupledSeries } from '../company/company.ts'
import { type Sentence, sayFrom } from '../lib/i18n/sentence.ts'
import { writeAmount } from '../lib/money.ts'
import { type BookKind, type FoundBooks, type FoundOrder, type FoundRow, kindsToDecide } from './books.ts'
import type { DocumentHere, Here, SettledAs } from './books-here.ts'
import type { Books, BookThere } from './books-look.ts'
import { booksTexts } from './books-texts.ts'
import { serieIn } from './coupled.ts'
import { rowIdOf } from './fields.ts'
import { keyOfRow, numberOf, referenceOf } from './post-look.ts'
import { amountsThatDiffer, toTheirs } from './post-read-back.ts'
import type { Row } from './session.ts'
import { bearsMark, isInOurRange } from './standing-orders.ts'

const say = sayFrom(booksTexts)

export function sortBooks(books: Books, here: Here, mark: string, unsettled: number): FoundBooks {
  const seen = new Set<string>()
  const rows: FoundRow[] = []
  let matched = 0
  for (const book of books.rows) {
    const found = sortRow(book, here, mark, seen)
    if (found === 'matched') matched += 1
    else if (found) rows.push(found)
  }
  const bookedFrom = new Map(books.rows.map(({ row }) => [referenceOf(row), Number(row.OrderNumber)]))
  return {
    rows,
    orders: books.orders.flatMap((order) => sortOrder(order, here, bookedFrom)),
    matched,
    unsettled,
    highest: highestOf(books, 'invoice'),
    next: books.next,
    ...(books.nextCredit === undefined
      ? {}
      : { creditNotes: { highest: highestOf(books, 'credit-note'), next: books.nextCredit } }),
  }
}

const highestOf = ({ rows }: Books, series: CoupledSeries): number =>
  Math.max(0, ...rows.filter((book) => book.series === series && !book.isElsewhere).map(({ row }) => numberOf(row)))

/** Undefined: a person said before that it is none of ours. `seen`: references whose document was met under a lower number. */
function sortRow(book: BookThere, here: Here, mark: string, seen: Set<string>): FoundRow | 'matched' | undefined {
  const { row } = book
  const number = numberOf(row)
  const reference = referenceOf(row)
  const ours = here.byOrder.get(String(row.OrderNumber)) ?? here.byReference.get(reference)
  if (here.settledAs.some((one) => one.number === number && isSameRow(one, row))) {
    if (reference) seen.add(reference)
    return 'matched'
  }
  if (here.apart.has(keyOfRow(row))) return undefined
  // Somebody copied the document, or took it back: the reference is copied, and it is not the document.
  const isCopy = reference !== '' && seen.has(reference)
  if (ours && !isCopy && !ours.isSettled) {
    seen.add(reference)
    if (ours.isFinal) return show(book, here, 'uncertain', { ours })
    const why = whyNoDraft(book, ours, here)
    return show(book, here, why ? 'open' : 'draft', { ours, why })
  }
  if (!ours && !isCopy && bearsMark(reference, mark)) {
    seen.add(reference)
    const why = whyNotIn(book, here)
    return show(book, here, why ? 'open' : 'comes-in', { why })
  }
  const copied = ours ?? here.byReference.get(reference)
  return show(book, here, 'foreign', {
    why: copied
      ? say('books.copyOf', { other: copied.number ?? reference })
      : isCopy
        ? say('books.copy', { reference })
        : undefined,
  })
}

/** Where no row id is shown, a number is one of several series'. */
function isSameRow({ rowId, serie }: SettledAs, row: Row): boolean {
  const [theirId, theirSerie] = [rowIdOf(row), serieIn(row)]
  if (rowId !== null && theirId !== null) return rowId === theirId
  return serie === null || theirSerie === undefined || serie === theirSerie
}

/** Why a draft with this very reference cannot become the document there. */
function whyNoDraft({ row, series, isElsewhere }: BookThere, draft: DocumentHere, here: Here): Sentence | undefined {
  if (isElsewhere) return say('books.otherSeries', { serie: serieIn(row) ?? '?' })
  const currency = String(row.Currency || draft.currency)
  const theirs = toTheirs(row, draft.currency)
  if (theirs.theirNet === null || theirs.theirVat === null || theirs.theirGross === null) return say('books.noAmounts')
  if (here.isTaken(series, numberOf(row)))
    return say('books.numberTaken', { number: here.written(series, numberOf(row)) })
  if (row.Account !== draft.account || currency !== draft.currency || !isSameSign(theirs.theirGross, draft))
    return say('books.draftDiffers', { account: String(row.Account), currency })
  return dayOf(row.Date) === null ? say('books.noDay') : undefined
}

/** Guarded by the person who matches as well: another customer, currency or sign is another document. */
export const isSameSign = (theirs: bigint, { kind }: Pick<DocumentHere, 'kind'>): boolean =>
  kind === 'credit-note' ? theirs <= 0n : theirs >= 0n

/** Why a document that is ours and not known here cannot come in. */
function whyNotIn({ row, series, isElsewhere }: BookThere, here: Here): Sentence | undefined {
  if (isElsewhere) return say('books.otherSeries', { serie: serieIn(row) ?? '?' })
  const currency = String(row.Currency || 'DKK')
  const theirs = toTheirs(row, currency)
  if (theirs.theirNet === null || theirs.theirVat === null || theirs.theirGross === null) return say('books.noAmounts')
  if (dayOf(row.Date) === null) return say('books.noDay')
  if (here.isTaken(series, numberOf(row)))
    return say('books.numberTaken', { number: here.written(series, numberOf(row)) })
  const customer = here.customers.get(String(row.Account))
  const account = String(row.Account)
  const name = String(row.Name ?? '')
  if (!customer) return say('books.noCustomer', { account, name })
  if (!customer.isLinked && sameName(name) !== sameName(customer.name))
    return say('books.otherCustomer', { account, name, here: customer.name })
  const project = here.projects.get(String(row.Project))
  if (project?.customerId === customer.id) return undefined
  return say('books.noProject', { project: String(row.Project ?? ''), account, name: customer.name })
}

const sameName = (name: string) => name.trim().toLowerCase()

function show(
  { row, series }: BookThere,
  here: Here,
  kind: BookKind,
  { ours, why }: { ours?: DocumentHere; why?: Sentence | undefined },
): FoundRow {
  const currency = String(row.Currency || ours?.currency || 'DKK')
  const theirs = toTheirs(row, currency)
  const written = (minor: bigint | null) => (minor === null ? null : writeAmount(minor, currency))
  return {
    key: keyOfRow(row),
    series,
    number: numberOf(row),
    kind,
    reference: referenceOf(row),
    account: String(row.Account ?? ''),
    customerName: String(row.Name ?? here.customers.get(String(row.Account))?.name ?? ''),
    project: String(row.Project ?? ''),
    invoicedOn: dayOf(row.Date),
    dueOn: theirs.theirDueOn,
    currency,
    net: written(theirs.theirNet),
    vat: written(theirs.theirVat),
    gross: written(theirs.theirGross),
    here: ours ? { id: ours.id, number: ours.number, gross: writeAmount(ours.gross, ours.currency) } : null,
    differences:
      ours && ours.currency === currency
        ? amountsThatDiffer(ours, theirs).map(({ by: _, ...difference }) => difference)
        : [],
    customerId: here.customers.get(String(row.Account))?.id ?? null,
    projectId: here.projects.get(String(row.Project))?.id ?? null,
    why: why ? { key: why.key, values: { ...why.values } } : null,
  }
}

export function dayOf(value: unknown): string | null {
  const day = typeof value === 'string' ? value.slice(0, 10) : ''
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !day.startsWith('0001') ? day : null
}

/** An order that a document here made is looked after by that one. */
function sortOrder(order: Row, here: Here, bookedFrom: ReadonlyMap<string, number>): FoundOrder[] {
  const orderNumber = Number(order.OrderNumber)
  if (here.byOrder.has(String(orderNumber))) return []
  const reference = referenceOf(order)
  const ours = here.byReference.get(reference)
  // Outside our range it may be one that a person made from the document that stands there.
  const isCopy = (bookedFrom.get(reference) ?? orderNumber) !== orderNumber
  if (!isInOurRange(orderNumber) && (ours?.isSettled || isCopy)) return []
  // Made after the backup for a document that waits here: it may have been posted, so that document has to find out.
  const invoiceId = ours?.isFinal && !ours.isSettled ? ours.id : null
  return [{ orderNumber, reference, account: String(order.Account ?? ''), invoiceId }]
}

export const countToDecide = (rows: readonly FoundRow[], decided: Readonly<Record<string, unknown>>): number =>
  rows.filter(({ kind, key }) => kindsToDecide.includes(kind) && !decided[key]).length

/** Whether two looks have shown the same. */
export const isSameFound = (a: FoundBooks, b: FoundBooks): boolean =>
  JSON.stringify(shownOf(a)) === JSON.stringify(shownOf(b))

const shownOf = ({ rows }: FoundBooks) =>
  rows.map(({ key, kind, gross, here, why }) => [key, kind, gross, here?.id, here?.gross, why?.key])
