import { Checkbox, Divider, Select, Stack, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { hourlyBases, PriceModel, PriceModelChange, PriceModelInput, priceModelKinds } from '../../src/prices/price.ts'
import type { Project } from '../../src/projects/project.ts'
import { del, post, put } from '../api.ts'
import { CustomerPicker } from '../customers/customer-picker.tsx'
import { useCustomer } from '../customers/customer-query.ts'
import { useMay } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { DecimalInput } from '../ui/decimal-input.tsx'
import { DeleteButton } from '../ui/delete-button.tsx'
import { optionsOf } from '../ui/filter-bar.tsx'
import { History } from '../ui/history.tsx'
import { selectInputs, textInputs } from '../ui/inputs.ts'
import { RecordFormFrame, useRecordForm } from '../ui/record-form.tsx'
import type { ModelValues } from './model-values.ts'
import { PlanRows } from './plan-rows.tsx'
import { RateRows } from './rate-rows.tsx'
import { useShowPriceField } from './show-price-field.tsx'

const nothing = '00000000-0000-4000-8000-000000000000'

/** A price model with its prices and its plan, or a new one of the project when there is none. */
export function PriceModelForm(props: { project: Project; model: PriceModel | undefined; onDone: () => void }) {
  const { project, model, onDone } = props
  const { prices: texts, ui } = useTexts()
  const { fields } = texts
  const maySeeHistory = useMay('view the history')
  const queries = useQueryClient()
  const path = model ? `/price-models/${model.id}` : '/price-models'
  const record = useRecordForm<ModelValues, PriceModel>({
    initial: valuesOf(model),
    send: (values) => {
      const body = { ...values, rates: values.rates.map(({ key: _, ...rate }) => rate), plan: values.plan.map(toItem) }
      return model ? put(path, body, PriceModel) : post(path, { ...body, projectId: project.id }, PriceModel)
    },
    onSaved() {
      onDone()
      void queries.invalidateQueries()
    },
  })
  const { form } = record
  const { values } = form
  const currency = useCurrency(project, values.customerId)
  const show = useShowPriceField(currency)
  const isAgreed = values.kind === 'fixed' || (values.kind === 'on-account' && values.hourlyBase === null)
  const hasHours = values.kind === 'hourly' || (values.kind === 'on-account' && !isAgreed)
  const hasPlan = values.kind === 'fixed' || values.kind === 'on-account'
  const figure = (name: 'commonRate' | 'fixedPrice' | 'cap' | 'expenseMarkup') => ({
    label: fields[name],
    value: values[name],
    onChange: (value: string | null) => form.setFieldValue(name, name === 'expenseMarkup' ? (value ?? '0') : value),
    error: form.errors[name],
    'data-path': name,
  })
  /** What does not belong to a kind is emptied with it, so that nothing unseen is refused. */
  const become = (change: Partial<ModelValues>) => form.setValues({ ...change })
  return (
    <Stack>
      <RecordFormFrame
        record={record}
        names={fields}
        show={show}
        onCancel={onDone}
        actions={
          model ? (
            <DeleteButton
              name={model.name}
              text={texts.deleteText}
              act={async () => {
                await del(`${path}?version=${model.version}`)
                form.resetDirty()
                onDone()
                await queries.invalidateQueries()
              }}
            />
          ) : undefined
        }
      >
        <div className="field-grid">
          <TextInput {...textInputs(form, fields)('name')} required data-autofocus maxLength={100} />
          <Select
            {...selectInputs(form, fields)('kind')}
            allowDeselect={false}
            data={optionsOf(priceModelKinds, texts.kinds)}
            description={model && model.invoices > 0 ? texts.kindStays : texts.kindHints[values.kind]}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            disabled={model !== undefined && model.invoices > 0}
            onChange={(kind) => become(ofKind(kind as ModelValues['kind'], values))}
          />
          {values.kind === 'on-account' ? (
            <Select
              label={texts.settleAgainst}
              allowDeselect={false}
              data={[
                { value: 'agreed', label: texts.settleAgreed },
                { value: 'hours', label: texts.settleHours },
              ]}
              value={isAgreed ? 'agreed' : 'hours'}
              onChange={(against) =>
                become(
                  against === 'hours'
                    ? { hourlyBase: 'co-worker', fixedPrice: null }
                    : { hourlyBase: null, commonRate: null, cap: null, rates: [] },
                )
              }
            />
          ) : null}
          {hasHours ? (
            <Select
              {...selectInputs(form, fields)('hourlyBase')}
              allowDeselect={false}
              data={optionsOf(hourlyBases, texts.bases)}
              onChange={(base) =>
                become({
                  hourlyBase: base as ModelValues['hourlyBase'],
                  ...(base === 'common' ? {} : { commonRate: null }),
                })
              }
            />
          ) : null}
          {hasHours && values.hourlyBase === 'common' ? (
            <DecimalInput {...figure('commonRate')} unit={currency} decimals={2} required />
          ) : null}
          {isAgreed ? <DecimalInput {...figure('fixedPrice')} unit={currency} decimals={2} required /> : null}
          {hasHours ? <DecimalInput {...figure('cap')} unit={currency} decimals={2} /> : null}
          {values.kind === 'non-billable' ? null : (
            <DecimalInput {...figure('expenseMarkup')} unit="%" disabled={values.expensesIncluded} />
          )}
        </div>
        {values.kind === 'non-billable' ? null : (
          <>
            <Checkbox
              label={fields.expensesIncluded}
              description={texts.expensesHint}
              {...form.getInputProps('expensesIncluded', { type: 'checkbox' })}
            />
            <Checkbox
              label={texts.ownCustomer}
              checked={values.customerId !== null}
              onChange={(event) => form.setFieldValue('customerId', event.currentTarget.checked ? '' : null)}
            />
            {values.customerId === null ? null : (
              <CustomerPicker
                label={fields.customerId}
                value={values.customerId}
                onChange={(id) => form.setFieldValue('customerId', id)}
                error={form.errors.customerId}
                data-path="customerId"
              />
            )}
          </>
        )}
        {hasHours ? <RateRows form={form} projectId={project.id} currency={currency} /> : null}
        {hasPlan ? <PlanRows form={form} currency={currency} /> : null}
        <Checkbox
          label={fields.active}
          description={texts.inactiveHint}
          {...form.getInputProps('active', { type: 'checkbox' })}
        />
      </RecordFormFrame>
      {model && maySeeHistory ? (
        <section aria-label={ui.history}>
          <Divider my="sm" label={ui.history} />
          <History kind="price-model" subject={model.id} names={fields} show={show} />
        </section>
      ) : null}
    </Stack>
  )
}

/** What the model would bill in: the project's currency, else that of who gets the invoice. */
function useCurrency(project: Project, customerId: string | null): string {
  const customer = useCustomer(customerId || project.customerId)
  return project.currency ?? customer.data?.currency ?? ''
}

function ofKind(kind: ModelValues['kind'], values: ModelValues): Partial<ModelValues> {
  const withoutHours = { hourlyBase: null, commonRate: null, cap: null, rates: [] }
  if (kind === 'hourly') return { kind, hourlyBase: values.hourlyBase ?? 'co-worker', fixedPrice: null, plan: [] }
  if (kind === 'non-billable') return { kind, ...withoutHours, fixedPrice: null, plan: [] }
  return { kind, ...withoutHours }
}

function toItem({ key: _k, isBilled: _b, ...item }: ModelValues['plan'][number]) {
  return item
}

function valuesOf(model: PriceModel | undefined): ModelValues {
  if (!model) {
    const { projectId: _, ...empty } = PriceModelInput.parse({ name: 'x', projectId: nothing, hourlyBase: 'co-worker' })
    return { ...empty, name: '', rates: [], plan: [] }
  }
  const plain = {
    ...model,
    rates: model.rates.map(({ userName: _u, roleName: _r, ...rate }) => rate),
    plan: model.plan.map(({ invoiceId: _, ...item }) => item),
  }
  const values = PriceModelChange.strip().parse(plain)
  return {
    ...values,
    rates: values.rates.map((rate, index) => ({ ...rate, key: `stored ${index}` })),
    plan: model.plan.map(({ invoiceId, ...item }) => ({ ...item, key: item.id, isBilled: invoiceId !== null })),
  }
}
