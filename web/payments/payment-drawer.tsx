// A payment beside its list or document. Without a document it asks for one first: those that are open.
import { Select, Stack } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { get, queryOf } from '../api.ts'
import { InvoicePage } from '../invoices/invoice-query.ts'
import { useTexts } from '../texts/texts.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { useFormat } from '../ui/format.ts'
import { type Payable, PaymentForm } from './payment-form.tsx'

export function PaymentDrawer(props: {
  isOpen: boolean
  onClose: () => void
  /** The document, where it is known. */
  invoice?: Payable & { number: string | null }
}) {
  const { payments } = useTexts()
  const { isOpen, onClose, invoice } = props
  const title = invoice ? payments.registerTitle(invoice.number ?? '') : payments.chooseTitle
  return (
    <FormDrawer title={isOpen ? title : undefined} onClose={onClose}>
      {invoice ? <PaymentForm invoice={invoice} onDone={onClose} /> : <ChooseInvoice onClose={onClose} />}
    </FormDrawer>
  )
}

function ChooseInvoice({ onClose }: { onClose: () => void }) {
  const { payments } = useTexts()
  const format = useFormat()
  const [text, setText] = useState('')
  const [words] = useDebouncedValue(text.trim(), 150)
  const [chosen, setChosen] = useState<Payable | null>(null)
  const search = chosen ? '' : words
  const found = useQuery({
    queryKey: ['/invoices', 'options', search],
    queryFn: () =>
      get(
        `/invoices${queryOf({ search, paymentState: ['open', 'part-paid', 'overdue'], sort: 'dueOn', size: 20 })}`,
        InvoicePage,
      ),
    placeholderData: keepPreviousData,
  })
  const rows = found.data?.items ?? []
  return (
    <Stack>
      <Select
        label={payments.fields.invoiceId}
        placeholder={payments.searchInvoice}
        nothingFoundMessage={payments.noneFound}
        searchable
        required
        data-autofocus
        data={rows.map((row) => ({
          value: row.id,
          label: `${row.number} · ${row.customerName} · ${format.money(row.open, row.currency)}`,
        }))}
        filter={({ options }) => options}
        value={chosen?.id ?? null}
        onChange={(id) => {
          const row = rows.find((one) => one.id === id)
          setChosen(row ? { id: row.id, currency: row.currency, open: row.open ?? '0' } : null)
        }}
        searchValue={text}
        onSearchChange={setText}
      />
      {chosen ? <PaymentForm key={chosen.id} invoice={chosen} onDone={onClose} /> : null}
    </Stack>
  )
}
