import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Db, inTransaction } from '../lib/database/database.ts'
import { type Sentence, sayFrom } from '../lib/i18n/sentence.ts'
import { enqueueMany } from './enqueue.ts'
import { syncTexts } from './sync-texts.ts'

const say = sayFrom(syncTexts)

export const SentAgain = z.object({
  queued: z.number().int(),
  refused: z.array(z.object({ id: z.string(), text: z.string() })),
})

/** Asks for the records' tasks anew and lets the lane try at once. One that is done sends nothing when nothing differs. */
export async function sendAgain(
  db: Db,
  kind: string,
  ids: readonly string[],
  now: Date,
  write: (sentence: Sentence) => string,
): Promise<z.infer<typeof SentAgain>> {
  if (ids.length === 0) return { queued: 0, refused: [] }
  return inTransaction(db, async (tx) => {
    // The lane before its tasks, as everywhere: else two transactions could wait for each other's rows.
    await tx.execute(sql`
      update sync_lane set retry_at = null
       where name = (select lane from sync_kind where kind = ${kind}) and retry_at is not null`)
    const { rows } = await tx.execute<{ subject: string; label: string; wanted: boolean; sentence: Sentence }>(sql`
      select t.subject, t.label, k.wanted, k.sentence from sync_task t join sync_kind k on k.kind = t.kind
       where t.kind = ${kind} and t.subject in (${sql.join(
         ids.map((id) => sql`${id}`),
         sql`, `,
       )})`)
    const goes = rows.filter((row) => row.wanted)
    await enqueueMany(
      tx,
      goes.map(({ subject, label }) => ({ kind, subject, label })),
      now,
    )
    const known = new Map(rows.map((row) => [row.subject, row]))
    const refused = [...new Set(ids)].flatMap((id) => {
      const row = known.get(id)
      if (row?.wanted) return []
      const why = row
        ? say('sync.notSentAgain', { label: row.label, reason: write(row.sentence) })
        : say('sync.nothingToSend')
      return [{ id, text: write(why) }]
    })
    return { queued: goes.length, refused }
  })
}
