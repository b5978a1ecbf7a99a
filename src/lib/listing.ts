// What the lists of records have in common: page, order, and the state of the transfer as a filter.
import { type AnyColumn, asc, desc, type SQL, sql } from 'drizzle-orm'

export type Page = { page: number; size: number }

/** `key` is a name of `columns`, with a minus for descending; the id makes the order the same on every page. */
export function orderOf<K extends string>(
  key: K | `-${K}`,
  columns: Readonly<Record<K, AnyColumn>>,
  id: AnyColumn,
): SQL[] {
  const down = key.startsWith('-')
  const column = columns[(down ? key.slice(1) : key) as K]
  // Both columns in one direction, so that one index serves both directions.
  return down ? [desc(column), desc(id)] : [asc(column), asc(id)]
}

/** Every name and its opposite, for the schema of the query: name, -name. */
export function sortKeys<const K extends string>(...keys: readonly K[]): [K | `-${K}`, ...(K | `-${K}`)[]] {
  return keys.flatMap((key) => [key, `-${key}` as const]) as [K | `-${K}`, ...(K | `-${K}`)[]]
}

/** A page of rows and the size of the whole set. A first page that is not full needs no counting. */
export async function pageWithTotal<T>(
  page: Page,
  rows: readonly T[],
  countAll: () => Promise<number>,
): Promise<{ items: readonly T[]; total: number }> {
  const before = (page.page - 1) * page.size
  const isLast = rows.length < page.size && (rows.length > 0 || page.page === 1)
  return { items: rows, total: isLast ? before + rows.length : await countAll() }
}

/** Records whose push shows one of these states; 'off' is also what was never asked for. */
export function pushShows(pushKind: string, id: AnyColumn, states: readonly string[] | undefined): SQL | undefined {
  if (!states) return undefined
  const list = sql.join(
    states.map((state) => sql`${state}`),
    sql`, `,
  )
  // The subject is turned into an id and not the other way round, so that few tasks are looked up and not every record.
  const shown = sql`${id} in (select t.subject::uuid from sync_task t where t.kind = ${pushKind} and t.shown in (${list}))`
  if (!states.includes('off')) return shown
  return sql`(${shown} or not exists (select 1 from sync_task t where t.kind = ${pushKind} and t.subject = ${id}::text))`
}
