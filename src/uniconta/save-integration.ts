// Saving the dialog: nothing is stored unless everything that was typed has been proved right.
import { sql } from 'drizzle-orm'
import { replaceClosedPeriods } from '../accounting/closed-period-store.ts'
import { recordChange } from '../audit/record-change.ts'
import { type CoupledSeries, writeNumber } from '../company/company.ts'
import { getCompany } from '../company/company-store.ts'
import { lockSeries } from '../company/take-number.ts'
import {
  findIntegration,
  insertIntegration,
  type StoredIntegration,
  updateIntegration,
} from '../integrations/integration-store.ts'
import { type Db, inTransaction, type Tx } from '../lib/database/database.ts'
import { AppError, type FieldFault } from '../lib/errors.ts'
import { type Actor, invalid } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import { type Clock, newId } from '../lib/ids.ts'
import type { SecretBox } from '../lib/secrets.ts'
import { takeLaneAway } from '../sync/lane.ts'
import { resumeLane } from '../sync/lane-trouble.ts'
import { setSchedule } from '../sync/schedule.ts'
import type { ObjectKind } from '../tags/tag.ts'
import {
  applySettings,
  findCompanyOfLinks,
  leaveDocuments,
  moveToOtherCompany,
  postsInvoices,
} from './apply-settings.ts'
import { dimensionsOf } from './check-connection.ts'
import { checkTexts } from './check-texts.ts'
import { compareSchedule } from './compare.ts'
import { type Connection, Facts, secretPlace, toConnection } from './connection.ts'
import { scheduleImport } from './import-expenses.ts'
import { schedulePayments } from './import-payments.ts'
import { importTexts } from './import-texts.ts'
import { readAccountFilter } from './ledger-facts.ts'
import { noteFailureInLog, noteInLog } from './note-in-log.ts'
import type { Account, Row } from './session.ts'
import { type UnicontaInput, type UnicontaIntegration, UnicontaSettings, unicontaType } from './settings.ts'
import type { Uniconta } from './uniconta.ts'
import { type OnStep, verify } from './verify.ts'
import { counted } from './with-connection.ts'

const say = sayFrom(checkTexts)
const sayOfImport = sayFrom(importTexts)

export type SaveTools = Pick<Uniconta, 'box' | 'keeper' | 'onLogged'> & { db: Db; now: Clock }

/** `knownVersion` is undefined for a new integration. @throws AppError with the sentence for the dialog. */
export async function saveIntegration(
  tools: SaveTools,
  actor: Actor,
  input: UnicontaInput,
  knownVersion: number | undefined,
  onStep: OnStep,
): Promise<UnicontaIntegration> {
  const { db, box, now } = tools
  const stored = await findIntegration(db, unicontaType)
  if (stored && knownVersion === undefined) throw new AppError('conflict', say('dialog.oneOnly'))
  if (!stored && knownVersion !== undefined) throw new AppError('not-found', say('dialog.noIntegration'))
  if (stored && stored.version !== knownVersion) throw changedMeanwhile(stored, box, input)
  const before = stored && toConnection(stored, box)
  const account = accountOf(input, before)
  await mustBeComplete(db, input, account)
  const linkedWith = before ? before.settings.companyId : await findCompanyOfLinks(db)
  const isOtherCompany = linkedWith !== undefined && linkedWith !== input.companyId
  if (isOtherCompany) mustBeConfirmed(input, await countSent(db))

  const company = await prove(tools, account, input, onStep)
  await onStep('save', 'running')

  const id = stored?.id ?? newId(now())
  const companyName = typeof company.CompanyName === 'string' ? company.CompanyName : String(input.companyId)
  const settings = UnicontaSettings.parse({ ...input, companyName, hasApiKey: account.apiKey !== null })
  const learned = before?.settings.companyId === input.companyId ? before.facts : {}
  const isSameUser = before?.account.userName === account.userName
  const row: StoredIntegration = {
    id,
    type: unicontaType,
    settings,
    secrets: box.seal(JSON.stringify({ password: account.password, apiKey: account.apiKey }), secretPlace(id)),
    facts: { ...learned, ...(isSameUser ? {} : { language: null }), dimensions: dimensionsOf(company) },
    version: (knownVersion ?? 0) + 1,
    createdAt: stored?.createdAt ?? now(),
    updatedAt: now(),
  }
  const sent = await inTransaction(db, async (tx) => {
    // From here on no push stores what it did in the old company; what others stored while the new one was tried is seen.
    if (isOtherCompany) await takeLaneAway(tx, unicontaType, now())
    const sent = await countSent(tx)
    if (isOtherCompany) mustBeConfirmed(input, sent)
    row.facts = await coveredFacts(tx, settings, row.facts)
    if (knownVersion === undefined) {
      if (!(await insertIntegration(tx, row))) throw new AppError('conflict', say('dialog.oneOnly'))
    } else if (!(await updateIntegration(tx, row, knownVersion)))
      throw changedMeanwhile(await findIntegration(tx, unicontaType), box, input)
    await applySettings(tx, { before: before?.settings, settings, now: now() })
    if (before?.settings.companyId !== input.companyId) await replaceClosedPeriods(tx, [], now())
    // The sign-in was proved just now: what waited for a right password waits no longer.
    await resumeLane(tx, unicontaType)
    if (isOtherCompany) await leaveDocuments(tx, now())
    if (isOtherCompany && sent > 0) await moveToOtherCompany(tx, settings, now())
    const { timeZone } = await getCompany(tx)
    await setSchedule(tx, { ...compareSchedule, timeZone }, now())
    await scheduleImport(tx, settings, timeZone, now())
    await schedulePayments(tx, now())
    const changedSecrets = { password: before && input.password ? 'changed' : undefined }
    await recordChange(
      tx,
      actor,
      {
        kind: 'integration',
        subject: id,
        before: before ? { ...before.settings } : null,
        after: { ...settings, ...changedSecrets },
      },
      now(),
    )
    await noteInLog(tx, tools, { level: 'info', subject: id, sentence: say('dialog.saved', { company: companyName }) })
    return sent
  })
  await onStep('save', 'ok')
  return { ...settings, id, version: row.version, sentRecords: isOtherCompany ? 0 : sent }
}

/** Whoever finalizes waits for the series until this is stored: its number is either before the first one covered, or sent. */
async function coveredFacts(tx: Tx, settings: UnicontaSettings, facts: StoredIntegration['facts']) {
  if (!postsInvoices(settings)) return facts
  const { coversFrom, creditNotesFrom } = Facts.parse(facts)
  return {
    ...facts,
    creditNotesFrom: creditNotesFrom ?? (await fromNext(tx, 'credit-note')),
    coversFrom: coversFrom ?? (await fromNext(tx, 'invoice')),
  }
}

/** Series are held in the order of their names. */
async function fromNext(tx: Tx, kind: CoupledSeries): Promise<NonNullable<Facts['coversFrom']>> {
  const series = await lockSeries(tx, kind)
  return { serial: series.next, number: writeNumber(series) }
}

/** UC-64: all links belong to the company that is left. */
function mustBeConfirmed(input: UnicontaInput, sent: number): void {
  if (sent > 0 && !input.confirmCompanyChange)
    throw invalid([{ path: 'companyId', sentence: say('dialog.confirmCompany', { count: sent }) }])
}

/** A refusal stands in the log too: an integration that could not be mended is news for more than one person. */
async function prove(tools: SaveTools, account: Account, input: UnicontaInput, onStep: OnStep): Promise<Row> {
  const { db, keeper } = tools
  try {
    const calls = keeper.callsFor(account, [], async () => {})
    return await counted(tools, account.userName, () => verify(calls, account, input, onStep))
  } catch (error) {
    await noteFailureInLog(db, tools, error)
    throw error
  }
}

/** An empty password keeps the stored one, and so does an API key that is not mentioned. */
export function accountOf(
  input: {
    userName: string
    password: string
    apiKey?: string | null | undefined
    companyId?: number | null | undefined
  },
  before: Connection | undefined,
): Account {
  return {
    userName: input.userName,
    password: input.password || (before?.account.password ?? ''),
    apiKey: input.apiKey === undefined ? (before?.account.apiKey ?? null) : input.apiKey || null,
    companyId: input.companyId ?? null,
  }
}

async function mustBeComplete(db: Db, input: UnicontaInput, account: Account): Promise<void> {
  const faults: FieldFault[] = []
  if (!account.password) faults.push({ path: 'password', sentence: say('dialog.passwordMissing') })
  if (input.exportCustomers)
    faults.push(...(await tagGroupFaults(db, 'customerGroupTagGroupId', input.customerGroupTagGroupId, 'customer')))
  if (input.exportProjects && input.departmentDimension && input.projectDepartment === 'project-tag-group')
    faults.push(
      ...(await tagGroupFaults(db, 'projectDepartmentTagGroupId', input.projectDepartmentTagGroupId, 'project')),
    )
  if (input.exportInvoices) faults.push(...(await invoiceFaults(db, input)))
  if (input.importExpenses) faults.push(...expenseFaults(input))
  const { rows } = await db.execute<{ id: string }>(sql`select id from app_user where active`)
  const users = new Set(rows.map((row) => row.id))
  input.notifyUserIds.forEach((id, index) => {
    if (!users.has(id)) faults.push({ path: `notifyUserIds.${index}`, sentence: say('dialog.unknownUser') })
  })
  if (faults.length > 0) throw invalid(faults)
}

async function invoiceFaults(db: Db, input: UnicontaInput): Promise<FieldFault[]> {
  const faults = await tagGroupFaults(db, 'projectCategoryTagGroupId', input.projectCategoryTagGroupId, 'project')
  if (!input.departmentDimension) return faults
  const { invoiceDepartmentInvoiceTagGroupId: ofInvoice, invoiceDepartmentProjectTagGroupId: ofProject } = input
  if (input.invoiceDepartment === 'invoice-tag-group')
    faults.push(...(await tagGroupFaults(db, 'invoiceDepartmentInvoiceTagGroupId', ofInvoice, 'invoice')))
  if (input.invoiceDepartment === 'project-tag-group')
    faults.push(...(await tagGroupFaults(db, 'invoiceDepartmentProjectTagGroupId', ofProject, 'project')))
  return faults
}

/** UC-69: all of them are asked for while the import is on, the account filter alone may be blank. */
function expenseFaults(input: UnicontaInput): FieldFault[] {
  const faults: FieldFault[] = []
  if (!input.expenseActivity) faults.push({ path: 'expenseActivity', sentence: sayOfImport('import.activityMissing') })
  if (input.expensesBillable === null)
    faults.push({ path: 'expensesBillable', sentence: sayOfImport('import.billableMissing') })
  if (!input.expensesFrom) faults.push({ path: 'expensesFrom', sentence: sayOfImport('import.fromMissing') })
  if (!input.expenseSeries) faults.push({ path: 'expenseSeries', sentence: sayOfImport('import.seriesMissing') })
  if (!readAccountFilter(input.expenseAccounts))
    faults.push({ path: 'expenseAccounts', sentence: sayOfImport('import.accountsWrong') })
  return faults
}

async function tagGroupFaults(db: Db, path: string, id: string | null, kind: ObjectKind): Promise<FieldFault[]> {
  if (!id) return [{ path, sentence: say('dialog.tagGroupMissing') }]
  const { rows } = await db.execute(sql`select 1 from tag_group where id = ${id}::uuid and object_kind = ${kind}`)
  return rows.length > 0 ? [] : [{ path, sentence: say('dialog.tagGroupGone') }]
}

export async function countSent(db: Db | Tx): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from sync_link where system = ${unicontaType}`,
  )
  return rows[0]?.count ?? 0
}

function changedMeanwhile(current: StoredIntegration | undefined, box: SecretBox, input: UnicontaInput): AppError {
  const { password: _password, apiKey: _apiKey, ...yours } = input
  const versions = {
    yours,
    current: current ? { ...toConnection(current, box).settings, version: current.version } : null,
  }
  return new AppError('conflict', { key: 'record.changedMeanwhile', values: { what: 'integration' } }, { versions })
}
