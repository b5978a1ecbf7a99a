import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import './style.css'
import './finances.css'
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import * as z from 'zod'
import { ApiProblem } from './api.ts'
import { router } from './router.tsx'
import { theme } from './theme.ts'

// The page's policy forbids eval, which zod would otherwise try and have reported.
z.config({ jitless: true })

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // Whether Akkord can be reached is for the attempt to find out: it may run on this computer.
      networkMode: 'always',
      // What the server refused once it refuses again; what it did not answer is asked twice more.
      retry: (failures, error) => failures < 2 && !(error instanceof ApiProblem && error.status > 0),
    },
    mutations: { retry: false, networkMode: 'always' },
  },
})

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} context={{ queries }} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
