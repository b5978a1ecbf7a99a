// One setting as it is edited, by what kind of value it has. The same on the page of the company, a customer and a project.
import { NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import {
  accountFields,
  hourSpecifications,
  lineGroupings,
  type SettingField,
  type SettingValues,
} from '../../src/invoice-settings/invoice-setting.ts'
import { type Language, languages } from '../../src/lib/i18n/sentence.ts'
import { useAccounts, usePaymentTerms } from '../accounting/accounts-query.ts'
import { useContactsOf } from '../contacts/contact-query.ts'
import { useTexts } from '../texts/texts.tsx'
import { optionsOf } from '../ui/filter-bar.tsx'
import type { ShowField } from '../ui/show-value.tsx'

type Value = SettingValues[SettingField]

export function SettingInput(props: {
  field: SettingField
  value: Value
  onChange: (value: Value) => void
  error?: ReactNode
  description?: ReactNode
  /** Whose contacts are offered. */
  customerId?: string | undefined
  autoFocus?: boolean
}) {
  const { invoiceSettings: texts, ui } = useTexts()
  const { field, value, onChange, customerId, ...rest } = props
  const common = { label: texts.fields[field], 'data-path': field, ...rest }
  const word = {
    ...common,
    allowDeselect: false,
    value: value as string | null,
    onChange: (chosen: string | null) => onChange(chosen as Value),
  }
  const terms = usePaymentTerms()
  const accounts = useAccounts()
  if (isAccount(field)) {
    const offered = accounts.filter((account) => account.active || account.id === value)
    return (
      <Select
        {...common}
        clearable
        searchable
        placeholder={texts.noAccount}
        value={value as string | null}
        onChange={onChange}
        data={offered.map((account) => ({ value: account.id, label: accountName(account) }))}
      />
    )
  }
  switch (field) {
    case 'paymentDays':
      if (terms.length === 0)
        return (
          <NumberInput
            {...common}
            min={0}
            max={365}
            allowDecimal={false}
            value={(value as number | null) ?? ''}
            onChange={(days) => onChange(days === '' ? null : Number(days))}
          />
        )
      return (
        <Select
          {...common}
          allowDeselect={false}
          value={value === null ? null : String(value)}
          onChange={(days) => onChange(days === null ? null : Number(days))}
          data={[
            ...terms.map(({ days, name }) => ({ value: String(days), label: name })),
            // Days that were typed before the terms were set up.
            ...(value !== null && !terms.some(({ days }) => days === value)
              ? [{ value: String(value), label: texts.days(value as number) }]
              : []),
          ]}
        />
      )
    case 'language':
      return <Select {...word} data={optionsOf(languages, texts.languages)} />
    case 'lineGrouping':
      return <Select {...word} data={optionsOf(lineGroupings, texts.lineGroupings)} />
    case 'hourSpecification':
      return <Select {...word} data={optionsOf(hourSpecifications, texts.hourSpecifications)} />
    case 'attachReceipts':
      return (
        <Select
          {...common}
          allowDeselect={false}
          value={value === null ? null : String(value)}
          onChange={(chosen) => onChange(chosen === 'true')}
          data={[
            { value: 'true', label: ui.yes },
            { value: 'false', label: ui.no },
          ]}
        />
      )
    case 'contactId':
      return (
        <ContactSelect {...common} customerId={customerId ?? ''} value={value as string | null} onChange={onChange} />
      )
    case 'invoiceText':
    case 'footerText':
      return (
        <Textarea
          {...common}
          autosize
          minRows={2}
          maxLength={field === 'invoiceText' ? 4000 : 1000}
          value={(value as string | null) ?? ''}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )
    default:
      return (
        <TextInput
          {...common}
          maxLength={field === 'nameLineAbove' || field === 'nameLineBelow' ? 100 : 60}
          value={(value as string | null) ?? ''}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )
  }
}

function ContactSelect(props: {
  label: string
  customerId: string
  value: string | null
  onChange: (value: string | null) => void
}) {
  const { invoiceSettings: texts } = useTexts()
  const { customerId, onChange, ...rest } = props
  const contacts = useContactsOf(customerId)
  return (
    <Select
      {...rest}
      clearable
      searchable
      onChange={onChange}
      nothingFoundMessage={texts.noContacts}
      data={contacts.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}

const isAccount = (field: SettingField) => (accountFields as readonly SettingField[]).includes(field)
const accountName = ({ number, name }: { number: string; name: string }) => `${number} ${name}`

/** A value in words; an empty one as nothing. */
export function useShowSetting(customerId: string | undefined): (field: SettingField, value: unknown) => string {
  const { invoiceSettings: texts, ui } = useTexts()
  const accounts = useAccounts()
  const terms = usePaymentTerms()
  const contacts = useContactsOf(customerId ?? '')
  return (field, value) => {
    if (isAccount(field)) {
      const account = accounts.find(({ id }) => id === value)
      return account ? accountName(account) : value === null ? texts.noAccount : String(value)
    }
    if (value === null || value === '') return texts.nothing
    switch (field) {
      case 'paymentDays':
        return terms.find(({ days }) => days === value)?.name ?? texts.days(value as number)
      case 'language':
        return texts.languages[value as Language]
      case 'lineGrouping':
        return texts.lineGroupings[value as (typeof lineGroupings)[number]]
      case 'hourSpecification':
        return texts.hourSpecifications[value as (typeof hourSpecifications)[number]]
      case 'attachReceipts':
        return value ? ui.yes : ui.no
      case 'contactId':
        return contacts.find(({ id }) => id === value)?.name ?? String(value)
      default:
        return String(value)
    }
  }
}

/** For the history and the comparison after a lost update, where names stand for ids already. */
export function useShowSettingField(customerId?: string): ShowField {
  const show = useShowSetting(customerId)
  return (field, value) => {
    if (value === null || value === '') return ''
    return field in knownFields ? show(field as SettingField, value) : undefined
  }
}

const knownFields: Partial<Record<SettingField, true>> = {
  paymentDays: true,
  language: true,
  lineGrouping: true,
  hourSpecification: true,
  attachReceipts: true,
  contactId: true,
  ...Object.fromEntries(accountFields.map((field) => [field, true])),
}
