import { z } from 'zod'
import type { Db } from '../lib/database/database.ts'
import { IdParams } from '../lib/fields.ts'
import { type Api, endpoint } from '../lib/http.ts'
import type { Clock } from '../lib/ids.ts'
import { createApiKey, listApiKeys, revokeApiKey } from './api-keys.ts'
import { ApiKey, ApiKeyInput, NewApiKey } from './user.ts'

const tag = 'API keys'

export function mountApiKeyRoutes(api: Api, db: Db, now: Clock): void {
  endpoint(
    api,
    {
      method: 'get',
      path: '/api-keys',
      permission: 'change API keys',
      tag,
      summary: 'All API keys, without the keys themselves',
      answer: z.object({ items: z.array(ApiKey) }),
    },
    async () => ({ items: await listApiKeys(db) }),
  )
  endpoint(
    api,
    {
      method: 'post',
      path: '/api-keys',
      permission: 'change API keys',
      tag,
      summary: 'Makes an API key; it is shown this once',
      body: ApiKeyInput,
      answer: NewApiKey,
      status: 201,
    },
    ({ body, actor }) => createApiKey(db, actor, body, now()),
  )
  endpoint(
    api,
    {
      method: 'delete',
      path: '/api-keys/{id}',
      permission: 'change API keys',
      tag,
      summary: 'Revokes an API key at once',
      params: IdParams,
      answer: null,
      status: 204,
    },
    ({ params, actor }) => revokeApiKey(db, actor, params.id, now()),
  )
}
