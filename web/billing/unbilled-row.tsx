// A row of To be invoiced: its figures, what stands in the way in sentences, what it consists of, and the way to a draft.
import { ActionIcon, Button, Checkbox, Group, List, Menu, Text } from '@mantine/core'
import { IconAlertTriangle, IconChevronDown, IconChevronRight, IconDots, IconInfoCircle } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { ToBeInvoicedRow } from '../../src/billing/to-be-invoiced.ts'
import { Invoice } from '../../src/invoices/invoice.ts'
import { isZero } from '../../src/lib/money.ts'
import { post } from '../api.ts'
import { HindranceText } from '../drafts/hindrances.tsx'
import { invoiceChanged } from '../invoices/invoice-query.ts'
import { useMay } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { FaultText } from '../ui/fault.tsx'
import { useFormat } from '../ui/format.ts'
import { TextLink } from '../ui/links.tsx'
import { useHours } from '../ui/use-hours.ts'
import { OnAccountDialog } from './on-account-dialog.tsx'
import { UnbilledSources } from './unbilled-sources.tsx'
import { whatStops } from './what-stops.ts'

export function UnbilledRow(props: {
  row: ToBeInvoicedRow
  until: string
  isOpen: boolean
  onToggle: () => void
  isTicked: boolean
  onTick: () => void
}) {
  const { billing, ui } = useTexts()
  const format = useFormat()
  const { write: hours } = useHours()
  const mayChange = useMay('change drafts')
  const { row, until, isOpen } = props
  const name = `${row.projectNumber} ${row.projectName}`
  const amount = (value: string) => (isZero(value) ? '' : format.amount(value, row.currency))
  return (
    <tbody data-chosen={props.isTicked || undefined}>
      <tr>
        {mayChange ? (
          <td className="tick">
            <Checkbox size="xs" aria-label={ui.choose(name)} checked={props.isTicked} onChange={props.onTick} />
          </td>
        ) : null}
        <td className="expand">
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-expanded={isOpen}
            aria-label={isOpen ? billing.hideSources(name) : billing.showSources(name)}
            onClick={props.onToggle}
          >
            {isOpen ? <IconChevronDown size={16} aria-hidden /> : <IconChevronRight size={16} aria-hidden />}
          </ActionIcon>
        </td>
        <td className="project">
          <TextLink to="/projects/$id" params={{ id: row.projectId }} size="sm" fw={600} c="inherit">
            {name}
          </TextLink>
          <Text size="xs" c="var(--muted)">
            {row.customerNumber} {row.customerName}
            {row.ownerName ? ` · ${row.ownerName}` : ''}
          </Text>
        </td>
        <td>
          {row.priceModelName ?? billing.noModel}
          {row.kind ? (
            <Text size="xs" c="var(--muted)">
              {billing.models[row.kind]}
            </Text>
          ) : null}
        </td>
        <td className="right figures">
          {amount(row.hours.value)}
          {row.hours.minutes === 0 ? null : (
            <Text size="xs" c="var(--muted)">
              {billing.hoursWaiting(hours(row.hours.billableMinutes))}
            </Text>
          )}
        </td>
        <td className="right figures">{amount(row.expenses.value)}</td>
        <td className="right figures">
          {amount(row.plan.value)}
          {isZero(row.onAccountBilled) ? null : (
            <Text size="xs" c="var(--muted)">
              {billing.onAccountBilled(format.amount(row.onAccountBilled, row.currency))}
            </Text>
          )}
        </td>
        <td className="right figures">
          <NotApproved row={row} />
        </td>
        <td className="right figures total">{format.money(row.total, row.currency)}</td>
        <td className="right">{mayChange ? <RowActions row={row} until={until} /> : null}</td>
      </tr>
      {row.hindrances.length > 0 ? (
        <tr className="below">
          <td colSpan={mayChange ? 2 : 1} />
          <td colSpan={8}>
            <List size="sm" listStyleType="none" spacing={2} className="sentences">
              {row.hindrances.map((one) => (
                <List.Item
                  key={one.message}
                  icon={
                    one.stops ? (
                      <IconAlertTriangle size={16} color="var(--mantine-color-error)" aria-hidden />
                    ) : (
                      <IconInfoCircle size={16} color="var(--muted)" aria-hidden />
                    )
                  }
                >
                  <HindranceText hindrance={one} />
                </List.Item>
              ))}
            </List>
          </td>
        </tr>
      ) : null}
      {isOpen ? (
        <tr className="below">
          <td colSpan={mayChange ? 2 : 1} />
          <td colSpan={8}>
            <UnbilledSources row={row} until={until} />
          </td>
        </tr>
      ) : null}
    </tbody>
  )
}

/** What waits for approval; the sentences below the row say where it is approved. */
function NotApproved({ row }: { row: ToBeInvoicedRow }) {
  const { billing } = useTexts()
  const { write: hours } = useHours()
  const { minutes, expenses } = row.notApproved
  if (minutes === 0 && expenses === 0) return null
  const words = [
    minutes > 0 ? billing.hoursWaiting(hours(minutes)) : '',
    expenses > 0 ? billing.expensesWaiting(expenses) : '',
  ].filter(Boolean)
  return <Text size="sm">{words.join(', ')}</Text>
}

function RowActions({ row, until }: { row: ToBeInvoicedRow; until: string }) {
  const { billing, ui } = useTexts()
  const format = useFormat()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [asked, setAsked] = useState<'settle' | 'on-account' | null>(null)
  const name = `${row.projectNumber} ${row.projectName}`
  const make = async (more: object = {}) => {
    const draft = await post(
      '/drafts',
      { projectId: row.projectId, priceModelId: row.priceModelId, until, ...more },
      Invoice,
    )
    invoiceChanged(queries, draft)
    await navigate({ to: '/drafts/$id', params: { id: draft.id } })
  }
  const making = useMutation({ mutationFn: make })
  const stops = whatStops(row, billing)
  return (
    <>
      <Group gap={4} wrap="nowrap" justify="flex-end">
        <Button
          size="xs"
          variant="light"
          aria-label={`${billing.makeDraft}: ${name}`}
          loading={making.isPending}
          disabled={stops !== undefined}
          {...(stops ? { title: stops } : {})}
          onClick={() => making.mutate({})}
        >
          {billing.makeDraft}
        </Button>
        {row.kind === 'on-account' ? (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" aria-label={`${ui.more}: ${name}`}>
                <IconDots size={16} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => setAsked('on-account')}>{billing.onAccount}</Menu.Item>
              <Menu.Item onClick={() => setAsked('settle')}>{billing.settle}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        ) : null}
      </Group>
      {making.error ? (
        <div className="row-fault">
          <FaultText error={making.error} />
        </div>
      ) : null}
      <Confirm
        isOpen={asked === 'settle'}
        onClose={() => setAsked(null)}
        title={billing.settleTitle(name)}
        text={billing.settleText(format.money(row.onAccountBilled, row.currency))}
        yes={billing.settleYes}
        act={() => make({ settlement: true })}
      />
      {asked === 'on-account' ? (
        <OnAccountDialog
          name={name}
          currency={row.currency}
          onClose={() => setAsked(null)}
          make={(amount, key) => make({ until: null, onAccountAmount: amount, key })}
        />
      ) : null}
    </>
  )
}
