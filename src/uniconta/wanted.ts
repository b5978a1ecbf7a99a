// Our records as they shall stand there, singly or many at once.
import { eq } from 'drizzle-orm'
import type { Db } from '../lib/database/database.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { SyncFailure } from '../sync/failure.ts'
import { findLink, listLinksOf } from '../sync/link-store.ts'
import { tagGroup } from '../tags/tag-table.ts'
import { findDocumentsBefore } from './closing.ts'
import type { Connection } from './connection.ts'
import { mustFit } from './fields.ts'
import { isOwnKey, type Wanted } from './push-record.ts'
import { type CustomerRecord, listCustomerRecords, listProjectRecords, type ProjectRecord } from './records.ts'
import { unicontaType } from './settings.ts'
import { toWantedDebtor } from './to-debtor.ts'
import { toWantedProject } from './to-project.ts'
import { unicontaTexts } from './uniconta-texts.ts'

const say = sayFrom(unicontaTexts)

export type RecordKind = 'customer' | 'project'

/** Why a record is not sent at all, or undefined when it is. */
export function whyOff(record: CustomerRecord | ProjectRecord, connection: Connection) {
  const { settings } = connection
  if (!settings.enabled) return say('uniconta.off')
  if ('customerId' in record ? !settings.exportProjects : !settings.exportCustomers)
    return 'customerId' in record ? say('uniconta.offProjects') : say('uniconta.offCustomers')
  if (record.deleted) return say('uniconta.deleted')
  if ('relation' in record && record.relation === 'participant') return say('uniconta.participant')
  return undefined
}

export async function groupNameOf(db: Db, id: string | null): Promise<string> {
  if (!id) return ''
  const [row] = await db.select({ name: tagGroup.name }).from(tagGroup).where(eq(tagGroup.id, id))
  return row?.name ?? ''
}

export async function findCustomerRecord(db: Db, id: string): Promise<CustomerRecord | undefined> {
  return (await listCustomerRecords(db, [id]))[0]
}

export async function findProjectRecord(db: Db, id: string): Promise<ProjectRecord | undefined> {
  return (await listProjectRecords(db, [id]))[0]
}

/** For looking at one record from outside a push: candidates, differences. Undefined when it is not there or not complete. */
export async function findWanted(
  db: Db,
  kind: RecordKind,
  id: string,
  connection: Connection,
): Promise<Wanted | undefined> {
  if (kind === 'customer') {
    const customer = await findCustomerRecord(db, id)
    return (
      customer &&
      toWantedDebtor(customer, connection, await groupNameOf(db, connection.settings.customerGroupTagGroupId))
    )
  }
  const project = await findProjectRecord(db, id)
  if (!project) return undefined
  const parent = await findLink(db, unicontaType, 'customer', project.customerId)
  const groupName = await groupNameOf(db, connection.settings.projectDepartmentTagGroupId)
  return toWantedProject(project, parent?.externalKey ?? project.customerNumber, connection, groupName)
}

/** `wanted` is missing when something has to be mended first; its own push says what. */
export type Prepared = { subject: string; label: string; off?: ReturnType<typeof whyOff>; wanted?: Wanted }

/** Many records at once, in a few queries. */
export async function prepareRecords(
  db: Db,
  connection: Connection,
  kind: RecordKind,
  ids: readonly string[],
): Promise<Prepared[]> {
  if (kind === 'customer') {
    const groupName = await groupNameOf(db, connection.settings.customerGroupTagGroupId)
    const records = await listCustomerRecords(db, ids)
    return records.map((record) => prepare(connection, record, () => toWantedDebtor(record, connection, groupName)))
  }
  const groupName = await groupNameOf(db, connection.settings.projectDepartmentTagGroupId)
  const records = await listProjectRecords(db, ids)
  const parents = await listLinksOf(db, unicontaType, 'customer', [
    ...new Set(records.map((record) => record.customerId)),
  ])
  const documents = await findDocumentsBefore(db, connection, records)
  const customers = new Map(parents.map((link) => [link.subject, link]))
  return records.map((record) =>
    prepare(connection, record, () => {
      if (documents.has(record.id)) return undefined
      const parent = customers.get(record.customerId)
      const byNumber = connection.settings.exportCustomers ? undefined : record.customerNumber
      const account = parent?.confirmedAt ? parent.externalKey : byNumber
      return account === undefined ? undefined : toWantedProject(record, account, connection, groupName)
    }),
  )
}

function prepare(
  connection: Connection,
  record: Parameters<typeof whyOff>[0],
  want: () => Wanted | undefined,
): Prepared {
  const known = { subject: record.id, label: `${record.number} ${record.name}` }
  const off = whyOff(record, connection)
  if (off) return { ...known, off }
  try {
    const wanted = want()
    if (!wanted || !isOwnKey(wanted.number)) return known
    mustFit(wanted.entity, { ...wanted.fields, [wanted.keyField]: wanted.number })
    return { ...known, wanted }
  } catch (error) {
    if (error instanceof SyncFailure) return known
    throw error
  }
}
