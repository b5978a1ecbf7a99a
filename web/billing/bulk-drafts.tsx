// Drafts of many rows at once: first what will not work and why, afterwards what was made.
import { Alert, Button, Group, List, Modal, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { ToBeInvoicedRow } from '../../src/billing/to-be-invoiced.ts'
import { mostNewDrafts, NewDraftsAnswer } from '../../src/invoices/draft.ts'
import { post } from '../api.ts'
import { invoiceChanged } from '../invoices/invoice-query.ts'
import { useTexts } from '../texts/texts.tsx'
import { FaultText } from '../ui/fault.tsx'
import { keyOfRow } from './to-be-invoiced-query.ts'
import { whatStops } from './what-stops.ts'

export function BulkDrafts(props: {
  rows: readonly ToBeInvoicedRow[]
  until: string
  onClose: () => void
  onDone: () => void
}) {
  const { billing, ui } = useTexts()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { until, onClose } = props
  // As they were chosen: the list is asked again once the drafts are made, and then lacks what they took.
  const [rows] = useState(props.rows)
  const stopped = rows.flatMap((row) => {
    const why = whatStops(row, billing)
    return why === undefined ? [] : [{ row, why }]
  })
  const fine = rows.filter((row) => !stopped.some((one) => one.row === row))
  const making = useMutation({
    async mutationFn() {
      const wanted = fine.map(({ projectId, priceModelId }) => ({ projectId, priceModelId }))
      const items: NewDraftsAnswer['items'] = []
      for (let from = 0; from < wanted.length; from += mostNewDrafts) {
        const rows = wanted.slice(from, from + mostNewDrafts)
        items.push(...(await post('/drafts/bulk', { rows, until }, NewDraftsAnswer)).items)
      }
      return { items }
    },
    onSettled: () => invoiceChanged(queries),
    onSuccess(answer) {
      const [only, ...more] = answer.items
      if (only?.draftId && more.length === 0) {
        props.onDone()
        void navigate({ to: '/drafts/$id', params: { id: only.draftId } })
      }
    },
  })
  const close = () => {
    if (making.data) props.onDone()
    onClose()
  }
  return (
    <Modal opened onClose={close} title={billing.previewTitle(fine.length)} size="lg">
      {making.data ? (
        <Made answer={making.data} rows={fine} onClose={close} />
      ) : (
        <Stack>
          <Text size="sm">{billing.works(fine.length)}</Text>
          {stopped.length > 0 ? (
            <Alert color="yellow">
              <Text size="sm" fw={600} mb={4}>
                {billing.worksNot(stopped.length)}
              </Text>
              <List size="sm">
                {stopped.map(({ row, why }) => (
                  <List.Item key={keyOfRow(row)}>
                    {row.projectNumber} {row.projectName}: {why}
                  </List.Item>
                ))}
              </List>
            </Alert>
          ) : null}
          {making.error ? <FaultText error={making.error} /> : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {ui.cancel}
            </Button>
            <Button
              data-autofocus
              disabled={fine.length === 0}
              loading={making.isPending}
              onClick={() => making.mutate()}
            >
              {billing.makeDrafts(fine.length)}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  )
}

function Made(props: { answer: NewDraftsAnswer; rows: readonly ToBeInvoicedRow[]; onClose: () => void }) {
  const { billing, ui } = useTexts()
  const navigate = useNavigate()
  const made = props.answer.items.filter(({ draftId }) => draftId !== null)
  const failed = props.answer.items.filter(({ draftId }) => draftId === null)
  const nameOf = (item: { projectId: string; priceModelId: string | null }) => {
    const row = props.rows.find((one) => keyOfRow(one) === keyOfRow(item))
    return row ? `${row.projectNumber} ${row.projectName}` : ''
  }
  return (
    <Stack>
      <Text size="sm" role="status">
        {billing.made(made.length)}
      </Text>
      {failed.length > 0 ? (
        <Alert color="red">
          <Text size="sm" fw={600} mb={4}>
            {billing.failed(failed.length)}
          </Text>
          <List size="sm">
            {failed.map((item) => (
              <List.Item key={keyOfRow(item)}>
                {nameOf(item)}: {item.message}
              </List.Item>
            ))}
          </List>
        </Alert>
      ) : null}
      <Group justify="flex-end">
        <Button variant="default" onClick={props.onClose}>
          {ui.close}
        </Button>
        {made.length > 0 ? (
          <Button
            data-autofocus
            onClick={() => void navigate({ to: '/invoices', search: { state: ['draft', 'approved'] } })}
          >
            {billing.showDrafts}
          </Button>
        ) : null}
      </Group>
    </Stack>
  )
}
