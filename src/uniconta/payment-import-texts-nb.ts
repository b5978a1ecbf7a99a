import type { Translated } from '../lib/i18n/sentence.ts'
import type { paymentImportTexts } from './payment-import-texts.ts'

const some = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`)

const unseenText = ({ unseen }: { unseen: number }) =>
  unseen === 0
    ? ''
    : ` ${some(unseen, 'faktura', 'fakturaer')} ble ikke funnet blant kundens posteringer og står uendret her.`

export const paymentImportTextsNb: Translated<typeof paymentImportTexts> = {
  'payments.off': () => 'Ikke hentet: betalinger fra Uniconta er slått av.',
  'payments.nothing': () => 'Ingen faktura er bokført i Uniconta ennå, så det er ingen betaling å hente.',
  'payments.nothingNew': (v) => `Ingen ny betaling i Uniconta.${unseenText(v)}`,
  'payments.done': (v) =>
    `Fra Uniconta: ${[
      `${some(v.imported, 'betaling', 'betalinger')} kom inn`,
      v.changed > 0 ? `${v.changed} endret` : '',
      v.removed > 0 ? `${v.removed} tatt tilbake` : '',
    ]
      .filter(Boolean)
      .join(', ')}.${unseenText(v)}`,
  'payments.noneSeen': (v) =>
    `Uniconta viste ingen av de ${some(v.count, 'fakturaen', 'fakturaene')} som betalingene skulle leses for. Ingenting ble endret; se etter at brukerens rettigheter er som før.`,
  'payments.typeDescription': () =>
    'Kundebetalinger som er bokført i Uniconta, gjør fakturaene betalt her. Bruker Uniconta-integrasjonens innlogging.',
  'payments.needsMain': () =>
    'Betalinger bruker Uniconta-integrasjonens innlogging. Koble til Uniconta og slå den på først. Ingenting ble lagret.',
  'payments.oneOnly': () => 'Betalinger fra Uniconta er allerede satt opp. Åpne den posten for å endre den.',
  'payments.none': () => 'Betalinger fra Uniconta er ikke satt opp.',
  'payments.saved': () => 'Betalinger fra Uniconta ble lagret.',
  'payments.removed': () => 'Betalinger fra Uniconta ble fjernet. Det som kom inn, blir stående.',
}
