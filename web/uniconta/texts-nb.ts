import { booksTexts } from './books-texts-nb.ts'
import { importDialog, importTexts } from './import-texts-nb.ts'
import { paymentTexts } from './payment-texts-nb.ts'
import { postingTexts } from './posting-texts-nb.ts'
import type { UnicontaTexts } from './texts.ts'

export const texts: UnicontaTexts = {
  loading: 'Henter integrasjonen',
  fields: {
    enabled: 'Slått på',
    userName: 'Brukernavn',
    companyId: 'Firma',
    departmentDimension: 'Avdeling',
    exportCustomers: 'Eksporter kunder',
    customerGroupTagGroupId: 'Taggruppe for kundegrupper',
    exportProjects: 'Eksporter prosjekter',
    projectDepartment: 'Prosjekters avdeling',
    projectDepartmentTagGroupId: 'Taggruppe for avdelinger',
    phases: 'Faser',
    exportInvoices: 'Eksporter fakturaer',
    projectCategoryTagGroupId: 'Taggruppe for prosjektkategorier',
    invoiceDepartment: 'Fakturaers avdeling',
    invoiceDepartmentInvoiceTagGroupId: 'Fakturataggruppe for avdelinger',
    invoiceDepartmentProjectTagGroupId: 'Prosjekttaggruppe for avdelinger',
    postingWaitMinutes: 'Minutter før det sendes igjen',
    firstDocument: 'Den første fakturaen og den første kreditnotaen',
    numberLeavesWhenSettled: 'Send nummeret ut først når det er bokført',
    importExpenses: 'Importer utlegg',
    expenseActivity: 'Aktivitet for utlegg',
    expensesBillable: 'Kan utleggene faktureres',
    expensesFrom: 'Startdato',
    expenseSeries: 'Nummerserie',
    expenseAccounts: 'Kontofilter',
    expensesApproved: 'Hentede utlegg er godkjent',
    expenseEveryMinutes: 'Hvor ofte',
    expenseFromHour: 'Fra',
    expenseToHour: 'Til',
    notifyUserIds: 'Brukere som får beskjed',
    notifyEmails: 'E-postadresser som får beskjed',
    notifyLevel: 'Gi beskjed om',
    notes: 'Notater',
  },
  connection: {
    title: 'Forbindelse',
    userNameHint: 'En serverbruker i Uniconta som ingenting og ingen andre logger inn med.',
    password: 'Passord',
    passwordKept: 'Er lagret. Står det tomt, blir det som det er.',
    advanced: 'Avansert',
    apiKey: 'API-nøkkel',
    apiKeyHint: 'Bare hvis Uniconta-partneren din har gitt deg en.',
    apiKeyKept: 'Er lagret. Står den tom, blir den som den er.',
    removeApiKey: 'Fjern den lagrede API-nøkkelen',
    fetchCompanies: 'Hent firmaer',
    fetchFirst: 'Skriv brukernavn og passord, og hent så firmaene.',
    fetched: (count) =>
      count === 0
        ? 'Brukeren kan ikke åpne noe firma.'
        : count === 1
          ? 'Ett firma ble funnet.'
          : `${count} firmaer ble funnet. Velg ett.`,
    companyIdHint: 'Firmaets id, et tall. Hent så igjen.',
    deactivated: (name) => `${name} (deaktivert)`,
    notListed: 'Det lagrede firmaet er ikke blant dem brukeren kan åpne. Det beholdes til du velger et annet.',
    writeUserName: 'Skriv brukernavnet.',
    writePassword: 'Skriv passordet.',
    changesCompany: (count) =>
      count === 1
        ? 'En post er koblet til det gamle firmaet. I det nye firmaet sendes den igjen som ny.'
        : `${count} poster er koblet til det gamle firmaet. I det nye firmaet sendes alle igjen som nye.`,
    confirmChange: 'Ja, bytt firma',
    departmentHint: 'Dimensjonen som inneholder avdelinger, som under Finans > Vedlikehold > Dimensjoner.',
    notActivated: 'Ikke aktivert',
    dimension: (name, number) => `${name} (dimensjon ${number})`,
    unnamed: (number) => `Dimensjon ${number}`,
    fetchingDimensions: 'Henter dimensjonene …',
  },
  transfer: {
    title: 'Dataoverføring',
    exportCustomersHint: 'Nye og endrede kunder går til Uniconta i det øyeblikket de lagres.',
    exportProjectsHint: 'Nye og endrede prosjekter går til Uniconta, kunden først.',
    exportInvoicesHint: 'En ferdigstilt faktura eller kreditnota bokføres i Uniconta med nummeret den har her.',
    groupHint: 'Hver tagg i gruppen er en kundegruppe; koden er den Uniconta bruker.',
    fetchGroups: 'Hent grupper fra Uniconta og lag tagger',
    madeTags: (created, existing) =>
      `${created === 1 ? 'Én tagg ble laget' : `${created} tagger ble laget`}; ${existing} fantes allerede.`,
    wrongRule: (group) =>
      `${group} krever ikke nøyaktig én tagg. Endre regelen, ellers kan poster med ingen eller to av dem ikke sendes.`,
    noTags: (group) => `${group} har ingen tagger ennå.`,
    codeless: (names) => `Uten kode: ${names}. En post med en slik tagg kan ikke sendes.`,
    toTags: 'Til taggene',
    departmentChoices: {
      none: 'Ta ikke med avdeling',
      'project-department': 'Bruk avdeling fra prosjekt',
      'project-tag-group': 'Bruk prosjekttaggruppe',
    },
    departmentTagHint: 'Hver tagg i gruppen er en avdeling; koden er den Uniconta bruker.',
    categoryHint:
      'Hver tagg i gruppen er en prosjektkategori; koden er den Uniconta bruker. Taggen til et prosjekt er kategorien på alle fakturalinjene.',
    fetchCategories: 'Hent prosjektkategorier fra Uniconta og lag tagger',
    invoiceDepartmentChoices: {
      none: 'Ta ikke med avdeling',
      'invoice-department': 'Bruk avdeling fra faktura',
      'invoice-tag-group': 'Bruk fakturataggruppe',
      'project-department': 'Bruk avdeling fra prosjekt',
      'project-tag-group': 'Bruk prosjekttaggruppe',
    },
    postingTitle: 'Avansert: uklare svar, og når nummeret forlater huset',
    firstDocumentHint:
      'Noe om et firma viser seg først når det skrives noe der. Hva som er sett, står under Selskap > Eksporter fakturaer > Hva som er kjent.',
    firstDocumentChoices: {
      show: 'Vis meg hvert trinn før det utføres',
      go: 'Send dem som alle andre uten å vise dem',
    },
    numberLeavesHint:
      'PDF, e-post og e-faktura venter til fakturaen er bokført i Uniconta, så ingen sitter med et nummer regnskapet ikke har.',
    postingWaitHint:
      'Når Uniconta ikke svarte: så lenge etter siste mulighet for at fakturaen kommer frem, sendes den igjen hvis den ikke finnes der. Fra 5 minutter til et døgn.',
    phaseTitle: 'Avansert: hva statusen til et prosjekt blir i Uniconta',
    state: 'Status her',
    phase: 'Fase i Uniconta',
    leavePhase: 'La fasen være',
    phases: {
      Created: 'Opprettet',
      Offer: 'Tilbud',
      Accepted: 'Akseptert',
      InProgress: 'Pågår',
      Paused: 'Pause',
      ReportedAsFinished: 'Meldt ferdig',
      Completed: 'Avsluttet',
    },
  },
  verify: {
    title: 'Hva som kontrolleres',
    states: { running: 'pågår', ok: 'riktig', failed: 'ikke riktig' },
  },
  setUp: {
    title: 'I Uniconta',
    check: 'Kontroller oppsett',
    checking: 'Ser på begge sider …',
    checkedAt: (when) => `Sett etter ${when}`,
    neverChecked: 'Dette må være på plass i Uniconta. Det krysses av når Kontroller oppsett har sett det.',
    afterSaving: 'Dette må være på plass i Uniconta. Det ses etter når du har lagret.',
    allRight: 'Alt er som det skal være.',
    toDo: 'Mangler ennå',
    done: 'Sett og riktig',
    states: { ok: 'Riktig', warning: 'Se på det', error: 'Mangler', unknown: 'Vites ikke' },
    notLooked: 'Ikke sett etter ennå',
    mendHere: 'Rett det her',
    where: (path) => `I Uniconta: ${path}`,
  },
  preparation: {
    'sign-in': {
      title: 'En serverbruker',
      text: 'Den kan åpne firmaet og lese og lagre kunder, prosjekter, ordrer og fakturaer.',
      where: 'Firma > Vedlikehold > Brukere',
    },
    groups: {
      title: 'Kundegrupper',
      text: 'Hver har sin kode; taggene i taggruppen bærer de samme kodene.',
      where: 'Kunde > Vedlikehold > Kundegrupper',
    },
    'project-group': {
      title: 'En standard prosjektgruppe',
      text: 'Nye prosjekter legges i den.',
      where: 'Prosjekt > Vedlikehold > Prosjektgrupper',
    },
    categories: {
      title: 'Prosjektkategorier',
      text: 'En eller flere av typen Omsætning eller Ratefakturering; taggene i taggruppen bærer kodene.',
      where: 'Prosjekt > Vedlikehold > Prosjektkategori',
    },
    series: {
      title: 'En bilagsnummerserie for Akkord alene',
      text: 'Uten prefiks. Det neste nummeret er vårt neste fakturanummer, det siste er langt unna.',
      where: 'Finans > Vedlikehold > Bilagsnummerserier',
    },
    sequences: {
      title: 'Fakturanummeret er bilagsnummeret',
      text: 'Med den serien for bilagene til fakturaer.',
      where: 'Kunde > Vedlikehold > Nummerserier',
    },
    terms: {
      title: 'Betalingsbetingelser',
      text: 'En med netto dager for hvert antall dager i bruk, og en med 0 dager for kreditnotaer.',
      where: 'Finans > Vedlikehold > Betalingsbetingelser',
    },
    ledger: {
      title: 'Kontoer og mva-koder',
      text: 'De som fakturalinjer bruker her, under samme numre og koder.',
      where: 'Finans > Vedlikehold > Kontoplan, Mva-koder',
    },
    dimension: {
      title: 'En dimensjon for avdelinger',
      text: 'Verdiene bærer avdelingenes numre herfra.',
      where: 'Finans > Vedlikehold > Dimensjoner',
    },
  },
  backfill: {
    title: 'Det som finnes fra før',
    text: 'Poster som ble opprettet før, sendes når du ber om det; der en koblet post er annerledes, går våre verdier dit. Nye går av seg selv.',
    send: (kind, count, shown) => {
      if (count === 1) return kind === 'customers' ? 'Send den eksisterende kunden' : 'Send det eksisterende prosjektet'
      return `Send de ${shown} eksisterende ${kind === 'customers' ? 'kundene' : 'prosjektene'}`
    },
    none: (kind) => (kind === 'customers' ? 'Det finnes ingen kunder ennå.' : 'Det finnes ingen prosjekter ennå.'),
    linkSame: 'Koble det som er det samme',
    linkSameHint:
      'En post der med samme nummer og samme navn eller organisasjonsnummer regnes for den samme, og våre verdier går dit. Uten dette venter hver av dem på et menneske.',
    pause: 'Pause',
    resume: 'Fortsett',
    progress: (done, total) => `${done} av ${total}`,
    made: 'Opprettet',
    corrected: 'Rettet',
    right: 'Var riktige',
    questions: 'Venter på et menneske',
    calls: 'Kall',
    started: (when) => `Begynt ${when}`,
    earlier: (count) => (count === 1 ? 'Én tidligere kjøring' : `${count} tidligere kjøringer`),
  },
  postings: postingTexts,
  imports: importTexts,
  importDialog,
  payments: paymentTexts,
  books: booksTexts,
}
