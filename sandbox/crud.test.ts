import { expect, test } from 'vitest'
import { aSandbox } from './test-sandbox.ts'

const company = 12345
const insertDebtor = '/Crud/Insert/DebtorClient'

async function signedIn(options: Parameters<typeof aSandbox>[0] = {}, user?: string) {
  const all = await aSandbox(options)
  const client = await all.signInAs(user)
  const stored = (entity: string, key: string) =>
    all.sandbox.rows(company, entity).find((row) => Object.values(row).includes(key))
  return { ...all, ...client, stored }
}

test('an insert fills in the default group and the day, and keeps only what it knows', async () => {
  const { send, stored } = await signedIn()
  expect(await send('POST', insertDebtor, { account: 'A1', Name: 'Æblehaven', Nmae: 'slåfejl' })).toEqual({
    status: 204,
    body: '',
  })
  const row = stored('DebtorClient', 'A1')
  expect(row).toMatchObject({ Account: 'A1', Name: 'Æblehaven', Group: 'Indland', Created: '2026-11-23T00:00:00' })
  expect(row).not.toHaveProperty('Nmae')
})

test('a key that exists is refused in the language of the user, whatever its case', async () => {
  const { send, signInAs } = await signedIn()
  const again = { Account: '1001', Name: 'En anden' }
  await send('POST', insertDebtor, { Account: 'Abc', Name: 'x' })
  expect(await send('POST', insertDebtor, { Account: 'ABC' })).toMatchObject({ status: 400 })
  expect(await send('POST', insertDebtor, again)).toEqual({ status: 400, body: 'A key with the name already exists' })
  const danish = await signInAs('0012345/danish')
  expect(await danish.send('POST', insertDebtor, again)).toEqual({ status: 400, body: 'Nøglen findes allerede' })
})

test('a long key is cut, so the same long key exists the second time', async () => {
  const { send, stored } = await signedIn()
  const Account = 'CUSTOMER-WITH-A-VERY-LONG-NUMBER'
  await send('POST', insertDebtor, { Account, Name: 'x' })
  expect(stored('DebtorClient', 'CUSTOMER-WITH-A-VERY')).toBeDefined()
  expect((await send('POST', insertDebtor, { Account, Name: 'x' })).body).toEqual('A key with the name already exists')
})

test.for([
  ['a group that does not exist', 'DebtorClient', { Account: 'A', Group: 'Nix' }, 'IdDoesNotExist'],
  ['a VAT code that does not exist', 'DebtorClient', { Account: 'A', Vat: 'Nix' }, 'VatTypeDoesNotExist'],
  ['a dimension that does not exist', 'DebtorClient', { Account: 'A', Dimension1: 'Nix' }, 'DimensionDoesNotExist'],
  ['a dimension the company has not', 'DebtorClient', { Account: 'A', Dimension3: 'RAAD' }, 'DimensionDoesNotExist'],
  ['a heading as account', 'DebtorClient', { Account: 'A', PostingAccount: '1000' }, 'AccountIsNotPostingAccount'],
  [
    'blanks in the registration number',
    'DebtorClient',
    { Account: 'A', CompanyRegNo: '11 22' },
    'FieldHasinvalidValue',
  ],
  ['a country beyond the list', 'DebtorClient', { Account: 'A', Country: 999 }, 'FieldHasinvalidValue'],
  ['no key', 'DebtorClient', { Name: 'A' }, 'KeyIsEmpty'],
  ['a blocked series', 'DebtorClient', { Name: 'A', Group: 'Blocked' }, 'NumberSerieIsBlocked'],
  ['a project without a customer', 'ProjectClient', { Number: 'P' }, 'AccountIsMissing'],
  ['a project of nobody', 'ProjectClient', { Number: 'P', Account: 'Nix' }, 'AccountDoesNotExist'],
  ['a project of a blocked customer', 'ProjectClient', { Number: 'P', Account: 'STOP' }, 'AccountIsBlocked'],
  ['a group without its accounts', 'DebtorGroupClient', { Group: 'G' }, 'FieldCannotBeBlank'],
  ['a user', 'UserClient', { LoginId: 'me' }, 'CannotUpdateRecord'],
] as const)('%s is refused on insert', async ([, entity, row, name]) => {
  const { sandbox, send } = await signedIn({ switches: { refusalText: 'name' } })
  sandbox.put(company, 'DebtorGroupClient', { Group: 'Blocked', AutoNumber: 'Spaerret' })
  sandbox.put(company, 'DebtorClient', { Account: 'STOP', Group: 'Indland', Blocked: true })
  const before = sandbox.rows(company, entity).length

  expect(await send('POST', `/Crud/Insert/${entity}`, row)).toEqual({ status: 400, body: name })
  expect(sandbox.rows(company, entity)).toHaveLength(before)
})

test('the latest refusal can be asked for, with the field and the value', async () => {
  const { send } = await signedIn()
  await send('POST', insertDebtor, { Account: 'A', Dimension1: 'Nix' })
  const expected = 'The dimension does not exist: Dimension1 "Nix" (24)'
  expect((await send('GET', `/Company/GetLastError/${company}&24`)).body).toEqual(expected)
  expect((await send('GET', `/Company/GetLastError/${company}&DimensionDoesNotExist`)).body).toEqual(expected)
})

test.for([
  ['a text for a number', { Account: 'A', CreditMax: 'much' }],
  ['a word for a truth', { Account: 'A', Blocked: 'perhaps' }],
  ['a day for a date', { Account: 'A', Created: 'yesterday' }],
  ['a list for an object', [{ Account: 'A' }]],
] as const)('%s is turned away at the door', async ([, body]) => {
  const { send } = await signedIn()
  expect((await send('POST', insertDebtor, body)).status).toEqual(400)
})

test('a group with a series numbers its customers', async () => {
  const { send, stored } = await signedIn({ switches: { insertAnswer: 'entity' } })
  const first = await send('POST', insertDebtor, { Name: 'Første', Group: 'Auto' })
  await send('POST', insertDebtor, { Name: 'Anden', Group: 'Auto' })
  expect(first.body).toMatchObject({ Account: '90001', Name: 'Første' })
  expect(stored('NumberSerieClient', 'Debitor')).toMatchObject({ Next: 90003 })
})

test('a partial update blanks the fields it does not name, or keeps them by a switch', async () => {
  const { sandbox, send, stored } = await signedIn()
  sandbox.put(company, 'DebtorClient', { Account: '1001', Phone: '70101010' })
  const partial = { Account: '1001', Group: 'Indland', Name: 'Nyt navn' }

  sandbox.setSwitches({ partialUpdate: 'keeps-missing-fields' })
  expect(await send('PUT', '/Crud/Update/DebtorClient', partial)).toEqual({ status: 200, body: 0 })
  expect(stored('DebtorClient', '1001')).toMatchObject({ Name: 'Nyt navn', Phone: '70101010' })

  sandbox.setSwitches({ partialUpdate: 'blanks-missing-fields' })
  await send('PUT', '/Crud/Update/DebtorClient', partial)
  expect(stored('DebtorClient', '1001')).not.toHaveProperty('Phone')
  expect(stored('DebtorClient', '1001')).toMatchObject({ Created: '2026-11-23T00:00:00' })
})

test('UpdateFieldsModified writes what differs and nothing else', async () => {
  const { sandbox, send, stored } = await signedIn()
  const Original = { Account: '1001', Name: 'Fjordbyens Arkitekter A/S', City: 'Aarhus C' }
  sandbox.put(company, 'DebtorClient', { Account: '1001', City: 'Risskov', Phone: '70101010' })

  await send('PUT', '/Crud/UpdateFieldsModified/DebtorClient', { Original, Modified: { ...Original, Name: 'Fjord' } })

  expect(stored('DebtorClient', '1001')).toMatchObject({ Name: 'Fjord', City: 'Risskov', Phone: '70101010' })
})

test('a stale original overwrites, or is refused by a switch', async () => {
  const { sandbox, send, stored } = await signedIn()
  const change = { Original: { Account: '1001', City: 'Aarhus C' }, Modified: { Account: '1001', City: 'Odense' } }
  sandbox.put(company, 'DebtorClient', { Account: '1001', City: 'Risskov' })
  sandbox.setSwitches({ staleOriginal: 'is-refused' })
  expect((await send('PUT', '/Crud/UpdateFieldsModified/DebtorClient', change)).status).toEqual(400)
  sandbox.setSwitches({ staleOriginal: 'overwrites' })
  await send('PUT', '/Crud/UpdateFieldsModified/DebtorClient', change)
  expect(stored('DebtorClient', '1001')).toMatchObject({ City: 'Odense' })
})

test('a key cannot be changed by an update', async () => {
  const { send } = await signedIn({ switches: { refusalText: 'name' } })
  const change = { Original: { Account: '1001' }, Modified: { Account: '9999' } }
  expect(await send('PUT', '/Crud/UpdateFieldsModified/DebtorClient', change)).toEqual({
    status: 400,
    body: 'PrimaryKeyCannotBeChanged',
  })
  expect((await send('PUT', '/Crud/Update/DebtorClient', { Account: 'Nix' })).body).toEqual('CouldNotFind')
})

test('a record in use cannot be deleted, another one can', async () => {
  const { send, stored } = await signedIn({ switches: { refusalText: 'name' } })
  expect((await send('DELETE', '/Crud/Delete/DebtorClient', { Account: '1001' })).body).toEqual(
    'CouldNotDeleteRecordThatIsReferred',
  )
  expect((await send('DELETE', '/Crud/Delete/DebtorClient', { Account: '1003' })).status).toEqual(204)
  expect(stored('DebtorClient', '1003')).toBeUndefined()
})

test('a list that is refused half way keeps the rows before, or nothing by a switch', async () => {
  const { sandbox, send, stored } = await signedIn()
  const list = (mark: string) => [{ Account: `${mark}1` }, { Account: '1001' }, { Account: `${mark}3` }]
  expect((await send('POST', '/Crud/InsertList/DebtorClient', list('K'))).status).toEqual(400)
  expect([stored('DebtorClient', 'K1'), stored('DebtorClient', 'K3')]).toEqual([expect.anything(), undefined])

  sandbox.setSwitches({ lists: 'all-or-nothing' })
  await send('POST', '/Crud/InsertList/DebtorClient', list('N'))
  expect(stored('DebtorClient', 'N1')).toBeUndefined()
})

test('lists are inserted, changed and deleted', async () => {
  const { sandbox, send } = await signedIn()
  const accounts = () => sandbox.rows(company, 'DebtorClient').map((row) => `${row.Account} ${row.Name}`)
  const rows = [
    { Account: 'L1', Name: 'et', Group: 'EU' },
    { Account: 'L2', Name: 'to', Group: 'EU' },
  ]
  expect(await send('POST', '/Crud/InsertList/DebtorClient', rows)).toEqual({ status: 200, body: 'Succes' })
  await send(
    'PUT',
    '/Crud/UpdateList/DebtorClient',
    rows.map((row) => ({ ...row, Name: `${row.Name}!` })),
  )
  await send('PUT', '/Crud/UpdateFieldsModifiedList/DebtorClient', {
    OriginalList: [{ Account: 'L2', Name: 'to!' }],
    ModifiedList: [{ Account: 'L2', Name: 'tre' }],
  })
  expect(accounts()).toEqual(expect.arrayContaining(['L1 et!', 'L2 tre']))
  await send('DELETE', '/Crud/DeleteList/DebtorClient', rows)
  expect(accounts().filter((account) => account.startsWith('L'))).toEqual([])
})

test('a master and its details go in together, details alone to a master that exists', async () => {
  const { sandbox, send } = await signedIn()
  const ofCustomer = (account: string) =>
    sandbox.rows(company, 'ProjectClient').filter((row) => row.Account === account)
  await send('POST', '/Crud/InsertMasterAndDetails/DebtorClient/ProjectClient', {
    Master: { Account: 'M1', Name: 'Moder' },
    Details: [{ Number: 'M1-1' }, { Number: 'M1-2', Account: '1001' }],
  })
  expect(ofCustomer('M1')).toHaveLength(2)
  await send('POST', '/Crud/InsertChildRecords/DebtorClient/ProjectClient', {
    Master: { Account: 'M1' },
    Details: [{ Number: 'M1-3' }],
  })
  expect(ofCustomer('M1')).toHaveLength(3)
})

test('rights are checked for each table and act', async () => {
  const { send } = await signedIn({ switches: { refusalText: 'name' } }, '0012345/limited')
  expect((await send('POST', insertDebtor, { Account: 'A' })).body).toEqual('NoRightsToInsert')
  expect((await send('DELETE', '/Crud/Delete/DebtorClient', { Account: '1003' })).body).toEqual('NoRightsToDelete')
  const change = { Original: { Account: '1001', City: 'a' }, Modified: { Account: '1001', City: 'b' } }
  expect((await send('PUT', '/Crud/UpdateFieldsModified/DebtorClient', change)).status).toEqual(200)
})

test('a label the language does not have becomes the first of its list, or otherwise by a switch', async () => {
  const { sandbox, send, stored } = await signedIn()
  const write = async (Phase: string) => {
    const Original = { Number: 'P-101' }
    return send('PUT', '/Crud/UpdateFieldsModified/ProjectClient', { Original, Modified: { ...Original, Phase } })
  }
  await write('Completed')
  expect(stored('ProjectClient', 'P-101')).toMatchObject({ Phase: 'Completed' })
  sandbox.setSwitches({ unknownLabel: 'is-refused' })
  expect((await write('Gennemført')).status).toEqual(400)
  sandbox.setSwitches({ labelsAccepted: 'both-languages' })
  expect((await write('Igangværende')).status).toEqual(200)
  sandbox.setSwitches({ unknownLabel: 'becomes-first' })
  await send('PUT', '/Crud/UpdateFieldsModified/ProjectClient', {
    Original: { Number: 'P-101', Phase: 'In progress' },
    Modified: { Number: 'P-101', Phase: 'InProgress' },
  })
  expect(stored('ProjectClient', 'P-101')).toMatchObject({ Phase: 'Created' })
})

test('a date with an offset may land on the day before', async () => {
  const { sandbox, send, stored } = await signedIn()
  const insert = (number: string, StartDate: string) =>
    send('POST', '/Crud/Insert/ProjectClient', { Number: number, Account: '1001', StartDate })
  await insert('D1', '2026-03-01T00:00:00')
  await insert('D2', '2026-03-01T00:00:00+01:00')
  sandbox.setSwitches({ dateOffset: 'is-dropped' })
  await insert('D3', '2026-03-01T00:00:00+01:00')
  expect(['D1', 'D2', 'D3'].map((number) => stored('ProjectClient', number)?.StartDate)).toEqual([
    '2026-03-01T00:00:00',
    '2026-02-28T00:00:00',
    '2026-03-01T00:00:00',
  ])
})

test('fields of the company travel on the entity with User at its end, and only there', async () => {
  const { send, stored } = await signedIn()
  await send('POST', insertDebtor, { Account: 'F1', Name: 'x', Fax: '1' })
  await send('POST', `${insertDebtor}User`, { Account: 'F2', Name: 'x', Fax: '86101010' })
  expect(stored('DebtorClient', 'F1')).not.toHaveProperty('Fax')
  const filter = [{ PropertyName: 'Account', FilterValue: 'F2' }]
  expect((await send('POST', '/Query/Get/DebtorClientUser', filter)).body).toMatchObject([{ Fax: '86101010' }])
  expect((await send('POST', '/Query/Get/DebtorClient', filter)).body).not.toMatchObject([{ Fax: '86101010' }])
})

test('what a write answers can be chosen', async () => {
  const { sandbox, send } = await signedIn()
  sandbox.setSwitches({ insertAnswer: 'code-number', listAnswer: 'entity', deleteAnswer: 'code-name' })
  expect((await send('POST', insertDebtor, { Account: 'W1' })).body).toEqual(0)
  expect((await send('POST', '/Crud/InsertList/DebtorClient', [{ Account: 'W2' }])).body).toMatchObject([
    { Account: 'W2' },
  ])
  expect((await send('DELETE', '/Crud/Delete/DebtorClient', { Account: 'W1' })).body).toEqual('Succes')
})
