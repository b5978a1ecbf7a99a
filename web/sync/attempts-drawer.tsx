// The exchange behind each attempt: what was sent and what came back, secrets removed.
import { Accordion, Badge, Code, Drawer, Group, Skeleton, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { Attempt, type Exchange } from '../../src/sync/log-entry.ts'
import { get, queryOf } from '../api.ts'
import { useTexts } from '../texts/texts.tsx'
import { FaultText } from '../ui/fault.tsx'
import { useFormat } from '../ui/format.ts'

const Attempts = z.object({ items: z.array(Attempt), total: z.number() })

/** `open` is the attempt that is shown opened. */
export function AttemptsDrawer({
  kind,
  id,
  open,
  onClose,
}: {
  kind: string
  id: string
  open?: string
  onClose: () => void
}) {
  const { sync } = useTexts()
  const format = useFormat()
  const attempts = useQuery({
    queryKey: ['attempts', kind, id],
    queryFn: () => get(`/attempts${queryOf({ kind, subject: id, size: 50 })}`, Attempts),
  })
  return (
    <Drawer opened onClose={onClose} position="right" size="xl" title={sync.exchangeTitle}>
      {attempts.isPending ? <Skeleton height={120} /> : null}
      {attempts.error ? <FaultText error={attempts.error} onRetry={() => attempts.refetch()} /> : null}
      {attempts.data?.items.length === 0 ? <Text>{sync.exchangeEmpty}</Text> : null}
      <Accordion variant="separated" order={3} defaultValue={open ?? null}>
        {attempts.data?.items.map((attempt) => (
          <Accordion.Item key={attempt.id} value={attempt.id}>
            <Accordion.Control>
              <Group gap="sm">
                <Text size="sm" fw={600}>
                  {sync.attempt(attempt.number)}
                </Text>
                <Text size="sm" c="var(--muted)">
                  {format.instant(attempt.startedAt)}
                </Text>
                <Badge variant="light" tt="none" color={attempt.failureKind ? 'red' : 'gray'} className="state-badge">
                  {sync.outcomes[attempt.outcome]}
                </Badge>
                <Text size="sm" c="var(--muted)">
                  {sync.calls(attempt.exchange.length)}
                </Text>
              </Group>
              <Text size="sm">{attempt.text}</Text>
            </Accordion.Control>
            <Accordion.Panel>
              <Stack>
                {attempt.exchange.length === 0 ? <Text size="sm">{sync.noCalls}</Text> : null}
                {attempt.exchange.map((call) => (
                  <Call key={`${call.at} ${call.path}`} call={call} />
                ))}
              </Stack>
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </Drawer>
  )
}

function Call({ call }: { call: Exchange }) {
  const { sync } = useTexts()
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <Code>{call.method}</Code>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {call.path}
        </Text>
        <Text size="sm" c="var(--muted)" className="figures">
          {call.status ?? sync.noAnswer} · {call.ms} ms
        </Text>
      </Group>
      {call.fault ? (
        <Text size="sm" c="red">
          {call.fault}
        </Text>
      ) : null}
      {call.request ? (
        <Code block className="exchange" tabIndex={0} role="region" aria-label={sync.request}>
          {pretty(call.request)}
        </Code>
      ) : null}
      {call.answer ? (
        <Code block className="exchange" tabIndex={0} role="region" aria-label={sync.answer}>
          {pretty(call.answer)}
        </Code>
      ) : null}
    </Stack>
  )
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}
