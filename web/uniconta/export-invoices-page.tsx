// Company > Export invoices: every document of the coupled series by its state, and what can be done about it.
import { Button, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { z } from 'zod'
import { recordStates } from '../../src/sync/record-state.ts'
import { PostingList, type PostingRow } from '../../src/uniconta/posting.ts'
import { get } from '../api.ts'
import { useMay } from '../session.tsx'
import { AttemptsDrawer } from '../sync/attempts-drawer.tsx'
import { isMoving, StateBadge } from '../sync/state-badge.tsx'
import { useTexts } from '../texts/texts.tsx'
import { type Column, DataList } from '../ui/data-list.tsx'
import { type ListFilter, optionsOf } from '../ui/filter-bar.tsx'
import { useFormat } from '../ui/format.ts'
import { ButtonLink } from '../ui/links.tsx'
import type { ListSearch } from '../ui/list-search.ts'
import { OnlyIfMay } from '../ui/only-if-may.tsx'
import { ViewLinks } from '../ui/view-links.tsx'
import { ChooseDialog } from './choose-dialog.tsx'
import { KnownButton } from './first-document.tsx'
import { ManyPostings } from './many-postings.tsx'
import { SeriesLine } from './series-panel.tsx'
import { useUnicontaTexts } from './texts.ts'

const route = getRouteApi('/export-invoices')
type Answer = z.infer<typeof PostingList>
type Asked = { what: 'choose' | 'exchange'; row: PostingRow }

export function ExportInvoicesPage() {
  return (
    <OnlyIfMay permission="view the log">
      <ExportInvoices />
    </OnlyIfMay>
  )
}

function ExportInvoices() {
  const { shell, sync } = useTexts()
  const { postings } = useUnicontaTexts()
  const search = route.useSearch()
  const navigate = useNavigate()
  const maySend = useMay('send records again')
  const [asked, setAsked] = useState<Asked | null>(null)
  const columns = useColumns(maySend, setAsked)
  const filters: ListFilter[] = [{ key: 'state', title: postings.state, options: optionsOf(recordStates, sync.states) }]
  return (
    <>
      <DataList<PostingRow, Answer>
        title={postings.title}
        searched={postings.searched}
        group={shell.groups.company}
        path="/postings"
        shape={PostingList}
        columns={columns}
        filters={filters}
        search={search}
        onSearch={(next) => void navigate({ to: '/export-invoices', search: next, replace: true })}
        hrefOf={(row) => `/invoices/${row.id}`}
        nameOf={(row) => `${row.number} ${row.customerName}`}
        empty={postings.empty}
        emptyButton={<ButtonLink to="/invoices">{postings.toInvoices}</ButtonLink>}
        isMoving={(row) => isMoving(row.sync)}
        views={
          <Stack gap={6}>
            <Group gap="sm">
              <SeriesLine />
              <KnownButton />
            </Group>
            <StateViews search={search} />
          </Stack>
        }
        {...(maySend ? { bulk: (rows, done) => <ManyPostings rows={rows} onDone={done} /> } : {})}
      />
      {asked?.what === 'exchange' ? (
        <AttemptsDrawer kind="invoice" id={asked.row.id} onClose={() => setAsked(null)} />
      ) : null}
      {asked?.what === 'choose' ? (
        <ChooseDialog id={asked.row.id} number={asked.row.number} onClose={() => setAsked(null)} />
      ) : null}
    </>
  )
}

function useColumns(maySend: boolean, onAsk: (asked: Asked) => void): Column<PostingRow>[] {
  const { invoices } = useTexts()
  const { postings } = useUnicontaTexts()
  const format = useFormat()
  return [
    {
      key: 'number',
      title: postings.number,
      cell: (row) => (
        <Link to="/invoices/$id" params={{ id: row.id }} className="plain-link">
          <Text span fw={600} size="sm">
            {row.number}
          </Text>
          {row.kind === 'credit-note' ? (
            <Text span size="xs" c="var(--muted)">
              {' '}
              {invoices.kinds[row.kind]}
            </Text>
          ) : null}
        </Link>
      ),
    },
    { key: 'state', title: postings.state, cell: (row) => <StateBadge sync={row.sync} /> },
    { key: 'sentence', title: postings.sentence, cell: (row) => <span className="sentence">{row.sync.text}</span> },
    { key: 'customer', title: postings.customer, cell: (row) => row.customerName },
    { key: 'gross', title: postings.gross, right: true, cell: (row) => format.money(row.gross, row.currency) },
    { key: 'there', title: postings.there, right: true, cell: (row) => row.theirNumber },
    {
      key: 'act',
      title: postings.act,
      cell: (row) => (
        <Group gap={4} wrap="nowrap">
          {maySend && row.step !== 'settled' && row.sync.state !== 'off' ? (
            <Button
              size="compact-xs"
              variant={row.sync.actions.includes('choose') ? 'light' : 'subtle'}
              aria-label={postings.chooseFor(row.number)}
              onClick={() => onAsk({ what: 'choose', row })}
            >
              {postings.choose}
            </Button>
          ) : null}
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={postings.exchangeOf(row.number)}
            onClick={() => onAsk({ what: 'exchange', row })}
          >
            {postings.exchange}
          </Button>
        </Group>
      ),
    },
    { key: 'invoicedOn', title: postings.date, cell: (row) => format.day(row.invoicedOn) },
    { key: 'reason', title: postings.reason, cell: (row) => (row.reason ? `${row.reason} (${row.saidBy})` : null) },
    { key: 'voucher', title: postings.voucher, right: true, cell: (row) => row.voucher, optional: true },
    {
      key: 'step',
      title: postings.step,
      cell: (row) => (row.how ? postings.hows[row.how] : row.step ? postings.steps[row.step] : null),
      optional: true,
    },
  ]
}

/** How many stand in each state, each a link to those. */
function StateViews({ search }: { search: ListSearch }) {
  const { sync } = useTexts()
  const { postings } = useUnicontaTexts()
  const format = useFormat()
  const { data } = useQuery({
    queryKey: ['/postings', 'counts'],
    queryFn: () => get('/postings?size=1', PostingList),
    refetchInterval: 5_000,
  })
  if (!data || data.counts.length === 0) return null
  const { state: _state, ...kept } = search
  const chosen = [search.state ?? []].flat()
  const all = data.counts.reduce((sum, { count }) => sum + count, 0)
  const views = [
    { name: postings.all(format.count(all)), search: kept, isShown: chosen.length === 0 },
    ...recordStates.flatMap((state) => {
      const count = data.counts.find((one) => one.state === state)?.count
      if (!count) return []
      const name = postings.stateCount(sync.states[state], format.count(count))
      return [{ name, search: { ...kept, state: [state] }, isShown: chosen.length === 1 && chosen[0] === state }]
    }),
  ]
  return <ViewLinks label={postings.viewsLabel} to="/export-invoices" views={views} />
}
