import type { Translated } from '../lib/i18n/sentence.ts'
import type { choiceTexts } from './choice-texts.ts'

const because = (reason: string) => (reason ? ` Begrundelse: ${reason}` : '')

export const choiceTextsDa: Translated<typeof choiceTexts> = {
  'choice.waits': (v) => `${v.by} valgte at vente med ${v.number}; der ses efter igen.${because(v.reason)}`,
  'choice.seriesCorrected': (v) =>
    `${v.by} siger, at nummerserien er rigtig nu; ${v.number} prøves igen.${because(v.reason)}`,
  'choice.numberStands': (v) =>
    `${v.by} siger, at ${v.number} beholder det nummer, Uniconta giver den.${because(v.reason)}`,
  'choice.differenceAccepted': (v) =>
    `${v.by} accepterede, at beløbene på ${v.number} er anderledes i Uniconta.${because(v.reason)}`,
  'choice.marked': (v) =>
    `${v.by} markerede ${v.number} som overført: den står i Uniconta som ${v.there}.${because(v.reason)}`,
  'choice.sentAgain': (v) =>
    `${v.by} har set efter i Uniconta: ${v.number} er ikke bogført der. Den sendes igen som en ny ordre.${because(v.reason)}`,
  'choice.orderGoesOn': (v) =>
    `${v.by} så, hvad der sendes som ordre til ${v.number}, og lod den gå.${because(v.reason)}`,
  'choice.postGoesOn': (v) => `${v.by} så ordren til ${v.number} i Uniconta og lod den bogføre.${because(v.reason)}`,
  'choice.postingDay': (v) =>
    `${v.by} valgte ${v.day} som bogføringsdato for ${v.number}; fakturadato og forfaldsdato står ved magt.${because(v.reason)}`,
  'choice.seriesEmpty': (v) =>
    `${v.by} siger, at nummerserien i Uniconta er ny og tom; ${v.number} prøves igen.${because(v.reason)}`,
  'choice.continued': (v) =>
    `${v.by} lader nummerserien fortsætte med ${v.number}; næste nummer var ${v.before}.${because(v.reason)}`,
  'choice.notOffered': (v) =>
    `${v.number} er kommet videre, eller dette kan ikke vælges endnu. Se, hvordan den står nu.`,
  'choice.reasonMissing': () => 'Skriv hvorfor, så den, der senere læser historikken, forstår det.',
  'choice.notThere': (v) =>
    `Uniconta viser ingen faktura med nummer ${v.there}. Find den der under Debitor > Rapporter > Fakturaer.`,
  'choice.isAnothers': (v) => `Faktura ${v.there} i Uniconta er vores ${v.other}. Vælg en anden.`,
  'choice.otherSign': (v) =>
    `Af ${v.there} i Uniconta og vores ${v.number} er den ene en faktura og den anden en kreditnota. Vælg en anden.`,
  'choice.differs': (v) =>
    `Faktura ${v.there} i Uniconta og vores ${v.number} er forskellige (der / her): ${v.list}. Er det alligevel samme dokument, så sig, at du har set det.`,
  'choice.orderStands': (v) =>
    `Ordre ${v.order} til ${v.number} står stadig i Uniconta og kan bogføres. Slet den der under Debitor > Salgsordrer, og vælg så igen.`,
  'choice.invoiceStands': (v) =>
    `Uniconta viser ${v.number} som faktura ${v.there}. Den sendes ikke igen. Se efter nu, så regnes den for overført.`,
  'choice.unproved': (v) =>
    `Uniconta viste ikke den seneste faktura, som vides at være der, så det beviser intet, at ${v.number} ikke vises. Prøv igen om lidt.`,
  'choice.beforeItsDay': (v) =>
    `${v.number} er dateret ${v.day}, og bogføringsdatoen ligger før. Er det meningen, så sig det, og skriv hvorfor.`,
  'choice.numberUsedThere': (v) =>
    `Numre fra ${v.next} og op er allerede brugt i Uniconta. Vælg ${v.least} eller et højere.`,
  'choice.documentsWait': (v) =>
    `${v.count} ${v.count === 1 ? 'færdiggjort dokument venter' : 'færdiggjorte dokumenter venter'} med de gamle numre. Lad dem komme af sted først, og lad så serien fortsætte.`,
  'choice.isSettled': (v) => `${v.label} står allerede i Uniconta.`,
  'choice.noIntegration': () =>
    'Der er ingen integration endnu. Tilføj den under Opsætning > Indstillinger > Integrationer.',
}
