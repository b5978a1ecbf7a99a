// One entry beside its list: changed while nothing keeps it, else with the reason and who can open it.
import { Group, Select, Stack, Text, Textarea } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { TimeEntry } from '../../src/time-entries/time-entry.ts'
import { ActivityChoice } from '../../src/time-entries/timesheet.ts'
import { del, get, put, queryOf } from '../api.ts'
import { useMay, useMe } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { DayInput } from '../ui/day-input.tsx'
import { DeleteButton } from '../ui/delete-button.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { useFormat } from '../ui/format.ts'
import { History } from '../ui/history.tsx'
import { HoursInput } from '../ui/hours-input.tsx'
import { RecordFormFrame, useRecordForm } from '../ui/record-form.tsx'
import { RecordState } from '../ui/record-state.tsx'
import type { ShowField } from '../ui/show-value.tsx'
import { useHours } from '../ui/use-hours.ts'
import { EntryActions } from './entry-actions.tsx'

export function EntryDrawer({ id, onClose }: { id: string | undefined; onClose: () => void }) {
  const { report } = useTexts()
  const format = useFormat()
  const query = useQuery({
    queryKey: ['/time-entries', 'one', id],
    queryFn: () => get(`/time-entries/${id}`, TimeEntry),
    enabled: id !== undefined,
  })
  const title = id && (query.data ? report.entryTitle(format.day(query.data.workedOn)) : '…')
  return (
    <FormDrawer title={title || undefined} onClose={onClose}>
      {id ? (
        <RecordState query={query}>
          {(entry) => <EntryForm key={`${entry.id} ${entry.version}`} entry={entry} onClose={onClose} />}
        </RecordState>
      ) : null}
    </FormDrawer>
  )
}

type EntryValues = {
  activityId: string
  workedOn: string | null
  minutes: number | string | null
  billableMinutes: number | string | null
  note: string
  internalNote: string
  version: number
}

function EntryForm({ entry, onClose }: { entry: TimeEntry; onClose: () => void }) {
  const { hours, report } = useTexts()
  const format = useFormat()
  const { write } = useHours()
  const me = useMe()
  const mayChangeAll = useMay("change everybody's hours")
  const mayApprove = useMay('approve hours')
  const maySeeHistory = useMay('view the history')
  const queries = useQueryClient()
  const names = {
    activityId: hours.activity,
    workedOn: hours.day,
    minutes: hours.worked,
    billableMinutes: hours.billable,
    note: hours.note,
    internalNote: hours.internalNote,
  }
  const refresh = async () => {
    await Promise.all(
      ['/time-entries', '/timesheet', '/hours-to-approve', 'history'].map((key) =>
        queries.invalidateQueries({ queryKey: [key] }),
      ),
    )
  }
  const record = useRecordForm<EntryValues, TimeEntry>({
    initial: {
      activityId: entry.activityId,
      workedOn: entry.workedOn,
      minutes: entry.minutes,
      billableMinutes: entry.billableMinutes,
      note: entry.note ?? '',
      internalNote: entry.internalNote ?? '',
      version: entry.version,
    },
    send: (values) => put(`/time-entries/${entry.id}`, values, TimeEntry),
    onSaved(saved) {
      queries.setQueryData(['/time-entries', 'one', saved.id], saved)
      void refresh()
    },
  })
  const show: ShowField = (field, value) => {
    if (field === 'workedOn') return format.day(String(value))
    if (field === 'minutes' || field === 'billableMinutes') return write(Number(value))
    if (field === 'approval') return hours.approvals[value as TimeEntry['approval']]
    return undefined
  }
  const { form } = record
  const isMine = entry.userId === me.id
  const readOnly = entry.keptBecause !== null || !(isMine || mayChangeAll)
  const field = (name: 'minutes' | 'billableMinutes') => ({
    label: names[name],
    'data-path': name,
    value: form.values[name],
    onChange: (value: number | string | null) => form.setFieldValue(name, value),
    error: form.errors[name],
    readOnly,
  })
  return (
    <Stack>
      <Text size="sm" c="var(--muted)">
        {entry.userName} · {entry.projectNumber} {entry.projectName} · {entry.customerName}
      </Text>
      {entry.keptBecause ? <Text size="sm">{report.kept[entry.keptBecause]}</Text> : null}
      {entry.approval === 'approved' && entry.approvedBy && entry.approvedAt ? (
        <Text size="sm">{report.approvedBy(entry.approvedBy, format.instant(entry.approvedAt))}</Text>
      ) : null}
      {entry.rejectedBecause ? (
        <Text size="sm" c="var(--mantine-color-error)">
          {hours.approvals.rejected}: {entry.rejectedBecause}
        </Text>
      ) : null}
      {mayApprove && entry.billing === 'open' ? (
        <Group gap="xs">
          <EntryActions rows={[entry]} onDone={() => void refresh()} />
        </Group>
      ) : null}
      <RecordFormFrame
        record={record}
        names={names}
        onCancel={onClose}
        readOnly={readOnly}
        actions={
          <DeleteButton
            name={report.entryTitle(format.day(entry.workedOn))}
            act={async () => {
              await del(`/time-entries/${entry.id}?version=${entry.version}`)
              onClose()
              await refresh()
            }}
          />
        }
      >
        {readOnly ? null : (
          <>
            <ActivitySelect
              entry={entry}
              value={form.values.activityId}
              onChange={(id) => form.setFieldValue('activityId', id)}
              error={form.errors.activityId}
            />
            <DayInput
              label={names.workedOn}
              data-path="workedOn"
              value={form.values.workedOn}
              onChange={(value) => form.setFieldValue('workedOn', value)}
              error={form.errors.workedOn}
            />
          </>
        )}
        <Group grow align="flex-start">
          <HoursInput {...field('minutes')} />
          <HoursInput {...field('billableMinutes')} />
        </Group>
        <Textarea
          label={names.note}
          description={hours.noteHint}
          data-path="note"
          autosize
          minRows={2}
          maxLength={1000}
          readOnly={readOnly}
          {...form.getInputProps('note')}
        />
        <Textarea
          label={names.internalNote}
          data-path="internalNote"
          autosize
          minRows={2}
          maxLength={1000}
          readOnly={readOnly}
          {...form.getInputProps('internalNote')}
        />
      </RecordFormFrame>
      {maySeeHistory ? (
        <History
          kind="time-entry"
          subject={entry.id}
          names={{
            ...names,
            person: hours.person,
            project: hours.project,
            activity: hours.activity,
            approval: hours.approval,
            rejectedBecause: report.comment,
          }}
          show={show}
        />
      ) : null}
    </Stack>
  )
}

const Found = z.object({ items: z.array(ActivityChoice) })

function ActivitySelect(props: { entry: TimeEntry; value: string; onChange: (id: string) => void; error?: unknown }) {
  const { hours, timesheet } = useTexts()
  const { entry } = props
  const own = `${entry.projectNumber} ${entry.projectName} · ${entry.activityName}`
  const [text, setText] = useState('')
  const [words] = useDebouncedValue(text.trim(), 150)
  // The name of the chosen one in the field is no search.
  const search = words.includes(' · ') ? '' : words
  const found = useQuery({
    queryKey: ['/timesheet/activities', entry.userId, search],
    queryFn: () => get(`/timesheet/activities${queryOf({ search, user: entry.userId })}`, Found),
    placeholderData: keepPreviousData,
  })
  const options = new Map([
    [entry.activityId, own],
    ...(found.data?.items ?? []).map(
      (one) => [one.activityId, `${one.projectNumber} ${one.projectName} · ${one.activityName}`] as const,
    ),
  ])
  return (
    <Select
      label={hours.activity}
      data-path="activityId"
      searchable
      allowDeselect={false}
      nothingFoundMessage={timesheet.addRowNone}
      data={[...options].map(([value, label]) => ({ value, label }))}
      filter={({ options: all }) => all}
      searchValue={text}
      onSearchChange={setText}
      value={props.value}
      onChange={(id) => id && props.onChange(id)}
      error={props.error as string | undefined}
    />
  )
}
