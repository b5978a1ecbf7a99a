import { Anchor, Stack, Tabs, Text } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { Contact } from '../../src/contacts/contact.ts'
import { useMay } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { Field, FieldGroup } from '../ui/fields.tsx'
import { History } from '../ui/history.tsx'
import { MailLink } from '../ui/mail-link.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { RecordActions } from '../ui/record-actions.tsx'
import { RecordState } from '../ui/record-state.tsx'
import { useContact } from './contact-query.ts'

const route = getRouteApi('/contacts/$id')

export function ContactPage() {
  const { id } = route.useParams()
  const query = useContact(id)
  return <RecordState query={query}>{(contact) => <ContactDetails contact={contact} />}</RecordState>
}

function ContactDetails({ contact }: { contact: Contact }) {
  const { contacts, shell, ui } = useTexts()
  const { fields, groups } = contacts
  const mayChange = useMay('change customers')
  const maySeeHistory = useMay('view the history')
  return (
    <>
      <PageHeader
        title={contact.name}
        crumbs={[
          { title: shell.groups.customers },
          { title: contacts.title, to: '/contacts' },
          { title: contact.name },
        ]}
        badge={contact.active ? null : <Text c="var(--muted)">{contacts.inactive}</Text>}
        actions={
          mayChange ? (
            <RecordActions
              list="/contacts"
              record={contact}
              name={contact.name}
              after={`/customers/${contact.customerId}`}
            />
          ) : null
        }
      />
      <Tabs defaultValue="details" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="details">{ui.details}</Tabs.Tab>
          {maySeeHistory ? <Tabs.Tab value="history">{ui.history}</Tabs.Tab> : null}
        </Tabs.List>
        <Tabs.Panel value="details">
          <Stack>
            <FieldGroup title={groups.person}>
              <Field label={fields.customerId}>
                <Anchor component={Link} to={`/customers/${contact.customerId}`} size="sm">
                  {contact.customerNumber} {contact.customerName}
                </Anchor>
              </Field>
              <Field label={fields.title}>{contact.title}</Field>
              <Field label={fields.email}>{contact.email ? <MailLink address={contact.email} /> : null}</Field>
              <Field label={fields.phone}>{contact.phone}</Field>
              <Field label={fields.mobile}>{contact.mobile}</Field>
              <Field label={fields.receivesInvoices}>{contact.receivesInvoices ? ui.yes : ui.no}</Field>
            </FieldGroup>
            {contact.notes ? (
              <FieldGroup title={groups.notes}>
                <Field label={fields.notes} wide>
                  {contact.notes}
                </Field>
              </FieldGroup>
            ) : null}
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <History kind="contact" subject={contact.id} names={{ ...fields, ...contacts.historyFields }} />
        </Tabs.Panel>
      </Tabs>
    </>
  )
}
