// Minutes that are expected on each day of the week, from a day on: of everybody, and of those who have their own.
import { ActionIcon, Button, Paper, Select, Stack, Table, Title } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { dayIn, daysOf } from '../../src/lib/dates.ts'
import { type WorkSchedule, WorkSchedules } from '../../src/time-entries/timesheet.ts'
import { put } from '../api.ts'
import { newKey } from '../new-key.ts'
import { useMe } from '../session.tsx'
import { useTexts } from '../texts/texts.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { DayInput } from '../ui/day-input.tsx'
import { useFormat } from '../ui/format.ts'
import { HoursInput } from '../ui/hours-input.tsx'
import { RecordFormFrame, useRecordForm } from '../ui/record-form.tsx'
import { TableScroll } from '../ui/table-scroll.tsx'
import { useHours } from '../ui/use-hours.ts'
import { useUsers } from '../users/users-query.ts'
import { useDayWords } from './day-words.ts'

const company = 'company'
type Schedules = z.infer<typeof WorkSchedules>

export function WorkScheduleList({ stored }: { stored: Schedules }) {
  const { hoursSettings: texts } = useTexts()
  const { users } = useUsers()
  const { timeZone } = useMe().company
  const [added, setAdded] = useState<{ userId: string; userName: string } | null>(null)
  const own = new Set(stored.people.map(({ userId }) => userId))
  const people = added && !own.has(added.userId) ? [...stored.people, { ...added, schedules: [] }] : stored.people
  // Somebody new begins with the hours of everybody, from today.
  const first = (): WorkSchedule[] => [
    { validFrom: dayIn(timeZone, new Date()), minutes: stored.company.at(-1)?.minutes ?? [0, 0, 0, 0, 0, 0, 0] },
  ]
  return (
    <Stack>
      <ScheduleForm key={JSON.stringify(stored.company)} id={company} name={texts.company} stored={stored.company} />
      {people.map(({ userId, userName, schedules }) => (
        <ScheduleForm
          key={`${userId} ${JSON.stringify(schedules)}`}
          id={userId}
          name={userName}
          stored={schedules.length > 0 ? schedules : first()}
          isNew={schedules.length === 0}
          onGone={() => setAdded(null)}
        />
      ))}
      <Select
        label={texts.addPerson}
        searchable
        w={300}
        value={null}
        data={users
          .filter(({ id, active }) => active && !own.has(id) && id !== added?.userId)
          .map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => {
          const user = users.find((one) => one.id === id)
          if (user) setAdded({ userId: user.id, userName: user.name })
        }}
      />
    </Stack>
  )
}

type Line = { key: string; validFrom: string | null; minutes: (number | string | null)[] }
type Values = { schedules: Line[] }

const toLines = (schedules: readonly WorkSchedule[]): Line[] =>
  schedules.map(({ validFrom, minutes }) => ({ key: validFrom, validFrom, minutes }))

function ScheduleForm(props: {
  id: string
  name: string
  stored: readonly WorkSchedule[]
  isNew?: boolean
  onGone?: () => void
}) {
  const { hoursSettings: texts } = useTexts()
  const { write } = useHours()
  const { weekday } = useDayWords()
  const format = useFormat()
  const queries = useQueryClient()
  const [isGoingBack, setGoingBack] = useState(false)
  const { id, name, stored } = props
  const save = (schedules: readonly object[]) => put(`/work-schedules/${id}`, { schedules }, WorkSchedules)
  const keep = (answer: Schedules) => {
    queries.setQueryData(['/work-schedules'], answer)
    void queries.invalidateQueries({ queryKey: ['/timesheet'] })
    void queries.invalidateQueries({ queryKey: ['/timesheet-status'] })
  }
  const record = useRecordForm<Values, Schedules>({
    initial: { schedules: toLines(stored) },
    send: ({ schedules }) =>
      save(
        schedules.map(({ validFrom, minutes }) => ({
          validFrom,
          minutes: minutes.map((of) => (of === null ? 0 : of)),
        })),
      ),
    onSaved: keep,
  })
  const { form } = record
  const lines = form.values.schedules
  const setLine = (index: number, change: Partial<Line>) =>
    form.setFieldValue(
      'schedules',
      lines.map((line, at) => (at === index ? { ...line, ...change } : line)),
    )
  const days = daysOf('2026-11-23', '2026-11-29').map(weekday)
  const sum = (minutes: readonly (number | string | null)[]) =>
    minutes.reduce<number>((total, of) => total + (typeof of === 'number' ? of : 0), 0)
  return (
    <>
      <RecordFormFrame
        record={record}
        names={{}}
        onCancel={() => {
          form.reset()
          if (props.isNew) props.onGone?.()
        }}
        actions={
          <>
            <Button
              variant="subtle"
              onClick={() =>
                form.setFieldValue('schedules', [
                  ...lines,
                  { key: newKey(), validFrom: null, minutes: lines.at(-1)?.minutes ?? [] },
                ])
              }
            >
              {texts.addLine}
            </Button>
            {id === company || props.isNew ? null : (
              <Button variant="subtle" color="red" ml="auto" onClick={() => setGoingBack(true)}>
                {texts.back}
              </Button>
            )}
          </>
        }
      >
        <Paper withBorder p="md" component="section" aria-label={name}>
          <Title order={3} mb="xs">
            {name}
          </Title>
          <TableScroll label={name} minWidth={760}>
            <Table withRowBorders={false} horizontalSpacing={6} verticalSpacing={4}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th w={150}>{texts.validFrom}</Table.Th>
                  {days.map((day) => (
                    <Table.Th key={day}>{day}</Table.Th>
                  ))}
                  <Table.Th ta="right" w={80}>
                    {texts.perWeek}
                  </Table.Th>
                  <Table.Td w={40} />
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {lines.map((line, index) => (
                  <Table.Tr key={line.key} style={{ verticalAlign: 'top' }}>
                    <Table.Td>
                      <DayInput
                        label={texts.validFrom}
                        isLabelHidden
                        data-path={`schedules.${index}.validFrom`}
                        value={line.validFrom}
                        onChange={(validFrom) => setLine(index, { validFrom })}
                        error={form.errors[`schedules.${index}.validFrom`]}
                      />
                    </Table.Td>
                    {days.map((day, at) => (
                      <Table.Td key={day}>
                        <HoursInput
                          aria-label={`${day}, ${texts.validFrom.toLowerCase()} ${format.day(line.validFrom)}`}
                          data-path={`schedules.${index}.minutes`}
                          value={line.minutes[at] ?? null}
                          onChange={(value) =>
                            setLine(index, { minutes: line.minutes.map((of, one) => (one === at ? value : of)) })
                          }
                        />
                      </Table.Td>
                    ))}
                    <Table.Td ta="right" className="figures" pt={10}>
                      {write(sum(line.minutes))}
                    </Table.Td>
                    <Table.Td>
                      {lines.length > 1 ? (
                        <ActionIcon
                          variant="subtle"
                          color="gray"
                          mt={4}
                          aria-label={texts.removeLine(format.day(line.validFrom))}
                          onClick={() =>
                            form.setFieldValue(
                              'schedules',
                              lines.filter((_, one) => one !== index),
                            )
                          }
                        >
                          <IconX size={16} aria-hidden />
                        </ActionIcon>
                      ) : null}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </TableScroll>
        </Paper>
      </RecordFormFrame>
      <Confirm
        isOpen={isGoingBack}
        onClose={() => setGoingBack(false)}
        title={texts.backTitle(name)}
        text={texts.backText}
        yes={texts.back}
        act={async () => {
          keep(await save([]))
          props.onGone?.()
        }}
      />
    </>
  )
}
