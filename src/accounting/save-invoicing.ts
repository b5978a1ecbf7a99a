import { recordChange } from '../audit/record-change.ts'
import { getCompany } from '../company/company-store.ts'
import { lockSeries } from '../company/take-number.ts'
import { findFile } from '../files/file-store.ts'
import { isBic, isValidIban, looksLikeAccount } from '../lib/bank-numbers.ts'
import { type Db, inTransaction, type Tx } from '../lib/database/database.ts'
import { dayIn } from '../lib/dates.ts'
import type { FieldFault } from '../lib/errors.ts'
import { type Actor, invalid } from '../lib/http.ts'
import { type Language, type Phrasebook, sayFrom } from '../lib/i18n/sentence.ts'
import { isValidIdentifier, vatKindOf } from '../lib/identifiers.ts'
import { mustBeCurrent } from '../lib/stale.ts'
import type { VatRounding } from './accounting.ts'
import { accountingTexts } from './accounting-texts.ts'
import { checkPaymentIds, paymentIdSettings } from './check-payment-ids.ts'
import type { Invoicing, InvoicingChange } from './invoicing.ts'
import { getInvoicing, type InvoicingRow, lockInvoicing, updateInvoicing } from './invoicing-store.ts'

const say = sayFrom(accountingTexts)

/** The settings with the payment id of the next invoice, and doubts about what is written in them. */
export async function showInvoicing(db: Db, phrase: Phrasebook, language: Language, now: Date): Promise<Invoicing> {
  const row = await getInvoicing(db)
  const { countryCode, timeZone } = await getCompany(db)
  const { shown, faults, warnings } = await checkPaymentIds(db, paymentIdSettings(row), dayIn(timeZone, now))
  return {
    ...row,
    paymentIdExample: shown,
    warnings: [...faults, ...warnings, ...doubts(row, countryCode)].map(({ path, sentence }) => ({
      path,
      message: phrase(sentence, language),
    })),
  }
}

export async function changeInvoicing(db: Db, actor: Actor, change: InvoicingChange, now: Date): Promise<void> {
  await inTransaction(db, async (tx) => {
    const row = await lockInvoicing(tx)
    const { version: _, ...after } = change
    mustBeCurrent('invoicing settings', change, row)
    // Held, so that no number is given between the check of the format and the save.
    await lockSeries(tx, 'invoice')
    const faults = [
      ...(await paymentIdFaults(tx, change, now)),
      ...bankFaults(change),
      ...(await logoFaults(tx, change, row)),
    ]
    if (faults.length > 0) throw invalid(faults)
    await updateInvoicing(tx, { ...after, version: row.version + 1 })
    const { version: _v, mark: _m, creditNoteSeries: _s, ...before } = row
    await recordChange(tx, actor, { kind: 'invoicing', subject: 'company', before, after }, now)
  })
}

/** How the accounting system was seen to round VAT: documents from now on say what its books will say. */
export async function adoptVatRounding(tx: Tx, actor: Actor, vatRounding: VatRounding, now: Date): Promise<void> {
  const row = await lockInvoicing(tx)
  if (row.vatRounding === vatRounding) return
  await updateInvoicing(tx, { vatRounding, version: row.version + 1 })
  const [before, after] = [{ vatRounding: row.vatRounding }, { vatRounding }]
  await recordChange(tx, actor, { kind: 'invoicing', subject: 'company', before, after }, now)
}

async function paymentIdFaults(tx: Tx, change: InvoicingChange, now: Date): Promise<FieldFault[]> {
  const { timeZone } = await getCompany(tx)
  return (await checkPaymentIds(tx, paymentIdSettings(change), dayIn(timeZone, now))).faults
}

function bankFaults({ iban, bic }: InvoicingChange): FieldFault[] {
  return [
    ...(iban !== null && !isValidIban(iban) ? [{ path: 'iban', sentence: say('invoicing.ibanWrong') }] : []),
    ...(bic !== null && !isBic(bic) ? [{ path: 'bic', sentence: say('invoicing.bicWrong') }] : []),
  ]
}

async function logoFaults(tx: Tx, { logoFileId }: InvoicingChange, before: InvoicingRow): Promise<FieldFault[]> {
  if (logoFileId === null || logoFileId === before.logoFileId) return []
  const path = 'logoFileId'
  const file = await findFile(tx, logoFileId)
  if (!file) return [{ path, sentence: say('invoicing.logoUnknown') }]
  return file.mimeType.startsWith('image/') ? [] : [{ path, sentence: say('invoicing.logoKind', { name: file.name }) }]
}

function doubts(row: InvoicingRow, countryCode: string): FieldFault[] {
  const vatKind = vatKindOf(countryCode)
  const { vatNumber, bankAccount, bankRegistrationNumber } = row
  return [
    ...(vatNumber !== null && vatKind !== undefined && !isValidIdentifier(vatKind, vatNumber)
      ? [{ path: 'vatNumber', sentence: say('invoicing.doubtfulVatNumber', { number: vatNumber }) }]
      : []),
    ...(bankAccount !== null && !looksLikeAccount(countryCode, bankRegistrationNumber, bankAccount)
      ? [{ path: 'bankAccount', sentence: say('invoicing.doubtfulBankAccount', { number: bankAccount }) }]
      : []),
  ]
}
