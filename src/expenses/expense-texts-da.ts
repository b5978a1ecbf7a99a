import type { Translated } from '../lib/i18n/sentence.ts'
import type { expenseTexts } from './expense-texts.ts'

export const expenseTextsDa: Translated<typeof expenseTexts> = {
  'expense.projectUnknown': () => 'Projektet findes ikke længere. Vælg et andet.',
  'expense.activityElsewhere': (v) =>
    `Aktiviteten ${v.name} hører ikke til projektet ${v.project}. Vælg en i dette projekt eller ingen.`,
  'expense.activityUnknown': () => 'Aktiviteten findes ikke længere. Vælg en anden.',
  'expense.activityClosed': (v) =>
    `Aktiviteten ${v.name} er lukket og tager ikke flere udlæg. Åbn den igen, eller vælg en anden.`,
  'expense.rateNeeded': (v) => `Skriv, hvad én ${v.currency} koster i ${v.own} den dag.`,
  'expense.rateOfOwn': (v) => `${v.own} er virksomhedens valuta og skal ingen kurs have. Lad feltet stå tomt.`,
  'expense.tooFarAhead': (v) => `${v.day} er mere end et år frem. Ret dagen.`,
  'expense.tooLarge': () => 'Beløbet er større, end Akkord kan gemme. Ret beløbet eller kursen.',
  'expense.receiptUnknown': () => 'Filen er der ikke eller er ikke din. Vedhæft kvitteringen igen.',
  'expense.notYours': (v) => `"${v.title}" er skrevet af en anden. Bed projektlederen om at rette det.`,
  'expense.isApproved': (v) => `"${v.title}" er godkendt og bliver, som det er. Tag godkendelsen tilbage først.`,
  'expense.isBilled': (v) =>
    `"${v.title}" står på en faktura eller kladde og bliver, som det er. Tag det af kladden, eller kreditér fakturaen, først.`,
  'expense.isApprovedAlready': (v) => `"${v.title}" er allerede godkendt.`,
  'expense.isRejectedAlready': (v) => `"${v.title}" er allerede afvist.`,
  'expense.isNotApproved': (v) => `"${v.title}" er ikke godkendt.`,
  'expense.notYoursToApprove': (v) =>
    v.owner === ''
      ? `"${v.title}" hører til et projekt uden ansvarlig. Administratorer og økonomi godkender det.`
      : `"${v.title}" godkendes af ${v.owner}, der er ansvarlig for projektet, eller af økonomi.`,
  'expense.gone': () => 'Udlægget findes ikke længere.',
  'expense.wasRejected': (v) => `Dit udlæg "${v.title}" blev afvist: ${v.comment}`,
  'expense.waits': (v) => `Et udlæg på ${v.project} venter på din godkendelse: "${v.title}".`,
  'expense.csv.title': () => 'Titel',
  'expense.csv.supplier': () => 'Leverandør',
  'expense.csv.supplierNumber': () => 'Leverandørnummer',
  'expense.csv.voucher': () => 'Bilagsnummer',
  'expense.csv.quantity': () => 'Antal',
  'expense.csv.amount': () => 'Kostpris uden moms',
  'expense.csv.currency': () => 'Valuta',
  'expense.csv.rate': () => 'Kurs',
  'expense.csv.companyAmount': () => 'Kostpris i egen valuta',
  'expense.csv.companyCurrency': () => 'Egen valuta',
  'expense.csv.billable': () => 'Faktureres kunden',
  'expense.csv.markup': () => 'Avance',
  'expense.csv.registeredBy': () => 'Registreret af',
  'expense.csv.source': () => 'Kilde',
  'expense.csv.manual': () => 'skrevet her',
  'expense.csv.import': () => 'fra regnskabet',
  'expense.csv.yes': () => 'ja',
  'expense.csv.no': () => 'nej',
}
