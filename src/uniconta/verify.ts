// What Save proves before anything is stored: the user signs in, the company opens, and the rights are there.
import { AppError } from '../lib/errors.ts'
import { type Sentence, sayFrom } from '../lib/i18n/sentence.ts'
import { SyncFailure } from '../sync/failure.ts'
import { checkTexts } from './check-texts.ts'
import { isRightsCode } from './error-codes.ts'
import type { Account, Calls, Row } from './session.ts'
import type { UnicontaInput } from './settings.ts'
import { unicontaTexts } from './uniconta-texts.ts'
import { Refused } from './wire.ts'

const say = sayFrom(checkTexts)
const sayOfUniconta = sayFrom(unicontaTexts)

export type StepName = 'signIn' | 'read' | 'write' | 'save'
/** Told while it works, so that the dialog shows what is being verified. `note` says what could not be. */
export type OnStep = (step: StepName, state: 'running' | 'ok' | 'failed', note?: Sentence) => Promise<void>

/** What is written there for each switch of the dialog, and the groups without which nothing can be written. */
const transfers = [
  {
    wish: 'exportCustomers',
    entity: 'DebtorClient',
    keyField: 'Account',
    groups: 'DebtorGroupClient',
    what: 'customer',
  },
  {
    wish: 'exportProjects',
    entity: 'ProjectClient',
    keyField: 'Number',
    groups: 'ProjectGroupClient',
    what: 'project',
  },
] as const
type Transfer = (typeof transfers)[number]

/** What posting an invoice reads; each may be empty, but no category at all is a missing right or a company that cannot post. */
const readForInvoices = ['DebtorOrderClient', 'DebtorInvoiceClient'] as const

/** The number of "may not insert" in the vendor's list (docs/uniconta.md#error-codes). */
const noRightsToInsert = 46

/** The company as it was read back. @throws AppError 'invalid' with the sentence for the dialog. */
export async function verify(
  calls: Calls,
  account: Account,
  wishes: Pick<UnicontaInput, Transfer['wish'] | 'exportInvoices'>,
  onStep: OnStep,
): Promise<Row> {
  const wished = transfers.filter(({ wish }) => wishes[wish])
  const company = await inStep('signIn', onStep, async () => {
    // A session that is still open proves nothing about the password.
    calls.renew()
    return { result: await openedCompany(calls, account) }
  })
  const existing = await inStep('read', onStep, async () => {
    const rows = new Map<Transfer, Row | undefined>()
    for (const transfer of wished) rows.set(transfer, await mustMayRead(calls, account, transfer))
    if (wishes.exportInvoices) await mustMayReadInvoices(calls, account)
    return { result: rows }
  })
  await inStep('write', onStep, async () => {
    for (const [transfer, row] of existing) if (row) await mustMayInsert(calls, account, transfer, row)
    const untried = [...existing.values()].includes(undefined)
    return { result: undefined, ...(untried ? { note: say('verify.cannotTry') } : {}) }
  })
  return company
}

async function inStep<T>(
  step: StepName,
  onStep: OnStep,
  work: () => Promise<{ result: T; note?: Sentence }>,
): Promise<T> {
  await onStep(step, 'running')
  try {
    const { result, note } = await work()
    await onStep(step, 'ok', note)
    return result
  } catch (error) {
    await onStep(step, 'failed')
    throw asAnswer(error)
  }
}

/** The field of the dialog that a refusal is about: its sentence stands there. */
const fieldOf: Readonly<Record<string, string>> = {
  'uniconta.wrongPassword': 'password',
  'uniconta.notServerUser': 'userName',
  'uniconta.loginRefused': 'userName',
  'uniconta.companyNeeded': 'companyId',
  'uniconta.companyGone': 'companyId',
}

/** Trouble with the other side, as the answer to a request of a person. */
export function asAnswer(error: unknown): unknown {
  if (error instanceof SyncFailure) {
    const path = fieldOf[error.sentence.key]
    const sentence = forDialog(error)
    return new AppError('invalid', sentence, { cause: error, ...(path ? { fields: [{ path, sentence }] } : {}) })
  }
  if (error instanceof Refused) {
    const sentence = sayOfUniconta('uniconta.refused', { record: 'the request', reason: error.reason })
    return new AppError('invalid', sentence, { cause: error })
  }
  return error
}

/** "Looking whether it arrived" and "what waits goes" are for records; a person who waits at the dialog is told what to do there. */
function forDialog({ kind, sentence }: SyncFailure): Sentence {
  if (kind === 'unclear') return say('dialog.noAnswer')
  return sentence.key === 'uniconta.wrongPassword' ? { ...sentence, key: 'dialog.wrongPassword' } : sentence
}

async function openedCompany(calls: Calls, account: Account): Promise<Row> {
  const id = String(account.companyId)
  const rows = await calls.query('CompanyClient', [{ PropertyName: 'PrimaryKeyId', FilterValue: id }, { Take: 50 }])
  return rows.find((row) => String(row.PrimaryKeyId) === id) ?? { PrimaryKeyId: account.companyId }
}

/** Some record of the kind, if there is one. A missing right shows as a refusal or as an empty list of groups. */
async function mustMayRead(
  calls: Calls,
  account: Account,
  { entity, groups, what }: Transfer,
): Promise<Row | undefined> {
  const mayNot = (cause?: unknown) =>
    new AppError('invalid', say('verify.mayNotRead', { what, user: account.userName }), { cause })
  try {
    const found = await calls.query(groups, [{ Take: 1 }])
    if (found.length === 0) throw mayNot()
    const [existing] = await calls.query(entity, [{ Take: 1 }])
    return existing
  } catch (error) {
    throw error instanceof Refused ? mayNot(error) : error
  }
}

/** The right to save an order is not tried: one that exists there could be made a second time. */
async function mustMayReadInvoices(calls: Calls, account: Account): Promise<void> {
  const mayNot = (cause?: unknown) =>
    new AppError('invalid', say('verify.mayNotReadInvoices', { user: account.userName }), { cause })
  try {
    for (const entity of readForInvoices) await calls.query(entity, [{ Take: 1 }])
    const categories = await calls.query('PrCategoryClient', [{ Take: 1 }])
    if (categories.length === 0) throw mayNot()
  } catch (error) {
    throw error instanceof Refused ? mayNot(error) : error
  }
}

/**
 * Tries the right to insert without making anything: a record whose key exists already is refused either way, with the
 * code of a missing right or with another one. A label is looked for in the text that the other side gives for that code.
 */
async function mustMayInsert(calls: Calls, account: Account, transfer: Transfer, existing: Row): Promise<void> {
  const { entity, keyField, what } = transfer
  if (typeof existing[keyField] !== 'string' || existing[keyField] === '') return
  try {
    await calls.insert(entity, existing)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const text = await calls.labelOfCode(noRightsToInsert).catch((answer: unknown) => {
      if (answer instanceof Refused) return answer.reason
      throw answer
    })
    if (isRightsCode(error.code) || (error.reason !== '' && text.includes(error.reason)))
      throw new AppError('invalid', say('verify.mayNotSave', { what, user: account.userName }), { cause: error })
  }
}
