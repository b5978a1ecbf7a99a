// Distils the vendor's OpenAPI document into openapi-digest.json: paths, verbs, parameters, request schemas, and the types of
// the properties of our entities. Run after a new document or a new entity:
//   npx tsx sandbox/digest-openapi.ts <document.json>
import { readFileSync, writeFileSync } from 'node:fs'
import { entities } from './entities/entities.ts'

type Schema = {
  type?: string
  format?: string
  maxLength?: number
  readOnly?: boolean
  $ref?: string
  items?: Schema
  enum?: number[]
  properties?: Record<string, Schema>
  required?: string[]
}

type Operation = {
  parameters?: { name: string; in: string }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
}

type Document = {
  info: { title: string; version: string }
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}

export type Digest = {
  readonly title: string
  /** `VERB /path` -> parameters as `in:name` and the request's schema. */
  readonly operations: Readonly<
    Record<string, { readonly parameters: readonly string[]; readonly body: string | null }>
  >
  /** Property -> type, e.g. `string(20)`, `integer`, `number`, `date-time`, with ` r` when read-only and ` *` when required. */
  readonly entities: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly requests: Readonly<Record<string, readonly string[]>>
}

const requestSchemas = [
  'LoginRequest',
  'QueryFilter',
  'MasterDetailRequest',
  'OriginalModifiedRequest',
  'OriginalModifiedListRequest',
  'DebtorInvoiceParameters',
]

export function digest(document: Document): Digest {
  const { schemas } = document.components
  return {
    title: `${document.info.title} ${document.info.version}`,
    operations: Object.fromEntries(
      Object.entries(document.paths).flatMap(([path, verbs]) =>
        Object.entries(verbs).map(([verb, operation]) => [`${verb.toUpperCase()} ${path}`, operationOf(operation)]),
      ),
    ),
    entities: Object.fromEntries(entities.map(({ name }) => [name, propertiesOf(schemas[name] ?? {})])),
    requests: Object.fromEntries(requestSchemas.map((name) => [name, Object.keys(schemas[name]?.properties ?? {})])),
  }
}

function operationOf({ parameters = [], requestBody }: Operation) {
  const schema = requestBody && Object.values(requestBody.content)[0]?.schema
  return { parameters: parameters.map((each) => `${each.in}:${each.name}`), body: schema ? bodyOf(schema) : null }
}

function bodyOf({ $ref, type, items }: Schema): string {
  if ($ref !== undefined) return $ref.split('/').at(-1) ?? ''
  return type === 'array' && items ? `${bodyOf(items)}[]` : (type ?? 'any')
}

function propertiesOf({ properties = {}, required = [] }: Schema): Record<string, string> {
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([, schema]) => schema.type !== 'array' && schema.type !== undefined)
      .map(([name, schema]) => [name, typeOf(schema, required.includes(name))]),
  )
}

function typeOf({ type = '', format, maxLength, readOnly }: Schema, isRequired: boolean): string {
  const base = format === 'date-time' ? format : type
  return `${base}${maxLength === undefined ? '' : `(${maxLength})`}${readOnly ? ' r' : ''}${isRequired ? ' *' : ''}`
}

const [, script, source] = process.argv
if (source !== undefined && script?.includes('digest-openapi')) {
  const distilled = digest(JSON.parse(readFileSync(source, 'utf8')) as Document)
  writeFileSync(new URL('openapi-digest.json', import.meta.url), `${JSON.stringify(distilled, null, 2)}\n`)
}
