// The embedded database is tidied every night; a server does so by itself.
import { findTimeZone } from './company/company-store.ts'
import { type Database, inTransaction } from './lib/database/database.ts'
import { tidy } from './lib/database/tidy.ts'
import { sayFrom } from './lib/i18n/sentence.ts'
import type { LanePlan } from './sync/handler.ts'
import { setSchedule } from './sync/schedule.ts'
import { syncTexts } from './sync/sync-texts.ts'

const say = sayFrom(syncTexts)
const kind = 'database.tidy'
const nightly = { name: kind, cron: '40 3 * * *', kind, subject: 'database', label: 'Database' }

const tidyLane: LanePlan = {
  name: 'database',
  system: 'database',
  handlers: [
    {
      kind,
      direction: 'none',
      logsSuccess: false,
      async run({ db }) {
        await tidy(db)
        return { outcome: 'unchanged', sentence: say('sync.tidied') }
      },
    },
  ],
}

/** The lanes that look after the database itself: one where nobody else does it, else none. */
export async function lanesOfDatabase({ db, kind }: Database, now: Date): Promise<LanePlan[]> {
  if (kind === 'server') return []
  await inTransaction(db, async (tx) => {
    await setSchedule(tx, { ...nightly, timeZone: await findTimeZone(tx) }, now)
  })
  return [tidyLane]
}
