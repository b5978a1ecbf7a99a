// Company > Export invoices > Compare: after a restore both sides, what becomes of each document, and the end of the block.
import { Alert, Button, Checkbox, Group, List, Skeleton, Stack, Text, TextInput, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { BooksComparison, bookKinds } from '../../src/uniconta/books.ts'
import { ApiProblem, get } from '../api.ts'
import { useMay } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { FaultText } from '../ui/fault.tsx'
import { useFormat } from '../ui/format.ts'
import { OnlyIfMay } from '../ui/only-if-may.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { comparisonPath, useAsk } from './compare-query.ts'
import { BookRows } from './compare-rows.tsx'
import { useUnicontaTexts } from './texts.ts'

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

function Compare() {
  const { books } = useUnicontaTexts()
  const { data, error, refetch } = useQuery({
    queryKey: [comparisonPath],
    queryFn: () => get(comparisonPath, BooksComparison),
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
      <Look data={data} />
      {data.step === 'listed' || data.step === 'finishing' ? (
        <>
          <Text size="sm">
            {[
              data.matched > 0 ? books.matched(data.matched) : '',
              data.unsettled > 0 ? books.unsettled(data.unsettled) : '',
              data.orders.length > 0 ? books.orders(data.orders.length) : '',
              data.lookedAt ? books.lookedAt(format.instant(data.lookedAt)) : '',
            ].join(' ')}
          </Text>
          {bookKinds.map((kind) => (
            <BookRows key={kind} kind={kind} data={data} />
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
        {data.isWaitOver || !data.waitEndsAt
          ? books.waitOver
          : data.hurriedBy
            ? books.hurried(data.hurriedBy)
            : books.wait(format.instant(data.waitEndsAt))}
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

function Finish({ data }: { data: BooksComparison }) {
  const { books } = useUnicontaTexts()
  const mayFinish = useMay('change integrations')
  const [givenOut, setGivenOut] = useState('')
  const [givenOutLocal, setGivenOutLocal] = useState('')
  const [givenOutCreditNotes, setGivenOutCreditNotes] = useState('')
  const { creditNotes } = data.series
  const finish = useAsk('finish')
  if (!mayFinish) return <Text size="sm">{books.onlyAdministrator}</Text>
  const { error } = finish
  const faultOf = (path: string) =>
    error instanceof ApiProblem ? error.fields.find((field) => field.path === path)?.message : undefined
  const isOfField =
    faultOf('givenOut') !== undefined ||
    faultOf('givenOutLocal') !== undefined ||
    faultOf('givenOutCreditNotes') !== undefined
  const waits = data.toDecide > 0 || data.step !== 'listed'
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        finish.mutate({
          givenOut: givenOut || null,
          givenOutLocal: givenOutLocal || null,
          givenOutCreditNotes: givenOutCreditNotes || null,
        })
      }}
    >
      <Stack maw={520}>
        <TextInput
          label={books.givenOut}
          description={books.givenOutHint(data.series.here)}
          value={givenOut}
          maxLength={40}
          error={faultOf('givenOut')}
          onChange={(event) => setGivenOut(event.target.value)}
        />
        {creditNotes ? (
          <TextInput
            label={books.givenOutCreditNotes}
            description={books.givenOutHint(creditNotes.here)}
            value={givenOutCreditNotes}
            error={faultOf('givenOutCreditNotes')}
            onChange={(event) => setGivenOutCreditNotes(event.target.value)}
          />
        ) : null}
        <TextInput
          label={books.givenOutLocal}
          description={books.givenOutHint(data.series.hereLocal)}
          value={givenOutLocal}
          maxLength={40}
          error={faultOf('givenOutLocal')}
          onChange={(event) => setGivenOutLocal(event.target.value)}
        />
        <Group>
          <Button type="submit" disabled={waits} loading={finish.isPending || data.step === 'finishing'}>
            {books.finish}
          </Button>
          <Text size="sm">{data.toDecide > 0 ? books.toDecide(data.toDecide) : books.finishHint}</Text>
        </Group>
        {error && !isOfField ? <FaultText error={error} /> : null}
      </Stack>
    </form>
  )
}
