// Editing a record: Ctrl-S saves, leaving with changes asks, faults stand at their fields, a lost update shows both versions.
import { Button, Group, Kbd, Modal, Stack, Table, Text } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { useHotkeys } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useBlocker } from '@tanstack/react-router'
import { type ReactNode, useRef } from 'react'
import { ApiProblem } from '../api.ts'
import { useTexts } from '../texts/texts.tsx'
import { FaultText } from './fault.tsx'
import { type ShowField, showValue, useShowField } from './show-value.tsx'

export type RecordForm<V extends object> = {
  form: UseFormReturnType<V>
  /** Saves; `change` overrides what the form holds. */
  save: (change?: Partial<V>) => void
  isSaving: boolean
  error: unknown
  /** Ends the question after a lost update. */
  settle: () => void
  blocker: Blocker
}

type Blocker = { status: 'idle' | 'blocked'; proceed?: (() => void) | undefined; reset?: (() => void) | undefined }

/** A fault of one of several values ('tagIds.0') stands at their field. */
const fieldOf = (path: string) => path.replace(/\.\d+$/, '')

/** The first on the page, which need not be the first in the answer. */
export function focusFirstFault({ fields }: ApiProblem): void {
  const faulty = new Set(fields.map(({ path }) => fieldOf(path)))
  const inputs = [...document.querySelectorAll<HTMLElement>('[data-path]')]
  inputs.find(({ dataset }) => dataset.path !== undefined && faulty.has(dataset.path))?.focus()
}

export function useRecordForm<V extends object, R>(options: {
  initial: V
  send: (values: V) => Promise<R>
  onSaved: (saved: R) => void
}): RecordForm<V> {
  const { ui } = useTexts()
  const form = useForm<V>({ initialValues: options.initial })
  const isDone = useRef(false)
  const saving = useMutation({
    mutationFn: (values: V) => options.send(values),
    onSuccess(saved) {
      isDone.current = true
      form.resetDirty()
      notifications.show({ message: ui.saved, autoClose: 2_000 })
      options.onSaved(saved)
    },
    onError(error) {
      if (!(error instanceof ApiProblem)) return
      form.setErrors(Object.fromEntries(error.fields.map(({ path, message }) => [fieldOf(path), message])))
      focusFirstFault(error)
    },
  })
  const save = (change: Partial<V> = {}) => {
    if (saving.isPending) return
    form.clearErrors()
    saving.mutate({ ...form.getValues(), ...change })
  }
  // A page may hold several forms: the keys save those that were changed.
  useHotkeys([['mod+S', () => form.isDirty() && save()]], [])
  const blocker = useBlocker({
    shouldBlockFn: () => form.isDirty() && !isDone.current,
    enableBeforeUnload: () => form.isDirty() && !isDone.current,
    withResolver: true,
  })
  return {
    form,
    save,
    isSaving: saving.isPending,
    error: saving.error,
    settle: saving.reset,
    blocker,
  }
}

/** The frame around the fields, with Save and Cancel always in sight. */
export function RecordFormFrame<V extends object & { version?: number }>(props: {
  record: RecordForm<V>
  /** Names of the fields, for the comparison after a lost update. */
  names: Readonly<Record<string, string>>
  /** How that comparison shows a value, where it is not its own word. */
  show?: ShowField
  /** What stands beside Save and Cancel. */
  actions?: ReactNode
  onCancel: () => void
  /** For those who may look only: there is nothing to save. */
  readOnly?: boolean
  children: ReactNode
}) {
  const { ui } = useTexts()
  const { record } = props
  const { error } = record
  const isConflict = error instanceof ApiProblem && error.current !== undefined
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        record.save()
      }}
    >
      <Stack>
        {props.children}
        {error && !isConflict ? <FaultText error={error} names={props.names} /> : null}
      </Stack>
      {props.readOnly ? null : (
        <div className="form-footer">
          <Button
            type="submit"
            loading={record.isSaving}
            rightSection={
              <Kbd size="xs" visibleFrom="sm">
                {ui.saveHint}
              </Kbd>
            }
          >
            {ui.save}
          </Button>
          <Button variant="default" onClick={props.onCancel}>
            {ui.cancel}
          </Button>
          {props.actions}
        </div>
      )}
      {isConflict ? <Conflict {...props} problem={error} /> : null}
      <LeaveQuestion blocker={record.blocker} />
    </form>
  )
}

function LeaveQuestion({ blocker }: { blocker: Blocker }) {
  const { ui } = useTexts()
  return (
    <Modal opened={blocker.status === 'blocked'} onClose={() => blocker.reset?.()} title={ui.unsavedTitle}>
      <Stack>
        <Text size="sm">{ui.unsavedText}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => blocker.proceed?.()}>
            {ui.leave}
          </Button>
          <Button data-autofocus onClick={() => blocker.reset?.()}>
            {ui.stay}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

function Conflict<V extends object & { version?: number }>(props: {
  record: RecordForm<V>
  names: Readonly<Record<string, string>>
  show?: ShowField
  problem: ApiProblem
}) {
  const { ui } = useTexts()
  const show = useShowField(props.show)
  const { record, names, problem } = props
  const current = problem.current as Record<string, unknown> & { version: number }
  const mine = record.form.getValues() as Record<string, unknown>
  const differing = Object.keys(names).filter((field) => showValue(mine[field]) !== showValue(current[field]))
  const takeTheirs = () => {
    const known = Object.fromEntries(Object.entries(current).filter(([field]) => field in mine))
    record.form.setInitialValues({ ...record.form.getValues(), ...known })
    record.form.setValues({ ...known } as Partial<V>)
    record.form.resetDirty()
    record.settle()
  }
  return (
    <Modal opened onClose={record.settle} title={ui.conflictTitle} size="lg">
      <Stack>
        <Text size="sm">{ui.conflictText}</Text>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{ui.conflictField}</Table.Th>
              <Table.Th>{ui.conflictYours}</Table.Th>
              <Table.Th>{ui.conflictTheirs}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {differing.map((field) => (
              <Table.Tr key={field}>
                <Table.Th scope="row">{names[field]}</Table.Th>
                <Table.Td>{show(field, mine[field]) || ui.none}</Table.Td>
                <Table.Td>{show(field, current[field]) || ui.none}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Group justify="flex-end">
          <Button variant="default" onClick={takeTheirs}>
            {ui.takeTheirs}
          </Button>
          <Button
            onClick={() => {
              record.form.setFieldValue('version' as never, current.version as never)
              record.save({ version: current.version } as Partial<V>)
            }}
          >
            {ui.keepMine}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
