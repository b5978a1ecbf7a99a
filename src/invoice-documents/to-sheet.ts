// Writes out what stands on the pages: the template places it and decides nothing. Everything that the law asks for is put together
// here and in sheet-lines.ts (momsbekendtgørelsen § 58, bokføringsforskriften § 5-1-1).
import type { Printed } from '../invoices/printed.ts'
import type { Language } from '../lib/i18n/sentence.ts'
import { breakable } from './breakable.ts'
import type { Fact, Sheet, SheetLine, SheetSource } from './sheet.ts'
import { hoursOf } from './sheet-hours.ts'
import { columnsOf, sectionsOf, sumsOf, taxedOf } from './sheet-lines.ts'
import { type SheetTexts, sheetTexts } from './sheet-texts.ts'
import { writeDay, writeDecimal, writeMoney, writePeriod } from './written.ts'

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

/** The legal phrases, and where there is VAT, what it is in the company's currency (MB § 97, 2). */
function notesOf(source: SheetSource, words: SheetTexts): string[] {
  const { language, vatPhrases } = source.printed
  const phrases = source.vats.flatMap((vat) => vatPhrases[vat.category] ?? [])
  const { companyCurrency, companyVat, exchangeRate } = source
  const isForeign = companyCurrency && companyCurrency !== source.currency && companyVat !== null && exchangeRate
  const owesVat = taxedOf(source).length > 0
  return [
    ...new Set(phrases.filter((phrase) => phrase !== '')),
    ...(isForeign && owesVat
      ? [
          words.companyVat({
            currency: companyCurrency,
            vat: writeMoney(companyVat, companyCurrency, language),
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

const countryName = (code: string, language: Language): string =>
  new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code

const present = (values: readonly (string | null | undefined | '')[]): string[] =>
  values.flatMap((value) => (value ? [value] : []))

const joined = (values: readonly (string | null)[]): string | null => present(values).join(' ') || null
