// On every page, for those who can act, while the database is older than what was sent from here.
import { Alert, Anchor, Button, Group, Text } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { post } from '../api.ts'
import { useMay } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { connectionsQuery } from './connection-banner.tsx'

export function RestoredBanner() {
  const { shell } = useTexts()
  const mayLook = useMay('view the log')
  const mayEnd = useMay('change integrations')
  const queries = useQueryClient()
  const here = useLocation({ select: ({ pathname }) => pathname })
  const { data } = useQuery({ ...connectionsQuery, refetchInterval: 5_000 })
  const read = useMutation({
    mutationFn: () => post('/sync/restored/acknowledge', {}),
    onSettled: () => queries.invalidateQueries({ queryKey: connectionsQuery.queryKey }),
  })
  const restored = data?.restored
  if (!restored || !mayLook) return null
  return (
    <Alert color="red" icon={<IconHistory aria-hidden />} mb="md" p="sm" role="status">
      <Group justify="space-between" gap="sm">
        <Text size="sm" style={{ flex: '1 1 320px' }}>
          {restored.text}
        </Text>
        {restored.page === here ? null : restored.page ? (
          <Anchor component={Link} to={restored.page} size="sm" c="inherit" underline="always">
            {shell.compare}
          </Anchor>
        ) : mayEnd ? (
          <Button size="xs" variant="default" loading={read.isPending} onClick={() => read.mutate()}>
            {shell.restoreRead}
          </Button>
        ) : null}
      </Group>
    </Alert>
  )
}
