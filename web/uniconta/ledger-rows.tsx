// Ledger rows that did not come in, each with its reason; and those that a person has to choose about, with both versions.
import { Anchor, Button, Group, Skeleton, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { z } from 'zod'
import { LedgerRowShown, type Side } from '../../src/uniconta/expense-import.ts'
import { get, post } from '../api.ts'
import { useMay, useMe } from '../session.tsx'
import { FaultText, useFaultText } from '../ui/fault.tsx'
import { useFormat } from '../ui/format.ts'
import { ButtonLink } from '../ui/links.tsx'
import { TableScroll } from '../ui/table-scroll.tsx'
import { LinkProject } from './project-link.tsx'
import { useUnicontaTexts } from './texts.ts'

const Page = z.object({ items: z.array(LedgerRowShown), total: z.number() })
const most = 200

/** `version` changes with each run, which may have changed the rows. */
export function LedgerRows({ state, version }: { state: 'skipped' | 'flagged'; version: string }) {
  const { imports } = useUnicontaTexts()
  const format = useFormat()
  const query = useQuery({
    queryKey: ['/expense-import', 'rows', state, version],
    placeholderData: keepPreviousData,
    queryFn: () => get(`/expense-import/rows?state=${state}&size=${most}`, Page),
    refetchInterval: 15_000,
  })
  if (query.error && !query.data) return <FaultText error={query.error} onRetry={() => query.refetch()} />
  if (!query.data) return <Skeleton height={160} aria-hidden />
  const { items, total } = query.data
  if (total === 0) return <Text>{state === 'skipped' ? imports.noneSkipped : imports.noneFlagged}</Text>
  return (
    <Stack gap="sm">
      <Text size="sm" c="var(--muted)">
        {state === 'skipped' ? imports.skippedText : imports.flaggedText}
      </Text>
      {state === 'skipped' ? <Skipped rows={items} /> : <Flagged rows={items} />}
      {total > items.length ? (
        <Text size="sm">{imports.more(format.count(items.length), format.count(total))}</Text>
      ) : null}
    </Stack>
  )
}

function Skipped({ rows }: { rows: readonly LedgerRowShown[] }) {
  const { imports } = useUnicontaTexts()
  const format = useFormat()
  const mayMake = useMay('change projects')
  const mayLink = useMay('send records again')
  return (
    <TableScroll label={imports.tabs.skipped} minWidth={860} framed>
      <table className="list-table wraps figures">
        <thead>
          <tr>
            <th>{imports.voucher}</th>
            <th>{imports.date}</th>
            <th>{imports.project}</th>
            <th>{imports.account}</th>
            <th>{imports.text}</th>
            <th>{imports.supplier}</th>
            <th className="right">{imports.amount}</th>
            <th>{imports.reason}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <td>{row.voucher}</td>
              <td>{format.day(row.there?.date ?? null)}</td>
              <td>{row.there?.project}</td>
              <td>{row.account}</td>
              <td>{row.there?.text}</td>
              <td>{row.supplier}</td>
              <td className="right">{row.there ? format.money(row.there.amount, row.there.currency) : null}</td>
              <td style={{ whiteSpace: 'normal', minWidth: 220 }}>
                <Text size="sm">{row.reason}</Text>
                {row.mayMake && row.there ? (
                  <Group gap={6} mt={4}>
                    {mayLink ? <LinkProject number={row.there.project} /> : null}
                    {mayMake ? (
                      <ButtonLink
                        size="compact-xs"
                        variant="default"
                        to="/projects/new"
                        search={{ number: row.there.project }}
                        aria-label={imports.makeProjectFor(row.there.project)}
                      >
                        {imports.makeProject}
                      </ButtonLink>
                    ) : null}
                  </Group>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

function Flagged({ rows }: { rows: readonly LedgerRowShown[] }) {
  const { imports } = useUnicontaTexts()
  return (
    <TableScroll label={imports.tabs.flagged} minWidth={760} framed>
      <table className="list-table wraps figures">
        <thead>
          <tr>
            <th>{imports.voucher}</th>
            <th>{imports.account}</th>
            <th>{imports.there}</th>
            <th>{imports.here}</th>
            <th>{imports.act}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <td>{row.voucher}</td>
              <td>{row.account}</td>
              <td>{row.there ? <Version side={row.there} other={row.here} /> : imports.gone}</td>
              <td>
                {row.here ? <Version side={row.here} other={row.there} /> : imports.none}
                {row.expenseId && row.here ? (
                  <Anchor component={Link} to={`/expenses/${row.expenseId}`} size="sm" display="block">
                    {imports.expense}
                  </Anchor>
                ) : null}
              </td>
              <td>
                <Choose row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

/** One side of a row; what differs from the other one is bold. */
export function Version({ side, other }: { side: Side; other: Side | null }) {
  const format = useFormat()
  const own = useMe().company.currency
  const weight = (isOther: boolean) => (isOther ? 700 : 400)
  return (
    <>
      <Text size="sm" fw={weight(other !== null && (other.amount !== side.amount || other.currency !== side.currency))}>
        {format.money(side.amount, side.currency)}
        {side.currency === own ? '' : ` (${format.money(side.companyAmount, own)})`}
      </Text>
      <Text size="sm">
        <Text span inherit fw={weight(other !== null && other.date !== side.date)}>
          {format.day(side.date)}
        </Text>
        {' · '}
        <Text span inherit fw={weight(other !== null && other.project !== side.project)}>
          {side.project}
        </Text>
        {' · '}
        <Text span inherit fw={weight(other !== null && other.text !== side.text)}>
          {side.text}
        </Text>
      </Text>
    </>
  )
}

function Choose({ row }: { row: LedgerRowShown }) {
  const { imports } = useUnicontaTexts()
  const mayChoose = useMay('send records again')
  const queries = useQueryClient()
  const faultText = useFaultText()
  const choose = useMutation({
    mutationFn: (choice: 'keep' | 'take') => post('/expense-import/rows/choose', { key: row.key, choice }, z.unknown()),
    async onSuccess() {
      notifications.show({ message: imports.chosen })
      await queries.invalidateQueries()
    },
    onError: (error) => notifications.show({ message: faultText(error), color: 'red' }),
  })
  if (!mayChoose) return null
  const voucher = String(row.voucher)
  return (
    <Stack gap={4} align="flex-start">
      <Group gap={4}>
        <Button
          size="compact-sm"
          variant="default"
          loading={choose.isPending}
          aria-label={imports.keepFor(voucher)}
          onClick={() => choose.mutate('keep')}
        >
          {imports.keep}
        </Button>
        {row.mayTake ? (
          <Button
            size="compact-sm"
            variant="light"
            loading={choose.isPending}
            aria-label={imports.takeFor(voucher)}
            onClick={() => choose.mutate('take')}
          >
            {imports.take}
          </Button>
        ) : null}
      </Group>
      {row.mayTake ? null : (
        <Text size="xs" c="var(--muted)">
          {imports.billed}
        </Text>
      )}
    </Stack>
  )
}
