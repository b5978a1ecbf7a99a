// What stands here beside what stands there, field by field. It takes the records from Akkord's API and the books from the
// sandbox, and has its own table of which field belongs to which: it does not believe what Akkord says about the transfer.
import type { Client } from './akkord.ts'
import type { BookRow, Books } from './books.ts'

export type Comparison = { here: number; there: number; fields: number; differences: string[] }

type Value = string | number

const countries: Readonly<Record<string, number>> = {
  DK: 57,
  FI: 72,
  DE: 78,
  IS: 94,
  NL: 150,
  NO: 160,
  SE: 208,
  GB: 228,
}

/** Null: a cancelled project keeps the phase that it had. */
const phases: Readonly<Record<string, string | null>> = {
  potential: 'Created',
  'offer-sent': 'Offer',
  'in-progress': 'In progress',
  'on-hold': 'Paused',
  finished: 'Completed',
  cancelled: null,
}

/** Participants are never billed, so they stay here. */
const sentCustomers = '/customers?relation=customer&relation=both'

export async function compareCustomers(client: Client, books: Books): Promise<Comparison> {
  const tagGroups = (await client.get('/tag-groups?objectKind=customer')).items
  const codes = new Map<string, string>()
  for (const group of tagGroups) for (const tag of group.tags) codes.set(tag.id, tag.code)
  const wanted = new Map<string, Record<string, Value>>()
  for (const { id } of await client.all(sentCustomers)) {
    const customer = await client.get(`/customers/${id}`)
    wanted.set(customer.number, {
      Name: customer.name,
      Group: codes.get(customer.tagIds[0]) ?? '',
      Address1: customer.street1 ?? '',
      Address2: customer.street2 ?? '',
      Address3: customer.street3 ?? '',
      ZipCode: customer.postalCode ?? '',
      City: customer.city ?? '',
      Country: countries[customer.countryCode] ?? `no number for ${customer.countryCode}`,
      CompanyRegNo: customer.registrationNumber ?? '',
      Currency: customer.currency,
      ContactEmail: customer.email ?? '',
      InvoiceEmail: customer.invoiceEmail ?? '',
      Phone: customer.phone ?? '',
      Www: customer.website ?? '',
    })
  }
  return compare(wanted, await books.rows('DebtorClient'), 'Account')
}

export async function compareProjects(client: Client, books: Books): Promise<Comparison> {
  const departments = new Map<string, string>()
  for (const { id, number, externalNumber } of (await client.get('/departments')).items)
    departments.set(id, externalNumber ?? number)
  const wanted = new Map<string, Record<string, Value>>()
  for (const project of await client.all('/projects')) {
    const phase = phases[project.state]
    wanted.set(project.number, {
      Name: project.name,
      Account: project.customerNumber,
      StartDate: project.startOn ?? '',
      EndDate: project.endOn ?? '',
      Dimension1: departments.get(project.departmentId) ?? '',
      ...(phase && { Phase: phase }),
    })
  }
  return compare(wanted, await books.rows('ProjectClient'), 'Number')
}

/** Every record of one side that the other lacks, and every field that differs, is a difference. */
function compare(
  wanted: Map<string, Record<string, Value>>,
  rows: readonly BookRow[],
  keyField: 'Account' | 'Number',
): Comparison {
  const differences: string[] = []
  let fields = 0
  const there = new Map<string, BookRow>()
  for (const row of rows) {
    const key = String(row[keyField])
    if (there.has(key)) differences.push(`${key} stands there twice`)
    if (!wanted.has(key)) differences.push(`${key} stands there and not here`)
    there.set(key, row)
  }
  for (const [key, values] of wanted) {
    const row = there.get(key)
    if (!row) differences.push(`${key} is missing there`)
    for (const [field, value] of Object.entries(values)) {
      fields += 1
      const found = row ? written(row[field]) : ''
      if (row && found !== String(value)) differences.push(`${key} ${field}: "${value}" here, "${found}" there`)
    }
  }
  return { here: wanted.size, there: rows.length, fields, differences }
}

/** Days travel as instants at midnight; no day is the year 1. */
function written(value: unknown): string {
  const text = String(value ?? '')
  return text.startsWith('0001-01-01') ? '' : text.replace(/^(\d{4}-\d{2}-\d{2})T.*$/, '$1')
}
