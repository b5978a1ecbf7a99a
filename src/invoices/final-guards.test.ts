import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type pg from 'pg'
import { expect, test } from 'vitest'
import { startTestApp } from '../../test/app.ts'
import { aCustomer, aProject } from '../../test/builders.ts'
import { putEmptyCluster } from '../../test/database.ts'
import { storeFinalized } from '../../test/finalized-invoice.ts'
import { testOnlyIf } from '../../test/only-if.ts'
import { throwAwayFolder } from '../../test/throw-away.ts'
import { openDatabase } from '../lib/database/database.ts'
import { dumpDatabase } from '../lib/database/dump.ts'
import { loadDatabase } from '../lib/database/load.ts'

async function aFinalizedInvoice() {
  const app = await startTestApp()
  const office = await app.as('administrator')
  const customerId = (await office.post('/customers', aCustomer())).body.id
  const projectId = (await office.post('/projects', aProject({ customerId }))).body.id
  const stored = await storeFinalized(app.db, { customerId, projectId, sourceIds: [randomUUID()] })
  return { app, pool: app.database.pool, customerId, projectId, ...stored }
}

const another = '01930000-0000-7000-8000-00000000000a'
const refused: { what: string; sql: string }[] = [
  { what: 'its amounts', sql: `update invoice set net = net + 1, gross = gross + 1 where id = $1` },
  { what: 'its customer text', sql: `update invoice set description = 'other' where id = $1` },
  { what: 'its state', sql: `update invoice set state = 'draft', number = null where id = $1` },
  { what: 'its number', sql: `update invoice set number = '9999' where id = $1` },
  { what: 'a change that changes nothing', sql: `update invoice set number = number where id = $1` },
  { what: 'its deletion', sql: `delete from invoice where id = $1` },
  { what: 'the text of a line', sql: `update invoice_line set text = 'other' where invoice_id = $1` },
  {
    what: 'moving a line to a draft',
    sql: `with draft as (insert into invoice select (jsonb_populate_record(i, jsonb_build_object('id', gen_random_uuid(), 'reference', 'OTHER',
            'state', 'draft', 'number', null, 'serial', null))).* from invoice i where id = $1 returning id)
          update invoice_line set invoice_id = (select id from draft) where invoice_id = $1`,
  },
  { what: 'deleting a line', sql: `delete from invoice_line where invoice_id = $1` },
  {
    what: 'a new line',
    sql: `insert into invoice_line (id, invoice_id, position, origin, text, quantity, unit, unit_price, discount_percent, net, vat)
          values ('${another}', $1, 2, 'manual', 'x', 1, 'piece', 1, 0, 100, 25)`,
  },
  { what: 'its VAT', sql: `update invoice_vat set vat = 0 where invoice_id = $1` },
  { what: 'deleting VAT', sql: `delete from invoice_vat where invoice_id = $1` },
  { what: 'more VAT', sql: `insert into invoice_vat values ($1, 'X', 0, 'zero', 0, 0)` },
  {
    what: 'what a line billed',
    sql: `update invoice_line_source set minutes = 1 where line_id in (select id from invoice_line where invoice_id = $1)`,
  },
  {
    what: 'forgetting what a line billed',
    sql: `delete from invoice_line_source where line_id in (select id from invoice_line where invoice_id = $1)`,
  },
  {
    what: 'a source more',
    sql: `insert into invoice_line_source select id, 'time-entry', '${another}', 1, 1, 1 from invoice_line where invoice_id = $1`,
  },
]

test('nothing of a finalized invoice can be changed, added or deleted, also not by SQL', async () => {
  const { pool, id } = await aFinalizedInvoice()
  const before = await rowsOf(pool, id)
  for (const { what, sql } of refused)
    await expect(pool.query(sql, [id]), what).rejects.toThrow(/^Invoice 1001 is finalized and stays as it is: /)
  for (const table of ['invoice', 'invoice_line', 'invoice_line_source', 'invoice_vat'])
    await expect(pool.query(`truncate ${table} cascade`), table).rejects.toThrow('There are finalized invoices')
  expect(await rowsOf(pool, id)).toEqual(before)
})

test('what becomes of a finalized invoice may change, since it stands beside the document', async () => {
  const { pool, id } = await aFinalizedInvoice()
  const { rowCount } = await pool.query(`update invoice_standing set mailed_at = now() where invoice_id = $1`, [id])
  expect(rowCount).toEqual(1)
})

test('a dump of finalized invoices loads into a new database, where they are as final as before', async () => {
  const { app, pool, id } = await aFinalizedInvoice()
  const file = join(throwAwayFolder(), 'akkord.dump')
  await dumpDatabase(pool, file, app.now())
  const options = { dataDir: throwAwayFolder(), fsync: false }
  await putEmptyCluster(options.dataDir)
  await loadDatabase(file, options, app.now())
  const loaded = await openDatabase(options)
  try {
    expect(await rowsOf(loaded.pool, id)).toEqual(await rowsOf(pool, id))
    await expect(loaded.pool.query('delete from invoice_line where invoice_id = $1', [id])).rejects.toThrow(
      'Invoice 1001 is finalized',
    )
  } finally {
    await loaded.close()
  }
})

const server = process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL
testOnlyIf(server)('a line added while another finalizes the draft waits for it, and is refused', async () => {
  const { pool, id } = await aFinalizedInvoice()
  const draft = randomUUID()
  await pool.query(
    `insert into invoice (id, created_at, updated_at, kind, state, reference, transfer, customer_id, project_id, currency, on_account, net, vat, gross, search_text, created_by)
     select $2, now(), now(), kind, 'draft', 'R', transfer, customer_id, project_id, currency, false, 0, 0, 0, '', 'x' from invoice where id = $1`,
    [id, draft],
  )
  const finalizing = await pool.connect()
  try {
    await finalizing.query('begin')
    await finalizing.query(
      `update invoice set state = 'finalized', series = 'invoice', serial = 1002, number = '1002', invoiced_on = '2026-11-02', due_on = '2026-11-02',
              finalized_at = now(), printed = '{}' where id = $1`,
      [draft],
    )
    const adding = pool.query(
      `insert into invoice_line (id, invoice_id, position, origin, text, quantity, unit, unit_price, discount_percent, net, vat)
       values ('${another}', $1, 2, 'manual', 'x', 1, 'piece', 1, 0, 100, 25)`,
      [draft],
    )
    const outcome = expect(adding).rejects.toThrow('Invoice 1002 is finalized')
    await finalizing.query('commit')
    await outcome
  } finally {
    finalizing.release()
  }
})

async function rowsOf(pool: pg.Pool, id: string): Promise<string[]> {
  const { rows } = await pool.query<{ row: string }>(
    `select i::text as row from invoice i where id = $1
     union all select l::text from invoice_line l where invoice_id = $1
     union all select v::text from invoice_vat v where invoice_id = $1
     union all select s::text from invoice_line_source s join invoice_line l on l.id = s.line_id where l.invoice_id = $1
     union all select t::text from invoice_standing t where invoice_id = $1`,
    [id],
  )
  return rows.map(({ row }) => row)
}
