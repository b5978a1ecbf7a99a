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
                  {format.instantDay(attempt.startedAt)}, {format.timeToSecond(attempt.startedAt)}
                </Text>
                <Badge variant="light" tt="none" color={colourOf(attempt)} className="state-badge">
                  {attempt.failureKind ? sync.failures[attempt.failureKind] : sync.outcomes[attempt.outcome]}
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
      {call.request ? <Body title={sync.request} text={call.request} /> : null}
      {call.answer ? <Body title={sync.answer} text={call.answer} /> : null}
    </Stack>
  )
}

function Body({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <Text size="xs" c="var(--muted)" aria-hidden>
        {title}
      </Text>
      <Code block className="exchange" tabIndex={0} role="region" aria-label={title}>
        {pretty(text)}
      </Code>
    </div>
  )
}

/** Red is what waits for a person; the rest goes by itself. */
const colourOf = ({ failureKind }: Attempt) =>
  failureKind === null ? 'gray' : failureKind === 'rejected' ? 'red' : 'yellow'

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}
