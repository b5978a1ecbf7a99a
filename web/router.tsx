// Every page, by its address. Screens are loaded when they are first shown, so that the first paint is quick.
import { QueryClient } from '@tanstack/react-query'
import { createRoute, createRouter, redirect } from '@tanstack/react-router'
import { financesRoutes } from './routes/finances.ts'
import { hoursRoutes } from './routes/hours.ts'
import { recordRoutes } from './routes/records.ts'
import { root } from './routes/root.ts'
import { setUpRoutes } from './routes/set-up.ts'
import { PageFault } from './shell/page-fault.tsx'
import { parseSearch, stringifySearch } from './ui/search-string.ts'

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/customers' })
  },
})

export const router = createRouter({
  routeTree: root.addChildren([start, ...recordRoutes, ...hoursRoutes, ...financesRoutes, ...setUpRoutes]),
  context: { queries: new QueryClient() },
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultErrorComponent: PageFault,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
