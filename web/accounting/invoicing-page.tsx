import { Stack, Text, Title } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PaymentIdKind, VatRounding } from '../../src/accounting/accounting.ts'
import type { CoupledSeries } from '../../src/company/company.ts'
import {
  accountFields,
  CompanySettingChange,
  InvoiceSettings,
  type SettingField,
} from '../../src/invoice-settings/invoice-setting.ts'
import { get, put } from '../api.ts'
import { SettingInput, useShowSettingField } from '../invoice-settings/setting-input.tsx'
import { useMay } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { FieldGroup } from '../ui/fields.tsx'
import { useFormat } from '../ui/format.ts'
import { History } from '../ui/history.tsx'
import { TextLink } from '../ui/links.tsx'
import { OnlyIfMay } from '../ui/only-if-may.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { RecordFormFrame, useRecordForm } from '../ui/record-form.tsx'
import { RecordState } from '../ui/record-state.tsx'
import type { ShowField } from '../ui/show-value.tsx'
import { invoicingQuery } from './accounts-query.ts'
import { InvoicingForm } from './invoicing-form.tsx'

const settingsKey = ['/invoice-settings']

export const InvoicingPage = () => (
  <OnlyIfMay permission="view accounting">
    <Page />
  </OnlyIfMay>
)

function Page() {
  const { invoicing: texts, invoiceSettings, shell, ui } = useTexts()
  const format = useFormat()
  const mayChangeSeries = useMay('change settings')
  const maySeeHistory = useMay('view the history')
  // A form begins anew after it was saved; what others save meanwhile takes nothing from it.
  const [saves, setSaves] = useState({ settings: 0, invoicing: 0 })
  const saved = (form: keyof typeof saves) => () => setSaves((before) => ({ ...before, [form]: before[form] + 1 }))
  const invoicing = useQuery(invoicingQuery)
  const settings = useQuery({ queryKey: settingsKey, queryFn: () => get('/invoice-settings', InvoiceSettings) })
  const show = useShowSettingField()
  const showInvoicing: ShowField = (field, value) => {
    if (field === 'vatRounding') return texts.roundings[value as VatRounding]
    if (field === 'paymentIdKind') return texts.paymentIdKinds[value as PaymentIdKind]
    if (field === 'creditNoteSeries') return texts.creditNoteSeries[value as CoupledSeries]
    if (field === 'booksLockedUntil') return format.day(value as string)
    return field === 'logoFileId' ? texts.logoAlt : undefined
  }
  return (
    <Stack>
      <PageHeader
        title={texts.title}
        crumbs={[{ title: shell.groups.setup }, { title: shell.pages.settings }, { title: texts.title }]}
        actions={
          mayChangeSeries ? (
            <TextLink to="/settings/general" size="sm">
              {texts.seriesLink}
            </TextLink>
          ) : null
        }
      />
      <Section title={texts.hierarchyTitle} text={texts.hierarchyText} />
      <RecordState query={settings}>
        {(stored) => <CompanyForm key={saves.settings} stored={stored} onSaved={saved('settings')} />}
      </RecordState>
      <Section title={texts.companyTitle} text={texts.companyText} />
      <RecordState query={invoicing}>
        {(stored) => <InvoicingForm key={saves.invoicing} stored={stored} onSaved={saved('invoicing')} />}
      </RecordState>
      {maySeeHistory ? (
        <FieldGroup title={ui.history}>
          <div className="wide">
            <Title order={3}>{texts.hierarchyTitle}</Title>
            <History kind="invoice-settings" subject="company" names={invoiceSettings.fields} show={show} />
          </div>
          <div className="wide">
            <Title order={3}>{texts.companyTitle}</Title>
            <History kind="invoicing" subject="company" names={texts.fields} show={showInvoicing} />
          </div>
        </FieldGroup>
      ) : null}
    </Stack>
  )
}

function Section({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <Title order={2}>{title}</Title>
      <Text size="sm" c="var(--muted)" maw="75ch">
        {text}
      </Text>
    </div>
  )
}

const terms = ['paymentDays', 'language'] as const
const content = ['lineGrouping', 'hourSpecification', 'attachReceipts', 'invoiceText', 'footerText'] as const

function CompanyForm({ stored, onSaved }: { stored: InvoiceSettings; onSaved: () => void }) {
  const { invoiceSettings: texts } = useTexts()
  const mayChange = useMay('change accounting')
  const queries = useQueryClient()
  const show = useShowSettingField()
  const record = useRecordForm<CompanySettingChange, InvoiceSettings>({
    initial: CompanySettingChange.strip().parse({ ...stored.own, version: stored.version }),
    send: (values) => put('/invoice-settings', values, InvoiceSettings),
    onSaved(saved) {
      queries.setQueryData(settingsKey, saved)
      void queries.invalidateQueries()
      onSaved()
    },
  })
  const { form } = record
  const input = (field: SettingField & keyof CompanySettingChange) => (
    <div key={field} className={field === 'invoiceText' || field === 'footerText' ? 'wide' : ''}>
      <SettingInput
        field={field}
        value={form.values[field]}
        onChange={(value) => form.setFieldValue(field, value as never)}
        error={form.errors[field]}
      />
    </div>
  )
  return (
    <fieldset disabled={!mayChange} className="plain-fieldset">
      <RecordFormFrame record={record} names={texts.fields} show={show} onCancel={form.reset} readOnly={!mayChange}>
        <FieldGroup title={texts.groups.terms}>{terms.map(input)}</FieldGroup>
        <FieldGroup title={texts.groups.content}>{content.map(input)}</FieldGroup>
        <FieldGroup title={texts.groups.accounts}>{accountFields.map(input)}</FieldGroup>
      </RecordFormFrame>
    </fieldset>
  )
}
