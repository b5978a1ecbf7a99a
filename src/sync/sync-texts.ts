export const syncTexts = {
  'sync.notWanted': () => 'Not sent: no integration takes this record.',
  'sync.fromBefore': () =>
    'Not sent yet: it was made before sending was switched on. Send it now, or all such records at once under Setup > Settings > Integrations.',
  'sync.waiting': () => 'Waiting to be sent.',
  'sync.sending': () => 'Being sent now.',
  'sync.takenOver': () => 'The process that was sending this stopped in the middle. Looking whether it arrived.',
  'sync.heldBy': (v: { holder: string }) => `Held: ${v.holder} has to go first.`,
  'sync.fault': (v: { id: string }) =>
    `Something failed on our side and was logged as ${v.id}. Send it again; if it stays, give the administrator this number.`,
  'sync.paused': () => 'Sending was paused by a person.',
  'sync.worksAgain': (v: { system: string; waiting: number }) =>
    `${v.system} answers again.${v.waiting === 0 ? '' : v.waiting === 1 ? ' One waiting change goes now.' : ` ${v.waiting} waiting changes go now.`}`,
  'sync.tidied': () => 'The database was cleared of old rows and counted anew.',
  'sync.idle': (v: { failed: number }) =>
    v.failed === 0
      ? 'Everything is sent.'
      : v.failed === 1
        ? 'Everything is sent except one record, which says why.'
        : `Everything is sent except ${v.failed} records; each says why.`,
  'sync.working': (v: { waiting: number }) =>
    v.waiting === 1 ? 'One change is on its way.' : `${v.waiting} changes are on their way.`,
  'sync.unreachable': (v: { reason: string; since: string; waiting: number }) =>
    `${v.reason} No answer since ${v.since}, ${waitsWithoutLoss(v.waiting)}.`,
  'sync.busy': (v: { reason: string; since: string; waiting: number }) =>
    `${v.reason} Since ${v.since}, ${waitsWithoutLoss(v.waiting)}.`,
  // What has to be done stands in the reason; then it goes by itself.
  'sync.signedOut': (v: { reason: string; since: string; waiting: number }) =>
    `${v.reason} Since ${v.since}, ${waits(v.waiting)}.`,
  'sync.notSentAgain': (v: { label: string; reason: string }) => `${v.label}: ${v.reason}`,
  'sync.nothingToSend': () => 'This record is not known here, so there is nothing to send.',
  'sync.restored': (v: { system: string }) =>
    `An older backup was restored, so ${v.system} may have what Akkord does not know. Nothing is sent there and no document is finalized until an administrator has compared both sides under Company > Export invoices.`,
  'sync.restoredMeans': (v: { system: string }) =>
    `Nothing is sent to ${v.system} and no document is finalized until an administrator has compared both sides under Company > Export invoices.`,
  'sync.dumpLoaded': () => 'A dump was loaded into this database.',
  'sync.olderDatabase': () => 'This process has sent what the database does not know: an older backup was restored.',
  'sync.otherDatabase': () => 'This is another database than the one from which this process sent last.',
  'sync.restoredAlone': () =>
    'No accounting system is connected, so nothing is held. Documents that were finalized after the backup are not here, and their numbers would be given again: set the next numbers under Setup > Settings > General first.',
  'sync.restoreRead': (v: { by: string }) =>
    `${v.by} has read that an older backup was restored. No accounting system is connected.`,
  'sync.restoreNeedsComparison': (v: { system: string }) =>
    `${v.system} is connected, so both sides have to be compared first. Do it under Company > Export invoices; or, if this is a copy for tests, remove the integration under Setup > Settings > Integrations.`,
}

const waits = (count: number) => (count === 0 ? 'nothing waits' : count === 1 ? 'one waits' : `${count} wait`)

const waitsWithoutLoss = (count: number) =>
  count === 0 ? 'nothing waits, it is tried again by itself' : `${waits(count)}, nothing is lost, it goes by itself`
