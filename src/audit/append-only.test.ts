import { expect, test } from 'vitest'
import { startTestApp } from '../../test/app.ts'

const anId = '01930000-0000-7000-8000-000000000001'
const rows = [
  {
    table: 'audit_entry',
    insert: `insert into audit_entry (id, at, actor, actor_kind, actor_id, kind, subject, action, changes) values ($1, $2, 'A', 'user', 'a', 'tag', 'x', 'created', '[]')`,
    update: `update audit_entry set actor = 'B' where id = $1`,
  },
  {
    table: 'sync_log',
    insert: `insert into sync_log (id, at, level, system, direction, kind, label, sentence, search_text) values ($1, $2, 'info', 's', 'out', 'k', 'l', '{}', '')`,
    update: `update sync_log set label = 'B' where id = $1`,
  },
  {
    table: 'sync_attempt',
    insert: `insert into sync_attempt (id, kind, subject, number, lane_token, started_at, finished_at) values ($1, 'k', 's', 1, 't', $2, $2)`,
    update: `update sync_attempt set outcome = 'B' where id = $1`,
  },
]

test.each(rows)('a row of $table is neither changed nor deleted for five years, whoever tries', async (row) => {
  const { pool } = (await startTestApp()).database
  await pool.query(row.insert, [anId, new Date()])
  await expect(pool.query(row.update, [anId])).rejects.toThrow(`${row.table} is append-only: update is refused.`)
  const remove = `delete from ${row.table} where id = $1`
  await expect(pool.query(remove, [anId])).rejects.toThrow(`${row.table} is append-only: delete is refused.`)
  const old = anId.replace(/1$/, '2')
  await pool.query(row.insert, [old, new Date('2015-01-01')])
  expect((await pool.query(remove, [old])).rowCount).toEqual(1)
})
