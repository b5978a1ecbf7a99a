import { sayFrom } from '../lib/i18n/sentence.ts'
import { SyncFailure } from '../sync/failure.ts'
import { postingTexts } from './posting-texts.ts'
import { type Calls, NeverSent, type Row } from './session.ts'
import { Refused } from './wire.ts'

const say = sayFrom(postingTexts)

/** What a delete says of a record that is not there, by the vendor's numbers (docs/uniconta.md#error-codes). */
const notThere: ReadonlyMap<number, string> = new Map([
  [18, 'CouldNotFind'],
  [35, 'IdDoesNotExist'],
  [76, 'RecordIsAlreadyDeleted'],
])

/** Whether an order is gone is decided by the answer to its deletion, never by a read that does not show it. */
export async function deleteOrder(calls: Calls, number: string, order: Row): Promise<'deleted' | 'was-not-there'> {
  const endsAt = await calls.sessionEndsAt()
  try {
    await calls.remove('DebtorOrderClient', order, endsAt)
    return 'deleted'
  } catch (error) {
    if (error instanceof NeverSent) throw new SyncFailure('busy', say('post.sessionOver'), { cause: error })
    if (!(error instanceof Refused)) throw error
    if (await saysNotThere(calls, error)) return 'was-not-there'
    const values = { number, order: String(order.OrderNumber), reason: error.reason }
    throw new SyncFailure('unclear', say('post.deleteRefused', values), {
      cause: error,
      actions: ['look-now', 'choose'],
    })
  }
}

/** A refusal may come as the label of its code in the language of the user; the other side tells the label of each code. */
async function saysNotThere(calls: Calls, { code, reason }: Refused): Promise<boolean> {
  if (code !== undefined) return [...notThere.values()].includes(code)
  for (const number of notThere.keys()) {
    const label = await calls.labelOfCode(number).catch((error: unknown) => {
      if (error instanceof Refused) return error.reason
      throw error
    })
    if (reason !== '' && label.includes(reason)) return true
  }
  return false
}
