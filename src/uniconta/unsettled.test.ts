import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type PostingTest, startPosting } from '../../test/posting.ts'
import { defaultMigrationsFolder } from '../lib/database/migrations.ts'
import { Facts } from './connection.ts'
import { countUnsettled, findPredecessor, listUnsettled } from './posting-document.ts'
import { posting } from './posting-table.ts'

let t: PostingTest
beforeEach(async () => {
  t = await startPosting()
})
afterEach(async () => {
  await t.close()
})

/** As when documents are covered from this number on. */
const from = (serial: number) => ({ facts: Facts.parse({ coversFrom: { serial, number: String(serial) } }) })
const before = (serial: number) => ({ series: 'invoice', serial, creditedInvoiceId: null }) as const
const numbers = async () => (await listUnsettled(t.db, from(1), 10)).map(({ number }) => number)

test('UC-45: a document is unsettled from the moment it is finalized until it is settled there, and after one was unsettled again', async () => {
  const first = await t.finalize()
  await t.finalize({ serial: 1, series: 'invoice-local' })
  await t.finalize({ serial: 1002 })
  expect(await numbers()).toEqual(['1001', '1002'])
  expect(await findPredecessor(t.db, from(1), before(1002))).toEqual({
    id: first,
    number: '1001',
    name: 'Hansen & Søn A/S',
  })
  await t.run()
  expect(await numbers()).toEqual([])
  expect(await findPredecessor(t.db, from(1), before(1002))).toBeUndefined()

  await t.db.update(posting).set({ step: 'reading-back' }).where(eq(posting.invoiceId, first))
  expect(await numbers()).toEqual(['1001'])
  expect(await countUnsettled(t.db, from(1))).toBe(1)
  expect(await countUnsettled(t.db, from(1002))).toBe(0)
})

test('UC-45: a database of an earlier release is told which of its documents are unsettled', async () => {
  const settled = await t.finalize()
  await t.db.insert(posting).values({ invoiceId: settled, series: 'invoice', serial: 1001, step: 'settled' })
  await t.finalize()
  const underWay = await t.finalize()
  await t.db.insert(posting).values({ invoiceId: underWay, series: 'invoice', serial: 1003, step: 'posting' })
  await t.finalize({ serial: 1, series: 'invoice-local' })
  expect(await numbers()).toEqual(['1002', '1003'])

  await t.db.execute('delete from uniconta_unsettled')
  const migration = readFileSync(join(defaultMigrationsFolder, '0022_unsettled_by_series.sql'), 'utf8')
  await t.db.execute(sql.raw(migration.split('--> statement-breakpoint').at(-1) ?? ''))
  expect(await numbers()).toEqual(['1002', '1003'])
})
