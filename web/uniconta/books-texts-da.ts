import type { BooksTexts } from './books-texts-en.ts'

export const booksTexts: BooksTexts = {
  title: 'Sammenlign efter indlæst sikkerhedskopi',
  link: 'Sammenlign',
  loading: 'Henter sammenligningen',
  none: 'Ingen indlæsning venter på en sammenligning.',
  wait: (until) =>
    `Kald fra før indlæsningen kan stadig nå frem indtil ${until}. Derefter læses Uniconta af sig selv. Se efter nu, hvis du ved, at den tidligere Akkord er standset.`,
  hurried: (by) => `Uniconta er læst, før ventetiden var forbi: ${by} siger, at den tidligere Akkord er standset.`,
  waitOver: 'Ventetiden er forbi: intet fra før indlæsningen kan nå frem mere.',
  lookSooner: 'Se efter nu',
  look: 'Se efter igen',
  empty: 'Nummerserien i Uniconta er ny og tom',
  reading: 'Uniconta læses.',
  finishing: 'Det afgjorte udføres.',
  lookedAt: (when) => `Læst ${when}.`,
  matched: (count) => (count === 1 ? 'Ét bilag er ens på begge sider.' : `${count} bilag er ens på begge sider.`),
  unsettled: (count) =>
    count === 1
      ? 'Ét bilag her er ikke afklaret; der ses efter det, før det sendes igen.'
      : `${count} bilag her er ikke afklaret; der ses efter hvert af dem, før det sendes igen.`,
  orders: (count) =>
    count === 1 ? 'Én af vores ordrer står tilbage i Uniconta.' : `${count} af vores ordrer står tilbage i Uniconta.`,
  kinds: {
    'comes-in': { title: 'Hentes ind', means: 'Vores, men ikke længere kendt her. Hvert hentes ind som låst bilag.' },
    draft: {
      title: 'Kladder, der er bogført',
      means: 'Kladden her har samme reference. Den bliver til bilaget, med de beløb der er bogført.',
    },
    uncertain: { title: 'Færdiggjort her', means: 'Står på begge sider. Det afklares, når der sendes igen.' },
    open: {
      title: 'Vores, men kan ikke hentes ind endnu',
      means: 'Ret det, der står ud for bilaget, og se efter igen, eller sig, hvad det er.',
    },
    foreign: { title: 'Kendes ikke her', means: 'Sig, hvilken kladde det er, eller at det ikke er vores.' },
  },
  number: 'Nummer i Uniconta',
  customer: 'Kunde',
  date: 'Dato',
  there: 'I alt i Uniconta',
  here: 'Her',
  draftHere: 'Kladde',
  decideOf: (number) => `Hvad er ${number}?`,
  undecided: 'Vælg, hvad det er',
  noneOfOurs: 'Ikke vores',
  saidBy: (by, when) => `${by}, ${when}`,
  givenOut: 'Højeste nummer, en kunde har fået, før det var bogført',
  givenOutCreditNotes: 'Det samme i kreditnotaernes nummerserie',
  givenOutLocal: 'Det samme i serien uden overførsel',
  givenOutHint: (next) => `Lad feltet stå tomt, hvis der ikke er noget. Næste nummer her: ${next}`,
  finish: 'Afslut',
  finishHint: 'Derefter sendes og færdiggøres der igen.',
  onlyAdministrator: 'En administrator afslutter sammenligningen. Derefter sendes og færdiggøres der igen.',
  toDecide: (count) => (count === 1 ? 'Sig først, hvad ét bilag er.' : `Sig først, hvad ${count} bilag er.`),
  result: 'Hvad den sidste sammenligning kom til',
}
