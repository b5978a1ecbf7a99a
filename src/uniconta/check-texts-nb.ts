import type { Translated } from '../lib/i18n/sentence.ts'
import type { checkTexts } from './check-texts.ts'

export const checkTextsNb: Translated<typeof checkTexts> = {
  'check.signIn': () => 'Logg inn',
  'check.signIn.ok': (v) => `Logget inn; firmaet ${v.company} er åpent.`,
  'check.refused': (v) => `Uniconta lar ikke brukeren se på dette: ${v.reason}`,
  'check.refused.where': () => 'Firma > Vedlikehold > Brukerrettigheter',
  'check.elsewhere': () => 'En egen bruker',
  'check.elsewhere.ok': (v) => `Ingen andre har brukt brukeren de siste ${v.days} dagene.`,
  'check.elsewhere.seen': (v) =>
    `Et annet program logget inn som ${v.user} ${v.count === 1 ? 'én gang' : `${v.count} ganger`} de siste ${v.days} dagene og avsluttet økten til Akkord. Gi Akkord en egen serverbruker.`,
  'check.elsewhere.where': () => 'Firma > Vedlikehold > Brukere',
  'check.language': () => 'Språket til brukeren',
  'check.language.ok': (v) => `Brukeren leser ${v.language}, som forstås.`,
  'check.language.other': (v) =>
    `Brukeren leser ${v.language}. Faser skrives da på engelsk og tas kanskje ikke. Gi brukeren engelsk eller dansk.`,
  'check.language.unknown': () => 'Språket til brukeren kunne ikke leses. Det regnes med engelsk.',
  'check.language.where': () => 'Firma > Vedlikehold > Brukere > Språk',
  'check.groups': () => 'Kundegrupper',
  'check.groups.noGroup': () => 'Taggruppen for kundegrupper finnes ikke lenger. Velg en i integrasjonen.',
  'check.groups.rule': (v) =>
    `Taggruppen ${v.group} krever ikke nøyaktig én tagg. Endre regelen, ellers feiler kunder uten eller med to grupper.`,
  'check.groups.noTags': (v) => `Taggruppen ${v.group} har ingen tagger. Hent gruppene fra Uniconta for å lage dem.`,
  'check.groups.noCode': (v) => `Disse taggene har ingen kode: ${v.tags}. Koden er kundegruppen i Uniconta.`,
  'check.groups.notThere': (v) => `Uniconta har ingen kundegruppe med disse kodene: ${v.codes}.`,
  'check.groups.unread': () =>
    'Ingen kundegruppe kunne leses. Brukeren mangler kanskje rettigheten, eller firmaet har ingen.',
  'check.groups.ok': (v) =>
    v.count === 1 ? 'Den ene taggen passer til en kundegruppe.' : `Alle ${v.count} tagger passer til en kundegruppe.`,
  'check.groups.where': () => 'Kunde > Vedlikehold > Kundegrupper',
  'check.tagless': () => 'Kunder uten gruppe',
  'check.tagless.some': (v) =>
    v.count === 1
      ? `Én kunde har ikke nøyaktig én tagg i ${v.group} og kan ikke sendes.`
      : `${v.count} kunder har ikke nøyaktig én tagg i ${v.group} og kan ikke sendes.`,
  'check.tagless.ok': () => 'Alle kunder har nøyaktig én.',
  'check.numbers': () => 'Numre',
  'check.numbers.some': (v) =>
    `${v.count === 1 ? 'Ett nummer' : `${v.count} numre`} kan ikke brukes i Uniconta, for eksempel ${v.examples}. Bokstavene A-Z, sifre, bindestrek og understrek tas, høyst 20.`,
  'check.numbers.ok': () => 'Numrene til alle kunder og prosjekter kan brukes i Uniconta.',
  'check.countries': () => 'Land',
  'check.countries.some': (v) =>
    `Uniconta nummererer land selv, og numrene til disse er ikke kjent: ${v.countries}. Kundene deres sendes uten land. Sett hvert av dem én gang på en debitor der, og kontroller igjen: da læres det.`,
  'check.countries.ok': () => 'Landene til alle kunder er kjent.',
  'check.countries.where': () => 'Kunde > Kunder > Land',
  'check.fax': () => 'Faksnummer',
  'check.fax.none': () =>
    'Uniconta har ikke noe felt for det, så faksnumre blir her. Legg til et brukerdefinert felt med navnet Fax for kunder der, så sendes de.',
  'check.fax.ok': (v) => `Går til det brukerdefinerte feltet ${v.field}.`,
  'check.fax.where': () => 'Verktøy > Brukerdefinerte felter > Kunde',
  'check.projectGroup': () => 'Standard prosjektgruppe',
  'check.projectGroup.none': () =>
    'Ingen prosjektgruppe er merket som standard. Et nytt prosjekt trenger en, for det sendes uten gruppe.',
  'check.projectGroup.unread': () =>
    'Ingen prosjektgruppe kunne leses. Brukeren mangler kanskje rettigheten, eller firmaet har ingen.',
  'check.projectGroup.ok': (v) => `Nye prosjekter får gruppen ${v.group}.`,
  'check.projectGroup.where': () => 'Prosjekt > Vedlikehold > Prosjektgrupper',
  'check.dimension': () => 'Avdelingsdimensjon',
  'check.dimension.gone': (v) => `Dimensjon ${v.number} brukes ikke lenger i firmaet.`,
  'check.dimension.ok': (v) => `Avdelinger er dimensjonen ${v.name}.`,
  'check.dimension.where': () => 'Finans > Vedlikehold > Dimensjoner',
  'check.departments': () => 'Avdelinger',
  'check.departments.notThere': (v) => `Dimensjonen ${v.dimension} har ingen verdi ${v.codes}.`,
  'check.departments.blocked': (v) => `Sperret i Uniconta: ${v.codes}.`,
  'check.departments.noGroup': () => 'Taggruppen for avdelinger finnes ikke lenger. Velg en i integrasjonen.',
  'check.departments.noTags': (v) => `Taggruppen ${v.group} har ingen tagger. Lag en for hver avdeling.`,
  'check.departments.rule': (v) => `Taggruppen ${v.group} krever ikke nøyaktig én tagg.`,
  'check.departments.noCode': (v) => `Disse taggene har ingen kode: ${v.tags}.`,
  'check.departments.ok': () => 'Hver avdeling har verdien sin i Uniconta.',
  'check.departmentless': () => 'Prosjekter uten avdeling',
  'check.departmentless.some': (v) =>
    `${v.count === 1 ? 'Ett prosjekt har' : `${v.count} prosjekter har`} ingen og kan ikke sendes.`,
  'check.departmentless.ok': () => 'Alle prosjekter har en.',
  'check.calls': () => 'Kall i dag',
  'check.calls.many': (v) =>
    `${v.calls} av ${v.free} gratis kall er brukt. Over det gjør Uniconta hvert kall langsommere.`,
  'check.calls.ok': (v) => `${v.calls} av ${v.free} gratis kall er brukt.`,
  'verify.signIn': () => 'Logger inn',
  'verify.read': () => 'Leser det som trengs',
  'verify.write': () => 'Prøver retten til å lagre',
  'verify.save': () => 'Lagrer',
  'verify.mayNotSave': (v) =>
    `Brukeren ${v.user} kan ikke opprette ${things[v.what] ?? v.what} i Uniconta. Gi brukeren rettigheten under Firma > Vedlikehold > Brukerrettigheter, og lagre igjen.`,
  'verify.mayNotRead': (v) =>
    `Ingen ${groups[v.what] ?? v.what} kunne leses i Uniconta: brukeren ${v.user} mangler kanskje rettigheten, eller firmaet har ingen. Gi brukeren rettigheten under Firma > Vedlikehold > Brukerrettigheter, og lagre igjen.`,
  'verify.mayNotReadInvoices': (v) =>
    `Prosjektkategorier, ordrer eller fakturaer kunne ikke leses i Uniconta: brukeren ${v.user} mangler kanskje rettigheten, eller firmaet har ingen prosjektkategori. Gi brukeren rettigheten under Firma > Vedlikehold > Brukerrettigheter, og lagre igjen.`,
  'verify.cannotTry': () =>
    'Retten til å lagre kunne ikke prøves, siden det ikke finnes noen post ennå. Den første som sendes, vil vise det.',
  'check.categories.unread': () =>
    'Ingen prosjektkategori som en faktura kan bære, kunne leses. Brukeren mangler kanskje rettigheten, eller firmaet har ingen av typen Omsætning eller Ratefakturering.',
  'dialog.tagGroupMissing': () => 'Velg taggruppen.',
  'dialog.tagGroupGone': () => 'Taggruppen finnes ikke eller er ikke for denne typen poster.',
  'check.done': (v) =>
    v.errors + v.warnings === 0
      ? 'Kontrollerte oppsettet: alt er riktig.'
      : `Kontrollerte oppsettet: ${[
          v.errors === 0 ? '' : `${v.errors} feil`,
          v.warnings === 0 ? '' : v.warnings === 1 ? '1 advarsel' : `${v.warnings} advarsler`,
        ]
          .filter(Boolean)
          .join(', ')}.`,
  'dialog.groupInUse': () => 'Uniconta-integrasjonen bruker taggruppen. Velg en annen der først.',
  'dialog.saved': (v) => `Integrasjonen er lagret; den er koblet til ${v.company}.`,
  'dialog.removed': (v) => `Integrasjonen med ${v.company} er fjernet. Koblinger og logg blir.`,
  'dialog.wrongPassword': (v) =>
    `Uniconta avviste navnet eller passordet til brukeren ${v.user}. Se over begge, og prøv igjen.`,
  'dialog.noAnswer': () => 'Uniconta ga ikke noe svar som kunne forstås. Ingenting ble lagret her; prøv igjen.',
  'dialog.passwordMissing': () => 'Skriv passordet.',
  'dialog.unknownUser': () => 'Brukeren finnes ikke eller er ikke aktiv.',
  'dialog.oneOnly': () => 'Det finnes allerede én Uniconta-integrasjon. Endre den.',
  'dialog.confirmCompany': (v) =>
    `${v.count === 1 ? 'Én post er' : `${v.count} poster er`} koblet til det gamle firmaet. I det nye firmaet sendes alt igjen som nytt. Bekreft at det er meningen.`,
  'dialog.noIntegration': () => 'Det finnes ingen Uniconta-integrasjon ennå.',
  'dialog.typeDescription': () => 'Kunder, prosjekter og ferdigstilte fakturaer går til Uniconta av seg selv.',
  'dialog.running': () => 'En kjøring over disse postene er allerede i gang.',
}

const things: Readonly<Record<string, string>> = { customer: 'en kunde', project: 'et prosjekt', debtor: 'en debitor' }
const groups: Readonly<Record<string, string>> = {
  customer: 'kundegruppe',
  project: 'prosjektgruppe',
  debtor: 'kundegruppe',
}
