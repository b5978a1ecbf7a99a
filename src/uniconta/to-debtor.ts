import { sayFrom } from '../lib/i18n/sentence.ts'
import { SyncFailure } from '../sync/failure.ts'
import type { Connection } from './connection.ts'
import { countryNumber } from './countries.ts'
import type { Fields } from './fields.ts'
import type { Wanted } from './push-record.ts'
import type { CustomerRecord, TagOfRecord } from './records.ts'
import { standsThere } from './stands-there.ts'
import { unicontaTexts } from './uniconta-texts.ts'

const say = sayFrom(unicontaTexts)

/** UC-12: the fields of the page, each with its place on the wire (docs/uniconta.md#debtor). */
export function toDebtorFields(customer: CustomerRecord, group: string, connection: Pick<Connection, 'facts'>): Fields {
  const country = countryNumber(customer.countryCode, connection.facts.countries)
  return {
    Name: customer.name,
    Group: group,
    Address1: customer.street1 ?? '',
    Address2: customer.street2 ?? '',
    Address3: customer.street3 ?? '',
    ZipCode: customer.postalCode ?? '',
    City: customer.city ?? '',
    ...(country === undefined ? {} : { Country: country }),
    // Blanks are refused there.
    CompanyRegNo: (customer.registrationNumber ?? '').replace(/\s/g, ''),
    Currency: customer.currency,
    ContactEmail: customer.email ?? '',
    InvoiceEmail: customer.invoiceEmail ?? '',
    Phone: customer.phone ?? '',
    Www: customer.website ?? '',
    ...(connection.facts.faxField ? { [connection.facts.faxField]: customer.fax ?? '' } : {}),
  }
}

/** The code of the one tag of a group. @throws SyncFailure 'rejected' that says what to choose. */
export function codeOfOneTag(
  tags: readonly TagOfRecord[],
  groupId: string,
  groupName: string,
  missing: () => SyncFailure,
): string {
  const chosen = tags.filter((tag) => tag.groupId === groupId)
  const [tag] = chosen
  if (!tag) throw missing()
  if (chosen.length > 1)
    throw new SyncFailure(
      'rejected',
      say('uniconta.manyGroupTags', { group: groupName, tags: chosen.map((t) => t.name).join(', ') }),
    )
  if (!tag.code) throw new SyncFailure('rejected', say('uniconta.tagWithoutCode', { tag: tag.name, group: groupName }))
  return tag.code
}

export const debtorEntity = (connection: Pick<Connection, 'facts'>) =>
  connection.facts.faxField ? 'DebtorClientUser' : 'DebtorClient'

export function toWantedDebtor(customer: CustomerRecord, connection: Connection, groupName: string): Wanted {
  const groupId = connection.settings.customerGroupTagGroupId ?? ''
  const group = codeOfOneTag(
    customer.tags,
    groupId,
    groupName,
    () => new SyncFailure('rejected', say('uniconta.noGroupTag', { group: groupName })),
  )
  const fields = toDebtorFields(customer, group, connection)
  const registration = String(fields.CompanyRegNo)
  return {
    kind: 'customer',
    subject: customer.id,
    entity: debtorEntity(connection),
    keyField: 'Account',
    number: customer.number,
    fields,
    alsoKnownBy: registration ? { field: 'CompanyRegNo', value: registration } : null,
    called: (key) => `debtor ${key}`,
    done: (account) =>
      fields.Country === undefined
        ? say('uniconta.countryUnknown', { account, country: customer.countryCode })
        : say('uniconta.customerIn', { account }),
    diagnose: async (calls) =>
      (await standsThere(calls, 'DebtorGroupClient', 'Group', group)) === 'no'
        ? say('uniconta.groupMissing', { code: group })
        : undefined,
  }
}
