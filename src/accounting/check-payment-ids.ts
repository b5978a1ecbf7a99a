// Whether the documents to come can have payment ids. A setting under which the next invoice could not be finalized is refused.
import { and, asc, count, eq, isNull, ne, or, sql } from 'drizzle-orm'
import { type SeriesKind, writeNumber } from '../company/company.ts'
import { getCompany } from '../company/company-store.ts'
import { getSeries } from '../company/take-number.ts'
import { customer } from '../customers/customer-table.ts'
import type { Db, Tx } from '../lib/database/database.ts'
import { type Day, dayIn } from '../lib/dates.ts'
import type { FieldFault } from '../lib/errors.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { accountingTexts } from './accounting-texts.ts'
import { getInvoicing, type InvoicingRow } from './invoicing-store.ts'
import {
  hasFormat,
  isFault,
  makePaymentId,
  type PaymentIdFault,
  type PaymentIdSettings,
  parseFormat,
} from './payment-id.ts'

const say = sayFrom(accountingTexts)

export type PaymentIdCheck = {
  /** How the next invoice's payment id is printed. */
  shown: string | null
  faults: FieldFault[]
  /** Documents that will be in its way, or will be without. */
  warnings: FieldFault[]
}

export async function checkPaymentIds(db: Db | Tx, settings: PaymentIdSettings, today: Day): Promise<PaymentIdCheck> {
  const written = (invoiceNumber: string, customerNumber: string) =>
    makePaymentId(settings, { invoiceNumber, customerNumber, isCredit: false, invoicedOn: today })
  const next = writeNumber(await getSeries(db, 'invoice'))
  // Customers are looked at apart: one of them that does not fit is no reason to refuse the format.
  const made = written(next, '1')
  if (isFault(made)) return { shown: null, faults: [faultOf(made, next)], warnings: [] }
  const local = writeNumber(await getSeries(db, 'invoice-local'))
  return {
    shown: made.shown,
    faults: [],
    warnings: [
      ...(await customerWarnings(db, settings)),
      ...(isFault(written(local, '1'))
        ? [{ path: 'paymentIdFormat', sentence: say('paymentId.localSeries', { number: local }) }]
        : []),
    ],
  }
}

/** After a change of the invoice series: what keeps its next number out of the payment ids. The rest is no fault of the series. */
export async function faultsOfSeries(tx: Tx, kind: SeriesKind, now: Date): Promise<FieldFault[]> {
  if (kind !== 'invoice') return []
  const { timeZone } = await getCompany(tx)
  const settings = paymentIdSettings(await getInvoicing(tx))
  const { faults } = await checkPaymentIds(tx, settings, dayIn(timeZone, now))
  return faults.flatMap(({ path, sentence }) => {
    if (path !== 'paymentIdFormat') return []
    return [{ path: sentence.key === 'paymentId.numberNotDigits' ? 'prefix' : 'next', sentence }]
  })
}

export function paymentIdSettings(
  row: Pick<InvoicingRow, 'paymentIdKind' | 'paymentIdFormat' | 'creditorNumber'>,
): PaymentIdSettings {
  return { kind: row.paymentIdKind, format: row.paymentIdFormat, creditorNumber: row.creditorNumber }
}

function faultOf(fault: PaymentIdFault, next: string): FieldFault {
  const path = fault.fault === 'creditor-number' ? 'creditorNumber' : 'paymentIdFormat'
  return { path, sentence: sentenceOf(fault, next) }
}

function sentenceOf(fault: PaymentIdFault, number: string) {
  switch (fault.fault) {
    case 'format-unknown':
      return say('paymentId.formatUnknown', { part: fault.part })
    case 'format-missing':
      return say('paymentId.formatMissing')
    case 'creditor-number':
      return say(fault.account === 'giro' ? 'paymentId.giroNumber' : 'paymentId.creditorNumber')
    case 'not-digits':
      return say('paymentId.numberNotDigits', { number, part: fault.part })
    case 'too-long':
      return say('paymentId.numberTooLong', { number, part: fault.part, most: fault.most })
    case 'payload-too-long':
      return say('paymentId.tooLong', { payload: fault.payload, length: fault.payload.length, most: fault.most })
    case 'payload-too-short':
      return say('paymentId.tooShort', { payload: fault.payload, least: fault.least })
  }
}

/** Customers whose numbers the format cannot write. */
async function customerWarnings(db: Db | Tx, { kind, format }: PaymentIdSettings): Promise<FieldFault[]> {
  const tokens = hasFormat(kind) && format !== null ? parseFormat(format) : []
  if ('fault' in tokens) return []
  const lengths = tokens.flatMap((token) => (token.name === 'CLI' ? [token.digits] : []))
  if (lengths.length === 0) return []
  const most = Math.min(...lengths)
  const unfit = and(
    isNull(customer.deletedAt),
    ne(customer.relation, 'participant'),
    or(eq(customer.status, 'active'), eq(customer.status, 'potential')),
    sql`${customer.number} !~ ('^[0-9]{1,' || ${most}::int || '}$')`,
  )
  const [first] = await db
    .select({ number: customer.number, name: customer.name })
    .from(customer)
    .where(unfit)
    .orderBy(asc(customer.numberSort))
    .limit(1)
  if (!first) return []
  const [all] = await db.select({ count: count() }).from(customer).where(unfit)
  const sentence = say('paymentId.customers', { ...first, count: all?.count ?? 1, part: `CLI${most}` })
  return [{ path: 'paymentIdFormat', sentence }]
}
