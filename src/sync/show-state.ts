// States of records that were found out in bulk, not by a push of their own.
import { sql } from 'drizzle-orm'
import type { Tx } from '../lib/database/database.ts'
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

/**
 * Notes what was found about records whose own task has nothing to do. A record that waits, runs or needs a person keeps
 * what it says, unless `settles` tells that its task is done by this.
 */
export async function showFindings(
  tx: Tx,
  kind: string,
  findings: readonly Finding[],
  now: Date,
  settles = false,
): Promise<void> {
  if (findings.length === 0) return
  const rows = JSON.stringify(storable(findings))
  const open = settles ? sql`t.state in ('done', 'waiting')` : sql`t.state = 'done'`
  await tx.execute(sql`
    insert into sync_task as t (kind, subject, label, state, run_at, shown, sentence, differences, since)
    select ${kind}, f.subject, f.label, 'done', ${now.toISOString()}::timestamptz, f.shown, f.sentence, f.differences, ${now.toISOString()}::timestamptz
      from jsonb_to_recordset(${rows}::jsonb) as f(subject text, label text, shown text, sentence jsonb, differences jsonb)
    on conflict (kind, subject) do update set state = 'done', label = excluded.label, shown = excluded.shown, sentence = excluded.sentence,
      differences = excluded.differences, actions = '[]', failures = 0, uncertain = false, after_kind = null, after_subject = null,
      since = case when t.shown = excluded.shown then t.since else excluded.since end
    where ${open}`)
}
