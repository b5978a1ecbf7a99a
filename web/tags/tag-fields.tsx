// One field for each tag group of a kind of record: a choice of one, or of several, as the group's rule says.
import { MultiSelect, Select } from '@mantine/core'
import { type ObjectKind, satisfies, type TagGroup } from '../../src/tags/tag.ts'
import { useTexts } from '../texts/texts.tsx'
import { useTags } from './tags-query.ts'

type TagFieldsProps = {
  objectKind: ObjectKind
  value: readonly string[]
  onChange: (ids: string[]) => void
  /** Faults by path, as the server names them: `tagIds`. */
  error?: unknown
}

export function TagFields({ objectKind, value, onChange, error }: TagFieldsProps) {
  const { tags: texts } = useTexts()
  const { groups } = useTags(objectKind)
  const replace = (group: TagGroup, ids: readonly string[]) => {
    const own = new Set(group.tags.map((tag) => tag.id))
    onChange([...value.filter((id) => !own.has(id)), ...ids])
  }
  const chosenOf = (group: TagGroup) => value.filter((id) => group.tags.some((tag) => tag.id === id))
  const breaksRule = (group: TagGroup) => !satisfies(group.rule, chosenOf(group).length)
  /** Where a fault stands: at each group whose rule is broken, else at the first. */
  const isAtFault = (group: TagGroup) => (groups.some(breaksRule) ? breaksRule(group) : group === groups[0])
  const faultOf = (group: TagGroup) => {
    if (!error || !isAtFault(group)) return undefined
    return breaksRule(group) ? texts.ruleHints[group.rule] : (error as string)
  }
  return groups.map((group) => {
    const chosen = chosenOf(group)
    const fault = faultOf(group)
    const options = group.tags
      .filter((tag) => tag.active || chosen.includes(tag.id))
      .map((tag) => ({ value: tag.id, label: tag.name }))
    const shared = {
      label: group.name,
      description: fault ? undefined : texts.ruleHints[group.rule],
      data: options,
      error: fault,
      'data-path': isAtFault(group) ? 'tagIds' : undefined,
      searchable: true,
      required: group.rule === 'exactly-one',
    }
    const takesOne = (group.rule === 'exactly-one' || group.rule === 'at-most-one') && chosen.length < 2
    return takesOne ? (
      <Select
        key={group.id}
        {...shared}
        clearable={group.rule === 'at-most-one'}
        value={chosen[0] ?? null}
        onChange={(id) => replace(group, id ? [id] : [])}
      />
    ) : (
      <MultiSelect key={group.id} {...shared} value={chosen} onChange={(ids) => replace(group, ids)} />
    )
  })
}
