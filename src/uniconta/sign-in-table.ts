// Who of our processes signed in last. A user may be signed in once, so several processes of one instance end each other's
// sessions; that is no stranger, and no reason to warn of one.
import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import type { Db } from '../lib/database/database.ts'

export const unicontaSignIn = pgTable('uniconta_sign_in', {
  userName: text('user_name').primaryKey(),
  process: text().notNull(),
  at: timestamp({ withTimezone: true }).notNull(),
})

export type SignIns = {
  note(userName: string, at: Date): Promise<void>
  /** Whether another process of ours was the last one to sign in as this user, since `since`. */
  isAnotherOfOurs(userName: string, since: Date): Promise<boolean>
}

export function createSignIns(db: Db): SignIns {
  const process = randomUUID()
  return {
    async note(userName, at) {
      await db.execute(sql`
        insert into uniconta_sign_in (user_name, process, at) values (${userName}, ${process}, ${at.toISOString()})
        on conflict (user_name) do update set process = excluded.process, at = excluded.at`)
    },
    async isAnotherOfOurs(userName, since) {
      const { rows } = await db.execute(sql`
        select 1 from uniconta_sign_in
         where user_name = ${userName} and process <> ${process} and at >= ${since.toISOString()}`)
      return rows.length > 0
    },
  }
}
