import { Divider, Select, Stack, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { objectKinds, TagGroup, TagGroupInput, tagRules } from '../../src/tags/tag.ts'
import { del, post, put } from '../api.ts'
import { useMay } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { DeleteButton } from '../ui/delete-button.tsx'
import { optionsOf } from '../ui/filter-bar.tsx'
import { History } from '../ui/history.tsx'
import { RecordFormFrame, useRecordForm } from '../ui/record-form.tsx'
import type { ShowField } from '../ui/show-value.tsx'

type GroupValues = z.infer<typeof TagGroupInput> & { version?: number }

/** A group of tags, or a new one when there is none. */
export function TagGroupForm({ group, onDone }: { group: TagGroup | undefined; onDone: () => void }) {
  const { tags: texts, ui } = useTexts()
  const { fields } = texts
  const maySeeHistory = useMay('view the history')
  const queries = useQueryClient()
  const path = group ? `/tag-groups/${group.id}` : '/tag-groups'
  const initial: GroupValues = group
    ? { ...TagGroupInput.strip().parse(group), version: group.version }
    : { name: '', objectKind: 'customer', rule: 'none' }
  const record = useRecordForm<GroupValues, TagGroup>({
    initial,
    send: (values) => (group ? put(path, values, TagGroup) : post(path, values, TagGroup)),
    onSaved() {
      onDone()
      void queries.invalidateQueries()
    },
  })
  const { form } = record
  const carriers = group?.tags.reduce((sum, tag) => sum + tag.usedBy, 0) ?? 0
  const show: ShowField = (field, value) => {
    if (field === 'rule') return texts.rules[value as GroupValues['rule']]
    if (field === 'objectKind') return texts.objectKinds[value as GroupValues['objectKind']]
    return undefined
  }
  const names = { name: fields.name, objectKind: fields.objectKind, rule: fields.rule }
  return (
    <Stack>
      <RecordFormFrame
        record={record}
        names={names}
        show={show}
        onCancel={onDone}
        actions={
          group ? (
            <DeleteButton
              name={group.name}
              text={texts.deleteGroupText}
              act={async () => {
                await del(`${path}?version=${group.version}`)
                form.resetDirty()
                onDone()
                await queries.invalidateQueries()
              }}
            />
          ) : undefined
        }
      >
        <TextInput
          label={fields.name}
          required
          data-autofocus
          maxLength={100}
          {...form.getInputProps('name')}
          data-path="name"
        />
        <Select
          label={fields.objectKind}
          allowDeselect={false}
          disabled={carriers > 0}
          description={carriers > 0 ? texts.kindStays(carriers) : undefined}
          data={optionsOf(objectKinds, texts.objectKinds)}
          {...form.getInputProps('objectKind')}
          data-path="objectKind"
        />
        <Select
          label={fields.rule}
          description={texts.ruleHint}
          allowDeselect={false}
          data={optionsOf(tagRules, texts.rules)}
          {...form.getInputProps('rule')}
        />
      </RecordFormFrame>
      {group && maySeeHistory ? (
        <section aria-label={ui.history}>
          <Divider my="sm" label={ui.history} />
          <History kind="tag-group" subject={group.id} names={names} show={show} />
        </section>
      ) : null}
    </Stack>
  )
}
