import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTexts } from '../texts/texts.tsx'
import { lostByLeaving } from './save-status.tsx'
import type { OpenTimesheet } from './use-timesheet.ts'

type Leaving = { sheet: OpenTimesheet; held: number }

/** Asks before hours are lost by leaving. `held`: cells whose hours wait for a note that is being written. */
export function UnsavedQuestion({ sheet, held }: Leaving) {
  const { timesheet, ui } = useTexts()
  const { status, reset, proceed } = useUnsaved({ sheet, held })
  return (
    <Modal opened={status === 'blocked'} onClose={() => reset?.()} title={timesheet.leaveTitle}>
      <Stack>
        <Text size="sm">{timesheet.leaveText(lostByLeaving(sheet) + held)}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => proceed?.()}>
            {ui.leave}
          </Button>
          <Button data-autofocus onClick={() => reset?.()}>
            {ui.stay}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

/** Waits for what is on its way, then asks only if something would be lost. Another week of the timesheet loses nothing. */
function useUnsaved({ sheet, held }: Leaving) {
  const lost = useRef(sheet.wrong.size + held)
  useEffect(() => {
    lost.current = sheet.wrong.size + held
  })
  return useBlocker({
    shouldBlockFn: async ({ current, next }) => {
      if (current.pathname === next.pathname) return false
      const isSaved = await sheet.saver.isSaved()
      return !isSaved || lost.current > 0
    },
    enableBeforeUnload: () =>
      lost.current > 0 || [...sheet.unsaved.values()].some(({ status }) => status.state !== 'saved'),
    withResolver: true,
  })
}
