import type { BooksTexts } from './books-texts-en.ts'

export const booksTexts: BooksTexts = {
  title: 'Sammenlign etter gjenopprettet sikkerhetskopi',
  link: 'Sammenlign',
  loading: 'Henter sammenligningen',
  none: 'Ingen gjenoppretting venter på en sammenligning.',
  wait: (until) =>
    `Kall fra før gjenopprettingen kan fortsatt nå fram til ${until}. Deretter leses Uniconta av seg selv. Se etter nå hvis du vet at den tidligere Akkord er stanset.`,
  hurried: (by) => `Uniconta ble lest før ventetiden var over: ${by} sier at den tidligere Akkord er stanset.`,
  waitOver: 'Ventetiden er over: ingenting fra før gjenopprettingen kan nå fram lenger.',
  lookSooner: 'Se etter nå',
  look: 'Se etter igjen',
  empty: 'Nummerserien i Uniconta er ny og tom',
  reading: 'Uniconta leses.',
  finishing: 'Det avgjorte utføres.',
  lookedAt: (when) => `Lest ${when}.`,
  matched: (count) =>
    count === 1 ? 'Ett dokument er likt på begge sider.' : `${count} dokumenter er like på begge sider.`,
  unsettled: (count) =>
    count === 1
      ? 'Ett dokument her er ikke avklart; det ses etter det før det sendes på nytt.'
      : `${count} dokumenter her er ikke avklart; det ses etter hvert av dem før det sendes på nytt.`,
  orders: (count) =>
    count === 1 ? 'Én av våre ordrer står igjen i Uniconta.' : `${count} av våre ordrer står igjen i Uniconta.`,
  kinds: {
    'comes-in': { title: 'Hentes inn', means: 'Vårt, men ikke lenger kjent her. Hvert hentes inn som låst dokument.' },
    draft: {
      title: 'Utkast som er bokført',
      means: 'Utkastet her har samme referanse. Det blir til dokumentet, med beløpene som er bokført.',
    },
    uncertain: { title: 'Ferdigstilt her', means: 'Står på begge sider. Det avklares når det sendes igjen.' },
    open: {
      title: 'Vårt, men kan ikke hentes inn ennå',
      means: 'Rett det som står ved dokumentet, og se etter igjen, eller si hva det er.',
    },
    foreign: { title: 'Ikke kjent her', means: 'Si hvilket utkast det er, eller at det ikke er vårt.' },
  },
  number: 'Nummer i Uniconta',
  customer: 'Kunde',
  date: 'Dato',
  there: 'Totalt i Uniconta',
  here: 'Her',
  draftHere: 'Utkast',
  decideOf: (number) => `Hva er ${number}?`,
  undecided: 'Velg hva det er',
  noneOfOurs: 'Ikke vårt',
  saidBy: (by, when) => `${by}, ${when}`,
  givenOut: 'Høyeste nummer en kunde har fått før det var bokført',
  givenOutCreditNotes: 'Det samme i kreditnotaenes nummerserie',
  givenOutLocal: 'Det samme i serien uten overføring',
  givenOutHint: (next) => `La feltet stå tomt hvis det ikke er noe. Neste nummer her: ${next}`,
  finish: 'Avslutt',
  finishHint: 'Deretter sendes og ferdigstilles det igjen.',
  onlyAdministrator: 'En administrator avslutter sammenligningen. Deretter sendes og ferdigstilles det igjen.',
  toDecide: (count) => (count === 1 ? 'Si først hva ett dokument er.' : `Si først hva ${count} dokumenter er.`),
  result: 'Hva den siste sammenligningen kom til',
}
