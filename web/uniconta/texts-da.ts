import { booksTexts } from './books-texts-da.ts'
import { importDialog, importTexts } from './import-texts-da.ts'
import { paymentTexts } from './payment-texts-da.ts'
import { postingTexts } from './posting-texts-da.ts'
import type { UnicontaTexts } from './texts.ts'

export const texts: UnicontaTexts = {
  loading: 'Henter integrationen',
  fields: {
    enabled: 'Slået til',
    userName: 'Brugernavn',
    companyId: 'Firma',
    departmentDimension: 'Afdeling',
    exportCustomers: 'Eksportér kunder',
    customerGroupTagGroupId: 'Mærkegruppe til kundegrupper',
    exportProjects: 'Eksportér projekter',
    projectDepartment: 'Projekters afdeling',
    projectDepartmentTagGroupId: 'Mærkegruppe til afdelinger',
    phases: 'Faser',
    exportInvoices: 'Eksportér fakturaer',
    projectCategoryTagGroupId: 'Mærkegruppe til projektarter',
    invoiceDepartment: 'Fakturaers afdeling',
    invoiceDepartmentInvoiceTagGroupId: 'Fakturamærkegruppe til afdelinger',
    invoiceDepartmentProjectTagGroupId: 'Projektmærkegruppe til afdelinger',
    postingWaitMinutes: 'Minutter, før der sendes igen',
    firstDocument: 'Den første faktura og den første kreditnota',
    numberLeavesWhenSettled: 'Send først nummeret ud, når det er bogført',
    importExpenses: 'Importér udlæg',
    expenseActivity: 'Aktivitet til udlæg',
    expensesBillable: 'Kan udlæggene faktureres',
    expensesFrom: 'Startdato',
    expenseSeries: 'Nummerserie',
    expenseAccounts: 'Kontofilter',
    expensesApproved: 'Hentede udlæg er godkendt',
    expenseEveryMinutes: 'Hvor ofte',
    expenseFromHour: 'Fra',
    expenseToHour: 'Til',
    notifyUserIds: 'Brugere, der får besked',
    notifyEmails: 'E-mailadresser, der får besked',
    notifyLevel: 'Giv besked om',
    notes: 'Noter',
  },
  connection: {
    title: 'Forbindelse',
    userNameHint: 'En serverbruger i Uniconta, som intet og ingen andre logger ind med.',
    password: 'Adgangskode',
    passwordKept: 'Er gemt. Tomt bliver den, som den er.',
    advanced: 'Avanceret',
    apiKey: 'API-nøgle',
    apiKeyHint: 'Kun hvis din Uniconta-partner har givet dig en.',
    apiKeyKept: 'Er gemt. Tomt bliver den, som den er.',
    removeApiKey: 'Fjern den gemte API-nøgle',
    fetchCompanies: 'Hent firmaer',
    fetchFirst: 'Skriv brugernavn og adgangskode, og hent så firmaerne.',
    fetched: (count) =>
      count === 0
        ? 'Brugeren kan ikke åbne noget firma.'
        : count === 1
          ? 'Ét firma blev fundet.'
          : `${count} firmaer blev fundet. Vælg ét.`,
    companyIdHint: 'Firmaets id, et tal. Hent så igen.',
    deactivated: (name) => `${name} (deaktiveret)`,
    notListed: 'Det gemte firma er ikke blandt dem, brugeren kan åbne. Det beholdes, til du vælger et andet.',
    writeUserName: 'Skriv brugernavnet.',
    writePassword: 'Skriv adgangskoden.',
    changesCompany: (count) =>
      count === 1
        ? 'En post er koblet til det gamle firma. I det nye firma sendes den igen som ny.'
        : `${count} poster er koblet til det gamle firma. I det nye firma sendes de alle igen som nye.`,
    confirmChange: 'Ja, skift firmaet',
    departmentHint: 'Den dimension, der indeholder afdelinger, som under Finans > Vedligeholdelse > Dimensioner.',
    notActivated: 'Ikke aktiveret',
    dimension: (name, number) => `${name} (dimension ${number})`,
    unnamed: (number) => `Dimension ${number}`,
    fetchingDimensions: 'Henter dimensionerne …',
  },
  transfer: {
    title: 'Dataoverførsel',
    exportCustomersHint: 'Nye og ændrede kunder går til Uniconta i det øjeblik, de gemmes.',
    exportProjectsHint: 'Nye og ændrede projekter går til Uniconta, deres kunde først.',
    exportInvoicesHint: 'En færdiggjort faktura eller kreditnota bogføres i Uniconta med det nummer, den har her.',
    groupHint: 'Hvert mærke i gruppen er en kundegruppe; dets kode er den, Uniconta bruger.',
    fetchGroups: 'Hent grupper fra Uniconta og lav mærker',
    madeTags: (created, existing) =>
      `${created === 1 ? 'Ét mærke blev lavet' : `${created} mærker blev lavet`}; ${existing} var der allerede.`,
    wrongRule: (group) =>
      `${group} kræver ikke præcis ét mærke. Ret dens regel, ellers kan poster med ingen eller to af dem ikke sendes.`,
    noTags: (group) => `${group} har ingen mærker endnu.`,
    codeless: (names) => `Uden kode: ${names}. En post med et sådant mærke kan ikke sendes.`,
    toTags: 'Til mærkerne',
    departmentChoices: {
      none: 'Medtag ikke afdeling',
      'project-department': 'Brug afdeling fra projekt',
      'project-tag-group': 'Brug projektmærkegruppe',
    },
    departmentTagHint: 'Hvert mærke i gruppen er en afdeling; dets kode er den, Uniconta bruger.',
    categoryHint:
      'Hvert mærke i gruppen er en projektart; dets kode er den, Uniconta bruger. Et projekts mærke er arten på alle dets fakturalinjer.',
    fetchCategories: 'Hent projektarter fra Uniconta og lav mærker',
    invoiceDepartmentChoices: {
      none: 'Medtag ikke afdeling',
      'invoice-department': 'Brug afdeling fra faktura',
      'invoice-tag-group': 'Brug fakturamærkegruppe',
      'project-department': 'Brug afdeling fra projekt',
      'project-tag-group': 'Brug projektmærkegruppe',
    },
    postingTitle: 'Avanceret: uklare svar, og hvornår nummeret forlader huset',
    firstDocumentHint:
      'Noget om et firma viser sig først, når der skrives noget der. Hvad der er set, står under Virksomhed > Eksportér fakturaer > Hvad der vides.',
    firstDocumentChoices: {
      show: 'Vis mig hvert trin, før det udføres',
      go: 'Send dem som alle andre uden at vise dem',
    },
    numberLeavesHint:
      'PDF, mail og e-faktura venter, til fakturaen er bogført i Uniconta, så ingen står med et nummer, som bogholderiet ikke har.',
    postingWaitHint:
      'Når Uniconta ikke svarede: så længe efter den sidste mulighed for, at fakturaen når frem, sendes den igen, hvis den ikke findes dér. Fra 5 minutter til et døgn.',
    phaseTitle: 'Avanceret: hvad et projekts status bliver til i Uniconta',
    state: 'Status her',
    phase: 'Fase i Uniconta',
    leavePhase: 'Lad fasen være',
    phases: {
      Created: 'Oprettet',
      Offer: 'Tilbud',
      Accepted: 'Accepteret',
      InProgress: 'I gang',
      Paused: 'Pause',
      ReportedAsFinished: 'Meldt færdig',
      Completed: 'Afsluttet',
    },
  },
  verify: {
    title: 'Hvad der kontrolleres',
    states: { running: 'i gang', ok: 'rigtigt', failed: 'ikke rigtigt' },
  },
  setUp: {
    title: 'I Uniconta',
    check: 'Kontrollér opsætning',
    checking: 'Ser på begge sider …',
    checkedAt: (when) => `Set efter ${when}`,
    neverChecked: 'Dette skal være på plads i Uniconta. Det krydses af, når Kontrollér opsætning har set det.',
    afterSaving: 'Dette har Uniconta brug for. Der ses efter, når du har gemt.',
    allRight: 'Alt er, som det skal være.',
    toDo: 'Mangler endnu',
    done: 'Set og rigtigt',
    states: { ok: 'Rigtigt', warning: 'Se på det', error: 'Mangler', unknown: 'Vides ikke' },
    notLooked: 'Ikke set efter endnu',
    mendHere: 'Ret det her',
    where: (path) => `I Uniconta: ${path}`,
  },
  preparation: {
    'sign-in': {
      title: 'En serverbruger',
      text: 'Den må åbne firmaet og læse og gemme kunder, projekter, ordrer og fakturaer.',
      where: 'Firma > Vedligeholdelse > Brugere',
    },
    groups: {
      title: 'Debitorgrupper',
      text: 'Hver har sin kode; mærkerne i mærkegruppen bærer de samme koder.',
      where: 'Debitor > Vedligeholdelse > Debitorgrupper',
    },
    'project-group': {
      title: 'En standardprojektgruppe',
      text: 'Nye projekter lægges i den.',
      where: 'Projekt > Vedligeholdelse > Projektgrupper',
    },
    categories: {
      title: 'Projektarter',
      text: 'En eller flere af typen Omsætning eller Ratefakturering; mærkerne i mærkegruppen bærer deres koder.',
      where: 'Projekt > Vedligeholdelse > Projektarter',
    },
    series: {
      title: 'En bilagsnummerserie til Akkord alene',
      text: 'Uden præfiks. Dens næste nummer er vores næste fakturanummer, dens sidste er langt borte.',
      where: 'Finans > Vedligeholdelse > Bilagsnummerserier',
    },
    sequences: {
      title: 'Fakturanummeret er bilagsnummeret',
      text: 'Med den serie til fakturaers bilag.',
      where: 'Debitor > Vedligeholdelse > Nummerserier',
    },
    terms: {
      title: 'Betalingsbetingelser',
      text: 'En med netto dage for hvert antal dage i brug og en med 0 dage til kreditnotaer.',
      where: 'Finans > Vedligeholdelse > Betalingsbetingelser',
    },
    ledger: {
      title: 'Konti og momskoder',
      text: 'Dem, som fakturalinjer bruger her, under samme numre og koder.',
      where: 'Finans > Vedligeholdelse > Kontoplan, Momskoder',
    },
    dimension: {
      title: 'En dimension til afdelinger',
      text: 'Dens værdier bærer afdelingernes numre herfra.',
      where: 'Finans > Vedligeholdelse > Dimensioner',
    },
  },
  backfill: {
    title: 'Det, der findes allerede',
    text: 'Poster, der blev oprettet før, sendes, når du beder om det; hvor en koblet post er anderledes derovre, går vores værdier derover. Nye går af sig selv.',
    send: (kind, count, shown) => {
      if (count === 1) return kind === 'customers' ? 'Send den eksisterende kunde' : 'Send det eksisterende projekt'
      return `Send de ${shown} eksisterende ${kind === 'customers' ? 'kunder' : 'projekter'}`
    },
    none: (kind) => (kind === 'customers' ? 'Der er ingen kunder endnu.' : 'Der er ingen projekter endnu.'),
    linkSame: 'Kobl det, der er det samme',
    linkSameHint:
      'En post derovre med samme nummer og samme navn eller CVR-nummer regnes for den samme, og vores værdier går derover. Uden dette venter hver af dem på et menneske.',
    pause: 'Pause',
    resume: 'Fortsæt',
    progress: (done, total) => `${done} af ${total}`,
    made: 'Oprettet',
    corrected: 'Rettet',
    right: 'Var rigtige',
    questions: 'Venter på et menneske',
    calls: 'Kald',
    started: (when) => `Begyndt ${when}`,
    earlier: (count) => (count === 1 ? 'Én tidligere kørsel' : `${count} tidligere kørsler`),
  },
  postings: postingTexts,
  imports: importTexts,
  importDialog,
  payments: paymentTexts,
  books: booksTexts,
}
