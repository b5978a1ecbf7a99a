import { Checkbox, Divider, Select, Stack, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { roles } from '../../src/users/permissions.ts'
import { User, UserInput } from '../../src/users/user.ts'
import { get, post, put } from '../api.ts'
import { StandardPrices } from '../prices/standard-prices.tsx'
import { useMay } from '../session.tsx'
import { offeredLanguages, useTexts } from '../texts/texts.tsx'
import { Field, FieldGroup } from '../ui/fields.tsx'
import { optionsOf } from '../ui/filter-bar.tsx'
import { History } from '../ui/history.tsx'
import { textInputs } from '../ui/inputs.ts'
import { MailLink } from '../ui/mail-link.tsx'
import { OnlyIfMay } from '../ui/only-if-may.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { PasswordField } from '../ui/password-field.tsx'
import { RecordFormFrame, useRecordForm } from '../ui/record-form.tsx'
import { RecordState } from '../ui/record-state.tsx'

type UserValues = Required<UserInputValues> & { password: string; version?: number }
type UserInputValues = ReturnType<typeof UserInput.parse>

const emptyUser: UserValues = {
  email: '',
  name: '',
  role: 'employee',
  language: 'en',
  phone: '',
  active: true,
  password: '',
}

export function NewUser() {
  const { users } = useTexts()
  return (
    <OnlyIfMay permission="change users">
      <UserHeader title={users.newTitle} />
      <UserForm initial={emptyUser} send={(values) => post('/users', values, User)} />
    </OnlyIfMay>
  )
}

const route = getRouteApi('/users/$id')

/** A co-worker has so few fields that the page is the form. */
export function UserPage() {
  const { id } = route.useParams()
  const query = useQuery({ queryKey: ['/users', id], queryFn: () => get(`/users/${id}`, User) })
  return <RecordState query={query}>{(user) => <ExistingUser key={user.id} user={user} />}</RecordState>
}

function ExistingUser({ user }: { user: User }) {
  const { users, ui } = useTexts()
  const mayChange = useMay('change users')
  const maySeePrices = useMay('view prices')
  const mayHistory = useMay('view the history')
  const { version } = user
  return (
    <Stack>
      <UserHeader title={user.name} />
      {mayChange ? (
        <UserForm
          initial={{ ...UserInput.strip().parse(user), password: '', version }}
          send={({ password, ...values }) =>
            put(`/users/${user.id}`, { ...values, ...(password ? { password } : {}) }, User)
          }
        />
      ) : (
        <Person user={user} />
      )}
      {maySeePrices ? <StandardPrices userId={user.id} /> : null}
      {mayHistory ? (
        <section aria-label={ui.history}>
          <Divider my="sm" label={ui.history} />
          <History kind="user" subject={user.id} names={users.fields} />
        </section>
      ) : null}
    </Stack>
  )
}

/** For those who may not change users. */
function Person({ user }: { user: User }) {
  const { users } = useTexts()
  const { fields, groups } = users
  return (
    <FieldGroup title={groups.person}>
      <Field label={fields.name}>{user.name}</Field>
      <Field label={fields.email}>
        <MailLink address={user.email} />
      </Field>
      <Field label={fields.phone}>{user.phone}</Field>
      <Field label={fields.role}>{users.roles[user.role]}</Field>
    </FieldGroup>
  )
}

function UserHeader({ title }: { title: string }) {
  const { users, shell } = useTexts()
  return (
    <PageHeader
      title={title}
      crumbs={[{ title: shell.groups.resources }, { title: users.title, to: '/users' }, { title }]}
    />
  )
}

function UserForm(props: { initial: UserValues; send: (values: UserValues) => Promise<User> }) {
  const { users } = useTexts()
  const { fields, groups } = users
  const navigate = useNavigate()
  const queries = useQueryClient()
  const isNew = props.initial.version === undefined
  const record = useRecordForm<UserValues, User>({
    initial: props.initial,
    send: props.send,
    onSaved(saved) {
      queries.setQueryData(['/users', saved.id], saved)
      void queries.invalidateQueries({ queryKey: ['/users', 'list'] })
      void queries.invalidateQueries({ queryKey: ['history', 'user', saved.id] })
      void queries.invalidateQueries({ queryKey: ['me'] })
      void navigate({ to: '/users' })
    },
  })
  const { form } = record
  const text = textInputs(form, fields)
  return (
    <RecordFormFrame record={record} names={fields} onCancel={() => void navigate({ to: '/users' })}>
      <Stack>
        <FieldGroup title={groups.person}>
          <TextInput {...text('name')} required autoFocus={isNew} maxLength={100} />
          <TextInput type="email" {...text('email')} required maxLength={200} />
          <TextInput type="tel" {...text('phone')} maxLength={30} />
          <Select
            label={fields.language}
            allowDeselect={false}
            data={optionsOf(offeredLanguages, users.languages)}
            {...form.getInputProps('language')}
          />
        </FieldGroup>
        <FieldGroup title={groups.access}>
          <Select
            label={fields.role}
            description={users.roleHints[form.values.role]}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            allowDeselect={false}
            data={optionsOf(roles, users.roles)}
            {...form.getInputProps('role')}
            data-path="role"
          />
          <PasswordField
            {...text('password')}
            label={isNew ? users.firstPassword : users.newPassword}
            description={isNew ? users.firstPasswordHint : users.newPasswordHint}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            autoComplete="new-password"
            required={isNew}
          />
          <Checkbox
            label={fields.active}
            description={users.switchOffHint}
            {...form.getInputProps('active', { type: 'checkbox' })}
          />
        </FieldGroup>
      </Stack>
    </RecordFormFrame>
  )
}
