// Lines that come from what was agreed with the customer, not from sources: a price, what of it was billed on account, a cap. Pure.
import { percentOn } from '../billing/account-book.ts'
import { beyondCap } from '../billing/cap.ts'
import type { Day } from '../lib/dates.ts'
import { allocate, magnitude, sum, writeAmount } from '../lib/money.ts'
import { type BuildFacts, type BuiltLine, bare, type Deduction, type FixedVat } from './built-line.ts'
import { lineTexts } from './line-texts.ts'

/**
 * The agreed price. What of it was billed on account with VAT that the account no longer gives is a line of its own with that VAT,
 * so that on-account invoices and this document together have the agreed price at the VAT under which each part was billed.
 */
export function agreedLines({
  model,
  scheme,
  currencies,
  language,
  hoursAccount,
  invoicedOn,
}: BuildFacts): BuiltLine[] {
  const texts = lineTexts(language)
  const lump = (key: string, text: string, net: bigint, vat: FixedVat | null = null): BuiltLine => ({
    ...bare(),
    key,
    origin: 'agreed-price',
    text,
    unitPrice: writeAmount(net, currencies.billed),
    net,
    vat,
  })
  if (scheme.onAccountAmount !== null)
    return [{ ...lump('on-account', texts.onAccount({ model: model.name }), scheme.onAccountAmount), origin: 'plan' }]
  if (scheme.agreed === null) return []
  const now = { code: hoursAccount?.vat?.code, percent: percentOn(hoursAccount, invoicedOn) }
  const others = new Map<string, { net: bigint; vat: FixedVat }>()
  for (const { net, vat } of scheme.deductions) {
    if (vat.vatCode === now.code && vat.vatPercent === now.percent) continue
    const key = `agreed ${vat.vatCode} ${vat.vatPercent}`
    others.set(key, { net: (others.get(key)?.net ?? 0n) + net, vat })
  }
  const parts = [...others].map(([key, { net, vat }]) =>
    lump(key, texts.agreedPart({ model: model.name, percent: vat.vatPercent ?? '' }), net, vat),
  )
  const rest = scheme.agreed - sum(parts.map((part) => part.net))
  return [...(rest === 0n ? [] : [lump('agreed', texts.agreedPrice({ model: model.name }), rest)]), ...parts]
}

export function deductionLine({ invoiceId, number, invoicedOn, net, vat }: Deduction, facts: BuildFacts): BuiltLine {
  return {
    ...bare(),
    key: deductionKey(invoiceId, vat),
    origin: 'deduction',
    text: lineTexts(facts.language).deduction({ number, invoicedOn }),
    quantity: '-1',
    unitPrice: writeAmount(net, facts.currencies.billed),
    net: -net,
    deductsInvoiceId: invoiceId,
    vat,
  }
}

export const deductionKey = (invoiceId: string | null, vat: Omit<FixedVat, 'accountId'>): string =>
  `deduction ${invoiceId} ${vat.accountNumber} ${vat.vatCode} ${vat.vatPercent}`

/** What of the hours lies beyond the cap, taken off again; per percentage of VAT, so that none is mixed. */
export function capLines(
  hours: readonly BuiltLine[],
  { model, scheme, currencies, language, hoursAccount }: BuildFacts,
): BuiltLine[] {
  const beyond = beyondCap(model.cap, scheme.hoursBilled, sum(hours.map((line) => line.net)))
  if (beyond === 0n || model.cap === null) return []
  const cap = writeAmount(model.cap, currencies.billed)
  const groups = new Map<string, BuiltLine[]>()
  for (const line of hours) {
    const percent = percentOn(hoursAccount, line.periodTo as Day) ?? ''
    groups.set(percent, [...(groups.get(percent) ?? []), line])
  }
  const shares = allocate(
    beyond,
    [...groups.values()].map((lines) => magnitude(sum(lines.map((line) => line.net)))),
  )
  return [...groups].flatMap(([percent, lines], index) => {
    const share = shares[index] ?? 0n
    if (share === 0n) return []
    return [
      {
        ...bare(),
        key: `cap ${percent}`,
        origin: 'cap' as const,
        text: lineTexts(language).cap({ cap }),
        quantity: '-1',
        unitPrice: writeAmount(share, currencies.billed),
        net: -share,
        periodFrom: lines.map((line) => line.periodFrom as Day).sort()[0] ?? null,
        periodTo:
          lines
            .map((line) => line.periodTo as Day)
            .sort()
            .at(-1) ?? null,
      },
    ]
  })
}
