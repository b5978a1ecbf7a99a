// Sums of the filtered set, one line for each currency, below a list.
import { Table, Text } from '@mantine/core'
import { useFormat } from '../ui/format.ts'

export function TotalsLine(props: {
  label: string
  columns: readonly string[]
  rows: readonly { currency: string; amounts: readonly string[] }[]
}) {
  const format = useFormat()
  if (props.rows.length === 0) return null
  return (
    <div className="totals-line">
      <Table aria-label={props.label} withRowBorders={false} verticalSpacing={2} fz="sm" w="auto" ml="auto">
        <Table.Thead>
          <Table.Tr>
            <Table.Th fw={400} c="var(--muted)">
              {props.label}
            </Table.Th>
            {props.columns.map((column) => (
              <Table.Th key={column} ta="right" fw={400} c="var(--muted)">
                {column}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.rows.map(({ currency, amounts }) => (
            <Table.Tr key={currency}>
              <Table.Th scope="row" ta="right">
                {currency}
              </Table.Th>
              {amounts.map((amount, index) => (
                <Table.Td key={props.columns[index]} ta="right">
                  <Text span size="sm" fw={600} className="figures">
                    {format.amount(amount, currency)}
                  </Text>
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}
