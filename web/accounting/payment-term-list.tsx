import { Checkbox, NumberInput, Stack, Text, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { PaymentTerm, PaymentTermInput } from '../../src/accounting/payment-term.ts'
import { del, post, put } from '../api.ts'
import { useTexts } from '../texts/texts.tsx'
import { DeleteButton } from '../ui/delete-button.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { selectInputs, textInputs } from '../ui/inputs.ts'
import { RecordFormFrame, useRecordForm } from '../ui/record-form.tsx'
import { SetUpList } from '../ui/set-up-list.tsx'
import { paymentTermsQuery } from './accounts-query.ts'
import { type AccountingListProps, EditLink, NewLink } from './open-link.tsx'

export function PaymentTermList({ mayChange, open, onClose }: AccountingListProps) {
  const { accounting } = useTexts()
  const texts = accounting.terms
  const { fields } = texts
  const query = useQuery(paymentTermsQuery)
  const opened = query.data?.items.find(({ id }) => id === open)
  const title = open === 'new' ? texts.newTitle : opened && texts.editTitle(opened.name)
  return (
    <>
      <SetUpList
        label={accounting.tabs.terms}
        hint={texts.hint}
        query={query}
        keyOf={({ id }) => id}
        empty={texts.empty}
        minWidth={420}
        newButton={mayChange ? <NewLink tab="terms">{texts.newButton}</NewLink> : null}
        columns={[
          { title: fields.days, cell: (one) => <span className="figures">{one.days}</span> },
          {
            title: fields.name,
            cell: (one) => (
              <Text fw={600} size="sm">
                {one.name}
              </Text>
            ),
          },
          { title: accounting.state, cell: (one) => (one.active ? accounting.active : accounting.inactive) },
        ]}
        edit={mayChange ? (one) => <EditLink tab="terms" id={one.id} label={texts.editTitle(one.name)} /> : undefined}
      />
      {mayChange ? (
        <FormDrawer title={title} onClose={onClose}>
          <TermForm key={open} term={opened} onDone={onClose} />
        </FormDrawer>
      ) : null}
    </>
  )
}

type TermValues = { days: number | string; name: string; active: boolean; version?: number }

function TermForm({ term, onDone }: { term: PaymentTerm | undefined; onDone: () => void }) {
  const { accounting } = useTexts()
  const texts = accounting.terms
  const { fields } = texts
  const queries = useQueryClient()
  const path = term ? `/payment-terms/${term.id}` : '/payment-terms'
  const record = useRecordForm<TermValues, PaymentTerm>({
    initial: term
      ? { ...PaymentTermInput.strip().parse(term), version: term.version }
      : { days: '', name: '', active: true },
    send: (values) => (term ? put(path, values, PaymentTerm) : post(path, values, PaymentTerm)),
    onSaved() {
      onDone()
      void queries.invalidateQueries()
    },
  })
  const { form } = record
  return (
    <Stack>
      <RecordFormFrame
        record={record}
        names={fields}
        onCancel={onDone}
        actions={
          term ? (
            <DeleteButton
              name={term.name}
              text={texts.deleteText}
              act={async () => {
                await del(`${path}?version=${term.version}`)
                form.resetDirty()
                onDone()
                await queries.invalidateQueries()
              }}
            />
          ) : undefined
        }
      >
        <NumberInput
          {...selectInputs(form, fields)('days')}
          required
          data-autofocus
          min={0}
          max={365}
          allowDecimal={false}
        />
        <TextInput {...textInputs(form, fields)('name')} required maxLength={60} />
        <Checkbox label={fields.active} {...form.getInputProps('active', { type: 'checkbox' })} />
      </RecordFormFrame>
    </Stack>
  )
}
