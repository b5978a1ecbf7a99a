import type { Translated } from '../lib/i18n/sentence.ts'
import type { choiceTexts } from './choice-texts.ts'

const because = (reason: string) => (reason ? ` Begrunnelse: ${reason}` : '')

export const choiceTextsNb: Translated<typeof choiceTexts> = {
  'choice.waits': (v) => `${v.by} valgte å vente med ${v.number}; det sees etter på nytt.${because(v.reason)}`,
  'choice.seriesCorrected': (v) =>
    `${v.by} sier at nummerserien er riktig nå; ${v.number} prøves igjen.${because(v.reason)}`,
  'choice.numberStands': (v) =>
    `${v.by} sier at ${v.number} beholder det nummeret Uniconta gir den.${because(v.reason)}`,
  'choice.differenceAccepted': (v) =>
    `${v.by} godtok at beløpene på ${v.number} er annerledes i Uniconta.${because(v.reason)}`,
  'choice.marked': (v) =>
    `${v.by} merket ${v.number} som overført: den står i Uniconta som ${v.there}.${because(v.reason)}`,
  'choice.sentAgain': (v) =>
    `${v.by} har sett etter i Uniconta: ${v.number} er ikke bokført der. Den sendes igjen som en ny ordre.${because(v.reason)}`,
  'choice.orderGoesOn': (v) =>
    `${v.by} så hva som sendes som ordre til ${v.number}, og lot den gå.${because(v.reason)}`,
  'choice.postGoesOn': (v) => `${v.by} så ordren til ${v.number} i Uniconta og lot den bokføres.${because(v.reason)}`,
  'choice.postingDay': (v) =>
    `${v.by} valgte ${v.day} som bokføringsdato for ${v.number}; fakturadato og forfallsdato blir stående.${because(v.reason)}`,
  'choice.seriesEmpty': (v) =>
    `${v.by} sier at nummerserien i Uniconta er ny og tom; ${v.number} prøves igjen.${because(v.reason)}`,
  'choice.continued': (v) =>
    `${v.by} lar nummerserien fortsette med ${v.number}; neste nummer var ${v.before}.${because(v.reason)}`,
  'choice.notOffered': (v) =>
    `${v.number} har kommet videre, eller dette kan ikke velges ennå. Se hvordan den står nå.`,
  'choice.reasonMissing': () => 'Skriv hvorfor, så den som senere leser historikken, forstår det.',
  'choice.notThere': (v) =>
    `Uniconta viser ingen faktura med nummer ${v.there}. Finn den der under Kunde > Rapporter > Fakturaer.`,
  'choice.isAnothers': (v) => `Faktura ${v.there} i Uniconta er vår ${v.other}. Velg en annen.`,
  'choice.otherSign': (v) =>
    `Av ${v.there} i Uniconta og vår ${v.number} er den ene en faktura og den andre en kreditnota. Velg en annen.`,
  'choice.differs': (v) =>
    `Faktura ${v.there} i Uniconta og vår ${v.number} er forskjellige (der / her): ${v.list}. Er det likevel samme dokument, så si at du har sett det.`,
  'choice.orderStands': (v) =>
    `Ordre ${v.order} til ${v.number} står fortsatt i Uniconta og kan bokføres. Slett den der under Kunde > Salgsordrer, og velg så igjen.`,
  'choice.invoiceStands': (v) =>
    `Uniconta viser ${v.number} som faktura ${v.there}. Den sendes ikke igjen. Se etter nå, så regnes den som overført.`,
  'choice.unproved': (v) =>
    `Uniconta viste ikke den siste fakturaen som en vet er der, så det beviser ingenting at ${v.number} ikke vises. Prøv igjen om litt.`,
  'choice.beforeItsDay': (v) =>
    `${v.number} er datert ${v.day}, og bokføringsdatoen ligger før. Er det meningen, så si det, og skriv hvorfor.`,
  'choice.numberUsedThere': (v) =>
    `Numre fra ${v.next} og opp er allerede brukt i Uniconta. Velg ${v.least} eller et høyere.`,
  'choice.documentsWait': (v) =>
    `${v.count} ${v.count === 1 ? 'ferdigstilt dokument venter' : 'ferdigstilte dokumenter venter'} med de gamle numrene. La dem gå først, og la så serien fortsette.`,
  'choice.isSettled': (v) => `${v.label} står allerede i Uniconta.`,
  'choice.noIntegration': () =>
    'Det finnes ingen integrasjon ennå. Legg den til under Oppsett > Innstillinger > Integrasjoner.',
}
