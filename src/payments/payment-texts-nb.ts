import type { Translated } from '../lib/i18n/sentence.ts'
import { amountIn } from '../lib/i18n/written.ts'
import type { paymentTexts } from './payment-texts.ts'

const amount = amountIn('nb')

export const paymentTextsNb: Translated<typeof paymentTexts> = {
  'payment.notFinalized': () =>
    'Betalinger registreres bare på ferdigstilte fakturaer og kreditnotaer. Velg en av dem.',
  'payment.keyTaken': (v) =>
    `Nøkkelen tilhører en annen betaling, av ${v.number}. Send en ny nøkkel. Ingenting ble lagret.`,
  'payment.zero': () => 'Skriv et annet beløp enn 0.',
  'payment.decimals': (v) => `${v.currency} har ingen desimaler. Skriv et helt tall.`,
  'payment.inFuture': (v) => `I dag er det ${v.today}; en betaling registreres når den er der.`,
  'payment.ofSettledNote': (v) =>
    `Kreditnota ${v.number} er gjort opp med faktura ${v.invoice}. Gikk penger tilbake, registrer det der som en negativ betaling. Ingenting ble lagret.`,
  'payment.nothingOpen': (v) =>
    `Ingenting av ${v.number} er åpent, så det er ingenting å avskrive. Ingenting ble lagret.`,
  'payment.writeOffTooMuch': (v) =>
    `Av ${v.number} er ${amount(v.open)} ${v.currency} åpent. Avskriv det eller en del av det, ikke mer.`,
  'payment.imported': (v) => `Betalingen av ${v.number} er lest fra regnskapet og blir. Rett den der.`,
}
