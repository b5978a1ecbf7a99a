// Below the cells of a line: where it comes from, its period, VAT and sources, and what was registered when it bills something else.
import { Text } from '@mantine/core'
import type { InvoiceLine } from '../../src/invoices/invoice.ts'
import { useTexts } from '../texts/texts.tsx'
import { useFormat } from '../ui/format.ts'
import { difference } from './line-figures.ts'
import { useDraft } from './use-draft.tsx'

export function LineNotes(props: { line: InvoiceLine; index: number; onSources: () => void }) {
  const { line, index, onSources } = props
  const { invoices } = useTexts()
  const format = useFormat()
  const { draft } = useDraft()
  const { line: texts } = invoices
  const isAdjusted = line.registeredNet !== null && line.registeredNet !== line.net
  const vat = line.vatPercent === null ? '' : `${texts.vat} ${format.decimal(line.vatPercent)} %`
  const words = [
    line.origin === 'manual' || line.origin === 'text' ? '' : invoices.origins[line.origin],
    line.periodFrom && line.periodTo ? texts.period(format.day(line.periodFrom), format.day(line.periodTo)) : '',
    vat,
  ].filter(Boolean)
  if (words.length === 0 && line.sources === 0 && !isAdjusted) return null
  return (
    <tr className="below">
      <td />
      <td colSpan={8}>
        <Text size="xs" c="var(--muted)" component="div">
          {words.join(' · ')}
          {line.sources > 0 ? (
            <>
              {words.length > 0 ? ' · ' : ''}
              <button
                type="button"
                className="text-button"
                aria-label={texts.named(texts.sources(line.sources), index + 1)}
                onClick={onSources}
              >
                {texts.sources(line.sources)}
              </button>
            </>
          ) : null}
          {isAdjusted && line.registeredNet !== null ? (
            <Text span size="xs" fw={600}>
              {' '}
              {texts.registered(
                format.amount(line.registeredNet, draft.currency),
                difference(line.registeredNet, line.net, draft.currency, invoices, format.amount),
              )}{' '}
              {line.adjustmentReason ? texts.reason(line.adjustmentReason) : ''}
            </Text>
          ) : null}
        </Text>
      </td>
    </tr>
  )
}
