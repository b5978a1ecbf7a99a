// Numbers of documents. They are looked up first and taken only when everything else is written.
import { keyOf, type Row, type Value } from '../books.ts'
import { Refusal } from '../error-codes.ts'
import type { World } from '../world.ts'

export type Numbers = {
  readonly invoice: number
  readonly voucher: number
  /** The voucher with the prefix and the length of its series. */
  readonly voucherX: string
  readonly serie: string
  take(): void
}

type Found = { readonly number: number; readonly shown: string; take(): void }

/** The series of `creditNoteNumbers: own-series`. */
export const creditNoteSerie = 'Kreditnota'

export function nextNumbers(world: World, company: number, group: Row, isCreditNote: boolean): Numbers {
  const settings = settingsOf(world, company)
  const ownSerie =
    isCreditNote && world.switches.creditNoteNumbers === 'own-series' ? creditNoteSerie : group.InvoiceSerie
  const isVoucher = settings.UseVoucherAsInvoice === true || ownSerie === creditNoteSerie
  const voucherSerie = (isVoucher ? ownSerie : undefined) ?? settings.DebtorVoucherSerie
  const voucher = nextOf(world, company, voucherSerie)
  const invoice = isVoucher
    ? voucher
    : ownSerie !== undefined
      ? nextOf(world, company, ownSerie)
      : counter(world, company)
  const serie = String(voucherSerie)
  mustBeUnused(world, company, invoice.number, serie)
  return {
    invoice: invoice.number,
    voucher: voucher.number,
    voucherX: voucher.shown,
    serie,
    take() {
      voucher.take()
      if (invoice !== voucher) invoice.take()
    },
  }
}

export function nextOf(world: World, company: number, name: Value | undefined): Found {
  const field = 'NumberSerie'
  const found = name === undefined ? undefined : world.books.find(company, 'NumberSerieClient', name)
  if (found === undefined) throw new Refusal('NumberSerieDoesNotExist', field, String(name ?? ''))
  const { id, values } = found
  if (values.Blocked === true) throw new Refusal('NumberSerieIsBlocked', field, String(name))
  if (values.Manual === true) throw new Refusal('VoucherCannotBeZero', field, String(name))
  const number = Number(values.Next ?? values.FirstValue ?? 1)
  if (number > Number(values.LastValue ?? Number.MAX_SAFE_INTEGER)) {
    throw new Refusal('SequenceNumberError', field, String(name))
  }
  const shown = `${values.Prefix ?? ''}${String(number).padStart(Number(values.Length ?? 0), '0')}`
  const take = () => void world.books.replace(company, 'NumberSerieClient', id, { ...values, Next: number + 1 })
  return { number, shown, take }
}

function settingsOf({ books }: World, company: number): Row {
  return books.all(company, 'CompanySettingsClient')[0]?.values ?? {}
}

/** The company's own count of invoices. */
function counter(world: World, company: number): Found {
  const number = Number(settingsOf(world, company).SalesInvoice ?? 1)
  return {
    number,
    shown: String(number),
    take() {
      const [row] = world.books.all(company, 'CompanySettingsClient')
      if (row === undefined) return
      world.books.replace(company, 'CompanySettingsClient', row.id, { ...row.values, SalesInvoice: number + 1 })
    },
  }
}

function mustBeUnused({ books, switches }: World, company: number, number: number, serie: string): void {
  if (switches.usedNumber === 'is-given-again') return
  const used = books
    .all(company, 'DebtorInvoiceClient')
    .some(({ values }) => values.InvoiceNumber === number && keyOf(values.NumberSerie) === keyOf(serie))
  if (used) throw new Refusal('NumberIsUsedBefore', 'InvoiceNumber', String(number))
}
