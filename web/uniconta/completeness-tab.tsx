// Whether everything came in: sums by account and day on both sides, and each difference by its row.
import { Anchor, Button, Group, Stack, Switch, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { addDays, dayIn } from '../../src/lib/dates.ts'
import { Completeness } from '../../src/uniconta/expense-import.ts'
import { get } from '../api.ts'
import { useMe } from '../session.tsx'
import { DayInput } from '../ui/day-input.tsx'
import { FaultText } from '../ui/fault.tsx'
import { useFormat } from '../ui/format.ts'
import { TableScroll } from '../ui/table-scroll.tsx'
import { Version } from './ledger-rows.tsx'
import { useUnicontaTexts } from './texts.ts'

const usualDays = 90

export function CompletenessTab() {
  const { imports } = useUnicontaTexts()
  const format = useFormat()
  const today = dayIn(useMe().company.timeZone, new Date())
  const [from, setFrom] = useState<string | null>(addDays(today, -usualDays))
  const [to, setTo] = useState<string | null>(today)
  const query = useQuery({
    queryKey: ['/expense-import', 'completeness', from, to],
    queryFn: () => get(`/expense-import/completeness?from=${from}&to=${to}`, Completeness),
    enabled: false,
    retry: false,
  })
  const { data } = query
  return (
    <Stack>
      <Text size="sm" c="var(--muted)">
        {imports.compareText}
      </Text>
      <Group align="flex-end" gap="sm">
        <DayInput label={imports.periodFrom} value={from} onChange={setFrom} />
        <DayInput label={imports.periodTo} value={to} onChange={setTo} />
        <Button loading={query.isFetching} disabled={!from || !to} onClick={() => void query.refetch()}>
          {imports.compare}
        </Button>
      </Group>
      {query.error ? <FaultText error={query.error} /> : null}
      <div role="status">
        {data ? (
          <Text size="sm">
            {data.differences.length === 0 ? imports.allSame : imports.someDiffer(data.differences.length)}{' '}
            <Text span size="xs" c="var(--muted)">
              {imports.comparedAt(format.instant(data.readAt))}
            </Text>
          </Text>
        ) : null}
      </div>
      {data && data.differences.length > 0 ? <Differences data={data} /> : null}
      {data && data.days.length > 0 ? <Days data={data} /> : null}
    </Stack>
  )
}

function Differences({ data }: { data: Completeness }) {
  const { imports } = useUnicontaTexts()
  return (
    <TableScroll label={imports.difference} minWidth={760} framed>
      <table className="list-table wraps figures">
        <thead>
          <tr>
            <th>{imports.difference}</th>
            <th>{imports.voucher}</th>
            <th>{imports.account}</th>
            <th>{imports.there}</th>
            <th>{imports.here}</th>
            <th>{imports.fields}</th>
          </tr>
        </thead>
        <tbody>
          {data.differences.map((row) => (
            <tr key={row.key}>
              <td>{imports.kinds[row.kind]}</td>
              <td>{row.voucher}</td>
              <td>{row.account}</td>
              <td>{row.there ? <Version side={row.there} other={row.here} /> : null}</td>
              <td>
                {row.here ? <Version side={row.here} other={row.there} /> : null}
                {row.expenseId ? (
                  <Anchor component={Link} to={`/expenses/${row.expenseId}`} size="sm" display="block">
                    {imports.expense}
                  </Anchor>
                ) : null}
              </td>
              <td style={{ whiteSpace: 'normal', minWidth: 200 }}>
                {row.reason ??
                  (row.kind === 'not-here' ? imports.notRead : undefined) ??
                  row.fields.map((name) => imports.fieldNames[name as keyof typeof imports.fieldNames]).join(', ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

function Days({ data }: { data: Completeness }) {
  const { imports } = useUnicontaTexts()
  const format = useFormat()
  const [isShort, setShort] = useState(false)
  const days = isShort ? data.days.filter(({ isSame }) => !isSame) : data.days
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Title order={2} size="h4">
          {imports.byDay}
        </Title>
        <Switch
          label={imports.onlyDiffering}
          checked={isShort}
          onChange={(event) => setShort(event.currentTarget.checked)}
        />
      </Group>
      <TableScroll label={imports.tabs.completeness} minWidth={760} framed>
        <table className="list-table wraps figures">
          <thead>
            <tr>
              <th>{imports.date}</th>
              <th>{imports.series}</th>
              <th>{imports.account}</th>
              <th className="right">{`${imports.there}: ${imports.count}`}</th>
              <th className="right">{imports.sum}</th>
              <th className="right">{`${imports.here}: ${imports.count}`}</th>
              <th className="right">{imports.sum}</th>
              <th>{imports.difference}</th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ series, account, date, there, here, isSame }) => (
              <tr key={`${date}/${account}`}>
                <td>{format.day(date)}</td>
                <td>{series}</td>
                <td>{account}</td>
                <td className="right">{format.count(there.count)}</td>
                <td className="right">{format.money(there.sum, data.currency)}</td>
                <td className="right">{format.count(here.count)}</td>
                <td className="right">{format.money(here.sum, data.currency)}</td>
                <td>{isSame ? imports.same : <strong>{imports.differs}</strong>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </Stack>
  )
}
