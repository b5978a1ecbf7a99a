// Takes an activity into the week: a search over projects, customers and activities; without words the ones used lately.
import { Combobox, Loader, Text, TextInput, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { z } from 'zod'
import { ActivityChoice } from '../../src/time-entries/timesheet.ts'
import { get, queryOf } from '../api.ts'
import { useTexts } from '../texts/texts.tsx'
import { FaultText } from '../ui/fault.tsx'

const Found = z.object({ items: z.array(ActivityChoice) })

export function AddActivity(props: {
  userId: string
  /** Activities that are in the week already. */
  there: ReadonlySet<string>
  onAdd: (choice: ActivityChoice) => void
}) {
  const { timesheet, ui } = useTexts()
  const [words, setWords] = useState('')
  const [wanted] = useDebouncedValue(words.trim(), 150)
  const [isOpen, setOpen] = useState(false)
  const found = useQuery({
    queryKey: ['/timesheet/activities', props.userId, wanted],
    queryFn: () => get(`/timesheet/activities${queryOf({ search: wanted, user: props.userId })}`, Found),
    placeholderData: keepPreviousData,
    enabled: isOpen,
  })
  const combobox = useCombobox({
    opened: isOpen,
    onOpenedChange: setOpen,
    onDropdownClose: () => combobox.resetSelectedOption(),
  })
  const typed = words.trim().toLowerCase()
  const isLooking = found.isFetching || wanted !== words.trim()
  // Without words only what can be chosen is of interest; who searches is told that it is there. What was found for the words
  // before is narrowed at once, so that Enter never takes what does not have the words.
  const items = (found.data?.items ?? []).filter((choice) =>
    typed === '' ? !props.there.has(choice.activityId) : hasWords(choice, typed.split(/\s+/)),
  )
  const firstId = items[0]?.activityId
  // biome-ignore lint/correctness/useExhaustiveDependencies: another first option has to be chosen anew.
  useEffect(() => {
    if (isOpen && typed !== '' && firstId) combobox.selectFirstOption()
  }, [firstId, isOpen, typed])
  return (
    <Combobox
      store={combobox}
      position="bottom-start"
      width={420}
      onOptionSubmit={(id) => {
        const choice = items.find(({ activityId }) => activityId === id)
        if (choice) props.onAdd(choice)
        setWords('')
        combobox.closeDropdown()
      }}
    >
      <Combobox.Target>
        <TextInput
          aria-label={timesheet.addRow}
          placeholder={timesheet.addRowHint}
          className="add-activity"
          leftSection={<IconPlus size={16} aria-hidden />}
          rightSection={found.isFetching && isOpen ? <Loader size={14} /> : null}
          value={words}
          autoComplete="off"
          onChange={(event) => {
            setWords(event.currentTarget.value)
            combobox.openDropdown()
          }}
          onClick={() => combobox.openDropdown()}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && isOpen) event.stopPropagation()
          }}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!isOpen}>
        <Combobox.Options mah={340} style={{ overflowY: 'auto' }} aria-label={timesheet.addRow}>
          {items.map((choice) => {
            const isThere = props.there.has(choice.activityId)
            return (
              <Combobox.Option key={choice.activityId} value={choice.activityId} disabled={isThere}>
                <Text size="sm">
                  <Text span inherit fw={600}>
                    {choice.projectNumber} {choice.projectName}
                  </Text>{' '}
                  · {choice.activityName}
                </Text>
                <Text size="xs" c="var(--muted)">
                  {choice.customerName}
                  {isThere ? ` · ${timesheet.addRowThere}` : ''}
                </Text>
              </Combobox.Option>
            )
          })}
          {items.length === 0 ? (
            <Combobox.Empty>{isLooking ? ui.loadingMore : timesheet.addRowNone}</Combobox.Empty>
          ) : null}
        </Combobox.Options>
        {found.error ? <FaultText error={found.error} onRetry={() => void found.refetch()} /> : null}
      </Combobox.Dropdown>
    </Combobox>
  )
}

function hasWords(choice: ActivityChoice, words: readonly string[]): boolean {
  const { projectNumber, projectName, customerName, activityNumber, activityName } = choice
  const text = [projectNumber, projectName, customerName, activityNumber, activityName].join(' ').toLowerCase()
  return words.every((word) => text.includes(word))
}
