import type { Calls, Row } from './session.ts'

const pageRows = 500

/**
 * Every row of a table by its key, read in pages. Without an order rows may move between pages, and the server may give fewer
 * than asked without saying so, so the end is an empty page.
 */
export async function readAll(calls: Calls, entity: string, keyField: string): Promise<Map<string, Row>> {
  const rows = new Map<string, Row>()
  for (let skip = 0; ; ) {
    const page = await calls.query(entity, [
      { PropertyName: keyField, OrderBy: true },
      { Skip: skip, Take: pageRows },
    ])
    for (const row of page) if (typeof row[keyField] === 'string') rows.set(row[keyField], row)
    if (page.length === 0) return rows
    skip += page.length
  }
}
