// A short list of things that are set up once, each edited in a drawer beside it.
import { Skeleton, Stack, Table, Text } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTexts } from '../texts/texts.tsx'
import { FaultText } from './fault.tsx'
import { TableScroll } from './table-scroll.tsx'

export type SetUpColumn<R> = { title: string; right?: boolean; cell: (row: R) => ReactNode }

export function SetUpList<R extends object>(props: {
  label: string
  hint: string
  query: UseQueryResult<{ items: R[] }>
  keyOf: (row: R) => string
  columns: readonly SetUpColumn<R>[]
  minWidth?: number
  empty: string
  /** Makes a new one; stands above the list and where it is empty. */
  newButton?: ReactNode
  /** Opens a line; left out for those who may look only. */
  edit?: ((row: R) => ReactNode) | undefined
}) {
  const { ui } = useTexts()
  const { label, hint, query, keyOf, columns, minWidth = 560, empty, newButton, edit } = props
  const items = query.data?.items
  return (
    <Stack gap="md">
      <div className="list-top">
        <Text size="sm" maw="70ch">
          {hint}
        </Text>
        {items && items.length > 0 ? newButton : null}
      </div>
      {query.isPending ? <Skeleton height={160} /> : null}
      {query.isError ? <FaultText error={query.error} onRetry={() => query.refetch()} /> : null}
      {items?.length === 0 ? (
        <Stack align="center" py="xl">
          <Text>{empty}</Text>
          {newButton}
        </Stack>
      ) : null}
      {items && items.length > 0 ? (
        <TableScroll label={label} minWidth={minWidth} framed>
          <Table verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                {columns.map(({ title, right }) => (
                  <Table.Th key={title} {...(right ? { ta: 'right' as const } : {})}>
                    {title}
                  </Table.Th>
                ))}
                {edit ? <Table.Th aria-label={ui.edit} /> : null}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map((row) => (
                <Table.Tr key={keyOf(row)}>
                  {columns.map(({ title, right, cell }) => (
                    <Table.Td key={title} {...(right ? { ta: 'right' as const, className: 'figures' } : {})}>
                      {cell(row)}
                    </Table.Td>
                  ))}
                  {edit ? <Table.Td ta="right">{edit(row)}</Table.Td> : null}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </TableScroll>
      ) : null}
    </Stack>
  )
}
