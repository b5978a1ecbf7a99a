import { z } from 'zod'
import type { Db } from '../lib/database/database.ts'
import { IdParams, VersionQuery } from '../lib/fields.ts'
import { type Api, endpoint } from '../lib/http.ts'
import type { Clock } from '../lib/ids.ts'
import { PriceModel, PriceModelChange, PriceModelInput, PriceModelOrder } from './price.ts'
import { getPriceModel, listPriceModels } from './price-model-store.ts'
import {
  changePriceModel,
  createPriceModel,
  deletePriceModel,
  type ModelNeighbours,
  orderPriceModels,
} from './save-price-model.ts'

const tag = 'Price models'
const Models = z.object({ items: z.array(PriceModel) })

export function mountPriceModelRoutes(api: Api, db: Db, now: Clock, neighbours: ModelNeighbours): void {
  const { usesOf } = neighbours
  endpoint(
    api,
    {
      method: 'get',
      path: '/price-models',
      permission: 'view prices',
      tag,
      summary: 'The price models of a project in their order, with prices and payment plans',
      query: z.strictObject({ project: z.uuid() }),
      answer: Models,
    },
    async ({ query }) => ({ items: await listPriceModels(db, query.project, usesOf) }),
  )
  endpoint(
    api,
    {
      method: 'post',
      path: '/price-models',
      permission: 'change prices',
      tag,
      summary: 'Makes a price model, behind the others of the project',
      body: PriceModelInput,
      answer: PriceModel,
      status: 201,
    },
    async ({ body, actor }) => getPriceModel(db, await createPriceModel(db, actor, body, neighbours, now()), usesOf),
  )
  endpoint(
    api,
    {
      method: 'get',
      path: '/price-models/{id}',
      permission: 'view prices',
      tag,
      summary: 'A price model',
      params: IdParams,
      answer: PriceModel,
    },
    ({ params }) => getPriceModel(db, params.id, usesOf),
  )
  endpoint(
    api,
    {
      method: 'put',
      path: '/price-models/{id}',
      permission: 'change prices',
      tag,
      summary: 'Changes a price model with its prices and its plan; billed rows of the plan stay as they are',
      params: IdParams,
      body: PriceModelChange,
      answer: PriceModel,
    },
    async ({ params, body, actor }) => {
      await changePriceModel(db, { actor, id: params.id, change: body, now: now() }, neighbours)
      return getPriceModel(db, params.id, usesOf)
    },
  )
  endpoint(
    api,
    {
      method: 'delete',
      path: '/price-models/{id}',
      permission: 'change prices',
      tag,
      summary: 'Deletes a price model that nothing uses',
      params: IdParams,
      query: VersionQuery,
      answer: null,
      status: 204,
    },
    ({ params, query, actor }) =>
      deletePriceModel(db, { actor, id: params.id, version: query.version, now: now() }, neighbours),
  )
  endpoint(
    api,
    {
      method: 'post',
      path: '/projects/{id}/price-model-order',
      permission: 'change prices',
      tag,
      summary: 'Orders the price models of a project; the first active one is the default',
      params: IdParams,
      body: PriceModelOrder,
      answer: Models,
    },
    async ({ params, body, actor }) => {
      await orderPriceModels(db, { actor, projectId: params.id, ids: body.ids, now: now() })
      return { items: await listPriceModels(db, params.id, usesOf) }
    },
  )
}
