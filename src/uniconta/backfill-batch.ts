// Decides, without any call, what a run does with each record of a batch.

import type { TaskContext } from '../sync/handler.ts'
import { type Link, listLinksByKey, listLinksOf } from '../sync/link-store.ts'
import type { Finding } from '../sync/show-state.ts'
import type { BackfillRow } from './backfill-store.ts'
import type { Connection } from './connection.ts'
import { comparable, differing, type Fields, isAsMeant } from './fields.ts'
import type { Wanted } from './push-record.ts'
import type { Row } from './session.ts'
import { unicontaType } from './settings.ts'
import { prepareRecords, type RecordKind } from './wanted.ts'

/** What was read of the other side, kept while a run goes on in this process. */
export type There = { runId: string; phase: string; rows: Map<string, Row>; byRegistration: Map<string, string[]> }

export const recordKindOf = (run: BackfillRow): RecordKind => (run.kind === 'customers' ? 'customer' : 'project')

export type Item = {
  subject: string
  label: string
  wanted: Wanted
  key: string
  row: Row | undefined
  link: Link | undefined
}
export type Batch = {
  /** Not there: inserted in a list. */
  missing: Item[]
  /** Ours, with other values there: corrected in a list. */
  different: Item[]
  /** Ours and right. */
  right: Item[]
  /** To be linked by this run; also in `different` or `right`. */
  same: Item[]
  /** Left to a push of their own. */
  questions: { subject: string; label: string }[]
  off: Finding[]
}

/** Decides for each record of a batch what is to be done, without any call. */
export async function sortBatch(
  context: TaskContext,
  connection: Connection,
  run: BackfillRow,
  there: There,
  ids: readonly string[],
): Promise<Batch> {
  const kind = recordKindOf(run)
  const records = await prepareRecords(context.db, connection, kind, ids)
  const links = new Map((await listLinksOf(context.db, unicontaType, kind, ids)).map((link) => [link.subject, link]))
  const keys = records.flatMap(({ wanted }) => (wanted ? [wanted.number, ...sameRegistration(there, wanted)] : []))
  const subjectOfKey = new Map(
    (await listLinksByKey(context.db, unicontaType, kind, keys)).map((link) => [link.externalKey, link.subject]),
  )
  const batch: Batch = { missing: [], different: [], right: [], same: [], questions: [], off: [] }
  for (const record of records) {
    const { subject, label } = record
    if (record.off) batch.off.push({ subject, label, shown: 'off', sentence: record.off, differences: [] })
    if (!record.wanted) {
      if (!record.off) batch.questions.push({ subject, label })
      continue
    }
    const wanted = record.wanted
    const link = links.get(subject)
    const key = link?.externalKey ?? wanted.number
    const row = there.rows.get(key)
    const item: Item = { subject, label, wanted, key, row, link }
    const isOurs =
      link?.confirmedAt ||
      (row && link && (isAccepted(link) || isAsMeant(link.intent as Fields | null, row))) ||
      (row && run.linksSame && looksTheSame(wanted, row))
    const owner = subjectOfKey.get(key)
    if (
      (owner !== undefined && owner !== subject) ||
      (row && !isOurs) ||
      (!row && (link?.confirmedAt || isKnownElsewhere(there, wanted, subjectOfKey)))
    ) {
      batch.questions.push({ subject, label })
    } else if (!row) {
      batch.missing.push(item)
    } else {
      if (!link?.confirmedAt) batch.same.push(item)
      ;(differing(wanted.fields, row).length === 0 ? batch.right : batch.different).push(item)
    }
  }
  return batch
}

/** In a list whose answer said that it was taken: ours, also when a field was dropped there without a word. */
const isAccepted = (link: Link) => link.snapshot !== null

const looksTheSame = (wanted: Wanted, row: Row) => {
  const registration = comparable('CompanyRegNo', row.CompanyRegNo)
  return (
    comparable('Name', row.Name) === comparable('Name', wanted.fields.Name) ||
    (registration !== '' && registration === wanted.alsoKnownBy?.value)
  )
}

/** Another row carries the registration number and no record here is linked with it. */
function isKnownElsewhere(there: There, wanted: Wanted, subjectOfKey: Map<string, string>): boolean {
  return sameRegistration(there, wanted).some((key) => !subjectOfKey.has(key))
}

const sameRegistration = (there: There, wanted: Wanted) =>
  wanted.alsoKnownBy ? (there.byRegistration.get(wanted.alsoKnownBy.value) ?? []) : []
