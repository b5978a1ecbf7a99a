import { Group } from '@mantine/core'
import { ButtonLink } from './links.tsx'
import type { ListSearch } from './list-search.ts'

export type View = { name: string; search: ListSearch; isShown: boolean }

/** The filters of a list that are asked for most, each a link. */
export function ViewLinks({ label, to, views }: { label: string; to: string; views: readonly View[] }) {
  return (
    <Group gap={4} role="group" aria-label={label}>
      {views.map(({ name, search, isShown }) => (
        <ButtonLink
          key={name}
          to={to}
          search={search}
          size="compact-sm"
          variant={isShown ? 'light' : 'subtle'}
          {...(isShown ? { 'aria-current': 'true' as const } : {})}
        >
          {name}
        </ButtonLink>
      ))}
    </Group>
  )
}
