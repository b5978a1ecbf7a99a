// What Check set-up asks of a tag group, and of the records that have to carry one of its tags, or a department.
import { sql } from 'drizzle-orm'
import type { Db } from '../lib/database/database.ts'
import { type ObjectKind, satisfies, type TagRule } from '../tags/tag.ts'

export type GroupTags = {
  name: string
  rule: TagRule
  objectKind: string
  tags: { name: string; code: string | null }[]
}

export async function findGroupTags(db: Db, id: string | null): Promise<GroupTags | undefined> {
  if (!id) return undefined
  const { rows } = await db.execute<GroupTags>(sql`
    select g.name, g.rule, g.object_kind as "objectKind",
           coalesce(jsonb_agg(jsonb_build_object('name', t.name, 'code', t.code) order by t.name_sort) filter (where t.active), '[]') as tags
      from tag_group g left join tag t on t.group_id = g.id where g.id = ${id}::uuid group by g.id`)
  return rows[0]
}

const records = {
  customer: sql`select id from customer where deleted_at is null and relation <> 'participant'`,
  project: sql`select id from project where deleted_at is null`,
  /** A finalized one keeps its tags, so only drafts can be mended. */
  invoice: sql`select id from invoice where state <> 'finalized' and transfer`,
}

/** Records that do not have exactly one of its tags. */
export async function countOff(db: Db, kind: ObjectKind, groupId: string | null): Promise<number> {
  if (!groupId) return 0
  const { rows } = await db.execute<{ tags: number; count: number }>(sql`
    select tags, count(*)::int as count from (
      select r.id, count(t.id)::int as tags from (${records[kind]}) r
        left join record_tag x on x.record_id = r.id left join tag t on t.id = x.tag_id and t.group_id = ${groupId}::uuid
       group by r.id) c group by tags`)
  return rows.filter((row) => !satisfies('exactly-one', row.tags)).reduce((sum, row) => sum + row.count, 0)
}

export async function countWithoutDepartment(db: Db, kind: 'project' | 'invoice'): Promise<number> {
  const table = kind === 'project' ? sql`project` : sql`invoice`
  const { rows } = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from ${table} join (${records[kind]}) r using (id) where department_id is null`,
  )
  return rows[0]?.count ?? 0
}
