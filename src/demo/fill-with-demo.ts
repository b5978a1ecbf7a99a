// A demo company to look around in: an office of architects and consultants. Made by the actions that people use, so that
// numbers, history and tasks arise as in life.
import { randomBytes } from 'node:crypto'
import { listAccounts } from '../accounting/account-store.ts'
import { InvoicingChange } from '../accounting/invoicing.ts'
import { getInvoicing } from '../accounting/invoicing-store.ts'
import { changeInvoicing } from '../accounting/save-invoicing.ts'
import { getCompany, lockCompany, updateCompany } from '../company/company-store.ts'
import { ContactInput } from '../contacts/contact.ts'
import { createContact } from '../contacts/save-contact.ts'
import { CustomerInput } from '../customers/customer.ts'
import { createCustomer } from '../customers/save-customer.ts'
import { createDepartment } from '../departments/save-department.ts'
import { SettingChange } from '../invoice-settings/invoice-setting.ts'
import { changeCustomerSettings, showCustomerSettings } from '../invoice-settings/save-settings.ts'
import { standardCountries } from '../invoice-settings/standard-set.ts'
import { startWithStandardSet } from '../invoice-settings/start-with-standard-set.ts'
import { type Db, inTransaction, type Tx } from '../lib/database/database.ts'
import { dayIn } from '../lib/dates.ts'
import type { Actor } from '../lib/http.ts'
import { ProjectInput } from '../projects/project.ts'
import { createProject } from '../projects/save-project.ts'
import { createTag } from '../tags/save-tag.ts'
import { createTagGroup } from '../tags/save-tag-group.ts'
import type { TagInput } from '../tags/tag.ts'
import { createUser } from '../users/save-user.ts'
import { demoContacts, demoCustomers, demoLocationNumbers, demoParticipants, demoStatuses } from './demo-customers.ts'
import { addDays } from './demo-hours.ts'
import { demoProjects } from './demo-projects.ts'
import { fillWithInvoices } from './fill-with-invoices.ts'
import { type DemoWorker, fillWithWork, type WorkedProject } from './fill-with-work.ts'

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

/** With department, role in projects, and what an hour is sold at and costs; who has no department writes no hours. */
const coWorkers = [
  ['Karla Nordlys', 'project-manager', 'da', '10', 'Projektleder', '1295', '640'],
  ['Villy Storm', 'project-manager', 'da', '20', 'Projektleder', '1240', '615'],
  ['Ulla Fredslund', 'economy', 'da', null, null, '0', '0'],
  ['Jonas Brink', 'employee', 'da', '10', 'Arkitekt', '1080', '520'],
  ['Solveig Myhre', 'employee', 'nb', '10', 'Arkitekt', '1040', '505'],
  ['Mikkel Aagaard', 'employee', 'da', '20', 'Konstruktør', '985', '475'],
  ['Freja Lindholm', 'employee', 'da', '20', 'Konstruktør', '960', '465'],
  ['Nanna Bille', 'employee', 'da', '20', 'Teknisk assistent', '735', '345'],
] as const

/** The weekday and week in which the projects were thought up: all days are moved by whole weeks to the year of the reader. */
const writtenOn = '2026-11-23'

const currencies: Readonly<Record<string, string>> = { DK: 'DKK', NO: 'NOK', SE: 'SEK', GB: 'GBP' }

type DemoTag = readonly [code: string, name: string, colour: TagInput['colour']]

/** All of it, or nothing. Nobody knows the co-workers' passwords; the administrator can give them new ones. */
export async function fillWithDemo(db: Db, now: Date): Promise<void> {
  await inTransaction(db, async (tx) => {
    const departmentIds = new Map<string, string>()
    for (const department of departments)
      departmentIds.set(department.number, await createDepartment(tx, demo, { ...department, active: true }, now))
    const ownerIds: string[] = []
    const workers: DemoWorker[] = []
    for (const [name, role, language, department, projectRole, hourly, cost] of coWorkers) {
      const password = randomBytes(24).toString('base64url')
      const email = `${name.split(' ')[0]?.toLowerCase()}@office.example`
      const id = await createUser(tx, demo, { name, email, role, language, phone: null, active: true, password }, now)
      if (role === 'project-manager') ownerIds.push(id)
      if (department) workers.push({ id, name, role: projectRole, department, hourly, cost })
    }
    const groupTags = await makeTags(tx, now, 'Customer group', 'customer', customerGroups)
    const categoryTags = await makeTags(tx, now, 'Project category', 'project', categories)
    const customerIds = await makeCustomers(tx, now, groupTags)
    const { timeZone } = await getCompany(tx)
    const today = dayIn(timeZone, now)
    const weeks = Math.floor((Date.parse(today) - Date.parse(writtenOn)) / (7 * 86_400_000))
    const moved = (day: string | null) => day && addDays(day, weeks * 7)
    const projects: WorkedProject[] = []
    for (const [index, [customer, name, state, department, category, first, last]] of demoProjects.entries()) {
      const made = customerIds.get(customer)
      const departmentId = departmentIds.get(department)
      const tagIds = [categoryTags.get(category)]
      const ownerId = ownerIds[index % ownerIds.length] as string
      const [startOn, endOn] = [moved(first), moved(last)]
      const project = { name, customerId: made?.id, departmentId, ownerId, state, startOn, endOn, tagIds }
      const id = await createProject(tx, demo, ProjectInput.parse(project), now)
      const currency = made?.currency ?? 'DKK'
      const isOpen = state === 'in-progress'
      projects.push({ id, index, currency, department, category, startOn, endOn, ownerId, isOpen })
    }
    const officeProjectId = await makeOffice(tx, now, {
      groupTag: groupTags.get('Indland'),
      categoryTag: categoryTags.get('RAAD'),
      departmentId: departmentIds.get('30'),
    })
    await setUpAccounting(tx, demo, now)
    const outside = demoCustomers.filter(([, country]) => country === 'NO' || country === 'GB')
    await exportOutsideTheEu(
      tx,
      outside.flatMap(([name]) => customerIds.get(name)?.id ?? []),
      now,
    )
    const work = { actor: demo, now, today, workers, projects, officeProjectId }
    const billed = await fillWithWork(tx, work)
    await fillWithInvoices(tx, { actor: demo, now, today, projects: billed })
  })
}

/** The office is its own customer for the hours that nobody is billed for. */
async function makeOffice(
  db: Db,
  now: Date,
  sorted: { groupTag: string | undefined; categoryTag: string | undefined; departmentId: string | undefined },
) {
  const { groupTag, categoryTag, departmentId } = sorted
  const { countryCode, currency } = await getCompany(db)
  const customer = CustomerInput.parse({ name: 'Eget kontor (intern)', countryCode, currency, tagIds: [groupTag] })
  const customerId = await createCustomer(db, demo, customer, now)
  const project = ProjectInput.parse({
    name: 'Kontoret, intern tid',
    customerId,
    departmentId,
    state: 'in-progress',
    tagIds: [categoryTag],
  })
  return createProject(db, demo, project, now)
}

/** Accounts, VAT codes and terms of the country, and how customers pay: the numbers are examples. */
async function setUpAccounting(db: Tx, actor: Actor, now: Date): Promise<void> {
  const company = await lockCompany(db)
  const { countryCode } = company
  const country = standardCountries.find((code) => code === countryCode) ?? 'DK'
  await startWithStandardSet(db, actor, country, now)
  const { version } = await getInvoicing(db)
  const denmark = {
    paymentIdKind: 'fik71',
    paymentIdFormat: 'INV8',
    creditorNumber: '81234567',
    bankName: 'Nordbanken',
    bankRegistrationNumber: '0040',
    bankAccount: '0440116243',
    iban: 'DK5000400440116243',
    vatNumber: 'DK10000009',
  }
  const change = InvoicingChange.parse({ ...(country === 'DK' ? denmark : {}), website: 'www.office.example', version })
  await changeInvoicing(db, actor, change, now)
  if (country === 'DK' && !company.registrationNumber)
    await updateCompany(db, {
      ...company,
      registrationNumber: '10000009',
      street: company.street ?? 'Havnegade 12',
      postalCode: company.postalCode ?? '1058',
      city: company.city ?? 'København K',
      version: company.version + 1,
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

async function makeCustomers(
  db: Db,
  now: Date,
  groupTags: Map<string, string>,
): Promise<Map<string, { id: string; currency: string }>> {
  const ids = new Map<string, { id: string; currency: string }>()
  for (const [index, row] of demoCustomers.entries()) {
    const [name, countryCode, group, registrationNumber, street1, postalCode, city, domain] = row
    const gln = demoLocationNumbers[name] ?? null
    const customer = CustomerInput.parse({
      name,
      status: demoStatuses[name] ?? 'active',
      relation: demoParticipants.includes(name) ? 'participant' : 'customer',
      registrationNumber: registrationNumber || null,
      vatNumber: vatNumberOf(countryCode, registrationNumber, index),
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
    ids.set(name, { id: customerId, currency: customer.currency })
    for (const [number, [contact, title]] of contactsOf(index).entries()) {
      const email = `${mailName(contact)}@${domain}.example`
      const input = ContactInput.parse({ customerId, name: contact, title, email, receivesInvoices: number === 0 })
      await createContact(db, demo, input, now)
    }
  }
  return ids
}

/** By their form; which firms outside Denmark need on an invoice without VAT. */
function vatNumberOf(country: string, registration: string, index: number): string | null {
  const digits = String(900_000_000 + index)
  if (country === 'NO') return `NO${registration}MVA`
  if (country === 'SE') return `SE${registration}01`
  if (country === 'FI') return `FI${registration}`
  if (country === 'NL') return `NL${digits}B01`
  return country === 'DK' ? null : country + digits
}

/** Sales to them are exports and not sales to the EU. */
async function exportOutsideTheEu(db: Db, customerIds: readonly string[], now: Date): Promise<void> {
  const account = (await listAccounts(db)).find(({ number }) => number === '1210')
  if (!account) return
  for (const id of customerIds) {
    const { own, version } = await showCustomerSettings(db, id)
    const change = SettingChange.parse({
      ...own,
      hoursAccountForeign: account.id,
      expensesAccountForeign: account.id,
      version,
    })
    await changeCustomerSettings(db, { actor: demo, id, change, mayChooseAccounts: true, now })
  }
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
