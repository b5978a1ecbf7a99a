// What the connector says. `system` is always Uniconta here; screens elsewhere get these as finished sentences.
export const unicontaTexts = {
  'uniconta.unreachable': (v: { host: string }) => `Uniconta could not be reached at ${v.host}.`,
  'uniconta.noAnswer': (v: { seconds: number }) => `Uniconta did not answer within ${v.seconds} seconds.`,
  'uniconta.serverTrouble': (v: { status: number | string }) =>
    `Uniconta answered with an error of its own (${v.status}).`,
  'uniconta.busy': () => 'Uniconta asks for fewer calls for a while.',
  'uniconta.notData': (v: { what: string }) => `Uniconta answered with ${v.what} instead of data.`,
  'uniconta.brokenAnswer': () => 'The answer of Uniconta broke off in the middle.',
  'uniconta.wrongPassword': (v: { user: string }) =>
    `Uniconta refused the name or password of user ${v.user}. Nothing was lost: what waits goes when the password is right under Setup > Settings > Integrations.`,
  'uniconta.passwordLost': (v: { user: string }) =>
    `The stored password cannot be opened: the secret key of this instance is another one. Nothing was lost: write the password of ${v.user} again under Setup > Settings > Integrations.`,
  'uniconta.notServerUser': (v: { user: string; code: string }) =>
    `Uniconta refused user ${v.user} (${v.code}). The user must be a server user: create one under Company > Maintenance > Users, or ask your Uniconta partner.`,
  'uniconta.loginRefused': (v: { user: string; code: string }) =>
    `Uniconta refused to sign in user ${v.user} and says ${v.code}. The user must be a server user that is not blocked and may open this company.`,
  'uniconta.companyGone': (v: { company: string }) =>
    `User and password are right, but company ${v.company} cannot be opened. It was removed or the user lost access; fetch the companies and choose again.`,
  'uniconta.companyNeeded': () =>
    'Uniconta lets this user in only together with a company. Write the company id in the field Company (it stands in Uniconta under Company > Company information), then fetch again.',
  'uniconta.wrongCompany': (v: { asked: string; got: string }) =>
    `Uniconta opened company ${v.got} when ${v.asked} was asked for. Nothing was sent.`,
  'uniconta.sessionTaken': (v: { user: string }) =>
    `Uniconta ended the session early: somebody else signs in as ${v.user}. Give Akkord a user of its own.`,
  'uniconta.sessionFought': (v: { user: string }) =>
    `Uniconta ended the session three times within an hour: another program signs in as ${v.user}. Sending is paused. Give Akkord a user of its own, then let it go on under Setup > Settings > Integrations.`,
  'uniconta.uncertain': () => 'Sent, but no answer came. Looking whether it arrived.',
  'uniconta.refused': (v: { record: string; reason: string }) => `Uniconta refused ${v.record}: ${v.reason}`,
  'uniconta.noRight': (v: { record: string; reason: string }) =>
    `The Uniconta user may not save ${v.record}: ${v.reason}. Give the user the right under Company > Maintenance > User rights, then send again.`,
  'uniconta.off': () => 'Not sent: the integration is switched off.',
  'uniconta.otherCompany': () =>
    'Not in this company yet: the integration was moved to another company. The run over existing records sends it.',
  'uniconta.otherSeries': () =>
    'Not sent: it was finalized while another company was connected, and its number belongs to the series there.',
  'uniconta.offCustomers': () => 'Not sent: export of customers is off.',
  'uniconta.offProjects': () => 'Not sent: export of projects is off.',
  'uniconta.offInvoices': () => 'Not sent: export of invoices is off.',
  'uniconta.participant': () => 'Not sent: takes part in projects only and is never invoiced.',
  'uniconta.deleted': () => 'Deleted here. The record in Uniconta stays.',
  'uniconta.customerIn': (v: { account: string }) => `In Uniconta as debtor ${v.account}.`,
  'uniconta.projectIn': (v: { number: string }) => `In Uniconta as project ${v.number}.`,
  'uniconta.closedLater': (v: { number: string }) =>
    `In Uniconta as project ${v.number}, still open. It is closed there when its invoices are posted.`,
  'uniconta.unchanged': (v: { key: string }) => `In Uniconta as ${v.key}. Nothing there had to change.`,
  'uniconta.countryUnknown': (v: { account: string; country: string }) =>
    `In Uniconta as debtor ${v.account}. The country ${v.country} stays here: set it once on a debtor in Uniconta, and Check set-up learns its number.`,
  'uniconta.phaseUnknown': (v: { number: string; phase: string }) =>
    `In Uniconta as project ${v.number}. Its phase was left alone: how ${v.phase} is called in the language of the Uniconta user is not known. Give that user the language English.`,
  'uniconta.noGroupTag': (v: { group: string }) =>
    `This customer has no tag of the group ${v.group}, which says its customer group in Uniconta. Choose exactly one.`,
  'uniconta.manyGroupTags': (v: { group: string; tags: string }) =>
    `Choose exactly one tag of the group ${v.group}. There are several: ${v.tags}.`,
  'uniconta.tagWithoutCode': (v: { tag: string; group: string }) =>
    `The tag ${v.tag} of the group ${v.group} has no code. Write the code that Uniconta uses under Setup > Tags.`,
  'uniconta.noProjectTag': (v: { group: string }) =>
    `This project has no tag of the group ${v.group}, which says its department in Uniconta. Choose exactly one.`,
  'uniconta.noDepartment': () =>
    'This project has no department, and the integration sends the department of the project. Choose one.',
  'uniconta.tooLong': (v: { field: string; length: number; max: number }) =>
    `${v.field} has ${v.length} characters; Uniconta takes ${v.max}. Shorten it, then it goes by itself.`,
  'uniconta.badNumber': (v: { number: string }) =>
    `The number ${v.number} cannot be used in Uniconta. Use letters A-Z, digits, hyphen and underscore, 20 characters at most.`,
  'uniconta.groupMissing': (v: { code: string }) =>
    `Uniconta has no customer group ${v.code}. Add it under Customer > Maintenance > Customer groups, or correct the code of the tag, then send again.`,
  'uniconta.dimensionMissing': (v: { code: string; dimension: string }) =>
    `Uniconta has no value ${v.code} in the dimension ${v.dimension}. Add it under General Ledger > Maintenance > Dimensions, or correct the number of the department here, then send again.`,
  'uniconta.debtorMissing': (v: { account: string; customer: string }) =>
    `Uniconta has no debtor ${v.account}, to whom this project belongs. Send customer ${v.customer} again, then this project.`,
  'uniconta.debtorUnread': (v: { number: string }) =>
    `Uniconta shows no debtors at all, and export of customers is off. Create debtor ${v.number} there, or give the Uniconta user the right to read debtors, then send again.`,
  'uniconta.existsThere': (v: { key: string; name: string }) =>
    `Uniconta already has ${v.key}, "${v.name}", which is not linked with this record. Link the two if they are the same, or give this record another number.`,
  'uniconta.sameRegistration': (v: { key: string; name: string; registration: string }) =>
    `Uniconta already has ${v.key}, "${v.name}", with the registration number ${v.registration}. Link the two if they are the same, or correct the registration number.`,
  'uniconta.linkedElsewhere': (v: { key: string }) =>
    `${capital(v.key)} in Uniconta is already linked with another record here.`,
  'uniconta.numberChanged': (v: { from: string; to: string }) =>
    `The number was changed in Uniconta from ${v.from} to ${v.to}. Change it back there and send again, or link this record with ${v.to}.`,
  'uniconta.gone': (v: { key: string }) =>
    `${capital(v.key)} is no longer in Uniconta. Link another record, or create it again.`,
  'uniconta.notGone': (v: { state: string }) => `It is not made again, since nothing says that it is gone. ${v.state}`,
  'uniconta.perhapsGone': (v: { key: string }) => `Uniconta did not show ${v.key}. Looking again in a new session.`,
  'uniconta.changedThere': (v: { field: string; there: string; here: string; more: number }) =>
    `Uniconta shows another ${v.field}: "${v.there}"; here "${v.here}".${v.more === 0 ? '' : v.more === 1 ? ' One more field differs.' : ` ${v.more} more fields differ.`}`,
  'uniconta.notKept': (v: { field: string; there: string; here: string }) =>
    `Uniconta took the record but shows ${v.field} as "${v.there}" instead of "${v.here}". Somebody has to look at it there.`,
  'uniconta.noCustomerThere': (v: { number: string }) =>
    `Uniconta has no debtor ${v.number}, and export of customers is off. Create the debtor there with this number, or switch on Export customers.`,
  'uniconta.customerNotSent': (v: { customer: string }) =>
    `Customer ${v.customer} is not in Uniconta, so its project cannot be.`,
  'uniconta.emptyTable': (v: { what: string; count: number }) =>
    `Uniconta showed no ${v.what} at all, although ${v.count} of ours stand there. Nothing was compared; it is tried again the next night. If it stays, the Uniconta user may not read them.`,
  'uniconta.compared': (v: { customers: number; projects: number; differing: number }) =>
    `Compared ${v.customers} customers and ${v.projects} projects with Uniconta; ${v.differing === 0 ? 'none differ' : `${v.differing} differ`}.`,
  'uniconta.backfilled': (v: { what: string; created: number; updated: number; unchanged: number; failed: number }) =>
    `Sent existing ${v.what}: ${counted([
      [v.created, 'made'],
      [v.updated, 'corrected'],
      [v.unchanged, 'already right'],
      [v.failed, v.failed === 1 ? 'needs a person' : 'need a person'],
    ])}.`,
  'uniconta.backfilling': (v: { what: string; done: number; total: number }) =>
    `Existing ${v.what}: ${v.done} of ${v.total}.`,
  'uniconta.backfillPaused': (v: { what: string; done: number; total: number }) =>
    `Existing ${v.what}: paused after ${v.done} of ${v.total}.`,
  'uniconta.backfillEnded': (v: { what: string; done: number; total: number }) =>
    `Existing ${v.what}: ended after ${v.done} of ${v.total}, since the company was changed or the integration removed.`,
  'uniconta.callsMany': (v: { calls: number; free: number }) =>
    `${v.calls} calls were made today and ${v.free} are free. Until midnight Uniconta makes each call wait a second, so sending goes on more slowly.`,
}

/** Only what there is: nobody wants to read of nothing. */
function counted(parts: readonly (readonly [count: number, what: string])[]): string {
  const some = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`)
  return some.length > 0 ? some.join(', ') : 'there were none'
}

/** 'debtor 10006' at the beginning of a sentence. */
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
