import type { Translated } from '../lib/i18n/sentence.ts'
import { amountIn } from '../lib/i18n/written.ts'
import type { creditTexts } from './credit-texts.ts'

const amount = amountIn('da')

export const creditTextsDa: Translated<typeof creditTexts> = {
  'credit.draft': () => 'Det er en kladde: ret den eller slet den. Kun færdiggjorte fakturaer krediteres.',
  'credit.creditNote': (v) => `${v.number} er en kreditnota. Kreditnotaer krediteres ikke; lav en ny faktura i stedet.`,
  'credit.nothingLeft': (v) => `Alt på faktura ${v.number} er allerede krediteret af ${v.by}. Intet blev lavet.`,
  'credit.aDraft': () => 'en kreditnotakladde',
  'credit.unknownLine': (v) => `Linjen står ikke på faktura ${v.number}. Vælg en af dens linjer.`,
  'credit.lineTwice': () => 'Den samme linje står her to gange. Kreditér den én gang.',
  'credit.lineOfText': () => 'Linjen har intet beløb, der kan krediteres.',
  'credit.both': () => 'Angiv antallet eller beløbet, ikke begge.',
  'credit.lineNothingLeft': () => 'Linjen er allerede krediteret.',
  'credit.notPositive': () => 'Skriv det, der skal krediteres, over 0 og uden minus.',
  'credit.tooMuch': (v) => `Kun ${v.left} er tilbage at kreditere.`,
  'credit.wholeOnly': () => 'En anden kunde kan kun faktureres, når hele fakturaen krediteres. Lad linjerne stå tomme.',
  'credit.reopenOnly': () => 'For at fakturere en anden kunde skal timerne kunne faktureres igen. Vælg at åbne dem.',
  'credit.sameCustomer': (v) => `Fakturaen er allerede til ${v.customer}. Vælg en anden kunde eller ingen.`,
  'credit.unknownCustomer': () => 'Kunden findes ikke længere. Vælg en anden.',
  'credit.lineOver': (v) =>
    `Linje ${v.line} krediterer mere, end der er tilbage af dens linje på faktura ${v.number}: ${v.left}.`,
  'credit.turned': (v) =>
    `Linje ${v.line} lægger til faktura ${v.number} i stedet for at kreditere den. Vend dens fortegn.`,
  'credit.over': (v) =>
    `Kreditnotaen tager ${v.net} af faktura ${v.number}, hvoraf kun ${v.left} uden moms er tilbage. Gør den mindre.`,
  'credit.otherCustomer': (v) =>
    `Faktura ${v.number} er udstedt til ${v.customer}, og det skal dens kreditnota også være. Vælg den kunde.`,
  'credit.remainder': (v) =>
    `Med denne kreditnota er hele faktura ${v.number} krediteret, og ${amount(v.amount)} er tilbage: hver del afrunder sin egen moms. Det bliver på fakturaen og kan afskrives.`,
  'credit.remainderLeft': (v) =>
    `Hele faktura ${v.number} er krediteret, og ${amount(v.amount)} er tilbage, fordi hver kreditnota afrunder sin egen moms. Afskriv det under Betalinger.`,
  'credit.hoursStay': (v) =>
    `En del af linje ${v.line} er tilbage på fakturaen, så dens timer og udlæg forbliver fakturerede.`,
  'credit.deducted': (v) =>
    `Faktura ${v.number} er faktureret a conto og trækkes fra på ${v.by}. Kreditér også den, ellers er fradraget for stort.`,
  'credit.waits': (v) =>
    `${v.count === 1 ? 'En af timerne eller udlæggene' : `${v.count} af timerne og udlæggene`} her er stadig faktureret på faktura ${v.number}. Færdiggør dens kreditnota først.`,
}
