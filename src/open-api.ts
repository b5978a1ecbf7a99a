import type { OpenAPIHono } from '@hono/zod-openapi'
import type { ApiEnv } from './lib/http.ts'

/** GET /api/openapi.json: every route with its permission (x-permission), what it takes and what it answers. */
export function mountOpenApi(hono: OpenAPIHono<ApiEnv>): void {
  hono.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'akkord.session_token',
    description: 'Set by POST /api/auth/sign-in/email. Over https the name begins with __Secure-.',
  })
  hono.openAPIRegistry.registerComponent('securitySchemes', 'apiKey', {
    type: 'http',
    scheme: 'bearer',
    description: 'Authorization: Bearer ak_… with a key of Setup > API keys.',
  })
  hono.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Akkord',
      version: '1',
      description: 'Project business: customers, projects, tags, and how they stand in the accounting system.',
    },
    servers: [{ url: '/' }],
    security: [{ session: [] }, { apiKey: [] }],
  })
}
