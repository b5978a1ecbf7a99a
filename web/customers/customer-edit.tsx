import { NumberInput, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { z } from 'zod'
import {
  Customer,
  CustomerInput,
  customerRelations,
  customerStatuses,
  invoiceChannels,
} from '../../src/customers/customer.ts'
import { countryCodes } from '../../src/lib/countries.ts'
import { currencyCodes } from '../../src/lib/currencies.ts'
import { get, post, put } from '../api.ts'
import { useMe } from '../session.tsx'
import { TagFields } from '../tags/tag-fields.tsx'
import { useTexts } from '../texts/texts.tsx'
import { FieldGroup } from '../ui/fields.tsx'
import { optionsOf } from '../ui/filter-bar.tsx'
import { useFormat } from '../ui/format.ts'
import { selectInputs, textInputs } from '../ui/inputs.ts'
import { OnlyIfMay } from '../ui/only-if-may.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { RecordFormFrame, useRecordForm } from '../ui/record-form.tsx'
import { RecordState } from '../ui/record-state.tsx'
import { useCustomer } from './customer-query.ts'
import { SameCustomers } from './same-customers.tsx'
import { useShowCustomerField } from './show-customer-field.tsx'

const NextNumber = z.object({ number: z.string(), overridable: z.boolean() })
type CustomerValues = Required<CustomerInput> & { version?: number }

export const NewCustomer = () => (
  <OnlyIfMay permission="change customers">
    <NewForm />
  </OnlyIfMay>
)

function NewForm() {
  const { customers, shell } = useTexts()
  const { company } = useMe()
  const initial = {
    ...CustomerInput.parse({ name: 'x', countryCode: company.countryCode, currency: company.currency }),
    name: '',
    number: '',
  }
  return (
    <>
      <PageHeader
        title={customers.newTitle}
        crumbs={[
          { title: shell.groups.customers },
          { title: customers.title, to: '/customers' },
          { title: customers.newTitle },
        ]}
      />
      <CustomerForm initial={initial} send={(values) => post('/customers', values, Customer)} back="/customers" />
    </>
  )
}

const route = getRouteApi('/customers/$id/edit')

export function EditCustomer() {
  const { id } = route.useParams()
  const query = useCustomer(id)
  return (
    <OnlyIfMay permission="change customers">
      <RecordState query={query}>{(customer) => <EditForm customer={customer} />}</RecordState>
    </OnlyIfMay>
  )
}

function EditForm({ customer }: { customer: Customer }) {
  const { customers, shell } = useTexts()
  const path = `/customers/${customer.id}`
  const { version } = customer
  return (
    <>
      <PageHeader
        title={customers.editTitle(customer.name)}
        crumbs={[
          { title: shell.groups.customers },
          { title: customers.title, to: '/customers' },
          { title: customer.name, to: path },
        ]}
      />
      <CustomerForm
        isSent={customer.sync.externalKey !== null}
        initial={{ ...CustomerInput.strip().parse(customer), number: customer.number, version }}
        send={(values) => put(path, values, Customer)}
        back={path}
      />
    </>
  )
}

function CustomerForm(props: {
  initial: CustomerValues
  /** Its number was sent and stays. */
  isSent?: boolean
  send: (values: object) => Promise<Customer>
  back: string
}) {
  const { customers } = useTexts()
  const { fields, groups } = customers
  const format = useFormat()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const show = useShowCustomerField()
  const isNew = props.initial.version === undefined
  const next = useQuery({
    queryKey: ['next-number', 'customer'],
    queryFn: () => get('/customers/next-number', NextNumber),
    enabled: isNew,
    staleTime: 0,
  })
  const record = useRecordForm<CustomerValues, Customer>({
    initial: props.initial,
    send: (values) => props.send({ ...values, number: values.number || undefined }),
    onSaved(saved) {
      queries.setQueryData(['/customers', saved.id], saved)
      void queries.invalidateQueries({ queryKey: ['/customers', 'list'] })
      void queries.invalidateQueries({ queryKey: ['history', 'customer', saved.id] })
      void navigate({ to: `/customers/${saved.id}`, replace: isNew })
    },
  })
  const { form } = record
  const text = textInputs(form, fields)
  const choice = selectInputs(form, fields)
  return (
    <RecordFormFrame record={record} names={fields} show={show} onCancel={() => void navigate({ to: props.back })}>
      <Stack>
        <FieldGroup title={groups.general}>
          <TextInput {...text('name')} required data-autofocus autoFocus={isNew} maxLength={100} />
          <TextInput
            {...text('number')}
            maxLength={40}
            disabled={props.isSent || (isNew && next.data?.overridable === false)}
            {...(props.isSent ? { description: customers.numberFixed } : {})}
            {...(isNew && next.data
              ? { placeholder: next.data.number, description: customers.nextNumber(next.data.number) }
              : {})}
          />
          <Select {...choice('status')} allowDeselect={false} data={optionsOf(customerStatuses, customers.statuses)} />
          <Select
            {...choice('relation')}
            allowDeselect={false}
            data={optionsOf(customerRelations, customers.relations)}
          />
          <TextInput {...text('registrationNumber')} maxLength={20} />
          <TextInput {...text('vatNumber')} maxLength={20} />
          <TextInput {...text('gln')} maxLength={13} />
          <TagFields
            objectKind="customer"
            value={form.values.tagIds}
            onChange={(ids) => form.setFieldValue('tagIds', ids)}
            error={form.errors.tagIds}
          />
          {isNew ? <SameCustomers name={form.values.name} registrationNumber={form.values.registrationNumber} /> : null}
        </FieldGroup>
        <FieldGroup title={groups.address}>
          <TextInput {...text('street1')} maxLength={60} />
          <TextInput {...text('street2')} maxLength={60} />
          <TextInput {...text('street3')} maxLength={60} />
          <TextInput {...text('postalCode')} maxLength={12} />
          <TextInput {...text('city')} maxLength={30} />
          <Select
            {...choice('countryCode')}
            allowDeselect={false}
            searchable
            data={countryCodes.map((code) => ({ value: code, label: format.country(code) }))}
          />
        </FieldGroup>
        <FieldGroup title={groups.contact}>
          <TextInput {...text('email')} type="email" maxLength={200} />
          <TextInput {...text('phone')} type="tel" maxLength={30} />
          <TextInput {...text('fax')} type="tel" maxLength={30} />
          <TextInput {...text('website')} maxLength={100} />
        </FieldGroup>
        <FieldGroup title={groups.invoicing}>
          <Select {...choice('currency')} allowDeselect={false} searchable data={currencyCodes} />
          <NumberInput
            {...choice('paymentDays')}
            value={form.values.paymentDays ?? ''}
            onChange={(days) => form.setFieldValue('paymentDays', days === '' ? null : Number(days))}
            placeholder={customers.companyDays}
            min={0}
            max={365}
            allowDecimal={false}
          />
          <Select
            {...choice('invoiceChannel')}
            allowDeselect={false}
            data={optionsOf(invoiceChannels, customers.channels)}
          />
          <TextInput {...text('invoiceEmail')} type="email" maxLength={200} />
          <TextInput {...text('eInvoiceScheme')} maxLength={10} />
          <TextInput {...text('eInvoiceAddress')} maxLength={50} />
          <TextInput {...text('bankAccount')} maxLength={50} />
        </FieldGroup>
        <FieldGroup title={groups.notes}>
          <Textarea {...text('notes')} className="wide" autosize minRows={2} maxLength={4000} />
        </FieldGroup>
      </Stack>
    </RecordFormFrame>
  )
}
