import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCustomer, aProject, aTag, aTagGroup } from '../../test/builders.ts'
import { companyId, type DialogTest, startDialog } from '../../test/dialog.ts'
import { tag, tagGroup } from '../tags/tag-table.ts'
import { unicontaCallDay } from './call-count-table.ts'

let t: DialogTest
let all: Awaited<ReturnType<typeof setUpWell>>
beforeEach(async () => {
  t = await startDialog()
  all = await setUpWell()
})
afterEach(async () => {
  await t.close()
  expect(t.faults).toEqual([])
})

/** Everything is right on both sides, and every check applies. */
async function setUpWell() {
  const { groupId, tagId } = await t.aCustomerGroup()
  const { body: department } = await t.admin.post('/departments', {
    number: '10',
    name: 'Advice',
    externalNumber: 'RAAD',
  })
  const { body: customer } = await t.admin.post('/customers', aCustomer({ tagIds: [tagId] }))
  const { body: project } = await t.admin.post(
    '/projects',
    aProject({ customerId: customer.id, departmentId: department.id }),
  )
  const dialog = {
    exportCustomers: true,
    customerGroupTagGroupId: groupId,
    exportProjects: true,
    departmentDimension: 1,
    projectDepartment: 'project-department',
  }
  const { body: saved } = await t.save(dialog)
  return { groupId, tagId, department, customer, project, dialog, saved }
}

async function check() {
  const { status, body } = await t.admin.post('/integrations/uniconta/check')
  expect(status).toEqual(200)
  return body.checks as { key: string; state: string; text: string; where: string | null; link: string | null }[]
}

/** What is not right: key, state and where it is mended. */
const findings = async () =>
  (await check())
    .filter(({ state }) => state !== 'ok')
    .map(({ key, state, text, where, link }) => ({ key, state, text, where, link }))

const change = (fields: object) =>
  t.admin.put('/integrations/uniconta', {
    userName: 'akkord-server',
    companyId,
    ...all.dialog,
    ...fields,
    version: all.saved.version,
  })
const put = (entity: string, row: Record<string, unknown>) => t.sandbox.put(companyId, entity, row)
const remove = (entity: string, key: string) => t.sandbox.remove(companyId, entity, key)
const changeTag = async (fields: object) => {
  const { body: group } = await t.admin.get(`/tag-groups/${all.groupId}`)
  const { name, code, colour, active, version } = group.tags[0]
  return t.admin.put(`/tags/${all.tagId}`, { name, code, colour, active, version, groupId: all.groupId, ...fields })
}

const customerGroups = 'Customer > Maintenance > Customer groups'
const dimensions = 'General Ledger > Maintenance > Dimensions'

test('UC-06: nothing is found when all is right, and each thing that was looked at is named', async () => {
  expect((await check()).map(({ key, state }) => `${key} ${state}`)).toEqual([
    'sign-in ok',
    'elsewhere ok',
    'language ok',
    'groups ok',
    'tagless ok',
    'countries ok',
    'fax ok',
    'project-group ok',
    'dimension ok',
    'departments ok',
    'departmentless ok',
    'numbers ok',
    'calls ok',
  ])
})

test('UC-06: what is switched off is not looked at', async () => {
  await change({ exportCustomers: false, exportProjects: false, departmentDimension: null })
  expect((await check()).map(({ key }) => key)).toEqual(['sign-in', 'elsewhere', 'language', 'numbers', 'calls'])
})

type Break = {
  what: string
  breakIt: () => Promise<unknown> | unknown
  finds: { key: string; state: string; text?: string; where?: string | null; link?: string | null }[]
}

const breaks: Break[] = [
  {
    what: 'another program that signs in as the user',
    breakIt: async () => {
      await t.run()
      t.sandbox.signInElsewhere('akkord-server')
      await t.admin.put(`/customers/${all.customer.id}`, { ...customerFields(), name: 'Hansen ApS' })
      await t.run()
    },
    finds: [
      {
        key: 'elsewhere',
        state: 'warning',
        text: 'signed in as akkord-server once',
        where: 'Company > Maintenance > Users',
      },
    ],
  },
  {
    what: 'UC-13: a tag group that is gone',
    breakIt: async () => {
      await t.db.execute('delete from record_tag')
      await t.db.delete(tag).where(eq(tag.groupId, all.groupId))
      await t.db.delete(tagGroup).where(eq(tagGroup.id, all.groupId))
    },
    finds: [{ key: 'groups', state: 'error', text: 'no longer exists', link: '/settings/integrations' }],
  },
  {
    what: 'UC-15: a tag group without tags',
    breakIt: () => changeTag({ active: false }),
    finds: [{ key: 'groups', state: 'error', text: 'Customer group has no tags', where: customerGroups }],
  },
  {
    what: 'UC-15: a tag without code',
    breakIt: () => changeTag({ code: null }),
    finds: [
      {
        key: 'groups',
        state: 'error',
        text: 'These tags have no code: Danish',
        where: customerGroups,
        link: '/tags',
      },
    ],
  },
  {
    what: 'UC-15: a group that was removed in Uniconta',
    breakIt: () => remove('DebtorGroupClient', 'Indland'),
    finds: [
      { key: 'groups', state: 'error', text: 'no customer group with these codes: Indland', where: customerGroups },
    ],
  },
  {
    what: 'UC-15: a code that differs in a capital letter',
    breakIt: () => changeTag({ code: 'INDLAND' }),
    finds: [{ key: 'groups', state: 'error', text: 'INDLAND', where: customerGroups }],
  },
  {
    what: 'UC-06: a company without customer groups',
    breakIt: () => {
      for (const { Group } of t.sandbox.rows(companyId, 'DebtorGroupClient')) remove('DebtorGroupClient', String(Group))
    },
    finds: [{ key: 'groups', state: 'error', text: 'No customer group could be read', where: customerGroups }],
  },
  {
    what: 'UC-16: a tag group that does not ask for exactly one',
    breakIt: async () => {
      const { body } = await t.admin.get(`/tag-groups/${all.groupId}`)
      const { name, objectKind, version } = body
      await t.admin.put(`/tag-groups/${all.groupId}`, { name, objectKind, version, rule: 'at-most-one' })
    },
    finds: [
      {
        key: 'groups',
        state: 'warning',
        text: 'does not ask for exactly one tag',
        where: customerGroups,
        link: '/tags',
      },
    ],
  },
  {
    what: 'UC-16: a customer without the tag, from before the rule',
    breakIt: () => t.db.execute('delete from record_tag'),
    finds: [
      { key: 'tagless', state: 'warning', text: 'One customer does not have exactly one tag', link: '/customers' },
    ],
  },
  {
    what: 'UC-12: a country whose number is not known',
    breakIt: () => t.admin.post('/customers', aCustomer({ name: 'Lima', countryCode: 'PE', tagIds: [all.tagId] })),
    finds: [{ key: 'countries', state: 'warning', text: 'PE', where: 'Customer > Customers > Country' }],
  },
  {
    what: 'UC-12: no field for the fax number',
    breakIt: () => {
      for (const { RowId } of t.sandbox.rows(companyId, 'TableFieldsClient'))
        put('TableFieldsClient', { RowId, entity: 'DebtorClient', Name: 'Other' })
    },
    finds: [{ key: 'fax', state: 'warning', text: 'no field for it', where: 'Tools > User-defined fields > Customer' }],
  },
  {
    what: 'UC-25: no project group that is the default',
    breakIt: () => put('ProjectGroupClient', { Group: 'Standard', IsDefault: false }),
    finds: [
      {
        key: 'project-group',
        state: 'error',
        text: 'marked as default',
        where: 'Project > Maintenance > Project groups',
      },
    ],
  },
  {
    what: 'UC-25: a company without project groups',
    breakIt: () => {
      for (const { Group } of t.sandbox.rows(companyId, 'ProjectGroupClient'))
        remove('ProjectGroupClient', String(Group))
    },
    finds: [{ key: 'project-group', state: 'error', text: 'No project group could be read' }],
  },
  {
    what: 'UC-65: a dimension that is no longer in use',
    breakIt: () => put('CompanyClient', { RowId: companyId, NDimensions: 0 }),
    finds: [{ key: 'dimension', state: 'error', text: 'Dimension 1 is no longer in use', where: dimensions }],
  },
  {
    what: 'UC-32: a dimension value that was removed',
    breakIt: () => remove('GLDimType1Client', 'RAAD'),
    finds: [
      {
        key: 'departments',
        state: 'error',
        text: 'The dimension Afdeling has no value RAAD',
        where: dimensions,
        link: '/departments',
      },
    ],
  },
  {
    what: 'UC-32: a department without external number whose own number is no value there',
    breakIt: () => t.admin.post('/departments', { number: '20', name: 'Sales' }),
    finds: [{ key: 'departments', state: 'error', text: 'has no value 20', where: dimensions }],
  },
  {
    what: 'UC-32: a dimension value that is blocked',
    breakIt: () => put('GLDimType1Client', { Dimension: 'RAAD', Blocked: true }),
    finds: [{ key: 'departments', state: 'warning', text: 'Blocked in Uniconta: RAAD', where: dimensions }],
  },
  {
    what: 'UC-32: a project without a department',
    breakIt: () => t.admin.post('/projects', aProject({ customerId: all.customer.id })),
    finds: [{ key: 'departmentless', state: 'warning', text: 'One project has none', link: '/projects' }],
  },
  {
    what: 'a number that cannot be used there',
    breakIt: () => t.db.execute("update customer set number = '10 001'"),
    finds: [{ key: 'numbers', state: 'warning', text: 'for example 10 001' }],
  },
  {
    what: 'nearly all free calls used',
    breakIt: () => t.db.update(unicontaCallDay).set({ calls: 4_100 }),
    finds: [{ key: 'calls', state: 'warning', text: 'of 5000 free calls are used' }],
  },
]

for (const { what, breakIt, finds } of breaks)
  test(`Check set-up finds, and finds nothing else: ${what}`, async () => {
    await breakIt()
    const found = await findings()
    expect(found.map(({ key, state }) => ({ key, state }))).toEqual(finds.map(({ key, state }) => ({ key, state })))
    for (const [index, { text, ...rest }] of finds.entries()) {
      expect(found[index]).toMatchObject(rest)
      expect(found[index]?.text).toContain(text)
    }
  })

for (const [userLanguage, state, text] of [
  ['Danish', 'ok', ''],
  ['German', 'warning', 'Give the user English or Danish'],
] as const)
  test(`UC-26: the language of the user is read, since states travel as labels (${userLanguage})`, async () => {
    await withRows('UserClient', () => ({ UserLanguage: userLanguage }))
    const user = (await check()).find(({ key }) => key === 'language')
    expect(user).toMatchObject({ key: 'language', state })
    expect(user?.text).toContain(text)
    if (state === 'warning') expect(user?.where).toEqual('Company > Maintenance > Users > Language')
  })

/** Begins anew with rows of an entity that carry what the sandbox does not know. */
async function withRows(entity: string, change: (row: Record<string, unknown>) => object): Promise<void> {
  await t.close()
  t = await startDialog({
    fetch: async (request) => {
      const answer = await fetch(request)
      if (!request.url.endsWith(`/Query/Get/${entity}`)) return answer
      return Response.json(
        ((await answer.json()) as Record<string, unknown>[]).map((row) => ({ ...row, ...change(row) })),
      )
    },
  })
  all = await setUpWell()
}

test('UC-26: a language that cannot be read is unknown, and English is assumed', async () => {
  t.sandbox.order({ kind: 'empty-read', match: { entity: 'UserClient' } })
  expect(await findings()).toMatchObject([
    { key: 'language', state: 'unknown', where: 'Company > Maintenance > Users > Language' },
  ])
})

test('a country that a debtor there carries is learned, and the next push sends it', async () => {
  await withRows('DebtorClient', ({ Country }) => ({ CountryName: Country === 168 ? 'Peru' : 'Danmark' }))
  await t.admin.post('/customers', aCustomer({ name: 'Lima', countryCode: 'PE', tagIds: [all.tagId] }))
  put('DebtorClient', { Account: '77', Name: 'Cusco', Group: 'Indland', Country: 168 })
  expect((await findings()).map(({ key }) => key)).toEqual([])
  await t.run()
  const debtors = t.sandbox.rows(companyId, 'DebtorClient')
  expect(debtors.find((row) => row.Name === 'Lima')).toMatchObject({ Country: 168 })
})

const tagBreaks = [
  { what: 'all is right', tag: { code: 'PROJ' }, rule: 'exactly-one', finds: [] },
  { what: 'a tag without code', tag: { code: null }, rule: 'exactly-one', finds: ['departments error'] },
  { what: 'another rule', tag: { code: 'PROJ' }, rule: 'at-most-one', finds: ['departments warning'] },
  { what: 'a code that is no value there', tag: { code: 'MOON' }, rule: 'exactly-one', finds: ['departments error'] },
] as const
for (const { what, tag: fields, rule, finds } of tagBreaks)
  test(`UC-30: departments by tags of projects: ${what}`, async () => {
    const { body: group } = await t.admin.post('/tag-groups', aTagGroup({ name: 'Unit', objectKind: 'project', rule }))
    const { body: made } = await t.admin.post('/tags', aTag({ groupId: group.id, name: 'Projects', ...fields }))
    await change({ projectDepartment: 'project-tag-group', projectDepartmentTagGroupId: group.id })
    const { id, number, name, state, customerId, departmentId, version } = all.project
    const saved = await t.admin.put(`/projects/${id}`, {
      ...{ number, name, state, customerId, departmentId, version },
      tagIds: [made.id],
    })
    expect(saved.status).toEqual(200)
    expect((await findings()).map((found) => `${found.key} ${found.state}`)).toEqual(finds)
  })

test('UC-30: a project without the tag that says its department is counted', async () => {
  const { body: group } = await t.admin.post('/tag-groups', aTagGroup({ name: 'Unit', objectKind: 'project' }))
  await t.admin.post('/tags', aTag({ groupId: group.id, name: 'Projects', code: 'PROJ' }))
  await t.admin.put(`/tag-groups/${group.id}`, { name: 'Unit', objectKind: 'project', rule: 'exactly-one', version: 1 })
  await change({ projectDepartment: 'project-tag-group', projectDepartmentTagGroupId: group.id })
  expect(await findings()).toMatchObject([{ key: 'departmentless', state: 'warning', link: '/projects' }])
})

test('a right to read that is missing makes one check unknown and leaves the others', async () => {
  await t.close()
  t = await startDialog({ sandbox: { switches: { readWithoutRights: 'refused' } } })
  all = await setUpWell()
  await t.db.execute(`update integration set settings = jsonb_set(settings, '{userName}', '"no-projects"')`)
  expect(await findings()).toMatchObject([
    { key: 'project-group', state: 'unknown', where: 'Company > Maintenance > User rights' },
  ])
})

test('what was mended in Uniconta is seen by the next check, also in an old session', async () => {
  remove('DebtorGroupClient', 'Indland')
  expect(await findings()).toMatchObject([{ key: 'groups', state: 'error' }])
  put('DebtorGroupClient', { Group: 'Indland', Name: 'Danske kunder', IsDefault: true })
  expect(await findings()).toEqual([])
})

test('the last report is kept with its time, and the check stands in the log', async () => {
  expect((await t.admin.get('/integrations/uniconta/check')).body).toEqual(null)
  t.pass(1_000)
  await check()
  const { body } = await t.admin.get('/integrations/uniconta/check')
  expect(body.checkedAt).toEqual(t.now().toISOString())
  expect(body.checks).toHaveLength(13)
  const [line] = (await t.admin.get('/log?kind=integration')).body.items
  expect(line).toMatchObject({ level: 'info', text: 'Checked the set-up: all is right.' })
})

test('a check that cannot sign in is a sentence', async () => {
  await t.server.stopListening()
  const answer = await t.admin.post('/integrations/uniconta/check')
  await t.server.listenAgain()
  expect(answer.body.detail).toContain('Uniconta could not be reached')
})

test('Check set-up writes nothing there', async () => {
  t.sandbox.clearCalls()
  await check()
  expect(t.sandbox.calls().filter((call) => call.applied || /crud/i.test(call.path))).toEqual([])
})

test('a tag group that the integration uses cannot be deleted', async () => {
  const { body: group } = await t.admin.post('/tag-groups', aTagGroup({ name: 'Other' }))
  await change({ exportCustomers: false, customerGroupTagGroupId: group.id })
  const answer = await t.admin.delete(`/tag-groups/${group.id}?version=1`)
  expect(answer).toMatchObject({ status: 409, body: { detail: expect.stringContaining('Uniconta integration uses') } })
})

function customerFields() {
  const { number, name, version, tagIds, countryCode, currency } = all.customer
  return { number, name, version, tagIds, countryCode, currency }
}
