// Credits a document, whole or in part: which lines, how much of each, what becomes of the hours, and whether another customer is
// billed instead. It makes a draft, so that the credit note is looked at before it counts.
import { Alert, Button, Checkbox, Group, Modal, Radio, Skeleton, Stack, Table, Text, TextInput } from '@mantine/core'
import { useMutation, useQueries, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { type CreditedHours, creditedHours, Invoice, type InvoiceLine } from '../../src/invoices/invoice.ts'
import { compareDecimals, multiplyDecimals, sum, toMinor, writeAmount } from '../../src/lib/money.ts'
import { get, post } from '../api.ts'
import { CustomerPicker } from '../customers/customer-picker.tsx'
import { useTexts } from '../texts/texts.tsx'
import { DecimalInput } from '../ui/decimal-input.tsx'
import { FaultText } from '../ui/fault.tsx'
import { useFormat } from '../ui/format.ts'
import { TableScroll } from '../ui/table-scroll.tsx'
import { invoiceChanged } from './invoice-query.ts'

export function CreditDialog({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const { invoices } = useTexts()
  const notes = useQueries({
    queries: invoice.creditNotes.map(({ id }) => ({
      queryKey: ['/invoices', id],
      queryFn: () => get(`/invoices/${id}`, Invoice),
    })),
  })
  const failed = notes.find(({ error }) => error)
  const isLoading = notes.some(({ isPending }) => isPending)
  return (
    <Modal opened onClose={onClose} title={invoices.crediting.title(invoice.number ?? '')} size="xl">
      {failed ? <FaultText error={failed.error} onRetry={() => void failed.refetch()} /> : null}
      {isLoading ? <Skeleton height={240} /> : null}
      {!failed && !isLoading ? (
        <CreditForm
          invoice={invoice}
          lines={creditable(
            invoice,
            notes.flatMap(({ data }) => data ?? []),
          )}
          onClose={onClose}
        />
      ) : null}
    </Modal>
  )
}

type Creditable = { line: InvoiceLine; rest: string }

/** Each line with the net that no credit note has taken back yet. */
function creditable(invoice: Invoice, notes: readonly Invoice[]): Creditable[] {
  const { currency } = invoice
  return invoice.lines
    .filter(({ productType }) => productType !== null)
    .map((line) => {
      const credited = notes
        .flatMap((note) => note.lines)
        .filter(({ creditedLineId }) => creditedLineId === line.id)
        .map(({ net }) => toMinor(net, currency))
      return { line, rest: writeAmount(toMinor(line.net, currency) + sum(credited), currency) }
    })
}

function CreditForm(props: { invoice: Invoice; lines: readonly Creditable[]; onClose: () => void }) {
  const { invoices, ui } = useTexts()
  const { crediting: texts } = invoices
  const format = useFormat()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { invoice, lines, onClose } = props
  const { currency } = invoice
  const left = lines.filter(({ rest }) => toMinor(rest, currency) !== 0n)
  const [isWhole, setWhole] = useState(true)
  const [amounts, setAmounts] = useState<ReadonlyMap<string, string>>(new Map())
  const [hours, setHours] = useState<CreditedHours>('reopen')
  const [reason, setReason] = useState('')
  const [billsAnother, setBillsAnother] = useState(false)
  const [customerId, setCustomerId] = useState('')
  const hasHours = lines.some(({ line }) => line.sources > 0)
  const chosen = isWhole ? left.map(({ line, rest }) => [line.id, rest] as const) : [...amounts]
  const now = writeAmount(
    sum(chosen.map(([, amount]) => (isAmount(amount) ? toMinor(amount, currency) : 0n))),
    currency,
  )
  const all = writeAmount(sum(left.map(({ rest }) => toMinor(rest, currency))), currency)
  const after = writeAmount(toMinor(all, currency) - toMinor(now, currency), currency)
  const faults = new Map(
    chosen.flatMap(([id, amount]) => {
      const rest = left.find(({ line }) => line.id === id)?.rest ?? '0'
      if (!isAmount(amount)) return [[id, ui.decimalUnread(format.decimal('1195.5', 2))] as const]
      return isWithin(amount, rest) ? [] : [[id, texts.tooMuch(format.amount(rest, currency))] as const]
    }),
  )
  const making = useMutation({
    mutationFn: () =>
      post(
        `/invoices/${invoice.id}/credit`,
        {
          lines: isWhole ? null : chosen.map(([lineId, net]) => ({ lineId, net })),
          hours: hasHours ? hours : 'keep',
          reason: reason.trim() || null,
          billCustomerId: billsAnother ? customerId : null,
        },
        Invoice,
      ),
    onSuccess(draft) {
      void queries.invalidateQueries({ queryKey: ['/invoices', invoice.id] })
      invoiceChanged(queries, draft)
      void navigate({ to: '/drafts/$id', params: { id: draft.id } })
    },
  })
  if (left.length === 0) return <Text size="sm">{texts.nothingLeft}</Text>
  const set = (id: string, amount: string | null) => {
    const next = new Map(amounts)
    if (amount === null) next.delete(id)
    else next.set(id, amount)
    setAmounts(next)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (chosen.length > 0 && faults.size === 0) making.mutate()
      }}
    >
      <Stack>
        <Radio.Group
          label={texts.howMuch}
          value={isWhole ? 'whole' : 'part'}
          onChange={(value) => setWhole(value === 'whole')}
        >
          <Group mt={4}>
            <Radio value="whole" label={texts.whole} />
            <Radio value="part" label={texts.part} />
          </Group>
        </Radio.Group>
        {isWhole ? null : (
          <TableScroll label={texts.part} minWidth={560}>
            <Table verticalSpacing={6}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th w={36} aria-label={texts.creditNow} />
                  <Table.Th>{invoices.line.text}</Table.Th>
                  <Table.Th ta="right">{invoices.line.net}</Table.Th>
                  <Table.Th ta="right">{texts.rest}</Table.Th>
                  <Table.Th ta="right" w={160}>
                    {texts.creditNow}
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {left.map(({ line, rest }) => {
                  const amount = amounts.get(line.id)
                  const title = line.text.split('\n')[0] ?? ''
                  return (
                    <Table.Tr key={line.id}>
                      <Table.Td>
                        <Checkbox
                          size="xs"
                          aria-label={texts.choose(title)}
                          checked={amount !== undefined}
                          onChange={(event) => set(line.id, event.currentTarget.checked ? rest : null)}
                        />
                      </Table.Td>
                      <Table.Td>{title}</Table.Td>
                      <Table.Td ta="right" className="figures">
                        {format.amount(line.net, currency)}
                      </Table.Td>
                      <Table.Td ta="right" className="figures">
                        {format.amount(rest, currency)}
                      </Table.Td>
                      <Table.Td>
                        <DecimalInput
                          aria-label={texts.amountOf(title)}
                          size="xs"
                          decimals={2}
                          value={amount ?? null}
                          onChange={(value) => set(line.id, value)}
                          error={amount === undefined ? undefined : faults.get(line.id)}
                        />
                      </Table.Td>
                    </Table.Tr>
                  )
                })}
              </Table.Tbody>
            </Table>
          </TableScroll>
        )}
        <Alert color="gray" role="status">
          <Text size="sm">{texts.sumNow(format.money(now, currency))}</Text>
          <Text size="sm">{texts.restAfter(format.money(after, currency))}</Text>
        </Alert>
        {hasHours ? (
          <Radio.Group label={texts.hours} value={hours} onChange={(value) => setHours(value as CreditedHours)}>
            <Stack gap={6} mt={4}>
              {creditedHours.map((choice) => (
                <Radio key={choice} value={choice} label={texts.creditedHours[choice]} />
              ))}
            </Stack>
          </Radio.Group>
        ) : null}
        <TextInput
          label={texts.reason}
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {isWhole ? (
          <Checkbox
            label={texts.another}
            description={texts.anotherHint}
            checked={billsAnother}
            onChange={(event) => setBillsAnother(event.currentTarget.checked)}
          />
        ) : null}
        {isWhole && billsAnother ? (
          <CustomerPicker label={invoices.customer} value={customerId} onChange={setCustomerId} />
        ) : null}
        {making.error ? <FaultText error={making.error} /> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {ui.cancel}
          </Button>
          <Button
            type="submit"
            loading={making.isPending}
            disabled={chosen.length === 0 || faults.size > 0 || (billsAnother && customerId === '')}
            {...(chosen.length === 0 ? { title: texts.chooseLine } : {})}
          >
            {texts.make}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

const isAmount = (text: string) => /^-?\d{1,10}(\.\d{1,2})?$/.test(text)

/** Not zero, of the same sign as the rest, and not more than it. */
function isWithin(amount: string, rest: string): boolean {
  const sign = compareDecimals(rest, '0')
  const over = compareDecimals(multiplyDecimals(amount, String(sign)), multiplyDecimals(rest, String(sign)))
  return compareDecimals(amount, '0') === sign && over <= 0
}
