// Every route as the OpenAPI document tells it, for tests that walk all of them.
import type { TestApp } from './app.ts'

// biome-ignore lint/suspicious/noExplicitAny: a JSON schema.
export type Schema = any
export type Route = {
  method: string
  path: string
  permission: string
  /** The schema of its body, if it takes one of JSON. */
  body: Schema | undefined
  /** The media types of the files that it takes instead. */
  uploads: string[]
}

export async function openApiOf(app: TestApp): Promise<Schema> {
  return (await app.raw('GET', '/api/openapi.json')).body
}

export async function routesOf(app: TestApp): Promise<Route[]> {
  const document = await openApiOf(app)
  return Object.entries<Schema>(document.paths).flatMap(([path, methods]) =>
    Object.entries<Schema>(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      permission: operation['x-permission'],
      body: operation.requestBody?.content['application/json']?.schema,
      uploads: Object.keys(operation.requestBody?.content ?? {}).filter((type) => type !== 'application/json'),
    })),
  )
}

/** An address of the route at which no record is. */
export const addressOf = ({ path }: Route) =>
  path
    .replace('{kind}', 'customer')
    .replace('{category}', 'standard')
    .replace(/\{(id|lineId)\}/g, '01930000-0000-7000-8000-00000000000f')
