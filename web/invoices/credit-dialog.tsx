// Credits an invoice, whole or in part: which lines, how much of each, what becomes of the hours, and whether another customer is
// billed instead. It makes a draft, so that the credit note is looked at before it counts.
import { Alert, Button, Checkbox, Group, Modal, Radio, Skeleton, Stack, Table, Text, TextInput } from '@mantine/core'
import { useMutation, useQueries, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { CreditAnswer } from '../../src/invoices/credit.ts'
import { type CreditedHours, creditedHours, Invoice } from '../../src/invoices/invoice.ts'
import { sum, toMinor, writeAmount } from '../../src/lib/money.ts'
import { get, post } from '../api.ts'
import { CustomerPicker } from '../customers/customer-picker.tsx'
import { useTexts } from '../texts/texts.tsx'
import { DecimalInput } from '../ui/decimal-input.tsx'
import { FaultText } from '../ui/fault.tsx'
import { useFormat } from '../ui/format.ts'
import { ButtonLink } from '../ui/links.tsx'
import { TableScroll } from '../ui/table-scroll.tsx'
import { type Creditable, creditable, type Part, partInput, partNet } from './credit-parts.ts'
import { invoiceChanged } from './invoice-query.ts'

export function CreditDialog({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const { invoices } = useTexts()
  const [made, setMade] = useState<TwoDrafts>()
  const notes = useQueries({
    queries: invoice.creditNotes.map(({ id }) => ({
      queryKey: ['/invoices', id],
      queryFn: () => get(`/invoices/${id}`, Invoice),
    })),
  })
  const failed = notes.find(({ error }) => error)
  const isLoading = notes.some(({ isPending }) => isPending)
  const lines = isLoading
    ? []
    : creditable(
        invoice,
        notes.flatMap(({ data }) => data ?? []),
      )
  return (
    <Modal opened onClose={onClose} title={invoices.crediting.title(invoice.number ?? '')} size="xl">
      {body()}
    </Modal>
  )

  function body() {
    if (made) return <Made drafts={made} />
    if (failed) return <FaultText error={failed.error} onRetry={() => void failed.refetch()} />
    if (isLoading) return <Skeleton height={240} />
    return <CreditForm invoice={invoice} lines={lines} onMade={setMade} onClose={onClose} />
  }
}

type TwoDrafts = { creditNoteId: string; newDraftId: string }

function Made({ drafts }: { drafts: TwoDrafts }) {
  const { crediting: texts } = useTexts().invoices
  return (
    <Stack>
      <Text size="sm" role="status">
        {texts.twoDrafts}
      </Text>
      <Group justify="flex-end">
        <ButtonLink variant="default" to="/drafts/$id" params={{ id: drafts.newDraftId }}>
          {texts.toNewDraft}
        </ButtonLink>
        <ButtonLink to="/drafts/$id" params={{ id: drafts.creditNoteId }} data-autofocus>
          {texts.toCreditNote}
        </ButtonLink>
      </Group>
    </Stack>
  )
}

function CreditForm(props: {
  invoice: Invoice
  lines: readonly Creditable[]
  onMade: (drafts: TwoDrafts) => void
  onClose: () => void
}) {
  const { invoices, ui } = useTexts()
  const { crediting: texts } = invoices
  const format = useFormat()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { invoice, lines, onClose } = props
  const { currency } = invoice
  const left = lines.filter(({ rest }) => toMinor(rest, currency) !== 0n)
  const [isWhole, setWhole] = useState(true)
  const [parts, setParts] = useState<ReadonlyMap<string, Part>>(new Map())
  const [hours, setHours] = useState<CreditedHours>('reopen')
  const [reason, setReason] = useState('')
  const [billsAnother, setBillsAnother] = useState(false)
  const [customerId, setCustomerId] = useState('')
  const hasSources = lines.some(({ line }) => line.sources > 0)
  const toAnother = isWhole && billsAnother
  const chosen = left.filter(({ line }) => isWhole || parts.has(line.id))
  const nets = chosen.map((one) => partNet(one, isWhole ? all : (parts.get(one.line.id) ?? all), currency))
  const now = sum(nets.map((net) => net ?? 0n))
  const before = sum(left.map(({ rest }) => toMinor(rest, currency)))
  const making = useMutation({
    mutationFn: () =>
      post(
        `/invoices/${invoice.id}/credit`,
        {
          lines: isWhole ? null : chosen.map(({ line }) => partInput(line.id, parts.get(line.id) ?? all)),
          hours: toAnother ? 'reopen' : hours,
          reason,
          toCustomerId: toAnother ? customerId : null,
        },
        CreditAnswer,
      ),
    onSuccess({ creditNoteId, newDraftId }) {
      if (newDraftId === null) void navigate({ to: '/drafts/$id', params: { id: creditNoteId } })
      else props.onMade({ creditNoteId, newDraftId })
      invoiceChanged(queries)
    },
  })
  if (left.length === 0) return <Text size="sm">{texts.nothingLeft}</Text>
  const setPart = (id: string, part: Part | null) => {
    const next = new Map(parts)
    if (part) next.set(id, part)
    else next.delete(id)
    setParts(next)
  }
  const canMake =
    chosen.length > 0 && !nets.includes(undefined) && reason.trim() !== '' && (!toAnother || customerId !== '')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (canMake) making.mutate()
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
        {isWhole ? null : <Lines lines={left} parts={parts} currency={currency} onPart={setPart} />}
        <Alert color="gray" role="status">
          <Text size="sm">{texts.sumNow(format.money(writeAmount(now, currency), currency))}</Text>
          <Text size="sm">{texts.restAfter(format.money(writeAmount(before - now, currency), currency))}</Text>
        </Alert>
        {hasSources && !toAnother ? (
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
          required
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
        {toAnother ? <CustomerPicker label={invoices.customer} value={customerId} onChange={setCustomerId} /> : null}
        {making.error ? <FaultText error={making.error} /> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {ui.cancel}
          </Button>
          <Button type="submit" loading={making.isPending} disabled={!canMake}>
            {texts.make}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

const all: Part = { by: 'all' }

function Lines(props: {
  lines: readonly Creditable[]
  parts: ReadonlyMap<string, Part>
  currency: string
  onPart: (id: string, part: Part | null) => void
}) {
  const { invoices } = useTexts()
  const { crediting: texts } = invoices
  const format = useFormat()
  const { currency, parts, onPart } = props
  return (
    <TableScroll label={texts.part} minWidth={640}>
      <Table verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={36} aria-label={texts.creditNow} />
            <Table.Th>{invoices.line.text}</Table.Th>
            <Table.Th ta="right">{invoices.line.net}</Table.Th>
            <Table.Th ta="right">{texts.rest}</Table.Th>
            <Table.Th ta="right" w={110}>
              {texts.quantityNow}
            </Table.Th>
            <Table.Th ta="right" w={140}>
              {texts.creditNow}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.lines.map((one) => {
            const { line, rest } = one
            const part = parts.get(line.id)
            const title = line.text.split('\n')[0] ?? ''
            const net = part && partNet(one, part, currency)
            const fault = part && net === undefined ? texts.tooMuch(format.amount(unsigned(rest), currency)) : undefined
            return (
              <Table.Tr key={line.id}>
                <Table.Td>
                  <Checkbox
                    size="xs"
                    aria-label={texts.choose(title)}
                    checked={part !== undefined}
                    onChange={(event) => onPart(line.id, event.currentTarget.checked ? all : null)}
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
                    aria-label={texts.quantityOf(title)}
                    size="xs"
                    value={part?.by === 'quantity' ? part.value : null}
                    onChange={(value) => onPart(line.id, { by: 'quantity', value })}
                    error={part?.by === 'quantity' ? fault : undefined}
                  />
                </Table.Td>
                <Table.Td>
                  <DecimalInput
                    aria-label={texts.amountOf(title)}
                    size="xs"
                    decimals={2}
                    value={
                      part?.by === 'net' ? part.value : net === undefined ? null : unsigned(writeAmount(net, currency))
                    }
                    onChange={(value) => onPart(line.id, { by: 'net', value })}
                    error={part?.by === 'net' ? fault : undefined}
                  />
                </Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
    </TableScroll>
  )
}

const unsigned = (amount: string) => amount.replace('-', '')
