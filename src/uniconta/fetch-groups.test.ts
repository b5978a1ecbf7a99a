import { afterEach, beforeEach, expect, test } from 'vitest'
import { aTag, aTagGroup } from '../../test/builders.ts'
import { companyId, credentials, type DialogTest, startDialog } from '../../test/dialog.ts'

let t: DialogTest
beforeEach(async () => {
  t = await startDialog()
})
afterEach(async () => {
  await t.close()
  expect(t.faults).toEqual([])
})

const fetchGroups = (tagGroupId: string | null = null, change: object = {}) =>
  t.admin.post('/integrations/uniconta/fetch-groups', { ...credentials, companyId, tagGroupId, ...change })
const group = async (id: string) => (await t.admin.get(`/tag-groups/${id}`)).body

test('UC-15: the customer groups of Uniconta become tags, before anything is saved', async () => {
  const { body } = await fetchGroups()
  expect(body).toMatchObject({ created: 5, existing: 0 })
  const made = await group(body.tagGroupId)
  expect(made).toMatchObject({ name: 'Customer group', objectKind: 'customer', rule: 'exactly-one' })
  expect(made.tags.map((tag: { name: string; code: string }) => `${tag.code} ${tag.name}`).sort()).toEqual([
    'Auto Får nummer af serien',
    'EU Kunder i EU',
    'Indland Danske kunder',
    'Offentlig Stat, regioner og kommuner',
    'Udland Kunder uden for EU',
  ])
})

test('UC-15: a second time makes nothing, with and without the tag group named', async () => {
  const { body: first } = await fetchGroups()
  expect((await fetchGroups()).body).toEqual({ ...first, created: 0, existing: 5 })
  expect((await fetchGroups(first.tagGroupId)).body).toEqual({ ...first, created: 0, existing: 5 })
})

test('UC-15: only what is missing is made; a tag keeps its name when the group there gets another', async () => {
  const { body: first } = await fetchGroups()
  t.sandbox.put(companyId, 'DebtorGroupClient', { Group: 'EU', Name: 'European customers' })
  t.sandbox.put(companyId, 'DebtorGroupClient', { Group: 'Ny', Name: 'Nye kunder' })
  expect((await fetchGroups(first.tagGroupId)).body).toMatchObject({ created: 1, existing: 5 })
  const names = (await group(first.tagGroupId)).tags.map((tag: { name: string }) => tag.name)
  expect(names).toContain('Kunder i EU')
  expect(names).toContain('Nye kunder')
  expect(names).not.toContain('European customers')
})

test('UC-15: groups of one name are told apart by their code, and a nameless one is called by it', async () => {
  t.sandbox.put(companyId, 'DebtorGroupClient', { Group: 'Indland2', Name: 'Danske kunder' })
  t.sandbox.put(companyId, 'DebtorGroupClient', { Group: 'Blank', Name: null })
  const { body } = await fetchGroups()
  const names = (await group(body.tagGroupId)).tags.map((tag: { name: string }) => tag.name)
  expect(names).toContain('Danske kunder')
  expect(names.filter((name: string) => /^Danske kunder \((Indland|Indland2)\)$/.test(name))).toHaveLength(1)
  expect(names).toContain('Blank')
})

test('UC-15: tags that exist already, active or not, are left as they are', async () => {
  const { body: own } = await t.admin.post('/tag-groups', aTagGroup({ name: 'My groups' }))
  await t.admin.post('/tags', aTag({ groupId: own.id, name: 'Abroad', code: 'Udland', active: false }))
  expect((await fetchGroups(own.id)).body).toEqual({ tagGroupId: own.id, created: 4, existing: 1 })
  expect((await group(own.id)).tags).toContainEqual(expect.objectContaining({ name: 'Abroad', active: false }))
})

test('UC-15: a tag group of projects is refused, and so is a company without groups', async () => {
  const { body: projects } = await t.admin.post('/tag-groups', aTagGroup({ name: 'Kind', objectKind: 'project' }))
  expect((await fetchGroups(projects.id)).status).toEqual(400)
  for (const { Group } of t.sandbox.rows(companyId, 'DebtorGroupClient'))
    t.sandbox.remove(companyId, 'DebtorGroupClient', String(Group))
  expect((await fetchGroups()).body.detail).toContain('No customer group could be read.')
  expect((await t.admin.get('/tag-groups')).body.items.map((row: { name: string }) => row.name)).toEqual(['Kind'])
})
