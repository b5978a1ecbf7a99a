// The whole database at a moment, to begin each history alike and to restore a backup within one.
import pg from 'pg'
import { listSequences, listTables } from '../../src/lib/database/catalog.ts'

/** Answers what puts the database back to this moment. No other query may run meanwhile. */
export async function takeSnapshot(pool: pg.Pool): Promise<() => Promise<void>> {
  const client = await pool.connect()
  try {
    const tables = await listTables(client)
    const script = ['begin', 'set local session_replication_role = replica']
    for (const { name } of tables) script.push(`delete from ${name}`)
    for (const { name, columns } of tables) {
      const { rows } = await client.query<{ json: string | null }>(`select json_agg(t)::text as json from ${name} t`)
      const json = rows[0]?.json
      if (!json) continue
      const list = columns.map((column) => pg.escapeIdentifier(column.name)).join(', ')
      const values = `json_populate_recordset(null::${name}, ${pg.escapeLiteral(json)})`
      script.push(`insert into ${name} (${list}) overriding system value select ${list} from ${values}`)
    }
    for (const name of await listSequences(client)) {
      const { rows } = await client.query<{ last: string; used: boolean }>(
        `select last_value::text as last, is_called as used from ${name}`,
      )
      script.push(`select setval('${name.replaceAll("'", "''")}', ${rows[0]?.last ?? 1}, ${rows[0]?.used ?? false})`)
    }
    const all = [...script, 'commit'].join(';\n')
    return async () => void (await pool.query(all))
  } finally {
    client.release()
  }
}
