import { Alert, Badge, Checkbox, Divider, Select, Stack, TextInput } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { Tag, type TagGroup, TagInput, tagColours } from '../../src/tags/tag.ts'
import { del, post, put } from '../api.ts'
import { useMay } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { DeleteButton } from '../ui/delete-button.tsx'
import { optionsOf } from '../ui/filter-bar.tsx'
import { History } from '../ui/history.tsx'
import { textInputs } from '../ui/inputs.ts'
import { RecordFormFrame, useRecordForm } from '../ui/record-form.tsx'
import type { ShowField } from '../ui/show-value.tsx'

type TagValues = TagInput & { version?: number }

/** A tag of a group, or a new one when there is none. */
export function TagForm(props: { tag: Tag | undefined; group: TagGroup; onDone: () => void }) {
  const { tags: texts, ui } = useTexts()
  const { fields } = texts
  const { tag, group, onDone } = props
  const maySeeHistory = useMay('view the history')
  const queries = useQueryClient()
  const path = tag ? `/tags/${tag.id}` : '/tags'
  const initial: TagValues = tag
    ? { ...TagInput.strip().parse(tag), version: tag.version }
    : { groupId: group.id, name: '', code: '', colour: 'gray', active: true }
  const record = useRecordForm<TagValues, Tag>({
    initial,
    send: (values) => (tag ? put(path, values, Tag) : post(path, values, Tag)),
    onSaved() {
      onDone()
      void queries.invalidateQueries()
    },
  })
  const { form } = record
  const text = textInputs(form, fields)
  const { values } = form
  const show: ShowField = (field, value) => (field === 'colour' ? texts.colours[value as Tag['colour']] : undefined)
  const goesAgain =
    tag !== undefined &&
    tag.usedBy > 0 &&
    ((values.code?.trim() ?? '') !== (tag.code ?? '') || values.active !== tag.active)
  return (
    <Stack>
      <RecordFormFrame
        record={record}
        names={fields}
        show={show}
        onCancel={onDone}
        actions={
          tag ? (
            <DeleteButton
              name={tag.name}
              act={async () => {
                await del(`${path}?version=${tag.version}`)
                form.resetDirty()
                onDone()
                await queries.invalidateQueries()
              }}
            />
          ) : undefined
        }
      >
        <TextInput {...text('name')} required data-autofocus maxLength={100} />
        <TextInput {...text('code')} description={texts.codeHint} maxLength={40} />
        <div role="status">
          {goesAgain && tag ? (
            <Alert color="yellow" icon={<IconInfoCircle aria-hidden />}>
              {texts.goesAgain(tag.usedBy)} {values.code?.trim() ? '' : texts.codeGone}
            </Alert>
          ) : null}
        </div>
        <Select
          label={fields.colour}
          allowDeselect={false}
          data={optionsOf(tagColours, texts.colours)}
          renderOption={({ option }) => (
            <Badge className="state-badge" variant="light" color={option.value} tt="none" fw={500}>
              {option.label}
            </Badge>
          )}
          {...form.getInputProps('colour')}
        />
        <Checkbox
          label={fields.active}
          description={texts.inactiveHint}
          {...form.getInputProps('active', { type: 'checkbox' })}
        />
      </RecordFormFrame>
      {tag && maySeeHistory ? (
        <section aria-label={ui.history}>
          <Divider my="sm" label={ui.history} />
          <History kind="tag" subject={tag.id} names={fields} show={show} />
        </section>
      ) : null}
    </Stack>
  )
}
