import { and, asc, eq, ne } from 'drizzle-orm'
import { recordChange } from '../audit/record-change.ts'
import { storedFields } from '../lib/columns.ts'
import { type Db, inTransaction, type Tx } from '../lib/database/database.ts'
import { isUniqueFault } from '../lib/database/database-fault.ts'
import type { FieldFault } from '../lib/errors.ts'
import { type Actor, invalid } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { newId } from '../lib/ids.ts'
import { mustBeCurrent, notFound } from '../lib/stale.ts'
import { paymentTerm } from './accounting-table.ts'
import { accountingTexts } from './accounting-texts.ts'
import type { PaymentTerm, PaymentTermInput } from './payment-term.ts'

const say = sayFrom(accountingTexts)
type Row = typeof paymentTerm.$inferSelect

export async function listPaymentTerms(db: Db | Tx): Promise<PaymentTerm[]> {
  return (await db.select().from(paymentTerm).orderBy(asc(paymentTerm.days))).map(toPaymentTerm)
}

/** @throws not-found */
export async function getPaymentTerm(db: Db | Tx, id: string): Promise<PaymentTerm> {
  const [row] = await db.select().from(paymentTerm).where(eq(paymentTerm.id, id))
  if (!row) throw notFound('payment term', id)
  return toPaymentTerm(row)
}

export async function createPaymentTerm(db: Db, actor: Actor, input: PaymentTermInput, now: Date): Promise<string> {
  return refusingTakenDays(input, () =>
    inTransaction(db, async (tx) => {
      await mustHaveFreeDays(tx, undefined, input)
      return insertPaymentTerm(tx, actor, input, now)
    }),
  )
}

export async function insertPaymentTerm(tx: Tx, actor: Actor, input: PaymentTermInput, now: Date): Promise<string> {
  const id = newId(now)
  await tx.insert(paymentTerm).values({ ...input, id, createdAt: now, updatedAt: now })
  await recordChange(tx, actor, { kind: 'payment-term', subject: id, before: null, after: input }, now)
  return id
}

export async function changePaymentTerm(
  db: Db,
  actor: Actor,
  id: string,
  change: PaymentTermInput & { version: number },
  now: Date,
): Promise<void> {
  await refusingTakenDays(change, () =>
    inTransaction(db, async (tx) => {
      const row = await lockPaymentTerm(tx, id)
      const before = inputOf(row)
      const { version: _, ...input } = change
      mustBeCurrent('payment term', change, { ...before, version: row.version })
      await mustHaveFreeDays(tx, id, input)
      await tx
        .update(paymentTerm)
        .set({ ...input, version: row.version + 1, updatedAt: now })
        .where(eq(paymentTerm.id, id))
      await recordChange(tx, actor, { kind: 'payment-term', subject: id, before, after: input }, now)
    }),
  )
}

/** A term is offered for choosing only: customers and documents that have its days keep them. */
export async function deletePaymentTerm(db: Db, actor: Actor, id: string, version: number, now: Date): Promise<void> {
  await inTransaction(db, async (tx) => {
    const row = await lockPaymentTerm(tx, id)
    mustBeCurrent('payment term', { version }, { ...inputOf(row), version: row.version })
    await tx.delete(paymentTerm).where(eq(paymentTerm.id, id))
    await recordChange(tx, actor, { kind: 'payment-term', subject: id, before: inputOf(row), after: null }, now)
  })
}

async function lockPaymentTerm(tx: Tx, id: string): Promise<Row> {
  const [row] = await tx.select().from(paymentTerm).where(eq(paymentTerm.id, id)).for('update')
  if (!row) throw notFound('payment term', id)
  return row
}

async function mustHaveFreeDays(tx: Tx, id: string | undefined, { days }: PaymentTermInput): Promise<void> {
  const [other] = await tx
    .select({ name: paymentTerm.name })
    .from(paymentTerm)
    .where(and(eq(paymentTerm.days, days), id ? ne(paymentTerm.id, id) : undefined))
  if (other) throw invalid([daysTaken(days, other.name)])
}

async function refusingTakenDays<T>({ days, name }: PaymentTermInput, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (isUniqueFault(error, 'payment_term_days')) throw invalid([daysTaken(days, name)])
    throw error
  }
}

function daysTaken(days: number, name: string): FieldFault {
  return { path: 'days', sentence: say('paymentTerm.daysTaken', { days, name }) }
}

const inputOf = ({ days, name, active }: Row): PaymentTermInput => ({ days, name, active })
const toPaymentTerm = (row: Row): PaymentTerm => ({ ...storedFields(row), ...inputOf(row) })
