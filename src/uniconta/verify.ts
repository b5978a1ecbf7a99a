// What Save proves before anything is stored: the user signs in, the company opens, and the rights are there.
import { AppError } from '../lib/errors.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
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
/** Told while it works, so that the dialog shows what is being verified. */
export type OnStep = (step: StepName, state: 'running' | 'ok' | 'failed') => Promise<void>

/** The number of "may not insert" in the vendor's list (docs/uniconta.md#error-codes). */
const noRightsToInsert = 46

/** The company as it was read back. @throws AppError 'invalid' with the sentence for the dialog. */
export async function verify(
  calls: Calls,
  account: Account,
  wishes: Pick<UnicontaInput, 'exportCustomers' | 'exportProjects'>,
  onStep: OnStep,
): Promise<Row> {
  const company = await inStep('signIn', onStep, () => openedCompany(calls, account))
  await inStep('read', onStep, async () => {
    if (wishes.exportCustomers) await calls.query('DebtorGroupClient', [{ Take: 1 }])
    if (wishes.exportProjects) await calls.query('ProjectGroupClient', [{ Take: 1 }])
  })
  await inStep('write', onStep, async () => {
    if (wishes.exportCustomers) await mustMayInsert(calls, account, 'DebtorClient', 'Account', 'customers')
    if (wishes.exportProjects) await mustMayInsert(calls, account, 'ProjectClient', 'Number', 'projects')
  })
  return company
}

async function inStep<T>(step: StepName, onStep: OnStep, work: () => Promise<T>): Promise<T> {
  await onStep(step, 'running')
  try {
    const result = await work()
    await onStep(step, 'ok')
    return result
  } catch (error) {
    await onStep(step, 'failed')
    throw asAnswer(error)
  }
}

/** Trouble with the other side, as the answer to a request of a person. */
export function asAnswer(error: unknown): unknown {
  if (error instanceof SyncFailure) return new AppError('invalid', error.sentence, { cause: error })
  if (error instanceof Refused) {
    const sentence = sayOfUniconta('uniconta.refused', { record: 'the request', reason: error.reason })
    return new AppError('invalid', sentence, { cause: error })
  }
  return error
}

async function openedCompany(calls: Calls, account: Account): Promise<Row> {
  const id = String(account.companyId)
  const rows = await calls.query('CompanyClient', [{ PropertyName: 'PrimaryKeyId', FilterValue: id }, { Take: 50 }])
  return rows.find((row) => String(row.PrimaryKeyId) === id) ?? { PrimaryKeyId: account.companyId }
}

/**
 * Tries the right to insert without making anything: a record whose key exists already is refused either way, with the
 * code of a missing right or with another one. Labels are compared with the label the other side gives for that code.
 */
async function mustMayInsert(
  calls: Calls,
  account: Account,
  entity: string,
  keyField: string,
  what: string,
): Promise<void> {
  const [existing] = await calls.query(entity, [{ Take: 1 }])
  const key = existing?.[keyField]
  if (typeof key !== 'string' || key === '') return
  try {
    await calls.insert(entity, { ...existing, [keyField]: key })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const label = await calls
      .labelOfCode(noRightsToInsert)
      .catch((answer: unknown) => (answer instanceof Refused ? answer.reason : ''))
    if (isRightsCode(error.code) || (label !== '' && error.reason === label))
      throw new AppError('invalid', say('verify.mayNotSave', { what, user: account.userName }), { cause: error })
  }
}
