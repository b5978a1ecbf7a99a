// The lines of a finalized document, as printed.
import { Table, Text } from '@mantine/core'
import type { Invoice } from '../../src/invoices/invoice.ts'
import { useTexts } from '../texts/texts.tsx'
import { useFormat } from '../ui/format.ts'
import { TableScroll } from '../ui/table-scroll.tsx'

export function DocumentLines({ invoice }: { invoice: Invoice }) {
  const { invoices } = useTexts()
  const { line: texts } = invoices
  const format = useFormat()
  const { currency } = invoice
  const hasDiscount = invoice.lines.some(({ discountPercent }) => discountPercent !== '0')
  return (
    <TableScroll label={invoices.groups.lines} minWidth={640}>
      <Table verticalSpacing={8}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{texts.text}</Table.Th>
            <Table.Th ta="right">{texts.quantity}</Table.Th>
            <Table.Th ta="right">{texts.unitPrice}</Table.Th>
            {hasDiscount ? <Table.Th ta="right">{texts.discountPercent}</Table.Th> : null}
            <Table.Th>{texts.account}</Table.Th>
            <Table.Th ta="right">{texts.vat}</Table.Th>
            <Table.Th ta="right">{texts.net}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {invoice.lines.map((line) => {
            const isText = line.productType === null
            const isAdjusted = line.registeredNet !== null && line.registeredNet !== line.net
            return (
              <Table.Tr key={line.id}>
                <Table.Td style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere', minWidth: 220 }}>
                  {line.text}
                  {line.periodFrom && line.periodTo ? (
                    <Text size="xs" c="var(--muted)">
                      {texts.period(format.day(line.periodFrom), format.day(line.periodTo))}
                    </Text>
                  ) : null}
                  {isAdjusted ? (
                    <Text size="xs" c="var(--muted)">
                      {texts.registeredOnly(format.amount(line.registeredNet, currency))}{' '}
                      {line.adjustmentReason ? texts.reason(line.adjustmentReason) : ''}
                    </Text>
                  ) : null}
                </Table.Td>
                {isText ? (
                  <Table.Td colSpan={hasDiscount ? 6 : 5} />
                ) : (
                  <>
                    <Table.Td ta="right" className="figures" style={{ whiteSpace: 'nowrap' }}>
                      {format.decimal(line.quantity)} {unitText(invoices.units, line.unit)}
                    </Table.Td>
                    <Table.Td ta="right" className="figures">
                      {format.amount(line.unitPrice, currency)}
                    </Table.Td>
                    {hasDiscount ? (
                      <Table.Td ta="right" className="figures">
                        {line.discountPercent === '0' ? '' : format.decimal(line.discountPercent)}
                      </Table.Td>
                    ) : null}
                    <Table.Td>{line.accountNumber}</Table.Td>
                    <Table.Td ta="right" className="figures" style={{ whiteSpace: 'nowrap' }}>
                      {line.vatPercent === null ? '' : `${format.decimal(line.vatPercent)} %`}
                    </Table.Td>
                    <Table.Td ta="right" className="figures">
                      {format.amount(line.net, currency)}
                    </Table.Td>
                  </>
                )}
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
    </TableScroll>
  )
}

/** A unit in words; one that came from elsewhere is its own word. */
const unitText = (units: Readonly<Record<string, string>>, unit: string) => units[unit] ?? unit
