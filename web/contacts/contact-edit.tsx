import { Checkbox, Stack, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Contact, ContactInput } from '../../src/contacts/contact.ts'
import { post, put } from '../api.ts'
import { CustomerPicker } from '../customers/customer-picker.tsx'
import { useTexts } from '../texts/texts.tsx'
import { FieldGroup } from '../ui/fields.tsx'
import { textInputs } from '../ui/inputs.ts'
import { OnlyIfMay } from '../ui/only-if-may.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { RecordFormFrame, useRecordForm } from '../ui/record-form.tsx'
import { RecordState } from '../ui/record-state.tsx'
import { useContact } from './contact-query.ts'

type ContactValues = Required<ContactInput> & { version?: number }

const newRoute = getRouteApi('/contacts/new')

export const NewContact = () => (
  <OnlyIfMay permission="change customers">
    <NewForm />
  </OnlyIfMay>
)

function NewForm() {
  const { contacts } = useTexts()
  const { customer } = newRoute.useSearch()
  const back = customer ? `/customers/${customer}` : '/contacts'
  const initial: ContactValues = {
    customerId: customer ?? '',
    name: '',
    title: '',
    email: '',
    phone: '',
    mobile: '',
    receivesInvoices: false,
    active: true,
    notes: '',
  }
  return (
    <>
      <ContactHeader title={contacts.newTitle} />
      <ContactForm
        initial={initial}
        send={(values) => post('/contacts', values, Contact)}
        back={back}
        after={(saved) => (customer ? back : `/contacts/${saved.id}`)}
      />
    </>
  )
}

const route = getRouteApi('/contacts/$id/edit')

export function EditContact() {
  const { id } = route.useParams()
  const query = useContact(id)
  return (
    <OnlyIfMay permission="change customers">
      <RecordState query={query}>{(contact) => <EditForm contact={contact} />}</RecordState>
    </OnlyIfMay>
  )
}

function EditForm({ contact }: { contact: Contact }) {
  const { contacts } = useTexts()
  const path = `/contacts/${contact.id}`
  const { version } = contact
  return (
    <>
      <ContactHeader title={contacts.editTitle(contact.name)} crumb={{ title: contact.name, to: path }} />
      <ContactForm
        initial={{ ...ContactInput.strip().parse(contact), version }}
        send={(values) => put(path, values, Contact)}
        back={path}
        after={() => path}
      />
    </>
  )
}

function ContactHeader({ title, crumb }: { title: string; crumb?: { title: string; to: string } }) {
  const { contacts, shell } = useTexts()
  return (
    <PageHeader
      title={title}
      crumbs={[{ title: shell.groups.customers }, { title: contacts.title, to: '/contacts' }, crumb ?? { title }]}
    />
  )
}

function ContactForm(props: {
  initial: ContactValues
  send: (values: object) => Promise<Contact>
  back: string
  after: (saved: Contact) => string
}) {
  const { contacts } = useTexts()
  const { fields, groups } = contacts
  const navigate = useNavigate()
  const queries = useQueryClient()
  const isNew = props.initial.version === undefined
  const record = useRecordForm<ContactValues, Contact>({
    initial: props.initial,
    send: (values) => props.send({ ...values, customerId: values.customerId || undefined }),
    onSaved(saved) {
      queries.setQueryData(['/contacts', saved.id], saved)
      void queries.invalidateQueries({ queryKey: ['/contacts', 'list'] })
      void queries.invalidateQueries({ queryKey: ['/contacts', 'of-customer'] })
      void queries.invalidateQueries({ queryKey: ['history', 'contact', saved.id] })
      void navigate({ to: props.after(saved), replace: isNew })
    },
  })
  const { form } = record
  const text = textInputs(form, fields)
  return (
    <RecordFormFrame record={record} names={fields} onCancel={() => void navigate({ to: props.back })}>
      <Stack>
        <FieldGroup title={groups.person}>
          <TextInput {...text('name')} required autoFocus={isNew} maxLength={100} />
          <CustomerPicker
            label={fields.customerId}
            value={form.values.customerId}
            onChange={(id) => form.setFieldValue('customerId', id)}
            error={form.errors.customerId}
            data-path="customerId"
          />
          <TextInput {...text('title')} maxLength={100} />
          <TextInput {...text('email')} type="email" maxLength={200} />
          <TextInput {...text('phone')} type="tel" maxLength={30} />
          <TextInput {...text('mobile')} type="tel" maxLength={30} />
          <Checkbox label={fields.receivesInvoices} {...form.getInputProps('receivesInvoices', { type: 'checkbox' })} />
          <Checkbox label={fields.active} {...form.getInputProps('active', { type: 'checkbox' })} />
        </FieldGroup>
        <FieldGroup title={groups.notes}>
          <Textarea {...text('notes')} className="wide" autosize minRows={2} maxLength={2000} />
        </FieldGroup>
      </Stack>
    </RecordFormFrame>
  )
}
