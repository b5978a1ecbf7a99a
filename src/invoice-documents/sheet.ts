// What stands on the pages of an invoice or credit note, written out: the template places it and decides nothing. Everything that
// the law asks for is put together here (momsbekendtgørelsen § 58, bokføringsforskriften § 5-1-1).
import type { VatCategory } from '../accounting/accounting.ts'
import type { InvoiceKind, LineUnit, Printed } from '../invoices/invoice.ts'
import type { VatSum } from '../invoices/invoice-totals.ts'
import type { Day } from '../lib/dates.ts'
import type { Language } from '../lib/i18n/sentence.ts'
import { compareDecimals, sum, writeAmount } from '../lib/money.ts'
import { breakable } from './breakable.ts'
import { type SheetTexts, sheetTexts } from './sheet-texts.ts'
import { writeDay, writeDecimal, writeMinutes, writePercent, writePeriod } from './written.ts'

export type SheetLine = {
  /** Null on a line of text only. */
  productType: string | null
  text: string
  quantity: string
  unit: string
  unitPrice: string
  discountPercent: string
  net: bigint
  vatCategory: VatCategory | null
  vatPercent: string | null
  periodFrom: Day | null
  periodTo: Day | null
}

/** Hours behind the lines, in the order of their days. */
export type SpecifiedHours = {
  workedOn: Day
  person: string
  activity: string
  note: string | null
  minutes: number
}

/** A document with all that stands on it. Amounts in minor units; a credit note's are negative. */
export type SheetSource = {
  kind: InvoiceKind
  /** Null: a draft. */
  number: string | null
  invoicedOn: Day
  dueOn: Day
  currency: string
  description: string | null
  onAccount: boolean
  creditReason: string | null
  net: bigint
  vat: bigint
  gross: bigint
  companyCurrency: string | null
  companyVat: bigint | null
  exchangeRate: string | null
  rateSource: string | null
  rateOn: Day | null
  printed: Printed
  lines: readonly SheetLine[]
  vats: readonly VatSum[]
  hours: readonly SpecifiedHours[]
}

type Fact = { label: string; value: string }
type Row = {
  /** A line of text spans the columns. */
  isText: boolean
  text: string
  period: string
  quantity: string
  unit: string
  price: string
  discount: string
  vat: string
  amount: string
}
type Section = { heading: string | null; rows: Row[]; subtotal: { label: string; amount: string } | null }

/** What assets/invoice.typ reads. */
export type Sheet = {
  language: Language
  /** Where the language is spoken as the document means it: DK, NO, GB. */
  region: string
  documentTitle: string
  author: string
  /** Year, month, day: of the document, so that the same document has the same bytes whenever it is made. */
  date: readonly [number, number, number] | null
  title: string
  numberLine: string | null
  draft: { mark: string; note: string } | null
  credits: string | null
  seller: { name: string; address: string[]; numbers: string[]; ways: string[] }
  buyer: string[]
  facts: Fact[]
  description: string | null
  intro: string | null
  amountsIn: string
  /** The captions of the columns that there are, in their order. */
  columns: { key: keyof Row; caption: string; align: 'left' | 'right' }[]
  sections: Section[]
  sums: { label: string; amount: string; isTotal: boolean }[]
  notes: string[]
  payment: { heading: string; sentence: string; facts: Fact[] } | null
  closing: string | null
  hours: {
    heading: string
    columns: { key: string; caption: string; align: 'left' | 'right' }[]
    rows: Record<string, string>[]
    totalLabel: string
    total: string
  } | null
  page: readonly [string, string]
}

const regions: Record<Language, string> = { da: 'DK', nb: 'NO', en: 'GB' }

export function toSheet(source: SheetSource): Sheet {
  const sheet = writtenOut(source)
  // The name of the file, and what people copy into their bank, stay as they are.
  const { documentTitle, author, payment } = sheet
  return { ...breakable(sheet), documentTitle, author, payment }
}

function writtenOut(source: SheetSource): Sheet {
  const { printed } = source
  const { language, seller } = printed
  const words = sheetTexts[language]
  const title = words.title[source.kind === 'invoice' && source.onAccount ? 'on-account' : source.kind]
  const [year = 0, month = 0, date = 0] = source.invoicedOn.split('-').map(Number)
  return {
    language,
    region: regions[language],
    documentTitle: `${title} ${source.number ?? `(${words.draftMark})`} – ${seller.name}`,
    author: seller.name,
    date: source.number === null ? null : [year, month, date],
    title,
    numberLine: source.number,
    draft: source.number === null ? { mark: words.draftMark, note: words.draftNote } : null,
    credits: creditedOf(source, words),
    seller: sellerOf(source, words),
    buyer: buyerOf(printed, words),
    facts: factsOf(source, words),
    description: source.description,
    intro: printed.invoiceText,
    amountsIn: words.amountsIn(source.currency),
    columns: columnsOf(source, words),
    sections: sectionsOf(source, words),
    sums: sumsOf(source, words),
    notes: notesOf(source, words),
    payment: paymentOf(source, words),
    closing: printed.footerText,
    hours: hoursOf(source, words),
    page: words.page,
  }
}

const bearsVat = (line: Pick<SheetLine, 'vatPercent'>) =>
  line.vatPercent !== null && compareDecimals(line.vatPercent, '0') > 0

function creditedOf(source: SheetSource, words: SheetTexts): string | null {
  const { credited, language } = source.printed
  if (source.kind !== 'credit-note' || !credited) return null
  return words.credits({ number: credited.number, day: writeDay(credited.invoicedOn, language) })
}

function sellerOf({ printed, vats }: SheetSource, words: SheetTexts): Sheet['seller'] {
  const { seller, buyer, language } = printed
  const { DK, NO, other } = words.registration
  const registration = seller.countryCode === 'DK' ? DK : seller.countryCode === 'NO' ? NO : other
  // MB § 62: on sales to other EU countries the own number bears its country.
  const isEuSale = vats.some(({ category }) => category === 'eu-goods' || category === 'eu-services')
  const vatNumber =
    seller.vatNumber ?? (isEuSale && seller.registrationNumber ? seller.countryCode + seller.registrationNumber : null)
  return {
    name: seller.name,
    address: present([
      seller.street,
      joined([seller.postalCode, seller.city]),
      seller.countryCode === buyer.countryCode ? null : countryName(seller.countryCode, language),
    ]),
    numbers: present([
      seller.registrationNumber && `${registration} ${seller.registrationNumber}`,
      vatNumber && `${words.vatNumber} ${vatNumber}`,
      seller.legalNote,
    ]),
    ways: present([seller.phone && `${words.phone} ${seller.phone}`, seller.email, seller.website]),
  }
}

function buyerOf({ buyer, seller, language }: Printed, words: SheetTexts): string[] {
  const { DK, NO, other } = words.registration
  const registration = buyer.countryCode === 'DK' ? DK : buyer.countryCode === 'NO' ? NO : other
  return present([
    buyer.nameLineAbove,
    buyer.name,
    buyer.nameLineBelow,
    buyer.contact && words.contact(buyer.contact),
    buyer.street1,
    buyer.street2,
    buyer.street3,
    joined([buyer.postalCode, buyer.city]),
    buyer.countryCode === seller.countryCode ? null : countryName(buyer.countryCode, language),
    buyer.registrationNumber && `${registration} ${buyer.registrationNumber}`,
    buyer.vatNumber && buyer.vatNumber !== buyer.registrationNumber ? `${words.vatNumber} ${buyer.vatNumber}` : null,
  ])
}

function factsOf(source: SheetSource, words: SheetTexts): Fact[] {
  const { printed } = source
  const { buyer, language } = printed
  const { facts } = words
  const values: [string, string | null][] = [
    [words.number[source.kind], source.number],
    [facts.invoicedOn, writeDay(source.invoicedOn, language)],
    [facts.dueOn, writeDay(source.dueOn, language)],
    [facts.period, periodOf(source.lines, language)],
    // Norwegian law asks for the place as well; services are delivered where the customer is.
    [facts.place, printed.seller.countryCode === 'NO' ? joined([buyer.postalCode, buyer.city]) : null],
    [facts.customerNumber, buyer.number],
    [facts.project, joined([printed.project.number, printed.project.name])],
    [facts.yourReference, printed.yourReference],
    [facts.orderReference, printed.orderReference],
    [facts.contractReference, printed.contractReference],
    [facts.ourReference, printed.ourReference],
    [facts.gln, buyer.gln],
    [words.creditReason, source.creditReason],
  ]
  return values.flatMap(([label, value]) => (value ? [{ label, value }] : []))
}

/** From the first day that a line names to the last. */
function periodOf(lines: readonly SheetLine[], language: Language): string | null {
  const days = lines.flatMap((line) => [line.periodFrom ?? line.periodTo, line.periodTo ?? line.periodFrom])
  const named = days.filter((day) => day !== null).sort()
  const [first] = named
  const last = named.at(-1)
  return first && last ? writePeriod(first, last, language) : null
}

/** Discount and VAT have a column only where lines differ: an empty one makes a reader look for what is missing. */
function columnsOf({ lines }: SheetSource, words: SheetTexts): Sheet['columns'] {
  const { columns } = words
  const percents = new Set(lines.flatMap((line) => (line.productType === null ? [] : [line.vatPercent])))
  const hasDiscount = lines.some((line) => compareDecimals(line.discountPercent, '0') !== 0)
  return [
    { key: 'text', caption: columns.text, align: 'left' },
    { key: 'quantity', caption: columns.quantity, align: 'right' },
    { key: 'unit', caption: columns.unit, align: 'left' },
    { key: 'price', caption: columns.price, align: 'right' },
    ...(hasDiscount ? ([{ key: 'discount', caption: columns.discount, align: 'right' }] as const) : []),
    ...(percents.size > 1 ? ([{ key: 'vat', caption: columns.vat, align: 'right' }] as const) : []),
    { key: 'amount', caption: columns.amount, align: 'right' },
  ]
}

/** MB § 58, 3: lines without VAT stand apart, with their own subtotal. A line of text stays with the line that it introduces. */
function sectionsOf(source: SheetSource, words: SheetTexts): Section[] {
  const parts: { taxable: SheetLine[]; free: SheetLine[] } = { taxable: [], free: [] }
  let texts: SheetLine[] = []
  let last = parts.taxable
  for (const line of source.lines) {
    if (line.productType === null) {
      texts.push(line)
      continue
    }
    last = bearsVat(line) ? parts.taxable : parts.free
    last.push(...texts, line)
    texts = []
  }
  last.push(...texts)
  const isMixed = parts.taxable.some((line) => line.productType) && parts.free.some((line) => line.productType)
  const hasPeriods = periodsDiffer(source.lines)
  const section = ([heading, subtotal]: readonly [string, string], lines: readonly SheetLine[]): Section => ({
    heading: isMixed ? heading : null,
    rows: lines.map((line) => rowOf(line, source, words, hasPeriods)),
    subtotal: isMixed ? { label: subtotal, amount: written(sum(lines.map(({ net }) => net)), source) } : null,
  })
  return [
    ...(parts.taxable.length > 0 ? [section(words.taxable, parts.taxable)] : []),
    ...(parts.free.length > 0 ? [section(words.taxFree, parts.free)] : []),
  ]
}

function rowOf(line: SheetLine, source: SheetSource, words: SheetTexts, hasPeriod: boolean): Row {
  const { language } = source.printed
  if (line.productType === null) return { ...emptyRow, isText: true, text: line.text }
  const isOne = line.quantity === '1' || line.quantity === '-1'
  const [one, many] = words.units[line.unit as LineUnit] ?? [line.unit, line.unit]
  const from = line.periodFrom ?? line.periodTo
  const to = line.periodTo ?? line.periodFrom
  const hasDiscount = compareDecimals(line.discountPercent, '0') !== 0
  return {
    isText: false,
    text: line.text,
    period: hasPeriod && from && to ? writePeriod(from, to, language) : '',
    quantity: writeDecimal(line.quantity, language, line.unit === 'hour' ? 2 : 0),
    unit: isOne ? one : many,
    price: writeDecimal(line.unitPrice, language, 2),
    discount: hasDiscount ? writePercent(line.discountPercent, language) : '',
    // MB § 59: under reverse charge there is no rate.
    vat: bearsVat(line) ? writePercent(line.vatPercent ?? '0', language) : '',
    amount: written(line.net, source),
  }
}

const emptyRow: Row = {
  isText: false,
  text: '',
  period: '',
  quantity: '',
  unit: '',
  price: '',
  discount: '',
  vat: '',
  amount: '',
}

/** Whether lines have periods that differ. If not, the one above the lines says it for all. */
function periodsDiffer(lines: readonly SheetLine[]): boolean {
  const periods = lines.flatMap((line) => (line.productType === null ? [] : [`${line.periodFrom} ${line.periodTo}`]))
  return new Set(periods).size > 1
}

function sumsOf(source: SheetSource, words: SheetTexts): Sheet['sums'] {
  const { language } = source.printed
  const taxed = source.vats.filter((vat) => compareDecimals(vat.percent, '0') > 0)
  const rows = taxed.map((vat) => ({
    label: words.vatOf({ percent: writePercent(vat.percent, language), net: written(vat.net, source) }),
    amount: written(vat.vat, source),
    isTotal: false,
  }))
  return [
    ...(rows.length > 0 ? [{ label: words.net, amount: written(source.net, source), isTotal: false }] : []),
    ...rows,
    { label: words.total[source.kind](source.currency), amount: written(source.gross, source), isTotal: true },
  ]
}

/** The legal phrases, and the VAT in the company's currency (MB § 97, 2). */
function notesOf(source: SheetSource, words: SheetTexts): string[] {
  const { language, vatPhrases } = source.printed
  const phrases = source.vats.flatMap((vat) => vatPhrases[vat.category] ?? [])
  const { companyCurrency, companyVat, exchangeRate } = source
  const isForeign = companyCurrency && companyCurrency !== source.currency && companyVat !== null && exchangeRate
  return [
    ...new Set(phrases.filter((phrase) => phrase !== '')),
    ...(isForeign
      ? [
          words.companyVat({
            currency: companyCurrency,
            vat: writeDecimal(writeAmount(companyVat, companyCurrency), language, 2),
            one: source.currency,
            rate: writeDecimal(exchangeRate, language, 2),
            source: source.rateSource ?? '–',
            day: writeDay(source.rateOn ?? source.invoicedOn, language),
          }),
        ]
      : []),
  ]
}

function paymentOf(source: SheetSource, words: SheetTexts): Sheet['payment'] {
  const { printed } = source
  const { seller, language } = printed
  if (source.kind === 'credit-note') return { heading: words.payment, sentence: words.credited, facts: [] }
  const values: [string, string | null][] = [
    [words.bank, seller.bankName],
    [words.bankAccount, joined([seller.bankRegistrationNumber, seller.bankAccount])],
    ['IBAN', seller.iban ? seller.iban.replaceAll(' ', '').replace(/(.{4})(?=.)/g, '$1 ') : null],
    ['BIC', seller.bic],
    printed.paymentIdShown
      ? [seller.countryCode === 'NO' ? words.kid : words.paymentId, printed.paymentIdShown]
      : [words.payWith, source.number && words.payWithNumber(source.number)],
  ]
  return {
    heading: words.payment,
    sentence: words.payBy({ day: writeDay(source.dueOn, language), days: printed.paymentDays }),
    facts: values.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
  }
}

function hoursOf({ printed, hours }: SheetSource, words: SheetTexts): Sheet['hours'] {
  const { hourSpecification, language } = printed
  if (hourSpecification === 'none' || hours.length === 0) return null
  const isByDay = hourSpecification === 'day'
  const captions = words.hoursColumns
  const rows = isByDay ? byDayAndPerson(hours) : hours
  return {
    heading: words.hours,
    columns: [
      { key: 'day', caption: captions.day, align: 'left' },
      { key: 'person', caption: captions.person, align: 'left' },
      ...(isByDay
        ? []
        : ([
            { key: 'activity', caption: captions.activity, align: 'left' },
            { key: 'note', caption: captions.note, align: 'left' },
          ] as const)),
      { key: 'hours', caption: captions.hours, align: 'right' },
    ],
    rows: rows.map((row) => ({
      day: writeDay(row.workedOn, language),
      person: row.person,
      activity: row.activity,
      note: row.note ?? '',
      hours: writeMinutes(row.minutes),
    })),
    totalLabel: words.hoursTotal,
    total: writeMinutes(hours.reduce((all, { minutes }) => all + minutes, 0)),
  }
}

function byDayAndPerson(hours: readonly SpecifiedHours[]): SpecifiedHours[] {
  const days = new Map<string, SpecifiedHours>()
  for (const row of hours) {
    const key = `${row.workedOn} ${row.person}`
    const known = days.get(key)
    if (known) known.minutes += row.minutes
    else days.set(key, { ...row })
  }
  return [...days.values()]
}

const written = (minor: bigint, { currency, printed }: SheetSource): string =>
  writeDecimal(writeAmount(minor, currency), printed.language, currencyDigits(currency))

const currencyDigits = (currency: string) => writeAmount(0n, currency).split('.')[1]?.length ?? 0

const countryName = (code: string, language: Language): string =>
  new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code

const present = (values: readonly (string | null | undefined | '')[]): string[] =>
  values.flatMap((value) => (value ? [value] : []))

const joined = (values: readonly (string | null)[]): string | null => present(values).join(' ') || null
