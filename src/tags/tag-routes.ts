import { z } from 'zod'
import type { Db } from '../lib/database/database.ts'
import { IdParams, VersionQuery } from '../lib/fields.ts'
import { type Api, endpoint } from '../lib/http.ts'
import type { Clock } from '../lib/ids.ts'
import { changeTag, createTag, deleteTag, type PushesByTag } from './save-tag.ts'
import { changeTagGroup, createTagGroup, deleteTagGroup, type WhyGroupStays } from './save-tag-group.ts'
import { objectKinds, Tag, TagChange, TagGroup, TagGroupChange, TagGroupInput, TagInput } from './tag.ts'
import { getTagGroup, listTagGroups } from './tag-store.ts'

const tag = 'Tags'

export type TagNeighbours = { pushesByTag: PushesByTag; whyGroupStays: readonly WhyGroupStays[] }

export function mountTagRoutes(api: Api, db: Db, now: Clock, neighbours: TagNeighbours): void {
  endpoint(
    api,
    {
      method: 'get',
      path: '/tag-groups',
      permission: 'view tags',
      tag,
      summary: 'All tag groups with their tags',
      query: z.strictObject({ objectKind: z.enum(objectKinds).optional() }),
      answer: z.object({ items: z.array(TagGroup) }),
    },
    async ({ query }) => ({ items: await listTagGroups(db, query.objectKind) }),
  )
  endpoint(
    api,
    {
      method: 'post',
      path: '/tag-groups',
      permission: 'change tags',
      tag,
      summary: 'Makes a tag group',
      body: TagGroupInput,
      answer: TagGroup,
      status: 201,
    },
    ({ body, actor }) => createTagGroup(db, actor, body, now()),
  )
  endpoint(
    api,
    {
      method: 'get',
      path: '/tag-groups/{id}',
      permission: 'view tags',
      tag,
      summary: 'A tag group with its tags',
      params: IdParams,
      answer: TagGroup,
    },
    ({ params }) => getTagGroup(db, params.id),
  )
  endpoint(
    api,
    {
      method: 'put',
      path: '/tag-groups/{id}',
      permission: 'change tags',
      tag,
      summary: 'Changes a tag group',
      params: IdParams,
      body: TagGroupChange,
      answer: TagGroup,
    },
    ({ params, body, actor }) => changeTagGroup(db, actor, params.id, body, now()),
  )
  endpoint(
    api,
    {
      method: 'delete',
      path: '/tag-groups/{id}',
      permission: 'change tags',
      tag,
      summary: 'Deletes a tag group that no record uses',
      params: IdParams,
      query: VersionQuery,
      answer: null,
      status: 204,
    },
    ({ params, query, actor }) => deleteTagGroup(db, actor, params.id, query.version, neighbours.whyGroupStays, now()),
  )
  endpoint(
    api,
    {
      method: 'post',
      path: '/tags',
      permission: 'change tags',
      tag,
      summary: 'Makes a tag',
      body: TagInput,
      answer: Tag,
      status: 201,
    },
    ({ body, actor }) => createTag(db, actor, body, now()),
  )
  endpoint(
    api,
    {
      method: 'put',
      path: '/tags/{id}',
      permission: 'change tags',
      tag,
      summary: 'Changes a tag; a changed code sends its records again',
      params: IdParams,
      body: TagChange,
      answer: Tag,
    },
    ({ params, body, actor }) => changeTag(db, actor, params.id, body, neighbours.pushesByTag, now()),
  )
  endpoint(
    api,
    {
      method: 'delete',
      path: '/tags/{id}',
      permission: 'change tags',
      tag,
      summary: 'Deletes a tag that no record uses',
      params: IdParams,
      query: VersionQuery,
      answer: null,
      status: 204,
    },
    ({ params, query, actor }) => deleteTag(db, actor, params.id, query.version, now()),
  )
}
