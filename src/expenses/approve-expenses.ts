import { inArray } from 'drizzle-orm'
import { recordChange } from '../audit/record-change.ts'
import { type Db, inTransaction } from '../lib/database/database.ts'
import type { Actor } from '../lib/http.ts'
import { type Language, type Phrasebook, type Sentence, sayFrom } from '../lib/i18n/sentence.ts'
import { notifyUsers } from '../notifications/notification-store.ts'
import type { Approval } from '../time-entries/time-entry.ts'
import type { ExpenseOutcome } from './expense.ts'
import { settleExpensesToApprove } from './expense-notices.ts'
import { mayApprove } from './expense-rules.ts'
import { lockExpenses } from './expense-store.ts'
import { projectExpense } from './expense-table.ts'
import { expenseTexts } from './expense-texts.ts'

const say = sayFrom(expenseTexts)

type Locked = Awaited<ReturnType<typeof lockExpenses>>[number]

/** 'registered' takes an approval or rejection back. */
export type Judgement = { to: 'approved' } | { to: 'rejected'; comment: string } | { to: 'registered' }

/**
 * Approves, rejects or reopens many at once; what may not be is left as it is and named with the reason. Whoever registered a
 * rejected one is told why.
 */
export async function judgeExpenses(
  db: Db,
  { actor, ids, judgement, now }: { actor: Actor; ids: readonly string[]; judgement: Judgement; now: Date },
  { phrase, language }: { phrase: Phrasebook; language: Language },
): Promise<ExpenseOutcome> {
  return inTransaction(db, async (tx) => {
    const rows = await lockExpenses(tx, ids)
    const found = new Set(rows.map((row) => row.id))
    const notDone = [...new Set(ids)]
      .filter((id) => !found.has(id))
      .map((id) => ({ id, title: '', reason: phrase(say('expense.gone'), language) }))
    const done: Locked[] = []
    for (const row of rows) {
      const reason = whyNot(row, actor, judgement.to)
      if (reason) notDone.push({ id: row.id, title: row.title, reason: phrase(reason, language) })
      else done.push(row)
    }
    if (done.length > 0)
      await tx
        .update(projectExpense)
        .set({ ...columnsOf(judgement, actor, now), updatedAt: now })
        .where(
          inArray(
            projectExpense.id,
            done.map((row) => row.id),
          ),
        )
    for (const row of done) {
      const rejectedBecause = judgement.to === 'rejected' ? judgement.comment : null
      const before = { approval: row.approval, rejectedBecause: row.rejectedBecause }
      const after = { approval: judgement.to, rejectedBecause }
      await recordChange(tx, actor, { kind: 'expense', subject: row.id, before, after }, now)
      if (judgement.to !== 'rejected' || row.registeredBy === actor.id) continue
      const sentence = say('expense.wasRejected', { title: row.title, comment: judgement.comment })
      const link = `/my-expenses/${row.id}`
      const notice = { userIds: [row.registeredBy], kind: 'sent-back', level: 'warning' } as const
      await notifyUsers(tx, { ...notice, sentence, link }, now)
    }
    const projectIds = done.map((row) => row.projectId)
    if (projectIds.length > 0) await settleExpensesToApprove(tx, projectIds, now)
    return { done: done.length, notDone }
  })
}

function whyNot(row: Locked, actor: Actor, to: Approval): Sentence | undefined {
  const { title } = row
  if (!mayApprove(row, actor)) return say('expense.notYoursToApprove', { title, owner: row.ownerName ?? '' })
  if (row.billing !== 'open') return say('expense.isBilled', { title })
  if (row.approval !== to) return undefined
  if (to === 'approved') return say('expense.isApprovedAlready', { title })
  return to === 'rejected' ? say('expense.isRejectedAlready', { title }) : say('expense.isNotApproved', { title })
}

function columnsOf(judgement: Judgement, actor: Actor, now: Date) {
  const isApproved = judgement.to === 'approved'
  return {
    approval: judgement.to,
    approvedBy: isApproved ? actor.name : null,
    approvedAt: isApproved ? now : null,
    rejectedBecause: judgement.to === 'rejected' ? judgement.comment : null,
  }
}
