import { type Db, inTransaction } from '../lib/database/database.ts'
import { type Sentence, sayFrom } from '../lib/i18n/sentence.ts'
import { type Arranged, arrange } from './arrange.ts'
import { billingOfDraft, type DraftWork, mustHoldItsSources } from './change-draft.ts'
import { releaseUnfit } from './claim-sources.ts'
import { draftTexts } from './draft-texts.ts'
import { type LineRecord, listLines } from './invoice-store.ts'
import { draftView, lockDraft, saveDraft } from './save-draft.ts'
import { billedBy, claimFor } from './scheme.ts'

const say = sayFrom(draftTexts)

export type Refreshed = { added: number; removed: number; repriced: number; kept: LineRecord[]; changes: Sentence[] }

/**
 * Takes what has become billable up to the draft's day, lets go what may not be billed any more, and prices all anew. Lines of a
 * person's own and amounts that he has set stay as they are, and are named when their sources are other ones now.
 * @throws conflict too when what its lines bill is still billed elsewhere.
 */
export async function refreshDraft(db: Db, { actor, id, version, now }: DraftWork): Promise<Refreshed> {
  return inTransaction(db, async (tx) => {
    const row = await lockDraft(tx, id, version)
    await mustHoldItsSources(tx, row)
    const before = await draftView(tx, row)
    const existing = await listLines(tx, id)
    const found = await billingOfDraft(tx, row, existing)
    const removed = await releaseUnfit(tx, { invoiceId: id, now })
    const carries = existing.some(({ origin }) => origin === 'plan' || origin === 'agreed-price')
    let added = 0
    if (found && row.sourcesUntil !== null && found.scheme.onAccountAmount === null) {
      const { book, model, scheme } = found
      const claim = { invoiceId: id, projectId: row.projectId, priceModelId: model.id, ...billedBy(book, model), now }
      added = await claimFor(tx, scheme, { ...claim, until: row.sourcesUntil }, { ...found, carries })
    }
    const arranged = await arrange(tx, row, { existing, billing: found, now })
    added = Math.max(0, added - arranged.loose.length)
    const drawn = await saveDraft(tx, { ...arranged, actor, now, row, before })
    const kept = drawn.lines.filter((line) => arranged.kept.some((each) => each.id === line.id))
    const { repriced } = arranged
    return { added, removed, repriced, kept, changes: changesOf({ ...arranged, kept }, added, removed) }
  })
}

function changesOf({ existing, lines, repriced, kept, dropped }: Arranged, added: number, removed: number): Sentence[] {
  const known = new Set(existing.map(({ id }) => id))
  const newDeductions = lines.filter(({ id, origin }) => origin === 'deduction' && !known.has(id))
  const changes = [
    ...(added > 0 ? [say('draft.refreshAdded', { count: added })] : []),
    ...(removed > 0 ? [say('draft.refreshRemoved', { count: removed })] : []),
    ...(repriced > 0 ? [say('draft.refreshRepriced', { count: repriced })] : []),
    ...newDeductions.map((line) => say('draft.refreshDeducted', { text: line.text })),
    ...dropped.map((line) => say('draft.refreshDropped', { text: line.text })),
    ...kept.map((line) => say('draft.refreshKept', { line: line.position + 1, text: line.text })),
  ]
  return changes.length > 0 ? changes : [say('draft.refreshedNothing')]
}
