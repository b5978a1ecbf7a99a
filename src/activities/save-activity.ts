import { eq } from 'drizzle-orm'
import { recordChange } from '../audit/record-change.ts'
import { type Db, inTransaction, type Tx } from '../lib/database/database.ts'
import { AppError, type FieldFault } from '../lib/errors.ts'
import { type Actor, invalid } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { newId } from '../lib/ids.ts'
import { numberKey } from '../lib/record-number.ts'
import { mustBeCurrent } from '../lib/stale.ts'
import { findPriceModel } from '../prices/price-model-store.ts'
import { lockProject, type ProjectRecord } from '../projects/project-store.ts'
import type { ActivityFields, ActivityInput } from './activity.ts'
import {
  activitiesOf,
  fieldsOf,
  findOtherWithNumber,
  insertActivities,
  lockActivity,
  updateActivity,
} from './activity-store.ts'
import { activity } from './activity-table.ts'
import { activityTexts } from './activity-texts.ts'

const say = sayFrom(activityTexts)

/** What names an activity; counted by the folders that this one does not know. */
export type UsesOfActivity = (
  tx: Tx,
  activityId: string,
) => Promise<{ timeEntries: number; expenses: number; invoiceLines: number }>

export async function createActivity(db: Db, actor: Actor, input: ActivityInput, now: Date): Promise<string> {
  return inTransaction(db, (tx) => addActivity(tx, actor, input, now))
}

/** Without a number it gets the next one of the project, which is locked, so that two at the same moment get two. */
export async function addActivity(tx: Tx, actor: Actor, input: ActivityInput, now: Date): Promise<string> {
  const { projectId, ...fields } = input
  const owner = await lockProject(tx, projectId)
  if (!owner) throw invalid([{ path: 'projectId', sentence: say('activity.projectUnknown') }])
  const id = newId(now)
  const taken = (await activitiesOf(tx, projectId)).map((row) => row.number)
  const after = { ...fields, number: input.number ?? nextNumber(taken) }
  await mustBeRight(tx, { id, projectId }, after, undefined)
  await insertActivities(tx, [{ id, projectId, fields: after }], now)
  const view = await activityView(tx, owner, after)
  await recordChange(tx, actor, { kind: 'activity', subject: id, before: null, after: view }, now)
  return id
}

export async function changeActivity(
  db: Db,
  { actor, id, change, now }: { actor: Actor; id: string; change: ActivityFields & { version: number }; now: Date },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const row = await lockActivity(tx, id)
    const before = fieldsOf(row)
    const { version: _, ...after } = change
    mustBeCurrent('activity', change, { ...before, version: row.version })
    const owner = await mustHaveProject(tx, row.projectId)
    await mustBeRight(tx, row, after, before)
    await updateActivity(tx, row, after, now)
    const views = { before: await activityView(tx, owner, before), after: await activityView(tx, owner, after) }
    await recordChange(tx, actor, { kind: 'activity', subject: id, ...views }, now)
  })
}

/** @throws conflict when hours, expenses or invoices name it. */
export async function deleteActivity(
  db: Db,
  { actor, id, version, now }: { actor: Actor; id: string; version: number; now: Date },
  usesOf: UsesOfActivity,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const row = await lockActivity(tx, id)
    mustBeCurrent('activity', { version }, { ...fieldsOf(row), version: row.version })
    const uses = await usesOf(tx, id)
    const { number, name } = row
    if (Object.values(uses).some((count) => count > 0))
      throw new AppError('conflict', say('activity.inUse', { number, name, ...uses }))
    const before = await activityView(tx, await mustHaveProject(tx, row.projectId), fieldsOf(row))
    await tx.delete(activity).where(eq(activity.id, id))
    await recordChange(tx, actor, { kind: 'activity', subject: id, before, after: null }, now)
  })
}

/**
 * Copies the activities of another project: names, estimates and what they take, to be worked on; no price models, dates and hours,
 * which belong to the other project. A number that is taken here is given anew.
 */
export async function copyActivities(
  db: Db,
  { actor, projectId, fromProjectId, now }: { actor: Actor; projectId: string; fromProjectId: string; now: Date },
): Promise<number> {
  return inTransaction(db, async (tx) => {
    const path = 'fromProjectId'
    if (projectId === fromProjectId) throw invalid([{ path, sentence: say('activity.sameProject') }])
    const [into, from] = await lockBoth(tx, projectId, fromProjectId)
    if (!into) throw new AppError('not-found', say('activity.projectUnknown'))
    if (!from) throw invalid([{ path, sentence: say('activity.projectUnknown') }])
    const originals = await activitiesOf(tx, fromProjectId)
    if (originals.length === 0)
      throw invalid([{ path, sentence: say('activity.nothingToCopy', { number: from.number, name: from.name }) }])
    const taken = (await activitiesOf(tx, projectId)).map((row) => row.number)
    const copies = originals.map((original) => {
      const isFree = !taken.some((number) => numberKey(number) === original.numberKey)
      const number = isFree ? original.number : nextNumber(taken)
      taken.push(number)
      const state = original.state === 'not-started' ? original.state : ('in-progress' as const)
      const fields = { ...fieldsOf(original), number, state, startOn: null, endOn: null, priceModelId: null }
      return { id: newId(now), projectId, fields }
    })
    await insertActivities(tx, copies, now)
    for (const { id, fields } of copies)
      await recordChange(
        tx,
        actor,
        { kind: 'activity', subject: id, before: null, after: await activityView(tx, into, fields) },
        now,
      )
    return copies.length
  })
}

/** In the order of their ids, so that two who copy from each other do not wait for ever. */
async function lockBoth(tx: Tx, a: string, b: string): Promise<[ProjectRecord | undefined, ProjectRecord | undefined]> {
  const found = new Map<string, ProjectRecord | undefined>()
  for (const id of [a, b].toSorted()) found.set(id, await lockProject(tx, id))
  return [found.get(a), found.get(b)]
}

/** One above the highest that is a plain number: 1 in a project without any. */
export function nextNumber(taken: readonly string[]): string {
  const plain = taken.filter((number) => /^\d{1,15}$/.test(number)).map(Number)
  return String(Math.max(0, ...plain) + 1)
}

async function mustHaveProject(tx: Tx, id: string): Promise<ProjectRecord> {
  const found = await lockProject(tx, id)
  if (!found) throw new AppError('conflict', say('activity.projectUnknown'))
  return found
}

async function mustBeRight(
  tx: Tx,
  { id, projectId }: { id: string; projectId: string },
  after: ActivityFields,
  before: ActivityFields | undefined,
): Promise<void> {
  const faults = [
    ...(await numberFaults(tx, { id, projectId, number: after.number })),
    ...dayFaults(after),
    ...(after.priceModelId === (before?.priceModelId ?? null) ? [] : await modelFaults(tx, projectId, after)),
  ]
  if (faults.length > 0) throw invalid(faults)
}

async function numberFaults(tx: Tx, wish: { id: string; projectId: string; number: string }): Promise<FieldFault[]> {
  const other = await findOtherWithNumber(tx, wish)
  if (!other) return []
  return [{ path: 'number', sentence: say('activity.numberTaken', { number: wish.number, name: other.name }) }]
}

function dayFaults({ startOn, endOn }: ActivityFields): FieldFault[] {
  if (startOn === null || endOn === null || startOn <= endOn) return []
  return [{ path: 'endOn', sentence: say('activity.endsBeforeStart', { startOn, endOn }) }]
}

async function modelFaults(tx: Tx, projectId: string, { priceModelId }: ActivityFields): Promise<FieldFault[]> {
  if (priceModelId === null) return []
  const path = 'priceModelId'
  const model = await findPriceModel(tx, priceModelId)
  if (!model) return [{ path, sentence: say('activity.modelUnknown') }]
  const { name } = model
  if (model.projectId !== projectId) return [{ path, sentence: say('activity.modelElsewhere', { name }) }]
  return model.active ? [] : [{ path, sentence: say('activity.modelInactive', { name }) }]
}

/** The activity as the history shows it: project and price model by name. */
async function activityView(tx: Tx, owner: ProjectRecord, fields: ActivityFields): Promise<Record<string, unknown>> {
  const { priceModelId, ...shown } = fields
  const model = priceModelId === null ? undefined : await findPriceModel(tx, priceModelId)
  return { project: `${owner.number} ${owner.name}`, ...shown, priceModel: model?.name ?? priceModelId }
}
