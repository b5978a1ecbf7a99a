import { Checkbox, Divider, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Activity, ActivityInput, activityStates } from '../../src/activities/activity.ts'
import { hoursOf, multiplyDecimals } from '../../src/lib/money.ts'
import { del, post, put } from '../api.ts'
import { useMay } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { DayInput } from '../ui/day-input.tsx'
import { DecimalInput } from '../ui/decimal-input.tsx'
import { DeleteButton } from '../ui/delete-button.tsx'
import { optionsOf } from '../ui/filter-bar.tsx'
import { History } from '../ui/history.tsx'
import { selectInputs, textInputs } from '../ui/inputs.ts'
import { RecordFormFrame, useRecordForm } from '../ui/record-form.tsx'
import { usePriceModels } from './activities-query.ts'
import { useShowActivityField } from './show-activity-field.tsx'

/** Estimate and alert are typed as hours and sent as minutes. */
type ActivityValues = Omit<Required<ActivityInput>, 'projectId' | 'estimatedMinutes' | 'alertMinutes'> & {
  estimatedMinutes: string | null
  alertMinutes: string | null
  version?: number
}

const nothing = '00000000-0000-4000-8000-000000000000'

/** An activity, or a new one of the project when there is none. */
export function ActivityForm(props: { projectId: string; activity: Activity | undefined; onDone: () => void }) {
  const { projectId, activity, onDone } = props
  const { activities: texts, ui } = useTexts()
  const { fields } = texts
  const maySeeHistory = useMay('view the history')
  const queries = useQueryClient()
  const show = useShowActivityField(projectId)
  const path = activity ? `/activities/${activity.id}` : '/activities'
  const record = useRecordForm<ActivityValues, Activity>({
    initial: valuesOf(activity),
    send: (values) => {
      const body = {
        ...values,
        number: values.number || undefined,
        estimatedMinutes: minutesOf(values.estimatedMinutes),
        alertMinutes: minutesOf(values.alertMinutes),
      }
      return activity ? put(path, body, Activity) : post(path, { ...body, projectId }, Activity)
    },
    onSaved() {
      onDone()
      void queries.invalidateQueries()
    },
  })
  const { form } = record
  const text = textInputs(form, fields)
  const choice = selectInputs(form, fields)
  const tick = (name: 'takesHours' | 'billable') => ({
    label: fields[name],
    ...form.getInputProps(name, { type: 'checkbox' }),
  })
  const input = (name: 'startOn' | 'endOn' | 'estimatedMinutes' | 'alertMinutes') => ({
    label: fields[name],
    value: form.values[name],
    onChange: (value: string | null) => form.setFieldValue(name, value),
    error: form.errors[name],
    'data-path': name,
  })
  return (
    <Stack>
      <RecordFormFrame
        record={record}
        names={fields}
        show={show}
        onCancel={onDone}
        actions={
          activity ? (
            <DeleteButton
              name={activity.name}
              act={async () => {
                await del(`${path}?version=${activity.version}`)
                form.resetDirty()
                onDone()
                await queries.invalidateQueries()
              }}
            />
          ) : undefined
        }
      >
        <TextInput {...text('name')} required data-autofocus maxLength={100} />
        <div className="field-grid">
          <TextInput {...text('number')} maxLength={40} {...(activity ? {} : { placeholder: texts.nextNumber })} />
          <Select {...choice('state')} allowDeselect={false} data={optionsOf(activityStates, texts.states)} />
          <DayInput {...input('startOn')} />
          <DayInput {...input('endOn')} />
          <DecimalInput {...input('estimatedMinutes')} description={texts.estimateHint} unit={texts.hours} />
          <DecimalInput {...input('alertMinutes')} description={texts.alertHint} unit={texts.hours} />
        </div>
        {form.values.state === 'in-progress' ? null : (
          <Text size="sm" role="status">
            {texts.closedHint}
          </Text>
        )}
        <ModelSelect
          projectId={projectId}
          value={form.values.priceModelId}
          onChange={(id) => form.setFieldValue('priceModelId', id)}
          error={form.errors.priceModelId}
        />
        <Checkbox {...tick('takesHours')} description={texts.takesHoursHint} />
        <Checkbox {...tick('billable')} description={texts.billableHint} />
        <Textarea {...text('description')} autosize minRows={2} maxLength={2000} />
      </RecordFormFrame>
      {activity && maySeeHistory ? (
        <section aria-label={ui.history}>
          <Divider my="sm" label={ui.history} />
          <History kind="activity" subject={activity.id} names={{ ...fields, ...texts.historyFields }} show={show} />
        </section>
      ) : null}
    </Stack>
  )
}

function ModelSelect(props: {
  projectId: string
  value: string | null
  onChange: (id: string | null) => void
  error: unknown
}) {
  const { activities: texts } = useTexts()
  const models = usePriceModels(props.projectId, useMay('view prices')).data ?? []
  const first = models.find((model) => model.isDefault)
  return (
    <Select
      label={texts.fields.priceModelId}
      data-path="priceModelId"
      clearable
      placeholder={first ? texts.defaultModel(first.name) : texts.noModel}
      data={models
        .filter((model) => model.active || model.id === props.value)
        .map((model) => ({ value: model.id, label: model.active ? model.name : texts.modelInactive(model.name) }))}
      value={props.value}
      onChange={props.onChange}
      error={props.error as string | undefined}
    />
  )
}

function valuesOf(activity: Activity | undefined): ActivityValues {
  const { projectId: _, ...fields } = ActivityInput.strip().parse({ name: 'x', projectId: nothing, ...activity })
  const hours = (minutes: number | null) => (minutes === null ? null : hoursOf(minutes))
  return {
    ...fields,
    name: activity?.name ?? '',
    number: activity?.number ?? '',
    estimatedMinutes: hours(fields.estimatedMinutes),
    alertMinutes: hours(fields.alertMinutes),
    ...(activity ? { version: activity.version } : {}),
  }
}

/** Whole minutes; what is no number is sent as it is, and refused at its field. */
function minutesOf(hours: string | null): number | string | null {
  if (hours === null || !/^\d+(\.\d+)?$/.test(hours)) return hours
  return Math.round(Number(multiplyDecimals(hours, '60')))
}
