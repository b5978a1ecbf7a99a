import type { Translated } from '../lib/i18n/sentence.ts'
import { amountIn } from '../lib/i18n/written.ts'
import type { creditTexts } from './credit-texts.ts'

const amount = amountIn('nb')

export const creditTextsNb: Translated<typeof creditTexts> = {
  'credit.draft': () => 'Dette er et utkast: endre det eller slett det. Bare ferdigstilte fakturaer krediteres.',
  'credit.creditNote': (v) => `${v.number} er en kreditnota. Kreditnotaer krediteres ikke; lag en ny faktura i stedet.`,
  'credit.nothingLeft': (v) => `Alt på faktura ${v.number} er allerede kreditert av ${v.by}. Ingenting ble laget.`,
  'credit.aDraft': () => 'et kreditnotautkast',
  'credit.unknownLine': (v) => `Linjen står ikke på faktura ${v.number}. Velg en av linjene.`,
  'credit.lineTwice': () => 'Den samme linjen står her to ganger. Krediter den én gang.',
  'credit.lineOfText': () => 'Linjen har ikke noe beløp som kan krediteres.',
  'credit.both': () => 'Oppgi antallet eller beløpet, ikke begge.',
  'credit.lineNothingLeft': () => 'Linjen er allerede kreditert.',
  'credit.notPositive': () => 'Skriv det som skal krediteres, over 0 og uten minus.',
  'credit.tooMuch': (v) => `Bare ${v.left} er igjen å kreditere.`,
  'credit.wholeOnly': () => 'En annen kunde kan bare faktureres når hele fakturaen krediteres. La linjene stå tomme.',
  'credit.reopenOnly': () => 'For å fakturere en annen kunde må timene kunne faktureres igjen. Velg å åpne dem.',
  'credit.sameCustomer': (v) => `Fakturaen er allerede til ${v.customer}. Velg en annen kunde eller ingen.`,
  'credit.unknownCustomer': () => 'Kunden finnes ikke lenger. Velg en annen.',
  'credit.lineOver': (v) =>
    `Linje ${v.line} krediterer mer enn det som er igjen av linjen på faktura ${v.number}: ${v.left}.`,
  'credit.turned': (v) => `Linje ${v.line} legger til faktura ${v.number} i stedet for å kreditere den. Snu fortegnet.`,
  'credit.over': (v) =>
    `Kreditnotaen tar ${v.net} av faktura ${v.number}, der bare ${v.left} uten mva er igjen. Gjør den mindre.`,
  'credit.otherCustomer': (v) =>
    `Faktura ${v.number} er utstedt til ${v.customer}, og det må kreditnotaen også være. Velg den kunden.`,
  'credit.remainder': (v) =>
    `Med denne kreditnotaen er hele faktura ${v.number} kreditert, og ${amount(v.amount)} er igjen: hver del avrunder sin egen mva. Det blir på fakturaen og kan avskrives.`,
  'credit.remainderLeft': (v) =>
    `Hele faktura ${v.number} er kreditert, og ${amount(v.amount)} er igjen fordi hver kreditnota avrunder sin egen mva. Avskriv det under Betalinger.`,
  'credit.hoursStay': (v) =>
    `En del av linje ${v.line} er igjen på fakturaen, så timene og utleggene forblir fakturert.`,
  'credit.deducted': (v) =>
    `Faktura ${v.number} er fakturert a konto og trekkes fra på ${v.by}. Krediter den også, ellers er fradraget for stort.`,
  'credit.waits': (v) =>
    `${v.count === 1 ? 'En av timene eller utleggene' : `${v.count} av timene og utleggene`} her er fortsatt fakturert på faktura ${v.number}. Ferdigstill kreditnotaen først.`,
}
