// A sandbox that honours what an order says of itself, and hands for tests of posting.
import type { SandboxOptions } from './sandbox.ts'
import { insertOrder, postOrder } from './test-order.ts'
import { aSandbox } from './test-sandbox.ts'

export const demo = 12345

export async function office(switches: SandboxOptions['switches'] = {}) {
  const all = await aSandbox({ switches: { orderAfterPosting: 'as-it-says', ...switches } })
  const client = await all.signInAs()
  /** Inserts the order and posts it. */
  const post = async (order: Record<string, unknown> = {}, lines?: readonly Record<string, unknown>[], how = {}) => {
    await insertOrder(client, order, lines)
    return postOrder(client, how)
  }
  const put = (entity: string, row: Record<string, unknown>) => all.sandbox.put(demo, entity, row)
  const last = (entity: string) => all.sandbox.rows(demo, entity).at(-1)
  const balances = () => {
    const cents = all.sandbox.rows(demo, 'GLTransClient').map(({ Amount }) => Math.round(100 * Number(Amount)))
    return cents.reduce((sum, each) => sum + each, 0) === 0
  }
  return { ...all, client, post, put, last, balances }
}

export type Office = Awaited<ReturnType<typeof office>>
