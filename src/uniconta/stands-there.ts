import { equals, isPlain, sameText } from './filter.ts'
import type { Calls } from './session.ts'

/**
 * Whether a table there has a row with this key. 'unknown' when it shows no row at all: the user may not read it, or the
 * session is an old one; an empty answer alone proves nothing.
 */
export async function standsThere(
  calls: Calls,
  entity: string,
  keyField: string,
  key: string,
): Promise<'yes' | 'no' | 'unknown'> {
  if (!isPlain(key)) return 'unknown'
  const rows = await calls.query(entity, [equals(keyField, key), { Take: 5 }])
  if (rows.some((row) => sameText(row[keyField], key))) return 'yes'
  if (!calls.isFresh()) {
    calls.renew()
    return standsThere(calls, entity, keyField, key)
  }
  const others = await calls.query(entity, [{ PropertyName: keyField, OrderBy: true }, { Take: 1 }])
  return others.length > 0 ? 'no' : 'unknown'
}
