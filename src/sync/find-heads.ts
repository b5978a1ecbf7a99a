// A record that waits for one that waits itself: who has to go first of all, which is the one that a person can do something about.
import { sql } from 'drizzle-orm'
import type { Db } from '../lib/database/database.ts'
import type { Sentence } from '../lib/i18n/sentence.ts'
import type { RecordState } from './record-state.ts'

export type Task = { readonly kind: string; readonly subject: string }
export type Head = Task & { label: string; shown: RecordState; sentence: Sentence }

type Held = Head & { after_kind: string | null; after_subject: string | null }

export const keyOf = ({ kind, subject }: Task) => `${kind} ${subject}`

/** For each of the tasks the one at the head of its chain, itself when it waits for none. Thousands may stand in one chain. */
export async function findHeads(db: Db, tasks: readonly Task[]): Promise<Map<string, Head>> {
  if (tasks.length === 0) return new Map()
  const { rows } = await db.execute<Held>(sql`
    with recursive chain as (
      select t.kind, t.subject, t.state, t.after_kind, t.after_subject
        from jsonb_to_recordset(${JSON.stringify(tasks)}::jsonb) as w(kind text, subject text)
        join sync_task t on t.kind = w.kind and t.subject = w.subject
      union
      select t.kind, t.subject, t.state, t.after_kind, t.after_subject
        from chain c join sync_task t on t.kind = c.after_kind and t.subject = c.after_subject and t.state <> 'done'
    )
    select c.kind, c.subject, c.after_kind, c.after_subject, t.label, t.shown, t.sentence
      from chain c join sync_task t on t.kind = c.kind and t.subject = c.subject`)
  const links = new Map(rows.map((row) => [keyOf(row), row]))
  const heads = new Map<string, Head>()
  for (const task of tasks) {
    const head = headOf(links, heads, keyOf(task))
    if (head) heads.set(keyOf(task), head)
  }
  return heads
}

/** Each link is walked once: what is found is noted for all that were passed. */
function headOf(links: ReadonlyMap<string, Held>, heads: Map<string, Head>, start: string): Head | undefined {
  const passed = new Set<string>()
  let at = links.get(start)
  let head: Head | undefined = at
  while (at && !passed.has(keyOf(at))) {
    passed.add(keyOf(at))
    const known = heads.get(keyOf(at))
    head = known ?? at
    at =
      known || !at.after_kind ? undefined : links.get(keyOf({ kind: at.after_kind, subject: at.after_subject ?? '' }))
  }
  for (const key of passed) if (head) heads.set(key, head)
  return head
}
