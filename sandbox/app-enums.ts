// Lists whose values travel as the label in the language of the signed-in user. The numbers and the Danish forms of Phase
// and CatType are documented; numbers marked below and the remaining labels are the sandbox's own, so a client must treat
// a label it does not know as unknown, never as a default.

export type Language = 'english' | 'danish'

type Labels = readonly [english: string, danish: string]

const same = (label: string): Labels => [label, label]

const appEnums = {
  VatZone: {
    0: ['Domestic', 'Indland'],
    1: ['EU member', 'EU-medlem'],
    2: ['Abroad', 'Udland'],
    3: ['No VAT registration', 'Ej momsregistreret'],
    4: ['Exempt from VAT', 'Momsfritaget'],
  },
  Phase: {
    0: ['Created', 'Oprettet'],
    1: ['Offer', 'Tilbud'],
    2: ['Accepted', 'Godkendt'],
    3: ['In progress', 'Igangværende'],
    4: ['Reported as finished', 'Færdigmeldt projekt'],
    5: ['Completed', 'Gennemført'],
    6: ['Paused', 'Pauset'], // the number is not published
  },
  CatType: {
    0: ['Sum', 'Sum'],
    1: ['Revenue', 'Omsætning'],
    2: ['Materials', 'Materialer'],
    3: ['External work', 'Fremmed arbejde'],
    4: ['Labour', 'Arbejdsløn'],
    5: ['Miscellaneous', 'Diverse'],
    6: ['Other', 'Andet'],
    7: ['On account invoicing', 'Ratefakturering'], // from here on the numbers are not published
    8: ['Adjustment', 'Regulering'],
    9: ['Header', 'Overskrift'],
    10: ['Expenses', 'Udgifter'],
  },
  AccountType: {
    0: ['Header', 'Overskrift'],
    1: ['Sum', 'Sum'],
    2: ['Calculation expression', 'Beregningsudtryk'],
    3: ['Profit and loss', 'Drift'],
    4: ['Revenue', 'Omsætning'],
    5: ['Income', 'Indtægt'],
    6: ['Cost', 'Omkostning'],
    7: ['Cost of goods sold', 'Vareforbrug'],
    8: ['Expense', 'Udgift'],
    9: ['Depreciation', 'Afskrivning'],
    10: ['Balance sheet', 'Status'],
    11: ['Asset', 'Aktiv'],
    15: ['Debtor', 'Debitor'],
    17: ['Bank', 'Bank'],
    20: ['Creditor', 'Kreditor'],
  },
  PaymentMethod: {
    0: ['Net cash', 'Netto kontant'],
    1: ['Net days', 'Netto dage'],
    2: ['End of week', 'Løbende uge'],
    3: ['End of month', 'Løbende måned'],
    4: ['Prepayment', 'Forudbetaling'],
    5: ['Credit card', 'Kreditkort'],
    6: ['Factoring', 'Factoring'],
  },
  // From here to VatType numbers and labels of lists whose values are not published are the sandbox's own, but for PostType.
  PeriodState: { 0: ['Open', 'Åben'], 1: ['Closed', 'Lukket'] },
  Origin: {
    0: same(''),
    1: ['Invoice', 'Faktura'],
    2: ['Daily journal', 'Kassekladde'],
    3: ['Reminder', 'Rykker'],
  },
  DCType: { 0: same(''), 1: ['Debtor', 'Debitor'], 2: ['Creditor', 'Kreditor'] },
  PostType: {
    0: ['Other', 'Andet'],
    1: ['Payment', 'Betaling'],
    4: ['Invoice', 'Faktura'],
    5: ['Creditnote', 'Kreditnota'],
    6: ['Fee', 'Gebyr'],
    9: ['Collection letter', 'Rykker'],
    13: ['Exchange rate difference', 'Valutakursdifference'],
  },
  VatType: { 0: ['Sales', 'Salg'], 1: ['Purchase', 'Køb'] },
  SerieUsage: { 0: ['Voucher number', 'Bilagsnummer'], 1: ['Key generation', 'Nøglegenerering'] },
  UserLanguage: {
    0: same(''),
    1: ['English', 'Engelsk'],
    2: ['Danish', 'Dansk'],
    3: ['German', 'Tysk'],
    4: ['Swedish', 'Svensk'],
    5: ['Norwegian', 'Norsk'],
  },
  Currency: {
    0: same(''),
    1: same('USD'),
    2: same('EUR'),
    3: same('GBP'),
    4: same('CHF'),
    9: same('DKK'),
    10: same('SEK'),
    11: same('NOK'),
  },
  Unit: { 0: same(''), 1: ['Pcs.', 'Stk.'], 2: ['Hours', 'Timer'], 3: ['Km', 'Km'] },
} as const satisfies Record<string, Record<number, Labels>>

export type AppEnumName = keyof typeof appEnums

export function labelOf(list: AppEnumName, value: number, language: Language): string {
  const labels = (appEnums[list] as Record<number, Labels>)[value]
  if (labels === undefined) return ''
  return language === 'english' ? labels[0] : labels[1]
}

/** The number behind a label, compared without case; undefined when the language has no such label. */
export function numberOf(list: AppEnumName, label: string, languages: readonly Language[]): number | undefined {
  const wanted = label.trim().toLowerCase()
  const found = Object.entries(appEnums[list]).find(([, [english, danish]]: [string, Labels]) =>
    languages.some((language) => (language === 'english' ? english : danish).toLowerCase() === wanted),
  )
  return found && Number(found[0])
}
