// What existed before the export was switched on: sent by lists when somebody asks for it, with pause and counts.
import { Accordion, Button, Checkbox, Group, Paper, Progress, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { Backfill } from '../../src/sync/log-entry.ts'
import type { UnicontaIntegration } from '../../src/uniconta/settings.ts'
import { get, post } from '../api.ts'
import { FaultText } from '../ui/fault.tsx'
import { useFormat } from '../ui/format.ts'
import { useUnicontaTexts } from './texts.ts'

const path = '/integrations/uniconta/backfill'
const Runs = z.object({ items: z.array(Backfill) })
const Total = z.object({ total: z.number() })
type Kind = Backfill['kind']

export const useBackfills = () =>
  useQuery({
    queryKey: ['backfills'],
    queryFn: () => get(path, Runs),
    refetchInterval: ({ state }) => (state.data?.items.some((run) => run.state === 'running') ? 1_000 : 10_000),
  })

export function BackfillPanel({ stored, mayChange }: { stored: UnicontaIntegration; mayChange: boolean }) {
  const { backfill } = useUnicontaTexts()
  const [linkSame, setLinkSame] = useState(false)
  const runs = useBackfills()
  const kinds: Kind[] = [
    ...(stored.exportCustomers ? (['customers'] as const) : []),
    ...(stored.exportProjects ? (['projects'] as const) : []),
  ]
  if (!stored.enabled || kinds.length === 0) return null
  const open = runs.data?.items.filter((run) => run.finishedAt === null) ?? []
  const ended = runs.data?.items.filter((run) => run.finishedAt !== null) ?? []
  return (
    <Paper withBorder p="md" component="section" aria-label={backfill.title}>
      <Stack gap="sm">
        <Title order={2}>{backfill.title}</Title>
        <Text size="sm">{backfill.text}</Text>
        {runs.error ? <FaultText error={runs.error} onRetry={runs.refetch} /> : null}
        {mayChange ? (
          <Checkbox
            label={backfill.linkSame}
            description={backfill.linkSameHint}
            checked={linkSame}
            onChange={(event) => setLinkSame(event.currentTarget.checked)}
          />
        ) : null}
        {kinds.map((kind) => {
          const run = open.find((one) => one.kind === kind)
          if (run) return <Run key={kind} run={run} mayChange={mayChange} />
          return mayChange ? <Start key={kind} kind={kind} linkSame={linkSame} /> : null
        })}
        {ended.length > 0 ? <EndedRuns runs={ended} /> : null}
      </Stack>
    </Paper>
  )
}

function Start({ kind, linkSame }: { kind: Kind; linkSame: boolean }) {
  const { backfill } = useUnicontaTexts()
  const format = useFormat()
  const queries = useQueryClient()
  const { data } = useQuery({
    queryKey: [`/${kind}`, 'list', 'count'],
    queryFn: () => get(`/${kind}?size=1`, Total),
  })
  const start = useMutation({
    mutationFn: () => post(path, { kind, linkSame }, Backfill),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['backfills'] }),
  })
  if (!data) return null
  if (data.total === 0)
    return (
      <Text size="sm" c="var(--muted)">
        {backfill.none(kind)}
      </Text>
    )
  return (
    <>
      <Button variant="light" loading={start.isPending} onClick={() => start.mutate()}>
        {backfill.send(kind, data.total, format.count(data.total))}
      </Button>
      {start.error ? <FaultText error={start.error} /> : null}
    </>
  )
}

function Run({ run, mayChange }: { run: Backfill; mayChange: boolean }) {
  const { backfill } = useUnicontaTexts()
  const format = useFormat()
  const queries = useQueryClient()
  const turn = useMutation({
    mutationFn: (action: 'pause' | 'resume') => post(`${path}/${run.id}/${action}`, {}, Backfill),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['backfills'] }),
  })
  const action = run.state === 'running' ? 'pause' : 'resume'
  return (
    <Stack gap={6}>
      <Text size="sm" role="status">
        {run.text}
      </Text>
      <Progress
        value={run.total === 0 ? 100 : (run.done / run.total) * 100}
        aria-label={backfill.progress(format.count(run.done), format.count(run.total))}
      />
      <Counts run={run} />
      {mayChange ? (
        <Group>
          <Button size="xs" variant="default" loading={turn.isPending} onClick={() => turn.mutate(action)}>
            {backfill[action]}
          </Button>
        </Group>
      ) : null}
      {turn.error ? <FaultText error={turn.error} /> : null}
    </Stack>
  )
}

function Counts({ run }: { run: Backfill }) {
  const { backfill } = useUnicontaTexts()
  const format = useFormat()
  const counts = [
    [backfill.made, run.created],
    [backfill.corrected, run.updated],
    [backfill.right, run.unchanged],
    [backfill.questions, run.failed],
    [backfill.calls, run.calls],
  ] as const
  return (
    <Text size="xs" c="var(--muted)" className="figures">
      {counts.map(([name, count]) => `${name} ${format.count(count)}`).join(' · ')}
    </Text>
  )
}

function EndedRuns({ runs }: { runs: readonly Backfill[] }) {
  const { backfill } = useUnicontaTexts()
  const format = useFormat()
  const [latest, ...earlier] = runs
  const line = (run: Backfill) => (
    <div key={run.id}>
      <Text size="sm">{run.text}</Text>
      <Text size="xs" c="var(--muted)" className="figures">
        {backfill.started(format.instant(run.startedAt))} · {backfill.calls} {format.count(run.calls)}
      </Text>
    </div>
  )
  return (
    <>
      {latest ? line(latest) : null}
      {earlier.length > 0 ? (
        <Accordion variant="contained" order={3}>
          <Accordion.Item value="earlier">
            <Accordion.Control>{backfill.earlier(earlier.length)}</Accordion.Control>
            <Accordion.Panel>
              <Stack gap="xs">{earlier.map(line)}</Stack>
            </Accordion.Panel>
          </Accordion.Item>
        </Accordion>
      ) : null}
    </>
  )
}
