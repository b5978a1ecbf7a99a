// The connector's part of the dialog: one column of fields, and beside it what is still to do there. Save proves everything
// before anything is stored, step by step, and keeps what was typed when it fails.
import { Alert, List, Skeleton, Stack, Text } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { UnicontaIntegration, VerifyStep } from '../../src/uniconta/settings.ts'
import { ApiProblem, get, sendForLines, toProblem } from '../api.ts'
import type { ConnectorDialogProps } from '../connectors.ts'
import { GenericFields } from '../integrations/generic-fields.tsx'
import { RemoveIntegration } from '../integrations/remove-integration.tsx'
import { useMay, useMe } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { FaultText } from '../ui/fault.tsx'
import { RecordFormFrame, useRecordForm } from '../ui/record-form.tsx'
import { BackfillPanel, useBackfills } from './backfill-panel.tsx'
import { ConnectionFields } from './connection-fields.tsx'
import { bodyOf, type DialogValues, newValues, valuesOf } from './dialog-values.ts'
import { SetUpPanel } from './set-up-panel.tsx'
import { checkSetUp } from './set-up-query.ts'
import { useUnicontaTexts } from './texts.ts'
import { TransferFields } from './transfer-fields.tsx'

const path = '/integrations/uniconta'
const queryKey = ['integration', 'uniconta']

export function UnicontaDialog(props: ConnectorDialogProps) {
  const stored = useQuery({ queryKey, queryFn: () => get(path, UnicontaIntegration), enabled: !props.isNew })
  if (props.isNew) return <DialogForm {...props} stored={null} />
  if (stored.error && !stored.data) return <FaultText error={stored.error} onRetry={stored.refetch} />
  if (!stored.data) return <Skeleton height={320} aria-hidden />
  return <DialogForm key={stored.data.version} {...props} stored={stored.data} />
}

const Line = z.union([
  z.object({ integration: UnicontaIntegration }),
  z.object({ problem: z.looseObject({ status: z.number() }) }),
  VerifyStep,
])

function DialogForm({ name, stored, onClose, onMade }: ConnectorDialogProps & { stored: UnicontaIntegration | null }) {
  const texts = useUnicontaTexts()
  const { integrations } = useTexts()
  const me = useMe()
  const mayChange = useMay('change integrations')
  const queries = useQueryClient()
  const [steps, setSteps] = useState<readonly VerifyStep[]>([])

  async function send(values: DialogValues): Promise<UnicontaIntegration> {
    setSteps([])
    let saved: UnicontaIntegration | undefined
    await sendForLines(stored ? 'PUT' : 'POST', path, bodyOf(values), (given) => {
      const line = Line.parse(given)
      if ('problem' in line) throw toProblem(line.problem)
      if ('integration' in line) saved = line.integration
      else setSteps((before) => [...before.filter(({ step }) => step !== line.step), line])
    })
    if (!saved) throw new ApiProblem(0, '')
    return saved
  }

  const record = useRecordForm<DialogValues, UnicontaIntegration>({
    // Whoever connects hears of the first trouble, unless he chooses otherwise.
    initial: stored ? valuesOf(stored) : { ...newValues, notifyUserIds: [me.id] },
    send,
    onSaved(saved) {
      queries.setQueryData(queryKey, saved)
      if (!stored) onMade()
      void queries.invalidateQueries({ queryKey: ['integrations'] })
      void queries.invalidateQueries({ queryKey: ['backfills'] })
      void checkSetUp(queries)
    },
  })
  const { form } = record
  const readOnly = !mayChange
  return (
    <div className="dialog-columns">
      <RecordFormFrame record={record} names={texts.fields} onCancel={onClose} readOnly={readOnly}>
        <Stack>
          {readOnly ? <Alert color="gray">{integrations.readOnly}</Alert> : null}
          <ConnectionFields form={form} stored={stored} readOnly={readOnly} />
          <TransferFields form={form} readOnly={readOnly} />
          <GenericFields form={form} readOnly={readOnly} />
          {steps.length > 0 ? <Steps steps={steps} /> : null}
        </Stack>
      </RecordFormFrame>
      {/* It scrolls by itself, so the keyboard has to reach it also while nothing in it can be chosen. */}
      <Stack className="dialog-side" role="group" aria-label={texts.setUp.title} tabIndex={0}>
        {stored ? (
          <StoredSide stored={stored} values={form.values} mayChange={mayChange} />
        ) : (
          <SetUpPanel values={form.values} isSaved={false} />
        )}
        {stored && mayChange ? (
          <RemoveIntegration
            type="uniconta"
            {...{ name, text: integrations.removeText, keys: [queryKey, ['set-up-report']], onRemoved: onClose }}
          />
        ) : null}
      </Stack>
    </div>
  )
}

/** What exists already comes first until it was sent once: it is the next thing to do after the first save. */
function StoredSide(props: { stored: UnicontaIntegration; values: DialogValues; mayChange: boolean }) {
  const hasRun = useBackfills().data?.items.length !== 0
  const setUp = <SetUpPanel values={props.values} isSaved />
  const existing = <BackfillPanel stored={props.stored} mayChange={props.mayChange} />
  return hasRun ? (
    <>
      {setUp}
      {existing}
    </>
  ) : (
    <>
      {existing}
      {setUp}
    </>
  )
}

const marks = { running: '…', ok: '✓', failed: '✗' }

function Steps({ steps }: { steps: readonly VerifyStep[] }) {
  const { verify } = useUnicontaTexts()
  return (
    <div role="status" aria-label={verify.title}>
      <List listStyleType="none" size="sm">
        {steps.map((step) => (
          <List.Item key={step.step} icon={<span aria-hidden>{marks[step.state]}</span>}>
            {step.text}
            <Text span size="xs" c="var(--muted)">
              {' '}
              {verify.states[step.state]}
            </Text>
          </List.Item>
        ))}
      </List>
    </div>
  )
}
