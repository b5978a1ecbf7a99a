// The heading of a draft, laid out as on the document: to whom at the left, dates at the right, references and texts below.
import { NativeSelect, Switch, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { Contact } from '../../src/contacts/contact.ts'
import { hourSpecifications, lineGroupings } from '../../src/invoice-settings/invoice-setting.ts'
import { type InvoiceKind, invoiceKinds } from '../../src/invoices/invoice.ts'
import { languages } from '../../src/lib/i18n/sentence.ts'
import { get, queryOf } from '../api.ts'
import { CustomerPicker } from '../customers/customer-picker.tsx'
import { useDepartments } from '../departments/departments-query.ts'
import { useMe } from '../session.tsx'
import { TagFields } from '../tags/tag-fields.tsx'
import { useTags } from '../tags/tags-query.ts'
import { useLanguage, useTexts } from '../texts/texts.tsx'
import { readDecimal } from '../ui/decimal.ts'
import { FieldGroup } from '../ui/fields.tsx'
import { optionsOf } from '../ui/filter-bar.tsx'
import { DraftChoice, DraftDay, DraftNumber, DraftText, useFieldFault } from './draft-inputs.tsx'
import { changeDraft, useDraft } from './use-draft.tsx'

const Contacts = z.object({ items: z.array(Contact) })

export function DraftHeading() {
  const { invoices } = useTexts()
  const { draft, change, mayChange } = useDraft()
  const customerFault = useFieldFault('customerId')
  const contacts = useQuery({
    queryKey: ['/contacts', 'of-customer', draft.customerId, 'options'],
    queryFn: () => get(`/contacts${queryOf({ customer: draft.customerId, active: true, size: 200 })}`, Contacts),
    staleTime: 60_000,
  })
  const { departments } = useDepartments()
  return (
    <div className="document-heading">
      <FieldGroup title={invoices.groups.heading}>
        <div className="wide">
          {mayChange ? (
            <CustomerPicker
              label={invoices.fields.customerId}
              value={draft.customerId}
              onChange={(id) => {
                if (id && id !== draft.customerId) void change({ customerId: id, contactId: null })
              }}
              error={customerFault}
              data-path="customerId"
            />
          ) : (
            <Text fw={600}>{`${draft.customerNumber} ${draft.customerName}`}</Text>
          )}
        </div>
        <DraftText name="nameLineAbove" maxLength={100} />
        <DraftText name="nameLineBelow" maxLength={100} />
        <DraftChoice
          name="contactId"
          empty={invoices.draft.noContact}
          options={(contacts.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </FieldGroup>
      <FieldGroup title={invoices.groups.dates}>
        <DraftDay name="invoicedOn" />
        {draft.kind === 'invoice' ? <DraftNumber name="paymentDays" read={readDays} /> : null}
        <DraftDay name="sourcesUntil" />
        <DraftChoice
          name="departmentId"
          empty={invoices.draft.noDepartment}
          options={departments
            .filter(({ active, id }) => active || id === draft.departmentId)
            .map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` }))}
        />
      </FieldGroup>
      <FieldGroup title={invoices.groups.references}>
        <DraftText name="yourReference" maxLength={60} />
        <DraftText name="orderReference" maxLength={60} />
        <DraftText name="contractReference" maxLength={60} />
        <DraftText name="description" maxLength={200} wide />
        <DraftText name="invoiceText" maxLength={4000} multiline wide />
      </FieldGroup>
    </div>
  )
}

/** What stands on the document without being part of its heading. */
export function DraftSettings() {
  const { invoices, users } = useTexts()
  const { draft, act, change, mayChange } = useDraft()
  const language = useLanguage()
  const { company } = useMe()
  const tagFault = useFieldFault('tagIds')
  const { groups } = useTags('invoice')
  const yesNo = [
    { value: 'true', label: invoices.draft.yes },
    { value: 'false', label: invoices.draft.no },
  ]
  return (
    <FieldGroup title={invoices.groups.document}>
      {draft.creditedInvoiceId === null ? (
        <NativeSelect
          label={invoices.draft.kind}
          description={invoices.draft.kindHint}
          disabled={!mayChange}
          value={draft.kind}
          data={optionsOf(invoiceKinds, invoices.kinds)}
          onChange={(event) => {
            const kind = event.currentTarget.value as InvoiceKind
            void act((now) => changeDraft(now, { kind }))
          }}
        />
      ) : null}
      <DraftChoice name="language" options={optionsOf(languages, users.languages)} />
      <DraftChoice name="lineGrouping" options={optionsOf(lineGroupings, invoices.lineGroupings)} />
      <DraftChoice name="hourSpecification" options={optionsOf(hourSpecifications, invoices.hourSpecifications)} />
      <DraftChoice name="attachReceipts" options={yesNo} store={(value) => value === 'true'} />
      {draft.currency !== company.currency ? (
        <>
          <DraftNumber name="exchangeRate" read={(text) => readDecimal(text, language) ?? text} />
          <DraftText name="rateSource" maxLength={60} />
          <DraftDay name="rateOn" />
        </>
      ) : null}
      {groups.length > 0 ? (
        <TagFields
          objectKind="invoice"
          value={draft.tagIds}
          onChange={(tagIds) => mayChange && void change({ tagIds })}
          error={tagFault}
        />
      ) : null}
      <Switch
        className="wide"
        label={invoices.draft.noTransfer}
        description={invoices.draft.noTransferHint}
        disabled={!mayChange}
        checked={!draft.transfer}
        onChange={(event) => void change({ transfer: !event.currentTarget.checked })}
      />
    </FieldGroup>
  )
}

const readDays = (text: string) => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : text)
