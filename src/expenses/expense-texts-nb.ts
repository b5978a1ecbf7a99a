import type { Translated } from '../lib/i18n/sentence.ts'
import type { expenseTexts } from './expense-texts.ts'

export const expenseTextsNb: Translated<typeof expenseTexts> = {
  'expense.projectUnknown': () => 'Prosjektet finnes ikke lenger. Velg et annet.',
  'expense.activityElsewhere': (v) =>
    `Aktiviteten ${v.name} hører ikke til prosjektet ${v.project}. Velg en i dette prosjektet eller ingen.`,
  'expense.activityUnknown': () => 'Aktiviteten finnes ikke lenger. Velg en annen.',
  'expense.activityClosed': (v) =>
    `Aktiviteten ${v.name} er lukket og tar ikke flere utlegg. Åpne den igjen, eller velg en annen.`,
  'expense.rateNeeded': (v) => `Skriv hva én ${v.currency} koster i ${v.own} den dagen.`,
  'expense.rateOfOwn': (v) => `${v.own} er valutaen til selskapet og trenger ingen kurs. La feltet stå tomt.`,
  'expense.tooFarAhead': (v) => `${v.day} er mer enn et år fram. Rett dagen.`,
  'expense.tooLarge': () => 'Beløpet er større enn Akkord kan lagre. Rett beløpet eller kursen.',
  'expense.receiptUnknown': () => 'Filen er der ikke eller er ikke din. Legg ved kvitteringen igjen.',
  'expense.notYours': (v) => `"${v.title}" er ført av noen andre. Be prosjektlederen om å endre det.`,
  'expense.isApproved': (v) => `"${v.title}" er godkjent og blir som det er. Ta godkjenningen tilbake først.`,
  'expense.isBilled': (v) =>
    `"${v.title}" står på en faktura eller et utkast og blir som det er. Ta det av utkastet, eller krediter fakturaen, først.`,
  'expense.isApprovedAlready': (v) => `"${v.title}" er allerede godkjent.`,
  'expense.isRejectedAlready': (v) => `"${v.title}" er allerede avvist.`,
  'expense.isNotApproved': (v) => `"${v.title}" er ikke godkjent.`,
  'expense.notYoursToApprove': (v) =>
    v.owner === ''
      ? `"${v.title}" hører til et prosjekt uten ansvarlig. Administratorer og økonomi godkjenner det.`
      : `"${v.title}" godkjennes av ${v.owner}, som er ansvarlig for prosjektet, eller av økonomi.`,
  'expense.gone': () => 'Utlegget finnes ikke lenger.',
  'expense.wasRejected': (v) => `Utlegget ditt "${v.title}" ble avvist: ${v.comment}`,
  'expense.waits': (v) => `Et utlegg på ${v.project} venter på godkjenning fra deg: "${v.title}".`,
  'expense.csv.title': () => 'Tittel',
  'expense.csv.supplier': () => 'Leverandør',
  'expense.csv.supplierNumber': () => 'Leverandørnummer',
  'expense.csv.voucher': () => 'Bilagsnummer',
  'expense.csv.quantity': () => 'Antall',
  'expense.csv.amount': () => 'Kostpris uten mva',
  'expense.csv.currency': () => 'Valuta',
  'expense.csv.rate': () => 'Kurs',
  'expense.csv.companyAmount': () => 'Kostpris i egen valuta',
  'expense.csv.companyCurrency': () => 'Egen valuta',
  'expense.csv.billable': () => 'Faktureres kunden',
  'expense.csv.markup': () => 'Påslag',
  'expense.csv.registeredBy': () => 'Ført av',
  'expense.csv.source': () => 'Kilde',
  'expense.csv.manual': () => 'skrevet her',
  'expense.csv.import': () => 'fra regnskapet',
  'expense.csv.yes': () => 'ja',
  'expense.csv.no': () => 'nei',
}
