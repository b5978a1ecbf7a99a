import type { Translated } from '../lib/i18n/sentence.ts'
import type { timeEntryTexts } from './time-entry-texts.ts'

export const timeEntryTextsDa: Translated<typeof timeEntryTexts> = {
  'hours.belowKept': (v) =>
    `${v.kept} den dag er godkendt eller faktureret, så ${v.typed} er for lidt. Bed den, der godkendte dem, om at åbne dem igen først.`,
  'hours.billableBelowKept': (v) =>
    `${v.kept} fakturerbare står på andre registreringer den dag. Skriv mindst det, eller ret dem én for én.`,
  'hours.billableWithoutHours': () => 'Fakturerbar tid kræver timer ved siden af. Skriv timerne først.',
  'hours.severalEntries': (v) =>
    `Dagen har ${v.count} registreringer på aktiviteten. Åbn feltet, og ret dem én for én.`,
  'hours.keptNote': () =>
    'Timerne er godkendt eller faktureret og beholder deres tekst. Bed den, der godkendte dem, om at åbne dem igen først.',
  'hours.keptApproved': (v) => `Timerne for ${v.name} ${v.day} er godkendt. Lad godkenderen åbne dem igen først.`,
  'hours.keptDrafted': (v) => `Timerne for ${v.name} ${v.day} står på en fakturakladde. Tag dem af kladden først.`,
  'hours.keptBilled': (v) => `Timerne for ${v.name} ${v.day} er faktureret. Kreditér fakturaen først.`,
  'hours.keptWrittenOff': (v) => `Timerne for ${v.name} ${v.day} er afskrevet. Fortryd det først.`,
  'hours.lockedByCompany': (v) =>
    `Timer til og med ${v.until} er låst for alle, så ${v.day} bliver, som den er. Økonomi kan flytte låsen.`,
  'hours.lockedByPerson': (v) =>
    `Timerne for ${v.name} er låst til og med ${v.until}, så ${v.day} bliver, som den er. Økonomi kan flytte låsen.`,
  'hours.tooManyInDay': (v) =>
    `${v.name} har ${v.others} på andre registreringer ${v.day}; med ${v.typed} ville det blive mere end 24 timer. Intet blev gemt.`,
  'hours.dayTooFar': (v) => `Timer registreres fra ${v.from} til ${v.to}. Se efter, om året er rigtigt.`,
  'hours.noteRequired': () => 'Skriv en tekst: virksomheden vil have en på alle timer.',
  'hours.activityGone': () => 'Aktiviteten findes ikke længere. Vælg en anden.',
  'hours.userUnknown': () => 'Personen findes ikke. Vælg en anden.',
  'hours.userNeeded': () => 'En API-nøgle har ingen timer selv. Nævn personen.',
  'hours.notYours': () => 'Din rolle ser kun egne timer. Spørg en administrator, hvis du har brug for andres.',
  'hours.notYoursToChange': () =>
    'Din rolle ændrer kun egne timer. Bed økonomi eller en administrator om at ændre andres.',
  'hours.rangeTooLong': (v) => `Vælg højst ${v.days} dage.`,
  'hours.endsBeforeStart': () => 'Den sidste dag ligger før den første.',
  'hours.sameWeek': () => 'Vælg en anden uge at kopiere til.',
  'hours.hasHoursAlready': () => 'Dagen har allerede timer på aktiviteten.',
  'hours.approverMayNot': (v) =>
    `${v.name} må ikke godkende timer eller er ikke aktiv. Vælg en projektleder, økonomi eller en administrator.`,
  'hours.mayNotChangeSettings': () =>
    'Kun en administrator ændrer, hvem der godkender timer, og om tekst er påkrævet. Du må flytte låsen.',
  'hours.scheduleTwice': (v) => `To arbejdsplaner begynder ${v.day}. Behold den ene.`,
  'hours.companyNeedsSchedule': () => 'Virksomheden skal have en arbejdsplan. Skriv mindst én.',
  'hours.moveNeedsWhich': () => 'Nævn registreringerne eller den aktivitet, de tages fra.',
  'hours.bulk.missing': () => 'De findes ikke længere.',
  'hours.bulk.notYours': () => 'En anden godkender dem.',
  'hours.bulk.changed': () => 'De blev ændret, efter du så på dem. Se igen.',
  'hours.bulk.approved': () => 'De er allerede godkendt.',
  'hours.bulk.rejected': () => 'De er allerede afvist.',
  'hours.bulk.notApproved': () => 'De er ikke godkendt.',
  'hours.bulk.keptApproved': () => 'De er godkendt. Åbn dem igen først.',
  'hours.bulk.drafted': () => 'De står på en fakturakladde. Tag dem af kladden først.',
  'hours.bulk.billed': () => 'De er faktureret. Kreditér fakturaen først.',
  'hours.bulk.writtenOff': () => 'De er afskrevet. Fortryd det først.',
  'hours.bulk.locked': () => 'Deres dage er låst. Økonomi kan flytte låsen.',
  'hours.bulk.there': () => 'De er på aktiviteten allerede.',
  'hours.toApprove': () => 'Timer venter på din godkendelse.',
  'hours.rejected': (v) =>
    `${v.name} afviste ${v.count === 1 ? 'en registrering' : `${v.count} registreringer`} af dine timer fra ${v.from}: ${v.comment}`,
  'hours.alert': (v) => `${v.activity} på ${v.project} har ${v.hours} timer nu; du ville have besked ved ${v.limit}.`,
  'hours.csv.day': () => 'Dag',
  'hours.csv.person': () => 'Medarbejder',
  'hours.csv.customer': () => 'Kunde',
  'hours.csv.projectNumber': () => 'Projektnummer',
  'hours.csv.project': () => 'Projekt',
  'hours.csv.activityNumber': () => 'Aktivitetsnummer',
  'hours.csv.activity': () => 'Aktivitet',
  'hours.csv.hours': () => 'Timer',
  'hours.csv.billableHours': () => 'Fakturerbare timer',
  'hours.csv.minutes': () => 'Minutter',
  'hours.csv.billableMinutes': () => 'Fakturerbare minutter',
  'hours.csv.normHours': () => 'Normtimer',
  'hours.csv.note': () => 'Tekst',
  'hours.csv.internalNote': () => 'Intern note',
  'hours.csv.approval': () => 'Godkendelse',
  'hours.csv.approvedBy': () => 'Godkendt af',
  'hours.csv.billing': () => 'Fakturering',
  'hours.csv.registered': () => 'registreret',
  'hours.csv.approved': () => 'godkendt',
  'hours.csv.rejected': () => 'afvist',
  'hours.csv.open': () => 'åben',
  'hours.csv.drafted': () => 'på en kladde',
  'hours.csv.billed': () => 'faktureret',
  'hours.csv.written-off': () => 'afskrevet',
}
