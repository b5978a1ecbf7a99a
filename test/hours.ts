// People who work and what they work on, for tests of hours.
import type { Role } from '../src/users/permissions.ts'
import type { Client, TestApp } from './app.ts'
import { aCustomer, anActivity, aProject } from './builders.ts'
import { aPassword, signIn } from './sign-in.ts'

export type Person = Client & { id: string; name: string }

/** The signed-in user of a role. */
export async function personAs(app: TestApp, role: Role): Promise<Person> {
  const client = await app.as(role)
  const { id, name } = (await client.get('/me')).body
  return { ...client, id, name }
}

/** A further user beside those of the roles. */
export async function anotherPerson(app: TestApp, name: string, role: Role = 'employee'): Promise<Person> {
  const admin = await app.as('administrator')
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@akkord.test`
  const { body } = await admin.post('/users', { email, name, role, password: aPassword })
  return { ...app.withCookie(await signIn(app, email, aPassword)), id: body.id, name }
}

/** A project with one activity, in progress. */
export async function aPlaceToWork(app: TestApp, wish: { project?: object; activity?: object } = {}) {
  const economy = await app.as('economy')
  const customerId = (await economy.post('/customers', aCustomer())).body.id as string
  const project = (await economy.post('/projects', aProject({ customerId, ...wish.project }))).body
  const activity = (await economy.post('/activities', anActivity({ projectId: project.id, ...wish.activity }))).body
  return { customerId, project, activity, projectId: project.id as string, activityId: activity.id as string }
}

/** The body of a change of an activity as its form sends it. */
export function activityChange(activity: Record<string, unknown>, change: object) {
  const { id: _i, createdAt: _c, updatedAt: _u, projectId: _p, projectNumber: _n, projectName: _m, ...rest } = activity
  const { projectState: _s, customerName: _k, hoursRefusal: _h, ...fields } = rest
  return { ...fields, ...change }
}
