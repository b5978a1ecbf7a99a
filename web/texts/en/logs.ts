import type { LogEntry, LogLevel } from '../../../src/sync/log-entry.ts'

const levels: Record<LogLevel, string> = { info: 'Information', warning: 'Warning', error: 'Error' }
const directions: Record<LogEntry['direction'], string> = { out: 'Sent', in: 'Fetched', none: '' }
/** What lines are about, by their kind; a kind that has no word here shows its own name. */
const kinds = {
  customer: 'Customer',
  project: 'Project',
  invoice: 'Invoice',
  integration: 'Integration',
  lane: 'Connection',
  mail: 'E-mail',
}

export const logs = {
  title: 'Logs',
  empty: 'Nothing was sent or fetched yet.',
  levels,
  directions,
  kinds,
  time: 'Time',
  level: 'Level',
  kind: 'About',
  record: 'Record',
  text: 'What happened',
  direction: 'Direction',
  duration: 'Duration',
  exchange: 'Exchange',
  showExchange: (label: string) => `Show the exchange of ${label}`,
}
