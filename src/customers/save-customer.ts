import { recordChange } from '../audit/record-change.ts'
import { lockSeries, numberInstead, takeNumber } from '../company/take-number.ts'
import { type Db, inTransaction, type Tx } from '../lib/database/database.ts'
import { AppError, type FieldFault } from '../lib/errors.ts'
import { type Actor, invalid } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { newId } from '../lib/ids.ts'
import { mustBeCurrent, notFound } from '../lib/stale.ts'
import { enqueue, enqueueMany, type TaskWish } from '../sync/enqueue.ts'
import { isTransferred } from '../sync/link-store.ts'
import { checkTags, getTagIds, nameTags, replaceTags } from '../tags/record-tags.ts'
import type { CustomerInput } from './customer.ts'
import {
  type CustomerRecord,
  customerWish,
  findOtherWithNumber,
  inputOf,
  insertCustomer,
  isCustomerNumberTaken,
  lockCustomer,
  type NumberedCustomer,
  updateCustomer,
} from './customer-store.ts'
import { customerTexts } from './customer-texts.ts'

const say = sayFrom(customerTexts)

/** The pushes of all projects of a customer: they carry its number. */
export type PushesByCustomer = (tx: Tx, customerId: string) => Promise<TaskWish[]>

/** Stores a new customer and its push in one transaction. Without a number it gets the next one of the series. */
export async function createCustomer(db: Db, actor: Actor, input: CustomerInput, now: Date): Promise<string> {
  return inTransaction(db, async (tx) => {
    const id = newId(now)
    const tagIds = [...new Set(input.tagIds)]
    const faults = [
      ...(await checkTags(tx, 'customer', input.tagIds, [])),
      ...(input.number === undefined ? [] : await typedNumberFaults(tx, id, input.number)),
    ]
    if (faults.length > 0) throw invalid(faults)
    const number = input.number ?? (await takeNumber(tx, 'customer', isCustomerNumberTaken))
    const after = { ...input, number, tagIds }
    await insertCustomer(tx, id, after, now)
    await replaceTags(tx, 'customer', id, tagIds)
    await recordChange(
      tx,
      actor,
      { kind: 'customer', subject: id, before: null, after: await customerView(tx, after) },
      now,
    )
    await enqueue(tx, customerWish({ id, ...after }), now)
    return id
  })
}

export type CustomerSave = { actor: Actor; id: string; change: NumberedCustomer & { version: number }; now: Date }

/**
 * Stores a changed customer and its push in one transaction. Every save asks for a push, also of a field that is not sent:
 * the sender finds out that there is nothing to do (UC-11).
 */
export async function changeCustomer(
  db: Db,
  { actor, id, change, now }: CustomerSave,
  pushesByCustomer: PushesByCustomer,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const row = await lockCustomer(tx, id)
    if (!row) throw notFound('customer', id)
    const before = inputOf(row, await getTagIds(tx, id))
    const { version: _, ...input } = change
    mustBeCurrent('customer', change, { ...before, version: row.version })
    const faults = [
      ...(await checkTags(tx, 'customer', input.tagIds, before.tagIds)),
      ...(await changedNumberFaults(tx, row, input.number)),
    ]
    if (faults.length > 0) throw invalid(faults)
    await storeChange(tx, { actor, row, before, after: { ...input, tagIds: [...new Set(input.tagIds)] }, now })
    if (before.number !== input.number) await enqueueMany(tx, await pushesByCustomer(tx, id), now)
  })
}

/**
 * Gives a customer another number although it was transferred; the caller has unlinked it in the same transaction (UC-20).
 * The customer and its projects go again.
 */
export async function renumberCustomer(
  tx: Tx,
  wish: { actor: Actor; id: string; number: string; version: number; now: Date },
  pushesByCustomer: PushesByCustomer,
): Promise<void> {
  const { actor, id, number, version, now } = wish
  const row = await lockCustomer(tx, id)
  if (!row) throw notFound('customer', id)
  const before = inputOf(row, await getTagIds(tx, id))
  mustBeCurrent('customer', { ...before, number, version }, { ...before, version: row.version })
  await lockSeries(tx, 'customer')
  const faults = await takenFaults(tx, id, number)
  if (faults.length > 0) throw invalid(faults)
  await storeChange(tx, { actor, row, before, after: { ...before, number }, now })
  await enqueueMany(tx, await pushesByCustomer(tx, id), now)
}

/** Changes the payment days alone, from the page of the invoice settings. The customer goes again, as after any save. */
export async function changePaymentDays(
  tx: Tx,
  wish: { actor: Actor; id: string; paymentDays: number | null; now: Date },
): Promise<void> {
  const { actor, id, paymentDays, now } = wish
  const row = await lockCustomer(tx, id)
  if (!row) throw notFound('customer', id)
  const before = inputOf(row, await getTagIds(tx, id))
  await storeChange(tx, { actor, row, before, after: { ...before, paymentDays }, now })
}

/** The customer as the history shows it. */
export async function customerView(tx: Tx, { tagIds, ...input }: NumberedCustomer): Promise<Record<string, unknown>> {
  return { ...input, tags: await nameTags(tx, tagIds) }
}

type Stored = { actor: Actor; row: CustomerRecord; before: NumberedCustomer; after: NumberedCustomer; now: Date }

async function storeChange(tx: Tx, { actor, row, before, after, now }: Stored): Promise<void> {
  await updateCustomer(tx, row.id, after, row.version + 1, now)
  const view = await customerView(tx, before)
  const keepsTags = hasSameTags(before, after)
  if (!keepsTags) await replaceTags(tx, 'customer', row.id, after.tagIds)
  const { tagIds: _, ...input } = after
  const views = { before: view, after: keepsTags ? { ...input, tags: view.tags } : await customerView(tx, after) }
  await recordChange(tx, actor, { kind: 'customer', subject: row.id, ...views }, now)
  await enqueue(tx, customerWish({ id: row.id, number: after.number, name: after.name }), now)
}

const hasSameTags = (a: NumberedCustomer, b: NumberedCustomer) =>
  a.tagIds.toSorted().join() === b.tagIds.toSorted().join()

async function changedNumberFaults(tx: Tx, row: CustomerRecord, number: string): Promise<FieldFault[]> {
  if (number === row.number) return []
  if (await isTransferred(tx, 'customer', row.id))
    throw new AppError('conflict', say('customer.numberFixed', { number: row.number, name: row.name }), {
      fields: [{ path: 'number', sentence: say('customer.numberFixed', { number: row.number, name: row.name }) }],
    })
  return typedNumberFaults(tx, row.id, number)
}

async function typedNumberFaults(tx: Tx, id: string, number: string): Promise<FieldFault[]> {
  const next = await numberInstead(tx, 'customer', number, isCustomerNumberTaken)
  if (next !== undefined) return [{ path: 'number', sentence: say('customer.numberGiven', { number: next }) }]
  return takenFaults(tx, id, number)
}

async function takenFaults(tx: Tx, id: string, number: string): Promise<FieldFault[]> {
  const other = await findOtherWithNumber(tx, id, number)
  return other ? [{ path: 'number', sentence: say('customer.numberTaken', { number, name: other.name }) }] : []
}
