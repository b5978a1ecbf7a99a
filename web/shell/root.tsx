// The outermost page: sets an instance up, lets people in, and then shows the shell around the page asked for.
import { Center, Loader } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { z } from 'zod'
import { ApiProblem, get } from '../api.ts'
import { MeContext, useMeQuery } from '../session.tsx'
import { TextsProvider, useTexts } from '../texts/texts.tsx'
import { FaultText } from '../ui/fault.tsx'
import { SetUpPage } from './set-up-page.tsx'
import { Shell } from './shell.tsx'
import { SignInPage } from './sign-in.tsx'

export function Root() {
  const me = useMeQuery()
  if (me.data)
    return (
      // Another person begins with a page of his own: nothing that was typed before is on it.
      <MeContext key={me.data.id} value={me.data}>
        <Suspense fallback={<Waiting />}>
          <TextsProvider language={me.data.language}>
            <Shell />
          </TextsProvider>
        </Suspense>
      </MeContext>
    )
  // Asked again and again, also while the answer is that nobody is: what is typed at the door stays.
  if (me.data === null) return <Door />
  if (me.isPending && me.errorUpdateCount === 0) return <Waiting />
  return (
    <Center mih="100vh" p="md">
      <FaultText error={me.error ?? new ApiProblem(0, '')} onRetry={() => me.refetch()} />
    </Center>
  )
}

const SetUpState = z.object({ needed: z.boolean(), demoOffered: z.boolean() })

function Door() {
  const state = useQuery({ queryKey: ['set-up'], queryFn: () => get('/set-up', SetUpState) })
  if (state.isPending) return <Waiting />
  if (state.data?.needed) return <SetUpPage demoOffered={state.data.demoOffered} />
  return <SignInPage />
}

function Waiting() {
  const { shell } = useTexts()
  return (
    <Center mih="100vh">
      <Loader role="status" aria-label={shell.loading} />
    </Center>
  )
}
