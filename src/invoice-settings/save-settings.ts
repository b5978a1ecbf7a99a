// Settings of the company, a customer or a project. A customer's payment days and a project's references stand in those records:
// they are shown and changed here as if they stood with the rest.
import { findAccounts } from '../accounting/account-store.ts'
import { recordChange } from '../audit/record-change.ts'
import { findContact } from '../contacts/contact-store.ts'
import { type CustomerRecord, findCustomer, lockCustomer } from '../customers/customer-store.ts'
import { changePaymentDays } from '../customers/save-customer.ts'
import { type Db, inTransaction, type Tx } from '../lib/database/database.ts'
import { AppError, type FieldFault } from '../lib/errors.ts'
import { type Actor, invalid } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { mustBeCurrent, notFound } from '../lib/stale.ts'
import { findProject, lockProject, type ProjectRecord } from '../projects/project-store.ts'
import { changeReferences } from '../projects/save-project.ts'
import {
  accountFields,
  type CompanySettingChange,
  type InvoiceSettings,
  type ResolvedSettings,
  type SettingChange,
  type SettingLevel,
  type SettingValues,
} from './invoice-setting.ts'
import { resolveSettings } from './resolve-settings.ts'
import { company, findSettings, lockSettings, type StoredSettings, storeSettings } from './setting-store.ts'
import { settingTexts } from './setting-texts.ts'

const say = sayFrom(settingTexts)

export async function showCompanySettings(db: Db): Promise<InvoiceSettings> {
  const { version, values } = await findSettings(db, company.level, company.subjectId)
  return { level: 'company', version, own: values, inherited: {}, isDomestic: null }
}

/** @throws not-found */
export async function showCustomerSettings(db: Db, customerId: string): Promise<InvoiceSettings> {
  const row = await findCustomer(db, customerId)
  if (!row) throw notFound('customer', customerId)
  const { version, values } = ofCustomer(row, await findSettings(db, 'customer', customerId))
  // What the customer says itself must not be what it inherits.
  const { resolved, isDomestic } = await resolveSettings(db, { customerId, without: 'customer' })
  return { level: 'customer', version, own: values, inherited: inheritedOf(resolved), isDomestic }
}

/** @throws not-found */
export async function showProjectSettings(db: Db, projectId: string): Promise<InvoiceSettings> {
  const row = await findProject(db, projectId)
  if (!row) throw notFound('project', projectId)
  const { version, values } = ofProject(row, await findSettings(db, 'project', projectId))
  const { resolved, isDomestic } = await resolveSettings(db, { customerId: row.customerId })
  return { level: 'project', version, own: values, inherited: inheritedOf(resolved), isDomestic }
}

export async function changeCompanySettings(
  db: Db,
  actor: Actor,
  change: CompanySettingChange,
  now: Date,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const stored = await lockSettings(tx, company.level, company.subjectId)
    const { version: _, ...input } = change
    mustBeCurrent('company’s invoice settings', change, { ...stored.values, version: stored.version })
    const after = { ...stored.values, ...input }
    const faults = await accountFaults(tx, after, stored.values)
    if (faults.length > 0) throw invalid(faults)
    await storeSettings(tx, company, { version: stored.version + 1, values: after }, now)
    await recordSettings(tx, actor, 'company', { before: stored.values, after }, now)
  })
}

export type SettingSave = {
  actor: Actor
  id: string
  change: SettingChange
  /** Whether the actor may choose accounts, too. */
  mayChooseAccounts: boolean
  now: Date
}

export async function changeCustomerSettings(db: Db, save: SettingSave): Promise<void> {
  const { actor, id, change, now } = save
  await inTransaction(db, async (tx) => {
    const row = await lockCustomer(tx, id)
    if (!row) throw notFound('customer', id)
    const stored = await lockSettings(tx, 'customer', id)
    await mustBeAllowed(tx, save, ofCustomer(row, stored), id)
    const { version: _, paymentDays, ...input } = change
    if (paymentDays !== row.paymentDays) await changePaymentDays(tx, { actor, id, paymentDays, now })
    await storeRest(tx, save, { level: 'customer', subjectId: id }, stored, { ...input, ...ofCustomerElsewhere })
  })
}

export async function changeProjectSettings(db: Db, save: SettingSave): Promise<void> {
  const { actor, id, change, now } = save
  await inTransaction(db, async (tx) => {
    const row = await lockProject(tx, id)
    if (!row) throw notFound('project', id)
    const stored = await lockSettings(tx, 'project', id)
    await mustBeAllowed(tx, save, ofProject(row, stored), row.customerId)
    const { version: _, ...input } = change
    const { yourReference: customerReference, orderReference, contractReference } = input
    const references = { customerReference, orderReference, contractReference }
    if (!isSame(references, row)) await changeReferences(tx, { actor, id, references, now })
    await storeRest(tx, save, { level: 'project', subjectId: id }, stored, { ...input, ...ofProjectElsewhere })
  })
}

/** What the records themselves keep is not stored a second time. */
const ofCustomerElsewhere = { paymentDays: null }
const ofProjectElsewhere = { yourReference: null, orderReference: null, contractReference: null }

function ofCustomer(row: CustomerRecord, stored: StoredSettings): StoredSettings {
  return { version: row.version + stored.version, values: { ...stored.values, paymentDays: row.paymentDays } }
}

function ofProject(row: ProjectRecord, stored: StoredSettings): StoredSettings {
  const { customerReference: yourReference, orderReference, contractReference } = row
  return {
    version: row.version + stored.version,
    values: { ...stored.values, yourReference, orderReference, contractReference },
  }
}

async function mustBeAllowed(tx: Tx, save: SettingSave, before: StoredSettings, customerId: string): Promise<void> {
  const { change } = save
  mustBeCurrent('record’s invoice settings', change, { ...before.values, version: before.version })
  if (!save.mayChooseAccounts && accountFields.some((field) => change[field] !== before.values[field]))
    throw new AppError('forbidden', say('invoiceSettings.mayNotChooseAccounts'))
  const faults = [
    ...(await accountFaults(tx, change, before.values)),
    ...(await contactFaults(tx, change.contactId, before.values.contactId, customerId)),
  ]
  if (faults.length > 0) throw invalid(faults)
}

async function storeRest(
  tx: Tx,
  { actor, now }: SettingSave,
  key: { level: SettingLevel; subjectId: string },
  stored: StoredSettings,
  after: SettingValues,
): Promise<void> {
  if (isSame(after, stored.values)) return
  await storeSettings(tx, key, { version: stored.version + 1, values: after }, now)
  await recordSettings(tx, actor, key.subjectId, { before: stored.values, after }, now)
}

/** With names for ids: what people know. */
export async function recordSettings(
  tx: Tx,
  actor: Actor,
  subject: string,
  { before, after }: { before: SettingValues; after: SettingValues },
  now: Date,
): Promise<void> {
  const views = { before: await view(tx, before), after: await view(tx, after) }
  await recordChange(tx, actor, { kind: 'invoice-settings', subject, ...views }, now)
}

async function view(tx: Tx, values: SettingValues): Promise<Record<string, unknown>> {
  const accounts = await findAccounts(
    tx,
    accountFields.flatMap((field) => values[field] ?? []),
  )
  const named = accountFields.map((field) => {
    const account = accounts.get(values[field] ?? '')
    return [field, account ? `${account.number} ${account.name}` : null]
  })
  const contact = values.contactId === null ? undefined : await findContact(tx, values.contactId)
  return { ...values, ...Object.fromEntries(named), contactId: contact?.name ?? null }
}

/** What was chosen before stays allowed. */
async function accountFaults(tx: Tx, values: SettingValues, before: SettingValues): Promise<FieldFault[]> {
  const changed = accountFields.filter((field) => values[field] !== null && values[field] !== before[field])
  const accounts = await findAccounts(
    tx,
    changed.map((field) => values[field] as string),
  )
  return changed.flatMap((path) => {
    const account = accounts.get(values[path] as string)
    if (!account) return [{ path, sentence: say('invoiceSettings.accountUnknown') }]
    const { number, name, active } = account
    return active ? [] : [{ path, sentence: say('invoiceSettings.accountGone', { number, name }) }]
  })
}

async function contactFaults(
  tx: Tx,
  contactId: string | null,
  before: string | null,
  customerId: string,
): Promise<FieldFault[]> {
  if (contactId === null || contactId === before) return []
  const path = 'contactId'
  const contact = await findContact(tx, contactId)
  if (!contact) return [{ path, sentence: say('invoiceSettings.contactUnknown') }]
  if (contact.customerId === customerId) return []
  const customer = (await findCustomer(tx, customerId))?.name ?? ''
  return [{ path, sentence: say('invoiceSettings.contactOfOther', { name: contact.name, customer }) }]
}

/** Of the fields that `a` has. */
function isSame<V extends object>(a: V, b: V): boolean {
  return (Object.keys(a) as (keyof V)[]).every((field) => a[field] === b[field])
}

/** Nothing of a draft is among them. */
function inheritedOf(resolved: ResolvedSettings): InvoiceSettings['inherited'] {
  return resolved as InvoiceSettings['inherited']
}
