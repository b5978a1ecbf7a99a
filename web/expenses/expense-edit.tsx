import { Checkbox, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { Activity } from '../../src/activities/activity.ts'
import { Expense, type ExpenseInput } from '../../src/expenses/expense.ts'
import { currencyCodes } from '../../src/lib/currencies.ts'
import { dayIn } from '../../src/lib/dates.ts'
import { get, post, put, queryOf } from '../api.ts'
import { ProjectPicker } from '../projects/project-picker.tsx'
import { useProject } from '../projects/project-query.ts'
import { useMe } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { DayInput } from '../ui/day-input.tsx'
import { DecimalInput } from '../ui/decimal-input.tsx'
import { FieldGroup } from '../ui/fields.tsx'
import { selectInputs, textInputs } from '../ui/inputs.ts'
import { PageHeader } from '../ui/page-header.tsx'
import { RecordFormFrame, useRecordForm } from '../ui/record-form.tsx'
import { RecordState } from '../ui/record-state.tsx'
import { useExpense } from './expense-query.ts'
import { ReceiptInput } from './receipt-input.tsx'

type Base = '/expenses' | '/my-expenses'
type Values = Required<ExpenseInput> & { version?: number; receiptName: string | null }

export function NewExpense({ base, project }: { base: Base; project: string | undefined }) {
  const { expenses } = useTexts()
  const { company } = useMe()
  const initial: Values = {
    projectId: project ?? '',
    activityId: null,
    title: '',
    description: '',
    spentOn: dayIn(company.timeZone, new Date()),
    quantity: '1',
    amount: '',
    currency: company.currency,
    exchangeRate: null,
    supplierName: '',
    supplierNumber: '',
    voucherNumber: '',
    billable: true,
    markup: null,
    receiptId: null,
    receiptName: null,
  }
  return (
    <>
      <Header base={base} title={expenses.newTitle} />
      <ExpenseForm base={base} initial={initial} send={(values) => post('/expenses', values, Expense)} back={base} />
    </>
  )
}

export function EditExpense({ base, id }: { base: Base; id: string }) {
  const query = useExpense(id)
  return <RecordState query={query}>{(expense) => <EditForm base={base} expense={expense} />}</RecordState>
}

function EditForm({ base, expense }: { base: Base; expense: Expense }) {
  const { expenses } = useTexts()
  const path = `${base}/${expense.id}`
  const { projectId, activityId, title, description, spentOn, quantity, amount, currency, exchangeRate } = expense
  const { supplierName, supplierNumber, voucherNumber, billable, markup, receiptId, receiptName, version } = expense
  const initial: Values = {
    ...{ projectId, activityId, title, description, spentOn, quantity, amount, currency, exchangeRate },
    ...{ supplierName, supplierNumber, voucherNumber, billable, markup, receiptId, receiptName, version },
  }
  return (
    <>
      <Header base={base} title={expenses.editTitle(title)} crumb={{ title, to: path }} />
      <ExpenseForm
        base={base}
        initial={initial}
        send={(values) => put(`/expenses/${expense.id}`, values, Expense)}
        back={path}
      />
    </>
  )
}

function Header({ base, title, crumb }: { base: Base; title: string; crumb?: { title: string; to: string } }) {
  const { expenses, shell } = useTexts()
  const isMine = base === '/my-expenses'
  return (
    <PageHeader
      title={title}
      crumbs={[
        { title: isMine ? shell.groups.my : shell.groups.finances },
        { title: isMine ? expenses.mineTitle : expenses.title, to: base },
        crumb ?? { title },
      ]}
    />
  )
}

function ExpenseForm(props: { base: Base; initial: Values; send: (values: object) => Promise<Expense>; back: string }) {
  const { expenses } = useTexts()
  const { fields, groups } = expenses
  const own = useMe().company.currency
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [isUploading, setUploading] = useState(false)
  const isNew = props.initial.version === undefined
  const record = useRecordForm<Values, Expense>({
    initial: props.initial,
    send: ({ receiptName: _, ...values }) =>
      props.send({
        ...values,
        projectId: values.projectId || undefined,
        exchangeRate: values.currency === own ? null : values.exchangeRate,
      }),
    onSaved(saved) {
      queries.setQueryData(['/expenses', saved.id], saved)
      void queries.invalidateQueries({ queryKey: ['/expenses'] })
      void queries.invalidateQueries({ queryKey: ['history', 'expense', saved.id] })
      void navigate({ to: `${props.base}/${saved.id}`, replace: isNew })
    },
  })
  const { form } = record
  const { values } = form
  const text = textInputs(form, fields)
  const select = selectInputs(form, fields)
  const activities = useActivities(values.projectId)
  const isForeign = values.currency !== own
  return (
    <RecordFormFrame record={record} names={fields} onCancel={() => void navigate({ to: props.back })}>
      <Stack>
        <FieldGroup title={groups.what}>
          <Project
            id={values.projectId}
            error={form.errors.projectId}
            onChange={(id) => form.setValues({ projectId: id, activityId: null })}
          />
          <Select
            {...select('activityId')}
            data={activities}
            clearable
            searchable
            placeholder={expenses.noActivity}
            disabled={values.projectId === ''}
          />
          <TextInput {...text('title')} required maxLength={100} />
          <DayInput
            label={fields.spentOn}
            value={values.spentOn}
            onChange={(day) => form.setFieldValue('spentOn', day ?? '')}
            error={form.errors.spentOn}
            data-path="spentOn"
          />
          <ReceiptInput
            id={values.receiptId}
            name={values.receiptName}
            error={form.errors.receiptId}
            onUploading={setUploading}
            onChange={(file) => form.setValues({ receiptId: file?.id ?? null, receiptName: file?.name ?? null })}
          />
        </FieldGroup>
        <FieldGroup title={groups.cost}>
          <DecimalInput
            label={fields.amount}
            description={expenses.amountHint}
            value={values.amount || null}
            onChange={(amount) => form.setFieldValue('amount', amount ?? '')}
            error={form.errors.amount}
            data-path="amount"
            decimals={2}
            required
          />
          <Select {...select('currency')} data={currencyCodes} searchable allowDeselect={false} />
          {isForeign ? (
            <DecimalInput
              label={fields.exchangeRate}
              description={expenses.rateHint(values.currency ?? own, own)}
              value={values.exchangeRate}
              onChange={(rate) => form.setFieldValue('exchangeRate', rate)}
              error={form.errors.exchangeRate}
              data-path="exchangeRate"
              required
            />
          ) : null}
          <DecimalInput
            label={fields.quantity}
            value={values.quantity}
            onChange={(quantity) => form.setFieldValue('quantity', quantity ?? '')}
            error={form.errors.quantity}
            data-path="quantity"
          />
        </FieldGroup>
        <FieldGroup title={groups.bill}>
          <Checkbox
            label={fields.billable}
            {...form.getInputProps('billable', { type: 'checkbox' })}
            style={{ alignSelf: 'center' }}
          />
          {values.billable ? (
            <DecimalInput
              label={fields.markup}
              description={expenses.markupHint}
              unit="%"
              value={values.markup}
              onChange={(markup) => form.setFieldValue('markup', markup)}
              error={form.errors.markup}
              data-path="markup"
            />
          ) : null}
          <Textarea {...text('description')} className="wide" autosize minRows={2} maxLength={1000} />
        </FieldGroup>
        <FieldGroup title={groups.supplier}>
          <TextInput {...text('supplierName')} maxLength={100} />
          <TextInput {...text('supplierNumber')} maxLength={40} />
          <TextInput {...text('voucherNumber')} maxLength={40} />
        </FieldGroup>
        {isUploading ? <span role="status">{expenses.uploading}</span> : null}
      </Stack>
    </RecordFormFrame>
  )
}

function Project(props: { id: string; error: unknown; onChange: (id: string) => void }) {
  const { expenses } = useTexts()
  const label = expenses.fields.projectId
  if (props.id === '') return <Picker {...props} label={label} />
  return <ChosenProject {...props} label={label} />
}

type PickerProps = { id: string; label: string; error: unknown; onChange: (id: string) => void }

function ChosenProject(props: PickerProps) {
  const { data } = useProject(props.id)
  return <Picker {...props} {...(data ? { project: data } : {})} />
}

function Picker({
  label,
  error,
  onChange,
  project,
}: PickerProps & { project?: import('../../src/projects/project.ts').Project }) {
  return (
    <ProjectPicker
      label={label}
      value={project ?? null}
      onChange={(chosen) => onChange(chosen?.id ?? '')}
      error={error}
    />
  )
}

const Activities = z.object({ items: z.array(Activity) })

/** Those that take expenses: all that are not closed. */
function useActivities(projectId: string): { value: string; label: string }[] {
  const { data } = useQuery({
    queryKey: ['/activities', 'options', projectId],
    queryFn: () => get(`/activities${queryOf({ project: projectId, size: 200 })}`, Activities),
    enabled: projectId !== '',
  })
  return (data?.items ?? [])
    .filter(({ state }) => state !== 'closed')
    .map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` }))
}
