import type { Texts } from '../texts.tsx'

export const release: Texts['invoices']['release'] = {
  ask: 'Send det ut nå',
  why: 'Se hvorfor under Regnskap',
  title: (number) => `Send ${number} ut før den er bokført`,
  warning:
    'PDF og e-post går med en gang. Blir dokumentet bokført med et annet nummer eller ikke i det hele tatt, har kunden et nummer som regnskapet ikke har, og det må lages en kreditnota. Hvem som sendte det ut og hvorfor, står i historikken.',
  reason: 'Begrunnelse',
  yes: 'Send ut',
}

export const mail: Texts['invoices']['mail'] = {
  title: (document) => `Send ${document}`,
  fields: { to: 'Til', cc: 'Kopi til', subject: 'Emne', text: 'Melding' },
  attached: (name) => `PDF-en følger med: ${name}`,
  waitsForPdf: 'PDF-en lages; e-posten går så snart den er der.',
  waitsForBooks: 'E-posten tas vare på og går med PDF-en så snart dokumentet er bokført.',
  receipts: (count) => (count === 1 ? 'Legg ved kvitteringen' : `Legg ved de ${count} kvitteringene`),
  noServer: 'Ingen e-postserver er satt opp, så ingenting kan sendes herfra. En administrator setter SMTP_URL.',
  twice: 'Kunden får den en gang til.',
  earlier: {
    waiting: (to, at) => `Venter på å gå til ${to} siden ${at}.`,
    sent: (to, at) => `Sendt til ${to}, ${at}.`,
    refused: (to, at) => `Avvist for ${to}, ${at}.`,
  },
  send: 'Send',
  sendAgain: 'Send den igjen',
  queued: (to) => `Den er på vei til ${to}.`,
  severalHint: 'Flere adresser skilles med komma.',
}

export const crediting: Texts['invoices']['crediting'] = {
  title: (number) => `Krediter faktura ${number}`,
  howMuch: 'Hvor mye',
  whole: 'Alt som ikke er kreditert',
  part: 'Valgte linjer',
  rest: 'Ikke kreditert',
  creditNow: 'Krediteres nå',
  quantityNow: 'Antall',
  twoDrafts: 'Det lages to utkast: kreditnotaen og det samme til den andre kunden.',
  toCreditNote: 'Til kreditnotaen',
  toNewDraft: 'Til det nye utkastet',
  choose: (text) => `Krediter ${text}`,
  amountOf: (text) => `Netto å kreditere av ${text}`,
  quantityOf: (text) => `Antall å kreditere av ${text}`,
  tooMuch: (rest) => `Høyst ${rest} er igjen.`,
  hours: 'Timene bak linjene',
  creditedHours: {
    reopen: 'Skal faktureres igjen: de er godkjent og åpne',
    keep: 'Forblir fakturert: arbeidet faktureres ikke igjen',
  },
  reason: 'Grunn, trykkes på kreditnotaen',
  another: 'Fakturer en annen kunde i stedet',
  anotherHint: 'Det lages et utkast med de samme linjene til den andre kunden.',
  sumNow: (net) => `Krediteres nå, uten mva: ${net}`,
  restAfter: (net) => `Igjen av fakturaen, uten mva: ${net}`,
  nothingLeft: 'Alt på fakturaen er allerede kreditert.',
  make: 'Lag utkastet til kreditnotaen',
}
