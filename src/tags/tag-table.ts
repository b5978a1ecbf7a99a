import { sql } from 'drizzle-orm'
import { boolean, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bytewise, recordColumns } from '../lib/columns.ts'
import type { ObjectKind, Tag, TagRule } from './tag.ts'

export const tagGroup = pgTable('tag_group', {
  ...recordColumns,
  name: text().notNull(),
  nameSort: bytewise('name_sort').notNull(),
  objectKind: text('object_kind').$type<ObjectKind>().notNull(),
  rule: text().$type<TagRule>().notNull(),
})

export const tag = pgTable(
  'tag',
  {
    ...recordColumns,
    groupId: uuid('group_id')
      .notNull()
      .references(() => tagGroup.id),
    name: text().notNull(),
    nameSort: bytewise('name_sort').notNull(),
    code: text(),
    colour: text().$type<Tag['colour']>().notNull(),
    active: boolean().notNull(),
  },
  (t) => [
    uniqueIndex('tag_code').on(t.groupId, t.code).where(sql`code is not null`),
    index('tag_group_id').on(t.groupId),
  ],
)

/** Which record carries which tags, for every kind of record. */
export const recordTag = pgTable(
  'record_tag',
  {
    recordKind: text('record_kind').$type<ObjectKind>().notNull(),
    recordId: uuid('record_id').notNull(),
    tagId: uuid('tag_id')
      .notNull()
      .references(() => tag.id),
  },
  (t) => [primaryKey({ columns: [t.recordId, t.tagId] }), index('record_tag_tag').on(t.tagId, t.recordKind)],
)
