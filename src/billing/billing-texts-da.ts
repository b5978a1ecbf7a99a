import type { Translated } from '../lib/i18n/sentence.ts'
import type { billingTexts } from './billing-texts.ts'

export const billingTextsDa: Translated<typeof billingTexts> = {
  'billing.hoursNotApproved': (v) =>
    `Timer, der ikke er godkendt: ${v.hours}. De bliver udenfor, til de er godkendt på siden Godkendelse af timer.`,
  'billing.expensesNotApproved': (v) =>
    v.count === 1
      ? 'Ét udlæg er ikke godkendt og bliver udenfor. Godkend det på siden Projektudlæg.'
      : `${v.count} udlæg er ikke godkendt og bliver udenfor. Godkend dem på siden Projektudlæg.`,
  'billing.noAccount': (v) =>
    `Ingen konto er valgt til ${names[v.productType] ?? v.productType}, ${v.where === 'domestic' ? 'indland' : 'udland'}. Vælg en i fakturaindstillingerne for virksomhed, kunde eller projekt.`,
  'billing.accountInactive': (v) =>
    `Kontoen ${v.account} er ikke længere aktiv. Vælg en anden, eller gør den aktiv igen.`,
  'billing.accountWithoutVat': (v) => `Kontoen ${v.account} har ingen momskode. Giv den en under Opsætning > Regnskab.`,
  'billing.vatWithoutRate': (v) =>
    `Momskoden ${v.code} har ingen procent den ${v.day}. Tilføj en, der gælder fra den dag eller før.`,
  'billing.activityClosed': (v) =>
    `Aktiviteten ${v.activity} er lukket og har stadig ufakturerede timer. De faktureres, medmindre du tager dem af.`,
  'billing.customerBlocked': (v) =>
    `${v.customer} er spærret og får ingen fakturaer. Gør kunden aktiv først, eller fakturér en anden.`,
  'billing.customerInactive': (v) => `${v.customer} er inaktiv. Se efter, om fakturaen skal til en anden kunde.`,
  'billing.customerParticipant': (v) =>
    `${v.customer} deltager kun i projekter og faktureres aldrig. Ret forholdet til kunde, eller vælg en anden i prismodellen.`,
  'billing.noPaymentTerm': (v) =>
    `Der er ingen betalingsdage for ${v.customer}. Sæt dem på kunden eller i virksomhedens fakturaindstillinger.`,
  'billing.noExchangeRate': (v) =>
    `Ingen kurs fra ${v.currency} til ${v.own} kendes endnu. Angiv kursen, når du laver kladden.`,
  'billing.noPlan': (v) =>
    `${v.model} har en aftalt pris og ingen betalingsplan: en kladde fakturerer alt, der er tilbage af prisen.`,
  'billing.noModel': (v) =>
    `Projektet ${v.project} har ingen prismodel, så intet af det kan faktureres. Tilføj en under projektets Priser.`,
}

const names: Readonly<Record<string, string>> = { hours: 'timer', expenses: 'udlæg', products: 'produkter' }
