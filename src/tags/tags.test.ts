import { beforeEach, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from '../../test/app.ts'
import { aCustomer, aProject, aTag, aTagGroup } from '../../test/builders.ts'

let app: TestApp
let economy: Client
beforeEach(async () => {
  app = await startTestApp()
  economy = await app.as('economy')
})

const addGroup = async (fields: object = {}) => (await economy.post('/tag-groups', aTagGroup(fields))).body
const addTag = async (groupId: string, fields: object = {}) =>
  (await economy.post('/tags', aTag({ groupId, ...fields }))).body
const save = (tagIds: string[], fields: object = {}) => economy.post('/customers', aCustomer({ tagIds, ...fields }))

/** What the form sends back of a tag or group. */
function asSaved(body: Record<string, unknown>, change: object = {}) {
  const { id: _i, createdAt: _c, updatedAt: _u, usedBy: _b, tags: _t, ...fields } = body
  return { ...fields, ...change }
}

const requested = async (kind: string) =>
  (await app.database.pool.query('select requested from sync_task where kind = $1 order by label', [kind])).rows.map(
    (row: { requested: number }) => row.requested,
  )

test.each([
  { rule: 'none', allowed: [0, 1, 2] },
  { rule: 'at-least-one', allowed: [1, 2] },
  { rule: 'at-most-one', allowed: [0, 1] },
  { rule: 'exactly-one', allowed: [1] },
] as const)(
  'UC-16: a group with the rule $rule allows $allowed tags on a new and on a changed customer',
  async (row) => {
    const group = await addGroup({ rule: row.rule })
    const tags = [await addTag(group.id, { name: 'A' }), await addTag(group.id, { name: 'B' })].map((tag) => tag.id)
    const { body: known } = await save(tags.slice(0, row.allowed[0]))
    for (const count of [0, 1, 2]) {
      const isAllowed = (row.allowed as readonly number[]).includes(count)
      const made = await save(tags.slice(0, count), { name: `with ${count}` })
      expect({ count, status: made.status }).toEqual({ count, status: isAllowed ? 201 : 400 })
      const { body: current } = await economy.get(`/customers/${known.id}`)
      const { id: _i, createdAt: _c, updatedAt: _u, sync: _s, warnings: _w, ...fields } = current
      const changed = await economy.put(`/customers/${known.id}`, { ...fields, tagIds: tags.slice(0, count) })
      expect({ count, status: changed.status }).toEqual({ count, status: isAllowed ? 200 : 400 })
      if (!isAllowed) expect(changed.body.fields).toMatchObject([{ path: 'tagIds' }])
    }
  },
)

test('UC-16: the sentence says what is asked for and what the customer has', async () => {
  const group = await addGroup({ rule: 'exactly-one' })
  const [a, b] = [await addTag(group.id, { name: 'Export' }), await addTag(group.id, { name: 'Domestic' })]
  expect((await save([])).body.fields).toEqual([
    { path: 'tagIds', message: 'Choose exactly one tag of the group Customer group. This customer has none.' },
  ])
  expect((await save([a.id, b.id])).body.fields).toEqual([
    {
      path: 'tagIds',
      message: 'Choose exactly one tag of the group Customer group. This customer has two: Domestic and Export.',
    },
  ])
})

test('UC-16: a customer from before the rule stays as it is until it is saved', async () => {
  const { body: customer } = await save([])
  const group = await addGroup({ rule: 'exactly-one' })
  expect((await economy.get(`/customers/${customer.id}`)).body).toEqual(customer)
  const { id: _i, createdAt: _c, updatedAt: _u, sync: _s, warnings: _w, ...fields } = customer
  expect((await economy.put(`/customers/${customer.id}`, fields)).status).toEqual(400)
  const tag = await addTag(group.id)
  expect((await economy.put(`/customers/${customer.id}`, { ...fields, tagIds: [tag.id] })).body.tagIds).toEqual([
    tag.id,
  ])
})

test('UC-13: tags of each kind of record are for that kind only, and so are the rules', async () => {
  const ofCustomers = await addTag((await addGroup({ rule: 'exactly-one' })).id)
  const ofProjects = await addTag((await addGroup({ name: 'Category', objectKind: 'project', rule: 'exactly-one' })).id)
  const ofInvoices = await addTag((await addGroup({ name: 'Bill', objectKind: 'invoice' })).id)
  const wrong = await save([ofCustomers.id, ofProjects.id, ofInvoices.id])
  expect(wrong.body.fields).toEqual([
    {
      path: 'tagIds.1',
      message: 'The tag Consulting belongs to the group Category, whose tags are for projects.',
    },
    { path: 'tagIds.2', message: 'The tag Consulting belongs to the group Bill, whose tags are for invoices.' },
  ])
  const customer = (await save([ofCustomers.id])).body
  expect(customer.tagIds).toEqual([ofCustomers.id])
  const project = aProject({ customerId: customer.id })
  expect((await economy.post('/projects', project)).status).toEqual(400)
  expect((await economy.post('/projects', { ...project, tagIds: [ofProjects.id] })).status).toEqual(201)
  const kinds = await economy.get('/tag-groups?objectKind=project')
  expect(kinds.body.items).toMatchObject([{ name: 'Category', tags: [{ usedBy: 1 }] }])
})

test('a tag that is named twice counts once, and one that does not exist is refused', async () => {
  const tag = await addTag((await addGroup({ rule: 'at-most-one' })).id)
  expect((await save([tag.id, tag.id])).body.tagIds).toEqual([tag.id])
  expect((await save(['01930000-0000-7000-8000-000000000001'])).body.fields).toMatchObject([{ path: 'tagIds.0' }])
})

test('UC-15: a code is unique inside its group, compared exactly and trimmed', async () => {
  const group = await addGroup()
  await addTag(group.id, { name: 'First', code: ' Indland ' })
  const taken = await economy.post('/tags', aTag({ groupId: group.id, code: 'Indland' }))
  expect(taken).toMatchObject({
    status: 400,
    body: { fields: [{ path: 'code', message: 'The code Indland is already used by the tag First of this group.' }] },
  })
  expect((await addTag(group.id, { code: 'indland' })).code).toEqual('indland')
  expect((await addTag((await addGroup({ name: 'Other' })).id, { code: 'Indland' })).code).toEqual('Indland')
  const without = [await addTag(group.id, { code: null }), await addTag(group.id, { code: '' })]
  expect(without.map((tag) => tag.code)).toEqual([null, null])
})

test('a changed code sends every record that carries the tag again; a changed name sends none', async () => {
  const tag = await addTag((await addGroup()).id)
  await save([tag.id])
  await save([], { name: 'Without' })
  expect(await requested('customer.push')).toEqual([1, 1])
  const renamed = (await economy.put(`/tags/${tag.id}`, asSaved(tag, { name: 'Renamed', colour: 'red' }))).body
  expect(renamed).toMatchObject({ name: 'Renamed', colour: 'red', version: 2, usedBy: 1 })
  expect(await requested('customer.push')).toEqual([1, 1])
  await economy.put(`/tags/${tag.id}`, asSaved(renamed, { code: 'other' }))
  expect(await requested('customer.push')).toEqual([2, 1])
})

test('a tag in use is not deleted but made inactive: it stays where it is and is given to nobody else', async () => {
  const group = await addGroup({ rule: 'at-least-one' })
  const tag = await addTag(group.id)
  const { body: customer } = await save([tag.id])
  expect(await economy.delete(`/tags/${tag.id}?version=1`)).toMatchObject({
    status: 409,
    body: { detail: 'The tag Consulting is used by one record and was not deleted. Make it inactive instead.' },
  })
  expect((await economy.delete(`/tag-groups/${group.id}?version=1`)).status).toEqual(409)
  expect((await economy.put(`/tags/${tag.id}`, asSaved(tag, { active: false }))).status).toEqual(200)
  const { id: _i, createdAt: _c, updatedAt: _u, sync: _s, warnings: _w, ...fields } = customer
  expect((await economy.put(`/customers/${customer.id}`, { ...fields, name: 'Goes on' })).status).toEqual(200)
  expect((await save([tag.id])).body.fields).toEqual([
    {
      path: 'tagIds.0',
      message: 'The tag Consulting of the group Customer group is not active any more. Choose another.',
    },
  ])
})

test('a tag that nothing uses is deleted, also after its customer was', async () => {
  const group = await addGroup()
  const tag = await addTag(group.id)
  const { body: customer } = await save([tag.id])
  await economy.delete(`/customers/${customer.id}?version=1`)
  expect((await economy.delete(`/tags/${tag.id}?version=1`)).status).toEqual(204)
  await addTag(group.id)
  expect((await economy.delete(`/tag-groups/${group.id}?version=1`)).status).toEqual(204)
  expect((await economy.get('/tag-groups')).body.items).toEqual([])
})

test('a group keeps its kind of record, and a tag its group, while records carry them', async () => {
  const [group, other] = [await addGroup(), await addGroup({ name: 'Other' })]
  const tag = await addTag(group.id)
  await save([tag.id])
  const turned = await economy.put(`/tag-groups/${group.id}`, asSaved(group, { objectKind: 'project' }))
  expect(turned).toMatchObject({ status: 400, body: { fields: [{ path: 'objectKind' }] } })
  const moved = await economy.put(`/tags/${tag.id}`, asSaved(tag, { groupId: other.id }))
  expect(moved).toMatchObject({ status: 400, body: { fields: [{ path: 'groupId' }] } })
  const nowhere = asSaved(tag, { groupId: '01930000-0000-7000-8000-000000000001' })
  expect((await economy.put(`/tags/${tag.id}`, nowhere)).body.fields).toMatchObject([{ path: 'groupId' }])
})
