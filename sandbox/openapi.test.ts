// Keeps the sandbox to the vendor's own document, in the distilled form that is stored beside this file, and, where the
// document itself is at hand, checks that the distilled form is still true.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { testOnlyIf } from '../test/only-if.ts'
import { routes } from './answer-call.ts'
import { type Digest, digest } from './digest-openapi.ts'
import { entities } from './entities/entities.ts'
import type { Field } from './entities/field.ts'

const stored = JSON.parse(readFileSync(new URL('openapi-digest.json', import.meta.url), 'utf8')) as Digest
/** The vendor's own document, which is not ours to pass on: name the file to compare with what was distilled from it. */
const document = process.env.UNICONTA_OPENAPI

const typeOfKind = {
  text: 'string',
  appenum: 'string',
  int: 'integer',
  country: 'integer',
  amount: 'number',
  bool: 'boolean',
  date: 'date-time',
  instant: 'date-time',
} as const

test.for(routes.map(({ verb, path }) => `${verb} ${path}`))('%s is in the document', (operation) => {
  const { parameters } = stored.operations[operation] ?? {}

  const inPath = [...operation.matchAll(/\{(\w+)\}/g)].map(([, name]) => `path:${name}`)
  expect(parameters?.filter((parameter) => parameter.startsWith('path:'))).toEqual(inPath)
})

test('the bodies the routes read have the properties the document gives them', () => {
  expect(stored.requests).toEqual({
    LoginRequest: ['Username', 'Password'],
    QueryFilter: ['PropertyName', 'FilterValue', 'Skip', 'Take', 'OrderBy', 'OrderByDescending'],
    MasterDetailRequest: ['Master', 'Details'],
    OriginalModifiedRequest: ['Original', 'Modified'],
    OriginalModifiedListRequest: ['OriginalList', 'ModifiedList'],
    DebtorInvoiceParameters: ['Order', 'Lines', 'Date', 'Simulate', 'SendEmail', 'SendXML', 'OrderNumber'],
  })
  expect(stored.operations['POST /Query/Get/{entityName}']?.body).toEqual('QueryFilter[]')
  expect(stored.operations['POST /refresh']?.body).toEqual('string')
  expect(stored.operations['POST /Logout']?.parameters).toEqual(['query:refreshToken'])
})

test.for(entities.map(({ name }) => name))('the fields of %s are those of the document', (name) => {
  const declared = stored.entities[name] ?? {}
  const fields = entities.find((entity) => entity.name === name)?.fields ?? {}

  const faults = Object.entries(fields).flatMap(([field, made]) => whatIsWrong(field, made, declared[field]) ?? [])

  expect(faults).toEqual([])
})

test('a field the document requires is required here too', () => {
  const missing = entities.flatMap(({ name, fields }) =>
    Object.entries(stored.entities[name] ?? {})
      .filter(([field, type]) => type.endsWith('*') && !(fields[field]?.required || fields[field]?.readOnly))
      .map(([field]) => `${name}.${field}`),
  )

  // The sandbox shows users and does not take them.
  expect(missing).toEqual(['UserClient.Nationality'])
})

testOnlyIf(document)('the stored digest is what the document says today', () => {
  expect(digest(JSON.parse(readFileSync(document ?? '', 'utf8')))).toEqual(stored)
})

function whatIsWrong(name: string, field: Field, declared: string | undefined): string | undefined {
  if (declared === undefined) return field.evidence ? undefined : `${name} is not declared and has no evidence`
  const [, type, length, readOnly] = /^([\w-]+)(?:\((\d+)\))?( r)?/.exec(declared) ?? []
  if (type !== typeOfKind[field.kind]) return `${name} is ${type} there and ${field.kind} here`
  if (length !== undefined && field.max !== Number(length)) return `${name} holds ${length} there and ${field.max} here`
  if (readOnly !== undefined && !field.readOnly) return `${name} is read-only there`
  return undefined
}
