// The people of a customer, on the customer's page.
import { Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { Contact } from '../../src/contacts/contact.ts'
import { get, queryOf } from '../api.ts'
import { useMay } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { FaultText } from '../ui/fault.tsx'
import { ButtonLink, TextLink } from '../ui/links.tsx'
import { MailLink } from '../ui/mail-link.tsx'

const Page = z.object({ items: z.array(Contact), total: z.number() })
const shownAtOnce = 10

export function ContactsPanel({ customerId }: { customerId: string }) {
  const { contacts: texts, customers } = useTexts()
  const mayChange = useMay('change customers')
  const contacts = useQuery({
    queryKey: ['/contacts', 'of-customer', customerId],
    queryFn: () => get(`/contacts${queryOf({ customer: customerId, size: shownAtOnce })}`, Page),
  })
  return (
    <Paper withBorder p="md" component="section" aria-label={texts.title}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2}>{texts.title}</Title>
          {mayChange ? (
            <ButtonLink size="xs" variant="default" to="/contacts/new" search={{ customer: customerId }}>
              {customers.addContact}
            </ButtonLink>
          ) : null}
        </Group>
        {contacts.isPending ? <Skeleton height={40} /> : null}
        {contacts.isError ? <FaultText error={contacts.error} onRetry={() => contacts.refetch()} /> : null}
        {contacts.data?.total === 0 ? <Text size="sm">{customers.noContacts}</Text> : null}
        {contacts.data?.items.map((contact) => (
          <div key={contact.id}>
            <Group justify="space-between" gap="xs" wrap="nowrap">
              <TextLink to="/contacts/$id" params={{ id: contact.id }} size="sm" fw={600} className="line-link">
                {contact.name}
              </TextLink>
              <Text size="xs" c="var(--muted)">
                {contact.active ? contact.title : texts.inactive}
              </Text>
            </Group>
            <Group gap="sm" fz="sm" style={{ overflowWrap: 'anywhere' }}>
              {contact.email ? <MailLink address={contact.email} /> : null}
              <span>{contact.mobile ?? contact.phone}</span>
            </Group>
            {contact.receivesInvoices ? (
              <Text size="xs" c="var(--muted)">
                {texts.fields.receivesInvoices}
              </Text>
            ) : null}
          </div>
        ))}
        {contacts.data && contacts.data.total > shownAtOnce ? (
          <TextLink to="/contacts" search={{ customer: [customerId] }} size="sm">
            {customers.allContacts(contacts.data.total)}
          </TextLink>
        ) : null}
      </Stack>
    </Paper>
  )
}
