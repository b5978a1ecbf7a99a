// What the database keeps of hours whatever the code above it does: who, when and how long (working time law, five years).
import { beforeEach, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.ts'
import { aTimeEntry } from '../../test/builders.ts'
import { anotherPerson, aPlaceToWork, type Person, personAs } from '../../test/hours.ts'

let app: TestApp
let emil: Person
let place: Awaited<ReturnType<typeof aPlaceToWork>>
beforeEach(async () => {
  app = await startTestApp()
  emil = await personAs(app, 'employee')
  place = await aPlaceToWork(app)
})

const sql = (text: string, values: unknown[] = []) => app.database.pool.query(text, values)
async function add(workedOn: string, who: Person = emil): Promise<string> {
  const { body } = await who.post('/time-entries', aTimeEntry({ activityId: place.activityId, workedOn }))
  return body.id
}
const lock = (day: string | null) => sql('update hours_setting set locked_until = $1', [day])
const insert = (userId: string, day: string) =>
  sql(
    `insert into time_entry (id, created_at, updated_at, user_id, project_id, activity_id, worked_on, minutes, billable_minutes, approval, billing)
     values (gen_random_uuid(), now(), now(), $1, $2, $3, $4, 60, 0, 'registered', 'open')`,
    [userId, place.projectId, place.activityId, day],
  )

/** Each of these alters what the hours of somebody on a day were. */
const alterations = [
  ['its minutes', `update time_entry set minutes = minutes + 1 where id = $1`],
  ['its day', `update time_entry set worked_on = worked_on + 30 where id = $1`],
  ['its person', `update time_entry set user_id = (select id from app_user where id <> user_id limit 1) where id = $1`],
  ['its deletion', `delete from time_entry where id = $1`],
  ['a reopening with other minutes', `update time_entry set approval = 'registered', minutes = 5 where id = $1`],
] as const

test.each(alterations)('of approved hours, %s is refused', async (_, statement) => {
  const id = await add('2026-11-20')
  await sql(`update time_entry set approval = 'approved' where id = $1`, [id])
  await expect(sql(statement, [id])).rejects.toThrow('Hours of 2026-11-20 are approved, billed or locked')
})

test.each(alterations)('of billed hours, %s is refused', async (_, statement) => {
  const id = await add('2026-11-20')
  await sql(`update time_entry set billing = 'billed' where id = $1`, [id])
  await expect(sql(statement, [id])).rejects.toThrow('Hours of 2026-11-20 are approved, billed or locked')
})

test.each(alterations)('of hours on a locked day, %s is refused', async (_, statement) => {
  const id = await add('2026-11-20')
  await lock('2026-11-20')
  await expect(sql(statement, [id])).rejects.toThrow('Hours of 2026-11-20 are approved, billed or locked')
  await lock('2026-11-19')
  await sql(statement, [id])
})

test('a locked day takes no further hours, and none are moved onto it', async () => {
  const anne = await anotherPerson(app, 'Anne Architect')
  const id = await add('2026-11-23')
  await sql(`insert into timesheet_setting (user_id, locked_until) values ($1, '2026-11-20')`, [emil.id])
  await expect(insert(emil.id, '2026-11-20')).rejects.toThrow('Hours of 2026-11-20 are approved, billed or locked')
  await expect(sql(`update time_entry set worked_on = '2026-11-19' where id = $1`, [id])).rejects.toThrow('2026-11-19')
  await insert(anne.id, '2026-11-20')
  await insert(emil.id, '2026-11-21')
  await lock('2026-11-20')
  await expect(insert(anne.id, '2026-11-20')).rejects.toThrow('locked')
})

test('how kept hours stand may change: approval, billing, notes and what is billed of them', async () => {
  const id = await add('2026-11-20')
  await lock('2026-11-20')
  await sql(`update time_entry set approval = 'approved', approved_by = 'x' where id = $1`, [id])
  await sql(`update time_entry set billing = 'drafted', billable_minutes = 30, note = 'x' where id = $1`, [id])
  await sql(`update time_entry set billing = 'open', approval = 'registered' where id = $1`, [id])
  expect((await sql('select minutes, billable_minutes, approval from time_entry')).rows).toEqual([
    { minutes: 60, billable_minutes: 30, approval: 'registered' },
  ])
})

test('hours are never emptied at a stroke, and a person who has some is not deleted', async () => {
  await add('2026-11-20')
  await expect(sql('truncate time_entry cascade')).rejects.toThrow('truncate of time_entry is refused')
  await expect(sql('delete from app_user where id = $1', [emil.id])).rejects.toThrow('time_entry_user_id')
})
