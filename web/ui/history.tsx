// Who changed what, when, from what, to what.
import { Button, Skeleton, Table, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { AuditEntry, type AuditedKind } from '../../src/audit/audit.ts'
import { get, queryOf } from '../api.ts'
import { useTexts } from '../texts/texts.tsx'
import { FaultText } from './fault.tsx'
import { useFormat } from './format.ts'
import { listPage } from './list-page.ts'
import { type ShowField, useShowField } from './show-value.tsx'
import { TableScroll } from './table-scroll.tsx'

const Page = listPage(AuditEntry)

export function History(props: {
  kind: AuditedKind
  subject: string
  names: Readonly<Record<string, string>>
  /** For fields that no list can name. */
  nameOf?: (field: string) => string | undefined
  show?: ShowField
}) {
  const { ui } = useTexts()
  const format = useFormat()
  const { kind, subject, names } = props
  const show = useShowField(props.show)
  const history = useInfiniteQuery({
    queryKey: ['history', kind, subject],
    queryFn: ({ pageParam }) => get(`/history${queryOf({ kind, subject, page: pageParam })}`, Page),
    initialPageParam: 1,
    getNextPageParam: (last) => (last.page * last.size < last.total ? last.page + 1 : undefined),
  })
  if (history.isPending) return <Skeleton height={160} />
  if (history.isError) return <FaultText error={history.error} onRetry={() => history.refetch()} />
  const entries = history.data.pages.flatMap((page) => page.items)
  if (entries.length === 0) return <Text>{ui.historyEmpty}</Text>
  const lines = entries.flatMap((entry) =>
    (entry.changes.length > 0 ? entry.changes : [{ field: '', from: null, to: null }]).map((change, index) => ({
      entry,
      change,
      index,
    })),
  )
  return (
    <>
      <TableScroll label={ui.history} minWidth={520}>
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{ui.historyWhen}</Table.Th>
              <Table.Th>{ui.historyWho}</Table.Th>
              <Table.Th>{ui.historyField}</Table.Th>
              <Table.Th>{ui.historyFrom}</Table.Th>
              <Table.Th>{ui.historyTo}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map(({ entry, change, index }) => (
              <Table.Tr key={`${entry.id} ${change.field}`}>
                <Table.Td>{index === 0 ? format.instant(entry.at) : ''}</Table.Td>
                <Table.Td>
                  {index === 0
                    ? `${entry.actor}${entry.actorKind === 'api-key' ? ` (${ui.byKey})` : ''} ${ui.changedBy(entry.action)}`
                    : ''}
                </Table.Td>
                <Table.Td>{names[change.field] ?? props.nameOf?.(change.field) ?? change.field}</Table.Td>
                <Table.Td>{show(change.field, change.from)}</Table.Td>
                <Table.Td>{show(change.field, change.to)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </TableScroll>
      {history.hasNextPage ? (
        <Button variant="default" mt="sm" loading={history.isFetchingNextPage} onClick={() => history.fetchNextPage()}>
          {ui.showMore}
        </Button>
      ) : null}
    </>
  )
}
