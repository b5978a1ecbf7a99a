// The prices of a model as they are typed: for whom, from which day, how much.
import { ActionIcon, Button, Select, Stack, Table, Text } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconTrash } from '@tabler/icons-react'
import { dayIn } from '../../src/lib/dates.ts'
import { useActivities } from '../activities/activities-query.ts'
import { useMe } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { DayInput } from '../ui/day-input.tsx'
import { DecimalInput } from '../ui/decimal-input.tsx'
import { TableScroll } from '../ui/table-scroll.tsx'
import { useUsers } from '../users/users-query.ts'
import { type ModelValues, newKey } from './model-values.ts'
import { useMembers, useProjectRoles } from './prices-query.ts'

type Row = ModelValues['rates'][number]
type Option = { value: string; label: string }

const choiceOf = (row: Row) =>
  row.userId
    ? `user ${row.userId}`
    : row.roleId
      ? `role ${row.roleId}`
      : row.activityId
        ? `activity ${row.activityId}`
        : null

function ownerOf(value: string): Pick<Row, 'userId' | 'roleId' | 'activityId'> {
  const [kind, id = ''] = value.split(' ')
  const of = (wanted: string) => (kind === wanted ? id : null)
  return { userId: of('user'), roleId: of('role'), activityId: of('activity') }
}

export function RateRows(props: { form: UseFormReturnType<ModelValues>; projectId: string; currency: string }) {
  const { prices: texts } = useTexts()
  const { form, projectId, currency } = props
  const { timeZone } = useMe().company
  const groups = useOwners(projectId)
  const { rates } = form.values
  const labelOf = (row: Row) =>
    groups.flatMap(({ items }) => items).find(({ value }) => value === choiceOf(row))?.label ?? texts.gone
  const set = (index: number, change: Partial<Row>) =>
    form.setFieldValue(
      'rates',
      rates.map((row, at) => (at === index ? { ...row, ...change } : row)),
    )
  const add = () => {
    const row = { userId: null, roleId: null, activityId: null, rate: null }
    form.setFieldValue('rates', [...rates, { ...row, validFrom: dayIn(timeZone, new Date()), key: newKey() }])
  }
  return (
    <Stack gap="xs" role="group" aria-label={texts.rates}>
      <div>
        <Text fw={600} size="sm">
          {texts.rates}
        </Text>
        <Text size="xs" c="var(--muted)">
          {texts.ratesHint}
        </Text>
      </div>
      {rates.length > 0 ? (
        <TableScroll label={texts.rates} minWidth={560}>
          <Table verticalSpacing={4} horizontalSpacing={6} withRowBorders={false}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{texts.rateOf}</Table.Th>
                <Table.Th w={170}>{texts.validFrom}</Table.Th>
                <Table.Th w={170}>{texts.rate}</Table.Th>
                <Table.Th w={40} aria-label={texts.removeRate('')} />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rates.map((row, index) => (
                <Table.Tr key={row.key} style={{ verticalAlign: 'top' }}>
                  <Table.Td>
                    <Select
                      aria-label={texts.rateOf}
                      searchable
                      allowDeselect={false}
                      data={groups}
                      value={choiceOf(row)}
                      onChange={(value) => value && set(index, ownerOf(value))}
                      error={firstError(form, `rates.${index}`, ['', 'userId', 'roleId', 'activityId'])}
                      data-path={`rates.${index}`}
                    />
                  </Table.Td>
                  <Table.Td>
                    <DayInput
                      label={texts.validFrom}
                      isLabelHidden
                      value={row.validFrom}
                      onChange={(validFrom) => set(index, { validFrom })}
                      error={form.errors[`rates.${index}.validFrom`]}
                      data-path={`rates.${index}.validFrom`}
                    />
                  </Table.Td>
                  <Table.Td>
                    <DecimalInput
                      aria-label={texts.rate}
                      value={row.rate}
                      onChange={(rate) => set(index, { rate })}
                      error={form.errors[`rates.${index}.rate`]}
                      unit={currency}
                      decimals={2}
                      data-path={`rates.${index}.rate`}
                    />
                  </Table.Td>
                  <Table.Td>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size={36}
                      aria-label={texts.removeRate(labelOf(row))}
                      onClick={() =>
                        form.setFieldValue(
                          'rates',
                          rates.filter((_, at) => at !== index),
                        )
                      }
                    >
                      <IconTrash size={18} aria-hidden />
                    </ActionIcon>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </TableScroll>
      ) : null}
      <Button variant="default" size="xs" style={{ alignSelf: 'flex-start' }} onClick={add}>
        {texts.addRate}
      </Button>
    </Stack>
  )
}

export function firstError(form: UseFormReturnType<ModelValues>, path: string, names: readonly string[]) {
  return names.map((name) => form.errors[name ? `${path}.${name}` : path]).find(Boolean)
}

/** Members first among the persons: a price is mostly for one of them. */
function useOwners(projectId: string): { group: string; items: Option[] }[] {
  const { prices: texts } = useTexts()
  const members = new Set((useMembers(projectId).data ?? []).map(({ userId }) => userId))
  const { users } = useUsers()
  const roles = useProjectRoles().data ?? []
  const activities = useActivities(projectId).data ?? []
  const persons = users.filter(({ id, active }) => active || members.has(id))
  const inOrder = [...persons.filter(({ id }) => members.has(id)), ...persons.filter(({ id }) => !members.has(id))]
  return [
    { group: texts.persons, items: inOrder.map(({ id, name }) => ({ value: `user ${id}`, label: name })) },
    { group: texts.roles, items: roles.map(({ id, name }) => ({ value: `role ${id}`, label: name })) },
    {
      group: texts.activities,
      items: activities.map(({ id, number, name }) => ({ value: `activity ${id}`, label: `${number} ${name}` })),
    },
  ].filter(({ items }) => items.length > 0)
}
