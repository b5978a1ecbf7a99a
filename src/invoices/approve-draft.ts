import { recordChange } from '../audit/record-change.ts'
import { type Db, inTransaction } from '../lib/database/database.ts'
import { AppError } from '../lib/errors.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import type { DraftWork } from './change-draft.ts'
import { draftTexts } from './draft-texts.ts'
import { drawUp } from './draw-up.ts'
import { findObstacles } from './find-obstacles.ts'
import { listLines, type NewInvoice, updateInvoice } from './invoice-store.ts'
import { draftView, lockDraft } from './save-draft.ts'
import { settleIfNoneWaits } from './tell-approvers.ts'

const say = sayFrom(draftTexts)

/**
 * Approves a draft as it stands now, sums included: any change of it takes the approval away, and so does a change of an account or a
 * setting that gives other sums. @throws conflict when approval is not used, or something else stops the draft.
 */
export async function approveDraft(db: Db, { actor, id, version, now }: DraftWork): Promise<void> {
  await inTransaction(db, async (tx) => {
    const row = await lockDraft(tx, id, version)
    if (row.state === 'approved') throw new AppError('conflict', say('draft.alreadyApproved'))
    const drawn = await drawUp(tx, row, await listLines(tx, id), now)
    if (!drawn.invoicing.useDraftApproval) throw new AppError('conflict', say('draft.approvalNotUsed'))
    const obstacles = await findObstacles(tx, { ...row, state: 'approved' }, drawn)
    const outdated = say('draft.approvalOutdated', { by: '' }).key
    const stop = obstacles.find(({ stops, sentence }) => stops && sentence.key !== outdated)
    if (stop) throw new AppError('conflict', stop.sentence)
    const { net, vat, gross } = drawn.totals
    const set: Partial<NewInvoice> = { state: 'approved', approvedBy: actor.name, approvedAt: now, net, vat, gross }
    const { companyNet, companyVat } = drawn
    const stored = { ...set, companyNet, companyVat, version: row.version + 1, updatedAt: now }
    const before = await draftView(tx, row)
    await updateInvoice(tx, id, stored)
    const after = await draftView(tx, { ...row, ...stored } as typeof row)
    await recordChange(tx, actor, { kind: 'invoice', subject: id, before, after }, now)
    await settleIfNoneWaits(tx, id, now)
  })
}

export async function withdrawApproval(db: Db, { actor, id, version, now }: DraftWork): Promise<void> {
  await inTransaction(db, async (tx) => {
    const row = await lockDraft(tx, id, version)
    if (row.state !== 'approved') throw new AppError('conflict', say('draft.notApproved'))
    const before = await draftView(tx, row)
    const set: Partial<NewInvoice> = { state: 'draft', approvedBy: null, approvedAt: null }
    await updateInvoice(tx, id, { ...set, version: row.version + 1, updatedAt: now })
    const after = await draftView(tx, { ...row, ...set } as typeof row)
    await recordChange(tx, actor, { kind: 'invoice', subject: id, before, after }, now)
  })
}
