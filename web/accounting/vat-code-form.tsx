import { ActionIcon, Button, Checkbox, Divider, Fieldset, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconTrash } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { vatCategories } from '../../src/accounting/accounting.ts'
import { VatCode, VatCodeInput, type VatRate } from '../../src/accounting/vat-code.ts'
import { dayIn } from '../../src/lib/dates.ts'
import { del, post, put } from '../api.ts'
import { useMay, useMe } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { DayInput } from '../ui/day-input.tsx'
import { DecimalInput } from '../ui/decimal-input.tsx'
import { DeleteButton } from '../ui/delete-button.tsx'
import { optionsOf } from '../ui/filter-bar.tsx'
import { useFormat } from '../ui/format.ts'
import { History } from '../ui/history.tsx'
import { selectInputs, textInputs } from '../ui/inputs.ts'
import { RecordFormFrame, useRecordForm } from '../ui/record-form.tsx'
import type { ShowField } from '../ui/show-value.tsx'

type VatCodeValues = VatCodeInput & { version?: number }

export function VatCodeForm({ code, onDone }: { code: VatCode | undefined; onDone: () => void }) {
  const { accounting, ui } = useTexts()
  const texts = accounting.vatCodes
  const { fields } = texts
  const format = useFormat()
  const maySeeHistory = useMay('view the history')
  const queries = useQueryClient()
  const today = dayIn(useMe().company.timeZone, new Date())
  const path = code ? `/vat-codes/${code.id}` : '/vat-codes'
  const empty: VatCodeValues = {
    code: '',
    name: '',
    category: 'standard',
    active: true,
    rates: [{ validFrom: `${today.slice(0, 4)}-01-01`, percent: '25' }],
  }
  const record = useRecordForm<VatCodeValues, VatCode>({
    initial: code ? { ...VatCodeInput.strip().parse(code), version: code.version } : empty,
    send: (values) => (code ? put(path, values, VatCode) : post(path, values, VatCode)),
    onSaved() {
      onDone()
      void queries.invalidateQueries()
    },
  })
  const { form } = record
  const text = textInputs(form, fields)
  const show: ShowField = (field, value) => {
    if (field === 'category') return accounting.categories[value as VatCode['category']]
    if (field !== 'rates' || !Array.isArray(value)) return undefined
    return (value as VatRate[])
      .map(({ percent, validFrom }) => texts.showRate(format.decimal(percent), format.day(validFrom)))
      .join(', ')
  }
  return (
    <Stack>
      <RecordFormFrame
        record={record}
        names={fields}
        show={show}
        onCancel={onDone}
        actions={
          code ? (
            <DeleteButton
              name={`${code.code} ${code.name}`}
              act={async () => {
                await del(`${path}?version=${code.version}`)
                form.resetDirty()
                onDone()
                await queries.invalidateQueries()
              }}
            />
          ) : undefined
        }
      >
        <TextInput {...text('code')} required data-autofocus maxLength={20} />
        <TextInput {...text('name')} required maxLength={100} />
        <Select
          {...selectInputs(form, fields)('category')}
          allowDeselect={false}
          description={texts.categoryHint}
          data={optionsOf(vatCategories, accounting.categories)}
          onChange={(category) => {
            form.setFieldValue('category', category as VatCode['category'])
            // Sales without VAT have one percentage only.
            if (category !== 'standard')
              form.setFieldValue(
                'rates',
                form.values.rates.map((rate) => ({ ...rate, percent: '0' })),
              )
          }}
        />
        <Rates form={form} today={today} />
        <Checkbox label={fields.active} {...form.getInputProps('active', { type: 'checkbox' })} />
      </RecordFormFrame>
      {code && maySeeHistory ? (
        <section aria-label={ui.history}>
          <Divider my="sm" label={ui.history} />
          <History kind="vat-code" subject={code.id} names={fields} show={show} />
        </section>
      ) : null}
    </Stack>
  )
}

function Rates({ form, today }: { form: UseFormReturnType<VatCodeValues>; today: string }) {
  const { accounting } = useTexts()
  const texts = accounting.vatCodes
  const format = useFormat()
  const { rates } = form.values
  const add = () => {
    const last = rates.at(-1)
    const nextYear = `${Number(today.slice(0, 4)) + 1}-01-01`
    form.setFieldValue('rates', [...rates, { validFrom: nextYear, percent: last?.percent ?? '25' }])
  }
  return (
    <Fieldset legend={texts.fields.rates}>
      <Stack gap="sm">
        <Text size="xs" c="var(--muted)">
          {texts.ratesHint}
        </Text>
        {rates.map((rate, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two rates may be alike while they are typed.
          <Group key={index} align="flex-start" wrap="nowrap" role="group" aria-label={texts.rate(index + 1)}>
            <DayInput
              label={texts.validFrom}
              value={rate.validFrom}
              onChange={(day) => form.setFieldValue(`rates.${index}.validFrom`, day ?? '')}
              error={form.errors[`rates.${index}.validFrom`]}
              data-path={`rates.${index}.validFrom`}
            />
            <DecimalInput
              label={texts.percent}
              unit="%"
              w={110}
              value={rate.percent}
              onChange={(percent) => form.setFieldValue(`rates.${index}.percent`, percent ?? '')}
              error={form.errors[`rates.${index}.percent`]}
              data-path={`rates.${index}.percent`}
            />
            {rates.length > 1 ? (
              <ActionIcon
                className="beside-label"
                variant="subtle"
                color="red"
                size="lg"
                aria-label={texts.removeRate(format.day(rate.validFrom))}
                onClick={() =>
                  form.setFieldValue(
                    'rates',
                    rates.filter((_, at) => at !== index),
                  )
                }
              >
                <IconTrash size={18} aria-hidden />
              </ActionIcon>
            ) : null}
          </Group>
        ))}
        <Button variant="default" size="xs" style={{ alignSelf: 'flex-start' }} onClick={add}>
          {texts.addRate}
        </Button>
      </Stack>
    </Fieldset>
  )
}
