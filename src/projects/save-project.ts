import { recordChange } from '../audit/record-change.ts'
import { lockSeries, numberInstead, takeNumber } from '../company/take-number.ts'
import { type Db, inTransaction, type Tx } from '../lib/database/database.ts'
import { AppError, type FieldFault } from '../lib/errors.ts'
import { type Actor, invalid } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { newId } from '../lib/ids.ts'
import { mustBeCurrent, notFound } from '../lib/stale.ts'
import { enqueue } from '../sync/enqueue.ts'
import { isTransferred } from '../sync/link-store.ts'
import { checkTags, getTagIds, replaceTags } from '../tags/record-tags.ts'
import type { ProjectInput } from './project.ts'
import { projectFaults } from './project-rules.ts'
import {
  findOtherWithNumber,
  inputOf,
  insertProject,
  isProjectNumberTaken,
  lockProject,
  type NumberedProject,
  type ProjectRecord,
  projectWish,
  updateProject,
} from './project-store.ts'
import { projectTexts } from './project-texts.ts'
import { projectView } from './project-view.ts'

const say = sayFrom(projectTexts)

/**
 * Stores a new project and its push in one transaction. Without a number it gets the next one of the series. `begin` makes what
 * the project starts with, or nothing is stored.
 */
export async function createProject(
  db: Db,
  actor: Actor,
  input: ProjectInput,
  now: Date,
  begin?: (tx: Tx, projectId: string) => Promise<unknown>,
): Promise<string> {
  return inTransaction(db, async (tx) => {
    const id = newId(now)
    const faults = [
      ...(await projectFaults(tx, input, undefined)),
      ...(await checkTags(tx, 'project', input.tagIds, [])),
      ...(input.number === undefined ? [] : await typedNumberFaults(tx, id, input.number)),
    ]
    if (faults.length > 0) throw invalid(faults)
    const number = input.number ?? (await takeNumber(tx, 'project', isProjectNumberTaken))
    const after = { ...input, number, tagIds: [...new Set(input.tagIds)] }
    await insertProject(tx, id, after, now)
    await replaceTags(tx, 'project', id, after.tagIds)
    const view = await projectView(tx, after)
    await recordChange(tx, actor, { kind: 'project', subject: id, before: null, after: view }, now)
    await enqueue(tx, projectWish({ id, ...after }), now)
    await begin?.(tx, id)
    return id
  })
}

export type ProjectSave = { actor: Actor; id: string; change: NumberedProject & { version: number }; now: Date }

/** Stores a changed project and its push in one transaction (UC-25). */
export async function changeProject(db: Db, { actor, id, change, now }: ProjectSave): Promise<void> {
  await inTransaction(db, async (tx) => {
    const row = await lockProject(tx, id)
    if (!row) throw notFound('project', id)
    const before = inputOf(row, await getTagIds(tx, id))
    const { version: _, ...input } = change
    mustBeCurrent('project', change, { ...before, version: row.version })
    const faults = [
      ...(await projectFaults(tx, input, before)),
      ...(await checkTags(tx, 'project', input.tagIds, before.tagIds)),
      ...(await changedNumberFaults(tx, row, input.number)),
    ]
    if (faults.length > 0) throw invalid(faults)
    await storeChange(tx, { actor, row, before, after: { ...input, tagIds: [...new Set(input.tagIds)] }, now })
  })
}

/** Gives a project another number although it was transferred; the caller has unlinked it in the same transaction (UC-20). */
export async function renumberProject(
  tx: Tx,
  wish: { actor: Actor; id: string; number: string; version: number; now: Date },
): Promise<void> {
  const { actor, id, number, version, now } = wish
  const row = await lockProject(tx, id)
  if (!row) throw notFound('project', id)
  const before = inputOf(row, await getTagIds(tx, id))
  mustBeCurrent('project', { ...before, number, version }, { ...before, version: row.version })
  await lockSeries(tx, 'project')
  const faults = await takenFaults(tx, id, number)
  if (faults.length > 0) throw invalid(faults)
  await storeChange(tx, { actor, row, before, after: { ...before, number }, now })
}

export type ProjectReferences = Pick<ProjectInput, 'customerReference' | 'orderReference' | 'contractReference'>

/** Changes the references alone, from the page of the invoice settings. The project goes again, as after any save. */
export async function changeReferences(
  tx: Tx,
  wish: { actor: Actor; id: string; references: ProjectReferences; now: Date },
): Promise<void> {
  const { actor, id, references, now } = wish
  const row = await lockProject(tx, id)
  if (!row) throw notFound('project', id)
  const before = inputOf(row, await getTagIds(tx, id))
  await storeChange(tx, { actor, row, before, after: { ...before, ...references }, now })
}

type Stored = { actor: Actor; row: ProjectRecord; before: NumberedProject; after: NumberedProject; now: Date }

async function storeChange(tx: Tx, { actor, row, before, after, now }: Stored): Promise<void> {
  const views = { before: await projectView(tx, before), after: await projectView(tx, after) }
  await updateProject(tx, row.id, after, row.version + 1, now)
  await replaceTags(tx, 'project', row.id, after.tagIds)
  await recordChange(tx, actor, { kind: 'project', subject: row.id, ...views }, now)
  await enqueue(tx, projectWish({ id: row.id, number: after.number, name: after.name }), now)
}

async function changedNumberFaults(tx: Tx, row: ProjectRecord, number: string): Promise<FieldFault[]> {
  if (number === row.number) return []
  if (await isTransferred(tx, 'project', row.id)) {
    const sentence = say('project.numberFixed', { number: row.number, name: row.name })
    throw new AppError('conflict', sentence, { fields: [{ path: 'number', sentence }] })
  }
  return typedNumberFaults(tx, row.id, number)
}

async function typedNumberFaults(tx: Tx, id: string, number: string): Promise<FieldFault[]> {
  const next = await numberInstead(tx, 'project', number, isProjectNumberTaken)
  if (next !== undefined) return [{ path: 'number', sentence: say('project.numberGiven', { number: next }) }]
  return takenFaults(tx, id, number)
}

async function takenFaults(tx: Tx, id: string, number: string): Promise<FieldFault[]> {
  const other = await findOtherWithNumber(tx, id, number)
  return other ? [{ path: 'number', sentence: say('project.numberTaken', { number, name: other.name }) }] : []
}
