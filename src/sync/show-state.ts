// States of records that were found out in bulk, not by a push of their own.
import { sql } from 'drizzle-orm'
import type { Db, Tx } from '../lib/database/database.ts'
import type { Sentence } from '../lib/i18n/sentence.ts'
import { storable } from '../lib/storable.ts'
import type { RecordState } from './record-state.ts'
import type { Difference } from './sync-table.ts'

export type Finding = {
  subject: string
  label: string
  shown: RecordState
  sentence: Sentence
  differences: readonly Difference[]
}

/** How often each record's task was asked for: taken before the records are read, so that a save after it is noticed. */
export type Asked = ReadonlyMap<string, number>

export async function readAsked(db: Db, kind: string, subjects: readonly string[]): Promise<Asked> {
  if (subjects.length === 0) return new Map()
  const { rows } = await db.execute<{ subject: string; requested: number }>(sql`
    select subject, requested from sync_task where kind = ${kind} and subject in (${sql.join(
      subjects.map((subject) => sql`${subject}`),
      sql`, `,
    )})`)
  return new Map(rows.map((row) => [row.subject, row.requested]))
}

/**
 * Notes what was found about records whose own task has nothing to do. A record that waits, runs or needs a person keeps
 * what it says, unless its task is settled by this: then `asked` tells that nobody saved it since it was read.
 */
export async function showFindings(
  tx: Tx,
  kind: string,
  findings: readonly Finding[],
  now: Date,
  asked?: Asked,
): Promise<void> {
  if (findings.length === 0) return
  const rows = JSON.stringify(
    storable(findings.map((found) => ({ ...found, requested: asked?.get(found.subject) ?? null }))),
  )
  const open = asked ? sql`t.state <> 'running' and t.requested = excluded.requested` : sql`t.state = 'done'`
  await tx.execute(sql`
    insert into sync_task as t (kind, subject, label, state, requested, taken, run_at, shown, sentence, differences, since)
    select ${kind}, f.subject, f.label, 'done', coalesce(f.requested, 0), coalesce(f.requested, 0), ${now.toISOString()}::timestamptz, f.shown, f.sentence, f.differences, ${now.toISOString()}::timestamptz
      from jsonb_to_recordset(${rows}::jsonb) as f(subject text, label text, shown text, sentence jsonb, differences jsonb, requested int)
    on conflict (kind, subject) do update set state = 'done', label = excluded.label, shown = excluded.shown, sentence = excluded.sentence,
      differences = excluded.differences, actions = '[]', failures = 0, uncertain = false, after_kind = null, after_subject = null,
      since = case when t.shown = excluded.shown then t.since else excluded.since end
    where ${open}`)
}
