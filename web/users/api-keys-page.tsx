import {
  Anchor,
  Button,
  Code,
  CopyButton,
  Group,
  Modal,
  Paper,
  Select,
  Skeleton,
  Stack,
  Table,
  Text,
  TextInput,
} from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { roles } from '../../src/users/permissions.ts'
import { ApiKey, NewApiKey } from '../../src/users/user.ts'
import { ApiProblem, del, get, post } from '../api.ts'
import { useTexts } from '../texts/texts.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { FaultText } from '../ui/fault.tsx'
import { optionsOf } from '../ui/filter-bar.tsx'
import { useFormat } from '../ui/format.ts'
import { PageHeader } from '../ui/page-header.tsx'

const queryKey = ['/api-keys']

export function ApiKeysPage() {
  const { apiKeys, shell } = useTexts()
  const [isMaking, setMaking] = useState(false)
  const keys = useQuery({ queryKey, queryFn: () => get('/api-keys', z.object({ items: z.array(ApiKey) })) })
  const newButton = <Button onClick={() => setMaking(true)}>{apiKeys.newButton}</Button>
  return (
    <>
      <PageHeader
        title={apiKeys.title}
        crumbs={[{ title: shell.groups.setup }, { title: apiKeys.title }]}
        actions={newButton}
      />
      <Text mb="md">
        {apiKeys.text}{' '}
        <Anchor href="/api/openapi.json" inherit underline="always">
          {apiKeys.docs}
        </Anchor>
      </Text>
      {keys.isPending ? <Skeleton height={160} /> : null}
      {keys.error ? <FaultText error={keys.error} onRetry={() => keys.refetch()} /> : null}
      {keys.data?.items.length === 0 ? <Text>{apiKeys.empty}</Text> : null}
      {keys.data && keys.data.items.length > 0 ? <Keys keys={keys.data.items} /> : null}
      {isMaking ? <MakeKey onClose={() => setMaking(false)} /> : null}
    </>
  )
}

function stateOf(key: ApiKey): 'valid' | 'expired' | 'revoked' {
  if (key.revokedAt) return 'revoked'
  return key.expiresOn < new Date().toISOString().slice(0, 10) ? 'expired' : 'valid'
}

function Keys({ keys }: { keys: readonly ApiKey[] }) {
  const { apiKeys, users } = useTexts()
  const format = useFormat()
  const queries = useQueryClient()
  const [revoked, setRevoked] = useState<ApiKey | null>(null)
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={900}>
        <Table verticalSpacing={8}>
          <Table.Thead>
            <Table.Tr>
              {[
                apiKeys.name,
                apiKeys.role,
                apiKeys.prefix,
                apiKeys.state,
                apiKeys.expiresOn,
                apiKeys.lastUsed,
                apiKeys.created,
              ].map((title) => (
                <Table.Th key={title}>{title}</Table.Th>
              ))}
              <Table.Td />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {keys.map((key) => (
              <Table.Tr key={key.id}>
                <Table.Th scope="row">{key.name}</Table.Th>
                <Table.Td>{users.roles[key.role]}</Table.Td>
                <Table.Td>
                  <Code>{key.prefix}</Code>
                </Table.Td>
                <Table.Td>{apiKeys.states[stateOf(key)]}</Table.Td>
                <Table.Td>{format.day(key.expiresOn)}</Table.Td>
                <Table.Td>{format.instant(key.lastUsedAt) || apiKeys.neverUsed}</Table.Td>
                <Table.Td>{apiKeys.createdBy(key.createdBy, format.instant(key.createdAt))}</Table.Td>
                <Table.Td>
                  {key.revokedAt ? null : (
                    <Button variant="default" size="xs" onClick={() => setRevoked(key)}>
                      {apiKeys.revoke}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {revoked ? (
        <Confirm
          isOpen
          onClose={() => setRevoked(null)}
          title={apiKeys.revokeTitle(revoked.name)}
          text={apiKeys.revokeText}
          yes={apiKeys.revoke}
          danger
          act={async () => {
            await del(`/api-keys/${revoked.id}`)
            await queries.invalidateQueries({ queryKey })
          }}
        />
      ) : null}
    </Paper>
  )
}

const inAYear = () => new Date(Date.now() + 365 * 24 * 60 * 60_000).toISOString().slice(0, 10)

function MakeKey({ onClose }: { onClose: () => void }) {
  const { apiKeys, users, ui } = useTexts()
  const queries = useQueryClient()
  const form = useForm({ initialValues: { name: '', role: 'employee', expiresOn: inAYear() } })
  const make = useMutation({
    mutationFn: (values: typeof form.values) => post('/api-keys', values, NewApiKey),
    onSuccess: () => queries.invalidateQueries({ queryKey }),
    onError(error) {
      if (error instanceof ApiProblem)
        form.setErrors(Object.fromEntries(error.fields.map(({ path, message }) => [path, message])))
    },
  })
  if (make.data)
    return (
      <Modal opened onClose={onClose} title={apiKeys.madeTitle} closeOnClickOutside={false} size="lg">
        <Stack>
          <Text size="sm">{apiKeys.madeText}</Text>
          <TextInput
            label={apiKeys.keyLabel}
            value={make.data.key}
            readOnly
            styles={{ input: { fontFamily: 'monospace' } }}
          />
          <Group justify="flex-end">
            <CopyButton value={make.data.key}>
              {({ copied, copy }) => <Button onClick={copy}>{copied ? ui.copied : ui.copy}</Button>}
            </CopyButton>
            <Button variant="default" onClick={onClose}>
              {apiKeys.done}
            </Button>
          </Group>
        </Stack>
      </Modal>
    )
  return (
    <Modal opened onClose={onClose} title={apiKeys.newTitle}>
      <form onSubmit={form.onSubmit((values) => make.mutate(values))} noValidate>
        <Stack>
          <TextInput
            label={apiKeys.name}
            description={apiKeys.nameHint}
            {...form.getInputProps('name')}
            data-autofocus
            maxLength={100}
          />
          <Select
            label={apiKeys.role}
            allowDeselect={false}
            data={optionsOf(roles, users.roles)}
            {...form.getInputProps('role')}
          />
          <TextInput label={apiKeys.expiresOn} type="date" {...form.getInputProps('expiresOn')} />
          {make.error ? <FaultText error={make.error} /> : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {ui.cancel}
            </Button>
            <Button type="submit" loading={make.isPending}>
              {apiKeys.make}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
