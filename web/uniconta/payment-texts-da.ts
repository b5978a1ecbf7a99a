import type { paymentTexts as en } from './payment-texts-en.ts'

export const paymentTexts: typeof en = {
  fields: { enabled: 'Aktiveret', paymentsFrom: 'Hent betalinger fra', atHour: 'Klokkeslæt', notes: 'Noter' },
  about:
    'Kundebetalinger, der er bogført i Uniconta, gør fakturaerne betalt her. Det bruger Uniconta-integrationens login.',
  fromHint:
    'Betalinger fra denne dag og senere kommer ind. En betaling, der allerede er registreret her i hånden med samme beløb, kommer ikke ind igen.',
  atHourHint: 'Én gang om dagen i denne time efter virksomhedens ur.',
  last: (when) => `Seneste kørsel ${when}.`,
  never: 'Det har ikke kørt endnu.',
  next: (when) => `Næste kørsel ${when}.`,
  off: 'Det kører ikke: denne post eller Uniconta-integrationen er slået fra.',
  runNow: 'Kør nu',
  toPayments: 'Betalinger, der kom ind',
  removeText: 'Der hentes ikke flere betalinger. De, der kom ind, bliver stående.',
}
