import { countAccounts } from '../accounting/account-store.ts'
import { lockInvoicing } from '../accounting/invoicing-store.ts'
import { insertPaymentTerm, listPaymentTerms } from '../accounting/payment-term-store.ts'
import { insertAccount } from '../accounting/save-account.ts'
import { insertVatCode } from '../accounting/save-vat-code.ts'
import { countVatCodes } from '../accounting/vat-code-store.ts'
import { type Db, inTransaction } from '../lib/database/database.ts'
import { AppError } from '../lib/errors.ts'
import type { Actor } from '../lib/http.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import type { AccountField, SettingValues } from './invoice-setting.ts'
import { recordSettings } from './save-settings.ts'
import { company, lockSettings, storeSettings } from './setting-store.ts'
import { settingTexts } from './setting-texts.ts'
import { type StandardCountry, standardSets } from './standard-set.ts'

const say = sayFrom(settingTexts)

export type StandardSetMade = { accounts: number; vatCodes: number; paymentTerms: number }

/**
 * Makes the accounts, VAT codes and payment terms of a country, and names the accounts in the company's settings. Terms that are
 * there already stay.
 * @throws conflict when there is an account or a VAT code: what somebody has set up is not mixed with this.
 */
export async function startWithStandardSet(
  db: Db,
  actor: Actor,
  country: StandardCountry,
  now: Date,
): Promise<StandardSetMade> {
  return inTransaction(db, async (tx) => {
    // Held, so that two who press the button at the same time do not both make a set.
    await lockInvoicing(tx)
    if ((await countAccounts(tx)) + (await countVatCodes(tx)) > 0)
      throw new AppError('conflict', say('standardSet.notEmpty'))
    const set = standardSets[country]
    const vatIds = new Map<string, string>()
    for (const { percent, since, ...code } of set.vatCodes) {
      const rates = [{ validFrom: since, percent }]
      vatIds.set(code.code, await insertVatCode(tx, actor, { ...code, active: true, rates }, now))
    }
    const chosen: Partial<Record<AccountField, string>> = {}
    for (const { vat, for: fields, ...account } of set.accounts) {
      const vatCodeId = vatIds.get(vat) ?? null
      const id = await insertAccount(tx, actor, { ...account, vatCodeId, active: true }, now)
      for (const field of fields) chosen[field] = id
    }
    const known = new Set((await listPaymentTerms(tx)).map(({ days }) => days))
    const terms = set.terms.filter(({ days }) => !known.has(days))
    for (const term of terms) await insertPaymentTerm(tx, actor, { ...term, active: true }, now)
    const stored = await lockSettings(tx, company.level, company.subjectId)
    const { paymentDays, language } = set
    const after: SettingValues = { ...stored.values, ...chosen, paymentDays, language }
    await storeSettings(tx, company, { version: stored.version + 1, values: after }, now)
    await recordSettings(tx, actor, 'company', { before: stored.values, after }, now)
    return { accounts: set.accounts.length, vatCodes: set.vatCodes.length, paymentTerms: terms.length }
  })
}
