import type { Translated } from '../lib/i18n/sentence.ts'
import { amountIn, danishClock } from '../lib/i18n/written.ts'
import type { postingTexts } from './posting-texts.ts'

const amount = amountIn('da')
const amounts: Record<string, string> = { net: 'nettobeløbet', VAT: 'momsen', total: 'totalen' }

export const postingTextsDa: Translated<typeof postingTexts> = {
  'post.settled': (v) => `Bogført som ${v.number}, bilag ${v.voucher}.`,
  'post.settledWithCosts': (v) =>
    `Bogført som ${v.number}, bilag ${v.voucher}. Den gav også omkostninger på projekt ${v.project} i Uniconta: projektkategorien er af typen Omsætning, og kategorien eller dens vare har en omkostningskategori. Brug en af typen Ratefakturering, eller fjern omkostningskategorien fra varen; før derefter omkostningerne tilbage der.`,
  'post.marked': (v) => `${v.by} har markeret dette som overført: det står i Uniconta som ${v.number}.`,
  'post.notCoupled': () => 'Ikke sendt: nummerserie uden overførsel.',
  'post.older': (v) => `Ikke sendt: Akkord bogfører fakturaer fra nummer ${v.from}, og ${v.number} er ældre.`,
  'post.noAnswer': () => 'Sendt, men der kom intet svar. Der ses efter, om den nåede frem.',
  'post.busy': (v) => `Uniconta beder om færre kald i en tid (${v.code}). Intet blev bogført af dette kald.`,
  'post.sessionOver': () => 'Sessionen sluttede, før kaldet blev sendt. Det gentages.',
  'post.uncertain': (v) =>
    `Bogføring af ${v.number} blev sendt, og der kom intet svar. Der ses efter, om den nåede frem. Er den ikke fundet kl. ${danishClock(v.until)}, slettes ordren, og den sendes igen som en ny.`,
  'post.uncertainOrder': (v) =>
    `Ordren til ${v.number} blev sendt, og der kom intet svar. Intet er bogført endnu. Er den ikke fundet kl. ${danishClock(v.until)}, sendes den igen under et andet ordrenummer.`,
  'post.vanished': (v) =>
    `Bogføring af ${v.number} blev sendt, og der kom intet svar. Ordren er væk i Uniconta, og ingen faktura med vores reference vises. Den sendes ikke igen af sig selv. Se i Uniconta under Debitor > Rapporter > Fakturaer, og fortæl så, hvad der står.`,
  'post.deleteRefused': (v) =>
    `Ordre ${v.order} til ${v.number} kunne ikke slettes i Uniconta: ${v.reason} Der sendes ikke mere, før den er væk. Slet den der under Debitor > Salgsordrer, og se så efter igen.`,
  'post.seriesUnread': (v) =>
    `Uniconta viser endnu ingen faktura, så et tomt svar ville intet bevise. Er nummerserien ny og tom, så sig det én gang, og ${v.number} sendes.`,
  'post.lookUnproved': (v) =>
    `Uniconta viste ikke den seneste faktura, som vides at være der, så det, der vises om ${v.number}, tæller ikke. Der ses efter igen.`,
  'post.notShownYet': (v) =>
    `Uniconta siger, at ${v.number} er bogført som ${v.there}, men viser den ikke endnu. Der ses efter igen.`,
  'post.twice': (v) =>
    `${v.number} står mere end én gang i Uniconta: fakturaerne ${v.numbers} bærer vores reference ${v.reference}. Afsendelsen er sat på pause. Krediter den ene i Uniconta, og sig så, hvilken der er vores.`,
  'post.lookAlike': (v) =>
    `Faktura ${v.there} i Uniconta bærer referencen ${v.reference} fra vores ${v.number}, men kunde, projekt eller beløb er et andet. Det kan være en kopi. Se på den der, og sig så, om den er vores.`,
  'post.foreignUse': (v) =>
    `Nummer ${v.number} er ikke frit i Uniconta: ${v.count === 1 ? 'ét bilag' : `${v.count} bilag`} er lavet der i vores nummerserie (${v.there}), og næste nummer der er ${v.next}. Ret nummerserien under Finans > Vedligeholdelse > Bilagsnummerserier, eller vælg her, hvad der skal ske.`,
  'post.otherNext': (v) =>
    `Uniconta ville give nummer ${v.next}, og vores er ${v.number}. Sæt "Næste" i nummerserien til ${v.serial ?? v.number} under Finans > Vedligeholdelse > Bilagsnummerserier, og send så igen.`,
  'post.creditsApart': (v) =>
    `Kreditnotaer tog intet nummer i nummerserien i Uniconta, så ${v.next} er det næste der, og vores er ${v.number}. Sæt "Næste" i nummerserien til ${v.number} under Finans > Vedligeholdelse > Bilagsnummerserier, og send så igen; kreditnotaernes numre springes over der.`,
  'post.takenByOurs': (v) =>
    `Nummer ${v.number} er i Uniconta taget af vores egen ${v.other}, som blev bogført der under det. ${v.next === v.free ? '' : `Sæt "Næste" i nummerserien til ${v.free} under Finans > Vedligeholdelse > Bilagsnummerserier. `}Lad derefter nummeret i Uniconta gælde: ${v.number} bogføres der som ${v.free}.`,
  'post.nextIsTaken': (v) =>
    `Uniconta ville give nummer ${v.next} en gang til. Sæt "Næste" i nummerserien til ${v.free} under Finans > Vedligeholdelse > Bilagsnummerserier, og send så ${v.number} igen.`,
  'post.otherNumber': (v) =>
    `Bogført i Uniconta som ${v.there}; her er den ${v.number}. Senere bilag venter. Sig, at nummeret der gælder, eller krediter den der.`,
  'post.amountDiffers': (v) =>
    `Bogført som ${v.number}, men ${amounts[v.field] ?? v.field} i Uniconta er ${amount(v.there)}; her ${amount(v.here)}.`,
  'post.orderWrong': (v) =>
    `Ordren til ${v.number} blev tre gange en anden i Uniconta end den, der blev sendt. Intet blev bogført. Se bag det seneste forsøg, hvad der blev sendt, og hvad der står, og send så igen.`,
  'post.orderRefused': (v) => `Uniconta afviste ordren til ${v.number}: ${v.reason} Intet blev bogført.`,
  'post.refused': (v) =>
    `Uniconta afviste at bogføre ${v.number} og siger ${v.code} ${v.about}. Intet blev bogført, og ordren er slettet igen.`,
  'post.noAccount': (v) =>
    `${v.number} kan ikke bogføres: konto ${v.about} findes ikke i Uniconta. Opret den der under Finans > Kontoplan, eller vælg en anden konto her under Opsætning > Indstillinger > Regnskab, og send så igen.`,
  'post.accountBlocked': (v) =>
    `${v.number} kan ikke bogføres: konto ${v.about} er spærret i Uniconta. Åbn den der under Finans > Kontoplan, og send så igen.`,
  'post.noVatCode': (v) =>
    `${v.number} kan ikke bogføres: momskode ${v.about} findes ikke i Uniconta. Opret den der under Finans > Vedligeholdelse > Momskoder, eller ret koden her under Opsætning > Indstillinger > Regnskab, og send så igen.`,
  'post.blocked': (v) =>
    `${v.number} kan ikke bogføres: ${v.about} er spærret i Uniconta. Åbn den der, og send så igen.`,
  'post.debtorStopped': (v) =>
    `${v.number} kan ikke bogføres: debitoren er spærret i Uniconta. Åbn den der under Debitor > Debitorer, og send så igen.`,
  'post.projectBlocked': (v) =>
    `${v.number} kan ikke bogføres: projektet er spærret i Uniconta. Åbn det der under Projekt > Projekter, og send så igen.`,
  'post.periodClosed': (v) =>
    `${v.number} kan ikke bogføres: perioden er lukket i Uniconta. Åbn perioden der under Finans > Vedligeholdelse > Regnskabsår, eller giv en anden bogføringsdato her, og send så igen.`,
  'post.seriesBlocked': (v) =>
    `${v.number} kan ikke bogføres: nummerserien er spærret eller væk i Uniconta. Ret det der under Finans > Vedligeholdelse > Bilagsnummerserier, og send så igen.`,
  'post.noTerm': (v) =>
    `${v.number} kan ikke bogføres: Uniconta har ingen betalingsbetingelse med ${v.days} dage. Opret den under Finans > Vedligeholdelse > Betalingsbetingelser, og send så igen.`,
  'post.noCategory': (v) =>
    `${v.number} kan ikke bogføres: projektart ${v.about} findes ikke i Uniconta. Opret den der under Projekt > Vedligeholdelse > Projektarter, eller ret mærkets kode her, og send så igen.`,
  'post.categoryType': (v) =>
    `${v.number} kan ikke bogføres: projektart ${v.about} i Uniconta er ikke til fakturaer. Vælg en af typen Omsætning eller Ratefakturering til projektet, eller ret mærkets kode her, og send så igen.`,
  'post.noCategoryTag': (v) =>
    `${v.number} kan ikke bogføres: projekt ${v.project} skal have netop ét mærke af gruppen ${v.group}. Vælg det på projektet, og send så igen.`,
  'post.noDepartmentTag': (v) =>
    `${v.number} kan ikke bogføres: afdelingen kommer fra netop ét mærke af gruppen ${v.group}. Vælg det, og send så igen.`,
  'post.noDepartment': (v) =>
    `${v.number} kan ikke bogføres: den har ingen afdeling. Vælg afdelingen på projektet, eller vælg en anden kilde til afdelinger under Opsætning > Indstillinger > Integrationer, og send så igen.`,
  'post.dimensionMissing': (v) =>
    `${v.number} kan ikke bogføres: Uniconta kender ikke afdelingen ${v.about} eller kræver en. Ret det der under Finans > Vedligeholdelse > Dimensioner, og send så igen.`,
  'post.noProjectThere': (v) =>
    `${v.number} kan ikke bogføres: projekt ${v.project} findes ikke i Uniconta, og projekter eksporteres ikke. Opret det der, eller slå eksport af projekter til, og send så igen.`,
  'post.projectUnread': (v) =>
    `${v.number} kan ikke bogføres: Uniconta viser intet projekt, så det vides ikke, om ${v.project} er der. Giv brugeren ret til at læse projekter, og send så igen.`,
  'post.noSeries': (v) =>
    `${v.number} kan ikke bogføres: det nummer, Uniconta ville give, kan ikke læses. Vælg nummerserien der under Debitor > Vedligeholdelse > Nummerserier sammen med "Fakturanummer = bilag", giv brugeren lov til at læse den, og send så igen.`,
  'post.noCreditSeries': (v) =>
    `${v.number} kan ikke bogføres: det nummer, som nummerserien ${v.serie} ville give kreditnotaer i Uniconta, kan ikke læses. Sig under Virksomhed > Eksportér fakturaer > Nummerserie, hvilken nummerserie det er, giv brugeren lov til at læse den, og send så igen.`,
  'post.wouldDiffer': (v) =>
    `${v.number} er ikke bogført: Uniconta ville gøre momsen til ${amount(v.there)}, og vores er ${amount(v.here)}. ${v.rounding ? 'De to afrunder moms forskelligt; fra nu af afrundes bilag her som der (Opsætning > Indstillinger > Regnskab).' : 'De to afrunder moms forskelligt; se Opsætning > Indstillinger > Regnskab.'} En person kan acceptere op til 0,05 på dette.`,
  'post.cameIn': (v) =>
    `Står i Uniconta som ${v.number}, bilag ${v.voucher}. Fundet dér, efter at en ældre sikkerhedskopi blev indlæst.`,
  'post.restoredDoubt': (v) =>
    `En ældre sikkerhedskopi blev indlæst, så det vides ikke, om ${v.number} er bogført siden. Der ses efter i Uniconta, før noget sendes.`,
}
