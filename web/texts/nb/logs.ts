import type { Texts } from '../texts.tsx'

export const logs: Texts['logs'] = {
  title: 'Logg',
  empty: 'Ingenting er sendt eller hentet ennå.',
  levels: { info: 'Opplysning', warning: 'Advarsel', error: 'Feil' },
  directions: { out: 'Sendt', in: 'Hentet', none: '' },
  kinds: {
    customer: 'Kunde',
    project: 'Prosjekt',
    invoice: 'Faktura',
    integration: 'Integrasjon',
    lane: 'Forbindelse',
    mail: 'E-post',
  },
  tasks: {
    Payments: 'Betalinger',
    'Import expenses': 'Importer utlegg',
    'Review of imported expenses': 'Gjennomgang av hentede utlegg',
    Comparison: 'Sammenligning',
    Database: 'Database',
    customers: 'Kunder',
    projects: 'Prosjekter',
  },
  time: 'Tid',
  level: 'Nivå',
  kind: 'Om',
  record: 'Post',
  text: 'Hva som skjedde',
  direction: 'Retning',
  duration: 'Varighet',
  exchange: 'Utveksling',
  showExchange: (label) => `Vis utvekslingen om ${label}`,
}
