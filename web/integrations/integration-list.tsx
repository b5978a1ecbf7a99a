import { Badge, Button, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core'
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconPlayerPause,
  IconPlugConnected,
} from '@tabler/icons-react'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import type { IntegrationRow } from '../../src/integrations/integration.ts'
import { useMay } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { FaultText } from '../ui/fault.tsx'
import { useFormat } from '../ui/format.ts'
import { PageHeader } from '../ui/page-header.tsx'
import { IntegrationDialog } from './integration-dialog.tsx'
import { useIntegrations } from './integrations-query.ts'
import { Resume } from './resume.tsx'

const route = getRouteApi('/settings/integrations')

export function IntegrationList() {
  const { integrations, shell } = useTexts()
  const { dialog } = route.useSearch()
  const navigate = useNavigate()
  const mayChange = useMay('change integrations')
  const { data, error, isPending, refetch } = useIntegrations()
  const newButton = mayChange ? (
    <Button onClick={() => void navigate({ to: '/settings/integrations', search: { dialog: 'new' } })}>
      {integrations.newButton}
    </Button>
  ) : null
  return (
    <>
      <PageHeader
        title={integrations.title}
        crumbs={[{ title: shell.groups.setup }, { title: shell.pages.settings }, { title: integrations.title }]}
        actions={newButton}
      />
      {error && !data ? <FaultText error={error} onRetry={refetch} /> : null}
      {isPending ? <Skeleton height={120} aria-hidden /> : null}
      {data?.items.length === 0 ? (
        <Stack align="center" py="xl">
          <IconPlugConnected size={40} stroke={1.2} aria-hidden />
          <Text ta="center">{integrations.empty}</Text>
          {newButton}
        </Stack>
      ) : null}
      <Stack>
        {data?.items.map((row) => (
          <IntegrationPanel key={row.id} row={row} />
        ))}
      </Stack>
      <IntegrationDialog dialog={dialog} onClose={() => void navigate({ to: '/settings/integrations', search: {} })} />
    </>
  )
}

const looks = {
  off: { icon: IconCircleDashed, color: 'gray' },
  working: { icon: IconCircleCheck, color: 'green' },
  trouble: { icon: IconAlertTriangle, color: 'yellow' },
  paused: { icon: IconPlayerPause, color: 'red' },
} as const

function IntegrationPanel({ row }: { row: IntegrationRow }) {
  const { integrations } = useTexts()
  const format = useFormat()
  const mayChange = useMay('change integrations')
  const { icon: StateIcon, color } = looks[row.state]
  return (
    <Paper withBorder p="md" component="article" aria-label={row.name}>
      <Group justify="space-between" align="flex-start" gap="md">
        <Stack gap={6} style={{ flex: '1 1 380px' }}>
          <Group gap="sm">
            <Title order={2}>
              <Link to="/settings/integrations" search={{ dialog: row.type }} className="plain-link">
                {row.name}
              </Link>
            </Title>
            <Badge
              className={`state-badge state-${color}`}
              variant={row.state === 'off' ? 'outline' : 'light'}
              color={color}
              leftSection={<StateIcon size={13} aria-hidden />}
              tt="none"
            >
              {integrations.states[row.state]}
            </Badge>
          </Group>
          <Text size="sm" c="var(--muted)">
            {row.account}
          </Text>
          <Text size="sm">{row.text}</Text>
        </Stack>
        <Group gap="xl" align="flex-start">
          <Figure label={integrations.waiting}>{format.count(row.waiting)}</Figure>
          <Figure label={integrations.failed}>{format.count(row.failed)}</Figure>
          <Figure label={integrations.callsToday}>
            {integrations.callsOf(format.count(row.callsToday), format.count(row.callsFree))}
          </Figure>
        </Group>
        <Group gap="xs">
          {mayChange && (row.state === 'trouble' || row.state === 'paused') ? <Resume type={row.type} /> : null}
          <Button
            variant="default"
            renderRoot={(props) => <Link to="/settings/integrations" search={{ dialog: row.type }} {...props} />}
          >
            {integrations.open(row.name)}
          </Button>
        </Group>
      </Group>
    </Paper>
  )
}

function Figure({ label, children }: { label: string; children: string }) {
  return (
    <div>
      <Text size="xs" c="var(--muted)">
        {label}
      </Text>
      <Text size="sm" className="figures">
        {children}
      </Text>
    </div>
  )
}
