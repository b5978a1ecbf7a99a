// What stands behind a line: the hours, expenses and plan rows with the price at which each went in, and the way to take one out.
import { Button, Drawer, Skeleton, Stack, Table, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { LineSource } from '../../src/invoices/draft.ts'
import { Invoice, type InvoiceLine } from '../../src/invoices/invoice.ts'
import { get, post } from '../api.ts'
import { useTexts } from '../texts/texts.tsx'
import { FaultText } from '../ui/fault.tsx'
import { useFormat } from '../ui/format.ts'
import { TableScroll } from '../ui/table-scroll.tsx'
import { useHours } from '../ui/use-hours.ts'
import { useDraft } from './use-draft.tsx'

const Sources = z.object({ items: z.array(LineSource) })

export function SourcesDrawer({ line, onClose }: { line: InvoiceLine | undefined; onClose: () => void }) {
  const { invoices } = useTexts()
  return (
    <Drawer
      opened={line !== undefined}
      onClose={onClose}
      title={line ? invoices.draft.sourcesTitle(line.text.split('\n')[0] ?? '') : ''}
      position="right"
      size="xl"
      styles={{ title: { fontWeight: 600 } }}
      transitionProps={{ duration: 0 }}
    >
      {line ? <SourceTable line={line} /> : null}
    </Drawer>
  )
}

function SourceTable({ line }: { line: InvoiceLine }) {
  const { billing, invoices } = useTexts()
  const { draft, act, mayChange, error } = useDraft()
  const format = useFormat()
  const { write: hours } = useHours()
  const path = `/drafts/${draft.id}/lines/${line.id}/sources`
  const query = useQuery({
    queryKey: ['/invoices', draft.id, 'sources', line.id, draft.version],
    queryFn: () => get(path, Sources),
    placeholderData: (before) => before,
  })
  if (query.isError) return <FaultText error={query.error} onRetry={() => query.refetch()} />
  if (!query.data) return <Skeleton height={160} />
  const { items } = query.data
  if (items.length === 0) return <Text size="sm">{invoices.draft.noSources}</Text>
  const takeOut = (id: string) =>
    void act((now) => post(`${path}/remove`, { version: now.version, sourceIds: [id] }, Invoice)).then(
      (done) => done && notifications.show({ message: invoices.draft.takenOut, autoClose: 3_000 }),
    )
  return (
    <Stack>
      {error ? <FaultText error={error} /> : null}
      <TableScroll label={billing.sources} minWidth={560}>
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{billing.source.day}</Table.Th>
              <Table.Th>{billing.source.person}</Table.Th>
              <Table.Th>{billing.source.text}</Table.Th>
              <Table.Th ta="right">{billing.source.quantity}</Table.Th>
              <Table.Th ta="right">{billing.source.price}</Table.Th>
              <Table.Th ta="right">{billing.source.amount}</Table.Th>
              {mayChange ? <Table.Th aria-label={invoices.draft.takeOut} /> : null}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((source) => (
              <Table.Tr key={source.id}>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>{format.day(source.on)}</Table.Td>
                <Table.Td>{source.who}</Table.Td>
                <Table.Td>{[source.activity, source.text].filter(Boolean).join(': ')}</Table.Td>
                <Table.Td ta="right" className="figures">
                  {source.minutes === null ? '' : hours(source.minutes)}
                </Table.Td>
                <Table.Td ta="right" className="figures">
                  {source.rate === null ? '' : format.decimal(source.rate)}
                </Table.Td>
                <Table.Td ta="right" className="figures">
                  {format.amount(source.amount, draft.currency)}
                </Table.Td>
                {mayChange ? (
                  <Table.Td ta="right">
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-label={invoices.draft.takeOutOf(`${format.day(source.on)} ${source.who ?? ''}`)}
                      onClick={() => takeOut(source.id)}
                    >
                      {invoices.draft.takeOut}
                    </Button>
                  </Table.Td>
                ) : null}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </TableScroll>
    </Stack>
  )
}
