import type { Translated } from '../lib/i18n/sentence.ts'
import { amountIn, danishClock } from '../lib/i18n/written.ts'
import type { draftTexts } from './draft-texts.ts'

const amount = amountIn('da')

export const draftTextsDa: Translated<typeof draftTexts> = {
  'draft.toApprove': (v) => `Fakturakladder venter på godkendelse, den nyeste til ${v.customer}.`,
  'draft.nothingToBill': (v) =>
    `Intet på ${v.project} er godkendt, fakturerbart og ufaktureret til og med ${v.until}. Intet blev lavet.`,
  'draft.takenMeanwhile': (v) =>
    `Intet på ${v.project} er tilbage at fakturere: den kladde, ${v.by} lavede kl. ${danishClock(v.at)}, har det. Åbn den kladde i stedet.`,
  'draft.nothingToSettle': (v) =>
    `Der er intet at afregne for ${v.project}: ingen aftalt pris eller timer er tilbage, og ingen a conto-faktura er åben.`,
  'draft.modelOfOther': (v) => `Prismodellen hører ikke til ${v.project}. Vælg en anden.`,
  'draft.keyTaken': () => 'Nøglen hører til en anden kladde. Lav en ny til hver kladde.',
  'draft.unknownProject': () => 'Projektet findes ikke længere. Vælg et andet.',
  'draft.nonBillable': (v) => `Prismodellen ${v.model} faktureres aldrig.`,
  'draft.withoutModel': (v) =>
    `Projektet ${v.project} har ingen prismodel. Tilføj en under projektets Priser, eller lav en tom kladde.`,
  'draft.onAccountCredit': () => 'Et a conto-beløb faktureres med en faktura, ikke med en kreditnota.',
  'draft.onAccountPositive': () => 'Skriv et beløb over 0.',
  'draft.onAccountAlone': () =>
    'Et a conto-beløb går uden kilder og uden slutafregning. Lad de andre felter stå tomme.',
  'draft.creditWithSources': () =>
    'En kreditnota tager ingen timer og udlæg. Lad dagen stå tom og skriv dens linjer, eller kreditér en faktura.',
  'draft.noExchangeRate': (v) =>
    `Ingen kurs fra ${v.currency} til ${v.own} kendes. Angiv prisen på én ${v.currency} i ${v.own}.`,
  'draft.finalized': (v) => `Faktura ${v.number} er færdiggjort og bliver, som den er. Kreditér den i stedet.`,
  'draft.alreadyApproved': () => 'Kladden er allerede godkendt.',
  'draft.notApproved': () => 'Kladden er ikke godkendt, så der er intet at tage tilbage.',
  'draft.approvalNotUsed': () => 'Kladder godkendes ikke her: indstillingerne for fakturering kræver det ikke.',
  'draft.unknownCustomer': () => 'Kunden findes ikke længere. Vælg en anden.',
  'draft.unknownDepartment': () => 'Afdelingen findes ikke længere. Vælg en anden.',
  'draft.inactiveDepartment': (v) => `Afdelingen ${v.name} er ikke aktiv. Vælg en anden.`,
  'draft.unknownContact': () => 'Kontaktpersonen findes ikke længere eller hører til en anden kunde. Vælg en anden.',
  'draft.unknownAccount': () => 'Kontoen findes ikke længere. Vælg en anden.',
  'draft.unknownActivity': () => 'Aktiviteten findes ikke længere eller hører til et andet projekt. Vælg en anden.',
  'draft.kindFixed': () => 'Et dokument, der krediterer en faktura eller fakturerer a conto, forbliver, hvad det er.',
  'draft.periodEndsBeforeStart': () => 'Periodens sidste dag ligger før den første.',
  'draft.tooLarge': () => 'Linjen bliver til mere end 9.999.999.999,99. Skriv mindre tal eller flere linjer.',
  'draft.reasonNeeded': (v) =>
    `Timerne eller udgifterne bag linjen er ${v.registered} værd, og den fakturerer ${v.net}. Skriv grunden.`,
  'draft.amountFixed': () =>
    'Linjen får sit beløb fra en a conto-faktura, og kun dens tekst kan skrives. Slet linjen for at udelade den.',
  'draft.vatFixed': () => 'Linjen har konto og moms fra det dokument, den hører til.',
  'draft.unknownLine': () => 'Linjen er ikke længere på kladden. Genindlæs siden.',
  'draft.unknownSource': () => 'Dette er ikke længere bag linjen. Genindlæs siden.',
  'draft.orderIncomplete': () => 'Rækkefølgen skal nævne hver af kladdens linjer én gang.',
  'draft.tooManyLines': () => 'En kladde har højst 20.000 linjer.',
  'draft.noLines': () => 'Kladden har ingen linjer med et beløb. Tilføj en, eller opdatér den fra dens kilder.',
  'draft.negative': (v) =>
    `Kladden bliver ${amount(v.gross)}. En negativ sum kan kun være en kreditnota: ret dens slags eller dens linjer.`,
  'draft.positiveCredit': (v) =>
    `Kreditnotaen bliver ${amount(v.gross)}. Skriv antal med minus, eller ret dens slags til faktura.`,
  'draft.zero': () => 'Kladden bliver 0,00.',
  'draft.rateUnproved': (v) => `Skriv kilden og dagen for kursen på ${v.currency}: de står på dokumentet.`,
  'draft.rateOld': (v) =>
    `Kursen er fra ${v.rateOn}, fakturaen fra ${v.invoicedOn}. Loven kræver den seneste kurs ved leveringen.`,
  'draft.lockedPeriod': (v) =>
    `Fakturaen ville blive dateret ${v.day}, og bøgerne er låst til og med ${v.until}. Vælg en senere dag.`,
  'draft.tooFarAhead': (v) =>
    `Fakturaen er dateret ${v.day}, og i dag er det ${v.today}: et dokument dateres højst 31 dage frem. Vælg en tidligere dag.`,
  'draft.future': (v) => `Fakturaen er dateret ${v.day}, som ikke er kommet endnu.`,
  'draft.vatChangesWithin': (v) =>
    `Linje ${v.line} ligger på begge sider af ${v.day}, hvor procenten for momskoden ${v.code} skifter. Del den, eller opdatér kladden.`,
  'draft.buyerVatMissing': (v) =>
    `${v.customer} køber uden moms og har intet momsnummer. Nummeret skal stå på dokumentet.`,
  'draft.buyerRegistrationMissing': (v) =>
    `${v.customer} afregner selv momsen og har intet CVR-nummer. Nummeret skal stå på dokumentet.`,
  'draft.sellerRegistrationMissing': () => 'Virksomheden har intet CVR-nummer. Det skal stå på enhver faktura.',
  'draft.needsApproval': () => 'Kladden skal godkendes, før den færdiggøres.',
  'draft.approvalOutdated': (v) =>
    `${v.by} godkendte kladden, og dens beløb har ændret sig siden: en konto, en momskode eller en indstilling er en anden nu. Godkend den igen.`,
  'draft.sourcesChanged': (v) =>
    v.count === 1
      ? 'Én af kladdens kilder har ændret sig, siden den blev taget. Opdatér kladden.'
      : `${v.count} af kladdens kilder har ændret sig, siden de blev taget. Opdatér kladden.`,
  'draft.refreshedNothing': () => 'Kladden har allerede det hele til dagens priser.',
  'draft.refreshAdded': (v) => (v.count === 1 ? 'Én kilde blev tilføjet.' : `${v.count} kilder blev tilføjet.`),
  'draft.refreshRemoved': (v) =>
    v.count === 1
      ? 'Én kilde blev taget af: den er ikke længere godkendt eller fakturerbar.'
      : `${v.count} kilder blev taget af: de er ikke længere godkendt eller fakturerbare.`,
  'draft.refreshRepriced': (v) =>
    v.count === 1 ? 'Én kilde har en anden pris nu.' : `${v.count} kilder har en anden pris nu.`,
  'draft.refreshKept': (v) => `Linje ${v.line}, “${v.text}”, har andre kilder nu og blev ladt, som den er skrevet.`,
  'draft.refreshDeducted': (v) => `“${v.text}” blev sat på: den er ikke fratrukket andre steder.`,
  'draft.refreshDropped': (v) => `“${v.text}” blev taget af: intet er tilbage bag den.`,
}
