import { Checkbox, Divider, Stack, Text, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { ProjectRole, ProjectRoleInput } from '../../src/prices/price.ts'
import { del, post, put } from '../api.ts'
import { useMay, useMe } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { DecimalInput } from '../ui/decimal-input.tsx'
import { DeleteButton } from '../ui/delete-button.tsx'
import { useFormat } from '../ui/format.ts'
import { History } from '../ui/history.tsx'
import { textInputs } from '../ui/inputs.ts'
import { RecordFormFrame, useRecordForm } from '../ui/record-form.tsx'

type RoleValues = ProjectRoleInput & { version?: number }

const empty: RoleValues = { name: '', salesPrice: null, costPrice: null, active: true }

/** A project role, or a new one when there is none. */
export function ProjectRoleForm({ role, onDone }: { role: ProjectRole | undefined; onDone: () => void }) {
  const { prices: texts, ui } = useTexts()
  const fields = texts.roleFields
  const { currency } = useMe().company
  const format = useFormat()
  const maySeeHistory = useMay('view the history')
  const queries = useQueryClient()
  const path = role ? `/project-roles/${role.id}` : '/project-roles'
  const record = useRecordForm<RoleValues, ProjectRole>({
    initial: role ? { ...ProjectRoleInput.strip().parse(role), version: role.version } : empty,
    send: (values) => (role ? put(path, values, ProjectRole) : post(path, values, ProjectRole)),
    onSaved() {
      onDone()
      void queries.invalidateQueries()
    },
  })
  const { form } = record
  const price = (name: 'salesPrice' | 'costPrice') => ({
    label: fields[name],
    value: form.values[name],
    onChange: (value: string | null) => form.setFieldValue(name, value),
    error: form.errors[name],
    unit: currency,
    decimals: 2,
    'data-path': name,
  })
  const show = (field: string, value: unknown) =>
    field === 'salesPrice' || field === 'costPrice' ? format.money(String(value), currency) : undefined
  return (
    <Stack>
      <RecordFormFrame
        record={record}
        names={fields}
        show={show}
        onCancel={onDone}
        actions={
          role ? (
            <DeleteButton
              name={role.name}
              act={async () => {
                await del(`${path}?version=${role.version}`)
                form.resetDirty()
                onDone()
                await queries.invalidateQueries()
              }}
            />
          ) : undefined
        }
      >
        <TextInput {...textInputs(form, fields)('name')} required data-autofocus maxLength={60} />
        <div className="field-grid">
          <DecimalInput {...price('salesPrice')} />
          <DecimalInput {...price('costPrice')} />
        </div>
        {role ? (
          <Text size="sm" c="var(--muted)">
            {texts.rolePriceHint}
          </Text>
        ) : null}
        <Checkbox
          label={fields.active}
          description={texts.roleInactiveHint}
          {...form.getInputProps('active', { type: 'checkbox' })}
        />
      </RecordFormFrame>
      {role && maySeeHistory ? (
        <section aria-label={ui.history}>
          <Divider my="sm" label={ui.history} />
          <History kind="project-role" subject={role.id} names={fields} show={show} />
        </section>
      ) : null}
    </Stack>
  )
}
