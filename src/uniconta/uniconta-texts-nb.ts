import type { Translated } from '../lib/i18n/sentence.ts'
import type { unicontaTexts } from './uniconta-texts.ts'

export const unicontaTextsNb: Translated<typeof unicontaTexts> = {
  'uniconta.unreachable': (v) => `Uniconta kunne ikke nås på ${v.host}.`,
  'uniconta.noAnswer': (v) => `Uniconta svarte ikke innen ${v.seconds} sekunder.`,
  'uniconta.serverTrouble': (v) => `Uniconta svarte med en feil hos seg selv (${v.status}).`,
  'uniconta.busy': () => 'Uniconta ber om færre kall en stund.',
  'uniconta.notData': (v) => `Uniconta svarte med ${v.what} i stedet for data.`,
  'uniconta.brokenAnswer': () => 'Svaret fra Uniconta brøt av midt i.',
  'uniconta.wrongPassword': (v) =>
    `Uniconta avviste navnet eller passordet til brukeren ${v.user}. Ingenting gikk tapt: det som venter, går når passordet er riktig under Oppsett > Innstillinger > Integrasjoner.`,
  'uniconta.passwordLost': (v) =>
    `Det lagrede passordet kan ikke åpnes: den hemmelige nøkkelen til denne Akkord er en annen. Ingenting gikk tapt: skriv passordet til ${v.user} igjen under Oppsett > Innstillinger > Integrasjoner.`,
  'uniconta.notServerUser': (v) =>
    `Uniconta avviste brukeren ${v.user} (${v.code}). Brukeren må være en serverbruker: opprett en under Firma > Vedlikehold > Brukere, eller spør Uniconta-partneren din.`,
  'uniconta.loginRefused': (v) =>
    `Uniconta ville ikke logge inn brukeren ${v.user} og sier ${v.code}. Brukeren må være en serverbruker som ikke er sperret og kan åpne dette firmaet.`,
  'uniconta.companyGone': (v) =>
    `Bruker og passord er riktige, men firmaet ${v.company} kan ikke åpnes. Det er fjernet, eller brukeren har mistet tilgangen; hent firmaene, og velg igjen.`,
  'uniconta.companyNeeded': () =>
    'Uniconta slipper bare brukeren inn sammen med et firma. Skriv firmaets id i feltet Firma (det står i Uniconta under Firma > Firmaopplysninger), og hent igjen.',
  'uniconta.wrongCompany': (v) => `Uniconta åpnet firmaet ${v.got} da det ble bedt om ${v.asked}. Ingenting ble sendt.`,
  'uniconta.sessionTaken': (v) =>
    `Uniconta avsluttet økten før tiden: noen andre logger inn som ${v.user}. Gi Akkord en egen bruker.`,
  'uniconta.sessionFought': (v) =>
    `Uniconta avsluttet økten tre ganger på en time: et annet program logger inn som ${v.user}. Sendingen er satt på pause. Gi Akkord en egen bruker, og la den så fortsette under Oppsett > Innstillinger > Integrasjoner.`,
  'uniconta.uncertain': () => 'Sendt, men det kom ikke noe svar. Det ses etter om det kom fram.',
  'uniconta.refused': (v) => `Uniconta avviste ${v.record}: ${v.reason}`,
  'uniconta.noRight': (v) =>
    `Uniconta-brukeren kan ikke lagre ${v.record}: ${v.reason}. Gi brukeren rettigheten under Firma > Vedlikehold > Brukerrettigheter, og send igjen.`,
  'uniconta.off': () => 'Ikke sendt: integrasjonen er slått av.',
  'uniconta.otherCompany': () =>
    'Ikke i dette firmaet ennå: integrasjonen er flyttet til et annet firma. Kjøringen over eksisterende poster sender den.',
  'uniconta.otherSeries': () =>
    'Ikke sendt: den ble ferdigstilt mens et annet firma var tilkoblet, og nummeret hører til serien der.',
  'uniconta.offCustomers': () => 'Ikke sendt: eksport av kunder er slått av.',
  'uniconta.offProjects': () => 'Ikke sendt: eksport av prosjekter er slått av.',
  'uniconta.offInvoices': () => 'Ikke sendt: eksport av fakturaer er slått av.',
  'uniconta.participant': () => 'Ikke sendt: deltar bare i prosjekter og faktureres aldri.',
  'uniconta.deleted': () => 'Slettet her. Posten i Uniconta blir.',
  'uniconta.customerIn': (v) => `I Uniconta som debitor ${v.account}.`,
  'uniconta.projectIn': (v) => `I Uniconta som prosjekt ${v.number}.`,
  'uniconta.closedLater': (v) =>
    `I Uniconta som prosjekt ${v.number}, fortsatt åpent. Det lukkes der når fakturaene på det er bokført.`,
  'uniconta.unchanged': (v) => `I Uniconta som ${v.key}. Ingenting måtte endres der.`,
  'uniconta.countryUnknown': (v) =>
    `I Uniconta som debitor ${v.account}. Landet ${v.country} blir her: sett det én gang på en debitor i Uniconta, så lærer Kontroller oppsett nummeret.`,
  'uniconta.phaseUnknown': (v) =>
    `I Uniconta som prosjekt ${v.number}. Fasen ble latt i fred: hva ${v.phase} heter på språket til Uniconta-brukeren, vites ikke. Gi brukeren språket engelsk.`,
  'uniconta.noGroupTag': (v) =>
    `Kunden har ingen tagg i gruppen ${v.group}, som sier kundegruppen i Uniconta. Velg nøyaktig én.`,
  'uniconta.manyGroupTags': (v) => `Velg nøyaktig én tagg i gruppen ${v.group}. Det er flere: ${v.tags}.`,
  'uniconta.tagWithoutCode': (v) =>
    `Taggen ${v.tag} i gruppen ${v.group} har ingen kode. Skriv koden som Uniconta bruker, under Oppsett > Tagger.`,
  'uniconta.noProjectTag': (v) =>
    `Prosjektet har ingen tagg i gruppen ${v.group}, som sier avdelingen i Uniconta. Velg nøyaktig én.`,
  'uniconta.noDepartment': () =>
    'Prosjektet har ingen avdeling, og integrasjonen sender avdelingen til prosjektet. Velg en.',
  'uniconta.tooLong': (v) =>
    `${v.field} har ${v.length} tegn; Uniconta tar ${v.max}. Forkort det, så går det av seg selv.`,
  'uniconta.badNumber': (v) =>
    `Nummeret ${v.number} kan ikke brukes i Uniconta. Bruk bokstavene A-Z, sifre, bindestrek og understrek, høyst 20 tegn.`,
  'uniconta.groupMissing': (v) =>
    `Uniconta har ingen kundegruppe ${v.code}. Opprett den under Kunde > Vedlikehold > Kundegrupper, eller rett koden til taggen, og send igjen.`,
  'uniconta.dimensionMissing': (v) =>
    `Uniconta har ingen verdi ${v.code} i dimensjonen ${v.dimension}. Opprett den under Finans > Vedlikehold > Dimensjoner, eller rett nummeret til avdelingen her, og send igjen.`,
  'uniconta.debtorMissing': (v) =>
    `Uniconta har ingen debitor ${v.account}, som prosjektet hører til. Send kunden ${v.customer} igjen, og så prosjektet.`,
  'uniconta.debtorUnread': (v) =>
    `Uniconta viser ingen debitorer i det hele tatt, og eksport av kunder er slått av. Opprett debitor ${v.number} der, eller gi Uniconta-brukeren rett til å lese debitorer, og send igjen.`,
  'uniconta.existsThere': (v) =>
    `Uniconta har allerede ${v.key}, "${v.name}", som ikke er koblet til denne posten. Koble de to hvis de er den samme, eller gi denne posten et annet nummer.`,
  'uniconta.sameRegistration': (v) =>
    `Uniconta har allerede ${v.key}, "${v.name}", med organisasjonsnummeret ${v.registration}. Koble de to hvis de er den samme, eller rett organisasjonsnummeret.`,
  'uniconta.linkedElsewhere': (v) => `${capital(v.key)} i Uniconta er allerede koblet til en annen post her.`,
  'uniconta.numberChanged': (v) =>
    `Nummeret er endret i Uniconta fra ${v.from} til ${v.to}. Endre det tilbake der, og send igjen, eller koble denne posten til ${v.to}.`,
  'uniconta.gone': (v) => `${capital(v.key)} er ikke lenger i Uniconta. Koble en annen post, eller opprett den igjen.`,
  'uniconta.notGone': (v) => `Den opprettes ikke igjen, for ingenting sier at den er borte. ${v.state}`,
  'uniconta.perhapsGone': (v) => `Uniconta viste ikke ${v.key}. Det ses etter igjen i en ny økt.`,
  'uniconta.changedThere': (v) =>
    `Uniconta viser et annet innhold i ${v.field}: "${v.there}"; her "${v.here}".${v.more === 0 ? '' : v.more === 1 ? ' Ett felt til avviker.' : ` ${v.more} felter til avviker.`}`,
  'uniconta.notKept': (v) =>
    `Uniconta tok posten, men viser ${v.field} som "${v.there}" i stedet for "${v.here}". Noen må se på det der.`,
  'uniconta.noCustomerThere': (v) =>
    `Uniconta har ingen debitor ${v.number}, og eksport av kunder er slått av. Opprett debitoren der med dette nummeret, eller slå på Eksporter kunder.`,
  'uniconta.customerNotSent': (v) => `Kunden ${v.customer} er ikke i Uniconta, så prosjektet kan ikke være det.`,
  'uniconta.emptyTable': (v) =>
    `Uniconta viste ingen ${whats[v.what] ?? v.what} i det hele tatt, enda ${v.count} av våre står der. Ingenting ble sammenlignet; det forsøkes igjen neste natt. Fortsetter det, kan Uniconta-brukeren kanskje ikke lese dem.`,
  'uniconta.compared': (v) =>
    `Sammenlignet ${v.customers} kunder og ${v.projects} prosjekter med Uniconta; ${v.differing === 0 ? 'ingen avviker' : `${v.differing} avviker`}.`,
  'uniconta.backfilled': (v) =>
    `Sendte eksisterende ${whats[v.what] ?? v.what}: ${counted([
      [v.created, 'opprettet'],
      [v.updated, 'rettet'],
      [v.unchanged, 'allerede riktige'],
      [v.failed, 'venter på et menneske'],
    ])}.`,
  'uniconta.backfilling': (v) => `Eksisterende ${whats[v.what] ?? v.what}: ${v.done} av ${v.total}.`,
  'uniconta.backfillPaused': (v) =>
    `Eksisterende ${whats[v.what] ?? v.what}: satt på pause etter ${v.done} av ${v.total}.`,
  'uniconta.backfillEnded': (v) =>
    `Eksisterende ${whats[v.what] ?? v.what}: endte etter ${v.done} av ${v.total}, fordi firmaet ble byttet eller integrasjonen fjernet.`,
  'uniconta.callsMany': (v) =>
    `Det er gjort ${v.calls} kall i dag, og ${v.free} er gratis. Fram til midnatt lar Uniconta hvert kall vente et sekund, så sendingen går langsommere.`,
}

const whats: Readonly<Record<string, string>> = {
  customers: 'kunder',
  projects: 'prosjekter',
  debtors: 'debitorer',
}

function counted(parts: readonly (readonly [count: number, what: string])[]): string {
  const some = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`)
  return some.length > 0 ? some.join(', ') : 'det var ingen'
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
