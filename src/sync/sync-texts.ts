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
}

const waits = (count: number) => (count === 0 ? 'nothing waits' : count === 1 ? 'one waits' : `${count} wait`)

const waitsWithoutLoss = (count: number) =>
  count === 0 ? 'nothing waits, it is tried again by itself' : `${waits(count)}, nothing is lost, it goes by itself`
