// A process to be killed: it looks whether all earlier work is there, then stores and acknowledges rows until its end.
// Usage: kill-writer.ts DATA_DIR MIGRATIONS. Used by src/lib/database/kill.test.ts.
import { writeSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { inTransaction, openDatabase } from '../src/lib/database/database.ts'

export type Findings = {
  highest: number
  parents: number
  children: number
  torn: number
  byIndex: number
  openedInMs: number
}

const [dataDir = '', migrationsFolder = ''] = process.argv.slice(2)
const say = (line: object) => writeSync(1, `${JSON.stringify(line)}\n`)

const startedAt = performance.now()
const { db, pool } = await openDatabase({ dataDir, migrationsFolder })
const openedInMs = Math.round(performance.now() - startedAt)
const { rows } = await pool.query<Findings>(`
  select coalesce(max(id), 0) as highest, count(*)::int as parents, (select count(*)::int from child) as children,
    count(*) filter (where (select count(*) from child where parent = p.id) <> 3 or p.children <> 3)::int as torn
  from parent p`)
await pool.query('set enable_seqscan = off')
const { rows: byIndex } = await pool.query<{ count: number }>(
  'select count(*)::int as count from child where parent > 0',
)
const found: Findings = { ...(rows[0] as Findings), byIndex: byIndex[0]?.count ?? 0, openedInMs }
say({ found })

for (let id = found.highest + 1; ; id += 1) {
  await inTransaction(db, async (tx) => {
    await tx.execute(sql`insert into parent (id, children) values (${id}, 0)`)
    for (let child = 0; child < 3; child += 1) {
      await tx.execute(sql`insert into child (parent, text) values (${id}, ${'æøå '.repeat(50)})`)
    }
    await tx.execute(sql`update parent set children = 3 where id = ${id}`)
  })
  say({ stored: id })
  if (id % 100 === 0) await pool.query('checkpoint')
}
