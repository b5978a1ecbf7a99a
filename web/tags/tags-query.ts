import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { type ObjectKind, type Tag, TagGroup } from '../../src/tags/tag.ts'
import { get, queryOf } from '../api.ts'

export const tagGroupsQuery = (objectKind?: ObjectKind) =>
  ({
    queryKey: ['tag-groups', objectKind ?? 'all'],
    queryFn: () => get(`/tag-groups${queryOf({ objectKind })}`, z.object({ items: z.array(TagGroup) })),
  }) as const

/** The groups for a kind of record, and every tag by its id. */
export function useTags(objectKind: ObjectKind): { groups: readonly TagGroup[]; byId: ReadonlyMap<string, Tag> } {
  const { data } = useQuery({ ...tagGroupsQuery(objectKind), staleTime: 60_000 })
  const groups = data?.items ?? []
  return { groups, byId: new Map(groups.flatMap((group) => group.tags.map((tag) => [tag.id, tag]))) }
}

/** The tags of a kind as values of a filter; the group is named where there are several. */
export const tagOptions = (groups: readonly TagGroup[]) =>
  groups.flatMap((group) =>
    group.tags.map((tag) => ({ value: tag.id, label: groups.length > 1 ? `${group.name}: ${tag.name}` : tag.name })),
  )
