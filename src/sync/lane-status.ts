import { sql } from 'drizzle-orm'
import type { Db } from '../lib/database/database.ts'
import { type Language, type Phrasebook, type Sentence, sayFrom } from '../lib/i18n/sentence.ts'
import type { FailureKind, LaneStatus } from './log-entry.ts'
import { syncTexts } from './sync-texts.ts'

const say = sayFrom(syncTexts)

type LaneRow = {
  lane: string
  system: string
  trouble: Sentence | null
  trouble_kind: FailureKind | null
  trouble_since: string | null
  retry_at: string | null
  paused_for: Sentence | null
  paused_at: string | null
  waiting: number
  failed: number
}

/** How each lane stands: for the banner on every page and the integration's row. */
export async function listLaneStatus(db: Db, phrase: Phrasebook, language: Language): Promise<LaneStatus[]> {
  const { rows } = await db.execute<LaneRow>(sql`
    select k.lane, max(k.system) as system, max(l.trouble::text)::jsonb as trouble, max(l.trouble_kind) as trouble_kind, max(l.trouble_since) as trouble_since, max(l.retry_at) as retry_at,
           max(l.paused_for::text)::jsonb as paused_for, max(l.paused_at) as paused_at,
           coalesce(sum(t.waiting), 0)::int as waiting, coalesce(sum(t.failed), 0)::int as failed
      from sync_kind k
      left join sync_lane l on l.name = k.lane
      left join (select kind, count(*) filter (where state in ('waiting', 'running')) as waiting, count(*) filter (where state = 'parked') as failed
                   from sync_task where state <> 'done' group by kind) t on t.kind = k.kind
     group by k.lane order by k.lane`)
  return rows.map((row) => {
    const state = row.paused_for ? 'paused' : row.trouble ? 'trouble' : row.waiting > 0 ? 'working' : 'idle'
    const since = row.paused_at ?? row.trouble_since
    return {
      lane: row.lane,
      system: row.system,
      state,
      text: phrase(textOf(row, state, phrase, language), language),
      since: since ? new Date(since).toISOString() : null,
      nextTryAt: state === 'trouble' && row.retry_at ? new Date(row.retry_at).toISOString() : null,
      waiting: row.waiting,
      failed: row.failed,
    }
  })
}

function textOf(row: LaneRow, state: LaneStatus['state'], phrase: Phrasebook, language: Language): Sentence {
  if (row.paused_for) return row.paused_for
  if (row.trouble) {
    const values = { reason: phrase(row.trouble, language), waiting: row.waiting }
    return say(row.trouble_kind === 'signed-out' ? 'sync.troubleForPerson' : 'sync.trouble', values)
  }
  return state === 'working' ? say('sync.working', { waiting: row.waiting }) : say('sync.idle')
}
