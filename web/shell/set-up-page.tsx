// The first page of a new instance: the company, its administrator, and whether to begin with a demo company.
import { Button, Center, Checkbox, Group, Paper, Select, Stack, Text, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { timeZonesWith } from '../../src/company/company.ts'
import { countryCodes } from '../../src/lib/countries.ts'
import { currencyCodes } from '../../src/lib/currencies.ts'
import { ApiProblem, post } from '../api.ts'
import { useLanguage, useTexts } from '../texts/texts.tsx'
import { FaultText } from '../ui/fault.tsx'
import { formatFor } from '../ui/format.ts'
import { PasswordField } from '../ui/password-field.tsx'
import { focusFirstFault } from '../ui/record-form.tsx'
import { Logo } from './logo.tsx'

export function SetUpPage({ demoOffered }: { demoOffered: boolean }) {
  const { setUp, signIn } = useTexts()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { country } = formatFor(useLanguage(), 'UTC')
  const form = useForm({
    initialValues: {
      companyName: '',
      countryCode: 'DK',
      currency: 'DKK',
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      name: '',
      email: '',
      password: '',
      demo: false,
    },
  })
  const create = useMutation({
    async mutationFn(values: typeof form.values) {
      await post('/set-up', values)
      await post('/api/auth/sign-in/email', { email: values.email.trim(), password: values.password })
    },
    async onSuccess(_, { demo }) {
      // An empty company begins with its accounting system, which also brings the customer groups.
      if (!demo) await navigate({ to: '/settings/integrations' })
      await queries.invalidateQueries()
    },
    onError(error) {
      if (!(error instanceof ApiProblem)) return
      form.setErrors(Object.fromEntries(error.fields.map((field) => [field.path, field.message])))
      focusFirstFault(error)
    },
  })
  return (
    <Center component="main" mih="100vh" p="md">
      <Paper withBorder p="xl" w={560}>
        <form onSubmit={form.onSubmit((values) => create.mutate(values))} noValidate>
          <Stack>
            <Logo size={36} />
            <div>
              <Title order={1}>{setUp.title}</Title>
              <Text c="dimmed">{setUp.text}</Text>
            </div>
            <TextInput label={setUp.companyName} {...form.getInputProps('companyName')} data-autofocus />
            <Group grow align="flex-start">
              <Select
                label={setUp.country}
                searchable
                data={countryCodes.map((code) => ({ value: code, label: country(code) }))}
                {...form.getInputProps('countryCode')}
              />
              <Select label={setUp.currency} searchable data={currencyCodes} {...form.getInputProps('currency')} />
            </Group>
            <Select
              label={setUp.timeZone}
              searchable
              limit={50}
              data={timeZonesWith(form.values.timeZone)}
              {...form.getInputProps('timeZone')}
            />
            <TextInput label={setUp.name} autoComplete="name" {...form.getInputProps('name')} />
            <TextInput label={signIn.email} type="email" autoComplete="username" {...form.getInputProps('email')} />
            <PasswordField
              label={signIn.password}
              description={setUp.passwordHint}
              autoComplete="new-password"
              {...form.getInputProps('password')}
            />
            {demoOffered ? (
              <Checkbox
                label={setUp.demo}
                description={setUp.demoHint}
                {...form.getInputProps('demo', { type: 'checkbox' })}
              />
            ) : null}
            {create.error ? (
              <FaultText error={create.error} names={{ ...setUp, email: signIn.email, password: signIn.password }} />
            ) : null}
            <Button type="submit" loading={create.isPending}>
              {setUp.submit}
            </Button>
          </Stack>
        </form>
      </Paper>
    </Center>
  )
}
