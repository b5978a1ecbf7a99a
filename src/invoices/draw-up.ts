// A draft as it would be finalized now: accounts, VAT and sums follow the settings until the last moment, and finalize keeps them.
import type { VatCategory, VatRounding } from '../accounting/accounting.ts'
import { getInvoicing, type InvoicingRow } from '../accounting/invoicing-store.ts'
import { type AccountBook, loadAccountBook, percentOn } from '../billing/account-book.ts'
import type { DraftSettings } from '../invoice-settings/invoice-setting.ts'
import { accountFields } from '../invoice-settings/invoice-setting.ts'
import { accountIdFor, resolveSettings, type SettingsOfSubject } from '../invoice-settings/resolve-settings.ts'
import type { Db, Tx } from '../lib/database/database.ts'
import { type Day, dayIn } from '../lib/dates.ts'
import { convert, plain } from '../lib/money.ts'
import type { InvoiceSeries, LineOrigin } from './invoice.ts'
import type { InvoiceRecord } from './invoice-store.ts'
import { lineVat, type Totals, totalsOf } from './invoice-totals.ts'
import { seriesFor } from './take-invoice-number.ts'

/** What of a line decides its account and VAT. */
export type LineToDraw = {
  readonly position: number
  readonly origin: LineOrigin
  readonly productType: 'hours' | 'expenses' | 'products' | null
  readonly net: bigint
  readonly accountId: string | null
  readonly accountNumber: string | null
  readonly vatFixed: boolean
  readonly vatCodeId: string | null
  readonly vatCode: string | null
  readonly vatCategory: VatCategory | null
  readonly vatPercent: string | null
  readonly periodFrom: Day | null
  readonly periodTo: Day | null
  readonly creditedLineId: string | null
}

/** Account and VAT of a line; all null where they are not known, and the obstacles say why. */
export type LineVat = {
  accountNumber: string | null
  vatCodeId: string | null
  vatCode: string | null
  vatCategory: VatCategory | null
  vatPercent: string | null
  vat: bigint
}

export type Drawn<L extends LineToDraw> = {
  lines: (L & LineVat)[]
  totals: Totals
  vatRounding: VatRounding
  /** The series that its number comes from. */
  series: InvoiceSeries
  settings: SettingsOfSubject
  invoicing: InvoicingRow
  accounts: AccountBook
  today: Day
  /** The day of the document: chosen, or today in the company. */
  invoicedOn: Day
  companyCurrency: string
  /** In the company's currency; null without an exchange rate. `exchangeRate` is 1 in its own. */
  exchangeRate: string | null
  companyNet: bigint | null
  companyVat: bigint | null
}

/**
 * Draws up a draft with these lines. `now` gives the day of the document when none is chosen. Runs inside a transaction too: finalize
 * draws up what it has locked and stores it. What stands in the way says find-obstacles.ts. @param known the settings of this very
 * draft, when they were read already.
 */
export async function drawUp<L extends LineToDraw>(
  db: Db | Tx,
  row: InvoiceRecord,
  lines: readonly L[],
  now: Date,
  known?: SettingsOfSubject,
): Promise<Drawn<L>> {
  const invoicing = await getInvoicing(db)
  const settings = known ?? (await settingsOf(db, row))
  const { company } = settings
  const accounts = await loadAccountBook(db, [
    ...accountFields.map((field) => settings.resolved[field].value),
    ...lines.map((line) => line.accountId),
  ])
  const today = dayIn(company.timeZone, now)
  const invoicedOn = row.invoicedOn ?? today
  const drawn = lines.map((line) => ({ ...line, ...vatOfLine(line, { settings, accounts, invoicedOn }) }))
  // A credit note rounds as its invoice did.
  const vatRounding = row.vatRounding ?? invoicing.vatRounding
  const totals = totalsOf(drawn, vatRounding)
  const series = await seriesFor(db, row, totals.gross, invoicing)
  const exchangeRate =
    row.currency === company.currency ? '1' : row.exchangeRate === null ? null : plain(row.exchangeRate)
  const inCompanys = (minor: bigint) =>
    exchangeRate === null ? null : convert(minor, row.currency, company.currency, exchangeRate)
  return {
    lines: drawn,
    totals,
    vatRounding,
    series,
    settings,
    invoicing,
    accounts,
    today,
    invoicedOn,
    companyCurrency: company.currency,
    exchangeRate,
    companyNet: inCompanys(totals.net),
    companyVat: inCompanys(totals.vat),
  }
}

/** The settings as they hold for a draft, its own first. */
export function settingsOf(db: Db | Tx, row: InvoiceRecord): Promise<SettingsOfSubject> {
  return resolveSettings(db, { customerId: row.customerId, projectId: row.projectId, draft: draftSettings(row) })
}

function draftSettings(row: InvoiceRecord): DraftSettings {
  return {
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
  }
}

/** Whether a line has taken its account and VAT from another document. */
export const hasFixedVat = (line: Pick<LineToDraw, 'origin' | 'vatFixed'>): boolean =>
  line.vatFixed || line.origin === 'deduction' || line.origin === 'credit'

type VatFacts = { settings: SettingsOfSubject; accounts: AccountBook; invoicedOn: Day }

/** VAT follows the day of delivery, which is the end of the line's period, else the day of the document. */
export function vatOfLine(line: LineToDraw, { settings, accounts, invoicedOn }: VatFacts): LineVat {
  if (hasFixedVat(line)) {
    const { accountNumber, vatCodeId, vatCode, vatCategory, vatPercent } = line
    return { accountNumber, vatCodeId, vatCode, vatCategory, vatPercent, vat: lineVat(line) }
  }
  const none = { accountNumber: null, vatCodeId: null, vatCode: null, vatCategory: null, vatPercent: null, vat: 0n }
  if (line.productType === null) return none
  const accountId = line.accountId ?? accountIdFor(settings, line.productType).value
  const account = accountId === null ? undefined : accounts.get(accountId)
  const vatPercent = percentOn(account, line.periodTo ?? invoicedOn)
  if (!account?.vat || vatPercent === undefined) return { ...none, accountNumber: account?.number ?? null }
  const { id, code, category } = account.vat
  const vat = { vatCode: code, vatCategory: category, vatPercent }
  return { accountNumber: account.number, vatCodeId: id, ...vat, vat: lineVat({ net: line.net, ...vat }) }
}
