import type { Translated } from '../lib/i18n/sentence.ts'
import type { checkTexts } from './check-texts.ts'

export const checkTextsDa: Translated<typeof checkTexts> = {
  'check.signIn': () => 'Log ind',
  'check.signIn.ok': (v) => `Logget ind; firmaet ${v.company} er åbent.`,
  'check.refused': (v) => `Uniconta lader ikke brugeren se på dette: ${v.reason}`,
  'check.refused.where': () => 'Firma > Vedligeholdelse > Brugerrettigheder',
  'check.elsewhere': () => 'Sin egen bruger',
  'check.elsewhere.ok': (v) => `Ingen andre har brugt brugeren de sidste ${v.days} dage.`,
  'check.elsewhere.seen': (v) =>
    `Et andet program loggede ind som ${v.user} ${v.count === 1 ? 'én gang' : `${v.count} gange`} de sidste ${v.days} dage og afsluttede Akkords session. Giv Akkord sin egen serverbruger.`,
  'check.elsewhere.where': () => 'Firma > Vedligeholdelse > Brugere',
  'check.language': () => 'Brugerens sprog',
  'check.language.ok': (v) => `Brugeren læser ${v.language}, som forstås.`,
  'check.language.other': (v) =>
    `Brugeren læser ${v.language}. Faser skrives så på engelsk og tages måske ikke. Giv brugeren engelsk eller dansk.`,
  'check.language.unknown': () => 'Brugerens sprog kunne ikke læses. Der regnes med engelsk.',
  'check.language.where': () => 'Firma > Vedligeholdelse > Brugere > Sprog',
  'check.groups': () => 'Debitorgrupper',
  'check.groups.noGroup': () => 'Mærkegruppen til kundegrupper findes ikke længere. Vælg en i integrationen.',
  'check.groups.rule': (v) =>
    `Mærkegruppen ${v.group} kræver ikke præcis ét mærke. Ret dens regel, ellers fejler kunder uden eller med to grupper.`,
  'check.groups.noTags': (v) =>
    `Mærkegruppen ${v.group} har ingen mærker. Hent grupperne fra Uniconta for at lave dem.`,
  'check.groups.noCode': (v) => `Disse mærker har ingen kode: ${v.tags}. Koden er debitorgruppen i Uniconta.`,
  'check.groups.notThere': (v) => `Uniconta har ingen debitorgruppe med disse koder: ${v.codes}.`,
  'check.groups.unread': () =>
    'Ingen debitorgruppe kunne læses. Brugeren mangler måske rettigheden, eller firmaet har ingen.',
  'check.groups.ok': (v) =>
    v.count === 1
      ? 'Det ene mærke passer til en debitorgruppe.'
      : `Alle ${v.count} mærker passer til en debitorgruppe.`,
  'check.groups.where': () => 'Debitor > Vedligeholdelse > Debitorgrupper',
  'check.tagless': () => 'Kunder uden gruppe',
  'check.tagless.some': (v) =>
    v.count === 1
      ? `Én kunde har ikke præcis ét mærke i ${v.group} og kan ikke sendes.`
      : `${v.count} kunder har ikke præcis ét mærke i ${v.group} og kan ikke sendes.`,
  'check.tagless.ok': () => 'Alle kunder har præcis ét.',
  'check.numbers': () => 'Numre',
  'check.numbers.some': (v) =>
    `${v.count === 1 ? 'Ét nummer' : `${v.count} numre`} kan ikke bruges i Uniconta, for eksempel ${v.examples}. Der tages bogstaverne A-Z, cifre, bindestreg og understreg, højst 20.`,
  'check.numbers.ok': () => 'Alle kunders og projekters numre kan bruges i Uniconta.',
  'check.countries': () => 'Lande',
  'check.countries.some': (v) =>
    `Uniconta nummererer lande selv, og numrene på disse kendes ikke: ${v.countries}. Deres kunder sendes uden land. Sæt hvert af dem én gang på en debitor der, og kontrollér igen: så læres det.`,
  'check.countries.ok': () => 'Alle kunders lande kendes.',
  'check.countries.where': () => 'Debitor > Debitorer > Land',
  'check.fax': () => 'Faxnummer',
  'check.fax.none': () =>
    'Uniconta har intet felt til det, så faxnumre bliver her. Tilføj et brugerdefineret felt med navnet Fax til debitorer der, så sendes de.',
  'check.fax.ok': (v) => `Går til det brugerdefinerede felt ${v.field}.`,
  'check.fax.where': () => 'Værktøjer > Brugerdefinerede felter > Debitor',
  'check.projectGroup': () => 'Standardprojektgruppe',
  'check.projectGroup.none': () =>
    'Ingen projektgruppe er mærket som standard. Et nyt projekt behøver en, for det sendes uden gruppe.',
  'check.projectGroup.unread': () =>
    'Ingen projektgruppe kunne læses. Brugeren mangler måske rettigheden, eller firmaet har ingen.',
  'check.projectGroup.ok': (v) => `Nye projekter får gruppen ${v.group}.`,
  'check.projectGroup.where': () => 'Projekt > Vedligeholdelse > Projektgrupper',
  'check.dimension': () => 'Afdelingsdimension',
  'check.dimension.gone': (v) => `Dimension ${v.number} bruges ikke længere i firmaet.`,
  'check.dimension.ok': (v) => `Afdelinger er dimensionen ${v.name}.`,
  'check.dimension.where': () => 'Finans > Vedligeholdelse > Dimensioner',
  'check.departments': () => 'Afdelinger',
  'check.departments.notThere': (v) => `Dimensionen ${v.dimension} har ingen værdi ${v.codes}.`,
  'check.departments.blocked': (v) => `Spærret i Uniconta: ${v.codes}.`,
  'check.departments.noGroup': () => 'Mærkegruppen til afdelinger findes ikke længere. Vælg en i integrationen.',
  'check.departments.noTags': (v) => `Mærkegruppen ${v.group} har ingen mærker. Lav et til hver afdeling.`,
  'check.departments.rule': (v) => `Mærkegruppen ${v.group} kræver ikke præcis ét mærke.`,
  'check.departments.noCode': (v) => `Disse mærker har ingen kode: ${v.tags}.`,
  'check.departments.ok': () => 'Hver afdeling har sin værdi i Uniconta.',
  'check.departmentless': () => 'Projekter uden afdeling',
  'check.departmentless.some': (v) =>
    `${v.count === 1 ? 'Ét projekt har' : `${v.count} projekter har`} ingen og kan ikke sendes.`,
  'check.departmentless.ok': () => 'Alle projekter har en.',
  'check.calls': () => 'Kald i dag',
  'check.calls.many': (v) =>
    `${v.calls} af ${v.free} gratis kald er brugt. Derover gør Uniconta hvert kald langsommere.`,
  'check.calls.ok': (v) => `${v.calls} af ${v.free} gratis kald er brugt.`,
  'verify.signIn': () => 'Logger ind',
  'verify.read': () => 'Læser det nødvendige',
  'verify.write': () => 'Prøver retten til at gemme',
  'verify.save': () => 'Gemmer',
  'verify.mayNotSave': (v) =>
    `Brugeren ${v.user} må ikke oprette ${things[v.what] ?? v.what} i Uniconta. Giv brugeren rettigheden under Firma > Vedligeholdelse > Brugerrettigheder, og gem igen.`,
  'verify.mayNotRead': (v) =>
    `Ingen ${groups[v.what] ?? v.what} kunne læses i Uniconta: brugeren ${v.user} mangler måske rettigheden, eller firmaet har ingen. Giv brugeren rettigheden under Firma > Vedligeholdelse > Brugerrettigheder, og gem igen.`,
  'verify.mayNotReadInvoices': (v) =>
    `Projektarter, ordrer eller fakturaer kunne ikke læses i Uniconta: brugeren ${v.user} mangler måske rettigheden, eller firmaet har ingen projektart. Giv brugeren rettigheden under Firma > Vedligeholdelse > Brugerrettigheder, og gem igen.`,
  'verify.cannotTry': () =>
    'Retten til at gemme kunne ikke prøves, da der ikke er nogen post endnu. Den første, der sendes, vil vise det.',
  'check.categories.unread': () =>
    'Ingen projektart, som en faktura må bære, kunne læses. Brugeren mangler måske rettigheden, eller firmaet har ingen af typen Omsætning eller Ratefakturering.',
  'dialog.tagGroupMissing': () => 'Vælg mærkegruppen.',
  'dialog.tagGroupGone': () => 'Mærkegruppen findes ikke eller er ikke til denne slags poster.',
  'check.done': (v) =>
    v.errors + v.warnings === 0
      ? 'Kontrollerede opsætningen: alt er rigtigt.'
      : `Kontrollerede opsætningen: ${[
          v.errors === 0 ? '' : `${v.errors} fejl`,
          v.warnings === 0 ? '' : v.warnings === 1 ? '1 advarsel' : `${v.warnings} advarsler`,
        ]
          .filter(Boolean)
          .join(', ')}.`,
  'dialog.groupInUse': () => 'Uniconta-integrationen bruger mærkegruppen. Vælg en anden der først.',
  'dialog.saved': (v) => `Integrationen er gemt; den er forbundet med ${v.company}.`,
  'dialog.removed': (v) => `Integrationen med ${v.company} er fjernet. Koblinger og log bliver.`,
  'dialog.wrongPassword': (v) =>
    `Uniconta afviste navnet eller adgangskoden for brugeren ${v.user}. Se begge efter, og prøv igen.`,
  'dialog.noAnswer': () => 'Uniconta gav intet svar, der kunne forstås. Intet blev gemt her; prøv igen.',
  'dialog.passwordMissing': () => 'Skriv adgangskoden.',
  'dialog.unknownUser': () => 'Brugeren findes ikke eller er ikke aktiv.',
  'dialog.oneOnly': () => 'Der er allerede én Uniconta-integration. Ret den.',
  'dialog.confirmCompany': (v) =>
    `${v.count === 1 ? 'Én post er' : `${v.count} poster er`} koblet til det gamle firma. I det nye firma sendes alt igen som nyt. Bekræft, at det er meningen.`,
  'dialog.noIntegration': () => 'Der er ingen Uniconta-integration endnu.',
  'dialog.typeDescription': () => 'Kunder, projekter og færdiggjorte fakturaer går til Uniconta af sig selv.',
  'dialog.running': () => 'En kørsel over disse poster er allerede i gang.',
}

const things: Readonly<Record<string, string>> = { customer: 'en kunde', project: 'et projekt', debtor: 'en debitor' }
const groups: Readonly<Record<string, string>> = {
  customer: 'kundegruppe',
  project: 'projektgruppe',
  debtor: 'debitorgruppe',
}
