import { Alert, Checkbox, Select, Text, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { paymentIdKinds, vatRoundings } from '../../src/accounting/accounting.ts'
import { Invoicing, InvoicingChange, PaymentIdExample } from '../../src/accounting/invoicing.ts'
import { hasFormat, needsCreditorNumber } from '../../src/accounting/payment-id.ts'
import { get, put, queryOf } from '../api.ts'
import { Warnings } from '../customers/customer-page.tsx'
import { useMay } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { DayInput } from '../ui/day-input.tsx'
import { FieldGroup } from '../ui/fields.tsx'
import { optionsOf } from '../ui/filter-bar.tsx'
import { selectInputs, textInputs } from '../ui/inputs.ts'
import { RecordFormFrame, useRecordForm } from '../ui/record-form.tsx'
import { invoicingQuery } from './accounts-query.ts'
import { LogoField } from './logo-field.tsx'

/** What holds for every invoice of the company. Doubts about the payment id stand with its example. */
export function InvoicingForm({ stored, onSaved }: { stored: Invoicing; onSaved: () => void }) {
  const { invoicing: texts } = useTexts()
  const { fields, groups } = texts
  const mayChange = useMay('change accounting')
  const queries = useQueryClient()
  const record = useRecordForm<InvoicingChange, Invoicing>({
    initial: InvoicingChange.strip().parse(stored),
    send: (values) => put('/invoicing', values, Invoicing),
    onSaved(saved) {
      queries.setQueryData(invoicingQuery.queryKey, saved)
      void queries.invalidateQueries({ queryKey: ['history', 'invoicing'] })
      onSaved()
    },
  })
  const { form } = record
  const text = textInputs(form, fields)
  const choice = selectInputs(form, fields)
  return (
    <fieldset disabled={!mayChange} className="plain-fieldset">
      <RecordFormFrame record={record} names={fields} onCancel={form.reset} readOnly={!mayChange}>
        <Warnings warnings={stored.warnings.filter(({ path }) => path !== 'paymentIdFormat')} />
        <FieldGroup title={groups.rules}>
          <Select
            {...choice('vatRounding')}
            allowDeselect={false}
            description={texts.roundingHint}
            data={optionsOf(vatRoundings, texts.roundings)}
          />
          <div>
            <DayInput
              label={fields.booksLockedUntil}
              value={form.values.booksLockedUntil}
              onChange={(day) => form.setFieldValue('booksLockedUntil', day)}
              error={form.errors.booksLockedUntil}
              data-path="booksLockedUntil"
            />
            <Text size="xs" c="var(--muted)" mt={4}>
              {texts.lockedHint}
            </Text>
          </div>
          <Checkbox
            label={fields.useDraftApproval}
            description={texts.approvalHint}
            {...form.getInputProps('useDraftApproval', { type: 'checkbox' })}
          />
        </FieldGroup>
        <PaymentIdFields form={form} />
        <FieldGroup title={groups.bank}>
          <TextInput {...text('bankName')} maxLength={60} />
          <TextInput {...text('bankRegistrationNumber')} maxLength={10} inputMode="numeric" />
          <TextInput {...text('bankAccount')} maxLength={30} />
          <TextInput {...text('iban')} maxLength={40} description={texts.ibanHint} />
          <TextInput {...text('bic')} maxLength={20} />
        </FieldGroup>
        <FieldGroup title={groups.sender}>
          <TextInput {...text('vatNumber')} maxLength={20} />
          <TextInput {...text('legalNote')} maxLength={200} description={texts.legalHint} />
          <TextInput {...text('website')} maxLength={100} />
          <LogoField
            fileId={form.values.logoFileId}
            onChange={(id) => form.setFieldValue('logoFileId', id)}
            error={form.errors.logoFileId}
            mayChange={mayChange}
          />
        </FieldGroup>
      </RecordFormFrame>
    </fieldset>
  )
}

/** Only what the chosen kind needs, and what would come of it. */
function PaymentIdFields({ form }: { form: UseFormReturnType<InvoicingChange> }) {
  const { invoicing: texts } = useTexts()
  const { fields } = texts
  const text = textInputs(form, fields)
  const { paymentIdKind, paymentIdFormat, creditorNumber } = form.values
  const needsFormat = hasFormat(paymentIdKind)
  return (
    <FieldGroup title={texts.groups.paymentId}>
      <Select
        {...selectInputs(form, fields)('paymentIdKind')}
        allowDeselect={false}
        {...(paymentIdKind === 'none' ? { description: texts.noneHint } : {})}
        data={optionsOf(paymentIdKinds, texts.paymentIdKinds)}
      />
      {needsFormat ? (
        <TextInput
          {...text('paymentIdFormat')}
          maxLength={60}
          {...(paymentIdKind === 'kid' ? {} : { description: texts.formatOptional })}
        />
      ) : null}
      {needsCreditorNumber(paymentIdKind) ? (
        <TextInput {...text('creditorNumber')} maxLength={20} inputMode="numeric" description={texts.creditorHint} />
      ) : null}
      {needsFormat ? (
        <Text size="xs" c="var(--muted)" className="wide" maw="90ch">
          {texts.formatHint}
        </Text>
      ) : null}
      {paymentIdKind === 'none' ? null : (
        <Example asked={{ paymentIdKind, paymentIdFormat, creditorNumber: creditorNumber?.trim() || null }} />
      )}
    </FieldGroup>
  )
}

/** What the server says of settings that are not saved yet: it knows the next number and the customers. */
function Example({ asked }: { asked: Pick<InvoicingChange, 'paymentIdKind' | 'paymentIdFormat' | 'creditorNumber'> }) {
  const { invoicing: texts } = useTexts()
  const [settled] = useDebouncedValue(queryOf(asked), 300)
  const { data } = useQuery({
    queryKey: ['/invoicing', 'payment-id-example', settled],
    queryFn: () => get(`/invoicing/payment-id-example${settled}`, PaymentIdExample),
    placeholderData: keepPreviousData,
  })
  const doubts = [...(data?.faults ?? []), ...(data?.warnings ?? [])]
  return (
    <div className="wide" role="status">
      <Text size="xs" c="var(--muted)">
        {texts.example}
      </Text>
      <Text className="figures" fw={600} style={{ overflowWrap: 'anywhere' }}>
        {data?.shown ?? texts.noExample}
      </Text>
      {doubts.length > 0 ? (
        <Alert color={data?.faults.length ? 'red' : 'yellow'} mt="xs" p="xs">
          {doubts.map(({ message }) => (
            <Text key={message} size="sm">
              {message}
            </Text>
          ))}
        </Alert>
      ) : null}
    </div>
  )
}
