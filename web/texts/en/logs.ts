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
  /** What is logged without a record is called as the server names its tasks. */
  tasks: {
    Payments: 'Payments',
    'Import expenses': 'Import expenses',
    'Review of imported expenses': 'Review of imported expenses',
    Comparison: 'Comparison',
    Database: 'Database',
    customers: 'Customers',
    projects: 'Projects',
  } as Record<string, string>,
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
