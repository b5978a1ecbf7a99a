// What becomes of each field of a customer, and of one that does not fit.
import { afterEach, describe, expect, test } from 'vitest'
import { aCustomerInput, type ConnectorTest, companyId, startConnector, tester } from '../../test/connector.ts'
import type { CustomerInput } from '../customers/customer.ts'
import { customerPushesByTag } from '../customers/customer-store.ts'
import { changeCustomer, createCustomer } from '../customers/save-customer.ts'
import { SyncFailure } from '../sync/failure.ts'
import { changeTag, createTag } from '../tags/save-tag.ts'
import { mustFit } from './fields.ts'

describe('through the connector', () => {
  let t: ConnectorTest
  afterEach(async () => {
    await t.close()
    expect(t.errors).toEqual([])
  })

  const add = (change: Partial<CustomerInput> = {}) =>
    createCustomer(t.db, tester, aCustomerInput([t.domestic.id], change), t.now())
  const edit = (id: string, version: number, change: Partial<CustomerInput>) => {
    const fields = { ...aCustomerInput([t.domestic.id]), ...change, number: '10001', version }
    return changeCustomer(t.db, { actor: tester, id, change: fields, now: t.now() }, async () => [])
  }
  const tag = (name: string, code: string | null) =>
    createTag(t.db, tester, { groupId: t.group.id, name, code, colour: 'blue', active: true }, t.now())
  const text = async (id: string) => (await t.badge('customer', id)).text

  test('UC-12: the fax number goes into the field that the company added, and is cleared there', async () => {
    t = await startConnector()
    const id = await add({ fax: '+45 12 34 56 79' })
    await t.run()
    expect(t.debtors()).toMatchObject([{ Fax: '+45 12 34 56 79' }])
    expect((await t.badge('customer', id)).state).toEqual('transferred')
    await edit(id, 1, { fax: null })
    await t.run()
    expect(t.debtors()[0]?.Fax ?? '').toEqual('')
  })

  test('UC-12: without such a field the fax number stays here and nothing else suffers', async () => {
    t = await startConnector({ settings: { companyId: 12_346 } }) // the company of the sandbox without fields of its own
    const id = await add({ fax: '+45 12 34 56 79' })
    await t.run()
    expect(t.writes()[0]?.path).toEqual('/Crud/Insert/DebtorClient')
    expect(t.writes()[0]?.request).not.toContain('56 79')
    expect((await t.badge('customer', id)).state).toEqual('transferred')
  })

  test('UC-12: a fax number that is longer than that field is not called sent', async () => {
    t = await startConnector()
    const id = await add({ fax: '+45 12 34 56 79, or the one upstairs'.slice(0, 30) })
    await t.run()
    expect(await t.badge('customer', id)).toMatchObject({ state: 'changed-there', actions: ['put-ours-back'] })
    expect(await text(id)).toContain('Uniconta took the record but shows Fax as "+45 12 34 56 79, or"')
  })

  test('UC-12: a currency that Uniconta does not have is said, not passed over', async () => {
    t = await startConnector()
    const id = await add({ currency: 'JPY' })
    await t.run()
    expect(await t.badge('customer', id)).toMatchObject({ state: 'changed-there' })
    expect(await text(id)).toContain('Uniconta took the record but shows Currency as "" instead of "JPY"')
  })

  test('UC-12: every field that is emptied here is cleared there', async () => {
    t = await startConnector()
    const filled = { street2: '2. sal', street3: 'Baghuset', invoiceEmail: 'faktura@hansen.example' }
    const id = await add(filled)
    await t.run()
    const nothing = {
      street1: null,
      street2: null,
      street3: null,
      postalCode: null,
      city: null,
      email: null,
      invoiceEmail: null,
      phone: null,
      website: null,
      registrationNumber: null,
    }
    await edit(id, 1, nothing)
    await t.run()
    const [row] = t.debtors()
    for (const field of [
      'Address1',
      'Address2',
      'Address3',
      'ZipCode',
      'City',
      'ContactEmail',
      'InvoiceEmail',
      'Phone',
      'Www',
      'CompanyRegNo',
    ])
      expect(row?.[field] ?? '').toEqual('')
    expect((await t.badge('customer', id)).state).toEqual('transferred')
  })

  test('UC-12: fields that are not ours stay as they are there', async () => {
    t = await startConnector()
    const id = await add()
    await t.run()
    t.sandbox.put(companyId, 'DebtorClient', {
      Account: '10001',
      Payment: 'Netto30',
      ContactPerson: 'Bo Berg',
      Blocked: true,
    })
    await edit(id, 1, { name: 'Hansen Holding' })
    await t.run()
    expect(t.debtors()).toMatchObject([
      { Name: 'Hansen Holding', Payment: 'Netto30', ContactPerson: 'Bo Berg', Blocked: true },
    ])
  })

  test('blanks in a registration number, which Uniconta refuses, are left out', async () => {
    t = await startConnector()
    const id = await add({ registrationNumber: '10 00 00 09' })
    await t.run()
    expect(t.debtors()).toMatchObject([{ CompanyRegNo: '10000009' }])
    expect((await t.badge('customer', id)).state).toEqual('transferred')
  })

  test('letters, signs and emoji arrive as they are typed', async () => {
    t = await startConnector()
    const name = 'Søren & Åse "Ærø" <ApS> 😀; 50 % .. * !'
    const id = await add({ name })
    await t.run()
    expect(t.debtors()).toMatchObject([{ Name: name }])
    expect((await t.badge('customer', id)).state).toEqual('transferred')
  })

  test('UC-16: a customer from before the rule with no tag of the group, or with two, says what to choose', async () => {
    t = await startConnector()
    const second = await tag('Udland', 'Udland')
    const id = await add()
    const carry = async (...ids: string[]) => {
      await t.database.pool.query(`delete from record_tag where record_id = $1`, [id])
      for (const tagId of ids)
        await t.database.pool.query(
          `insert into record_tag (record_kind, record_id, tag_id) values ('customer', $1, $2)`,
          [id, tagId],
        )
    }
    await carry()
    await t.run()
    expect(await text(id)).toEqual(
      'This customer has no tag of the group Customer group, which says its customer group in Uniconta. Choose exactly one.',
    )
    await carry(t.domestic.id, second.id)
    await t.database.pool.query(`update sync_task set state = 'waiting' where subject = $1`, [id])
    await t.run()
    expect(await text(id)).toEqual(
      'Choose exactly one tag of the group Customer group. There are several: Indland, Udland.',
    )
    expect(t.debtors()).toEqual([])
  })

  test('UC-15: a corrected code of the tag lets the customers that waited for it go by themselves', async () => {
    t = await startConnector()
    const wrong = await tag('Udland', 'MARS')
    const id = await add({ tagIds: [wrong.id] })
    await t.run()
    expect((await t.badge('customer', id)).state).toEqual('failed')
    const change = {
      groupId: t.group.id,
      name: 'Udland',
      code: 'Udland',
      colour: 'blue' as const,
      active: true,
      version: 1,
    }
    await changeTag(t.db, tester, wrong.id, change, { customer: customerPushesByTag }, t.now())
    await t.run()
    expect(t.debtors()).toMatchObject([{ Group: 'Udland' }])
  })

  test('UC-15: a group is not called missing by a user who may not read the groups', async () => {
    t = await startConnector()
    const id = await add({ tagIds: [(await tag('Mars', 'MARS')).id] })
    t.sandbox.order({ kind: 'empty-read', match: { entity: 'DebtorGroupClient' }, times: null })
    await t.run()
    expect(await text(id)).not.toContain('Uniconta has no customer group')
    expect(await text(id)).toContain('Uniconta refused debtor 10001')
  })
})

describe('lengths', () => {
  const refusal = (entity: string, fields: Record<string, string>) => {
    try {
      mustFit(entity, fields)
      return undefined
    } catch (error) {
      if (error instanceof SyncFailure) return { kind: error.kind, ...error.sentence }
      throw error
    }
  }

  test.each([
    ['Name', 100],
    ['Group', 20],
    ['Address1', 60],
    ['Address2', 60],
    ['Address3', 60],
    ['ZipCode', 12],
    ['City', 30],
    ['CompanyRegNo', 20],
    ['ContactEmail', 200],
    ['InvoiceEmail', 200],
    ['Phone', 30],
    ['Www', 100],
  ])("a debtor's %s takes %s signs, also where the company has fields of its own", (field, max) => {
    for (const entity of ['DebtorClient', 'DebtorClientUser']) {
      expect(refusal(entity, { [field]: 'x'.repeat(max) })).toBeUndefined()
      expect(refusal(entity, { [field]: 'x'.repeat(max + 1) })).toEqual({
        kind: 'rejected',
        key: 'uniconta.tooLong',
        values: { field, length: max + 1, max },
      })
    }
  })

  test.each([
    ['Name', 60],
    ['Dimension1', 20],
    ['Dimension5', 20],
  ])("a project's %s takes %s signs", (field, max) => {
    expect(refusal('ProjectClient', { [field]: 'x'.repeat(max) })).toBeUndefined()
    expect(refusal('ProjectClient', { [field]: 'x'.repeat(max + 1) })).toMatchObject({ kind: 'rejected' })
  })
})
