// The looks of a push: our record by its number, under another number, and beside records that are known to be there.
import { sayFrom } from '../lib/i18n/sentence.ts'
import { SyncFailure } from '../sync/failure.ts'
import type { TaskContext } from '../sync/handler.ts'
import { type Link, listNewestKeys } from '../sync/link-store.ts'
import { comparable, differing, rowIdOf } from './fields.ts'
import { equals, isPlain, longestList, oneOf, sameButCase, sameText } from './filter.ts'
import type { Wanted } from './push-record.ts'
import type { Calls, Row } from './session.ts'
import { unicontaType } from './settings.ts'
import { unicontaTexts } from './uniconta-texts.ts'
import { Refused } from './wire.ts'

const say = sayFrom(unicontaTexts)

export async function lookUp(calls: Calls, wanted: Wanted, key: string): Promise<Row | undefined> {
  const rows = await calls.query(wanted.entity, [equals(wanted.keyField, key), { Take: 2 }])
  const almost = rows.find((row) => sameButCase(row[wanted.keyField], key))
  if (almost) throw notLinked(wanted, almost, String(almost[wanted.keyField]))
  return rows.find((row) => sameText(row[wanted.keyField], key))
}

/** Our record under another number: by its row id where there is one, else by its registration number and name. */
export async function findMoved(calls: Calls, wanted: Wanted, link: Link): Promise<Row | undefined> {
  if (link.rowId) {
    const rows = await calls
      .query(wanted.entity, [equals('PrimaryKeyId', link.rowId), { Take: 2 }])
      .catch((error: unknown) => {
        if (error instanceof Refused) return []
        throw error
      })
    const found = rows.find((row) => rowIdOf(row) === link.rowId)
    if (found) return found
  }
  const name = comparable('Name', link.snapshot?.Name ?? wanted.fields.Name)
  const by = wanted.alsoKnownBy ?? (isPlain(name) ? { field: 'Name', value: name } : null)
  if (!by || !isPlain(by.value)) return undefined
  const rows = await calls.query(wanted.entity, [equals(by.field, by.value), { Take: 5 }])
  const same = rows.filter((row) => sameText(row[by.field], by.value) && comparable('Name', row.Name) === name)
  return same.length === 1 ? same[0] : undefined
}

/**
 * Asks for the missing record and for others that are known to be there in one query. When none of them comes back either, or
 * none is known, the doubt cannot be ended by looking; a person may.
 */
export async function lookBesideControls(context: TaskContext, calls: Calls, wanted: Wanted, link: Link) {
  const ours = await listNewestKeys(context.db, unicontaType, wanted.kind, link.externalKey, 10)
  const controls = ours.length > 0 ? ours : await keysThere(calls, wanted, link.externalKey)
  const asked = [link.externalKey, ...controls].filter(isPlain)
  const rows = await calls.query(wanted.entity, [oneOf(wanted.keyField, asked), { Take: longestList }])
  const has = (key: string) => (row: Row) => sameText(row[wanted.keyField], key)
  return { row: rows.find(has(link.externalKey)), isProved: controls.some((control) => rows.some(has(control))) }
}

async function keysThere(calls: Calls, wanted: Wanted, except: string): Promise<string[]> {
  const rows = await calls.query(wanted.entity, [{ PropertyName: wanted.keyField, OrderBy: true }, { Take: 2 }])
  return rows.map((row) => String(row[wanted.keyField] ?? '')).filter((key) => key !== except)
}

/** A row stands where ours would be, and it is not known for ours. */
export function notLinked(wanted: Wanted, row: Row, key: string): SyncFailure {
  return new SyncFailure(
    'rejected',
    say('uniconta.existsThere', { key: wanted.called(key), name: String(row.Name ?? '') }),
    {
      actions: ['link', 'send-again'],
      differences: differing(wanted.fields, row),
    },
  )
}
