import { inArray } from 'drizzle-orm'
import { findCustomer } from '../customers/customer-store.ts'
import { findDepartment } from '../departments/department-store.ts'
import type { Tx } from '../lib/database/database.ts'
import { nameTags } from '../tags/record-tags.ts'
import { appUser } from '../users/user-table.ts'
import type { NumberedProject } from './project-store.ts'

/** The project as the history shows it: customer, owner, department and tags by name. */
export async function projectView(tx: Tx, input: NumberedProject): Promise<Record<string, unknown>> {
  const { tagIds, customerId, ownerId, departmentId, ...fields } = input
  const customer = await findCustomer(tx, customerId)
  const department = departmentId === null ? undefined : await findDepartment(tx, departmentId)
  const [owner] =
    ownerId === null
      ? []
      : await tx
          .select()
          .from(appUser)
          .where(inArray(appUser.id, [ownerId]))
  return {
    ...fields,
    customer: customer ? `${customer.number} ${customer.name}` : customerId,
    department: department ? `${department.number} ${department.name}` : departmentId,
    owner: owner?.name ?? ownerId,
    tags: await nameTags(tx, tagIds),
  }
}
