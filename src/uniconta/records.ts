// What the connector reads of our own records, in as few queries as a push may cost.
import { sql } from 'drizzle-orm'
import type { Db, Tx } from '../lib/database/database.ts'
import type { ProjectState } from '../projects/project.ts'

export type TagOfRecord = { groupId: string; groupName: string; name: string; code: string | null }

export type CustomerRecord = {
  id: string
  number: string
  name: string
  relation: string
  deleted: boolean
  registrationNumber: string | null
  street1: string | null
  street2: string | null
  street3: string | null
  postalCode: string | null
  city: string | null
  countryCode: string
  email: string | null
  invoiceEmail: string | null
  phone: string | null
  fax: string | null
  website: string | null
  currency: string
  tags: TagOfRecord[]
}

export type ProjectRecord = {
  id: string
  number: string
  name: string
  deleted: boolean
  state: ProjectState
  startOn: string | null
  endOn: string | null
  customerId: string
  customerNumber: string
  customerName: string
  department: { number: string; externalNumber: string | null } | null
  tags: TagOfRecord[]
}

const tagsOf = (kind: 'customer' | 'project', id: ReturnType<typeof sql>) => sql`
  coalesce((select jsonb_agg(jsonb_build_object('groupId', g.id, 'groupName', g.name, 'name', t.name, 'code', t.code) order by t.name_sort)
     from record_tag r join tag t on t.id = r.tag_id join tag_group g on g.id = t.group_id
    where r.record_kind = ${kind} and r.record_id = ${id}), '[]'::jsonb)`

const idList = (ids: readonly string[]) =>
  sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  )

export async function listCustomerRecords(db: Db, ids: readonly string[]): Promise<CustomerRecord[]> {
  if (ids.length === 0) return []
  const { rows } = await db.execute<CustomerRecord>(sql`
    select c.id, c.number, c.name, c.relation, c.deleted_at is not null as deleted, c.registration_number as "registrationNumber",
           c.street1, c.street2, c.street3, c.postal_code as "postalCode", c.city, c.country_code as "countryCode",
           c.email, c.invoice_email as "invoiceEmail", c.phone, c.fax, c.website, c.currency, ${tagsOf('customer', sql`c.id`)} as tags
      from customer c where c.id in (${idList(ids)})`)
  return rows
}

export async function listProjectRecords(db: Db, ids: readonly string[]): Promise<ProjectRecord[]> {
  if (ids.length === 0) return []
  const { rows } = await db.execute<ProjectRecord>(sql`
    select p.id, p.number, p.name, p.deleted_at is not null as deleted, p.state, p.start_on::text as "startOn", p.end_on::text as "endOn",
           p.customer_id as "customerId", c.number as "customerNumber", c.name as "customerName",
           case when d.id is null then null else jsonb_build_object('number', d.number, 'externalNumber', d.external_number) end as department,
           ${tagsOf('project', sql`p.id`)} as tags
      from project p join customer c on c.id = p.customer_id left join department d on d.id = p.department_id
     where p.id in (${idList(ids)})`)
  return rows
}

/** A page of ids in the order they were made; for runs over everything. */
export async function listRecordIds(
  db: Db,
  kind: 'customer' | 'project',
  after: string | null,
  size: number,
): Promise<string[]> {
  const table = kind === 'customer' ? sql`customer` : sql`project`
  const { rows } = await db.execute<{ id: string }>(sql`
    select id from ${table} where deleted_at is null and id > ${after ?? '00000000-0000-0000-0000-000000000000'}::uuid order by id limit ${size}`)
  return rows.map((row) => row.id)
}

export async function countRecords(db: Db | Tx, kind: 'customer' | 'project'): Promise<number> {
  const table = kind === 'customer' ? sql`customer` : sql`project`
  const { rows } = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from ${table} where deleted_at is null`,
  )
  return rows[0]?.count ?? 0
}
