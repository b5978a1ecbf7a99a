import { Alert, Menu, Stack, Tabs, Text } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { Customer } from '../../src/customers/customer.ts'
import { ContactsPanel } from '../contacts/contacts-panel.tsx'
import { InvoiceSettingsPanel } from '../invoice-settings/setting-panel.tsx'
import { InvoicesPanel } from '../invoices/invoices-panel.tsx'
import { ProjectsPanel } from '../projects/projects-panel.tsx'
import { useMay } from '../session.tsx'
import { NewNumberDialog } from '../sync/new-number-dialog.tsx'
import { StateBadge } from '../sync/state-badge.tsx'
import { SyncPanel } from '../sync/sync-panel.tsx'
import { TagChips } from '../tags/tag-chips.tsx'
import { useTexts } from '../texts/texts.tsx'
import { Field, FieldGroup } from '../ui/fields.tsx'
import { useFormat } from '../ui/format.ts'
import { History } from '../ui/history.tsx'
import { MailLink } from '../ui/mail-link.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { RecordActions } from '../ui/record-actions.tsx'
import { RecordState } from '../ui/record-state.tsx'
import { useCustomer } from './customer-query.ts'
import { useShowCustomerField } from './show-customer-field.tsx'

const route = getRouteApi('/customers/$id')

export function CustomerPage() {
  const { id } = route.useParams()
  const query = useCustomer(id)
  return <RecordState query={query}>{(customer) => <CustomerDetails customer={customer} />}</RecordState>
}

function CustomerDetails({ customer }: { customer: Customer }) {
  const { customers, invoices, invoiceSettings, shell, sync, ui } = useTexts()
  const mayChange = useMay('change customers')
  const mayRenumber = useMay('change integrations')
  const [isRenumbering, setRenumbering] = useState(false)
  const maySeeHistory = useMay('view the history')
  const maySeeSettings = useMay('view accounting')
  const maySeeInvoices = useMay('view invoices')
  const show = useShowCustomerField()
  const name = `${customer.number} ${customer.name}`
  return (
    <>
      <PageHeader
        title={name}
        crumbs={[
          { title: shell.groups.customers },
          { title: customers.title, to: '/customers' },
          { title: customer.name },
        ]}
        badge={
          <>
            <Text c="var(--muted)">{customers.statuses[customer.status]}</Text>
            <StateBadge sync={customer.sync} />
          </>
        }
        actions={
          mayChange ? (
            <RecordActions
              list="/customers"
              record={customer}
              name={name}
              items={
                mayRenumber && customer.sync.externalKey ? (
                  <Menu.Item onClick={() => setRenumbering(true)}>{sync.newNumberItem}</Menu.Item>
                ) : null
              }
            />
          ) : null
        }
      />
      <Warnings warnings={customer.warnings} />
      {isRenumbering ? (
        <NewNumberDialog kind="customer" record={customer} onClose={() => setRenumbering(false)} />
      ) : null}
      <Tabs defaultValue="details" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="details">{ui.details}</Tabs.Tab>
          {maySeeSettings ? <Tabs.Tab value="invoice-settings">{invoiceSettings.tab}</Tabs.Tab> : null}
          {maySeeInvoices ? <Tabs.Tab value="invoices">{invoices.title}</Tabs.Tab> : null}
          {maySeeHistory ? <Tabs.Tab value="history">{ui.history}</Tabs.Tab> : null}
        </Tabs.List>
        <Tabs.Panel value="details">
          <div className="record-columns">
            <Fields customer={customer} />
            <Stack>
              <SyncPanel kind="customer" id={customer.id} badge={customer.sync} />
              <ContactsPanel customerId={customer.id} />
              <ProjectsPanel customer={customer} />
            </Stack>
          </div>
        </Tabs.Panel>
        <Tabs.Panel value="invoice-settings">
          <InvoiceSettingsPanel level="customer" id={customer.id} customerId={customer.id} />
        </Tabs.Panel>
        <Tabs.Panel value="invoices">
          <InvoicesPanel filter={{ customer: customer.id }} />
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <History
            kind="customer"
            subject={customer.id}
            names={{ ...customers.fields, ...customers.historyFields }}
            show={show}
          />
        </Tabs.Panel>
      </Tabs>
    </>
  )
}

export function Warnings({ warnings }: { warnings: Customer['warnings'] }) {
  if (warnings.length === 0) return null
  return (
    <Alert color="yellow" icon={<IconInfoCircle aria-hidden />} mb="md">
      {warnings.map((warning) => (
        <Text key={warning.path} size="sm">
          {warning.message}
        </Text>
      ))}
    </Alert>
  )
}

function Fields({ customer }: { customer: Customer }) {
  const { customers } = useTexts()
  const { fields, groups } = customers
  const format = useFormat()
  return (
    <Stack>
      <FieldGroup title={groups.general}>
        <Field label={fields.registrationNumber}>{customer.registrationNumber}</Field>
        <Field label={fields.vatNumber}>{customer.vatNumber}</Field>
        <Field label={fields.gln}>{customer.gln}</Field>
        <Field label={fields.relation}>{customers.relations[customer.relation]}</Field>
        <Field label={fields.tagIds}>
          {customer.tagIds.length > 0 ? <TagChips objectKind="customer" ids={customer.tagIds} /> : null}
        </Field>
      </FieldGroup>
      <FieldGroup title={groups.address}>
        <Field label={fields.street1}>
          {[customer.street1, customer.street2, customer.street3].filter(Boolean).join('\n')}
        </Field>
        <Field label={fields.postalCode}>{customer.postalCode}</Field>
        <Field label={fields.city}>{customer.city}</Field>
        <Field label={fields.countryCode}>{format.country(customer.countryCode)}</Field>
      </FieldGroup>
      <FieldGroup title={groups.contact}>
        <Field label={fields.email}>{customer.email ? <MailLink address={customer.email} /> : null}</Field>
        <Field label={fields.phone}>{customer.phone}</Field>
        <Field label={fields.fax}>{customer.fax}</Field>
        <Field label={fields.website}>{customer.website}</Field>
      </FieldGroup>
      <FieldGroup title={groups.invoicing}>
        <Field label={fields.currency}>{customer.currency}</Field>
        <Field label={fields.paymentDays}>{customer.paymentDays ?? customers.companyDays}</Field>
        <Field label={fields.invoiceChannel}>{customers.channels[customer.invoiceChannel]}</Field>
        <Field label={fields.invoiceEmail}>
          {customer.invoiceEmail ? <MailLink address={customer.invoiceEmail} /> : null}
        </Field>
        <Field label={fields.eInvoiceScheme}>{customer.eInvoiceScheme}</Field>
        <Field label={fields.eInvoiceAddress}>{customer.eInvoiceAddress}</Field>
        <Field label={fields.bankAccount}>{customer.bankAccount}</Field>
      </FieldGroup>
      {customer.notes ? (
        <FieldGroup title={groups.notes}>
          <Field label={fields.notes} wide>
            {customer.notes}
          </Field>
        </FieldGroup>
      ) : null}
    </Stack>
  )
}
