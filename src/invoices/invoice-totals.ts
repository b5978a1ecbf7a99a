// The sums of a document: net, VAT per code and percent, gross. Pure; amounts in minor units of the document's currency.
import type { VatCategory, VatRounding } from '../accounting/accounting.ts'
import { compareDecimals, plain, sum, vatOf } from '../lib/money.ts'

/** What a line brings into the sums. Without a VAT code (a line of text) it bears no VAT. */
export type SummedLine = {
  readonly net: bigint
  readonly vatCode: string | null
  readonly vatPercent: string | null
  readonly vatCategory: VatCategory | null
}

/** One row of the VAT table on the document. */
export type VatSum = { vatCode: string; percent: string; category: VatCategory; net: bigint; vat: bigint }

export type Totals = { net: bigint; vat: bigint; gross: bigint; vats: VatSum[] }

/**
 * Nets are added, not rounded again (EN 16931 BT-106 to BT-112). Rounded per 'code', the VAT of a code and percent is that of the
 * sum of its nets; per 'line', the sum of what `lineVat` gives. Half an øre goes away from zero, so a credit note mirrors its invoice.
 */
export function totalsOf(lines: readonly SummedLine[], rounding: VatRounding): Totals {
  const vats = vatGroups(lines).map((group) => ({
    vatCode: group.vatCode,
    percent: group.percent,
    category: group.category,
    net: sum(group.nets),
    vat:
      rounding === 'line'
        ? sum(group.nets.map((net) => vatOf(net, group.percent)))
        : vatOf(sum(group.nets), group.percent),
  }))
  const net = sum(lines.map((line) => line.net))
  const vat = sum(vats.map((group) => group.vat))
  return { net, vat, gross: net + vat, vats }
}

/** The VAT of one line alone; 0 without a VAT code. */
export function lineVat(line: SummedLine): bigint {
  return line.vatCode === null || line.vatPercent === null ? 0n : vatOf(line.net, line.vatPercent)
}

type Group = { vatCode: string; percent: string; category: VatCategory; nets: bigint[] }

function vatGroups(lines: readonly SummedLine[]): Group[] {
  const groups = new Map<string, Group>()
  for (const { net, vatCode, vatPercent, vatCategory } of lines) {
    if (vatCode === null || vatPercent === null || vatCategory === null) continue
    const percent = plain(vatPercent)
    const key = `${vatCode} ${percent}`
    const group = groups.get(key) ?? { vatCode, percent, category: vatCategory, nets: [] }
    group.nets.push(net)
    groups.set(key, group)
  }
  return [...groups.values()].toSorted(
    (a, b) => compareDecimals(b.percent, a.percent) || (a.vatCode < b.vatCode ? -1 : 1),
  )
}
