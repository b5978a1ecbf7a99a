import type { paymentTexts as en } from './payment-texts-en.ts'

export const paymentTexts: typeof en = {
  fields: { enabled: 'Aktivert', paymentsFrom: 'Hent betalinger fra', atHour: 'Klokkeslett', notes: 'Notater' },
  about:
    'Kundebetalinger som er bokført i Uniconta, gjør fakturaene betalt her. Det bruker Uniconta-integrasjonens innlogging.',
  fromHint:
    'Betalinger fra denne dagen og senere kommer inn. En betaling som allerede er registrert her for hånd med samme beløp, kommer ikke inn igjen.',
  atHourHint: 'Én gang om dagen i denne timen etter selskapets klokke.',
  last: (when) => `Siste kjøring ${when}.`,
  never: 'Det har ikke kjørt ennå.',
  next: (when) => `Neste kjøring ${when}.`,
  off: 'Det kjører ikke: denne posten eller Uniconta-integrasjonen er slått av.',
  runNow: 'Kjør nå',
  toPayments: 'Betalinger som kom inn',
  removeText: 'Ingen flere betalinger hentes. De som kom inn, blir stående.',
}
