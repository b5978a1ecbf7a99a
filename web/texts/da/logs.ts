import type { Texts } from '../texts.tsx'

export const logs: Texts['logs'] = {
  title: 'Log',
  empty: 'Der er ikke sendt eller hentet noget endnu.',
  levels: { info: 'Oplysning', warning: 'Advarsel', error: 'Fejl' },
  directions: { out: 'Sendt', in: 'Hentet', none: '' },
  kinds: {
    customer: 'Kunde',
    project: 'Projekt',
    invoice: 'Faktura',
    integration: 'Integration',
    lane: 'Forbindelse',
    mail: 'E-mail',
  },
  tasks: {
    Payments: 'Betalinger',
    'Import expenses': 'Importér udlæg',
    'Review of imported expenses': 'Gennemgang af hentede udlæg',
    Comparison: 'Sammenligning',
    Database: 'Database',
    customers: 'Kunder',
    projects: 'Projekter',
  },
  time: 'Tid',
  level: 'Niveau',
  kind: 'Om',
  record: 'Post',
  text: 'Hvad der skete',
  direction: 'Retning',
  duration: 'Varighed',
  exchange: 'Udveksling',
  showExchange: (label) => `Vis udvekslingen om ${label}`,
}
