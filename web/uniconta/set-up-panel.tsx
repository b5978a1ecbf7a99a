// What has to stand in the accounting system, each with its menu path; ticked when Check set-up has seen it.
import { Anchor, Button, Group, List, Paper, Stack, Text, ThemeIcon, Title } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconCircle, IconQuestionMark, IconX } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { SetUpCheck } from '../../src/uniconta/settings.ts'
import { FaultText } from '../ui/fault.tsx'
import { useFormat } from '../ui/format.ts'
import type { DialogValues } from './dialog-values.ts'
import { checkSetUp, lastReportQuery } from './set-up-query.ts'
import { useUnicontaTexts } from './texts.ts'

export function SetUpPanel({ values, isSaved }: { values: DialogValues; isSaved: boolean }) {
  const { setUp } = useUnicontaTexts()
  const format = useFormat()
  const queries = useQueryClient()
  const { data: report, error, isFetching } = useQuery({ ...lastReportQuery, enabled: isSaved })
  const toDo = report?.checks.filter((check) => check.state !== 'ok') ?? []
  const done = report?.checks.filter((check) => check.state === 'ok') ?? []
  return (
    <Paper withBorder p="md" component="section" aria-label={setUp.title}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2}>{setUp.title}</Title>
          {isSaved ? (
            <Button size="xs" variant="default" loading={isFetching} onClick={() => void checkSetUp(queries)}>
              {setUp.check}
            </Button>
          ) : null}
        </Group>
        <Text size="xs" c="var(--muted)" role="status">
          {isFetching
            ? setUp.checking
            : report
              ? setUp.checkedAt(format.instant(report.checkedAt))
              : isSaved
                ? setUp.neverChecked
                : setUp.afterSaving}
        </Text>
        {error ? <FaultText error={error} /> : null}
        {report ? (
          <>
            {toDo.length === 0 ? <Text size="sm">{setUp.allRight}</Text> : <Checks title={setUp.toDo} checks={toDo} />}
            {done.length > 0 ? <Checks title={setUp.done} checks={done} /> : null}
          </>
        ) : (
          <Preparation values={values} />
        )}
      </Stack>
    </Paper>
  )
}

const looks = {
  ok: { icon: IconCheck, color: 'green' },
  warning: { icon: IconAlertTriangle, color: 'yellow' },
  error: { icon: IconX, color: 'red' },
  unknown: { icon: IconQuestionMark, color: 'gray' },
} as const

function Checks({ title, checks }: { title: string; checks: readonly SetUpCheck[] }) {
  const { setUp } = useUnicontaTexts()
  return (
    <div>
      <Title order={3} size="sm" mb={6}>
        {title}
      </Title>
      <List listStyleType="none" spacing={6} size="sm" aria-label={title}>
        {checks.map((check) => {
          const { icon: CheckIcon, color } = looks[check.state]
          return (
            <Item
              key={check.key}
              icon={
                <ThemeIcon size={20} radius="xl" color={color} variant="light" aria-hidden>
                  <CheckIcon size={13} />
                </ThemeIcon>
              }
              state={setUp.states[check.state]}
              title={check.title}
              text={check.text}
              isDone={check.state === 'ok'}
              where={check.where}
            >
              {check.link ? (
                <Anchor component={Link} to={check.link} size="sm">
                  {setUp.mendHere}
                </Anchor>
              ) : null}
            </Item>
          )
        })}
      </List>
    </div>
  )
}

const invoiceNeeds = ['categories', 'series', 'sequences', 'terms', 'ledger'] as const

/** Before the first look: what will be needed, by what is switched on. */
function Preparation({ values }: { values: DialogValues }) {
  const { setUp, preparation } = useUnicontaTexts()
  const needed = [
    preparation['sign-in'],
    ...(values.exportCustomers ? [preparation.groups] : []),
    ...(values.exportProjects ? [preparation['project-group']] : []),
    ...(values.exportInvoices ? invoiceNeeds.map((need) => preparation[need]) : []),
    ...(values.departmentDimension === null ? [] : [preparation.dimension]),
  ]
  return (
    <List listStyleType="none" spacing="sm" size="sm" aria-label={setUp.toDo}>
      {needed.map((item) => (
        <Item
          key={item.title}
          icon={
            <ThemeIcon size={20} radius="xl" color="gray" variant="light" aria-hidden>
              <IconCircle size={13} />
            </ThemeIcon>
          }
          state={setUp.notLooked}
          {...item}
        />
      ))}
    </List>
  )
}

function Item(props: {
  icon: React.ReactNode
  state: string
  title: string
  text: string
  where: string | null
  isDone?: boolean
  children?: React.ReactNode
}) {
  const { setUp } = useUnicontaTexts()
  return (
    <List.Item icon={props.icon}>
      <Text size="sm" fw={600}>
        {props.title}
        <Text span size="xs" c="var(--muted)" fw={400}>
          {' '}
          {props.state}
        </Text>
      </Text>
      <Text size={props.isDone ? 'xs' : 'sm'} {...(props.isDone ? { c: 'var(--muted)' } : {})}>
        {props.text}
      </Text>
      {props.where ? (
        <Text size="xs" c="var(--muted)">
          {setUp.where(props.where)}
        </Text>
      ) : null}
      {props.children}
    </List.Item>
  )
}
