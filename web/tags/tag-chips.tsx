import { Badge, Group } from '@mantine/core'
import type { ObjectKind } from '../../src/tags/tag.ts'
import { useTags } from './tags-query.ts'

export function TagChips({ objectKind, ids }: { objectKind: ObjectKind; ids: readonly string[] }) {
  const { byId } = useTags(objectKind)
  const tags = ids.flatMap((id) => byId.get(id) ?? [])
  if (tags.length === 0) return null
  return (
    <Group gap={4} wrap="nowrap">
      {tags.map((tag) => (
        <Badge key={tag.id} className="state-badge" variant="light" color={tag.colour} tt="none" fw={500}>
          {tag.name}
        </Badge>
      ))}
    </Group>
  )
}
