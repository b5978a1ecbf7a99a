// Company > Export invoices > Compare: after a restore both sides, what becomes of each document, and the end of the block.
import {
  Alert,
  Button,
  Checkbox,
  Group,
  List,
  NativeSelect,
  Skeleton,
  Stack,
  Table,
  Text,
  TextInput,
  Title,
} from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type BookRow, BooksComparison, bookKinds, kindsToDecide } from '../../src/uniconta/books.ts'
import { get, post } from '../api.ts'
import { useMay } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { FaultText } from '../ui/fault.tsx'
import { useFormat } from '../ui/format.ts'
import { OnlyIfMay } from '../ui/only-if-may.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { TableScroll } from '../ui/table-scroll.tsx'
import { useUnicontaTexts } from './texts.ts'

const path = '/postings/comparison'
const queryKey = [path]

export function ComparePage() {
  const { shell } = useTexts()
  const { books, postings } = useUnicontaTexts()
  const crumbs = [{ title: shell.groups.company }, { title: postings.title, to: '/export-invoices' }]
  return (
    <OnlyIfMay permission="view the log">
      <Stack>
        <PageHeader title={books.title} crumbs={crumbs} />
        <Compare />
      </Stack>
    </OnlyIfMay>
  )
}

function useAsk(name: 'look' | 'decide' | 'finish') {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: object) => post(`${path}/${name}`, body, BooksComparison),
    onSuccess(answer) {
      queries.setQueryData(queryKey, answer)
      void queries.invalidateQueries({ queryKey: ['sync-status'] })
    },
  })
}

function Compare() {
  const { books } = useUnicontaTexts()
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: () => get(path, BooksComparison),
    refetchInterval: 3_000,
  })
  if (error && !data) return <FaultText error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton height={200} aria-label={books.loading} />
  return (
    <Stack>
      {data.restored ? <Open data={data} /> : <Text>{books.none}</Text>}
      {data.result.length > 0 ? (
        <section>
          <Title order={2} size="h4">
            {books.result}
          </Title>
          <List size="sm">
            {data.result.map((line) => (
              <List.Item key={line}>{line}</List.Item>
            ))}
          </List>
        </section>
      ) : null}
    </Stack>
  )
}

function Open({ data }: { data: BooksComparison }) {
  const { books } = useUnicontaTexts()
  const format = useFormat()
  return (
    <Stack>
      <Alert color="yellow">{data.restored?.text}</Alert>
      <Look data={data} />
      {data.step === 'listed' || data.step === 'finishing' ? (
        <>
          <Text size="sm">{books.summary(data.matched, data.unsettled, data.orders.length)}</Text>
          {data.lookedAt ? <Text size="sm">{books.lookedAt(format.instant(data.lookedAt))}</Text> : null}
          {bookKinds.map((kind) => (
            <Kind key={kind} kind={kind} data={data} />
          ))}
          <Finish data={data} />
        </>
      ) : null}
    </Stack>
  )
}

function Look({ data }: { data: BooksComparison }) {
  const { books } = useUnicontaTexts()
  const format = useFormat()
  const mayLook = useMay('send records again')
  const [seriesIsEmpty, setEmpty] = useState(false)
  const look = useAsk('look')
  return (
    <Stack gap="xs">
      <Text size="sm">
        {data.isWaitOver || !data.waitEndsAt ? books.waitOver : books.wait(format.instant(data.waitEndsAt))}
      </Text>
      <div role="status" aria-live="polite">
        {data.step === 'reading' ? <Text size="sm">{books.reading}</Text> : null}
        {data.step === 'finishing' ? <Text size="sm">{books.finishing}</Text> : null}
        {data.task?.isTrouble ? <Alert color="red">{data.task.text}</Alert> : null}
      </div>
      {data.mayBeEmpty && mayLook ? (
        <Checkbox label={books.empty} checked={seriesIsEmpty} onChange={(event) => setEmpty(event.target.checked)} />
      ) : null}
      {mayLook && data.step !== 'finishing' ? (
        <Group>
          <Button
            variant="default"
            loading={look.isPending}
            onClick={() => look.mutate({ sooner: !data.isWaitOver, seriesIsEmpty })}
          >
            {data.isWaitOver || data.hurriedBy ? books.look : books.lookSooner}
          </Button>
        </Group>
      ) : null}
      {look.error ? <FaultText error={look.error} /> : null}
    </Stack>
  )
}

function Kind({ kind, data }: { kind: BookRow['kind']; data: BooksComparison }) {
  const { books } = useUnicontaTexts()
  const format = useFormat()
  const rows = data.rows.filter((row) => row.kind === kind)
  if (rows.length === 0) return null
  const { title, means } = books.kinds[kind]
  return (
    <section>
      <Title order={2} size="h4">
        {title} ({rows.length})
      </Title>
      <Text size="sm" c="var(--muted)">
        {means}
      </Text>
      <TableScroll label={title} minWidth={640} framed>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{books.number}</Table.Th>
              <Table.Th>{books.date}</Table.Th>
              <Table.Th>{books.customer}</Table.Th>
              <Table.Th ta="right">{books.there}</Table.Th>
              <Table.Th>{books.here}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.key}>
                <Table.Td>{row.number}</Table.Td>
                <Table.Td>{format.day(row.invoicedOn)}</Table.Td>
                <Table.Td>
                  {row.account} {row.customerName}
                </Table.Td>
                <Table.Td ta="right">{format.money(row.gross, row.currency)}</Table.Td>
                <Table.Td>
                  <Here row={row} data={data} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </TableScroll>
    </section>
  )
}

function Here({ row, data }: { row: BookRow; data: BooksComparison }) {
  const { books } = useUnicontaTexts()
  const format = useFormat()
  return (
    <Stack gap={4}>
      {row.here ? (
        <Text size="sm">
          {row.here.number ?? books.draftHere} {format.money(row.here.gross, row.currency)}
        </Text>
      ) : null}
      {row.differences.map(({ field, here, there }) => (
        <Text size="sm" key={field}>
          {field}: {here} / {there}
        </Text>
      ))}
      {row.why ? <Text size="sm">{row.why}</Text> : null}
      {kindsToDecide.includes(row.kind) ? <Decide row={row} data={data} /> : null}
    </Stack>
  )
}

function Decide({ row, data }: { row: BookRow; data: BooksComparison }) {
  const { books } = useUnicontaTexts()
  const format = useFormat()
  const mayDecide = useMay('send records again')
  const decide = useAsk('decide')
  const { decision, key } = row
  const options = [
    { value: '', label: books.undecided },
    { value: 'none', label: books.noneOfOurs },
    ...data.drafts
      .filter(({ currency }) => currency === row.currency)
      .map(({ id, label, gross, currency }) => ({ value: id, label: `${label} · ${format.money(gross, currency)}` })),
  ]
  return (
    <Stack gap={4}>
      <NativeSelect
        aria-label={books.decideOf(row.number)}
        data={options}
        value={decision?.draftId ?? decision?.choice ?? ''}
        disabled={!mayDecide || data.step !== 'listed' || decide.isPending}
        onChange={({ target: { value } }) =>
          decide.mutate(
            value === ''
              ? { choice: 'undecided', key }
              : value === 'none'
                ? { choice: 'none', key }
                : { choice: 'draft', draftId: value, key },
          )
        }
      />
      {decision ? (
        <Text size="xs" c="var(--muted)">
          {books.saidBy(decision.by, format.instant(decision.at))}
        </Text>
      ) : null}
      {decide.error ? <FaultText error={decide.error} /> : null}
    </Stack>
  )
}

function Finish({ data }: { data: BooksComparison }) {
  const { books } = useUnicontaTexts()
  const mayFinish = useMay('change integrations')
  const [givenOut, setGivenOut] = useState('')
  const [givenOutLocal, setGivenOutLocal] = useState('')
  const finish = useAsk('finish')
  if (!mayFinish) return <Text size="sm">{books.finishHint}</Text>
  const waits = data.toDecide > 0 || data.step !== 'listed'
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        finish.mutate({ givenOut: givenOut || null, givenOutLocal: givenOutLocal || null })
      }}
    >
      <Stack maw={520}>
        <TextInput
          label={books.givenOut}
          description={books.givenOutHint(data.series.here)}
          value={givenOut}
          onChange={(event) => setGivenOut(event.target.value)}
        />
        <TextInput
          label={books.givenOutLocal}
          description={books.givenOutHint(data.series.hereLocal)}
          value={givenOutLocal}
          onChange={(event) => setGivenOutLocal(event.target.value)}
        />
        <Group>
          <Button type="submit" disabled={waits} loading={finish.isPending || data.step === 'finishing'}>
            {books.finish}
          </Button>
          <Text size="sm">{data.toDecide > 0 ? books.toDecide(data.toDecide) : books.finishHint}</Text>
        </Group>
        {finish.error ? <FaultText error={finish.error} /> : null}
      </Stack>
    </form>
  )
}
