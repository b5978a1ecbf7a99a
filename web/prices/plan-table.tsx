import { Table, Text } from '@mantine/core'
import type { PlanItem, PriceModel } from '../../src/prices/price.ts'
import { useTexts } from '../texts/texts.tsx'
import { useFormat } from '../ui/format.ts'
import { TableScroll } from '../ui/table-scroll.tsx'

/** What is billed on which day, and what of it stands on a draft or invoice. */
export function PlanTable({ model }: { model: PriceModel }) {
  const { prices: texts } = useTexts()
  const format = useFormat()
  if (model.plan.length === 0)
    return (
      <Text size="sm" c="var(--muted)">
        {texts.planNone}
      </Text>
    )
  const stateOf = (item: PlanItem) =>
    item.invoiceId ? texts.onInvoice : item.billedElsewhere ? texts.elsewhere : texts.toBill
  return (
    <TableScroll label={texts.plan} minWidth={480}>
      <Table verticalSpacing={4} captionSide="top">
        <Table.Caption ta="left">{texts.plan}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{texts.dueOn}</Table.Th>
            <Table.Th>{texts.text}</Table.Th>
            <Table.Th>{texts.itemState}</Table.Th>
            <Table.Th ta="right">{`${texts.amount}, ${model.currency}`}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {model.plan.map((item) => (
            <Table.Tr key={item.id}>
              <Table.Td className="nowrap">{format.day(item.dueOn)}</Table.Td>
              <Table.Td>{item.text}</Table.Td>
              <Table.Td c="var(--muted)">{stateOf(item)}</Table.Td>
              <Table.Td ta="right" className="figures">
                {format.amount(item.amount, model.currency)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </TableScroll>
  )
}
