// Company > Import expenses: how it stands, Run now, what a person has to choose, what did not come in, and whether all came in.
import { Alert, Badge, Button, Stack, Tabs, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { ImportStanding } from '../../src/uniconta/expense-import.ts'
import { get, post } from '../api.ts'
import { useMay } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { FaultText, useFaultText } from '../ui/fault.tsx'
import { useFormat } from '../ui/format.ts'
import { ButtonLink } from '../ui/links.tsx'
import { OnlyIfMay } from '../ui/only-if-may.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { TableScroll } from '../ui/table-scroll.tsx'
import { CompletenessTab } from './completeness-tab.tsx'
import { LedgerRows } from './ledger-rows.tsx'
import { ProjectLinks } from './project-link.tsx'
import { useUnicontaTexts } from './texts.ts'

const route = getRouteApi('/import-expenses')
const tabs = ['skipped', 'flagged', 'completeness', 'runs'] as const

export function ImportExpensesPage() {
  return (
    <OnlyIfMay permission="view the log">
      <ImportExpenses />
    </OnlyIfMay>
  )
}

function ImportExpenses() {
  const { shell } = useTexts()
  const { imports } = useUnicontaTexts()
  const { tab } = route.useSearch()
  const navigate = useNavigate()
  const format = useFormat()
  const query = useQuery({
    queryKey: ['/expense-import'],
    queryFn: () => get('/expense-import', ImportStanding),
    refetchInterval: ({ state }) => (state.data?.isRunning ? 1_000 : 15_000),
  })
  const standing = query.data
  const shown = tabs.find((name) => name === tab) ?? (standing && standing.flagged > 0 ? 'flagged' : 'skipped')
  return (
    <>
      <PageHeader
        title={imports.title}
        crumbs={[{ title: shell.groups.company }, { title: imports.title }]}
        actions={standing?.isOn ? <RunNow isRunning={standing.isRunning} /> : null}
      />
      {query.error && !standing ? <FaultText error={query.error} onRetry={() => query.refetch()} /> : null}
      {standing && !standing.isOn ? (
        <Stack align="flex-start">
          <Text>{imports.off}</Text>
          <ButtonLink to="/settings/integrations">{imports.toSettings}</ButtonLink>
        </Stack>
      ) : null}
      {standing?.isOn ? (
        <Stack>
          <Standing standing={standing} />
          <Tabs
            value={shown}
            onChange={(next) => void navigate({ to: '/import-expenses', search: next ? { tab: next } : {} })}
            keepMounted={false}
          >
            <Tabs.List mb="md">
              {tabs.map((name) => (
                <Tabs.Tab
                  key={name}
                  value={name}
                  rightSection={
                    (name === 'skipped' || name === 'flagged') && standing[name] > 0 ? (
                      <Badge size="sm" variant="light" color={name === 'flagged' ? 'red' : 'gray'}>
                        {format.count(standing[name])}
                      </Badge>
                    ) : undefined
                  }
                >
                  {imports.tabs[name]}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            <Tabs.Panel value="skipped">
              <Stack>
                <ProjectLinks links={standing.links} />
                <LedgerRows state="skipped" version={versionOf(standing)} />
              </Stack>
            </Tabs.Panel>
            <Tabs.Panel value="flagged">
              <LedgerRows state="flagged" version={versionOf(standing)} />
            </Tabs.Panel>
            <Tabs.Panel value="completeness">
              <CompletenessTab />
            </Tabs.Panel>
            <Tabs.Panel value="runs">
              <Runs standing={standing} />
            </Tabs.Panel>
          </Tabs>
        </Stack>
      ) : null}
    </>
  )
}

const versionOf = ({ runs, skipped, flagged }: ImportStanding) =>
  [runs[0]?.id, runs[0]?.rows, runs[0]?.finishedAt, skipped, flagged].join(' ')

function Standing({ standing }: { standing: ImportStanding }) {
  const { imports } = useUnicontaTexts()
  const format = useFormat()
  const last = standing.runs.find(({ finishedAt }) => finishedAt !== null)
  const current = standing.runs.find(({ finishedAt }) => finishedAt === null)
  const sentences = [
    imports.ofSeries(standing.series ?? '', standing.accounts),
    standing.movedTo && standing.floor ? imports.from(format.day(standing.movedTo), format.day(standing.floor)) : '',
    last ? imports.last(format.instant(last.startedAt)) : imports.never,
    standing.nextAt ? imports.next(format.instant(standing.nextAt)) : '',
  ]
  return (
    <div>
      <Text size="sm" c="var(--muted)">
        {sentences.join(' ')}
      </Text>
      <div role="status">
        {standing.isRunning ? (
          <Text size="sm" fw={600}>
            {current ? imports.running(format.count(current.rows)) : imports.waiting}
          </Text>
        ) : null}
      </div>
      {standing.trouble ? (
        <Alert color="red" variant="light" mt="xs">
          {standing.trouble}
        </Alert>
      ) : null}
    </div>
  )
}

function RunNow({ isRunning }: { isRunning: boolean }) {
  const { imports } = useUnicontaTexts()
  const mayRun = useMay('send records again')
  const queries = useQueryClient()
  const faultText = useFaultText()
  const run = useMutation({
    mutationFn: (what: 'run' | 'review') => post(`/expense-import/${what}`, undefined, ImportStanding),
    onSuccess(answer) {
      queries.setQueryData(['/expense-import'], answer)
      notifications.show({ message: imports.started })
    },
    onError: (error) => notifications.show({ message: faultText(error), color: 'red' }),
  })
  if (!mayRun) return null
  return (
    <>
      <Button variant="default" disabled={isRunning || run.isPending} onClick={() => run.mutate('review')}>
        {imports.review}
      </Button>
      <Button loading={run.isPending} disabled={isRunning} onClick={() => run.mutate('run')}>
        {imports.runNow}
      </Button>
    </>
  )
}

const counts = ['rows', 'imported', 'changed', 'removed', 'skipped', 'flagged', 'calls'] as const

function Runs({ standing }: { standing: ImportStanding }) {
  const { imports } = useUnicontaTexts()
  const format = useFormat()
  if (standing.runs.length === 0) return <Text>{imports.never}</Text>
  return (
    <TableScroll label={imports.tabs.runs} minWidth={720} framed>
      <table className="list-table wraps figures">
        <thead>
          <tr>
            <th>{imports.run.started}</th>
            <th>{imports.run.kind}</th>
            {counts.map((name) => (
              <th key={name} className="right">
                {imports.run[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {standing.runs.map((run) => (
            <tr key={run.id}>
              <td>{format.instant(run.startedAt)}</td>
              <td>{imports.runKinds[run.kind]}</td>
              {counts.map((name) => (
                <td key={name} className="right">
                  {format.count(run[name])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}
