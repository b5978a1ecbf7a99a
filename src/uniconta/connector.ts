import type { Connector } from '../integrations/integration-routes.ts'
import { findIntegration } from '../integrations/integration-store.ts'
import { dayIn } from '../lib/dates.ts'
import { sayFrom } from '../lib/i18n/sentence.ts'
import type { Clock } from '../lib/ids.ts'
import type { WhyGroupStays } from '../tags/save-tag-group.ts'
import { findCallsOf, freeCallsPerDay } from './call-count-table.ts'
import { checkTexts } from './check-texts.ts'
import { UnicontaSettings, unicontaType } from './settings.ts'
import { systemName } from './uniconta.ts'
import { vendorTimeZone } from './with-connection.ts'

const say = sayFrom(checkTexts)

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
