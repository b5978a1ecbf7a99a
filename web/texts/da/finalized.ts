import type { Texts } from '../texts.tsx'

export const release: Texts['invoices']['release'] = {
  ask: 'Send det ud nu',
  why: 'Se hvorfor under Regnskab',
  title: (number) => `Send ${number} ud, før den er bogført`,
  warning:
    'PDF og mail går med det samme. Bliver dokumentet bogført med et andet nummer eller slet ikke, har kunden et nummer, som bogføringen ikke har, og der skal laves en kreditnota. Hvem der sendte det ud og hvorfor, står i historikken.',
  reason: 'Begrundelse',
  yes: 'Send ud',
}

export const mail: Texts['invoices']['mail'] = {
  title: (document) => `Send ${document}`,
  fields: { to: 'Til', cc: 'Kopi til', subject: 'Emne', text: 'Besked' },
  attached: (name) => `PDF’en følger med: ${name}`,
  waitsForPdf: 'PDF’en laves; mailen går, så snart den er der.',
  waitsForBooks: 'Mailen gemmes og går med PDF’en, så snart dokumentet er bogført.',
  receipts: (count) => (count === 1 ? 'Vedhæft kvitteringen' : `Vedhæft de ${count} kvitteringer`),
  noServer: 'Ingen mailserver er sat op, så intet kan sendes herfra. En administrator sætter SMTP_URL.',
  twice: 'Kunden får den en gang til.',
  earlier: {
    waiting: (to, at) => `Venter på at gå til ${to} siden ${at}.`,
    sent: (to, at) => `Sendt til ${to}, ${at}.`,
    refused: (to, at) => `Afvist for ${to}, ${at}.`,
  },
  send: 'Send',
  sendAgain: 'Send den igen',
  queued: (to) => `Den er på vej til ${to}.`,
  severalHint: 'Flere adresser adskilles med komma.',
}

export const crediting: Texts['invoices']['crediting'] = {
  title: (number) => `Kreditér faktura ${number}`,
  howMuch: 'Hvor meget',
  whole: 'Alt, der ikke er krediteret',
  part: 'Valgte linjer',
  rest: 'Ikke krediteret',
  creditNow: 'Krediteres nu',
  quantityNow: 'Antal',
  twoDrafts: 'Der laves to kladder: kreditnotaen og den samme til den anden kunde.',
  toCreditNote: 'Til kreditnotaen',
  toNewDraft: 'Til den nye kladde',
  choose: (text) => `Kreditér ${text}`,
  amountOf: (text) => `Netto at kreditere af ${text}`,
  quantityOf: (text) => `Antal at kreditere af ${text}`,
  tooMuch: (rest) => `Højst ${rest} er tilbage.`,
  hours: 'Timerne bag linjerne',
  creditedHours: {
    reopen: 'Skal faktureres igen: de er godkendt og åbne',
    keep: 'Forbliver fakturerede: arbejdet faktureres ikke igen',
  },
  reason: 'Grund, trykkes på kreditnotaen',
  another: 'Fakturér en anden kunde i stedet',
  anotherHint: 'Der laves en kladde med de samme linjer til den anden kunde.',
  sumNow: (net) => `Krediteres nu, uden moms: ${net}`,
  restAfter: (net) => `Tilbage af fakturaen, uden moms: ${net}`,
  nothingLeft: 'Alt på fakturaen er allerede krediteret.',
  make: 'Lav kreditnotaens kladde',
}
