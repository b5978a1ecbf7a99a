import type { Connector } from '../integrations/integration-routes.ts'
import { findIntegration } from '../integrations/integration-store.ts'
import type { Db } from '../lib/database/database.ts'
import { dayIn } from '../lib/dates.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import type { Clock } from '../lib/ids.ts'
import type { WhyGroupStays } from '../tags/save-tag-group.ts'
import { findCallsOf, freeCallsPerDay } from './call-count-table.ts'
import { checkTexts } from './check-texts.ts'
import { paymentImportTexts } from './payment-import-texts.ts'
import { PaymentSettings, paymentsType } from './payment-settings.ts'
import { UnicontaSettings, unicontaType } from './settings.ts'
import { systemName } from './uniconta.ts'
import { vendorTimeZone } from './with-connection.ts'

const say = sayFrom(checkTexts)
const sayOfPayments = sayFrom(paymentImportTexts)

/** A tag group that the dialog names stays, also while a switch hides it. */
export const whyUnicontaNeedsGroup: WhyGroupStays = async (tx, groupId) => {
  const stored = await findIntegration(tx, unicontaType)
  if (!stored) return undefined
  const settings = UnicontaSettings.parse(stored.settings)
  const named = [
    settings.customerGroupTagGroupId,
    settings.projectDepartmentTagGroupId,
    settings.projectCategoryTagGroupId,
    settings.invoiceDepartmentInvoiceTagGroupId,
    settings.invoiceDepartmentProjectTagGroupId,
  ]
  return named.includes(groupId) ? say('dialog.groupInUse') : undefined
}

/** How the connector stands in the lists of integrations. */
export function unicontaConnector(now: Clock): Connector {
  return {
    type: unicontaType,
    name: systemName,
    description: say('dialog.typeDescription'),
    keywords: ['erp', 'accounting', 'regnskab', 'regnskap', 'bogføring', 'denmark'],
    lane: unicontaType,
    async describe(db, stored) {
      const { companyName, companyId, enabled, userName } = UnicontaSettings.parse(stored.settings)
      const callsToday = await findCallsOf(db, userName, dayIn(vendorTimeZone, now()))
      return { account: `${companyName} (${companyId})`, enabled, callsToday, callsFree: freeCallsPerDay }
    },
  }
}

/** An entry of its own with the credentials of the other (UP-02, UP-03). */
export function unicontaPaymentsConnector(now: Clock): Connector {
  const main = unicontaConnector(now)
  const findMain = async (db: Db) => {
    const stored = await findIntegration(db, unicontaType)
    return stored && main.describe(db, stored)
  }
  return {
    type: paymentsType,
    name: `${systemName} Payments`,
    description: sayOfPayments('payments.typeDescription'),
    keywords: ['payments', 'paid', 'betalinger', 'indbetaling', 'innbetaling', 'debitor'],
    lane: unicontaType,
    isOffered: async (db) => (await findMain(db))?.enabled === true,
    async describe(db, stored) {
      const { enabled } = PaymentSettings.parse(stored.settings)
      const found = await findMain(db)
      return found
        ? { ...found, enabled: enabled && found.enabled }
        : { account: '–', enabled: false, callsToday: 0, callsFree: freeCallsPerDay }
    },
  }
}
