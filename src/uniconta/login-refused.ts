// Why a sign-in was refused, as a sentence that says who can mend it.
import { sayFrom } from '../lib/i18n/sentence.ts'
import { SyncFailure } from '../sync/failure.ts'
import type { Account } from './session.ts'
import { unicontaTexts } from './uniconta-texts.ts'
import { Refused, type TokenRefused } from './wire.ts'

const say = sayFrom(unicontaTexts)

export function loginRefused(account: Account, cause: Refused | TokenRefused): SyncFailure {
  const code = cause instanceof Refused ? (cause.code ?? cause.reason) : ''
  const user = account.userName
  if (code === '' || code === 'UserOrPasswordIsWrong')
    return new SyncFailure('signed-out', say('uniconta.wrongPassword', { user }), { cause })
  const wantsCompany = code === 'NoCompanyId' || (code === 'UnknownAppIdent' && !account.apiKey)
  if (account.companyId === null && wantsCompany)
    return new SyncFailure('signed-out', say('uniconta.companyNeeded'), { cause })
  if (code === 'NoCompanyId' || code === 'CompanyIsDeactivated')
    return new SyncFailure('signed-out', say('uniconta.companyGone', { company: String(account.companyId ?? '') }), {
      cause,
    })
  if (
    code === 'NoRightsToRunApp' ||
    code === 'AppIdentBlocked' ||
    code === 'UnknownAppIdent' ||
    code === 'NoSubscription'
  )
    return new SyncFailure('signed-out', say('uniconta.notServerUser', { user, code }), { cause })
  return new SyncFailure('signed-out', say('uniconta.loginRefused', { user, code }), { cause })
}
