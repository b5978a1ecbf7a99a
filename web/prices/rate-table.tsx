import { Table, Text } from '@mantine/core'
import type { Activity } from '../../src/activities/activity.ts'
import type { PriceModel } from '../../src/prices/price.ts'
import { useTexts } from '../texts/texts.tsx'
import { useFormat } from '../ui/format.ts'
import { TableScroll } from '../ui/table-scroll.tsx'

type Rate = PriceModel['rates'][number]

/** The prices of a model that win over its base: nearest kind first, newest first. */
export function RateTable({ model, activities }: { model: PriceModel; activities: readonly Activity[] }) {
  const { prices: texts } = useTexts()
  const format = useFormat()
  if (model.rates.length === 0)
    return (
      <Text size="sm" c="var(--muted)">
        {model.hourlyBase === 'custom' ? texts.ratesNoneCustom : texts.ratesNone}
      </Text>
    )
  const activityName = (id: string | null) => {
    const found = activities.find((activity) => activity.id === id)
    return found ? `${found.number} ${found.name}` : null
  }
  const kindOf = (rate: Rate) => (rate.userId ? 0 : rate.activityId ? 1 : 2)
  const whose = (rate: Rate) => rate.userName ?? rate.roleName ?? activityName(rate.activityId) ?? texts.gone
  const rates = model.rates.toSorted(
    (a, b) => kindOf(a) - kindOf(b) || whose(a).localeCompare(whose(b), 'da') || b.validFrom.localeCompare(a.validFrom),
  )
  return (
    <TableScroll label={texts.rates} minWidth={420}>
      <Table verticalSpacing={4} captionSide="top">
        <Table.Caption ta="left">{texts.rates}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{texts.rateOf}</Table.Th>
            <Table.Th />
            <Table.Th>{texts.validFrom}</Table.Th>
            <Table.Th ta="right">{`${texts.rate}, ${model.currency}`}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rates.map((rate) => (
            <Table.Tr key={`${rate.userId} ${rate.roleId} ${rate.activityId} ${rate.validFrom}`}>
              <Table.Td>{whose(rate)}</Table.Td>
              <Table.Td c="var(--muted)">{[texts.person, texts.activity, texts.role][kindOf(rate)]}</Table.Td>
              <Table.Td className="nowrap">{format.day(rate.validFrom)}</Table.Td>
              <Table.Td ta="right" className="figures">
                {format.amount(rate.rate, model.currency)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </TableScroll>
  )
}
