// The entry for payments: from which day on, at which hour, how it stands, and Run now. It signs in as the main integration does.
import { Alert, Button, Group, NumberInput, Skeleton, Stack, Switch, Text, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { PaymentImportStanding, type PaymentsInput, PaymentsIntegration } from '../../src/uniconta/payment-settings.ts'
import { get, post, put } from '../api.ts'
import type { ConnectorDialogProps } from '../connectors.ts'
import { RemoveIntegration } from '../integrations/remove-integration.tsx'
import { useMay } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { DayInput } from '../ui/day-input.tsx'
import { FaultText, useFaultText } from '../ui/fault.tsx'
import { useFormat } from '../ui/format.ts'
import { TextLink } from '../ui/links.tsx'
import { RecordFormFrame, useRecordForm } from '../ui/record-form.tsx'
import { useUnicontaTexts } from './texts.ts'

const path = '/integrations/uniconta-payments'
const queryKey = ['integration', 'uniconta-payments']
const standingKey = ['/payment-import']

export function PaymentsDialog(props: ConnectorDialogProps) {
  const stored = useQuery({ queryKey, queryFn: () => get(path, PaymentsIntegration), enabled: !props.isNew })
  if (props.isNew) return <DialogForm {...props} stored={null} />
  if (stored.error && !stored.data) return <FaultText error={stored.error} onRetry={stored.refetch} />
  if (!stored.data) return <Skeleton height={240} aria-hidden />
  return <DialogForm key={stored.data.version} {...props} stored={stored.data} />
}

type Values = Omit<PaymentsInput, 'paymentsFrom'> & { paymentsFrom: string | null; version?: number }
const newValues: Values = { enabled: true, paymentsFrom: null, atHour: 21, notes: null }

function DialogForm({ name, stored, onClose, onMade }: ConnectorDialogProps & { stored: PaymentsIntegration | null }) {
  const { payments } = useUnicontaTexts()
  const { integrations } = useTexts()
  const mayChange = useMay('change integrations')
  const queries = useQueryClient()
  const { id: _, ...known } = stored ?? { id: undefined }
  const record = useRecordForm<Values, PaymentsIntegration>({
    initial: stored ? (known as Values) : newValues,
    send: (values) => (stored ? put(path, values, PaymentsIntegration) : post(path, values, PaymentsIntegration)),
    onSaved(saved) {
      queries.setQueryData(queryKey, saved)
      if (!stored) onMade()
      void queries.invalidateQueries({ queryKey: ['integrations'] })
      void queries.invalidateQueries({ queryKey: standingKey })
    },
  })
  const { form } = record
  return (
    <RecordFormFrame record={record} names={payments.fields} onCancel={onClose} readOnly={!mayChange}>
      <Stack>
        {mayChange ? null : <Alert color="gray">{integrations.readOnly}</Alert>}
        <Text size="sm">{payments.about}</Text>
        {stored ? <Standing /> : null}
        <Switch
          label={payments.fields.enabled}
          disabled={!mayChange}
          {...form.getInputProps('enabled', { type: 'checkbox' })}
        />
        <DayInput
          label={payments.fields.paymentsFrom}
          required
          description={payments.fromHint}
          value={form.values.paymentsFrom}
          onChange={(day) => form.setFieldValue('paymentsFrom', day)}
          error={form.errors.paymentsFrom}
          disabled={!mayChange}
          data-path="paymentsFrom"
        />
        <NumberInput
          label={payments.fields.atHour}
          description={payments.atHourHint}
          min={0}
          max={23}
          allowDecimal={false}
          maw={240}
          disabled={!mayChange}
          {...form.getInputProps('atHour')}
          data-path="atHour"
        />
        <Textarea
          label={payments.fields.notes}
          autosize
          minRows={2}
          maxLength={10_000}
          disabled={!mayChange}
          {...form.getInputProps('notes')}
          value={form.values.notes ?? ''}
        />
        {stored && mayChange ? (
          <RemoveIntegration
            type="uniconta-payments"
            {...{ name, text: payments.removeText, keys: [queryKey], onRemoved: onClose }}
          />
        ) : null}
      </Stack>
    </RecordFormFrame>
  )
}

function Standing() {
  const { payments } = useUnicontaTexts()
  const format = useFormat()
  const { data } = useQuery({
    queryKey: standingKey,
    queryFn: () => get('/payment-import', PaymentImportStanding),
    refetchInterval: ({ state }) => (state.data?.isRunning ? 1_000 : 15_000),
  })
  if (!data) return <Skeleton height={60} aria-hidden />
  const { isOn, isRunning, isTroubled, last, lastAt, nextAt } = data
  return (
    <Stack gap="xs" role="status">
      {isTroubled && last ? (
        <Alert color="red" variant="light">
          {last}
        </Alert>
      ) : (
        <Text size="sm">{last && lastAt ? `${payments.last(format.instant(lastAt))} ${last}` : payments.never}</Text>
      )}
      <Text size="sm" c="var(--muted)">
        {nextAt ? payments.next(format.instant(nextAt)) : payments.off}
      </Text>
      <Group>
        {isOn ? <RunNow isRunning={isRunning} /> : null}
        <TextLink to="/payments" search={{ source: ['import'] }} size="sm">
          {payments.toPayments}
        </TextLink>
      </Group>
    </Stack>
  )
}

function RunNow({ isRunning }: { isRunning: boolean }) {
  const { payments } = useUnicontaTexts()
  const mayRun = useMay('send records again')
  const queries = useQueryClient()
  const faultText = useFaultText()
  const run = useMutation({
    mutationFn: () => post('/payment-import/run', undefined, PaymentImportStanding),
    onSuccess: (answer) => queries.setQueryData(standingKey, answer),
    onError: (error) => notifications.show({ message: faultText(error), color: 'red' }),
  })
  if (!mayRun) return null
  return (
    <Button size="xs" variant="default" loading={isRunning || run.isPending} onClick={() => run.mutate()}>
      {payments.runNow}
    </Button>
  )
}
