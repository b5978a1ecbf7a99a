import { Button, Center, Modal, Paper, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useState } from 'react'
import { post } from '../api.ts'
import { isSignedOut, useMeQuery } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { FaultText } from '../ui/fault.tsx'
import { PasswordField } from '../ui/password-field.tsx'
import { Logo } from './logo.tsx'

export function SignInPage() {
  const { signIn } = useTexts()
  return (
    <Center component="main" mih="100vh" p="md">
      <Paper withBorder p="xl" w={380}>
        <Stack>
          <Logo size={36} />
          <Title order={1}>{signIn.title}</Title>
          <SignInForm />
        </Stack>
      </Paper>
    </Center>
  )
}

/** When the session ends while somebody works: the page behind keeps what was typed. */
export function SignInAgain() {
  const { signIn } = useTexts()
  const { error, refetch } = useMeQuery()
  const [isClosed, setClosed] = useState(false)
  useEffect(() => {
    const look = () => {
      setClosed(false)
      void refetch()
    }
    window.addEventListener('akkord:signed-out', look)
    return () => window.removeEventListener('akkord:signed-out', look)
  }, [refetch])
  return (
    <Modal opened={isSignedOut(error) && !isClosed} onClose={() => setClosed(true)} title={signIn.againTitle}>
      <Stack>
        <Text size="sm">{signIn.againText}</Text>
        <SignInForm />
      </Stack>
    </Modal>
  )
}

function SignInForm() {
  const { signIn } = useTexts()
  const queries = useQueryClient()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const enter = useMutation({
    mutationFn: () => post('/api/auth/sign-in/email', { email: email.trim(), password }),
    onSuccess: () => queries.invalidateQueries(),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    enter.mutate()
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput
          label={signIn.email}
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          data-autofocus
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordField
          label={signIn.password}
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {enter.error ? <FaultText error={enter.error} /> : null}
        <Button type="submit" loading={enter.isPending} disabled={email === '' || password === ''}>
          {signIn.submit}
        </Button>
      </Stack>
    </form>
  )
}
