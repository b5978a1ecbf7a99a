// Billed, not billed and budget of a project: a chart to look at, and the same figures as a table to read and copy.
import { Paper, Skeleton, Stack, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { z } from 'zod'
import { ToBeInvoicedSum } from '../../src/billing/to-be-invoiced.ts'
import { dayIn } from '../../src/lib/dates.ts'
import { isZero } from '../../src/lib/money.ts'
import { PriceModel } from '../../src/prices/price.ts'
import { get, queryOf } from '../api.ts'
import { InvoicePage } from '../invoices/invoice-query.ts'
import { useMay, useMe } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { FaultText } from '../ui/fault.tsx'
import { useFormat } from '../ui/format.ts'
import { type EconomyOfCurrency, economyOf, figureOf } from './economy.ts'

const EconomyChart = lazy(() => import('./economy-chart.tsx'))

const Billed = z.object({ totals: InvoicePage.shape.totals })
const Unbilled = z.object({ sums: z.array(ToBeInvoicedSum) })
const Models = z.object({ items: z.array(PriceModel) })

function useEconomy(projectId: string) {
  const { timeZone } = useMe().company
  const maySeePrices = useMay('view prices')
  return useQuery({
    queryKey: ['project-economy', projectId],
    queryFn: async (): Promise<EconomyOfCurrency[]> => {
      const until = dayIn(timeZone, new Date())
      const [billed, drafted, unbilled, models] = await Promise.all([
        get(`/invoices${queryOf({ project: projectId, state: 'finalized', size: 1 })}`, Billed),
        get(`/invoices${queryOf({ project: projectId, state: ['draft', 'approved'], size: 1 })}`, Billed),
        get(`/to-be-invoiced${queryOf({ project: projectId, until, size: 1 })}`, Unbilled),
        maySeePrices ? get(`/price-models${queryOf({ project: projectId })}`, Models) : { items: [] },
      ])
      return economyOf(billed.totals, drafted.totals, unbilled.sums, models.items)
    },
  })
}

export function ProjectEconomy({ projectId }: { projectId: string }) {
  const { billing } = useTexts()
  const texts = billing.economy
  const format = useFormat()
  const query = useEconomy(projectId)
  const rows = query.data ?? []
  const isEmpty = rows.every(({ billed, drafted, unbilled, budget }) =>
    [billed, drafted, unbilled, budget ?? '0'].every(isZero),
  )
  return (
    <Paper withBorder p="md" component="section" aria-label={texts.title}>
      <Stack gap="sm">
        <Title order={2}>{texts.title}</Title>
        {query.isPending ? <Skeleton height={80} /> : null}
        {query.isError ? <FaultText error={query.error} onRetry={() => query.refetch()} /> : null}
        {query.isSuccess && isEmpty ? <Text size="sm">{texts.none}</Text> : null}
        {!isEmpty ? (
          <>
            <Suspense fallback={<Skeleton height={134 * rows.length} />}>
              <EconomyChart rows={rows} />
            </Suspense>
            <Table verticalSpacing={4} fz="sm" aria-label={texts.title}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th />
                  {rows.map(({ currency }) => (
                    <Table.Th key={currency} ta="right">
                      {currency}
                    </Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {figuresShown(rows).map((name) => (
                  <Table.Tr key={name} fw={name === 'left' ? 600 : 400}>
                    <Table.Th scope="row" fw="inherit">
                      {texts[name]}
                    </Table.Th>
                    {rows.map((row) => (
                      <Table.Td key={row.currency} ta="right" className="figures">
                        {format.amount(figureOf(row, name), row.currency)}
                      </Table.Td>
                    ))}
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </>
        ) : null}
      </Stack>
    </Paper>
  )
}

/** Without a budget nothing is left of it. */
const figuresShown = (rows: readonly EconomyOfCurrency[]) =>
  rows.some(({ budget }) => budget !== null)
    ? (['billed', 'drafted', 'unbilled', 'sum', 'budget', 'left'] as const)
    : (['billed', 'drafted', 'unbilled', 'sum'] as const)
