// What was refused goes again when the thing that caused it changes here, in the transaction of that change.
import { sql } from 'drizzle-orm'
import { notifyOnCommit, type Tx } from '../lib/database/database.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { wakeChannel } from './enqueue.ts'
import { syncTexts } from './sync-texts.ts'

const say = sayFrom(syncTexts)

/**
 * Lets go every task that waits for one of the `changed`: kinds of records ('tag') or single ones ('project:<id>'). A task that
 * runs may have read them before the change, so it is told: refused for one of them, it runs again.
 */
export async function mendTasks(tx: Tx, changed: readonly string[], now: Date): Promise<void> {
  if (changed.length === 0) return
  const names = sql`${sql.param([...new Set(changed)])}::text[]`
  const at = now.toISOString()
  const { rows } = await tx.execute<{ state: string }>(sql`
    update sync_task set
      state = case when state = 'parked' then 'waiting' else state end,
      run_at = case when state = 'parked' then ${at}::timestamptz else run_at end,
      failures = case when state = 'parked' then 0 else failures end,
      shown = case when state = 'parked' then 'waiting' else shown end,
      sentence = case when state = 'parked' then ${JSON.stringify(say('sync.waiting'))}::jsonb else sentence end,
      actions = case when state = 'parked' then '[]'::jsonb else actions end,
      differences = case when state = 'parked' then '[]'::jsonb else differences end,
      since = case when state = 'parked' then ${at}::timestamptz else since end,
      causes = case when state = 'parked' then '{}' else causes || ${names} end
     where (state = 'parked' and causes && ${names}) or (state = 'running' and not causes @> ${names})
    returning state`)
  if (rows.some(({ state }) => state === 'waiting')) await notifyOnCommit(tx, wakeChannel)
}
