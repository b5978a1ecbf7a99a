// Bugs to plant: what the posting would be without one of its rules. The simulator has to find each of them.
import { moneyPlants } from './money-plants.ts'
import type { Story } from './stories.ts'

export type Change = { file: string; find: string; put: string }
/** `stories`: those in which it does harm. */
export type Plant = { name: string; stories: readonly [Story, ...Story[]]; changes: readonly Change[] }

const machine = 'src/uniconta/post-invoice.ts'
const foundInMakeOrder = `  if (there) return moveOn(context, row, 'reading-back', { theirNumber: numberOf(there) })
  if (orders.some(`

export const plants: readonly Plant[] = [
  {
    name: 'posts without looking',
    stories: ['a restore forgets a post'],
    changes: [
      { file: machine, find: foundInMakeOrder, put: '  void there\n  if (orders.some(' },
      {
        file: machine,
        find: 'placeOf(work, parents, isApart || acceptsNumber(row) ? undefined : look)',
        put: 'placeOf(work, parents, undefined)',
      },
    ],
  },
  {
    name: 'repeats a post that is unclear',
    stories: ['the answer to a post is lost'],
    changes: [
      {
        file: machine,
        find: "else if (found.step === 'posting') next = await afterUnclearPost(work, found)",
        put: `else if (found.step === 'posting')
    next = await moveOn(work.context, found, 'order-made', {}, (tx) => changeOrder(tx, found.orderNumber as number, { isPosted: false }))`,
      },
    ],
  },
  {
    name: 'takes a document there for ours by its number',
    stories: ['somebody takes our number'],
    changes: [
      {
        file: 'src/uniconta/post-look.ts',
        find: 'const isOurs = (row: Row) =>\n    numbers.has(',
        put: 'const isOurs = (row: Row) =>\n    numberOf(row) === document.serial || numbers.has(',
      },
      {
        file: 'src/uniconta/post-look.ts',
        find: '  if (row.Account !== place.account) return false',
        put: '  if (numberOf(row) === (document as { serial?: number }).serial) return true\n  if (row.Account !== place.account) return false',
      },
    ],
  },
  {
    name: 'takes an empty answer for evidence',
    stories: ['no invoice is shown for hours'],
    changes: [
      { file: 'src/uniconta/post-look.ts', find: 'const isShown = isEmpty ||', put: 'const isShown = true ||' },
    ],
  },
  {
    name: 'works the lane without fencing',
    stories: ['an old holder wakes up'],
    changes: [
      {
        file: 'src/sync/lane.ts',
        find: ' for update`,\n  )\n  if (rows.length === 0)',
        put: ' for update`,\n  )\n  if (rows.length > 1)',
      },
      {
        file: 'src/sync/lane.ts',
        find: 'if (rows[0]?.lasts || (rows[0] && (await renewLane(db, hold, now)))) return',
        put: 'if (rows.length < 2) return',
      },
      {
        file: 'src/uniconta/posting-store.ts',
        find: 'and(eq(posting.invoiceId, from.invoiceId), eq(posting.step, from.step))',
        put: 'eq(posting.invoiceId, from.invoiceId)',
      },
    ],
  },
  {
    name: 'deletes an order without a step of its own',
    stories: ['a deletion breaks off'],
    changes: [
      {
        file: 'src/uniconta/post-doubt.ts',
        find: "if (stillWaits(work, row)) throw uncertain(work, row, 'post.uncertain')\n  return moveOn(context, row, 'deleting')",
        put: "if (stillWaits(work, row)) throw uncertain(work, row, 'post.uncertain')\n  return deleteOrders(work, row, { isRepeated: false })",
      },
    ],
  },
  {
    name: 'does not wait',
    stories: ['an order arrives late', 'fresh sessions see old books'],
    changes: [
      {
        file: 'src/uniconta/post-wait.ts',
        find: 'return !row.isRefused && work.context.now() < waitEndsAt(row, work.connection)',
        put: 'return false && waitEndsAt(row, work.connection)',
      },
    ],
  },
  {
    name: 'leaves out the look after a restore',
    stories: ['a restore forgets a post'],
    changes: [
      {
        file: machine,
        find: foundInMakeOrder,
        put: foundInMakeOrder.replace('if (there)', 'if (there && orders.length > 0)'),
      },
    ],
  },
  ...moneyPlants,
]
