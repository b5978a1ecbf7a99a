import { beforeEach, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from '../../test/app.ts'
import { aCustomer, aDepartment, aProject } from '../../test/builders.ts'

let app: TestApp
let economy: Client
beforeEach(async () => {
  app = await startTestApp()
  economy = await app.as('economy')
})

const add = async (fields: object = {}) => (await economy.post('/departments', aDepartment(fields))).body

async function addProject(departmentId: string) {
  const { body: customer } = await economy.post('/customers', aCustomer())
  return (await economy.post('/projects', aProject({ customerId: customer.id, departmentId }))).body
}

const requested = async () =>
  (await app.database.pool.query(`select requested from sync_task where kind = 'project.push'`)).rows

test('UC-32: a department has a number of its own and one in the other system', async () => {
  const department = await add({ number: '10', name: 'Århus', externalNumber: 'AAR' })
  expect(department).toMatchObject({ number: '10', name: 'Århus', externalNumber: 'AAR', active: true, projects: 0 })
  expect(await add({ number: '9', externalNumber: '  ' })).toMatchObject({ externalNumber: null })
  const { items } = (await economy.get('/departments')).body
  expect(items.map((row: { number: string }) => row.number)).toEqual(['9', '10'])
  expect((await economy.get(`/departments/${department.id}`)).body).toEqual(department)
})

test('UC-32: a changed number there or here sends the projects of the department again, a changed name does not', async () => {
  const department = await add()
  await addProject(department.id)
  const put = (change: object) =>
    economy.put(`/departments/${department.id}`, { ...aDepartment(), active: true, ...change })
  await put({ name: 'Renamed', version: 1 })
  expect(await requested()).toEqual([{ requested: 1 }])
  await put({ name: 'Renamed', externalNumber: 'CPH', version: 2 })
  expect(await requested()).toEqual([{ requested: 2 }])
  await put({ name: 'Renamed', externalNumber: 'CPH', number: '11', version: 3 })
  expect(await requested()).toEqual([{ requested: 3 }])
})

test('a number is one department’s, whatever the case, also when two are saved at the same moment', async () => {
  await add({ number: 'a1' })
  expect(await economy.post('/departments', aDepartment({ number: 'A1' }))).toMatchObject({
    status: 400,
    body: { fields: [{ path: 'number', message: 'The number A1 is already used by the department Copenhagen.' }] },
  })
  const both = await Promise.all(['b1', 'B1'].map((number) => economy.post('/departments', aDepartment({ number }))))
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 400])
  expect(both.find(({ status }) => status === 400)?.body.fields).toMatchObject([{ path: 'number' }])
})

test('a department with projects is made inactive instead of deleted; after its project it can be deleted', async () => {
  const department = await add()
  const project = await addProject(department.id)
  expect(await economy.delete(`/departments/${department.id}?version=1`)).toMatchObject({
    status: 409,
    body: {
      detail: 'The department Copenhagen is used by one project and was not deleted. Make it inactive instead.',
    },
  })
  await economy.delete(`/projects/${project.id}?version=1`)
  expect((await economy.delete(`/departments/${department.id}?version=1`)).status).toEqual(204)
  expect((await economy.get(`/departments/${department.id}`)).status).toEqual(404)
})
