import type { Translated } from '../lib/i18n/sentence.ts'
import type { accountingTexts } from './accounting-texts.ts'

export const accountingTextsDa: Translated<typeof accountingTexts> = {
  'account.numberTaken': (v) => `Nummeret ${v.number} bruges allerede af kontoen ${v.name}.`,
  'account.vatCodeUnknown': () => 'Momskoden findes ikke længere. Vælg en anden.',
  'account.vatCodeGone': (v) =>
    `Momskoden ${v.code} er ikke længere i brug. Vælg en anden, eller gør koden aktiv først.`,
  'account.onLines': (v) =>
    `Kontoen ${v.number} ${v.name} står på ${v.count === 1 ? 'én fakturalinje' : `${v.count} fakturalinjer`} og blev ikke slettet. Gør den inaktiv i stedet.`,
  'account.inSettings': (v) =>
    `Kontoen ${v.number} ${v.name} står i fakturaindstillingerne for ${v.where}${v.more > 0 ? ` og ${v.more} mere` : ''} og blev ikke slettet. Vælg en anden der først, eller gør kontoen inaktiv.`,
  'vatCode.codeTaken': (v) => `Koden ${v.code} bruges allerede af ${v.name}.`,
  'vatCode.twoRates': (v) => `To satser begynder ${v.day}. Behold den ene.`,
  'vatCode.standardIsZero': () =>
    'Almindelig moms er mere end 0 %. Vælg en anden type til salg uden moms: eksport, momsfritaget eller nulsats.',
  'vatCode.otherIsNotZero': () => 'Salg af denne type bærer ingen moms: procenten skal være 0.',
  'vatCode.onAccounts': (v) =>
    `Momskoden ${v.code} står på kontoen ${v.account}${v.count > 1 ? ` og ${v.count - 1} mere` : ''} og blev ikke slettet. Giv ${v.count > 1 ? 'dem' : 'den'} en anden kode først, eller gør koden inaktiv.`,
  'vatCode.onLines': (v) =>
    `Momskoden ${v.code} står på ${v.count === 1 ? 'én fakturalinje' : `${v.count} fakturalinjer`} og blev ikke slettet. Gør den inaktiv i stedet.`,
  'paymentTerm.daysTaken': (v) => `Der er allerede en betalingsbetingelse med ${v.days} dage: ${v.name}.`,
  'invoicing.ibanWrong': () => 'Det er ikke et IBAN: et tegn er forkert eller mangler. Kopiér det fra din bank.',
  'invoicing.bicWrong': () => 'En BIC har 8 eller 11 bogstaver og cifre, for eksempel DABADKKK.',
  'invoicing.logoUnknown': () => 'Filen findes ikke længere. Læg logoet op igen.',
  'invoicing.logoKind': (v) => `${v.name} er ikke et billede. Brug en PNG- eller JPEG-fil.`,
  'invoicing.doubtfulVatNumber': (v) =>
    `${v.number} ligner ikke et momsnummer i dit land: kontrolcifferet eller længden er forkert. Det blev gemt, som det er skrevet.`,
  'invoicing.doubtfulBankAccount': (v) =>
    `${v.number} ligner ikke en bankkonto i dit land. Den blev gemt, som den er skrevet.`,
  'paymentId.formatUnknown': (v) =>
    `Formatet forstås ikke ved "${v.part}". Brug INV, CLI eller TYPE med et antal cifre, COM med cifre, og ISSUE, for eksempel INV8CLI6.`,
  'paymentId.formatMissing': () =>
    'En KID-aftale har en fast længde. Skriv et format af den længde, uden kontrolcifferet, for eksempel INV7.',
  'paymentId.creditorNumber': () =>
    'Denne slags indbetalingskort kræver det kreditornummer, din bank har givet dig: 8 cifre, det første et 8-tal.',
  'paymentId.giroNumber': () =>
    'Denne slags indbetalingskort kræver det gironummer, din bank har givet dig: 7 eller 8 cifre.',
  'paymentId.numberNotDigits': (v) =>
    `Det næste fakturanummer er ${v.number}. Et betalings-id har kun cifre, så ${v.part} kan ikke skrives. Giv serien en forstavelse af cifre eller ingen under Indstillinger > Generelt.`,
  'paymentId.numberTooLong': (v) =>
    `Det næste fakturanummer er ${v.number}, og ${v.part} har plads til ${v.most} ${v.most === 1 ? 'ciffer' : 'cifre'}. Tillad flere cifre.`,
  'paymentId.tooLong': (v) =>
    `Formatet skriver ${v.length} cifre (${v.payload}), og denne slags betalings-id har plads til ${v.most} før kontrolcifferet. Tillad færre cifre.`,
  'paymentId.tooShort': (v) =>
    `Formatet skriver ${v.payload}, og denne slags betalings-id har mindst ${v.least} cifre før kontrolcifferet. Tillad flere cifre.`,
  'paymentId.customers': (v) =>
    `${v.count === 1 ? 'Én kunde har et nummer' : `${v.count} kunder har numre`}, som ${v.part} ikke har plads til, for eksempel ${v.number} ${v.name}. Deres fakturaer kan ikke færdiggøres med dette format.`,
  'paymentId.localSeries': (v) =>
    `Dokumenter uden overførsel har numre som ${v.number}, som et betalings-id ikke kan indeholde. De trykkes uden.`,
}
