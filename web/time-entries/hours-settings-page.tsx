// Setup > Settings > Hours: who approves, the lock, and the working time that is expected.
import { Checkbox, Select, Stack, Text, Title } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { hoursApprovers } from '../../src/time-entries/time-entry.ts'
import { HoursSettings, WorkSchedules } from '../../src/time-entries/timesheet.ts'
import { get, put } from '../api.ts'
import { useMay } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { DayInput } from '../ui/day-input.tsx'
import { FieldGroup } from '../ui/fields.tsx'
import { optionsOf } from '../ui/filter-bar.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { RecordFormFrame, useRecordForm } from '../ui/record-form.tsx'
import { RecordState } from '../ui/record-state.tsx'
import { WorkScheduleList } from './work-schedules.tsx'

const settingsKey = ['/hours-settings']

export function HoursSettingsPage() {
  const { hoursSettings: texts, shell } = useTexts()
  const [saves, setSaves] = useState(0)
  const settings = useQuery({ queryKey: settingsKey, queryFn: () => get('/hours-settings', HoursSettings) })
  const schedules = useQuery({ queryKey: ['/work-schedules'], queryFn: () => get('/work-schedules', WorkSchedules) })
  return (
    <Stack>
      <PageHeader
        title={texts.title}
        crumbs={[{ title: shell.groups.setup }, { title: shell.pages.settings }, { title: texts.title }]}
      />
      <RecordState query={settings}>
        {(stored) => <SettingsForm key={saves} stored={stored} onSaved={() => setSaves(saves + 1)} />}
      </RecordState>
      <div>
        <Title order={2}>{texts.scheduleTitle}</Title>
        <Text size="sm" c="var(--muted)" maw={720}>
          {texts.scheduleText}
        </Text>
      </div>
      <RecordState query={schedules}>{(stored) => <WorkScheduleList stored={stored} />}</RecordState>
    </Stack>
  )
}

function SettingsForm({ stored, onSaved }: { stored: HoursSettings; onSaved: () => void }) {
  const { hours, hoursSettings: texts } = useTexts()
  const queries = useQueryClient()
  const isAdministrator = useMay('change settings')
  const names = { approver: texts.approver, lockedUntil: texts.lockedUntil, notesRequired: texts.notesRequired }
  const record = useRecordForm<HoursSettings, HoursSettings>({
    initial: stored,
    send: (values) => put('/hours-settings', values, HoursSettings),
    onSaved(saved) {
      queries.setQueryData(settingsKey, saved)
      void queries.invalidateQueries({ queryKey: ['/timesheet'] })
      onSaved()
    },
  })
  const { form } = record
  return (
    <RecordFormFrame record={record} names={names} onCancel={form.reset}>
      <FieldGroup title={texts.approvalGroup}>
        <Select
          label={names.approver}
          data-path="approver"
          allowDeselect={false}
          disabled={!isAdministrator}
          description={isAdministrator ? texts.approverHint[form.values.approver] : texts.adminsOnly}
          data={optionsOf(hoursApprovers, hours.approvers)}
          {...form.getInputProps('approver')}
        />
        <div>
          <DayInput
            label={names.lockedUntil}
            data-path="lockedUntil"
            value={form.values.lockedUntil}
            onChange={(value) => form.setFieldValue('lockedUntil', value)}
            error={form.errors.lockedUntil}
          />
          <Text size="xs" c="var(--muted)" mt={4}>
            {texts.lockHint}
          </Text>
        </div>
        <Checkbox
          label={names.notesRequired}
          data-path="notesRequired"
          disabled={!isAdministrator}
          mt={26}
          {...form.getInputProps('notesRequired', { type: 'checkbox' })}
        />
      </FieldGroup>
    </RecordFormFrame>
  )
}
