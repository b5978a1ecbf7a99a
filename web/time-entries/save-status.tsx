// Whether everything is saved, in words; and each cell that is not, with why and what to do.
import { Alert, Button, Group, List, Text } from '@mantine/core'
import { IconAlertTriangle, IconCloudOff } from '@tabler/icons-react'
import { useTexts } from '../texts/texts.tsx'
import { useFaultText } from '../ui/fault.tsx'
import type { OpenTimesheet } from './use-timesheet.ts'

/** Cells that a reader would lose by leaving. */
export const lostByLeaving = ({ unsaved, wrong }: Pick<OpenTimesheet, 'unsaved' | 'wrong'>): number =>
  wrong.size +
  [...unsaved.values()].filter(({ status }) => status.state === 'failed' || status.state === 'waiting').length

export function SaveStatus({ sheet }: { sheet: OpenTimesheet }) {
  const { timesheet } = useTexts()
  const states = [...sheet.unsaved.values()].map(({ status }) => status.state)
  const failed = states.filter((state) => state === 'failed').length + sheet.wrong.size
  const waiting = states.filter((state) => state === 'waiting').length
  const words =
    failed > 0
      ? timesheet.notSaved(failed)
      : waiting > 0
        ? timesheet.waiting(waiting)
        : states.includes('saving')
          ? timesheet.saving
          : timesheet.allSaved
  return (
    <Text size="sm" c={failed > 0 ? 'var(--mantine-color-error)' : 'var(--muted)'} role="status">
      {failed === 0 && waiting > 0 ? <IconCloudOff size={14} aria-hidden style={{ verticalAlign: -2 }} /> : null}{' '}
      {words}
    </Text>
  )
}

export function SaveProblems({ sheet, onGo }: { sheet: OpenTimesheet; onGo: (key: string) => void }) {
  const { timesheet, hours } = useTexts()
  const faultText = useFaultText()
  const wrong = [...sheet.wrong].map(([key, { text, fault, label }]) => ({
    key,
    label,
    words: hours.faults[fault](text),
    mayRetry: false,
  }))
  const failed = [...sheet.unsaved].flatMap(([key, { status }]) =>
    status.state === 'failed'
      ? [{ key, label: sheet.labels.get(key) ?? '', words: faultText(status.error), mayRetry: true }]
      : [],
  )
  const problems = [...wrong, ...failed]
  if (problems.length === 0) return null
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={timesheet.problems} role="alert">
      <List size="sm" listStyleType="none">
        {problems.map(({ key, label, words, mayRetry }) => (
          <List.Item key={key}>
            <Text size="sm">
              <strong>{label}:</strong> {words}
            </Text>
            <Group gap="xs" my={4}>
              <Button size="compact-xs" variant="default" onClick={() => onGo(key)}>
                {timesheet.goThere}
              </Button>
              {mayRetry ? (
                <Button size="compact-xs" variant="default" onClick={() => sheet.saver.retry(key)}>
                  {timesheet.retry}
                </Button>
              ) : null}
              <Button size="compact-xs" variant="default" onClick={() => sheet.takeBack(key)}>
                {timesheet.takeBack}
              </Button>
            </Group>
          </List.Item>
        ))}
      </List>
    </Alert>
  )
}
