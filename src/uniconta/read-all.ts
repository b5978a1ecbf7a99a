import { sayFrom } from '../lib/i18n/sentence.ts'
import { SyncFailure } from '../sync/failure.ts'
import type { Calls, Row } from './session.ts'
import { unicontaTexts } from './uniconta-texts.ts'

const say = sayFrom(unicontaTexts)

const pageRows = 500

/**
 * Every row of a table by its key, read in pages. Without an order rows may move between pages, and the server may give fewer
 * than asked without saying so, so the end is an empty page. A server that does not skip would give the first page for ever.
 */
export async function readAll(calls: Calls, entity: string, keyField: string): Promise<Map<string, Row>> {
  const rows = new Map<string, Row>()
  for (let skip = 0; ; ) {
    const page = await calls.query(entity, [
      { PropertyName: keyField, OrderBy: true },
      { Skip: skip, Take: pageRows },
    ])
    if (page.length === 0) return rows
    const known = rows.size
    for (const row of page) if (typeof row[keyField] === 'string') rows.set(row[keyField], row)
    if (rows.size === known) throw new SyncFailure('rejected', say('uniconta.notData', { what: 'the same rows again' }))
    skip += page.length
  }
}
