import { Checkbox, Divider, Stack, Text, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Department, DepartmentInput } from '../../src/departments/department.ts'
import { del, post, put } from '../api.ts'
import { useMay } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { DeleteButton } from '../ui/delete-button.tsx'
import { History } from '../ui/history.tsx'
import { textInputs } from '../ui/inputs.ts'
import { RecordFormFrame, useRecordForm } from '../ui/record-form.tsx'

type DepartmentValues = DepartmentInput & { version?: number }

const empty: DepartmentValues = { number: '', name: '', externalNumber: '', active: true }

/** A department, or a new one when there is none. */
export function DepartmentForm({ department, onDone }: { department: Department | undefined; onDone: () => void }) {
  const { departments: texts, ui } = useTexts()
  const { fields } = texts
  const maySeeHistory = useMay('view the history')
  const queries = useQueryClient()
  const path = department ? `/departments/${department.id}` : '/departments'
  const initial = department ? { ...DepartmentInput.strip().parse(department), version: department.version } : empty
  const record = useRecordForm<DepartmentValues, Department>({
    initial,
    send: (values) => (department ? put(path, values, Department) : post(path, values, Department)),
    onSaved() {
      onDone()
      void queries.invalidateQueries()
    },
  })
  const { form } = record
  const text = textInputs(form, fields)
  const isNumberChanged =
    department !== undefined &&
    department.projects > 0 &&
    (form.values.externalNumber || form.values.number) !== (department.externalNumber ?? department.number)
  return (
    <Stack>
      <RecordFormFrame
        record={record}
        names={fields}
        onCancel={onDone}
        actions={
          department ? (
            <DeleteButton
              name={department.name}
              act={async () => {
                await del(`${path}?version=${department.version}`)
                form.resetDirty()
                onDone()
                await queries.invalidateQueries()
              }}
            />
          ) : undefined
        }
      >
        <TextInput {...text('number')} required data-autofocus maxLength={40} />
        <TextInput {...text('name')} required maxLength={100} />
        <TextInput {...text('externalNumber')} description={texts.externalHint} maxLength={20} />
        {isNumberChanged ? (
          <Text size="sm" role="status">
            {texts.goesAgain(department.projects)}
          </Text>
        ) : null}
        <Checkbox
          label={fields.active}
          description={texts.inactiveHint}
          {...form.getInputProps('active', { type: 'checkbox' })}
        />
      </RecordFormFrame>
      {department && maySeeHistory ? (
        <section aria-label={ui.history}>
          <Divider my="sm" label={ui.history} />
          <History kind="department" subject={department.id} names={fields} />
        </section>
      ) : null}
    </Stack>
  )
}
