import { Button, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCopy } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { addDays, type Day, mondayOf } from '../../src/lib/dates.ts'
import { type ActivityChoice, CopyWeekAnswer } from '../../src/time-entries/timesheet.ts'
import { post } from '../api.ts'
import { useTexts } from '../texts/texts.tsx'
import { FaultText } from '../ui/fault.tsx'
import { useHours } from '../ui/use-hours.ts'
import type { OpenTimesheet } from './use-timesheet.ts'

/** The week before into the week of a day: its activities alone, or with their hours. */
export function CopyWeek({ sheet, userId, day }: { sheet: OpenTimesheet; userId: string; day: Day }) {
  const { timesheet } = useTexts()
  const { write } = useHours()
  const copy = useMutation({
    mutationFn: (withMinutes: boolean) =>
      post(
        '/timesheet/copy-week',
        { userId, fromWeek: addDays(mondayOf(day), -7), toWeek: mondayOf(day), withMinutes },
        CopyWeekAnswer,
      ),
    async onSuccess({ rows, entries, minutes, notCopied }, withMinutes) {
      sheet.add(rows as ActivityChoice[])
      await sheet.refresh()
      const reasons = [...new Set(notCopied.map(({ activity, reason }) => `${activity}: ${reason}`))]
      notifications.show({
        color: notCopied.length > 0 ? 'yellow' : 'fjord',
        autoClose: notCopied.length > 0 ? false : 5_000,
        message: [
          rows.length === 0
            ? timesheet.copiedNothing
            : withMinutes
              ? timesheet.copiedHours(entries, write(minutes))
              : timesheet.copiedRows(rows.length),
          ...reasons,
        ].join('\n'),
        styles: { description: { whiteSpace: 'pre-line' } },
      })
    },
  })
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button variant="default" leftSection={<IconCopy size={16} aria-hidden />} loading={copy.isPending}>
            {timesheet.copyWeek}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => copy.mutate(false)}>{timesheet.copyRows}</Menu.Item>
          <Menu.Item onClick={() => copy.mutate(true)}>{timesheet.copyHours}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {copy.error ? <FaultText error={copy.error} /> : null}
    </>
  )
}
