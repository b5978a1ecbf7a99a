// A demo company to look around in: an office of architects and consultants. Made by the actions that people use, so that
// numbers, history and tasks arise as in life.
import { randomBytes } from 'node:crypto'
import { ContactInput } from '../contacts/contact.ts'
import { createContact } from '../contacts/save-contact.ts'
import { CustomerInput } from '../customers/customer.ts'
import { createCustomer } from '../customers/save-customer.ts'
import { createDepartment } from '../departments/save-department.ts'
import { type Db, inTransaction } from '../lib/database/database.ts'
import type { Actor } from '../lib/http.ts'
import { ProjectInput } from '../projects/project.ts'
import { createProject } from '../projects/save-project.ts'
import { createTag } from '../tags/save-tag.ts'
import { createTagGroup } from '../tags/save-tag-group.ts'
import type { TagInput } from '../tags/tag.ts'
import { createUser } from '../users/save-user.ts'
import { demoContacts, demoCustomers, demoLocationNumbers, demoParticipants, demoStatuses } from './demo-customers.ts'
import { demoProjects } from './demo-projects.ts'

const demo: Actor = { kind: 'system', id: 'demo', name: 'Demo company', role: 'administrator' }

/** The codes are those of the customer groups in the local accounting system (sandbox/seed-codes.ts), as are the departments'. */
const customerGroups: readonly DemoTag[] = [
  ['Indland', 'Denmark', 'blue'],
  ['EU', 'European Union', 'teal'],
  ['Udland', 'Outside the EU', 'orange'],
  ['Offentlig', 'Public sector', 'grape'],
]

const categories: readonly DemoTag[] = [
  ['SKI', 'Skitse og forslag', 'cyan'],
  ['MYN', 'Myndighed og projektering', 'indigo'],
  ['TIL', 'Tilsyn', 'green'],
  ['HEL', 'Totalrådgivning', 'violet'],
  ['RAAD', 'Rådgivning', 'gray'],
]

const departments = [
  { number: '10', name: 'Rådgivning', externalNumber: 'RAAD' },
  { number: '20', name: 'Projektledelse', externalNumber: 'PROJ' },
  { number: '30', name: 'Administration', externalNumber: 'ADM' },
]

const coWorkers = [
  { name: 'Karla Nordlys', email: 'karla@office.example', role: 'project-manager', language: 'da' },
  { name: 'Villy Storm', email: 'villy@office.example', role: 'project-manager', language: 'da' },
  { name: 'Ulla Fredslund', email: 'ulla@office.example', role: 'economy', language: 'da' },
  { name: 'Jonas Brink', email: 'jonas@office.example', role: 'employee', language: 'da' },
  { name: 'Solveig Myhre', email: 'solveig@office.example', role: 'employee', language: 'en' },
] as const

const currencies: Readonly<Record<string, string>> = { DK: 'DKK', NO: 'NOK', SE: 'SEK', GB: 'GBP' }

type DemoTag = readonly [code: string, name: string, colour: TagInput['colour']]

/** All of it, or nothing. Nobody knows the co-workers' passwords; the administrator can give them new ones. */
export async function fillWithDemo(db: Db, now: Date): Promise<void> {
  await inTransaction(db, async (tx) => {
    const departmentIds = new Map<string, string>()
    for (const department of departments)
      departmentIds.set(department.number, await createDepartment(tx, demo, { ...department, active: true }, now))
    const ownerIds: string[] = []
    for (const coWorker of coWorkers) {
      const password = randomBytes(24).toString('base64url')
      const id = await createUser(tx, demo, { ...coWorker, phone: null, active: true, password }, now)
      if (coWorker.role === 'project-manager') ownerIds.push(id)
    }
    const groupTags = await makeTags(tx, now, 'Customer group', 'customer', customerGroups)
    const categoryTags = await makeTags(tx, now, 'Project category', 'project', categories)
    const customerIds = await makeCustomers(tx, now, groupTags)
    for (const [index, [customer, name, state, department, category, startOn, endOn]] of demoProjects.entries()) {
      const customerId = customerIds.get(customer)
      const departmentId = departmentIds.get(department)
      const tagIds = [categoryTags.get(category)]
      const ownerId = ownerIds[index % ownerIds.length]
      const project = { name, customerId, departmentId, ownerId, state, startOn, endOn, tagIds }
      await createProject(tx, demo, ProjectInput.parse(project), now)
    }
  })
}

/** A group of which each record carries exactly one tag. Answers the tags' ids by code. */
async function makeTags(
  db: Db,
  now: Date,
  name: string,
  objectKind: 'customer' | 'project',
  tags: readonly DemoTag[],
): Promise<Map<string, string>> {
  const group = await createTagGroup(db, demo, { name, objectKind, rule: 'exactly-one' }, now)
  const ids = new Map<string, string>()
  for (const [code, name, colour] of tags) {
    const made = await createTag(db, demo, { groupId: group.id, name, code, colour, active: true }, now)
    ids.set(code, made.id)
  }
  return ids
}

async function makeCustomers(db: Db, now: Date, groupTags: Map<string, string>): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const [index, row] of demoCustomers.entries()) {
    const [name, countryCode, group, registrationNumber, street1, postalCode, city, domain] = row
    const gln = demoLocationNumbers[name] ?? null
    const customer = CustomerInput.parse({
      name,
      status: demoStatuses[name] ?? 'active',
      relation: demoParticipants.includes(name) ? 'participant' : 'customer',
      registrationNumber: registrationNumber || null,
      ...{ gln, street1, postalCode, city, countryCode },
      email: `post@${domain}.example`,
      invoiceEmail: index % 3 === 0 ? `faktura@${domain}.example` : null,
      website: `https://${domain}.example`,
      currency: currencies[countryCode] ?? 'EUR',
      invoiceChannel: gln ? 'e-invoice' : 'email',
      eInvoiceScheme: gln && '0088',
      eInvoiceAddress: gln,
      paymentDays: gln ? 30 : index % 4 === 0 ? 8 : null,
      tagIds: [groupTags.get(group)],
    })
    const customerId = await createCustomer(db, demo, customer, now)
    ids.set(name, customerId)
    for (const [number, [contact, title]] of contactsOf(index).entries()) {
      const email = `${mailName(contact)}@${domain}.example`
      const input = ContactInput.parse({ customerId, name: contact, title, email, receivesInvoices: number === 0 })
      await createContact(db, demo, input, now)
    }
  }
  return ids
}

function contactsOf(index: number): (readonly [string, string])[] {
  const at = (place: number) => demoContacts[place % demoContacts.length] as readonly [string, string]
  return index % 3 === 0 ? [at(index), at(index + 5)] : [at(index)]
}

const mailName = (name: string) =>
  name
    .toLowerCase()
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .replaceAll('æ', 'ae')
    .replaceAll('ö', 'o')
    .replace(/[^a-z]+/g, '.')
