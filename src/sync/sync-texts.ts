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
    `${v.system} answers again. ${v.waiting === 1 ? 'One waiting change goes now.' : `${v.waiting} waiting changes go now.`}`,
  'sync.tidied': () => 'The database was cleared of old rows and counted anew.',
  'sync.idle': () => 'Everything is sent.',
  'sync.working': (v: { waiting: number }) =>
    v.waiting === 1 ? 'One change is on its way.' : `${v.waiting} changes are on their way.`,
  'sync.trouble': (v: { reason: string; waiting: number }) =>
    `${v.reason} ${v.waiting === 1 ? 'One change waits' : `${v.waiting} changes wait`}; nothing is lost, it goes by itself.`,
  'sync.troubleForPerson': (v: { reason: string; waiting: number }) =>
    `${v.reason} ${v.waiting === 1 ? 'One change waits.' : `${v.waiting} changes wait.`}`,
  'sync.nothingToSend': (v: { number: string }) =>
    `${v.number} was never to be sent, so there is nothing to send again.`,
}
