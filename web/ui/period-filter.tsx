import { Text, TextInput } from '@mantine/core'
import { useTexts } from '../texts/texts.tsx'
import type { ListSearch } from './list-search.ts'

/** From and until a day, both optional, in the address as `from` and `to`. */
export function PeriodFilter({ search, onSearch }: { search: ListSearch; onSearch: (search: ListSearch) => void }) {
  const { ui } = useTexts()
  return (['from', 'to'] as const).map((name) => (
    <TextInput
      key={name}
      type="date"
      aria-label={ui.period[name].label}
      leftSection={
        <Text size="xs" aria-hidden>
          {ui.period[name].short}
        </Text>
      }
      leftSectionWidth={48}
      w={190}
      value={[search[name] ?? []].flat()[0] ?? ''}
      onChange={(event) => {
        const { [name]: _gone, ...rest } = search
        const value = event.currentTarget.value
        onSearch(value ? { ...rest, [name]: [value] } : rest)
      }}
    />
  ))
}
