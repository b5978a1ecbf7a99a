import { Button, Group, Menu, Modal, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Invoice, type InvoiceKind } from '../../src/invoices/invoice.ts'
import type { ProjectRow } from '../../src/projects/project.ts'
import { post } from '../api.ts'
import { ProjectPicker } from '../projects/project-picker.tsx'
import { useMay } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { FaultText } from '../ui/fault.tsx'
import { invoiceChanged } from './invoice-query.ts'

/** "+ New": a document that bills no sources, or credits without an invoice. */
export function NewDocument() {
  const { invoices } = useTexts()
  const mayChange = useMay('change drafts')
  const [kind, setKind] = useState<InvoiceKind | null>(null)
  if (!mayChange) return null
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button>{invoices.newMenu}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setKind('invoice')}>{invoices.newInvoice}</Menu.Item>
          <Menu.Item onClick={() => setKind('credit-note')}>{invoices.newCreditNote}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {kind ? <NewDocumentDialog kind={kind} onClose={() => setKind(null)} /> : null}
    </>
  )
}

function NewDocumentDialog({ kind, onClose }: { kind: InvoiceKind; onClose: () => void }) {
  const { invoices, ui } = useTexts()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [project, setProject] = useState<ProjectRow | null>(null)
  const making = useMutation({
    mutationFn: () => post('/drafts', { projectId: project?.id, kind }, Invoice),
    onSuccess(draft) {
      invoiceChanged(queries, draft)
      void navigate({ to: '/drafts/$id', params: { id: draft.id } })
    },
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={kind === 'invoice' ? invoices.blank.invoiceTitle : invoices.blank.creditTitle}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (project) making.mutate()
        }}
      >
        <Stack>
          <Text size="sm">{invoices.blank.text}</Text>
          <ProjectPicker label={invoices.project} value={project} onChange={setProject} />
          {making.error ? <FaultText error={making.error} /> : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {ui.cancel}
            </Button>
            <Button type="submit" disabled={!project} loading={making.isPending}>
              {invoices.blank.make}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
