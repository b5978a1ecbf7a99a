import type { Translated } from '../lib/i18n/sentence.ts'
import { amountIn } from '../lib/i18n/written.ts'
import type { paymentTexts } from './payment-texts.ts'

const amount = amountIn('da')

export const paymentTextsDa: Translated<typeof paymentTexts> = {
  'payment.notFinalized': () => 'Betalinger registreres kun på færdiggjorte fakturaer og kreditnotaer. Vælg en af dem.',
  'payment.keyTaken': (v) => `Nøglen tilhører en anden betaling, af ${v.number}. Send en ny nøgle. Intet blev gemt.`,
  'payment.zero': () => 'Skriv et andet beløb end 0.',
  'payment.decimals': (v) => `${v.currency} har ingen decimaler. Skriv et helt tal.`,
  'payment.inFuture': (v) => `I dag er det ${v.today}; en betaling registreres, når den er der.`,
  'payment.ofSettledNote': (v) =>
    `Kreditnota ${v.number} er udlignet med faktura ${v.invoice}. Gik penge tilbage, så registrér det der som en negativ betaling. Intet blev gemt.`,
  'payment.nothingOpen': (v) => `Intet af ${v.number} er åbent, så der er intet at afskrive. Intet blev gemt.`,
  'payment.writeOffTooMuch': (v) =>
    `Af ${v.number} er ${amount(v.open)} ${v.currency} åbent. Afskriv det eller en del af det, ikke mere.`,
  'payment.imported': (v) => `Betalingen af ${v.number} er læst fra regnskabet og bliver. Ret den der.`,
}
