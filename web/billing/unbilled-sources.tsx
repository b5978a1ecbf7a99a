// The hours, expenses and plan rows behind a row of To be invoiced; what is not approved yet is there too and says so.
import { Button, Skeleton, Table, Text } from '@mantine/core'
import type { ToBeInvoicedRow } from '../../src/billing/to-be-invoiced.ts'
import { useTexts } from '../texts/texts.tsx'
import { FaultText } from '../ui/fault.tsx'
import { useFormat } from '../ui/format.ts'
import { useHours } from '../ui/use-hours.ts'
import { useUnbilledSources } from './to-be-invoiced-query.ts'

export function UnbilledSources({ row, until }: { row: ToBeInvoicedRow; until: string }) {
  const { billing, ui } = useTexts()
  const { source: texts } = billing
  const format = useFormat()
  const { write: hours } = useHours()
  const query = useUnbilledSources(row, until)
  if (query.isError) return <FaultText error={query.error} onRetry={() => query.refetch()} />
  if (!query.data) return <Skeleton height={80} />
  const items = query.data.pages.flatMap((page) => page.items)
  const total = query.data.pages[0]?.total ?? 0
  if (items.length === 0) return <Text size="sm">{billing.noSources}</Text>
  return (
    <>
      <Table verticalSpacing={4} fz="xs" aria-label={billing.sources}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{texts.day}</Table.Th>
            <Table.Th>{texts.kind}</Table.Th>
            <Table.Th>{texts.person}</Table.Th>
            <Table.Th>{texts.activity}</Table.Th>
            <Table.Th>{texts.text}</Table.Th>
            <Table.Th ta="right">{texts.quantity}</Table.Th>
            <Table.Th ta="right">{texts.price}</Table.Th>
            <Table.Th ta="right">{texts.amount}</Table.Th>
            <Table.Th>{texts.approval}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((one) => (
            <Table.Tr key={one.id}>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>{format.day(one.on)}</Table.Td>
              <Table.Td>{texts.kinds[one.kind]}</Table.Td>
              <Table.Td>{one.who}</Table.Td>
              <Table.Td>{one.activity}</Table.Td>
              <Table.Td style={{ whiteSpace: 'pre-line' }}>{one.text}</Table.Td>
              <Table.Td ta="right" className="figures">
                {one.billableMinutes === null ? '' : hours(one.billableMinutes)}
              </Table.Td>
              <Table.Td ta="right" className="figures">
                {one.rate === null ? '' : format.amount(one.rate, row.currency)}
              </Table.Td>
              <Table.Td ta="right" className="figures">
                {one.value === null ? texts.noPrice : format.amount(one.value, row.currency)}
              </Table.Td>
              <Table.Td>{one.approved ? texts.approved : texts.notApproved}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {query.hasNextPage ? (
        <Button size="xs" variant="subtle" loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {ui.showMore} ({billing.moreSources(total - items.length)})
        </Button>
      ) : null}
    </>
  )
}
