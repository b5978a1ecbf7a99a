// What a project may refer to. What it referred to before stays allowed: an old project is not stopped by a blocked customer.
import { findCustomer } from '../customers/customer-store.ts'
import { customerTexts } from '../customers/customer-texts.ts'
import { findDepartment } from '../departments/department-store.ts'
import type { Tx } from '../lib/database/database.ts'
import type { FieldFault } from '../lib/errors.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { findUser } from '../users/user-store.ts'
import type { ProjectInput } from './project.ts'
import { projectTexts } from './project-texts.ts'

const say = sayFrom(projectTexts)
const sayOfCustomer = sayFrom(customerTexts)

export async function projectFaults(
  tx: Tx,
  input: ProjectInput,
  before: ProjectInput | undefined,
): Promise<FieldFault[]> {
  return [
    ...(input.customerId === before?.customerId ? [] : await customerFaults(tx, input.customerId)),
    ...(input.ownerId === before?.ownerId ? [] : await ownerFaults(tx, input.ownerId)),
    ...(input.departmentId === before?.departmentId ? [] : await departmentFaults(tx, input.departmentId)),
    ...dayFaults(input),
  ]
}

/** Only potential and active customers get new projects, and a participant has none of its own (UC-18). */
async function customerFaults(tx: Tx, customerId: string): Promise<FieldFault[]> {
  const path = 'customerId'
  const customer = await findCustomer(tx, customerId)
  if (!customer) return [{ path, sentence: sayOfCustomer('customer.unknown') }]
  const { number, name, status, relation } = customer
  if (status === 'blocked' || status === 'inactive')
    return [{ path, sentence: sayOfCustomer('customer.noProjects', { number, name, status }) }]
  if (relation === 'participant')
    return [{ path, sentence: sayOfCustomer('customer.participantOnly', { number, name }) }]
  return []
}

async function ownerFaults(tx: Tx, ownerId: string | null): Promise<FieldFault[]> {
  if (ownerId === null) return []
  const owner = await findUser(tx, ownerId)
  if (!owner) return [{ path: 'ownerId', sentence: say('project.ownerUnknown') }]
  return owner.active ? [] : [{ path: 'ownerId', sentence: say('project.ownerGone', { name: owner.name }) }]
}

async function departmentFaults(tx: Tx, departmentId: string | null): Promise<FieldFault[]> {
  if (departmentId === null) return []
  const path = 'departmentId'
  const department = await findDepartment(tx, departmentId)
  if (!department) return [{ path, sentence: say('project.departmentUnknown') }]
  return department.active ? [] : [{ path, sentence: say('project.departmentGone', { name: department.name }) }]
}

function dayFaults({ startOn, endOn }: ProjectInput): FieldFault[] {
  if (startOn === null || endOn === null || startOn <= endOn) return []
  return [{ path: 'endOn', sentence: say('project.endsBeforeStart', { startOn, endOn }) }]
}
