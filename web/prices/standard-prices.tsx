// What an hour of a co-worker is sold at and costs, from which day on. On the co-worker's page.
import { Button, Divider, Group, Paper, Skeleton, Stack, Table, Text, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { dayIn } from '../../src/lib/dates.ts'
import type { CoWorkerRate } from '../../src/prices/price.ts'
import { ApiProblem, del, post } from '../api.ts'
import { useMay, useMe } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { DayInput } from '../ui/day-input.tsx'
import { DecimalInput } from '../ui/decimal-input.tsx'
import { FaultText } from '../ui/fault.tsx'
import { useFormat } from '../ui/format.ts'
import { History } from '../ui/history.tsx'
import { TableScroll } from '../ui/table-scroll.tsx'
import { Rates, useCoWorkerRates } from './prices-query.ts'

export function StandardPrices({ userId }: { userId: string }) {
  const { prices: texts } = useTexts()
  const mayChange = useMay('change prices')
  const maySeeHistory = useMay('view the history')
  const rates = useCoWorkerRates(userId)
  return (
    <Paper withBorder p="md" component="section" aria-label={texts.standardTitle}>
      <Stack gap="sm">
        <Title order={2}>{texts.standardTitle}</Title>
        <Text size="sm">{texts.standardHint}</Text>
        {rates.isPending ? <Skeleton height={60} /> : null}
        {rates.isError ? <FaultText error={rates.error} onRetry={() => rates.refetch()} /> : null}
        {rates.data?.length === 0 ? <Text size="sm">{texts.standardEmpty}</Text> : null}
        {rates.data && rates.data.length > 0 ? <RateTable userId={userId} rates={rates.data} /> : null}
        {mayChange ? <AddRate userId={userId} /> : null}
        {maySeeHistory && rates.data && rates.data.length > 0 ? (
          <section aria-label={texts.standardHistory}>
            <Divider my="xs" label={texts.standardHistory} />
            <History kind="co-worker-rates" subject={userId} names={{}} />
          </section>
        ) : null}
      </Stack>
    </Paper>
  )
}

function RateTable({ userId, rates }: { userId: string; rates: readonly CoWorkerRate[] }) {
  const { prices: texts, ui } = useTexts()
  const fields = texts.roleFields
  const format = useFormat()
  const { currency, timeZone } = useMe().company
  const mayChange = useMay('change prices')
  const queries = useQueryClient()
  const [leaving, setLeaving] = useState<string>()
  const today = dayIn(timeZone, new Date())
  const current = rates.find((rate) => rate.validFrom <= today)
  const whenOf = (rate: CoWorkerRate) =>
    rate === current ? texts.current : rate.validFrom > today ? texts.later : texts.earlier
  return (
    <>
      <TableScroll label={texts.standardTitle} minWidth={480} framed>
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{texts.validFrom}</Table.Th>
              <Table.Th ta="right">{`${fields.salesPrice}, ${currency}`}</Table.Th>
              <Table.Th ta="right">{`${fields.costPrice}, ${currency}`}</Table.Th>
              <Table.Th aria-label={texts.state} />
              {mayChange ? <Table.Th aria-label={ui.delete} /> : null}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rates.map((rate) => (
              <Table.Tr key={rate.validFrom}>
                <Table.Td className="nowrap">{format.day(rate.validFrom)}</Table.Td>
                <Table.Td ta="right" className="figures" fw={rate === current ? 600 : 400}>
                  {rate.salesPrice === null ? texts.noPrice : format.amount(rate.salesPrice, currency)}
                </Table.Td>
                <Table.Td ta="right" className="figures">
                  {rate.costPrice === null ? ui.none : format.amount(rate.costPrice, currency)}
                </Table.Td>
                <Table.Td>{whenOf(rate)}</Table.Td>
                {mayChange ? (
                  <Table.Td ta="right">
                    <Button
                      size="xs"
                      variant="subtle"
                      color="red"
                      aria-label={texts.standardRemove(format.day(rate.validFrom))}
                      onClick={() => setLeaving(rate.validFrom)}
                    >
                      {ui.delete}
                    </Button>
                  </Table.Td>
                ) : null}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </TableScroll>
      <Confirm
        isOpen={leaving !== undefined}
        onClose={() => setLeaving(undefined)}
        title={texts.standardRemoveTitle(format.day(leaving ?? null))}
        text={texts.standardRemoveText}
        yes={ui.delete}
        danger
        act={async () => {
          await del(`/users/${userId}/rates?validFrom=${leaving}`)
          await queries.invalidateQueries()
        }}
      />
    </>
  )
}

function AddRate({ userId }: { userId: string }) {
  const { prices: texts } = useTexts()
  const fields = texts.roleFields
  const { currency, timeZone } = useMe().company
  const queries = useQueryClient()
  const empty = { validFrom: dayIn(timeZone, new Date()), salesPrice: null, costPrice: null }
  const [rate, setRate] = useState<{ validFrom: string | null; salesPrice: string | null; costPrice: string | null }>(
    empty,
  )
  const saving = useMutation({
    mutationFn: () => post(`/users/${userId}/rates`, rate, Rates),
    async onSuccess() {
      setRate(empty)
      await queries.invalidateQueries()
    },
  })
  const faultAt = (path: string) =>
    saving.error instanceof ApiProblem ? saving.error.fields.find((field) => field.path === path)?.message : undefined
  const input = <K extends keyof typeof rate>(name: K) => ({
    value: rate[name],
    onChange: (value: string | null) => setRate({ ...rate, [name]: value }),
    error: faultAt(name),
    'data-path': name,
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        saving.mutate()
      }}
    >
      <Group align="flex-start">
        <DayInput label={texts.validFrom} {...input('validFrom')} />
        <DecimalInput label={fields.salesPrice} {...input('salesPrice')} unit={currency} decimals={2} w={170} />
        <DecimalInput label={fields.costPrice} {...input('costPrice')} unit={currency} decimals={2} w={170} />
        <Button
          type="submit"
          variant="default"
          mt={24}
          loading={saving.isPending}
          disabled={rate.salesPrice === null && rate.costPrice === null}
        >
          {texts.standardAdd}
        </Button>
      </Group>
      {saving.error && !(saving.error instanceof ApiProblem && saving.error.fields.length > 0) ? (
        <FaultText error={saving.error} />
      ) : null}
    </form>
  )
}
