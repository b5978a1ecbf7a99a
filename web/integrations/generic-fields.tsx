// The part that every integration's dialog ends with: switched on, who is told of what, notes.
import { Fieldset, MultiSelect, Select, Stack, Switch, TagsInput, Textarea } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { type NotifyLevel, notifyLevels } from '../../src/integrations/integration.ts'
import { User } from '../../src/users/user.ts'
import { get } from '../api.ts'
import { useTexts } from '../texts/texts.tsx'
import { optionsOf } from '../ui/filter-bar.tsx'

export type GenericValues = {
  enabled: boolean
  notifyUserIds: string[]
  notifyEmails: string[]
  notifyLevel: NotifyLevel
  notes: string | null
}

const Users = z.object({ items: z.array(User) })
const Email = z.email().max(200)

export function GenericFields<V extends GenericValues>({
  form: given,
  readOnly,
}: {
  form: UseFormReturnType<V>
  readOnly: boolean
}) {
  const { integrations } = useTexts()
  const { generic } = integrations
  const form = given as unknown as UseFormReturnType<GenericValues>
  const users = useQuery({
    queryKey: ['/users', 'active'],
    queryFn: () => get('/users?active=true&size=200', Users),
    staleTime: 60_000,
  })
  const bad = form.values.notifyEmails.find((email) => !Email.safeParse(email).success)
  /** A fault of one address stands at the field of all. */
  const faultAt = (name: string) =>
    Object.entries(form.errors).find(([path]) => path === name || path.startsWith(`${name}.`))?.[1]
  return (
    <Fieldset legend={generic.title} disabled={readOnly}>
      <Stack>
        <Switch
          label={generic.enabled}
          description={generic.enabledHint}
          {...form.getInputProps('enabled', { type: 'checkbox' })}
        />
        <MultiSelect
          label={generic.notifyUserIds}
          description={generic.notifyUserIdsHint}
          searchable
          data={(users.data?.items ?? []).map((user) => ({ value: user.id, label: `${user.name} (${user.email})` }))}
          {...form.getInputProps('notifyUserIds')}
          error={faultAt('notifyUserIds')}
          data-path="notifyUserIds"
        />
        <TagsInput
          label={generic.notifyEmails}
          description={generic.notifyEmailsHint}
          splitChars={[',', ';', ' ']}
          acceptValueOnBlur
          {...form.getInputProps('notifyEmails')}
          error={bad === undefined ? faultAt('notifyEmails') : generic.badEmail(bad)}
          data-path="notifyEmails"
        />
        <Select
          label={generic.notifyLevel}
          allowDeselect={false}
          data={optionsOf(notifyLevels, integrations.levels)}
          {...form.getInputProps('notifyLevel')}
        />
        <Textarea
          label={generic.notes}
          autosize
          minRows={2}
          maxLength={10_000}
          {...form.getInputProps('notes')}
          value={form.values.notes ?? ''}
        />
      </Stack>
    </Fieldset>
  )
}
