// Whether the numbers of each series follow each other: one quiet line while they do, a warning with what is missing when not.
import { Alert, List, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { SeriesReport } from '../../src/invoices/series-report.ts'
import { get } from '../api.ts'
import { useTexts } from '../texts/texts.tsx'
import { useFormat } from '../ui/format.ts'

const Reports = z.object({ items: z.array(SeriesReport) })
const mostFaults = 5

export function NumberReport() {
  const { invoices } = useTexts()
  const { numbers } = invoices
  const format = useFormat()
  const { data } = useQuery({
    queryKey: ['/invoices', 'gaps'],
    queryFn: () => get('/invoices/gaps', Reports),
    staleTime: 60_000,
  })
  const used = data?.items.filter(({ documents }) => documents > 0) ?? []
  const faults = used.flatMap(({ series, next, missing, ahead, outOfOrder }) => [
    ...missing.map(({ from, to, count }) => numbers.missing(invoices.series[series], from, to, count)),
    ...(ahead ? [numbers.ahead(invoices.series[series], ahead.from, ahead.to, next)] : []),
    ...outOfOrder.map((one) =>
      numbers.outOfOrder(one.number, format.day(one.invoicedOn), one.after, format.day(one.afterOn)),
    ),
  ])
  if (used.length === 0) return null
  if (faults.length === 0)
    return (
      <Text size="xs" c="var(--muted)" ta="right">
        {used
          .map(({ series, first, last, documents }) =>
            numbers.complete(invoices.series[series], first ?? '', last ?? '', format.count(documents)),
          )
          .join(' ')}
      </Text>
    )
  return (
    <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />} title={numbers.title} mt="xs">
      <List size="sm">
        {faults.slice(0, mostFaults).map((fault) => (
          <List.Item key={fault}>{fault}</List.Item>
        ))}
        {faults.length > mostFaults ? <List.Item>{numbers.more(faults.length - mostFaults)}</List.Item> : null}
      </List>
    </Alert>
  )
}
