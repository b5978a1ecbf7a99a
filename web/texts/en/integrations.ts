import type { IntegrationRow, NotifyLevel } from '../../../src/integrations/integration.ts'

const states: Record<IntegrationRow['state'], string> = {
  off: 'Off',
  working: 'Working',
  trouble: 'In trouble',
  paused: 'Paused',
}
const levels: Record<NotifyLevel, string> = {
  errors: 'Errors',
  'errors-and-warnings': 'Errors and warnings',
  everything: 'Everything that is logged',
}

export const integrations = {
  title: 'Integrations',
  newButton: '+ New integration',
  newTitle: 'New integration',
  empty: 'Nothing is connected yet. Connect the accounting system, and customers and projects go there by themselves.',
  choose: 'What do you want to connect?',
  chooseHint: 'Search by name, for example of your accounting system',
  nothingFound: 'There is no such integration yet.',
  alreadyThere: 'Is connected; choosing it opens it.',
  states,
  levels,
  open: (name: string) => `Open ${name}`,
  waiting: 'Waiting',
  failed: 'Failed',
  callsToday: 'Calls today',
  callsOf: (calls: string, free: string) => `${calls} (${free} a day are free)`,
  resume: 'Try now',
  resumed: 'It tries now.',
  remove: 'Remove integration',
  removeTitle: (name: string) => `Remove ${name}?`,
  removeText:
    'Nothing is sent any more, and the password is forgotten. What was sent stays there, and so do the log and the links.',
  removed: (name: string) => `${name} was removed.`,
  readOnly: 'Only an administrator can change this.',
  generic: {
    title: 'Generic',
    enabled: 'Enabled',
    enabledHint: 'Switched off, nothing is sent; what changes meanwhile can be sent afterwards.',
    notifyUserIds: 'Users to notify',
    notifyUserIdsHint: 'They get a notification here, and an e-mail unless they chose otherwise.',
    notifyEmails: 'E-mails to notify',
    notifyEmailsHint: 'People who are not users. Press Enter after each address.',
    badEmail: (text: string) => `${text} is not an e-mail address.`,
    notifyLevel: 'Notify about',
    notes: 'Notes',
  },
}
