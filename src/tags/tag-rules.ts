// Which tags a record may be saved with. The rules bind at the save: a record from before a rule stays as it is.
import type { FieldFault } from '../lib/errors.ts'
import { type Sentence, sayFrom } from '../lib/i18n/sentence.ts'
import { type ObjectKind, satisfies, type TagRule } from './tag.ts'
import { tagTexts } from './tag-texts.ts'

const say = sayFrom(tagTexts)

export type RuleGroup = { id: string; name: string; objectKind: ObjectKind; rule: TagRule }
export type RuleTag = { id: string; groupId: string; name: string; active: boolean }
export type TagBook = { groups: readonly RuleGroup[]; tags: readonly RuleTag[] }

/** All faults of the chosen tags at once. `before` are the tags that the record has already: those may be inactive. */
export function tagFaults(
  book: TagBook,
  kind: ObjectKind,
  chosen: readonly string[],
  before: readonly string[],
): FieldFault[] {
  return [...faultsOfSingleTags(book, kind, chosen, before), ...faultsOfGroups(book, kind, chosen)]
}

function faultsOfSingleTags(
  book: TagBook,
  kind: ObjectKind,
  chosen: readonly string[],
  before: readonly string[],
): FieldFault[] {
  const tags = new Map(book.tags.map((tag) => [tag.id, tag]))
  const groups = new Map(book.groups.map((group) => [group.id, group]))
  return chosen.flatMap((id, index): FieldFault[] => {
    const path = `tagIds.${index}`
    const tag = tags.get(id)
    const group = tag && groups.get(tag.groupId)
    if (!tag || !group) return [{ path, sentence: say('tag.unknown') }]
    if (group.objectKind !== kind)
      return [{ path, sentence: say('tag.otherKind', { tag: tag.name, group: group.name, kind: group.objectKind }) }]
    if (!tag.active && !before.includes(id))
      return [{ path, sentence: say('tag.inactive', { tag: tag.name, group: group.name }) }]
    return []
  })
}

function faultsOfGroups(book: TagBook, kind: ObjectKind, chosen: readonly string[]): FieldFault[] {
  const ids = new Set(chosen)
  return book.groups
    .filter((group) => group.objectKind === kind)
    .flatMap((group): FieldFault[] => {
      const carried = book.tags.filter((tag) => tag.groupId === group.id && ids.has(tag.id)).map((tag) => tag.name)
      if (satisfies(group.rule, carried.length)) return []
      return [{ path: 'tagIds', sentence: ruleSentence(group, kind, carried) }]
    })
}

function ruleSentence(group: RuleGroup, kind: ObjectKind, carried: readonly string[]): Sentence {
  const values = { group: group.name, kind, count: carried.length, names: carried.join(' and ') }
  if (group.rule === 'at-least-one') return say('tag.atLeastOne', values)
  if (group.rule === 'at-most-one') return say('tag.atMostOne', values)
  return say('tag.exactlyOne', values)
}
