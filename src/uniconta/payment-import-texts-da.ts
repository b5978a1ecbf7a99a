import type { Translated } from '../lib/i18n/sentence.ts'
import type { paymentImportTexts } from './payment-import-texts.ts'

const some = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`)

const unseenText = ({ unseen }: { unseen: number }) =>
  unseen === 0
    ? ''
    : ` ${some(unseen, 'faktura', 'fakturaer')} blev ikke fundet blandt kundens posteringer og står uændret her.`

export const paymentImportTextsDa: Translated<typeof paymentImportTexts> = {
  'payments.off': () => 'Ikke hentet: betalinger fra Uniconta er slået fra.',
  'payments.nothing': () => 'Ingen faktura er bogført i Uniconta endnu, så der er ingen betaling at hente.',
  'payments.nothingNew': (v) => `Ingen ny betaling i Uniconta.${unseenText(v)}`,
  'payments.done': (v) =>
    `Fra Uniconta: ${[
      `${some(v.imported, 'betaling', 'betalinger')} kom ind`,
      v.changed > 0 ? `${v.changed} ændret` : '',
      v.removed > 0 ? `${v.removed} taget tilbage` : '',
    ]
      .filter(Boolean)
      .join(', ')}.${unseenText(v)}`,
  'payments.noneSeen': (v) =>
    `Uniconta viste ingen af de ${some(v.count, 'faktura', 'fakturaer')}, hvis betalinger skulle læses. Intet blev ændret; se efter, at brugerens rettigheder er som før.`,
  'payments.typeDescription': () =>
    'Kundebetalinger, der er bogført i Uniconta, gør fakturaerne betalt her. Bruger Uniconta-integrationens login.',
  'payments.needsMain': () =>
    'Betalinger bruger Uniconta-integrationens login. Tilslut Uniconta og slå den til først. Intet blev gemt.',
  'payments.oneOnly': () => 'Betalinger fra Uniconta er allerede sat op. Åbn den post for at ændre den.',
  'payments.none': () => 'Betalinger fra Uniconta er ikke sat op.',
  'payments.saved': () => 'Betalinger fra Uniconta blev gemt.',
  'payments.removed': () => 'Betalinger fra Uniconta blev fjernet. Det, der kom ind, bliver stående.',
}
