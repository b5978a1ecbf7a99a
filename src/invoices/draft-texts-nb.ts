import type { Translated } from '../lib/i18n/sentence.ts'
import { amountIn } from '../lib/i18n/written.ts'
import type { draftTexts } from './draft-texts.ts'

const amount = amountIn('nb')

export const draftTextsNb: Translated<typeof draftTexts> = {
  'draft.toApprove': (v) => `Fakturautkast venter på godkjenning, det nyeste til ${v.customer}.`,
  'draft.nothingToBill': (v) =>
    `Ingenting på ${v.project} er godkjent, fakturerbart og ufakturert til og med ${v.until}. Ingenting ble laget.`,
  'draft.takenMeanwhile': (v) =>
    `Ingenting på ${v.project} er igjen å fakturere: utkastet ${v.by} laget ${v.at}, har det. Åpne det utkastet i stedet.`,
  'draft.nothingToSettle': (v) =>
    `Det er ingenting å gjøre opp for ${v.project}: ingen avtalt pris eller timer er igjen, og ingen a konto-faktura er åpen.`,
  'draft.modelOfOther': (v) => `Prismodellen hører ikke til ${v.project}. Velg en annen.`,
  'draft.keyTaken': () => 'Nøkkelen hører til et annet utkast. Lag en ny for hvert utkast.',
  'draft.unknownProject': () => 'Prosjektet finnes ikke lenger. Velg et annet.',
  'draft.nonBillable': (v) => `Prismodellen ${v.model} faktureres aldri.`,
  'draft.withoutModel': (v) =>
    `Prosjektet ${v.project} har ingen prismodell. Legg til en under Priser i prosjektet, eller lag et tomt utkast.`,
  'draft.onAccountCredit': () => 'Et a konto-beløp faktureres med en faktura, ikke med en kreditnota.',
  'draft.onAccountPositive': () => 'Skriv et beløp over 0.',
  'draft.onAccountAlone': () => 'Et a konto-beløp går uten kilder og uten sluttoppgjør. La de andre feltene stå tomme.',
  'draft.creditWithSources': () =>
    'En kreditnota tar ingen timer og utlegg. La dagen stå tom og skriv linjene, eller krediter en faktura.',
  'draft.noExchangeRate': (v) =>
    `Ingen kurs fra ${v.currency} til ${v.own} er kjent. Oppgi prisen på én ${v.currency} i ${v.own}.`,
  'draft.finalized': (v) => `Faktura ${v.number} er ferdigstilt og blir som den er. Krediter den i stedet.`,
  'draft.alreadyApproved': () => 'Utkastet er allerede godkjent.',
  'draft.notApproved': () => 'Utkastet er ikke godkjent, så det er ingenting å ta tilbake.',
  'draft.approvalNotUsed': () => 'Utkast godkjennes ikke her: innstillingene for fakturering krever det ikke.',
  'draft.unknownCustomer': () => 'Kunden finnes ikke lenger. Velg en annen.',
  'draft.unknownDepartment': () => 'Avdelingen finnes ikke lenger. Velg en annen.',
  'draft.inactiveDepartment': (v) => `Avdelingen ${v.name} er ikke aktiv. Velg en annen.`,
  'draft.unknownContact': () => 'Kontaktpersonen finnes ikke lenger eller hører til en annen kunde. Velg en annen.',
  'draft.unknownAccount': () => 'Kontoen finnes ikke lenger. Velg en annen.',
  'draft.unknownActivity': () => 'Aktiviteten finnes ikke lenger eller hører til et annet prosjekt. Velg en annen.',
  'draft.kindFixed': () => 'Et dokument som krediterer en faktura eller fakturerer a konto, forblir det det er.',
  'draft.periodEndsBeforeStart': () => 'Den siste dagen i perioden ligger før den første.',
  'draft.tooLarge': () => 'Linjen blir mer enn 9 999 999 999,99. Skriv mindre tall eller flere linjer.',
  'draft.reasonNeeded': (v) =>
    `Timene eller kostnadene bak linjen er verdt ${v.registered}, og den fakturerer ${v.net}. Skriv grunnen.`,
  'draft.amountFixed': () =>
    'Linjen får beløpet fra en a konto-faktura, og bare teksten kan skrives. Slett linjen for å utelate den.',
  'draft.vatFixed': () => 'Linjen har konto og mva fra dokumentet den hører til.',
  'draft.unknownLine': () => 'Linjen er ikke lenger på utkastet. Last inn siden på nytt.',
  'draft.unknownSource': () => 'Dette er ikke lenger bak linjen. Last inn siden på nytt.',
  'draft.orderIncomplete': () => 'Rekkefølgen må nevne hver linje på utkastet én gang.',
  'draft.tooManyLines': () => 'Et utkast har høyst 20 000 linjer.',
  'draft.noLines': () => 'Utkastet har ingen linjer med et beløp. Legg til en, eller oppdater det fra kildene.',
  'draft.negative': (v) =>
    `Utkastet blir ${amount(v.gross)}. En negativ sum kan bare være en kreditnota: endre typen eller linjene.`,
  'draft.positiveCredit': (v) =>
    `Kreditnotaen blir ${amount(v.gross)}. Skriv antall med minus, eller endre typen til faktura.`,
  'draft.zero': () => 'Utkastet blir 0,00.',
  'draft.rateUnproved': (v) => `Skriv kilden og dagen for kursen på ${v.currency}: de står på dokumentet.`,
  'draft.rateOld': (v) =>
    `Kursen er fra ${v.rateOn}, fakturaen fra ${v.invoicedOn}. Loven krever den siste kursen ved levering.`,
  'draft.lockedPeriod': (v) =>
    `Fakturaen ville bli datert ${v.day}, og bøkene er låst til og med ${v.until}. Velg en senere dag.`,
  'draft.tooFarAhead': (v) =>
    `Fakturaen er datert ${v.day}, og i dag er det ${v.today}: et dokument dateres høyst 31 dager fram. Velg en tidligere dag.`,
  'draft.future': (v) => `Fakturaen er datert ${v.day}, som ikke er kommet ennå.`,
  'draft.vatChangesWithin': (v) =>
    `Linje ${v.line} ligger på begge sider av ${v.day}, der prosenten for mva-koden ${v.code} skifter. Del den, eller oppdater utkastet.`,
  'draft.buyerVatMissing': (v) =>
    `${v.customer} kjøper uten mva og har ikke noe mva-nummer. Nummeret må stå på dokumentet.`,
  'draft.buyerRegistrationMissing': (v) =>
    `${v.customer} gjør selv opp mva og har ikke noe organisasjonsnummer. Nummeret må stå på dokumentet.`,
  'draft.sellerRegistrationMissing': () => 'Selskapet har ikke noe organisasjonsnummer. Det må stå på enhver faktura.',
  'draft.needsApproval': () => 'Utkastet må godkjennes før det ferdigstilles.',
  'draft.approvalOutdated': (v) =>
    `${v.by} godkjente utkastet, og beløpene har endret seg siden: en konto, en mva-kode eller en innstilling er en annen nå. Godkjenn det igjen.`,
  'draft.sourcesChanged': (v) =>
    v.count === 1
      ? 'Én av kildene til utkastet har endret seg siden den ble tatt. Oppdater utkastet.'
      : `${v.count} av kildene til utkastet har endret seg siden de ble tatt. Oppdater utkastet.`,
  'draft.refreshedNothing': () => 'Utkastet har allerede alt til dagens priser.',
  'draft.refreshAdded': (v) => (v.count === 1 ? 'Én kilde ble lagt til.' : `${v.count} kilder ble lagt til.`),
  'draft.refreshRemoved': (v) =>
    v.count === 1
      ? 'Én kilde ble tatt av: den er ikke lenger godkjent eller fakturerbar.'
      : `${v.count} kilder ble tatt av: de er ikke lenger godkjent eller fakturerbare.`,
  'draft.refreshRepriced': (v) =>
    v.count === 1 ? 'Én kilde har en annen pris nå.' : `${v.count} kilder har en annen pris nå.`,
  'draft.refreshKept': (v) => `Linje ${v.line}, “${v.text}”, har andre kilder nå og ble latt som den er skrevet.`,
  'draft.refreshDeducted': (v) => `“${v.text}” ble satt på: den er ikke fratrukket andre steder.`,
  'draft.refreshDropped': (v) => `“${v.text}” ble tatt av: ingenting er igjen bak den.`,
}
