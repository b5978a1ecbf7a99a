import type { Translated } from '../lib/i18n/sentence.ts'
import type { unicontaTexts } from './uniconta-texts.ts'

export const unicontaTextsDa: Translated<typeof unicontaTexts> = {
  'uniconta.unreachable': (v) => `Uniconta kunne ikke nås på ${v.host}.`,
  'uniconta.noAnswer': (v) => `Uniconta svarede ikke inden for ${v.seconds} sekunder.`,
  'uniconta.serverTrouble': (v) => `Uniconta svarede med en fejl hos sig selv (${v.status}).`,
  'uniconta.busy': () => 'Uniconta beder om færre kald i en tid.',
  'uniconta.notData': (v) => `Uniconta svarede med ${v.what} i stedet for data.`,
  'uniconta.brokenAnswer': () => 'Svaret fra Uniconta brød af midt i det hele.',
  'uniconta.wrongPassword': (v) =>
    `Uniconta afviste navnet eller adgangskoden for brugeren ${v.user}. Intet gik tabt: det, der venter, går, når adgangskoden er rigtig under Opsætning > Indstillinger > Integrationer.`,
  'uniconta.passwordLost': (v) =>
    `Den gemte adgangskode kan ikke åbnes: denne Akkords hemmelige nøgle er en anden. Intet gik tabt: skriv adgangskoden for ${v.user} igen under Opsætning > Indstillinger > Integrationer.`,
  'uniconta.notServerUser': (v) =>
    `Uniconta afviste brugeren ${v.user} (${v.code}). Brugeren skal være en serverbruger: opret en under Firma > Vedligeholdelse > Brugere, eller spørg din Uniconta-partner.`,
  'uniconta.loginRefused': (v) =>
    `Uniconta ville ikke logge brugeren ${v.user} ind og siger ${v.code}. Brugeren skal være en serverbruger, der ikke er spærret og må åbne dette firma.`,
  'uniconta.companyGone': (v) =>
    `Bruger og adgangskode er rigtige, men firmaet ${v.company} kan ikke åbnes. Det er fjernet, eller brugeren har mistet adgangen; hent firmaerne, og vælg igen.`,
  'uniconta.companyNeeded': () =>
    'Uniconta lukker kun brugeren ind sammen med et firma. Skriv firmaets id i feltet Firma (det står i Uniconta under Firma > Firmaoplysninger), og hent igen.',
  'uniconta.wrongCompany': (v) => `Uniconta åbnede firmaet ${v.got}, da der blev bedt om ${v.asked}. Intet blev sendt.`,
  'uniconta.sessionTaken': (v) =>
    `Uniconta afsluttede sessionen før tid: en anden logger ind som ${v.user}. Giv Akkord sin egen bruger.`,
  'uniconta.sessionFought': (v) =>
    `Uniconta afsluttede sessionen tre gange på en time: et andet program logger ind som ${v.user}. Afsendelsen er sat på pause. Giv Akkord sin egen bruger, og lad den så fortsætte under Opsætning > Indstillinger > Integrationer.`,
  'uniconta.uncertain': () => 'Sendt, men der kom intet svar. Der ses efter, om det kom frem.',
  'uniconta.refused': (v) => `Uniconta afviste ${v.record}: ${v.reason}`,
  'uniconta.noRight': (v) =>
    `Uniconta-brugeren må ikke gemme ${v.record}: ${v.reason}. Giv brugeren rettigheden under Firma > Vedligeholdelse > Brugerrettigheder, og send igen.`,
  'uniconta.off': () => 'Ikke sendt: integrationen er slået fra.',
  'uniconta.otherCompany': () =>
    'Ikke i dette firma endnu: integrationen er flyttet til et andet firma. Kørslen over eksisterende poster sender den.',
  'uniconta.otherSeries': () =>
    'Ikke sendt: den blev færdiggjort, mens et andet firma var tilsluttet, og dens nummer hører til serien dér.',
  'uniconta.offCustomers': () => 'Ikke sendt: eksport af kunder er slået fra.',
  'uniconta.offProjects': () => 'Ikke sendt: eksport af projekter er slået fra.',
  'uniconta.offInvoices': () => 'Ikke sendt: eksport af fakturaer er slået fra.',
  'uniconta.participant': () => 'Ikke sendt: deltager kun i projekter og faktureres aldrig.',
  'uniconta.deleted': () => 'Slettet her. Posten i Uniconta bliver.',
  'uniconta.customerIn': (v) => `I Uniconta som debitor ${v.account}.`,
  'uniconta.projectIn': (v) => `I Uniconta som projekt ${v.number}.`,
  'uniconta.closedLater': (v) =>
    `I Uniconta som projekt ${v.number}, stadig åbent. Det lukkes der, når dets fakturaer er bogført.`,
  'uniconta.unchanged': (v) => `I Uniconta som ${v.key}. Intet skulle ændres der.`,
  'uniconta.countryUnknown': (v) =>
    `I Uniconta som debitor ${v.account}. Landet ${v.country} bliver her: sæt det én gang på en debitor i Uniconta, så lærer Kontrollér opsætning dets nummer.`,
  'uniconta.phaseUnknown': (v) =>
    `I Uniconta som projekt ${v.number}. Dets fase blev ladt i fred: hvad ${v.phase} hedder på Uniconta-brugerens sprog, vides ikke. Giv brugeren sproget engelsk.`,
  'uniconta.noGroupTag': (v) =>
    `Kunden har intet mærke i gruppen ${v.group}, som siger dens debitorgruppe i Uniconta. Vælg præcis ét.`,
  'uniconta.manyGroupTags': (v) => `Vælg præcis ét mærke i gruppen ${v.group}. Der er flere: ${v.tags}.`,
  'uniconta.tagWithoutCode': (v) =>
    `Mærket ${v.tag} i gruppen ${v.group} har ingen kode. Skriv koden, som Uniconta bruger, under Opsætning > Mærker.`,
  'uniconta.noProjectTag': (v) =>
    `Projektet har intet mærke i gruppen ${v.group}, som siger dets afdeling i Uniconta. Vælg præcis ét.`,
  'uniconta.noDepartment': () => 'Projektet har ingen afdeling, og integrationen sender projektets afdeling. Vælg en.',
  'uniconta.tooLong': (v) =>
    `${v.field} har ${v.length} tegn; Uniconta tager ${v.max}. Forkort det, så går det af sig selv.`,
  'uniconta.badNumber': (v) =>
    `Nummeret ${v.number} kan ikke bruges i Uniconta. Brug bogstaverne A-Z, cifre, bindestreg og understreg, højst 20 tegn.`,
  'uniconta.groupMissing': (v) =>
    `Uniconta har ingen debitorgruppe ${v.code}. Opret den under Debitor > Vedligeholdelse > Debitorgrupper, eller ret mærkets kode, og send igen.`,
  'uniconta.dimensionMissing': (v) =>
    `Uniconta har ingen værdi ${v.code} i dimensionen ${v.dimension}. Opret den under Finans > Vedligeholdelse > Dimensioner, eller ret afdelingens nummer her, og send igen.`,
  'uniconta.debtorMissing': (v) =>
    `Uniconta har ingen debitor ${v.account}, som projektet hører til. Send kunden ${v.customer} igen, og så projektet.`,
  'uniconta.debtorUnread': (v) =>
    `Uniconta viser slet ingen debitorer, og eksport af kunder er slået fra. Opret debitor ${v.number} der, eller giv Uniconta-brugeren ret til at læse debitorer, og send igen.`,
  'uniconta.existsThere': (v) =>
    `Uniconta har allerede ${v.key}, "${v.name}", som ikke er koblet til denne post. Kobl de to, hvis de er den samme, eller giv denne post et andet nummer.`,
  'uniconta.sameRegistration': (v) =>
    `Uniconta har allerede ${v.key}, "${v.name}", med CVR-nummeret ${v.registration}. Kobl de to, hvis de er den samme, eller ret CVR-nummeret.`,
  'uniconta.linkedElsewhere': (v) => `${capital(v.key)} i Uniconta er allerede koblet til en anden post her.`,
  'uniconta.numberChanged': (v) =>
    `Nummeret er ændret i Uniconta fra ${v.from} til ${v.to}. Ret det tilbage der, og send igen, eller kobl denne post til ${v.to}.`,
  'uniconta.gone': (v) => `${capital(v.key)} er ikke længere i Uniconta. Kobl en anden post, eller opret den igen.`,
  'uniconta.notGone': (v) => `Den oprettes ikke igen, for intet siger, at den er væk. ${v.state}`,
  'uniconta.perhapsGone': (v) => `Uniconta viste ikke ${v.key}. Der ses efter igen i en ny session.`,
  'uniconta.changedThere': (v) =>
    `Uniconta viser et andet indhold i ${v.field}: "${v.there}"; her "${v.here}".${v.more === 0 ? '' : v.more === 1 ? ' Ét felt mere afviger.' : ` ${v.more} felter mere afviger.`}`,
  'uniconta.notKept': (v) =>
    `Uniconta tog posten, men viser ${v.field} som "${v.there}" i stedet for "${v.here}". Nogen må se på det der.`,
  'uniconta.noCustomerThere': (v) =>
    `Uniconta har ingen debitor ${v.number}, og eksport af kunder er slået fra. Opret debitoren der med dette nummer, eller slå Eksportér kunder til.`,
  'uniconta.customerNotSent': (v) => `Kunden ${v.customer} er ikke i Uniconta, så dens projekt kan ikke være det.`,
  'uniconta.emptyTable': (v) =>
    `Uniconta viste slet ingen ${whats[v.what] ?? v.what}, skønt ${v.count} af vores står der. Intet blev sammenlignet; det forsøges igen næste nat. Bliver det ved, må Uniconta-brugeren måske ikke læse dem.`,
  'uniconta.compared': (v) =>
    `Sammenlignede ${v.customers} kunder og ${v.projects} projekter med Uniconta; ${v.differing === 0 ? 'ingen afviger' : `${v.differing} afviger`}.`,
  'uniconta.backfilled': (v) =>
    `Sendte eksisterende ${whats[v.what] ?? v.what}: ${counted([
      [v.created, 'oprettet'],
      [v.updated, 'rettet'],
      [v.unchanged, 'allerede rigtige'],
      [v.failed, 'venter på et menneske'],
    ])}.`,
  'uniconta.backfilling': (v) => `Eksisterende ${whats[v.what] ?? v.what}: ${v.done} af ${v.total}.`,
  'uniconta.backfillPaused': (v) =>
    `Eksisterende ${whats[v.what] ?? v.what}: sat på pause efter ${v.done} af ${v.total}.`,
  'uniconta.backfillEnded': (v) =>
    `Eksisterende ${whats[v.what] ?? v.what}: endte efter ${v.done} af ${v.total}, fordi firmaet blev skiftet eller integrationen fjernet.`,
  'uniconta.callsMany': (v) =>
    `Der er foretaget ${v.calls} kald i dag, og ${v.free} er gratis. Indtil midnat lader Uniconta hvert kald vente et sekund, så afsendelsen går langsommere.`,
}

const whats: Readonly<Record<string, string>> = {
  customers: 'kunder',
  projects: 'projekter',
  debtors: 'debitorer',
}

function counted(parts: readonly (readonly [count: number, what: string])[]): string {
  const some = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`)
  return some.length > 0 ? some.join(', ') : 'der var ingen'
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
