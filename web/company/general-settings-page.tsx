import { Checkbox, NumberInput, Select, Stack, Text, TextInput, Title } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import {
  Company,
  CompanyInput,
  NumberSeries,
  NumberSeriesChange,
  timeZonesWith,
  writeNumber,
} from '../../src/company/company.ts'
import { countryCodes } from '../../src/lib/countries.ts'
import { currencyCodes } from '../../src/lib/currencies.ts'
import { invoicingQuery } from '../accounting/accounts-query.ts'
import { get, put } from '../api.ts'
import { useMay } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { FieldGroup } from '../ui/fields.tsx'
import { useFormat } from '../ui/format.ts'
import { textInputs } from '../ui/inputs.ts'
import { PageHeader } from '../ui/page-header.tsx'
import { RecordFormFrame, useRecordForm } from '../ui/record-form.tsx'
import { RecordState } from '../ui/record-state.tsx'

const companyKey = ['/company']
const seriesKey = ['/number-series']
const SeriesList = z.object({ items: z.array(NumberSeries) })

export function GeneralSettingsPage() {
  const { company, shell } = useTexts()
  // A form begins anew after it was saved; what others save meanwhile takes nothing from it.
  const [saves, setSaves] = useState(0)
  const onSaved = () => setSaves(saves + 1)
  const [seriesSaves, setSeriesSaves] = useState<Partial<Record<NumberSeries['kind'], number>>>({})
  const stored = useQuery({ queryKey: companyKey, queryFn: () => get('/company', Company) })
  const series = useQuery({
    queryKey: seriesKey,
    queryFn: () => get('/number-series', SeriesList),
  })
  const invoicing = useQuery({ ...invoicingQuery, enabled: useMay('view accounting') })
  const isApart = invoicing.data?.creditNoteSeries === 'credit-note'
  return (
    <Stack>
      <PageHeader
        title={company.title}
        crumbs={[{ title: shell.groups.setup }, { title: shell.pages.settings }, { title: company.title }]}
      />
      <RecordState query={stored}>
        {(record) => <CompanyForm key={saves} stored={record} onSaved={onSaved} />}
      </RecordState>
      <div>
        <Title order={2}>{company.seriesTitle}</Title>
        <Text size="sm" c="var(--muted)">
          {company.seriesText} {company.creditNotesText}
        </Text>
      </div>
      <RecordState query={series}>
        {({ items }) =>
          items
            .filter(({ kind }) => kind !== 'credit-note' || isApart)
            .map((one) => (
              <SeriesForm
                key={`${one.kind} ${seriesSaves[one.kind] ?? 0}`}
                stored={one}
                onSaved={() => setSeriesSaves((before) => ({ ...before, [one.kind]: (before[one.kind] ?? 0) + 1 }))}
              />
            ))
        }
      </RecordState>
    </Stack>
  )
}

type CompanyValues = ReturnType<typeof CompanyInput.parse> & { version: number }

function CompanyForm({ stored, onSaved }: { stored: Company; onSaved: () => void }) {
  const { company } = useTexts()
  const { fields } = company
  const format = useFormat()
  const queries = useQueryClient()
  const record = useRecordForm<CompanyValues, Company>({
    initial: { ...CompanyInput.strip().parse(stored), version: stored.version },
    send: (values) => put('/company', values, Company),
    onSaved(saved) {
      queries.setQueryData(companyKey, saved)
      void queries.invalidateQueries({ queryKey: ['me'] })
      onSaved()
    },
  })
  const { form } = record
  const text = textInputs(form, fields)
  return (
    <RecordFormFrame record={record} names={fields} onCancel={form.reset}>
      <FieldGroup title={company.companyGroup}>
        <TextInput {...text('name')} required maxLength={100} />
        <TextInput {...text('registrationNumber')} maxLength={20} />
        <TextInput {...text('street')} maxLength={60} />
        <TextInput {...text('postalCode')} maxLength={12} />
        <TextInput {...text('city')} maxLength={30} />
        <Select
          {...text('countryCode')}
          searchable
          allowDeselect={false}
          data={countryCodes.map((code) => ({ value: code, label: format.country(code) }))}
        />
        <Select {...text('currency')} searchable allowDeselect={false} data={currencyCodes} />
        <Select
          {...text('timeZone')}
          searchable
          allowDeselect={false}
          limit={50}
          data={timeZonesWith(form.values.timeZone)}
        />
        <TextInput {...text('phone')} type="tel" maxLength={30} />
        <TextInput {...text('email')} type="email" maxLength={200} />
      </FieldGroup>
    </RecordFormFrame>
  )
}

type SeriesValues = ReturnType<typeof NumberSeriesChange.parse>

function SeriesForm({ stored, onSaved }: { stored: NumberSeries; onSaved: () => void }) {
  const { company } = useTexts()
  const fields = company.seriesFields
  const queries = useQueryClient()
  const record = useRecordForm<SeriesValues, NumberSeries>({
    initial: NumberSeriesChange.strip().parse(stored),
    send: (values) => put(`/number-series/${stored.kind}`, values, NumberSeries),
    onSaved(saved) {
      queries.setQueryData<z.infer<typeof SeriesList>>(seriesKey, (before) => ({
        items: before?.items.map((one) => (one.kind === saved.kind ? saved : one)) ?? [saved],
      }))
      // Payment ids are written with these numbers.
      void queries.invalidateQueries({ queryKey: ['/invoicing'] })
      onSaved()
    },
  })
  const { form } = record
  // Numbers of invoices are never typed, so there is nothing to allow.
  const hints: Partial<Record<NumberSeries['kind'], string>> = {
    invoice: company.invoiceSeriesHint,
    'credit-note': company.creditSeriesHint,
    'invoice-local': company.localSeriesHint,
  }
  const hint = hints[stored.kind]
  return (
    <RecordFormFrame record={record} names={fields} onCancel={form.reset}>
      <FieldGroup title={company.series[stored.kind]}>
        <TextInput label={fields.prefix} {...form.getInputProps('prefix')} data-path="prefix" maxLength={10} />
        <NumberInput
          label={fields.next}
          {...form.getInputProps('next')}
          data-path="next"
          min={1}
          max={999_999_999}
          allowDecimal={false}
          description={company.nextIs(writeNumber(form.values))}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
        />
        <NumberInput
          label={fields.digits}
          {...form.getInputProps('digits')}
          data-path="digits"
          min={1}
          max={12}
          allowDecimal={false}
        />
        {hint ? (
          <Text size="xs" c="var(--muted)" className="wide" maw="75ch">
            {hint}
          </Text>
        ) : (
          <Checkbox
            label={fields.overridable}
            {...form.getInputProps('overridable', { type: 'checkbox' })}
            style={{ alignSelf: 'center' }}
          />
        )}
      </FieldGroup>
    </RecordFormFrame>
  )
}
