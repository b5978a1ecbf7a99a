// What Import expenses opens: where expenses land, whether they are billed, and which ledger rows they are (UC-69).
import { Accordion, Alert, Group, Radio, Select, Stack, Switch, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { ImportStanding } from '../../src/uniconta/expense-import.ts'
import { get, post } from '../api.ts'
import { useMay } from '../session.tsx'
import { DayInput } from '../ui/day-input.tsx'
import { useFaultText } from '../ui/fault.tsx'
import { useFormat } from '../ui/format.ts'
import { credentialsOf, type DialogValues } from './dialog-values.ts'
import { largeRadio, type PartProps } from './tag-group-field.tsx'
import { useUnicontaTexts } from './texts.ts'

const SeriesList = z.object({
  items: z.array(z.object({ series: z.string(), name: z.string(), blocked: z.boolean() })),
})
const intervals = [10, 15, 20, 30, 60] as const
const hours = Array.from({ length: 24 }, (_, hour) => hour)

export function ExpenseOptions({ form, readOnly }: PartProps) {
  const { fields, importDialog: texts } = useUnicontaTexts()
  const { expensesBillable: billable, expenseAccounts } = form.values
  return (
    <Stack className="sub-options">
      <TextInput
        label={fields.expenseActivity}
        description={texts.activityHint}
        required
        maxLength={100}
        {...form.getInputProps('expenseActivity')}
        value={form.values.expenseActivity ?? ''}
        data-path="expenseActivity"
      />
      <Radio.Group
        label={fields.expensesBillable}
        required
        value={billable === null ? '' : billable ? 'yes' : 'no'}
        onChange={(choice) => form.setFieldValue('expensesBillable', choice === 'yes')}
        error={form.errors.expensesBillable}
        data-path="expensesBillable"
      >
        <Group gap="lg" mt={6}>
          {(['yes', 'no'] as const).map((choice) => (
            <Radio
              key={choice}
              {...largeRadio}
              value={choice}
              label={texts.billableChoices[choice]}
              disabled={readOnly}
            />
          ))}
        </Group>
      </Radio.Group>
      <StartDate form={form} readOnly={readOnly} />
      <SeriesField form={form} readOnly={readOnly} />
      <TextInput
        label={fields.expenseAccounts}
        description={texts.accountsHint}
        maxLength={500}
        {...form.getInputProps('expenseAccounts')}
        data-path="expenseAccounts"
      />
      {expenseAccounts.trim() === '' ? (
        <Alert color="yellow" variant="light">
          {texts.allAccounts}
        </Alert>
      ) : null}
      <Accordion variant="contained" order={3}>
        <Accordion.Item value="times">
          <Accordion.Control>{texts.advanced}</Accordion.Control>
          <Accordion.Panel>
            <Stack>
              <Switch
                label={fields.expensesApproved}
                description={texts.approvedHint}
                {...form.getInputProps('expensesApproved', { type: 'checkbox' })}
              />
              <Times form={form} />
            </Stack>
          </Accordion.Panel>
        </Accordion.Item>
      </Accordion>
    </Stack>
  )
}

function StartDate({ form, readOnly }: PartProps) {
  const { fields, importDialog: texts } = useUnicontaTexts()
  const format = useFormat()
  const maySee = useMay('view the log')
  const standing = useQuery({
    queryKey: ['/expense-import'],
    queryFn: () => get('/expense-import', ImportStanding),
    enabled: maySee,
  })
  const { floor, movedTo } = standing.data ?? {}
  const moved = movedTo && floor === form.values.expensesFrom && movedTo !== floor ? movedTo : undefined
  return (
    <DayInput
      label={fields.expensesFrom}
      required
      description={moved ? `${texts.fromHint} ${texts.moved(format.day(moved))}` : texts.fromHint}
      value={form.values.expensesFrom}
      onChange={(day) => form.setFieldValue('expensesFrom', day)}
      error={form.errors.expensesFrom}
      disabled={readOnly}
      data-path="expensesFrom"
    />
  )
}

function SeriesField({ form, readOnly }: PartProps) {
  const { fields, importDialog: texts } = useUnicontaTexts()
  const faultText = useFaultText()
  const { companyId, userName, expenseSeries } = form.values
  const series = useQuery({
    queryKey: ['number-series', userName, companyId],
    queryFn: () => post('/integrations/uniconta/series', credentialsOf(form.getValues()), SeriesList),
    enabled: !readOnly && companyId !== null,
    staleTime: 300_000,
    retry: false,
  })
  const options = (series.data?.items ?? []).map(({ series: value, name, blocked }) => {
    const label = name ? `${value} · ${name}` : value
    return { value, label: blocked ? texts.blocked(label) : label }
  })
  if (expenseSeries !== null && !options.some(({ value }) => value === expenseSeries))
    options.push({ value: expenseSeries, label: expenseSeries })
  return (
    <Select
      label={fields.expenseSeries}
      description={series.isFetching ? texts.fetching : texts.seriesHint}
      required
      searchable
      data={options}
      value={expenseSeries}
      onChange={(value) => form.setFieldValue('expenseSeries', value)}
      error={form.errors.expenseSeries ?? (series.error ? faultText(series.error) : undefined)}
      data-path="expenseSeries"
    />
  )
}

function Times({ form }: Pick<PartProps, 'form'>) {
  const { fields, importDialog: texts } = useUnicontaTexts()
  const field = (name: 'expenseFromHour' | 'expenseToHour') => (
    <Select
      label={fields[name]}
      allowDeselect={false}
      data={hours.map((hour) => ({ value: String(hour), label: texts.hour(hour) }))}
      value={String(form.values[name])}
      onChange={(hour) => form.setFieldValue(name, Number(hour))}
      w={110}
    />
  )
  return (
    <Group align="flex-end" gap="sm">
      <Select
        label={fields.expenseEveryMinutes}
        allowDeselect={false}
        data={intervals.map((count) => ({ value: String(count), label: texts.minutes(count) }))}
        value={String(form.values.expenseEveryMinutes)}
        onChange={(count) =>
          form.setFieldValue('expenseEveryMinutes', Number(count) as DialogValues['expenseEveryMinutes'])
        }
        w={180}
      />
      {field('expenseFromHour')}
      {field('expenseToHour')}
    </Group>
  )
}
