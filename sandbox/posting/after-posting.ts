// What becomes of an order that was posted.
import type { StoredRow } from '../books.ts'
import { linesOf } from '../order-rules.ts'
import type { Switches } from '../switches.ts'
import { today, type World } from '../world.ts'

export function afterPosting(
  world: World,
  company: number,
  order: StoredRow,
  fate: Switches['orderAfterPosting'],
): void {
  const { DeleteOrder, DeleteLines, OrderNumber = 0 } = order.values
  const { books } = world
  const goes = fate === 'as-it-says' && DeleteOrder === true
  const linesGo = goes || (fate !== 'stays' && (DeleteOrder === true || DeleteLines === true))
  if (linesGo)
    for (const { id } of linesOf(world, company, OrderNumber)) books.remove(company, 'DebtorOrderLineClient', id)
  if (goes) books.remove(company, 'DebtorOrderClient', order.id)
  else books.replace(company, 'DebtorOrderClient', order.id, { ...order.values, LastInvoice: today(world) })
}
