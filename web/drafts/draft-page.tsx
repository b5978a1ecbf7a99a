import { Alert, Badge, Button, Group, List, Menu, Paper, Stack, Tabs, Text } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { IconCheck, IconDots, IconPencil } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Navigate, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { RefreshAnswer } from '../../src/invoices/draft.ts'
import { Invoice } from '../../src/invoices/invoice.ts'
import { del, post } from '../api.ts'
import { DocumentTotals } from '../invoices/document-totals.tsx'
import { InvoiceHistory } from '../invoices/invoice-history.tsx'
import { invoiceChanged, useInvoice } from '../invoices/invoice-query.ts'
import { useMay } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { FaultText } from '../ui/fault.tsx'
import { useFormat } from '../ui/format.ts'
import { TextLink } from '../ui/links.tsx'
import { OnlyIfMay } from '../ui/only-if-may.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { RecordState } from '../ui/record-state.tsx'
import { ConflictDialog } from './conflict-dialog.tsx'
import { DraftHeading, DraftSettings } from './draft-heading.tsx'
import { DraftText } from './draft-inputs.tsx'
import { DraftLines } from './draft-lines.tsx'
import { FinalizeDialog } from './finalize-dialog.tsx'
import { Hindrances } from './hindrances.tsx'
import { changeDraft, DraftProvider, useDraft } from './use-draft.tsx'

const route = getRouteApi('/drafts/$id')

export function DraftPage() {
  const { id } = route.useParams()
  const query = useInvoice(id)
  const mayChange = useMay('change drafts')
  return (
    <OnlyIfMay permission="view invoices">
      <RecordState query={query}>
        {(draft) =>
          draft.state === 'finalized' ? (
            <Navigate to="/invoices/$id" params={{ id }} replace />
          ) : (
            <DraftProvider key={id} draft={draft} mayChange={mayChange}>
              <DraftEditor />
            </DraftProvider>
          )
        }
      </RecordState>
    </OnlyIfMay>
  )
}

function DraftEditor() {
  const { invoices, shell, ui } = useTexts()
  const format = useFormat()
  const { draft, mayChange, error } = useDraft()
  const [changes, setChanges] = useState<readonly string[]>([])
  const maySeeHistory = useMay('view the history')
  const title = (draft.kind === 'invoice' ? invoices.draft.title : invoices.draft.creditTitle)(draft.customerName)
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[
          { title: shell.groups.finances },
          { title: invoices.title, to: '/invoices' },
          { title: `${draft.projectNumber} ${draft.projectName}`, to: `/projects/${draft.projectId}` },
        ]}
        badge={
          <>
            <DraftState draft={draft} />
            <SaveState />
          </>
        }
        actions={<DraftActions onRefreshed={setChanges} />}
      />
      <Stack>
        {draft.approvedAt ? (
          <Text size="sm" c="var(--muted)">
            {invoices.draft.approvedBy(draft.approvedBy ?? '', format.instant(draft.approvedAt))}
          </Text>
        ) : null}
        {draft.creditedNumber && draft.creditedInvoiceId ? (
          <Text size="sm">
            <TextLink to="/invoices/$id" params={{ id: draft.creditedInvoiceId }} size="sm">
              {invoices.credits(draft.creditedNumber)}
            </TextLink>
            {draft.creditReason ? ` · ${invoices.creditReasonIs(draft.creditReason)}` : ''}
          </Text>
        ) : null}
        {changes.length > 0 ? (
          <Alert withCloseButton closeButtonLabel={ui.close} onClose={() => setChanges([])} role="status">
            <List size="sm">
              {changes.map((change) => (
                <List.Item key={change}>{change}</List.Item>
              ))}
            </List>
          </Alert>
        ) : null}
        {error ? <FaultText error={error} names={{ ...invoices.fields, ...invoices.lineFields }} /> : null}
        <Hindrances hindrances={draft.hindrances} />
        <Tabs defaultValue="details" keepMounted={false}>
          {maySeeHistory ? (
            <Tabs.List mb="md">
              <Tabs.Tab value="details">{invoices.draft.document}</Tabs.Tab>
              <Tabs.Tab value="history">{ui.history}</Tabs.Tab>
            </Tabs.List>
          ) : null}
          <Tabs.Panel value="details">
            <Stack>
              <DraftHeading />
              <Paper withBorder>
                <DraftLines />
                <div className="document-foot">
                  <DraftText name="footerText" maxLength={1000} multiline />
                  <DocumentTotals invoice={draft} />
                </div>
              </Paper>
              <DraftSettings />
            </Stack>
          </Tabs.Panel>
          <Tabs.Panel value="history">
            <InvoiceHistory id={draft.id} />
          </Tabs.Panel>
        </Tabs>
      </Stack>
      {mayChange ? <ConflictDialog /> : null}
    </>
  )
}

function DraftState({ draft }: { draft: Invoice }) {
  const { invoices } = useTexts()
  const isApproved = draft.state === 'approved'
  return (
    <Badge
      className="state-badge"
      variant={isApproved ? 'light' : 'outline'}
      color={isApproved ? 'green' : 'gray'}
      leftSection={isApproved ? <IconCheck size={13} aria-hidden /> : <IconPencil size={13} aria-hidden />}
      tt="none"
      fw={600}
    >
      {invoices.states[draft.state]}
    </Badge>
  )
}

/** Nothing is ever unsaved for long: this says so. Ctrl-S leaves the cell, which saves it. */
function SaveState() {
  const { invoices } = useTexts()
  const format = useFormat()
  const { isSaving, savedAt, error } = useDraft()
  useHotkeys([['mod+S', () => (document.activeElement as HTMLElement | null)?.blur()]], [])
  const text = isSaving
    ? invoices.draft.saving
    : error
      ? invoices.draft.notSaved
      : savedAt
        ? invoices.draft.savedAt(format.time(savedAt.toISOString()))
        : ''
  return (
    <Text size="sm" c="var(--muted)" role="status">
      {text}
    </Text>
  )
}

function DraftActions({ onRefreshed }: { onRefreshed: (changes: readonly string[]) => void }) {
  const { invoices, ui } = useTexts()
  const { draft, act, mayChange, isSaving } = useDraft()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const mayApprove = useMay('approve drafts')
  const mayFinalize = useMay('finalize invoices')
  const [asked, setAsked] = useState<'delete' | 'finalize' | null>(null)
  const texts = invoices.draft
  const stops = draft.hindrances.find((one) => one.stops)
  const path = `/drafts/${draft.id}`
  const refresh = () =>
    void act(async (now) => {
      const answer = await post(`${path}/refresh`, { version: now.version }, RefreshAnswer)
      onRefreshed(answer.changes.length > 0 ? answer.changes : [texts.nothingNew])
      return answer.draft
    })
  const step = (name: 'approve' | 'withdraw-approval') =>
    void act((now) => post(`${path}/${name}`, { version: now.version }, Invoice))
  const otherKind = draft.kind === 'invoice' ? ('credit-note' as const) : ('invoice' as const)
  const changeKind = () => void act((now) => changeDraft(now, { kind: otherKind }))
  return (
    <Group gap="xs">
      {draft.mayBeApproved && mayApprove ? (
        <Button variant="default" onClick={() => step('approve')}>
          {texts.approve}
        </Button>
      ) : null}
      <Button variant="default" component="a" href={`/api/v1${path}/pdf`} target="_blank" rel="noopener">
        {texts.preview}
      </Button>
      {mayFinalize ? (
        <WithReason reason={stops ? invoices.finalizing.stops(stops.message) : null}>
          <Button
            disabled={stops !== undefined}
            loading={isSaving && asked === 'finalize'}
            onClick={() => setAsked('finalize')}
          >
            {texts.finalize}
          </Button>
        </WithReason>
      ) : null}
      {mayChange ? (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" px="xs" aria-label={ui.more}>
              <IconDots size={18} aria-hidden />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={refresh}>{texts.refresh}</Menu.Item>
            {draft.state === 'approved' ? (
              <Menu.Item onClick={() => step('withdraw-approval')}>{texts.withdraw}</Menu.Item>
            ) : null}
            {draft.creditedInvoiceId === null && !draft.onAccount ? (
              <Menu.Item onClick={changeKind}>{texts.makeKind[otherKind]}</Menu.Item>
            ) : null}
            <Menu.Item c="var(--mantine-color-error)" onClick={() => setAsked('delete')}>
              {ui.delete}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ) : null}
      {asked === 'finalize' ? <FinalizeDialog draft={draft} onClose={() => setAsked(null)} /> : null}
      <Confirm
        isOpen={asked === 'delete'}
        onClose={() => setAsked(null)}
        title={texts.deleteTitle}
        text={texts.deleteText}
        yes={ui.delete}
        danger
        act={async () => {
          await del(`${path}?version=${draft.version}`)
          await navigate({ to: '/to-be-invoiced', replace: true })
          queries.removeQueries({ queryKey: ['/invoices', draft.id] })
          invoiceChanged(queries)
          notifications.show({ message: texts.deleted, autoClose: 3_000 })
        }}
      />
    </Group>
  )
}

/** A button that cannot be used says why, to eyes and to screen readers. */
function WithReason({ reason, children }: { reason: string | null; children: ReactNode }) {
  return reason ? (
    <span title={reason} className="with-reason">
      {children}
      <span className="visually-hidden">{reason}</span>
    </span>
  ) : (
    children
  )
}
