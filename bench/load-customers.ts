// Many customers at once: copies of one that was made through the door, with a number, a name and keys of their own. Whatever
// columns a customer has, the copies have them too.
import type pg from 'pg'
import { searchText } from '../src/lib/search-text.ts'

const first = [
  'Nordlys',
  'Fjord',
  'Birk',
  'Havne',
  'Skov',
  'Solvang',
  'Vinter',
  'Klint',
  'Eng',
  'Lyng',
  'Mose',
  'Strand',
]
const second = ['Arkitekter', 'Byg', 'Consult', 'Design', 'Energi', 'Fisk', 'Grafik', 'Handel', 'Marine', 'Teknik']
const third = ['A/S', 'ApS', 'I/S', 'Holding', 'Partners']
/** Scattered, so that neither order nor tag tells anything about a name. */
const pick = (words: string[], salt: number) =>
  `('{${words.join(',')}}'::text[])[1 + abs(hashint4(n + ${salt}) % ${words.length})]`
const perStatement = 5_000

/** Copies `template` to the numbers from..to; each carries the template's tags and one of `tagIds`. */
export async function copyCustomers(
  pool: pg.Pool,
  template: { id: string; registrationNumber: string; city: string },
  range: { from: number; to: number },
  tagIds: readonly string[],
): Promise<void> {
  // Names of plain letters: their sort key is their lower case (lib/sort-key.ts).
  const name = `${pick(first, 0)} || ' ' || ${pick(second, 1_000_000)} || ' ' || n || ' ' || ${pick(third, 2_000_000)}`
  const id = `('018f0000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`
  // Words that the search text holds beside number and name.
  const rest = searchText(template.city)
  for (let from = range.from; from <= range.to; from += perStatement) {
    const bounds = [from, Math.min(from + perStatement - 1, range.to)]
    await pool.query(
      `insert into customer
       select (jsonb_populate_record(c, jsonb_build_object('id', ${id}, 'number', n::text, 'number_key', n::text,
                'number_sort', lpad(n::text, 20, '0'), 'name', ${name}, 'name_sort', lower(${name}),
                'registration_number', n::text,
                'search_text', lower(n || ' ' || ${name} || ' ' || n) || ' ' || $4,
                'updated_at', c.updated_at - n * interval '1 second'))).*
         from customer c, generate_series($1::int, $2::int) n where c.id = $3`,
      [...bounds, template.id, rest],
    )
    await pool.query(
      `insert into record_tag
       select (jsonb_populate_record(r, jsonb_build_object('record_id', ${id}))).*
         from record_tag r, generate_series($1::int, $2::int) n where r.record_id = $3
       union all
       select 'customer', ${id}, ($4::uuid[])[1 + n % ${tagIds.length}] from generate_series($1::int, $2::int) n`,
      [...bounds, template.id, tagIds],
    )
  }
}

/** Gives copies the template's place in the other system; one in a hundred has failed. */
export async function copyBadges(
  pool: pg.Pool,
  templateId: string,
  range: { from: number; to: number },
): Promise<void> {
  const subject = `'018f0000-0000-7000-8000-' || lpad(to_hex(n), 12, '0')`
  for (let from = range.from; from <= range.to; from += perStatement) {
    const bounds = [from, Math.min(from + perStatement - 1, range.to), templateId]
    await pool.query(
      `insert into sync_task
       select (jsonb_populate_record(t, jsonb_build_object('subject', ${subject})
                 || case when n % 100 = 0 then '{"state":"parked","shown":"failed"}'::jsonb else '{}' end)).*
         from sync_task t, generate_series($1::int, $2::int) n where t.kind = 'customer.push' and t.subject = $3`,
      bounds,
    )
    await pool.query(
      `insert into sync_link
       select (jsonb_populate_record(l, jsonb_build_object('subject', ${subject}, 'external_key', n::text))).*
         from sync_link l, generate_series($1::int, $2::int) n where l.kind = 'customer' and l.subject = $3`,
      bounds,
    )
  }
  // As Akkord does every night (lib/database/tidy.ts).
  await pool.query('vacuum analyze')
}
