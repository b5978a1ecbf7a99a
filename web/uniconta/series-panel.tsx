// The number series here and there, what stands there and is none of ours, and going on with another number.
import { Alert, Button, Drawer, Group, NumberInput, Skeleton, Stack, Table, Text, Textarea, Title } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type SeriesStanding, SeriesStandings } from '../../src/uniconta/posting.ts'
import { ApiProblem, post } from '../api.ts'
import { useMay } from '../session.tsx'
import { FaultText } from '../ui/fault.tsx'
import { useFormat } from '../ui/format.ts'
import { TableScroll } from '../ui/table-scroll.tsx'
import { CreditNotes } from './credit-note-numbers.tsx'
import { seriesQuery } from './posting-query.ts'
import { useUnicontaTexts } from './texts.ts'

/** One line, and all of it beside. */
export function SeriesLine() {
  const { postings } = useUnicontaTexts()
  const { series } = postings
  const [isOpen, setOpen] = useState(false)
  const { data } = useQuery(seriesQuery)
  return (
    <Group gap="sm">
      <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
        {series.show}
      </Button>
      {data?.items.map((standing) => (
        <Line key={standing.series} standing={standing} isNamed={data.items.length > 1} />
      ))}
      <Drawer opened={isOpen} onClose={() => setOpen(false)} position="right" size="lg" title={series.title}>
        {isOpen ? <SeriesPanel /> : null}
      </Drawer>
    </Group>
  )
}

function Line({ standing, isNamed }: { standing: SeriesStanding; isNamed: boolean }) {
  const { series } = useUnicontaTexts().postings
  const { ours, expected, foreign } = standing
  const fault = faultOf(standing, series)
  return (
    <Text size="sm" className="figures" {...(fault ? { fw: 600 } : { c: 'var(--muted)' })}>
      {fault ? <IconAlertTriangle size={14} aria-hidden style={{ verticalAlign: '-2px' }} /> : null}{' '}
      {isNamed ? `${series.names[standing.series]}: ` : ''}
      {series.line(ours.number, String(expected ?? series.unknown), theirNext(standing, series))}
      {foreign.length > 0 ? ` · ${series.foreignCount(foreign.length)}` : ''}
    </Text>
  )
}

type SeriesTexts = ReturnType<typeof useUnicontaTexts>['postings']['series']
const theirNext = ({ theirs }: SeriesStanding, { unknown }: SeriesTexts) =>
  theirs.next === null ? unknown : String(theirs.next)

/** What is wrong with the two, in a sentence; undefined while they march in step or nobody knows. */
function faultOf({ theirs, expected }: SeriesStanding, texts: SeriesTexts): string | undefined {
  if (theirs.next === null) return texts.noSeries
  if (expected === null || theirs.next === expected) return undefined
  return texts.differs(String(theirs.next), String(expected))
}

function SeriesPanel() {
  const { postings } = useUnicontaTexts()
  const { series } = postings
  const format = useFormat()
  const { data, error, isFetching, refetch, dataUpdatedAt } = useQuery(seriesQuery)
  return (
    <Stack>
      <Group justify="space-between">
        <Text size="xs" c="var(--muted)">
          {data ? series.readAt(format.instant(new Date(dataUpdatedAt).toISOString())) : ''}
        </Text>
        <Button size="xs" variant="default" loading={isFetching} onClick={() => refetch()}>
          {series.readAgain}
        </Button>
      </Group>
      {error ? <FaultText error={error} /> : null}
      {!data && !error ? <Skeleton height={120} /> : null}
      {data?.items.map((standing) => (
        <Standing key={standing.series} standing={standing} isNamed={data.items.length > 1} />
      ))}
      {data ? <CreditNotes /> : null}
    </Stack>
  )
}

function Standing({ standing, isNamed }: { standing: SeriesStanding; isNamed: boolean }) {
  const { series } = useUnicontaTexts().postings
  const name = series.names[standing.series]
  const fault = faultOf(standing, series)
  return (
    <Stack component="section" aria-label={name}>
      {isNamed ? <Title order={3}>{name}</Title> : null}
      <table className="sum-table figures wide-sums" aria-label={`${series.title}: ${name}`}>
        <tbody>
          <tr>
            <th scope="row">{series.ours}</th>
            <td>{standing.ours.number}</td>
          </tr>
          <tr>
            <th scope="row">
              {series.theirs}
              {standing.theirs.serie ? ` (${standing.theirs.serie})` : ''}
            </th>
            <td>{theirNext(standing, series)}</td>
          </tr>
          <tr className="total">
            <th scope="row">{series.expected}</th>
            <td>{standing.expected ?? series.unknown}</td>
          </tr>
        </tbody>
      </table>
      {fault ? (
        <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />}>
          <Text size="sm">{fault}</Text>
        </Alert>
      ) : (
        <Text size="sm">{standing.underWay ? series.underWay(standing.underWay.number) : series.fits}</Text>
      )}
      <Foreign standing={standing} />
      <Continue key={standing.ours.version} standing={standing} />
    </Stack>
  )
}

function Foreign({ standing }: { standing: SeriesStanding }) {
  const { postings } = useUnicontaTexts()
  const { series } = postings
  const format = useFormat()
  return (
    <div>
      <Title order={3} size="sm" mb={6}>
        {series.foreign}
      </Title>
      {standing.foreign.length === 0 ? <Text size="sm">{series.noForeign}</Text> : null}
      {standing.foreign.length > 0 ? (
        <TableScroll label={series.foreign} minWidth={380}>
          <Table withTableBorder verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{postings.number}</Table.Th>
                <Table.Th>{postings.customer}</Table.Th>
                <Table.Th>{postings.date}</Table.Th>
                <Table.Th ta="right">{postings.gross}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {standing.foreign.map((row) => (
                <Table.Tr key={row.number}>
                  <Table.Td className="figures">{row.number}</Table.Td>
                  <Table.Td>
                    {row.account} {row.name}
                    {row.copyOf ? ` (${series.copyOf(row.copyOf)})` : ''}
                  </Table.Td>
                  <Table.Td>{format.day(row.day)}</Table.Td>
                  <Table.Td ta="right" className="figures">
                    {row.gross === null ? '' : format.amount(row.gross, 'DKK')}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </TableScroll>
      ) : null}
    </div>
  )
}

function Continue({ standing }: { standing: SeriesStanding }) {
  const { postings } = useUnicontaTexts()
  const { series, dialog } = postings
  const queries = useQueryClient()
  const maySend = useMay('send records again')
  const [next, setNext] = useState<number | string>(Math.max(standing.theirs.next ?? 0, standing.ours.next))
  const [reason, setReason] = useState('')
  const going = useMutation({
    mutationFn: () =>
      post(
        '/postings/series/continue',
        { series: standing.series, next: Number(next), version: standing.ours.version, reason: reason.trim() },
        SeriesStandings,
      ),
    onSuccess: (answer) => queries.setQueryData(seriesQuery.queryKey, answer),
  })
  if (!maySend) return null
  const { error } = going
  const fault = error instanceof ApiProblem ? error.fields.find(({ path }) => path === 'next') : undefined
  const isBelow = next !== '' && Number(next) < standing.ours.next
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        going.mutate()
      }}
    >
      <Stack gap="sm">
        <Title order={3} size="sm">
          {series.go}
        </Title>
        <Text size="sm">{standing.mayContinue ? series.goText : series.waiting(standing.waiting)}</Text>
        {standing.mayContinue ? (
          <>
            <NumberInput
              label={series.next}
              hideControls
              allowDecimal={false}
              allowNegative={false}
              value={next}
              onChange={setNext}
              error={isBelow ? series.above(standing.ours.number) : fault?.message}
            />
            <Textarea
              label={dialog.reason}
              description={dialog.reasonHint}
              required
              autosize
              minRows={2}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            {error && !fault ? <FaultText error={error} /> : null}
            <Group justify="flex-end">
              <Button
                type="submit"
                variant="default"
                loading={going.isPending}
                disabled={reason.trim() === '' || Number(next) <= standing.ours.next}
              >
                {series.continue}
              </Button>
            </Group>
          </>
        ) : null}
      </Stack>
    </form>
  )
}
