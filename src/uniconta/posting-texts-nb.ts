import type { Translated } from '../lib/i18n/sentence.ts'
import { amountIn } from '../lib/i18n/written.ts'
import type { postingTexts } from './posting-texts.ts'

const amount = amountIn('nb')
const amounts: Record<string, string> = { net: 'nettobeløpet', VAT: 'mva', total: 'totalen' }

export const postingTextsNb: Translated<typeof postingTexts> = {
  'post.settled': (v) => `Bokført som ${v.number}, bilag ${v.voucher}.`,
  'post.settledWithCosts': (v) =>
    `Bokført som ${v.number}, bilag ${v.voucher}. Den ga også kostnader på prosjekt ${v.project} i Uniconta: prosjektkategorien er av typen Omsætning, og kategorien eller varen dens har en kostnadskategori. Bruk en av typen Ratefakturering, eller fjern kostnadskategorien fra varen; før så kostnadene tilbake der.`,
  'post.marked': (v) => `${v.by} har merket dette som overført: det står i Uniconta som ${v.number}.`,
  'post.notCoupled': () => 'Ikke sendt: nummerserie uten overføring.',
  'post.older': (v) => `Ikke sendt: Akkord bokfører fakturaer fra nummer ${v.from}, og ${v.number} er eldre.`,
  'post.noAnswer': () => 'Sendt, men det kom ikke noe svar. Det ses etter om den kom fram.',
  'post.busy': (v) => `Uniconta ber om færre kall en stund (${v.code}). Ingenting ble bokført av dette kallet.`,
  'post.sessionOver': () => 'Økten tok slutt før kallet ble sendt. Det gjentas.',
  'post.uncertain': (v) =>
    `Bokføring av ${v.number} ble sendt, og det kom ikke noe svar. Det ses etter om den kom fram. Er den ikke funnet kl. ${v.until}, slettes ordren, og den sendes på nytt som en ny.`,
  'post.uncertainOrder': (v) =>
    `Ordren til ${v.number} ble sendt, og det kom ikke noe svar. Ingenting er bokført ennå. Er den ikke funnet kl. ${v.until}, sendes den på nytt under et annet ordrenummer.`,
  'post.vanished': (v) =>
    `Bokføring av ${v.number} ble sendt, og det kom ikke noe svar. Ordren er borte i Uniconta, og ingen faktura med vår referanse vises. Den sendes ikke på nytt av seg selv. Se i Uniconta under Kunde > Rapporter > Fakturaer, og fortell så hva som står der.`,
  'post.deleteRefused': (v) =>
    `Ordre ${v.order} til ${v.number} kunne ikke slettes i Uniconta: ${v.reason} Det sendes ikke mer før den er borte. Slett den der under Kunde > Salgsordrer, og se så etter på nytt.`,
  'post.seriesUnread': (v) =>
    `Uniconta viser ennå ingen faktura, så et tomt svar ville ikke bevise noe. Er nummerserien ny og tom, si det én gang, så sendes ${v.number}.`,
  'post.lookUnproved': (v) =>
    `Uniconta viste ikke den siste fakturaen som man vet er der, så det som vises om ${v.number}, teller ikke. Det ses etter på nytt.`,
  'post.notShownYet': (v) =>
    `Uniconta sier at ${v.number} er bokført som ${v.there}, men viser den ikke ennå. Det ses etter på nytt.`,
  'post.twice': (v) =>
    `${v.number} står mer enn én gang i Uniconta: fakturaene ${v.numbers} har vår referanse ${v.reference}. Sendingen er satt på pause. Krediter den ene i Uniconta, og si så hvilken som er vår.`,
  'post.lookAlike': (v) =>
    `Faktura ${v.there} i Uniconta har referansen ${v.reference} fra vår ${v.number}, men kunde, prosjekt eller beløp er et annet. Det kan være en kopi. Se på den der, og si så om den er vår.`,
  'post.foreignUse': (v) =>
    `Nummer ${v.number} er ikke ledig i Uniconta: ${v.count === 1 ? 'ett bilag' : `${v.count} bilag`} er laget der i vår nummerserie (${v.there}), og neste nummer der er ${v.next}. Rett nummerserien under Finans > Vedlikehold > Bilagsnummerserier, eller velg her hva som skal skje.`,
  'post.otherNext': (v) =>
    `Uniconta ville gi nummer ${v.next}, og vårt er ${v.number}. Sett "Neste" i nummerserien til ${v.serial ?? v.number} under Finans > Vedlikehold > Bilagsnummerserier, og send så på nytt.`,
  'post.creditsApart': (v) =>
    `Kreditnotaer tok ikke noe nummer i nummerserien i Uniconta, så ${v.next} er det neste der, og vårt er ${v.number}. Sett "Neste" i nummerserien til ${v.number} under Finans > Vedlikehold > Bilagsnummerserier, og send så på nytt; kreditnotaenes numre hoppes over der.`,
  'post.takenByOurs': (v) =>
    `Nummer ${v.number} er i Uniconta tatt av vår egen ${v.other}, som ble bokført der under det. ${v.next === v.free ? '' : `Sett "Neste" i nummerserien til ${v.free} under Finans > Vedlikehold > Bilagsnummerserier. `}La deretter nummeret i Uniconta gjelde: ${v.number} bokføres der som ${v.free}.`,
  'post.nextIsTaken': (v) =>
    `Uniconta ville gi nummer ${v.next} en gang til. Sett "Neste" i nummerserien til ${v.free} under Finans > Vedlikehold > Bilagsnummerserier, og send så ${v.number} på nytt.`,
  'post.otherNumber': (v) =>
    `Bokført i Uniconta som ${v.there}; her er den ${v.number}. Senere bilag venter. Si at nummeret der gjelder, eller krediter den der.`,
  'post.amountDiffers': (v) =>
    `Bokført som ${v.number}, men ${amounts[v.field] ?? v.field} i Uniconta er ${amount(v.there)}; her ${amount(v.here)}.`,
  'post.orderWrong': (v) =>
    `Ordren til ${v.number} ble tre ganger en annen i Uniconta enn den som ble sendt. Ingenting ble bokført. Se bak det siste forsøket hva som ble sendt og hva som står der, og send så på nytt.`,
  'post.orderRefused': (v) => `Uniconta avviste ordren til ${v.number}: ${v.reason} Ingenting ble bokført.`,
  'post.refused': (v) =>
    `Uniconta avviste å bokføre ${v.number} og sier ${v.code} ${v.about}. Ingenting ble bokført, og ordren er slettet igjen.`,
  'post.noAccount': (v) =>
    `${v.number} kan ikke bokføres: konto ${v.about} finnes ikke i Uniconta. Opprett den der under Finans > Kontoplan, eller velg en annen konto her under Oppsett > Innstillinger > Regnskap, og send så på nytt.`,
  'post.accountBlocked': (v) =>
    `${v.number} kan ikke bokføres: konto ${v.about} er sperret i Uniconta. Åpne den der under Finans > Kontoplan, og send så på nytt.`,
  'post.noVatCode': (v) =>
    `${v.number} kan ikke bokføres: mva-kode ${v.about} finnes ikke i Uniconta. Opprett den der under Finans > Vedlikehold > Mva-koder, eller rett koden her under Oppsett > Innstillinger > Regnskap, og send så på nytt.`,
  'post.blocked': (v) =>
    `${v.number} kan ikke bokføres: ${v.about} er sperret i Uniconta. Åpne den der, og send så på nytt.`,
  'post.debtorStopped': (v) =>
    `${v.number} kan ikke bokføres: kunden er sperret i Uniconta. Åpne den der under Kunde > Kunder, og send så på nytt.`,
  'post.projectBlocked': (v) =>
    `${v.number} kan ikke bokføres: prosjektet er sperret i Uniconta. Åpne det der under Prosjekt > Prosjekter, og send så på nytt.`,
  'post.periodClosed': (v) =>
    `${v.number} kan ikke bokføres: perioden er lukket i Uniconta. Åpne perioden der under Finans > Vedlikehold > Regnskapsår, eller gi en annen bokføringsdato her, og send så på nytt.`,
  'post.seriesBlocked': (v) =>
    `${v.number} kan ikke bokføres: nummerserien er sperret eller borte i Uniconta. Rett det der under Finans > Vedlikehold > Bilagsnummerserier, og send så på nytt.`,
  'post.noTerm': (v) =>
    `${v.number} kan ikke bokføres: Uniconta har ingen betalingsbetingelse med ${v.days} dager. Opprett den under Finans > Vedlikehold > Betalingsbetingelser, og send så på nytt.`,
  'post.noCategory': (v) =>
    `${v.number} kan ikke bokføres: prosjektkategori ${v.about} finnes ikke i Uniconta. Opprett den der under Prosjekt > Vedlikehold > Prosjektkategori, eller rett taggens kode her, og send så på nytt.`,
  'post.categoryType': (v) =>
    `${v.number} kan ikke bokføres: prosjektkategori ${v.about} i Uniconta er ikke for fakturaer. Velg en av typen Omsætning eller Ratefakturering for prosjektet, eller rett taggens kode her, og send så på nytt.`,
  'post.noCategoryTag': (v) =>
    `${v.number} kan ikke bokføres: prosjekt ${v.project} må ha nøyaktig én tagg av gruppen ${v.group}. Velg den på prosjektet, og send så på nytt.`,
  'post.noDepartmentTag': (v) =>
    `${v.number} kan ikke bokføres: avdelingen kommer fra nøyaktig én tagg av gruppen ${v.group}. Velg den, og send så på nytt.`,
  'post.noDepartment': (v) =>
    `${v.number} kan ikke bokføres: den har ingen avdeling. Velg avdelingen på prosjektet, eller velg en annen kilde til avdelinger under Oppsett > Innstillinger > Integrasjoner, og send så på nytt.`,
  'post.dimensionMissing': (v) =>
    `${v.number} kan ikke bokføres: Uniconta kjenner ikke avdelingen ${v.about} eller krever en. Rett det der under Finans > Vedlikehold > Dimensjoner, og send så på nytt.`,
  'post.noProjectThere': (v) =>
    `${v.number} kan ikke bokføres: prosjekt ${v.project} finnes ikke i Uniconta, og prosjekter eksporteres ikke. Opprett det der, eller slå på eksport av prosjekter, og send så på nytt.`,
  'post.projectUnread': (v) =>
    `${v.number} kan ikke bokføres: Uniconta viser ikke noe prosjekt, så man vet ikke om ${v.project} er der. Gi brukeren rett til å lese prosjekter, og send så på nytt.`,
  'post.noSeries': (v) =>
    `${v.number} kan ikke bokføres: nummeret som Uniconta ville gi, kan ikke leses. Velg nummerserien der under Kunde > Vedlikehold > Nummerserier sammen med "Fakturanummer = bilag", la brukeren lese den, og send så på nytt.`,
  'post.noCreditSeries': (v) =>
    `${v.number} kan ikke bokføres: nummeret som nummerserien ${v.serie} ville gi kreditnotaer i Uniconta, kan ikke leses. Si under Selskap > Eksporter fakturaer > Nummerserie hvilken nummerserie det er, la brukeren lese den, og send så på nytt.`,
  'post.wouldDiffer': (v) =>
    `${v.number} er ikke bokført: Uniconta ville gjort mva til ${amount(v.there)}, og vår er ${amount(v.here)}. ${v.rounding ? 'De to avrunder mva ulikt; fra nå av avrundes bilag her som der (Oppsett > Innstillinger > Regnskap).' : 'De to avrunder mva ulikt; se Oppsett > Innstillinger > Regnskap.'} En person kan godta inntil 0,05 på dette.`,
  'post.cameIn': (v) =>
    `Står i Uniconta som ${v.number}, bilag ${v.voucher}. Funnet der etter at en eldre sikkerhetskopi ble gjenopprettet.`,
  'post.restoredDoubt': (v) =>
    `En eldre sikkerhetskopi ble gjenopprettet, så det er ikke kjent om ${v.number} er bokført siden. Det ses etter i Uniconta før noe sendes.`,
}
