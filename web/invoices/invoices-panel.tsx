// The documents of a customer or project on its own page: the newest, their sums, and the way to all.
import { Group, Skeleton, Stack, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { get, queryOf } from '../api.ts'
import { useTexts } from '../texts/texts.tsx'
import { FaultText } from '../ui/fault.tsx'
import { useFormat } from '../ui/format.ts'
import { ButtonLink, TextLink } from '../ui/links.tsx'
import { TableScroll } from '../ui/table-scroll.tsx'
import { InvoicePage } from './invoice-query.ts'
import { PaymentBadge } from './payment-badge.tsx'
import { TotalsLine } from './totals-line.tsx'

const shownAtOnce = 20

export function InvoicesPanel({ filter }: { filter: { customer: string } | { project: string } }) {
  const { invoices } = useTexts()
  const format = useFormat()
  const query = useQuery({
    queryKey: ['/invoices', 'panel', filter],
    queryFn: () => get(`/invoices${queryOf({ ...filter, size: shownAtOnce })}`, InvoicePage),
  })
  if (query.isPending) return <Skeleton height={200} />
  if (query.isError) return <FaultText error={query.error} onRetry={() => query.refetch()} />
  const { items, total, totals } = query.data
  const ofCustomer = 'customer' in filter
  const search = Object.fromEntries(Object.entries(filter).map(([name, id]) => [name, [id]]))
  return (
    <Stack gap="sm">
      <Group justify="flex-end" gap="xs">
        <ButtonLink variant="default" size="xs" to="/to-be-invoiced" search={search}>
          {invoices.toBeInvoiced}
        </ButtonLink>
        {ofCustomer ? (
          <ButtonLink variant="default" size="xs" to="/customer-ledger" search={search}>
            {invoices.allOfCustomer}
          </ButtonLink>
        ) : null}
      </Group>
      {items.length === 0 ? <Text size="sm">{invoices.none}</Text> : null}
      {items.length > 0 ? (
        <>
          <TableScroll label={invoices.title} minWidth={720} framed>
            <Table verticalSpacing={8}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{invoices.number}</Table.Th>
                  <Table.Th>{invoices.kind}</Table.Th>
                  {ofCustomer ? <Table.Th>{invoices.project}</Table.Th> : null}
                  <Table.Th>{invoices.fields.invoicedOn}</Table.Th>
                  <Table.Th>{invoices.fields.dueOn}</Table.Th>
                  <Table.Th ta="right">{invoices.net}</Table.Th>
                  <Table.Th ta="right">{invoices.gross}</Table.Th>
                  <Table.Th ta="right">{invoices.open}</Table.Th>
                  <Table.Th>{invoices.payment}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((row) => (
                  <Table.Tr key={row.id}>
                    <Table.Td>
                      <TextLink
                        to={row.state === 'finalized' ? '/invoices/$id' : '/drafts/$id'}
                        params={{ id: row.id }}
                        size="sm"
                        fw={600}
                      >
                        {row.number ?? invoices.states[row.state]}
                      </TextLink>
                    </Table.Td>
                    <Table.Td>{invoices.kinds[row.kind]}</Table.Td>
                    {ofCustomer ? (
                      <Table.Td>
                        {row.projectNumber} {row.projectName}
                      </Table.Td>
                    ) : null}
                    <Table.Td>{format.day(row.invoicedOn)}</Table.Td>
                    <Table.Td>{format.day(row.dueOn)}</Table.Td>
                    <Table.Td ta="right" className="figures">
                      {format.amount(row.net, row.currency)}
                    </Table.Td>
                    <Table.Td ta="right" className="figures">
                      {format.money(row.gross, row.currency)}
                    </Table.Td>
                    <Table.Td ta="right" className="figures">
                      {format.amount(row.open, row.currency)}
                    </Table.Td>
                    <Table.Td>
                      <PaymentBadge invoice={row} />
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </TableScroll>
          <TotalsLine
            label={invoices.totals}
            columns={[invoices.net, invoices.vat, invoices.gross, invoices.open]}
            rows={totals.map(({ currency, net, vat, gross, open }) => ({ currency, amounts: [net, vat, gross, open] }))}
          />
        </>
      ) : null}
      {total > items.length ? (
        <TextLink to="/invoices" search={search} size="sm">
          {ofCustomer ? invoices.ofCustomer(total) : invoices.ofProject(total)}
        </TextLink>
      ) : null}
    </Stack>
  )
}
