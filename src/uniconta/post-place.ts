// Pre-flight: everything that an order names has to stand there, and the number that will be given has to be ours.

import type { CoupledSeries } from '../company/company.ts'
import { type Sentence, sayFrom } from '../lib/i18n/sentence.ts'
import { SyncFailure } from '../sync/failure.ts'
import { booksTexts } from './books-texts.ts'
import { categoryUseOf } from './category-types.ts'
import { firstCovered, isOfSeries } from './coupled.ts'
import { equals, isPlain, sameText } from './filter.ts'
import { ForgottenHere } from './forgotten.ts'
import { termOf } from './payment-terms.ts'
import { type Look, lookAtSeries, numberOf, type Work } from './post-look.ts'
import type { Parents } from './post-parents.ts'
import { areNumberedApart, findPosting, findSettledUnder, listOrders, type PostingOrder } from './posting-store.ts'
import { postingTexts } from './posting-texts.ts'
import type { Calls, Row } from './session.ts'
import { codeOfOneTag } from './to-debtor.ts'
import { fromTheWire, type OrderPlace } from './to-order.ts'
import { groupNameOf } from './wanted.ts'

const say = sayFrom(postingTexts)
const sayOfBooks = sayFrom(booksTexts)

export type Placed = OrderPlace

/** @throws SyncFailure 'rejected' with the sentence that says what is missing and where it is mended. */
export async function placeOf(work: Work, parents: Parents, look: Look | undefined): Promise<Placed> {
  const category = await categoryOf(work)
  const dimension = await dimensionOf(work)
  const payment = await paymentTermOf(work)
  for (const line of work.document.lines) {
    if (line.accountNumber) await mustStand(work, 'GLAccountClient', 'Account', line.accountNumber, 'post.noAccount')
    if (line.vatCode) await mustStand(work, 'GLVatClient', 'Vat', line.vatCode, 'post.noVatCode')
  }
  if (look) await mustBeNext(work, look)
  return { ...parents, category, payment, dimension, settles: await settledOriginal(work, parents.account) }
}

/** UC-36: the code of the project's one tag. A type that is not known is let through: it may be one that may be billed on. */
async function categoryOf(work: Work): Promise<string> {
  const { context, connection, document } = work
  const groupId = connection.settings.projectCategoryTagGroupId ?? ''
  const group = await groupNameOf(context.db, groupId || null)
  const { number, project } = document
  const code = codeOfOneTag(
    project.tags,
    groupId,
    group,
    () =>
      new SyncFailure('rejected', say('post.noCategoryTag', { number, project: project.number, group }), {
        actions: ['send-again'],
      }),
  )
  const { CatType } = await mustStand(work, 'PrCategoryClient', 'Number', code, 'post.noCategory')
  if (categoryUseOf(CatType) === 'other')
    throw new SyncFailure('rejected', say('post.categoryType', { number, about: `${code} (${CatType})` }), {
      actions: ['send-again'],
    })
  return code
}

/** UC-54: the value of the department dimension by the five options. */
async function dimensionOf(work: Work): Promise<OrderPlace['dimension']> {
  const { context, connection, document } = work
  const {
    departmentDimension,
    invoiceDepartment,
    invoiceDepartmentInvoiceTagGroupId,
    invoiceDepartmentProjectTagGroupId,
  } = connection.settings
  if (!departmentDimension || invoiceDepartment === 'none') return null
  const { number } = document
  const byTag = async (groupId: string | null, tags: Work['document']['tags']) => {
    const group = await groupNameOf(context.db, groupId)
    return codeOfOneTag(
      tags,
      groupId ?? '',
      group,
      () => new SyncFailure('rejected', say('post.noDepartmentTag', { number, group }), { actions: ['send-again'] }),
    )
  }
  const byDepartment = (department: Work['document']['department']) => {
    if (department) return department.externalNumber ?? department.number
    throw new SyncFailure('rejected', say('post.noDepartment', { number }), { actions: ['send-again'] })
  }
  const value = await {
    'invoice-department': async () => byDepartment(document.department),
    'invoice-tag-group': () => byTag(invoiceDepartmentInvoiceTagGroupId, document.tags),
    'project-department': async () => byDepartment(document.project.department),
    'project-tag-group': () => byTag(invoiceDepartmentProjectTagGroupId, document.project.tags),
  }[invoiceDepartment]()
  await mustStand(work, `GLDimType${departmentDimension}Client`, 'Dimension', value, 'post.dimensionMissing')
  return { number: departmentDimension, value }
}

/** UC-55, UC-56: the term whose method counts days from the invoice, with just as many; never a default in silence. */
async function paymentTermOf(work: Work): Promise<string> {
  const { calls, document, memory } = work
  const days = document.kind === 'credit-note' ? 0 : document.printed.paymentDays
  const term = await memory.recall(`PaymentTermClient ${days}`, async () => {
    const rows = await calls.query('PaymentTermClient', [{ Take: 500 }])
    const fitting = termOf(days, rows)
    return typeof fitting?.Payment === 'string' ? fitting.Payment : undefined
  })
  if (term) return term
  throw new SyncFailure('rejected', say('post.noTerm', { number: document.number, days }), { actions: ['send-again'] })
}

type MissingText = 'post.noAccount' | 'post.noVatCode' | 'post.noCategory' | 'post.dimensionMissing'

async function mustStand(work: Work, entity: string, keyField: string, key: string, text: MissingText): Promise<Row> {
  const { calls, document, memory } = work
  const row = await memory.recall(`${entity} ${key}`, async () => {
    if (!isPlain(key)) return undefined
    const rows = await calls.query(entity, [equals(keyField, key), { Take: 5 }])
    return rows.find((found) => sameText(found[keyField], key))
  })
  const { number } = document
  if (!row) throw new SyncFailure('rejected', say(text, { number, about: key }), { actions: ['send-again'] })
  if (row.Blocked === true)
    throw new SyncFailure('rejected', say('post.blocked', { number, about: key }), { actions: ['send-again'] })
  return row
}

/** The original of a credit note as it is numbered there, where it is posted and open. */
async function settledOriginal({ context, calls, document, memory }: Work, account: string): Promise<number | null> {
  if (!document.creditedInvoiceId) return null
  const original = await findPosting(context.db, document.creditedInvoiceId)
  const number = original?.step === 'settled' ? original.theirNumber : null
  if (number === null) return null
  const isOpen = await memory.recall(`open ${document.id}`, async () => {
    const rows = await calls.query('DebtorTransOpenClient', [equals('Invoice', String(number)), { Take: 10 }])
    return rows.some(
      (row) => row.Account === account && String(row.Invoice) === String(number) && covers(row, document),
    )
  })
  return isOpen ? number : null
}

/** A credit note is only set off where enough is left of the original; else it stands open beside it. */
function covers(row: Row, { currency, gross }: Work['document']): boolean {
  const left = fromTheWire(row.RemainingCur ?? row.Remaining, currency)
  return left === undefined || left >= -gross
}

/** As a sentence names them. */
export const listed = (rows: readonly Row[]) => ({
  there: rows.slice(0, 5).map(numberOf).join(', '),
  count: rows.length,
})

const isFree = ({ foreign, lost }: Look) => foreign.length === 0 && lost.length === 0

/** Also where the number there is accepted: documents of ours that nobody knows here may be this very one. */
export async function mustKnowOurs(work: Work, look: Look, orders: readonly PostingOrder[]): Promise<void> {
  if (look.lost.length === 0) return
  work.calls.renew()
  const again = await lookAtSeries(work, orders)
  if (again.lost.length > 0) throw new ForgottenHere(sayOfBooks('books.foundThere', listed(again.lost)))
}

/** The head of its series is the lowest number that is not settled there, so its number is the one that has to come next. */
async function mustBeNext(work: Work, look: Look): Promise<void> {
  const { calls, document, context, connection } = work
  const { series, serial } = document
  const first = await readNext(work)
  if (first === serial && isFree(look)) return
  // Only a difference that a second read in a fresh session confirms counts.
  calls.renew()
  const next = await readNext(work)
  const orders = await listOrders(context.db, document.id)
  const again = await lookAtSeries(work, orders)
  if (next === serial && isFree(again)) return
  const { number } = document
  // In a series that a person called empty nothing proves a look: what was sent to be posted may have taken the number.
  if (again.highest === 0 && orders.some((order) => order.isPosted))
    throw new SyncFailure('unclear', say('post.lookUnproved', { number }), { actions: ['look-now'] })
  if (again.lost.length > 0) throw new ForgottenHere(sayOfBooks('books.foundThere', listed(again.lost)))
  const taker = again.foreign.some((row) => numberOf(row) === serial)
    ? await findSettledUnder(context.db, series, serial)
    : undefined
  const free = Math.max(again.highest + 1, next)
  const sentence = taker
    ? say('post.takenByOurs', { number, other: taker.number, next, free })
    : again.foreign.length > 0
      ? say('post.foreignUse', { number, next, ...listed(again.foreign) })
      : series === 'invoice' &&
          (await areNumberedApart(context.db, { covered: firstCovered(connection, series), next, serial }))
        ? say('post.creditsApart', { number, next })
        : say('post.otherNext', { number, next, serial })
  throw numberMismatch(sentence, document, next)
}

function numberMismatch(sentence: Sentence, { serial }: Work['document'], next: number): SyncFailure {
  return new SyncFailure('rejected', sentence, {
    shown: 'number-mismatch',
    actions: ['choose', 'send-again'],
    differences: [{ field: 'Next', here: String(serial), there: String(next) }],
  })
}

/** Whatever number is accepted, it may not be one that stands there: a series that was set back would give it a second time. */
export async function mustGiveFreeNumber(work: Work, look: Look): Promise<void> {
  const { calls, document } = work
  const givesTaken = async () => {
    const next = (await findSeries(work, document.series))?.next
    if (next === undefined) return undefined
    const rows = await calls.query('DebtorInvoiceClient', [equals('InvoiceNumber', String(next)), { Take: 20 }])
    return rows.some((row) => numberOf(row) === next && isOfSeries(row, work.connection, document.series))
      ? next
      : undefined
  }
  if ((await givesTaken()) === undefined) return
  calls.renew()
  const next = await givesTaken()
  if (next === undefined) return
  const free = Math.max(look.highest, next) + 1
  throw numberMismatch(say('post.nextIsTaken', { number: document.number, next, free }), document, next)
}

/** @throws SyncFailure when the number that would be given cannot be known: then nothing is posted. */
async function readNext(work: Work): Promise<number> {
  const { number, series } = work.document
  const next = (await findSeries(work, series))?.next
  if (next !== undefined) return next
  const { creditNoteSerie } = work.connection.facts
  if (series === 'credit-note') {
    const serie = creditNoteSerie?.serie ?? '?'
    throw new SyncFailure('rejected', say('post.noCreditSeries', { number, serie }), { actions: ['send-again'] })
  }
  throw new SyncFailure('rejected', say('post.noSeries', { number }), { actions: ['send-again'] })
}

type Asking = Pick<Work, 'calls' | 'connection' | 'memory'>

/** The series there that a series here marches in step with, and the number that it gives next; undefined where none is shown. */
export async function findSeries(
  work: Asking,
  series: CoupledSeries,
): Promise<{ serie: string; next: number } | undefined> {
  const serie = series === 'invoice' ? await readSerie(work) : work.connection.facts.creditNoteSerie?.serie
  if (!serie || !isPlain(serie)) return undefined
  const next = (await readSerieRow(work.calls, serie))?.Next
  return typeof next === 'number' ? { serie, next } : undefined
}

export async function readSerieRow(calls: Calls, serie: string): Promise<Row | undefined> {
  const rows = await calls.query('NumberSerieClient', [equals('Serie', serie), { Take: 2 }])
  return rows.find((row) => sameText(row.Serie, serie))
}

/** The series that the settings there name for vouchers of customers; undefined unless it numbers the invoices too. */
async function readSerie({ calls, memory }: Pick<Asking, 'calls' | 'memory'>): Promise<string | undefined> {
  return memory.recall('DebtorVoucherSerie', async () => {
    const [settings] = await calls.query('CompanySettingsClient', [{ Take: 1 }])
    const serie = settings?.UseVoucherAsInvoice === true ? settings.DebtorVoucherSerie : undefined
    return typeof serie === 'string' && serie !== '' ? serie : undefined
  })
}
