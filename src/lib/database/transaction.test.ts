import { sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { emptyTables, testDatabase } from '../../../test/database.ts'
import { inTransaction } from './database.ts'

const { db } = await testDatabase()

beforeEach(() => emptyTables(db))

test('the outer db throws at once inside a transaction', async () => {
  const mistake = inTransaction(db, () => db.execute(sql`select 1`))
  await expect(mistake).rejects.toMatchObject({ cause: { message: expect.stringContaining('Use the tx') } })
})
