// What an order comes to: the account, VAT code and amount of each line, VAT, and the totals. Nothing is written here.
import type { Row, Value } from '../books.ts'
import { Refusal } from '../error-codes.ts'
import type { World } from '../world.ts'
import { divide, percentOf, sum, tenThousandths, toCents, whole } from './cents.ts'

export type Parties = {
  /** Who gets the bill, which may be another than who ordered. */
  readonly payer: Row
  readonly group: Row
}

export type PricedLine = {
  readonly row: Row
  readonly account: string
  readonly vatCode: string | undefined
  /** Hundredths of the document's currency, as the other amounts. */
  readonly net: bigint
  readonly vat: bigint
  readonly project: Value | undefined
  readonly category: Value | undefined
}

export type VatTotal = {
  readonly code: string
  readonly account: string
  readonly base: bigint
  readonly vat: bigint
}

export type Priced = {
  readonly lines: readonly PricedLine[]
  readonly vats: readonly VatTotal[]
  readonly vatOperation: Value | undefined
  readonly net: bigint
  readonly vat: bigint
  readonly total: bigint
}

export function priceOrder(
  world: World,
  company: number,
  header: Row,
  rows: readonly Row[],
  { payer, group }: Parties,
): Priced {
  const zone = Number(payer.VatZone ?? 0) || ''
  const ofZone = (name: string) => group[`${name}${zone}`] ?? (group.UseFirstIfBlank === true ? group[name] : undefined)
  const useQtyNow = world.books.findById(company, 'CompanyClient', company)?.values.InvoiceUseQtyNow === true
  const discount = tenThousandths(header.EndDiscountPct)

  const lines = rows.map((row): PricedLine => {
    const ownAccount = row.PostingAccount ?? header.PostingAccount ?? payer.PostingAccount
    const account = String(ownAccount ?? ofZone('RevenueAccount') ?? group.RevenueAccount ?? '')
    const accountRow = ownAccount && world.books.find(company, 'GLAccountClient', ownAccount)?.values
    const ofAccount = accountRow ? accountRow.Vat : undefined
    const code = row.Vat ?? ofAccount ?? header.Vat ?? payer.Vat ?? ofZone('SalesVat')
    const vatCode = code === undefined ? undefined : String(code)
    const rate = vatCode === undefined ? 0n : tenThousandths(getVatCode(world, company, vatCode).Rate)
    const full = amountOf(row, useQtyNow)
    const amount = full - percentOf(full, discount)
    const net = header.PricesInclVat === true ? divide(amount * 100n * whole, 100n * whole + rate) : amount
    const vat = header.PricesInclVat === true ? amount - net : percentOf(net, rate)
    const project = row.Project ?? header.Project
    const category = row.PrCategory ?? header.PrCategory
    return { row, account, vatCode, net, vat, project, category }
  })
  const vats = totalVat(world, company, lines, header.PricesInclVat === true)
  const net = sum(lines.map((line) => line.net))
  const vat = sum(vats.map((each) => each.vat))
  return { lines, vats, vatOperation: ofZone('SalesVatOpr'), net, vat, total: net + vat }
}

export function getVatCode(world: World, company: number, code: string): Row {
  const row = world.books.find(company, 'GLVatClient', code)?.values
  if (row === undefined) throw new Refusal('VatTypeDoesNotExist', 'Vat', code)
  return row
}

function totalVat(world: World, company: number, lines: readonly PricedLine[], inclVat: boolean): readonly VatTotal[] {
  const codes = [...new Set(lines.flatMap(({ vatCode }) => vatCode ?? []))]
  return codes.map((code) => {
    const { Account = '', Rate } = getVatCode(world, company, code)
    const own = lines.filter(({ vatCode }) => vatCode === code)
    const base = sum(own.map(({ net }) => net))
    const perLine = inclVat || world.switches.vatRounding === 'per-line'
    const vat = perLine ? sum(own.map((line) => line.vat)) : percentOf(base, tenThousandths(Rate))
    return { code, account: String(Account), base, vat }
  })
}

/** Quantity times price less the line's discount, in hundredths; the typed total counts when that is nothing. */
function amountOf(row: Row, useQtyNow: boolean): bigint {
  const product = tenThousandths(useQtyNow ? row.QtyNow : row.Qty) * tenThousandths(row.Price)
  if (product === 0n) return toCents(row.Total)
  const left = 100n * whole - tenThousandths(row.DiscountPct)
  return divide(product * left, 100n * 100n * whole * whole)
}
