import { and, eq, ne } from 'drizzle-orm'
import { recordChange } from '../audit/record-change.ts'
import { type Db, inTransaction, type Tx } from '../lib/database/database.ts'
import { isUniqueFault } from '../lib/database/database-fault.ts'
import { AppError, type FieldFault } from '../lib/errors.ts'
import { type Actor, invalid } from '../lib/http.ts'
import { type Sentence, sayFrom } from '../lib/i18n/sentence.ts'
import { newId } from '../lib/ids.ts'
import { numberKey, numberSortKey } from '../lib/record-number.ts'
import { mustBeCurrent } from '../lib/stale.ts'
import type { AccountInput } from './account.ts'
import { accountInput, lockAccount } from './account-store.ts'
import { bookkeepingAccount, vatCode } from './accounting-table.ts'
import { accountingTexts } from './accounting-texts.ts'

const say = sayFrom(accountingTexts)

type Named = { id: string; number: string; name: string }

/** Why an account cannot be deleted, asked of those who use accounts; undefined when they do not use this one. */
export type WhyAccountStays = (tx: Tx, account: Named) => Promise<Sentence | undefined>

export async function createAccount(db: Db, actor: Actor, input: AccountInput, now: Date): Promise<string> {
  return refusingTakenNumber(input, () =>
    inTransaction(db, async (tx) => {
      const faults = [...(await takenFaults(tx, undefined, input)), ...(await vatCodeFaults(tx, input.vatCodeId, null))]
      if (faults.length > 0) throw invalid(faults)
      return insertAccount(tx, actor, input, now)
    }),
  )
}

/** Without any check: the caller has made them. */
export async function insertAccount(tx: Tx, actor: Actor, input: AccountInput, now: Date): Promise<string> {
  const id = newId(now)
  await tx.insert(bookkeepingAccount).values({ ...columnsOf(input), id, createdAt: now, updatedAt: now })
  const after = await accountView(tx, input)
  await recordChange(tx, actor, { kind: 'account', subject: id, before: null, after }, now)
  return id
}

export async function changeAccount(
  db: Db,
  actor: Actor,
  id: string,
  change: AccountInput & { version: number },
  now: Date,
): Promise<void> {
  await refusingTakenNumber(change, () =>
    inTransaction(db, async (tx) => {
      const row = await lockAccount(tx, id)
      const before = accountInput(row)
      const { version: _, ...input } = change
      mustBeCurrent('account', change, { ...before, version: row.version })
      const faults = [
        ...(await takenFaults(tx, id, input)),
        ...(await vatCodeFaults(tx, input.vatCodeId, before.vatCodeId)),
      ]
      if (faults.length > 0) throw invalid(faults)
      await tx
        .update(bookkeepingAccount)
        .set({ ...columnsOf(input), version: row.version + 1, updatedAt: now })
        .where(eq(bookkeepingAccount.id, id))
      const views = { before: await accountView(tx, before), after: await accountView(tx, input) }
      await recordChange(tx, actor, { kind: 'account', subject: id, ...views }, now)
    }),
  )
}

/** @throws conflict when an invoice line or an invoice setting uses it. */
export async function deleteAccount(
  db: Db,
  actor: Actor,
  id: string,
  version: number,
  whyItStays: readonly WhyAccountStays[],
  now: Date,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const row = await lockAccount(tx, id)
    mustBeCurrent('account', { version }, { ...accountInput(row), version: row.version })
    for (const why of whyItStays) {
      const sentence = await why(tx, row)
      if (sentence) throw new AppError('conflict', sentence)
    }
    await tx.delete(bookkeepingAccount).where(eq(bookkeepingAccount.id, id))
    const before = await accountView(tx, accountInput(row))
    await recordChange(tx, actor, { kind: 'account', subject: id, before, after: null }, now)
  })
}

/** The account as the history shows it. */
async function accountView(tx: Tx, { vatCodeId, ...input }: AccountInput) {
  const [code] = vatCodeId ? await tx.select().from(vatCode).where(eq(vatCode.id, vatCodeId)) : []
  return { ...input, vatCode: code?.code ?? null }
}

async function takenFaults(tx: Tx, id: string | undefined, { number }: AccountInput): Promise<FieldFault[]> {
  const [other] = await tx
    .select({ name: bookkeepingAccount.name })
    .from(bookkeepingAccount)
    .where(and(eq(bookkeepingAccount.numberKey, numberKey(number)), id ? ne(bookkeepingAccount.id, id) : undefined))
  return other ? [numberTaken(number, other.name)] : []
}

/** What the account had before stays allowed. */
async function vatCodeFaults(tx: Tx, vatCodeId: string | null, before: string | null): Promise<FieldFault[]> {
  if (vatCodeId === null || vatCodeId === before) return []
  const path = 'vatCodeId'
  // Held until the end, so that the code is not deleted meanwhile.
  const [code] = await tx.select().from(vatCode).where(eq(vatCode.id, vatCodeId)).for('share')
  if (!code) return [{ path, sentence: say('account.vatCodeUnknown') }]
  return code.active ? [] : [{ path, sentence: say('account.vatCodeGone', { code: code.code }) }]
}

/** Two saves at the same moment: the database is the last judge. */
async function refusingTakenNumber<T>({ number, name }: AccountInput, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (isUniqueFault(error, 'bookkeeping_account_number')) throw invalid([numberTaken(number, name)])
    throw error
  }
}

function numberTaken(number: string, name: string): FieldFault {
  return { path: 'number', sentence: say('account.numberTaken', { number, name }) }
}

function columnsOf(input: AccountInput) {
  return { ...input, numberKey: numberKey(input.number), numberSort: numberSortKey(input.number) }
}
