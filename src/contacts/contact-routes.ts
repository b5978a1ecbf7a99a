import { z } from 'zod'
import type { Db } from '../lib/database/database.ts'
import { IdParams, oneOrMore, VersionQuery } from '../lib/fields.ts'
import { type Api, endpoint, listQuery, pageOf } from '../lib/http.ts'
import type { Clock } from '../lib/ids.ts'
import { Contact, ContactChange, ContactInput } from './contact.ts'
import { getContact, listContacts } from './contact-store.ts'
import { changeContact, createContact, deleteContact } from './save-contact.ts'

const tag = 'Contacts'

export function mountContactRoutes(api: Api, db: Db, now: Clock): void {
  endpoint(
    api,
    {
      method: 'get',
      path: '/contacts',
      permission: 'view customers',
      tag,
      summary: 'Contacts, page by page',
      query: z.strictObject({
        ...listQuery,
        sort: z.enum(['name', '-name']).default('name'),
        customer: oneOrMore(z.uuid()),
        active: z
          .enum(['true', 'false'])
          .transform((text) => text === 'true')
          .optional(),
      }),
      answer: pageOf(Contact),
    },
    async ({ query }) => ({ ...(await listContacts(db, query)), page: query.page, size: query.size }),
  )
  endpoint(
    api,
    {
      method: 'post',
      path: '/contacts',
      permission: 'change customers',
      tag,
      summary: 'Makes a contact of a customer',
      body: ContactInput,
      answer: Contact,
      status: 201,
    },
    async ({ body, actor }) => getContact(db, await createContact(db, actor, body, now())),
  )
  endpoint(
    api,
    {
      method: 'get',
      path: '/contacts/{id}',
      permission: 'view customers',
      tag,
      summary: 'A contact',
      params: IdParams,
      answer: Contact,
    },
    ({ params }) => getContact(db, params.id),
  )
  endpoint(
    api,
    {
      method: 'put',
      path: '/contacts/{id}',
      permission: 'change customers',
      tag,
      summary: 'Changes a contact',
      params: IdParams,
      body: ContactChange,
      answer: Contact,
    },
    async ({ params, body, actor }) => {
      await changeContact(db, { actor, id: params.id, change: body, now: now() })
      return getContact(db, params.id)
    },
  )
  endpoint(
    api,
    {
      method: 'delete',
      path: '/contacts/{id}',
      permission: 'change customers',
      tag,
      summary: 'Deletes a contact',
      params: IdParams,
      query: VersionQuery,
      answer: null,
      status: 204,
    },
    ({ params, query, actor }) => deleteContact(db, actor, params.id, query.version, now()),
  )
}
