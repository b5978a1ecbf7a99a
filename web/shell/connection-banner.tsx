// On every page while a connection is in trouble, since when, how many wait, and that nothing is lost; or while Akkord itself
// does not answer.
import { Alert, Anchor, Group, Text } from '@mantine/core'
import { IconCloudOff } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { z } from 'zod'
import { LaneStatus, RestoreStatus } from '../../src/sync/log-entry.ts'
import { ApiProblem, get } from '../api.ts'
import { connectorDialogs } from '../connectors.ts'
import { Resume } from '../integrations/resume.tsx'
import { useMay } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { useFormat } from '../ui/format.ts'

export const connectionsQuery = {
  queryKey: ['sync-status'],
  queryFn: () => get('/sync/status', z.object({ lanes: z.array(LaneStatus), restored: RestoreStatus.nullable() })),
} as const

export function ConnectionBanner() {
  const { shell } = useTexts()
  const format = useFormat()
  const mayLook = useMay('view integrations')
  const mayResume = useMay('change integrations')
  const { data, error, dataUpdatedAt } = useQuery({ ...connectionsQuery, refetchInterval: 5_000 })
  useAskAgain(dataUpdatedAt)
  const troubled = (data?.lanes ?? []).filter((lane) => lane.state === 'trouble' || lane.state === 'paused')
  return (
    <div role="status" aria-live="polite">
      {isNoAnswer(error) ? (
        <Alert color="red" icon={<IconCloudOff aria-hidden />} mb="md" p="sm">
          <Text size="sm">{shell.noAnswer}</Text>
        </Alert>
      ) : null}
      {troubled.map((lane) => (
        <Alert key={lane.lane} color="yellow" icon={<IconCloudOff aria-hidden />} mb="md" p="sm">
          <Group justify="space-between" gap="sm">
            <div style={{ flex: '1 1 320px' }}>
              <Text size="sm">{lane.text}</Text>
              {lane.state === 'paused' && lane.since ? (
                <Text size="xs">{shell.pausedSince(format.instant(lane.since))}</Text>
              ) : null}
              {lane.nextTryAt ? <Text size="xs">{shell.nextTry(format.time(lane.nextTryAt))}</Text> : null}
            </div>
            <Group gap="sm">
              {mayResume && lane.lane in connectorDialogs ? <Resume type={lane.lane} size="xs" /> : null}
              {mayLook ? (
                <Anchor component={Link} to="/settings/integrations" size="sm" c="inherit" underline="always">
                  {shell.lookIntoIt}
                </Anchor>
              ) : null}
            </Group>
          </Group>
        </Alert>
      ))}
    </div>
  )
}

/** Each time Akkord answers, what it did not answer before is asked again. */
function useAskAgain(answeredAt: number) {
  const queries = useQueryClient()
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer counts, also one that says the same.
  useEffect(() => {
    void queries.refetchQueries({ type: 'active', predicate: ({ state }) => isNoAnswer(state.error) })
  }, [answeredAt, queries])
}

const isNoAnswer = (error: unknown) => error instanceof ApiProblem && error.status === 0
