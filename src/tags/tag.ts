import { z } from 'zod'
import { optionalText, requiredText, stored, Version } from '../lib/fields.ts'

export const objectKinds = ['customer', 'project', 'invoice'] as const
export type ObjectKind = (typeof objectKinds)[number]

/** How many tags of the group a record must carry. */
export const tagRules = ['none', 'at-least-one', 'at-most-one', 'exactly-one'] as const
export type TagRule = (typeof tagRules)[number]

export const tagColours = [
  'gray',
  'red',
  'pink',
  'grape',
  'violet',
  'indigo',
  'blue',
  'cyan',
  'teal',
  'green',
  'lime',
  'yellow',
  'orange',
] as const
export type TagColour = (typeof tagColours)[number]

export const TagGroupInput = z.strictObject({
  name: requiredText(100),
  objectKind: z.enum(objectKinds),
  rule: z.enum(tagRules).default('none'),
})

export const TagInput = z.strictObject({
  groupId: z.uuid(),
  name: requiredText(100),
  /** The value used in the other system. Unique inside the group, compared exactly. */
  code: optionalText(40),
  colour: z.enum(tagColours).default('gray'),
  active: z.boolean().default(true),
})

export const Tag = TagInput.extend({ ...stored, code: z.string().nullable(), usedBy: z.number().int() })
  .strip()
  .meta({ id: 'Tag' })
export const TagGroup = TagGroupInput.extend({ ...stored, tags: z.array(Tag) })
  .strip()
  .meta({ id: 'TagGroup' })
export type Tag = z.infer<typeof Tag>
export type TagGroup = z.infer<typeof TagGroup>
export type TagInput = z.infer<typeof TagInput>
export type TagGroupInput = z.infer<typeof TagGroupInput>

export const TagGroupChange = TagGroupInput.extend({ version: Version })
export const TagChange = TagInput.extend({ version: Version })

/** Whether `count` tags of a group satisfy its rule. */
export function satisfies(rule: TagRule, count: number): boolean {
  if (rule === 'exactly-one') return count === 1
  if (rule === 'at-least-one') return count >= 1
  if (rule === 'at-most-one') return count <= 1
  return true
}
