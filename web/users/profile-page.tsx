import { Button, Paper, Select, Stack, Text, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Me, User } from '../../src/users/user.ts'
import { ApiProblem, get, post, put } from '../api.ts'
import { useMe } from '../session.tsx'
import { offeredLanguages, useTexts } from '../texts/texts.tsx'
import { FaultText } from '../ui/fault.tsx'
import { FieldGroup } from '../ui/fields.tsx'
import { optionsOf } from '../ui/filter-bar.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { PasswordField } from '../ui/password-field.tsx'
import { RecordFormFrame, useRecordForm } from '../ui/record-form.tsx'
import { RecordState } from '../ui/record-state.tsx'

export function ProfilePage() {
  const { profile, shell } = useTexts()
  const me = useMe()
  // The form begins anew after it was saved; what others save meanwhile takes nothing from it.
  const [saves, setSaves] = useState(0)
  const query = useQuery({ queryKey: ['/users', me.id], queryFn: () => get(`/users/${me.id}`, User) })
  return (
    <>
      <PageHeader title={profile.title} crumbs={[{ title: shell.groups.my }, { title: profile.title }]} />
      <RecordState query={query}>
        {(user) => (
          <Stack maw={760}>
            <OwnFields key={saves} user={user} onSaved={() => setSaves(saves + 1)} />
            <OwnPassword />
          </Stack>
        )}
      </RecordState>
    </>
  )
}

type OwnValues = { name: string; language: User['language']; phone: string }

function OwnFields({ user, onSaved }: { user: User; onSaved: () => void }) {
  const { profile, users } = useTexts()
  const queries = useQueryClient()
  const record = useRecordForm<OwnValues, Me>({
    initial: { name: user.name, language: user.language, phone: user.phone ?? '' },
    send: (values) => put('/me', values, Me),
    async onSaved(me) {
      queries.setQueryData(['me'], me)
      await queries.invalidateQueries({ queryKey: ['/users', user.id] })
      onSaved()
    },
  })
  const { form } = record
  return (
    <RecordFormFrame record={record} names={users.fields} onCancel={form.reset}>
      <FieldGroup title={profile.person}>
        <TextInput
          label={users.fields.name}
          {...form.getInputProps('name')}
          data-path="name"
          required
          maxLength={100}
        />
        <TextInput label={users.fields.phone} type="tel" {...form.getInputProps('phone')} data-path="phone" />
        <Select
          label={users.fields.language}
          allowDeselect={false}
          data={optionsOf(offeredLanguages, users.languages)}
          {...form.getInputProps('language')}
        />
        <Text size="sm" className="wide">
          {profile.roleIs(users.roles[user.role])} – {users.roleHints[user.role]}
        </Text>
      </FieldGroup>
    </RecordFormFrame>
  )
}

function OwnPassword() {
  const { profile, setUp } = useTexts()
  const me = useMe()
  const queries = useQueryClient()
  const form = useForm({ initialValues: { current: '', new: '' } })
  const change = useMutation({
    async mutationFn(values: typeof form.values) {
      await put('/me/password', values)
      await post('/api/auth/sign-in/email', { email: me.email, password: values.new })
    },
    async onSuccess() {
      form.reset()
      notifications.show({ message: profile.changed })
      await queries.invalidateQueries()
    },
    onError(error) {
      if (error instanceof ApiProblem)
        form.setErrors(Object.fromEntries(error.fields.map(({ path, message }) => [path, message])))
    },
  })
  return (
    <Paper withBorder p="md" component="section" aria-label={profile.passwordTitle}>
      <form onSubmit={form.onSubmit((values) => change.mutate(values))} noValidate>
        <Stack maw={360}>
          <Title order={2}>{profile.passwordTitle}</Title>
          <Text size="sm">{profile.passwordText}</Text>
          <PasswordField label={profile.current} autoComplete="current-password" {...form.getInputProps('current')} />
          <PasswordField
            label={profile.wished}
            description={setUp.passwordHint}
            autoComplete="new-password"
            {...form.getInputProps('new')}
          />
          {change.error ? <FaultText error={change.error} /> : null}
          <Button type="submit" variant="default" loading={change.isPending} disabled={form.values.new === ''}>
            {profile.change}
          </Button>
        </Stack>
      </form>
    </Paper>
  )
}
