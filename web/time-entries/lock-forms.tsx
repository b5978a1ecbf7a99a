// The day up to which hours are locked: of everybody, of one person with who approves his hours, of several people at once.
import { Select, Text } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { HoursSettings, TimesheetSettings, type TimesheetStatusRow } from '../../src/time-entries/timesheet.ts'
import { roleMay } from '../../src/users/permissions.ts'
import { get, put } from '../api.ts'
import { useTexts } from '../texts/texts.tsx'
import { DayInput } from '../ui/day-input.tsx'
import { RecordFormFrame, useRecordForm } from '../ui/record-form.tsx'
import { RecordState } from '../ui/record-state.tsx'
import { useUsers } from '../users/users-query.ts'

type LockValues = { lockedUntil: string | null; approverId: string | null }

export function PersonLock({ person, onClose }: { person: TimesheetStatusRow; onClose: () => void }) {
  const { timesheetStatus: texts } = useTexts()
  const close = useClosing(onClose)
  const { users } = useUsers()
  const names = { lockedUntil: texts.ownLock, approverId: texts.approver }
  const record = useRecordForm<LockValues, TimesheetSettings>({
    initial: { lockedUntil: person.lockedUntil, approverId: person.approverId },
    send: (values) => put(`/users/${person.userId}/timesheet-settings`, values, TimesheetSettings),
    onSaved: close,
  })
  const { form } = record
  return (
    <RecordFormFrame record={record} names={names} onCancel={onClose}>
      <DayInput
        label={names.lockedUntil}
        description={texts.ownLockHint}
        data-path="lockedUntil"
        value={form.values.lockedUntil}
        onChange={(value) => form.setFieldValue('lockedUntil', value)}
        error={form.errors.lockedUntil}
      />
      <Select
        label={names.approverId}
        data-path="approverId"
        searchable
        clearable
        placeholder={texts.nobody}
        data={users
          .filter(({ id, active, role }) => (active && roleMay(role, 'approve hours')) || id === person.approverId)
          .map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('approverId')}
      />
    </RecordFormFrame>
  )
}

export function CompanyLock({ onClose }: { onClose: () => void }) {
  const query = useQuery({ queryKey: ['/hours-settings'], queryFn: () => get('/hours-settings', HoursSettings) })
  return <RecordState query={query}>{(stored) => <CompanyLockForm stored={stored} onClose={onClose} />}</RecordState>
}

function CompanyLockForm({ stored, onClose }: { stored: HoursSettings; onClose: () => void }) {
  const { hoursSettings: texts } = useTexts()
  const queries = useQueryClient()
  const close = useClosing(onClose)
  const names = { lockedUntil: texts.lockedUntil }
  const record = useRecordForm<HoursSettings, HoursSettings>({
    initial: stored,
    send: (values) => put('/hours-settings', values, HoursSettings),
    onSaved(saved) {
      queries.setQueryData(['/hours-settings'], saved)
      close()
    },
  })
  const { form } = record
  return (
    <RecordFormFrame record={record} names={names} onCancel={onClose}>
      <DayInput
        label={names.lockedUntil}
        description={texts.lockHint}
        data-path="lockedUntil"
        value={form.values.lockedUntil}
        onChange={(value) => form.setFieldValue('lockedUntil', value)}
        error={form.errors.lockedUntil}
      />
    </RecordFormFrame>
  )
}

/** One day for the own locks of all of them; who approves their hours stays. */
export function ChosenLock({ people, onClose }: { people: readonly TimesheetStatusRow[]; onClose: () => void }) {
  const { timesheetStatus: texts } = useTexts()
  const days = new Set(people.map(({ lockedUntil }) => lockedUntil))
  const names = { lockedUntil: texts.chosenLock }
  const record = useRecordForm<{ lockedUntil: string | null }, void>({
    initial: { lockedUntil: days.size === 1 ? ([...days][0] ?? null) : null },
    send: (values) => put('/timesheet-locks', { ...values, userIds: people.map(({ userId }) => userId) }),
    onSaved: useClosing(onClose),
  })
  const { form } = record
  return (
    <RecordFormFrame record={record} names={names} onCancel={onClose}>
      <Text size="sm">{people.map(({ userName }) => userName).join(', ')}</Text>
      <DayInput
        label={names.lockedUntil}
        description={texts.ownLockHint}
        data-path="lockedUntil"
        value={form.values.lockedUntil}
        onChange={(value) => form.setFieldValue('lockedUntil', value)}
        error={form.errors.lockedUntil}
      />
    </RecordFormFrame>
  )
}

function useClosing(onClose: () => void) {
  const queries = useQueryClient()
  return () => {
    void queries.invalidateQueries({ queryKey: ['/timesheet-status'] })
    void queries.invalidateQueries({ queryKey: ['/timesheet'] })
    onClose()
  }
}
