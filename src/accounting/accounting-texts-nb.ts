import type { Translated } from '../lib/i18n/sentence.ts'
import type { accountingTexts } from './accounting-texts.ts'

export const accountingTextsNb: Translated<typeof accountingTexts> = {
  'account.numberTaken': (v) => `Nummeret ${v.number} brukes allerede av kontoen ${v.name}.`,
  'account.vatCodeUnknown': () => 'Mva-koden finnes ikke lenger. Velg en annen.',
  'account.vatCodeGone': (v) =>
    `Mva-koden ${v.code} er ikke lenger i bruk. Velg en annen, eller gjør koden aktiv først.`,
  'account.onLines': (v) =>
    `Kontoen ${v.number} ${v.name} står på ${v.count === 1 ? 'én fakturalinje' : `${v.count} fakturalinjer`} og ble ikke slettet. Gjør den inaktiv i stedet.`,
  'account.inSettings': (v) =>
    `Kontoen ${v.number} ${v.name} står i fakturainnstillingene for ${v.where}${v.more > 0 ? ` og ${v.more} til` : ''} og ble ikke slettet. Velg en annen der først, eller gjør kontoen inaktiv.`,
  'vatCode.codeTaken': (v) => `Koden ${v.code} brukes allerede av ${v.name}.`,
  'vatCode.twoRates': (v) => `To satser begynner ${v.day}. Behold den ene.`,
  'vatCode.standardIsZero': () =>
    'Vanlig mva er mer enn 0 %. Velg en annen type for salg uten mva: eksport, unntatt eller nullsats.',
  'vatCode.otherIsNotZero': () => 'Salg av denne typen bærer ingen mva: prosenten må være 0.',
  'vatCode.onAccounts': (v) =>
    `Mva-koden ${v.code} står på kontoen ${v.account}${v.count > 1 ? ` og ${v.count - 1} til` : ''} og ble ikke slettet. Gi ${v.count > 1 ? 'dem' : 'den'} en annen kode først, eller gjør koden inaktiv.`,
  'vatCode.onLines': (v) =>
    `Mva-koden ${v.code} står på ${v.count === 1 ? 'én fakturalinje' : `${v.count} fakturalinjer`} og ble ikke slettet. Gjør den inaktiv i stedet.`,
  'paymentTerm.daysTaken': (v) => `Det finnes allerede en betalingsbetingelse med ${v.days} dager: ${v.name}.`,
  'invoicing.ibanWrong': () => 'Dette er ikke et IBAN: et tegn er feil eller mangler. Kopier det fra banken din.',
  'invoicing.bicWrong': () => 'En BIC har 8 eller 11 bokstaver og sifre, for eksempel DNBANOKK.',
  'invoicing.logoUnknown': () => 'Filen finnes ikke lenger. Last opp logoen igjen.',
  'invoicing.logoKind': (v) => `${v.name} er ikke et bilde. Bruk en PNG- eller JPEG-fil.`,
  'invoicing.doubtfulVatNumber': (v) =>
    `${v.number} ligner ikke et mva-nummer i landet ditt: kontrollsifferet eller lengden er feil. Det ble lagret som det er skrevet.`,
  'invoicing.doubtfulBankAccount': (v) =>
    `${v.number} ligner ikke en bankkonto i landet ditt. Den ble lagret som den er skrevet.`,
  'paymentId.formatUnknown': (v) =>
    `Formatet forstås ikke ved "${v.part}". Bruk INV, CLI eller TYPE med et antall sifre, COM med sifre, og ISSUE, for eksempel INV8CLI6.`,
  'paymentId.formatMissing': () =>
    'En KID-avtale har en fast lengde. Skriv et format av den lengden, uten kontrollsifferet, for eksempel INV7.',
  'paymentId.creditorNumber': () =>
    'Denne typen innbetalingskort trenger kreditornummeret fra banken: 8 sifre, det første et 8-tall.',
  'paymentId.giroNumber': () => 'Denne typen innbetalingskort trenger gironummeret fra banken: 7 eller 8 sifre.',
  'paymentId.numberNotDigits': (v) =>
    `Det neste fakturanummeret er ${v.number}. En betalings-ID har bare sifre, så ${v.part} kan ikke skrives. Gi serien et prefiks av sifre eller ingenting under Innstillinger > Generelt.`,
  'paymentId.numberTooLong': (v) =>
    `Det neste fakturanummeret er ${v.number}, og ${v.part} har plass til ${v.most} ${v.most === 1 ? 'siffer' : 'sifre'}. Tillat flere sifre.`,
  'paymentId.tooLong': (v) =>
    `Formatet skriver ${v.length} sifre (${v.payload}), og denne typen betalings-ID har plass til ${v.most} før kontrollsifferet. Tillat færre sifre.`,
  'paymentId.tooShort': (v) =>
    `Formatet skriver ${v.payload}, og denne typen betalings-ID har minst ${v.least} sifre før kontrollsifferet. Tillat flere sifre.`,
  'paymentId.customers': (v) =>
    `${v.count === 1 ? 'Én kunde har et nummer' : `${v.count} kunder har numre`} som ${v.part} ikke har plass til, for eksempel ${v.number} ${v.name}. Fakturaene deres kan ikke ferdigstilles med dette formatet.`,
  'paymentId.localSeries': (v) =>
    `Dokumenter uten overføring har numre som ${v.number}, som en betalings-ID ikke kan inneholde. De trykkes uten.`,
}
