import { and, eq, ne, sql } from 'drizzle-orm'
import { recordChange } from '../audit/record-change.ts'
import { type Db, inTransaction, type Tx } from '../lib/database/database.ts'
import { isUniqueFault } from '../lib/database/database-fault.ts'
import { AppError, type FieldFault } from '../lib/errors.ts'
import { type Actor, invalid } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { newId } from '../lib/ids.ts'
import { compareDecimals } from '../lib/money.ts'
import { mustBeCurrent } from '../lib/stale.ts'
import { vatCode, vatRate } from './accounting-table.ts'
import { accountingTexts } from './accounting-texts.ts'
import type { VatCodeInput } from './vat-code.ts'
import { findAccountsWithVat, lockVatCode } from './vat-code-store.ts'

const say = sayFrom(accountingTexts)

/** How many invoice lines bear a VAT code; counted by the invoices, which this folder does not know. */
export type CountLinesWithVat = (tx: Tx, vatCodeId: string) => Promise<number>

export async function createVatCode(db: Db, actor: Actor, input: VatCodeInput, now: Date): Promise<string> {
  return refusingTakenCode(input, () =>
    inTransaction(db, async (tx) => {
      const faults = [...rateFaults(input), ...(await takenFaults(tx, undefined, input))]
      if (faults.length > 0) throw invalid(faults)
      return insertVatCode(tx, actor, input, now)
    }),
  )
}

/** Without any check: the caller has made them. */
export async function insertVatCode(tx: Tx, actor: Actor, input: VatCodeInput, now: Date): Promise<string> {
  const id = newId(now)
  const { rates, ...columns } = input
  await tx.insert(vatCode).values({ ...columns, id, createdAt: now, updatedAt: now })
  await insertRates(tx, id, rates)
  await recordChange(tx, actor, { kind: 'vat-code', subject: id, before: null, after: vatCodeView(input) }, now)
  return id
}

/** Rates of the past may be put right: a finalized document keeps the percentage that it was issued with. */
export async function changeVatCode(
  db: Db,
  actor: Actor,
  id: string,
  change: VatCodeInput & { version: number },
  now: Date,
): Promise<void> {
  await refusingTakenCode(change, () =>
    inTransaction(db, async (tx) => {
      const { row, input: before } = await lockVatCode(tx, id)
      const { version: _, ...input } = change
      mustBeCurrent('VAT code', change, { ...before, version: row.version })
      const faults = [...rateFaults(input), ...(await takenFaults(tx, id, input))]
      if (faults.length > 0) throw invalid(faults)
      const { rates, ...columns } = input
      await tx
        .update(vatCode)
        .set({ ...columns, version: row.version + 1, updatedAt: now })
        .where(eq(vatCode.id, id))
      await tx.delete(vatRate).where(eq(vatRate.vatCodeId, id))
      await insertRates(tx, id, rates)
      const views = { before: vatCodeView(before), after: vatCodeView(input) }
      await recordChange(tx, actor, { kind: 'vat-code', subject: id, ...views }, now)
    }),
  )
}

/** @throws conflict when an account or an invoice line has it. */
export async function deleteVatCode(
  db: Db,
  actor: Actor,
  id: string,
  version: number,
  countLines: CountLinesWithVat,
  now: Date,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { row, input } = await lockVatCode(tx, id)
    mustBeCurrent('VAT code', { version }, { ...input, version: row.version })
    const { code } = input
    const accounts = await findAccountsWithVat(tx, id)
    if (accounts[0]) {
      const account = `${accounts[0].number} ${accounts[0].name}`
      throw new AppError('conflict', say('vatCode.onAccounts', { code, account, count: accounts.length }))
    }
    const count = await countLines(tx, id)
    if (count > 0) throw new AppError('conflict', say('vatCode.onLines', { code, count }))
    await tx.delete(vatCode).where(eq(vatCode.id, id))
    await recordChange(tx, actor, { kind: 'vat-code', subject: id, before: vatCodeView(input), after: null }, now)
  })
}

async function insertRates(tx: Tx, vatCodeId: string, rates: VatCodeInput['rates']): Promise<void> {
  await tx.insert(vatRate).values(rates.map((rate) => ({ ...rate, vatCodeId })))
}

/** The rates as the history shows them: "25 % from 1992-01-01". */
function vatCodeView({ rates, ...input }: VatCodeInput) {
  const sorted = rates.toSorted((a, b) => a.validFrom.localeCompare(b.validFrom))
  return { ...input, rates: sorted.map(({ validFrom, percent }) => `${percent} % from ${validFrom}`).join(', ') }
}

function rateFaults({ category, rates }: VatCodeInput): FieldFault[] {
  return rates.flatMap(({ validFrom, percent }, index) => {
    const isZero = compareDecimals(percent, '0') === 0
    const isTwice = rates.findIndex((other) => other.validFrom === validFrom) < index
    return [
      ...(isTwice ? [{ path: `rates.${index}.validFrom`, sentence: say('vatCode.twoRates', { day: validFrom }) }] : []),
      ...(category === 'standard' && isZero
        ? [{ path: `rates.${index}.percent`, sentence: say('vatCode.standardIsZero') }]
        : []),
      ...(category !== 'standard' && !isZero
        ? [{ path: `rates.${index}.percent`, sentence: say('vatCode.otherIsNotZero') }]
        : []),
    ]
  })
}

async function takenFaults(tx: Tx, id: string | undefined, { code }: VatCodeInput): Promise<FieldFault[]> {
  const [other] = await tx
    .select({ code: vatCode.code, name: vatCode.name })
    .from(vatCode)
    .where(and(sql`lower(${vatCode.code}) = lower(${code})`, id ? ne(vatCode.id, id) : undefined))
  return other ? [codeTaken(other.code, other.name)] : []
}

async function refusingTakenCode<T>({ code, name }: VatCodeInput, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (isUniqueFault(error, 'vat_code_code')) throw invalid([codeTaken(code, name)])
    throw error
  }
}

function codeTaken(code: string, name: string): FieldFault {
  return { path: 'code', sentence: say('vatCode.codeTaken', { code, name }) }
}
