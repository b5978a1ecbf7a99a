import { z } from 'zod'

/** ISO 4217 codes in circulation that a Nordic firm may bill in. */
export const currencyCodes =
  'DKK NOK SEK ISK EUR USD GBP CHF PLN CZK HUF RON BGN CAD AUD NZD JPY CNY HKD SGD INR KRW TRY ZAR BRL MXN AED SAR ILS THB MYR IDR PHP UAH GEL'.split(
    ' ',
  )

const known = new Set(currencyCodes)

export const CurrencyCode = z.string().refine((code) => known.has(code), {
  message: 'Write the currency as its three capital letters, for example DKK.',
})
