import { recordChange } from '../audit/record-change.ts'
import { findCustomer } from '../customers/customer-store.ts'
import { customerTexts } from '../customers/customer-texts.ts'
import { type Db, inTransaction, type Tx } from '../lib/database/database.ts'
import { type Actor, invalid } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { newId } from '../lib/ids.ts'
import { mustBeCurrent } from '../lib/stale.ts'
import type { ContactInput } from './contact.ts'
import { inputOf, insertContact, lockContact, markContactDeleted, updateContact } from './contact-store.ts'

const say = sayFrom(customerTexts)

export async function createContact(db: Db, actor: Actor, input: ContactInput, now: Date): Promise<string> {
  return inTransaction(db, async (tx) => {
    await mustHaveCustomer(tx, input.customerId)
    const id = newId(now)
    await insertContact(tx, id, input, now)
    const after = await contactView(tx, input)
    await recordChange(tx, actor, { kind: 'contact', subject: id, before: null, after }, now)
    return id
  })
}

export async function changeContact(
  db: Db,
  { actor, id, change, now }: { actor: Actor; id: string; change: ContactInput & { version: number }; now: Date },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const row = await lockContact(tx, id)
    const { version: _, ...input } = change
    mustBeCurrent('contact', change, { ...inputOf(row), version: row.version })
    if (input.customerId !== row.customerId) await mustHaveCustomer(tx, input.customerId)
    await updateContact(tx, id, input, row.version + 1, now)
    const views = { before: await contactView(tx, inputOf(row)), after: await contactView(tx, input) }
    await recordChange(tx, actor, { kind: 'contact', subject: id, ...views }, now)
  })
}

export async function deleteContact(db: Db, actor: Actor, id: string, version: number, now: Date): Promise<void> {
  await inTransaction(db, async (tx) => {
    const row = await lockContact(tx, id)
    mustBeCurrent('contact', { version }, { ...inputOf(row), version: row.version })
    await markContactDeleted(tx, id, row.version + 1, now)
    const before = await contactView(tx, inputOf(row))
    await recordChange(tx, actor, { kind: 'contact', subject: id, before, after: null }, now)
  })
}

async function mustHaveCustomer(tx: Tx, customerId: string): Promise<void> {
  if (await findCustomer(tx, customerId)) return
  throw invalid([{ path: 'customerId', sentence: say('customer.unknown') }])
}

/** The contact as the history shows it. */
async function contactView(tx: Tx, { customerId, ...fields }: ContactInput): Promise<Record<string, unknown>> {
  const customer = await findCustomer(tx, customerId)
  return { customer: customer ? `${customer.number} ${customer.name}` : customerId, ...fields }
}
