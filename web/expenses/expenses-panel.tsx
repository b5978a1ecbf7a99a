// The expenses of a project on its own page: the newest, their sums, and the way to all.
import { Group, Skeleton, Stack, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { get, queryOf } from '../api.ts'
import { useMay } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { Amount } from '../ui/amount.tsx'
import { FaultText } from '../ui/fault.tsx'
import { useFormat } from '../ui/format.ts'
import { ButtonLink, TextLink } from '../ui/links.tsx'
import { TableScroll } from '../ui/table-scroll.tsx'
import { ExpenseBilling, ExpenseSums } from './expense-money.tsx'
import { ExpensesShape } from './expense-query.ts'

const shownAtOnce = 20

export function ExpensesPanel({ projectId }: { projectId: string }) {
  const { expenses } = useTexts()
  const { fields } = expenses
  const format = useFormat()
  const mayRegister = useMay('register expenses')
  const query = useQuery({
    queryKey: ['/expenses', 'panel', projectId],
    queryFn: () => get(`/expenses${queryOf({ project: projectId, size: shownAtOnce })}`, ExpensesShape),
  })
  if (query.isPending) return <Skeleton height={200} />
  if (query.isError) return <FaultText error={query.error} onRetry={() => query.refetch()} />
  const { items, total, totals } = query.data
  return (
    <Stack gap="sm">
      {mayRegister ? (
        <Group justify="flex-end">
          <ButtonLink variant="default" size="xs" to="/expenses/new" search={{ project: projectId }}>
            {expenses.newButton}
          </ButtonLink>
        </Group>
      ) : null}
      {items.length === 0 ? (
        <Text size="sm">{expenses.noneOnProject}</Text>
      ) : (
        <>
          <TableScroll label={expenses.title} minWidth={720} framed>
            <Table verticalSpacing={8}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{fields.spentOn}</Table.Th>
                  <Table.Th>{fields.title}</Table.Th>
                  <Table.Th>{fields.supplierName}</Table.Th>
                  <Table.Th ta="right">{fields.amount}</Table.Th>
                  <Table.Th>{expenses.approval}</Table.Th>
                  <Table.Th>{expenses.billing}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((row) => (
                  <Table.Tr key={row.id}>
                    <Table.Td>{format.day(row.spentOn)}</Table.Td>
                    <Table.Td>
                      <TextLink to="/expenses/$id" params={{ id: row.id }} size="sm" fw={600}>
                        {row.title}
                      </TextLink>
                    </Table.Td>
                    <Table.Td>{row.supplierName}</Table.Td>
                    <Table.Td ta="right">
                      <Amount value={row.amount} currency={row.currency} />
                    </Table.Td>
                    <Table.Td>{expenses.approvals[row.approval]}</Table.Td>
                    <Table.Td>
                      <ExpenseBilling expense={row} />
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </TableScroll>
          <ExpenseSums totals={totals} />
        </>
      )}
      {total > items.length ? (
        <TextLink to="/expenses" search={{ project: [projectId] }} size="sm">
          {expenses.ofProject(total)}
        </TextLink>
      ) : null}
    </Stack>
  )
}
