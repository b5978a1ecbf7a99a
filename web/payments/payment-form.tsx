// Registers a payment of one document: the open amount is offered, a part or more is taken too, a rest can be written off.
import { Button, Group, Stack, Switch, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { dayIn } from '../../src/lib/dates.ts'
import { toMinor, writeAmount } from '../../src/lib/money.ts'
import { Payment } from '../../src/payments/payment.ts'
import { ApiProblem, post } from '../api.ts'
import { invoiceChanged } from '../invoices/invoice-query.ts'
import { newKey } from '../new-key.ts'
import { useMe } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { DayInput } from '../ui/day-input.tsx'
import { DecimalInput } from '../ui/decimal-input.tsx'
import { FaultText } from '../ui/fault.tsx'
import { useFormat } from '../ui/format.ts'
import { focusFirstFault } from '../ui/record-form.tsx'

export type Payable = { id: string; currency: string; open: string }

export function PaymentForm({ invoice, onDone }: { invoice: Payable; onDone: () => void }) {
  const { payments, ui } = useTexts()
  const { fields } = payments
  const format = useFormat()
  const queries = useQueryClient()
  const { timeZone } = useMe().company
  const [key] = useState(newKey)
  const form = useForm({
    initialValues: {
      paidOn: dayIn(timeZone, new Date()) as string | null,
      amount: invoice.open as string | null,
      isWriteOff: false,
      description: '',
    },
  })
  const { paidOn, amount, isWriteOff, description } = form.values
  const saving = useMutation({
    mutationFn: () =>
      post(
        '/payments',
        {
          key,
          invoiceId: invoice.id,
          paidOn,
          amount,
          source: isWriteOff ? 'write-off' : 'manual',
          description: description || null,
        },
        Payment,
      ),
    onSuccess() {
      invoiceChanged(queries)
      notifications.show({ message: ui.saved, autoClose: 2_000 })
      onDone()
    },
    onError(error) {
      if (!(error instanceof ApiProblem)) return
      form.setErrors(Object.fromEntries(error.fields.map(({ path, message }) => [path, message])))
      focusFirstFault(error)
    },
  })
  const after = openAfter(invoice, amount)
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        form.clearErrors()
        saving.mutate()
      }}
    >
      <Stack>
        <DayInput
          label={fields.paidOn}
          value={paidOn}
          onChange={(day) => form.setFieldValue('paidOn', day)}
          error={form.errors.paidOn}
          data-path="paidOn"
        />
        <DecimalInput
          label={fields.amount}
          value={amount}
          onChange={(value) => form.setFieldValue('amount', value)}
          unit={invoice.currency}
          decimals={2}
          error={form.errors.amount}
          data-path="amount"
          description={payments.amountHint(format.money(invoice.open, invoice.currency))}
        />
        {after !== undefined ? (
          <Text size="sm" role="status">
            {payments.after(format.money(after, invoice.currency))}
          </Text>
        ) : null}
        <Switch
          label={payments.writeOff}
          checked={isWriteOff}
          onChange={(event) => form.setFieldValue('isWriteOff', event.currentTarget.checked)}
        />
        <TextInput
          label={fields.description}
          maxLength={200}
          {...form.getInputProps('description')}
          data-path="description"
        />
        {saving.error ? <FaultText error={saving.error} names={fields} /> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {ui.cancel}
          </Button>
          <Button type="submit" loading={saving.isPending}>
            {payments.register}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** What is open when the amount is paid; undefined while it is no amount. */
function openAfter({ open, currency }: Payable, amount: string | null): string | undefined {
  if (amount === null || !/^-?\d{1,10}(\.\d{1,2})?$/.test(amount)) return undefined
  return writeAmount(toMinor(open, currency) - toMinor(amount, currency), currency)
}
