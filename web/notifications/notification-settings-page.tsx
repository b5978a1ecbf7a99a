// My pages > Notifications > Settings: what comes by bell and what by mail. Each tick saves itself.
import { Alert, Checkbox, Paper, Stack, Table, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  alwaysRings,
  type NoticeChoice,
  type NoticeKind,
  NoticeSettings,
} from '../../src/notifications/notification.ts'
import type { Permission } from '../../src/users/permissions.ts'
import { get, put } from '../api.ts'
import { useMe } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { FaultText } from '../ui/fault.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { RecordState } from '../ui/record-state.tsx'

const queryKey = ['/notification-settings']

/** What a role is never told of is not offered to it. */
const permissionFor: Partial<Record<NoticeKind, Permission>> = {
  'hours-to-approve': 'approve hours',
  'expenses-to-approve': 'approve expenses',
  'drafts-to-approve': 'approve drafts',
  'invoices-to-export': 'view the log',
}

export function NotificationSettingsPage() {
  const { notifications, shell } = useTexts()
  const settings = useQuery({ queryKey, queryFn: () => get('/notification-settings', NoticeSettings) })
  const crumbs = [{ title: shell.groups.my }, { title: notifications.title, to: '/notifications' }]
  return (
    <Stack maw={760}>
      <PageHeader title={notifications.settingsTitle} crumbs={[...crumbs, { title: notifications.settings }]} />
      <RecordState query={settings}>{(stored) => <Choices stored={stored} />}</RecordState>
    </Stack>
  )
}

function Choices({ stored }: { stored: NoticeSettings }) {
  const { notifications } = useTexts()
  const { permissions } = useMe()
  const queries = useQueryClient()
  const saving = useMutation({
    // One after the other, so that the last tick is what stays.
    scope: { id: 'notification-settings' },
    mutationFn: (choice: NoticeChoice) => put('/notification-settings', { items: [choice] }, NoticeSettings),
    onMutate(choice) {
      const items = stored.items.map((item) => (item.kind === choice.kind ? choice : item))
      queries.setQueryData(queryKey, { ...stored, items })
    },
    onSettled: () => queries.invalidateQueries({ queryKey }),
  })
  const offered = stored.items.filter(({ kind }) => {
    const permission = permissionFor[kind]
    return !permission || permissions.includes(permission)
  })
  return (
    <>
      <Text>{notifications.settingsText(stored.email)}</Text>
      {stored.mailsGo ? null : <Alert color="yellow">{notifications.noMailServer}</Alert>}
      {saving.error ? <FaultText error={saving.error} /> : null}
      <Paper withBorder>
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{notifications.kind}</Table.Th>
              <Table.Th>{notifications.byBell}</Table.Th>
              <Table.Th>{notifications.byMail}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {offered.map((choice) => (
              <Choice key={choice.kind} choice={choice} onChange={saving.mutate} />
            ))}
          </Table.Tbody>
        </Table>
      </Paper>
    </>
  )
}

function Choice({ choice, onChange }: { choice: NoticeChoice; onChange: (choice: NoticeChoice) => void }) {
  const { notifications } = useTexts()
  const { kind, bell, mail } = choice
  const what = notifications.kinds[kind]
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        {what}
        {alwaysRings(kind) ? (
          <Text size="xs" c="var(--muted)">
            {notifications.alwaysRings}
          </Text>
        ) : null}
      </Table.Th>
      <Table.Td>
        <Checkbox
          aria-label={notifications.choice(what, notifications.byBell)}
          checked={bell}
          disabled={alwaysRings(kind)}
          onChange={({ currentTarget }) => onChange({ kind, bell: currentTarget.checked, mail })}
        />
      </Table.Td>
      <Table.Td>
        <Checkbox
          aria-label={notifications.choice(what, notifications.byMail)}
          checked={mail}
          onChange={({ currentTarget }) => onChange({ kind, bell, mail: currentTarget.checked })}
        />
      </Table.Td>
    </Table.Tr>
  )
}
