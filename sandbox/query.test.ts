import { expect, test } from 'vitest'
import type { TestClient } from './test-client.ts'
import { aSandbox } from './test-sandbox.ts'

type Row = Record<string, unknown>

async function rows(client: TestClient, entity: string, filters: unknown): Promise<Row[]> {
  return (await client.send('POST', `/Query/Get/${entity}`, filters)).body as Row[]
}

test('routes, entities and properties are matched without case', async () => {
  const { signInAs } = await aSandbox()
  const client = await signInAs()
  const { body } = await client.send('POST', '/query/get/debtorclient', [
    { propertyname: 'account', filtervalue: '1001' },
  ])
  expect(body).toMatchObject([{ Account: '1001' }])
})

test('several filters are all met', async () => {
  const { signInAs } = await aSandbox()
  const found = await rows(await signInAs(), 'DebtorClient', [
    { PropertyName: 'Country', FilterValue: '57' },
    { PropertyName: 'Name', FilterValue: '*skov*' },
  ])
  expect(found).toMatchObject([{ Account: '1002' }])
})

test('rows come sorted and in pages when asked', async () => {
  const { signInAs } = await aSandbox()
  const client = await signInAs()
  const sorted = await rows(client, 'DebtorClient', [{ PropertyName: 'Account', OrderByDescending: true }, { Take: 2 }])
  expect(sorted.map((row) => row.Account)).toEqual(['1003', '1002'])
  const rest = await rows(client, 'DebtorClient', [
    { PropertyName: 'Account', OrderByDescending: true, Skip: 2, Take: 0 },
  ])
  expect(rest.map((row) => row.Account)).toEqual(['1001'])
})

test('rows that nobody sorts come in any order', async () => {
  const chances = [0, 0.5]
  const { signInAs } = await aSandbox({
    random: () => chances[0] ?? 0,
    switches: { unfilteredReads: 'fresh' },
  })
  const client = await signInAs()
  const first = await rows(client, 'DebtorClient', [{}])
  chances.shift()
  const second = await rows(client, 'DebtorClient', [{}])
  expect(first.map((row) => row.Account)).toEqual(['1001', '1002', '1003'])
  expect(second.map((row) => row.Account)).toEqual(['1002', '1003', '1001'])
})

test('an empty list of filters brings nothing, a filter on a property that does not exist everything', async () => {
  const { sandbox, signInAs } = await aSandbox()
  const client = await signInAs()
  const misspelt = [{ PropertyName: 'Acount', FilterValue: '1001' }]
  expect(await rows(client, 'DebtorClient', [])).toEqual([])
  expect(await rows(client, 'DebtorClient', misspelt)).toHaveLength(3)

  sandbox.setSwitches({ emptyFilterList: 'everything', unknownFilterProperty: 'matches-nothing' })
  expect(await rows(client, 'DebtorClient', [])).toHaveLength(3)
  expect(await rows(client, 'DebtorClient', misspelt)).toEqual([])
})

test('an unfiltered read stays what it was for the whole session, a filtered one does not', async () => {
  const { sandbox, signInAs } = await aSandbox()
  const client = await signInAs()
  await rows(client, 'DebtorClient', [{}])
  sandbox.put(12345, 'DebtorClient', { Account: '2001', Name: 'Ny kunde' })

  expect(await rows(client, 'DebtorClient', [{}])).toHaveLength(3)
  expect(await rows(client, 'DebtorClient', [{ PropertyName: 'Account', FilterValue: '2001' }])).toHaveLength(1)
  expect(await rows(await signInAs(), 'DebtorClient', [{}])).toHaveLength(4)
})

test('an answer is cut at the cap without a word', async () => {
  const { signInAs } = await aSandbox({ switches: { rowCap: 2 } })
  expect(await rows(await signInAs(), 'DebtorClient', [{ PropertyName: 'Account', OrderBy: true }])).toHaveLength(2)
})

test('labels follow the language of the user, countries are numbers', async () => {
  const { signInAs } = await aSandbox()
  const sorted = [{ PropertyName: 'Number', OrderByDescending: true }]
  const [english] = await rows(await signInAs(), 'ProjectClient', sorted)
  const [danish] = await rows(await signInAs('0012345/danish'), 'ProjectClient', sorted)
  expect(english).toMatchObject({ Number: 'P-101', Phase: 'In progress', WorkCountry: 0 })
  expect(danish).toMatchObject({ Number: 'P-101', Phase: 'Igangværende' })
})

test('Read answers one row, and 204 for a key that does not exist', async () => {
  const { sandbox, signInAs } = await aSandbox()
  const { send } = await signInAs()
  expect(await send('PUT', '/Query/Read/DebtorClient', { Account: '1001' })).toMatchObject({
    status: 200,
    body: { Name: 'Fjordbyens Arkitekter A/S' },
  })
  expect((await send('PUT', '/Query/Read/DebtorClient', { Account: 'X' })).status).toEqual(204)
  sandbox.setSwitches({ readMissing: 'refused' })
  expect((await send('PUT', '/Query/Read/DebtorClient', { Account: 'X' })).status).toEqual(400)
})

test('the children of a master are the rows that refer to it', async () => {
  const { signInAs } = await aSandbox()
  const { send } = await signInAs()
  const projects = await send('PUT', '/Query/GetByMaster/DebtorClient/ProjectClient', { Account: '1002' })
  expect(projects.body).toMatchObject([{ Number: 'P-101', DebtorName: 'Skovsgaard Maskinværk ApS' }])
  expect((await send('PUT', '/Query/GetByMaster/DebtorClient/GLVatClient', { Account: '1' })).status).toEqual(400)
})

test('a table without the right to read looks empty', async () => {
  const { sandbox, signInAs } = await aSandbox()
  const { send } = await signInAs('0012345/no-projects')
  expect(await send('POST', '/Query/Get/ProjectClient', [{}])).toEqual({ status: 200, body: [] })
  sandbox.setSwitches({ readWithoutRights: 'refused' })
  expect(await send('POST', '/Query/Get/ProjectClient', [{}])).toEqual({ status: 400, body: 'No rights' })
})

test('the list of companies shows the current one, or all by a switch', async () => {
  const { sandbox, signInAs } = await aSandbox()
  const client = await signInAs()
  const ids = async () =>
    (await rows(client, 'CompanyClient', [{ PropertyName: 'CompanyName', FilterValue: '*' }])).map(
      (row) => row.PrimaryKeyId,
    )
  expect(await ids()).toEqual([12345])
  sandbox.setSwitches({ companyList: 'all-reachable', unsortedRows: 'by-row-id' })
  expect(await ids()).toEqual([12345, 12346])
})

test('tables can be listed and described, and a company may have fields of its own', async () => {
  const { signInAs } = await aSandbox()
  const client = await signInAs()
  expect((await client.send('GET', '/tables')).body).toContain('DebtorClient')
  expect((await client.send('GET', '/tables/DebtorClient')).body).toContainEqual(
    expect.objectContaining({ Name: 'Account', Type: 'String', MaxLength: 20 }),
  )
  expect((await client.send('GET', '/Company/Tables/12345')).body).toEqual([])
  expect(await rows(client, 'TableFieldsClient', [{}])).toMatchObject([{ Name: 'Fax', Length: 20 }])
})

test('an entity that does not exist is refused, a path that does not exist is not found', async () => {
  const { signInAs } = await aSandbox()
  const { send } = await signInAs()
  expect((await send('POST', '/Query/Get/Customer', [{}])).status).toEqual(400)
  expect((await send('GET', '/Query/Get/DebtorClient')).status).toEqual(404)
  expect((await send('POST', '/Query/Get/DebtorClient', { PropertyName: 'Account' })).status).toEqual(400)
})
