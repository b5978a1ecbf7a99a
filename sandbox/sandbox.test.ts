// Same manners: one list of expectations for the sandbox and, with UNICONTA_TEST_URL, _USER, _PASSWORD and _COMPANY set, for a
// real test company. It asks only for what every setting of the switches has in common, writes nothing but records of its
// own, and leaves them blocked.
import { expect } from 'vitest'
import { testOnlyIf } from '../test/only-if.ts'
import { createSandbox } from './sandbox.ts'
import { signIn, type TestClient } from './test-client.ts'

type Row = Record<string, unknown>

const {
  UNICONTA_TEST_URL: realUrl,
  UNICONTA_TEST_USER: user = '',
  UNICONTA_TEST_PASSWORD: password = '',
  UNICONTA_TEST_COMPANY: realCompany = '12345',
} = process.env

const homes = [
  { home: 'the sandbox', isHere: true, company: 12345, open: openSandbox },
  {
    home: 'a real test company',
    isHere: realUrl !== undefined,
    company: Number(realCompany),
    open: () => signIn(realUrl ?? '', { user: `00${realCompany}/${user}`, password }),
  },
]

for (const { home, isHere, company, open } of homes) {
  const expectation = testOnlyIf(isHere)

  expectation(`${home}: a wrong password gives no token`, async () => {
    const { send } = await open()
    const { body } = await send('POST', '/login', { Username: `00${company}/${user}`, Password: 'not this one' })
    expect(body).not.toHaveProperty('token')
  })

  expectation(`${home}: ChangeCompany answers with the company`, async () => {
    const { send } = await open()
    const { status, body } = await send('GET', `/Company/ChangeCompany/${company}`)
    expect(status).toEqual(200)
    expect(body).toMatchObject({ PrimaryKeyId: company, CompanyName: expect.any(String) })
  })

  expectation(`${home}: a call without a token is answered with 401`, async () => {
    const { sendWithoutToken } = await open()
    expect((await sendWithoutToken('/Query/Get/DebtorClient', [{}])).status).toEqual(401)
  })

  expectation(`${home}: a customer can be inserted, found, changed and blocked, and not inserted twice`, async () => {
    const client = await open()
    const Account = `T${Date.now().toString(36).toUpperCase()}`
    const Group = await defaultGroup(client, 'DebtorGroupClient')

    await client.send('POST', '/Crud/Insert/DebtorClient', { Account, Name: 'Prøvekunde Æøå', Group, NotAField: 'x' })
    const inserted = await one(client, 'DebtorClient', 'Account', Account)
    expect(inserted).toMatchObject({ Account, Name: 'Prøvekunde Æøå', Group, Blocked: false })
    expect(inserted).not.toHaveProperty('NotAField')

    const again = await client.send('POST', '/Crud/Insert/DebtorClient', { Account, Name: 'En anden', Group })
    expect(again).toEqual({ status: 400, body: expect.any(String) })

    const change = { Original: inserted, Modified: { ...inserted, Name: 'Prøvekunde 2', Blocked: true } }
    await client.send('PUT', '/Crud/UpdateFieldsModified/DebtorClient', change)
    expect(await one(client, 'DebtorClient', 'Account', Account)).toMatchObject({ Name: 'Prøvekunde 2', Blocked: true })
  })

  expectation(`${home}: text that is too long is cut without a word`, async () => {
    const client = await open()
    const Account = `L${Date.now().toString(36).toUpperCase()}`
    const Group = await defaultGroup(client, 'DebtorGroupClient')
    await client.send('POST', '/Crud/Insert/DebtorClient', { Account, Name: 'Lang', City: 'B'.repeat(40), Group })
    expect(await one(client, 'DebtorClient', 'Account', Account)).toMatchObject({ City: 'B'.repeat(30) })
    const row = await one(client, 'DebtorClient', 'Account', Account)
    await client.send('PUT', '/Crud/UpdateFieldsModified/DebtorClient', {
      Original: row,
      Modified: { ...row, Blocked: true },
    })
  })

  expectation(`${home}: blank texts are left out and days come at midnight`, async () => {
    const client = await open()
    const { body } = await client.send('POST', '/Query/Get/DebtorClient', [
      { PropertyName: 'Account', OrderBy: true, Take: 5 },
    ])
    for (const row of body as Row[]) {
      expect(Object.values(row)).not.toContain(null)
      expect(row.LastInvoice).toMatch(/^\d{4}-\d{2}-\d{2}T00:00:00/)
    }
  })

  expectation(`${home}: skip and take in the filter page through sorted rows`, async () => {
    const client = await open()
    const page = async (Skip: number) =>
      keys(
        (
          await client.send('POST', '/Query/Get/GLAccountClient', [
            { PropertyName: 'Account', OrderBy: true, Skip, Take: 3 },
          ])
        ).body,
      )
    const both = [...(await page(0)), ...(await page(3))]
    expect(both).toEqual([...new Set(both)].sort())
  })

  expectation(`${home}: a project without a customer is not made`, async () => {
    const client = await open()
    await client.send('POST', '/Crud/Insert/ProjectClient', { Number: 'NEVER-THERE', Name: 'Uden kunde' })
    expect(await one(client, 'ProjectClient', 'Number', 'NEVER-THERE')).toBeUndefined()
  })

  expectation(`${home}: a property name is read in any case, a country is a number`, async () => {
    const client = await open()
    const Account = `C${Date.now().toString(36).toUpperCase()}`
    const Group = await defaultGroup(client, 'DebtorGroupClient')
    await client.send('POST', '/crud/insert/debtorclient', {
      account: Account,
      name: 'Små',
      country: 57,
      Group,
      blocked: true,
    })
    expect(await one(client, 'DebtorClient', 'Account', Account)).toMatchObject({ Name: 'Små', Country: 57 })
  })
}

async function openSandbox(): Promise<TestClient> {
  const sandbox = createSandbox()
  return signIn('http://sandbox.test', { fetchIt: (request) => sandbox.handle(request) })
}

async function defaultGroup(client: TestClient, entity: string): Promise<unknown> {
  const { body } = await client.send('POST', `/Query/Get/${entity}`, [
    { PropertyName: 'Group', OrderBy: true, Take: 100 },
  ])
  const rows = body as Row[]
  return (rows.find((row) => row.IsDefault === true) ?? rows[0])?.Group
}

async function one(client: TestClient, entity: string, key: string, value: string): Promise<Row | undefined> {
  const { body } = await client.send('POST', `/Query/Get/${entity}`, [
    { PropertyName: key, FilterValue: value, Take: 2 },
  ])
  return (body as Row[]).find((row) => row[key] === value)
}

function keys(rows: unknown): unknown[] {
  return (rows as Row[]).map((row) => row.Account)
}
