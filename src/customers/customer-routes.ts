import { z } from 'zod'
import { foreseeNumber } from '../company/take-number.ts'
import { CountryCode } from '../lib/countries.ts'
import type { Db } from '../lib/database/database.ts'
import { IdParams, oneOrMore, VersionQuery } from '../lib/fields.ts'
import { type Api, endpoint, listQuery, pageOf } from '../lib/http.ts'
import type { Clock } from '../lib/ids.ts'
import { recordStates } from '../sync/record-state.ts'
import {
  Customer,
  CustomerChange,
  CustomerInput,
  CustomerRow,
  customerRelations,
  customerStatuses,
} from './customer.ts'
import { isCustomerNumberTaken } from './customer-store.ts'
import { type CountDocuments, type CountProjects, deleteCustomer } from './delete-customer.ts'
import { customerSorts, listCustomers } from './list-customers.ts'
import { changeCustomer, createCustomer, type PushesByCustomer } from './save-customer.ts'
import { getCustomer } from './show-customer.ts'

const tag = 'Customers'

/** What the projects and the invoices know about customers. */
export type CustomerNeighbours = {
  countProjects: CountProjects
  countDocuments: CountDocuments
  pushesByCustomer: PushesByCustomer
}

export function mountCustomerRoutes(api: Api, db: Db, now: Clock, neighbours: CustomerNeighbours): void {
  const { countProjects, pushesByCustomer } = neighbours
  endpoint(
    api,
    {
      method: 'get',
      path: '/customers',
      permission: 'view customers',
      tag,
      summary: 'Customers, page by page',
      query: z.strictObject({
        ...listQuery,
        sort: z.enum(customerSorts).default('name'),
        status: oneOrMore(z.enum(customerStatuses)),
        relation: oneOrMore(z.enum(customerRelations)),
        country: oneOrMore(CountryCode),
        tag: oneOrMore(z.uuid()),
        syncState: oneOrMore(z.enum(recordStates)),
      }),
      answer: pageOf(CustomerRow),
    },
    async ({ query, language }) => {
      const found = await listCustomers(db, query, countProjects, { phrase: api.phrase, language })
      return { ...found, page: query.page, size: query.size }
    },
  )
  endpoint(
    api,
    {
      method: 'get',
      path: '/customers/next-number',
      permission: 'change customers',
      tag,
      summary: 'The number that the next customer gets',
      answer: z.object({ number: z.string(), overridable: z.boolean() }),
    },
    () => foreseeNumber(db, 'customer', isCustomerNumberTaken),
  )
  endpoint(
    api,
    {
      method: 'post',
      path: '/customers',
      permission: 'change customers',
      tag,
      summary: 'Makes a customer',
      body: CustomerInput,
      answer: Customer,
      status: 201,
    },
    async ({ body, actor, language }) =>
      getCustomer(db, await createCustomer(db, actor, body, now()), api.phrase, language),
  )
  endpoint(
    api,
    {
      method: 'get',
      path: '/customers/{id}',
      permission: 'view customers',
      tag,
      summary: 'A customer',
      params: IdParams,
      answer: Customer,
    },
    ({ params, language }) => getCustomer(db, params.id, api.phrase, language),
  )
  endpoint(
    api,
    {
      method: 'put',
      path: '/customers/{id}',
      permission: 'change customers',
      tag,
      summary: 'Changes a customer',
      params: IdParams,
      body: CustomerChange,
      answer: Customer,
    },
    async ({ params, body, actor, language }) => {
      await changeCustomer(db, { actor, id: params.id, change: body, now: now() }, pushesByCustomer)
      return getCustomer(db, params.id, api.phrase, language)
    },
  )
  endpoint(
    api,
    {
      method: 'delete',
      path: '/customers/{id}',
      permission: 'change customers',
      tag,
      summary: 'Deletes a customer that was never transferred and has neither projects nor invoices',
      params: IdParams,
      query: VersionQuery,
      answer: null,
      status: 204,
    },
    ({ params, query, actor }) =>
      deleteCustomer(db, { actor, id: params.id, version: query.version, now: now() }, neighbours),
  )
}
