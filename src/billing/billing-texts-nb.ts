import type { Translated } from '../lib/i18n/sentence.ts'
import type { billingTexts } from './billing-texts.ts'

export const billingTextsNb: Translated<typeof billingTexts> = {
  'billing.hoursNotApproved': (v) =>
    `Timer som ikke er godkjent: ${v.hours}. De blir utenfor til de er godkjent på siden Godkjenning av timer.`,
  'billing.expensesNotApproved': (v) =>
    v.count === 1
      ? 'Ett utlegg er ikke godkjent og blir utenfor. Godkjenn det på siden Prosjektutlegg.'
      : `${v.count} utlegg er ikke godkjent og blir utenfor. Godkjenn dem på siden Prosjektutlegg.`,
  'billing.noAccount': (v) =>
    `Ingen konto er valgt for ${names[v.productType] ?? v.productType}, ${v.where === 'domestic' ? 'innland' : 'utland'}. Velg en i fakturainnstillingene for selskap, kunde eller prosjekt.`,
  'billing.accountInactive': (v) =>
    `Kontoen ${v.account} er ikke lenger aktiv. Velg en annen, eller gjør den aktiv igjen.`,
  'billing.accountWithoutVat': (v) => `Kontoen ${v.account} har ingen mva-kode. Gi den en under Oppsett > Regnskap.`,
  'billing.vatWithoutRate': (v) =>
    `Mva-koden ${v.code} har ingen prosent ${v.day}. Legg til en som gjelder fra den dagen eller før.`,
  'billing.activityClosed': (v) =>
    `Aktiviteten ${v.activity} er lukket og har fortsatt ufakturerte timer. De faktureres med mindre du tar dem av.`,
  'billing.customerBlocked': (v) =>
    `${v.customer} er sperret og får ingen fakturaer. Gjør kunden aktiv først, eller fakturer en annen.`,
  'billing.customerInactive': (v) => `${v.customer} er inaktiv. Se etter om fakturaen skal til en annen kunde.`,
  'billing.customerParticipant': (v) =>
    `${v.customer} deltar bare i prosjekter og faktureres aldri. Endre forholdet til kunde, eller velg en annen i prismodellen.`,
  'billing.noPaymentTerm': (v) =>
    `Det finnes ingen betalingsdager for ${v.customer}. Sett dem på kunden eller i fakturainnstillingene til selskapet.`,
  'billing.noExchangeRate': (v) =>
    `Ingen kurs fra ${v.currency} til ${v.own} er kjent ennå. Oppgi kursen når du lager utkastet.`,
  'billing.noPlan': (v) =>
    `${v.model} har en avtalt pris og ingen betalingsplan: et utkast fakturerer alt som er igjen av prisen.`,
  'billing.noModel': (v) =>
    `Prosjektet ${v.project} har ingen prismodell, så ingenting av det kan faktureres. Legg til en under Priser i prosjektet.`,
}

const names: Readonly<Record<string, string>> = { hours: 'timer', expenses: 'utlegg', products: 'produkter' }
